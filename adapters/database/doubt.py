"""A database that was put back from a backup knows nothing of what was posted after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update

from adapters.database.deliveries import UNDER_WAY, plan
from adapters.database.tables import deliveries

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.database.opening import Database


def doubt(db: Database, now: datetime) -> int:
    """Take every delivery that is due by ``now`` and not on record as ended for one that may have been posted.

    Whoever delivers it then looks for its messages on the platform before they are sent. How many that are. Nobody
    may be delivering meanwhile: what they have begun would be looked for as if they were gone.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    plan(db, now)
    open_ones = deliveries.c.state.in_(("ready", *UNDER_WAY))
    with db.writing() as connection:
        perhaps = update(deliveries).where(open_ones).values(state="posting", until=now, updated=now)
        return connection.execute(perhaps).rowcount
