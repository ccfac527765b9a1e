"""What is not needed any more is deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.database.fingerprint import fingerprint
from adapters.database.tables import (
    deliveries,
    errands,
    exchanges,
    fates,
    fetches,
    followed,
    headlines,
    readings,
    replies,
    sheets,
    spending,
    subscriptions,
    threads,
    told_headlines,
    verdicts,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database


REMEMBERED = timedelta(days=365)
"""How much longer than its articles a thread is known: its links and headlines, so that they can be read again; and
what language models cost."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many were deleted: what was read, what people asked for, and what digests told."""

    fetches: int
    readings: int
    sheets: int
    errands: int
    threads: int
    exchanges: int
    replies: int
    verdicts: int
    headlines: int
    told: int
    fates: int
    deliveries: int
    feeds: int
    spending: int


def purge(db: Database, before: datetime) -> Purged:
    """Delete what was last checked, read, noted, asked for or told before ``before``; what is not done yet stays.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        return Purged(
            fetches=connection.execute(delete(fetches).where(fetches.c.checked < before)).rowcount,
            readings=connection.execute(delete(readings).where(readings.c.last_read < before)).rowcount,
            sheets=connection.execute(delete(sheets).where(sheets.c.noted < before)).rowcount,
            errands=connection.execute(delete(errands).where(errands.c.done < before)).rowcount,
            threads=connection.execute(delete(threads).where(threads.c.at < before - REMEMBERED)).rowcount,
            exchanges=connection.execute(delete(exchanges).where(exchanges.c.at < before)).rowcount,
            replies=connection.execute(delete(replies).where(replies.c.at < before)).rowcount,
            verdicts=connection.execute(delete(verdicts).where(verdicts.c.at < before)).rowcount,
            headlines=connection.execute(delete(headlines).where(headlines.c.seen < before)).rowcount,
            told=connection.execute(delete(told_headlines).where(told_headlines.c.slot < before)).rowcount,
            fates=connection.execute(delete(fates).where(fates.c.slot < before)).rowcount,
            deliveries=connection.execute(delete(deliveries).where(*_ended(before))).rowcount,
            feeds=drop_unfollowed(connection),
            spending=connection.execute(delete(spending).where(spending.c.day < _day(before - REMEMBERED))).rowcount,
        )


def drop_unfollowed(connection: Connection) -> int:
    """Delete the feeds that no digest follows any more, with what they brought; how many. Addresses may be private."""
    sources = connection.execute(select(subscriptions.c.sources)).scalars()
    wanted = {fingerprint(url) for each in sources for url in json.loads(each)}
    gone = set(connection.execute(select(followed.c.url_sha256)).scalars()) - wanted
    for feed in gone:
        connection.execute(delete(headlines).where(headlines.c.feed_sha256 == feed))
        connection.execute(delete(followed).where(followed.c.url_sha256 == feed))
    return len(gone)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _ended(before: datetime) -> tuple[ColumnElement[bool], ...]:
    """What is still to be delivered stays, however old it is."""
    return deliveries.c.updated < before, deliveries.c.state.in_(("posted", "empty", "unknown", "failed"))
