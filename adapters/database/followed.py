"""The feeds that digests follow, each polled once for all, and the headlines they brought."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select, update

from adapters.database.fingerprint import fingerprint
from adapters.database.insertion import insert
from adapters.database.tables import followed, headlines, told_headlines
from bot.model import Headline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Row

    from adapters.database.opening import Database
    from bot.model import Headlines

BETWEEN_POLLS = timedelta(minutes=15)
LONGEST_BETWEEN = timedelta(hours=6)
"""After failures the time between two polls doubles up to this."""

FRESH = timedelta(days=3)
"""Older headlines are not told any more, and are forgotten."""

MOST_HEADLINES = 500
"""Of a digest's sources that are looked at; the newest."""

LONGEST_LEASE = timedelta(minutes=5)
"""A feed that somebody took to poll is nobody else's for so long."""


def follow(db: Database, urls: Sequence[str], now: datetime) -> None:
    """Poll these feeds from now on; those that are polled already, at their time.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        for url in urls:
            new = insert(connection, followed).values(url_sha256=fingerprint(url), url=url, next_poll=now, failures=0)
            connection.execute(new.on_conflict_do_nothing())


def take_due(db: Database, now: datetime, most: int) -> tuple[str, ...]:
    """Up to ``most`` feeds that it is time to poll, the caller's for now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    ready = (
        select(followed)
        .where(followed.c.next_poll <= now)
        .order_by(followed.c.next_poll)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    with db.writing() as connection:
        rows = connection.execute(ready).all()
        taken = [row.url_sha256 for row in rows]
        lease = update(followed).where(followed.c.url_sha256.in_(taken)).values(next_poll=now + LONGEST_LEASE)
        connection.execute(lease)
    return tuple(row.url for row in rows)


def polled(db: Database, url: str, found: Headlines, now: datetime) -> int:
    """Keep what a feed brought; how many headlines are new.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    feed = fingerprint(url)
    fresh = [each for each in found.headlines if each.published is None or each.published >= now - FRESH]
    with db.writing() as connection:
        before = connection.scalar(select(func.count()).where(headlines.c.feed_sha256 == feed)) or 0
        for each in fresh:
            new = insert(connection, headlines).values(
                feed_sha256=feed,
                ident_sha256=fingerprint(each.ident),
                link=each.link,
                title=each.title,
                summary=each.summary,
                text=each.text,
                published=each.published,
                seen=now,
            )
            connection.execute(new.on_conflict_do_nothing())
        after = connection.scalar(select(func.count()).where(headlines.c.feed_sha256 == feed)) or 0
        well = {
            "title": found.title,
            "language": found.language,
            "failures": 0,
            "reason": None,
            "next_poll": now + BETWEEN_POLLS,
        }
        connection.execute(update(followed).where(followed.c.url_sha256 == feed).values(well))
    return after - before


def failed(db: Database, url: str, reason: str, now: datetime) -> None:
    """Note why a feed could not be read, and wait longer before the next time.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    feed = followed.c.url_sha256 == fingerprint(url)
    with db.writing() as connection:
        failures = connection.scalar(select(followed.c.failures).where(feed)) or 0
        pause = min(BETWEEN_POLLS * 2 ** min(failures, 10), LONGEST_BETWEEN)
        ill = {"failures": failures + 1, "reason": reason, "next_poll": now + pause}
        connection.execute(update(followed).where(feed).values(ill))


def hand_back(db: Database, urls: Sequence[str], now: datetime) -> None:
    """Let whoever comes first poll these feeds, which somebody took and did not read.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    theirs = followed.c.url_sha256.in_([fingerprint(url) for url in urls])
    with db.writing() as connection:
        connection.execute(update(followed).where(theirs).values(next_poll=now))


def unread(db: Database, urls: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Which of these feeds could not be read the last time, and why.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    ill = (followed.c.url_sha256.in_([fingerprint(url) for url in urls]), followed.c.failures > 0)
    with db.reading() as connection:
        rows = connection.execute(select(followed).where(*ill).order_by(followed.c.url)).all()
    return tuple((row.url, row.reason or "") for row in rows)


def untold(db: Database, subscription: int, urls: Sequence[str], now: datetime) -> tuple[Headline, ...]:
    """The headlines of these feeds that a subscription has not been told, newest first; ``ident`` is their fingerprint.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    told = exists().where(
        told_headlines.c.subscription_id == subscription, told_headlines.c.ident_sha256 == headlines.c.ident_sha256
    )
    return _headlines(db, urls, now, ~told)


def told(db: Database, subscription: int, urls: Sequence[str], now: datetime) -> tuple[Headline, ...]:
    """Those it has been told.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    already = exists().where(
        told_headlines.c.subscription_id == subscription, told_headlines.c.ident_sha256 == headlines.c.ident_sha256
    )
    return _headlines(db, urls, now, already)


def _headlines(db: Database, urls: Sequence[str], now: datetime, which: Any) -> tuple[Headline, ...]:  # noqa: ANN401 - a clause
    theirs = (headlines.c.feed_sha256.in_([fingerprint(url) for url in urls]), headlines.c.seen > now - FRESH, which)
    newest = (
        select(headlines, followed.c.language)
        .join(followed, followed.c.url_sha256 == headlines.c.feed_sha256, isouter=True)
        .where(*theirs)
        .order_by(headlines.c.seen.desc(), headlines.c.ident_sha256)
    )
    with db.reading() as connection:
        rows = connection.execute(newest.limit(MOST_HEADLINES)).all()
    return tuple(map(_headline, rows))


def _headline(row: Row[Any]) -> Headline:
    return Headline(
        title=row.title,
        ident=row.ident_sha256,
        link=row.link,
        published=row.published,
        summary=row.summary,
        text=row.text,
        language=row.language,
    )
