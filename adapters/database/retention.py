"""What is not needed any more is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete

from adapters.database.tables import (
    deliveries,
    errands,
    exchanges,
    fates,
    fetches,
    headlines,
    readings,
    replies,
    sheets,
    threads,
    told_headlines,
    verdicts,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from adapters.database.opening import Database


REMEMBERED = timedelta(days=365)
"""How much longer than its articles a thread is known: its links and headlines, so that they can be read again."""


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
        )


def _ended(before: datetime) -> tuple[ColumnElement[bool], ...]:
    """What is still to be delivered stays, however old it is."""
    return deliveries.c.updated < before, deliveries.c.state.in_(("posted", "empty", "unknown", "failed"))
