"""Articles as they were read, so that a quote can be shown in its article later, whatever the site has made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from adapters.database.fingerprint import fingerprint
from adapters.database.insertion import insert
from adapters.database.tables import readings
from summariser.model import Article

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row, Select

    from adapters.database.opening import Database


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article as it stood under ``link``, from the first to the last time it was read so.

    ``body_sha256`` is of the bytes it was first read from, if there were any. Both hashes are hexadecimal.
    """

    article: Article
    link: str
    text_sha256: str
    body_sha256: str | None
    first_read: datetime
    last_read: datetime


def file_reading(db: Database, article: Article, *, link: str, body_sha256: str | None, at: datetime) -> str:
    """File the article that was read from ``link`` at ``at``; the SHA-256 of its text in UTF-8, hexadecimal.

    The same text again only notes that it was read again; another text is another clipping, the earlier stays.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    text_sha256 = article.fingerprint
    row = {
        "link_sha256": fingerprint(link),
        "link": link,
        "text_sha256": text_sha256,
        "body_sha256": body_sha256,
        "text": article.text,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "url": article.url,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "paywall": article.paywall,
        "first_read": at,
        "last_read": at,
    }
    with db.writing() as connection:
        new = insert(connection, readings).values(row)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[readings.c.link_sha256, readings.c.text_sha256],
                set_={"last_read": new.excluded.last_read},
                where=new.excluded.last_read > readings.c.last_read,
            )
        )
    return text_sha256


def filed(db: Database, text_sha256: str) -> Article | None:
    """The article whose text has that hash, as it was last read from anywhere; ``None`` if there is none.

    The hash is taken again: a text that was altered since proves nothing, and is none.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    newest = select(readings).where(readings.c.text_sha256 == text_sha256).order_by(*_NEWEST_FIRST).limit(1)
    with db.reading() as connection:
        row = connection.execute(newest).one_or_none()
    if row is None:
        return None
    article = _article(row)
    return article if article.fingerprint == text_sha256 else None


def latest(db: Database, link: str) -> Clipping | None:
    """What was last read from ``link``; ``None`` if nothing was.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        row = connection.execute(_under(link).limit(1)).one_or_none()
    return None if row is None else _clipping(row)


def history(db: Database, link: str) -> tuple[Clipping, ...]:
    """Everything that was read from ``link``, the last read first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        rows = connection.execute(_under(link)).all()
    return tuple(map(_clipping, rows))


_NEWEST_FIRST = (readings.c.last_read.desc(), readings.c.id.desc())


def _under(link: str) -> Select[Any]:
    return select(readings).where(readings.c.link_sha256 == fingerprint(link)).order_by(*_NEWEST_FIRST)


def _clipping(row: Row[Any]) -> Clipping:
    return Clipping(
        article=_article(row),
        link=row.link,
        text_sha256=row.text_sha256,
        body_sha256=row.body_sha256,
        first_read=row.first_read,
        last_read=row.last_read,
    )


def _article(row: Row[Any]) -> Article:
    return Article(
        text=row.text,
        title=row.title,
        byline=row.byline,
        site=row.site,
        url=row.url,
        published=row.published,
        updated=row.updated,
        language=row.language,
        paywall=row.paywall,
    )
