"""The ledger of digests: each slot of each subscription is one row, and is posted once or its failure is on record.

.. code-block:: text

    ready ──claim──▶ claimed ──post──▶ posting ──▶ posted
                        │                 │
                        ├──▶ empty        ├──▶ unknown    nobody can tell whether it is there
                        └──▶ failed  ◀────┘

What is to be tried again stays as it stands, and is given out again later: what is posting may be half posted.

Whoever has a delivery has it until a moment, and with a number, its fence, that grows each time it changes hands: a
process that was asleep meanwhile finds that its number is old, and can note nothing any more.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from adapters.database.fates import note
from adapters.database.insertion import insert
from adapters.database.subscriptions import MOST_AT_ONCE, due_after, subscription
from adapters.database.tables import deliveries, subscriptions, told_headlines
from bot.schedule import due

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database
    from bot.model import Delivery, Ending, Fate

GRACE = timedelta(hours=6)
"""A slot that was missed is still delivered this long after it was due; of several only the latest."""

UNDER_WAY = ("claimed", "posting")
"""Somebody has it."""


def plan(db: Database, now: datetime) -> int:
    """Make a delivery of each slot that has come since the last plan; how many.

    Two who plan at the same time make each once. What was missed is made up by the latest slot within ``GRACE``.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    made = 0
    while True:
        with db.writing() as connection:
            rows = connection.execute(
                select(subscriptions)
                .where(subscriptions.c.due <= now, subscriptions.c.paused.is_(False))
                .order_by(subscriptions.c.due)
                .limit(MOST_AT_ONCE)
                .with_for_update(skip_locked=True)
            ).all()
            for row in rows:
                made += _plan_one(connection, row, now)
        if len(rows) < MOST_AT_ONCE:
            return made


def _plan_one(connection: Connection, row: Row[Any], now: datetime) -> int:
    one = subscription(row)
    slot = due(one.schedule, since=one.planned, now=now, grace=GRACE)
    connection.execute(
        update(subscriptions).where(subscriptions.c.id == one.ident).values(planned=now, due=due_after(one, now))
    )
    return 0 if slot is None else _insert(connection, one.ident, slot, now)


def order(db: Database, ident: int, slot: datetime, now: datetime) -> bool:
    """Make a delivery for a moment that is on no schedule; false if there is one already.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        return bool(_insert(connection, ident, slot, now))


def _insert(connection: Connection, ident: int, slot: datetime, now: datetime) -> int:
    new = insert(connection, deliveries).values(
        subscription_id=ident, slot=slot, state="ready", tries=0, fence=0, until=now, updated=now
    )
    once = new.on_conflict_do_nothing(index_elements=[deliveries.c.subscription_id, deliveries.c.slot])
    return 0 if connection.execute(once.returning(deliveries.c.id)).first() is None else 1


def begin_posting(
    db: Database, delivery: Delivery, told: Sequence[str], now: datetime, fates: Sequence[Fate] = ()
) -> bool:
    """Note, before the first message goes out, what will be in it, and what became of all that could have been.

    False if somebody else has the delivery now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        if not _noted(connection, delivery, now, {"state": "posting", "told": json.dumps(told)}):
            return False
        note(connection, delivery.subscription.ident, delivery.slot, fates)
    return True


def finish(db: Database, delivery: Delivery, told: Sequence[str], thread: str | None, now: datetime) -> bool:
    """It is posted: so it says, and what it told is told, both or neither; false if somebody else has it now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    ours = delivery.subscription.ident
    with db.writing() as connection:
        posted = {"state": "posted", "thread": thread, "told": None, "reason": None, "reported": now}
        if not _noted(connection, delivery, now, posted):
            return False
        for ident in told:
            new = insert(connection, told_headlines).values(
                subscription_id=ours, ident_sha256=ident, slot=delivery.slot
            )
            connection.execute(new.on_conflict_do_nothing())
        connection.execute(update(subscriptions).where(subscriptions.c.id == ours).values(silent=0, warned=False))
    return True


def give_up(db: Database, delivery: Delivery, ending: Ending, now: datetime) -> bool:
    """It ends without a post, of which whoever manages it is to be told; false if somebody else has it now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    ours = subscriptions.c.id == delivery.subscription.ident
    with db.writing() as connection:
        if not _noted(connection, delivery, now, {"state": ending.state, "reason": ending.reason, "until": now}):
            return False
        note(connection, delivery.subscription.ident, delivery.slot, ending.fates)
        silent = update(subscriptions).where(ours).values(silent=subscriptions.c.silent + 1)
        row = connection.execute(silent.returning(subscriptions.c.silent, subscriptions.c.warned)).one()
        if ending.state == "empty" and (row.warned or row.silent < ending.patience):
            connection.execute(update(deliveries).where(deliveries.c.id == delivery.ident).values(reported=now))
        elif ending.state == "empty":
            connection.execute(update(subscriptions).where(ours).values(warned=True))
    return True


def reported(db: Database, ident: int, now: datetime) -> None:
    """Its manager was told how that delivery ended.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        connection.execute(update(deliveries).where(deliveries.c.id == ident).values(reported=now))


def try_again(db: Database, delivery: Delivery, reason: str, at: datetime, now: datetime) -> bool:
    """It may be taken up again from ``at``, as it stands: it may be half posted. False if somebody else has it now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    return _note(db, delivery, now, reason=reason, until=at)


def release(db: Database, delivery: Delivery, now: datetime) -> bool:
    """Let another process go on with it at once, from where it stands. False if somebody else has it now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    return _note(db, delivery, now, until=now)


def replay(db: Database, subscription: int, now: datetime) -> datetime | None:
    """Let a subscription's latest delivery be done again, from where it stands; its slot.

    ``None`` if that did not fail: what may be there is looked for before it is posted again.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    newest = select(deliveries).where(deliveries.c.subscription_id == subscription)
    with db.writing() as connection:
        row = connection.execute(newest.order_by(deliveries.c.slot.desc()).limit(1)).one_or_none()
        if row is None or row.state not in {"failed", "unknown"}:
            return None
        slot: datetime = row.slot
        stands = "posting" if row.told is not None else "ready"
        again = {"state": stands, "tries": 0, "until": now, "updated": now, "reported": None}
        connection.execute(update(deliveries).where(deliveries.c.id == row.id).values(again))
    return slot


def last_of(db: Database, ident: int) -> tuple[datetime, str, str | None] | None:
    """The slot, the state and the reason of a subscription's latest delivery.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    newest = select(deliveries).where(deliveries.c.subscription_id == ident).order_by(deliveries.c.slot.desc()).limit(1)
    with db.reading() as connection:
        row = connection.execute(newest).one_or_none()
    return None if row is None else (row.slot, row.state, row.reason)


def _note(db: Database, delivery: Delivery, now: datetime, **values: object) -> bool:
    with db.writing() as connection:
        return _noted(connection, delivery, now, values)


def _noted(connection: Connection, delivery: Delivery, now: datetime, values: dict[str, Any]) -> bool:
    """Only whoever has it may note anything about it."""
    mine = (
        deliveries.c.id == delivery.ident,
        deliveries.c.fence == delivery.fence,
        deliveries.c.state.in_(UNDER_WAY),
    )
    noted = update(deliveries).where(*mine).values(values | {"updated": now}).returning(deliveries.c.id)
    return connection.execute(noted).first() is not None
