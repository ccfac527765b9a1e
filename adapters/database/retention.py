"""What is not needed any more is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from adapters.database.tables import errands, fetches, readings, sheets, threads, verdicts

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.database.opening import Database


@dataclass(frozen=True, slots=True)
class Purged:
    """How many were deleted: pages as fetched, articles as read, sheets of lines, and of what people asked for."""

    fetches: int
    readings: int
    sheets: int
    errands: int
    threads: int
    verdicts: int


def purge(db: Database, before: datetime) -> Purged:
    """Delete what was last checked, read, noted or asked for before ``before``; what is not done yet stays.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        return Purged(
            fetches=connection.execute(delete(fetches).where(fetches.c.checked < before)).rowcount,
            readings=connection.execute(delete(readings).where(readings.c.last_read < before)).rowcount,
            sheets=connection.execute(delete(sheets).where(sheets.c.noted < before)).rowcount,
            errands=connection.execute(delete(errands).where(errands.c.done < before)).rowcount,
            threads=connection.execute(delete(threads).where(threads.c.at < before)).rowcount,
            verdicts=connection.execute(delete(verdicts).where(verdicts.c.at < before)).rowcount,
        )
