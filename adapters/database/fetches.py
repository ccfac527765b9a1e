"""Pages as they were fetched, so that a site can be asked whether one has changed instead of for all of it again.

What a validator means is said in RFC 9110, section 8.8; that a stored answer is freshened by a 304 in RFC 9111,
section 4.3.4.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from adapters.database.fingerprint import fingerprint
from adapters.database.insertion import insert
from adapters.database.tables import fetches

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.database.opening import Database

LARGEST = 16_000_000
"""Bytes. A page has 0.1 to 1 million; what is longer is quicker fetched again than kept."""

_LEVEL = 1
"""Of zlib. It packs HTML to .31 of its size in less than half the time in which the usual 6 packs it to .27."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it came. ``url`` is what was asked for, ``final_url`` where it was after all redirects.

    ``etag``, ``last_modified`` and ``content_type`` are the headers as they were sent. ``fetched`` is when the body
    came, ``checked`` when the site last said that it still stands, if it has.
    """

    url: str
    final_url: str
    etag: str | None
    last_modified: str | None
    content_type: str | None
    body: bytes
    fetched: datetime
    checked: datetime | None = None


def kept(db: Database, url: str) -> Kept | None:
    """What was last kept for ``url``; ``None`` if nothing was, or what is there is damaged.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        row = connection.execute(select(fetches).where(fetches.c.url_sha256 == fingerprint(url))).one_or_none()
    if row is None:
        return None
    body = _unpacked(row.body, row.body_bytes)
    if body is None or hashlib.sha256(body).hexdigest() != row.body_sha256:
        return None
    return Kept(
        url=row.url,
        final_url=row.final_url,
        etag=row.etag,
        last_modified=row.last_modified,
        content_type=row.content_type,
        body=body,
        fetched=row.fetched,
        checked=row.checked if row.checked > row.fetched else None,
    )


def keep(db: Database, page: Kept) -> None:
    """Keep it for its ``url``, in place of an older one; a body longer than ``LARGEST`` is not kept.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    if len(page.body) > LARGEST:
        return
    row = {
        "url_sha256": fingerprint(page.url),
        "url": page.url,
        "final_url": page.final_url,
        "etag": page.etag,
        "last_modified": page.last_modified,
        "content_type": page.content_type,
        "body": zlib.compress(page.body, _LEVEL),
        "body_bytes": len(page.body),
        "body_sha256": hashlib.sha256(page.body).hexdigest(),
        "fetched": page.fetched,
        "checked": page.checked or page.fetched,
    }
    with db.writing() as connection:
        new = insert(connection, fetches).values(row)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[fetches.c.url_sha256],
                set_={name: new.excluded[name] for name in row},
                where=new.excluded.fetched >= fetches.c.fetched,
            )
        )


def checked(db: Database, url: str, at: datetime) -> None:
    """The site answered at ``at`` that what is kept for ``url`` still stands.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        connection.execute(
            update(fetches).where(fetches.c.url_sha256 == fingerprint(url), fetches.c.checked < at).values(checked=at)
        )


def _unpacked(packed: bytes, size: int) -> bytes | None:
    """The ``size`` bytes in ``packed``, of which hardly more is ever unpacked; ``None`` if that isn't what is in it."""
    if not 0 <= size <= LARGEST:
        return None
    try:
        body = zlib.decompressobj().decompress(packed, max_length=size + 1)
    except zlib.error:
        return None
    return body if len(body) == size else None
