"""What people asked for, on record until it is done, and its key for a while longer, to know it when it comes again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from adapters.database.insertion import insert
from adapters.database.tables import errands
from bot.errands import Errand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from adapters.database.opening import Database

LEASE = timedelta(minutes=3)
"""How long one process has an errand without saying that it is still at it."""

MOST_AT_ONCE = 100
"""Errands in one statement; of those that are left the next look finds the rest."""


def accept(db: Database, errand: Errand, at: datetime) -> bool:
    """Put an errand on record as begun at ``at``; false if its key is there already.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        new = insert(connection, errands).values(
            key=errand.key,
            platform=errand.platform,
            details=json.dumps(dict(errand.details)),
            tries=errand.tries,
            accepted=at,
            until=at + LEASE,
        )
        once = new.on_conflict_do_nothing(index_elements=[errands.c.key]).returning(errands.c.key)
        return connection.execute(once).first() is not None


def finish(db: Database, key: str, at: datetime) -> None:
    """It is done: the key stays, the details go.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        connection.execute(update(errands).where(errands.c.key == key).values(done=at, details=None, until=at))


def hand_back(db: Database, key: str, at: datetime) -> None:
    """Let another process have it at once; the try that was broken off does not count.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    mine = (errands.c.key == key, errands.c.done.is_(None))
    with db.writing() as connection:
        connection.execute(update(errands).where(*mine).values(until=at, tries=errands.c.tries - 1))


def renew(db: Database, keys: Sequence[str], at: datetime) -> None:
    """Whoever has them has them for longer; what is done stays done.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        for start in range(0, len(keys), MOST_AT_ONCE):
            some = keys[start : start + MOST_AT_ONCE]
            mine = (errands.c.key.in_(some), errands.c.done.is_(None))
            connection.execute(update(errands).where(*mine).values(until=at + LEASE))


def take_left(db: Database, platform: str, at: datetime) -> tuple[Errand, ...]:
    """Those whose time has run out by ``at``, now the caller's; of two who look at once each gets others.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    open_ones = (errands.c.platform == platform, errands.c.done.is_(None))
    with db.writing() as connection:
        rows = connection.execute(
            select(errands)
            .where(*open_ones, errands.c.until <= at)
            .order_by(errands.c.accepted)
            .limit(MOST_AT_ONCE)
            .with_for_update(skip_locked=True)
        ).all()
        keys = [row.key for row in rows]
        connection.execute(
            update(errands).where(errands.c.key.in_(keys)).values(until=at + LEASE, tries=errands.c.tries + 1)
        )
    return tuple(Errand(row.key, platform, json.loads(row.details or "{}"), row.tries + 1, again=True) for row in rows)


def is_done(db: Database, key: str) -> bool | None:
    """Whether it is done; ``None`` if nobody knows of it.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        row = connection.execute(select(errands.c.done).where(errands.c.key == key)).one_or_none()
    return None if row is None else row.done is not None
