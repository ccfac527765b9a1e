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

from sqlalchemy import and_, case, exists, or_, select, update

from adapters.database.insertion import insert
from adapters.database.subscriptions import MOST_AT_ONCE, due_after, subscription
from adapters.database.tables import deliveries, subscriptions, told_headlines
from bot.model import Delivery
from bot.schedule import due

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database

GRACE = timedelta(hours=6)
"""A slot that was missed is still delivered this long after it was due; of several only the latest."""

LEASE = timedelta(minutes=5)
"""How long one process has a delivery: reading seven articles and posting them takes a minute at most."""

MARGIN = 0.1
"""Share of that time at its end in which nothing more is sent: what is sent late may be taken even later."""

_UNDER_WAY = ("claimed", "posting")
_OURS = (
    deliveries.c.id.label("delivery"),
    deliveries.c.slot,
    deliveries.c.state.label("was"),
    deliveries.c.tries,
    deliveries.c.fence,
    deliveries.c.told,
)


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


def claim(db: Database, platform: str, now: datetime, most: int, lease: timedelta = LEASE) -> tuple[Delivery, ...]:
    """Up to ``most`` deliveries that are ready, or whose process is gone; now the caller's, for as long as ``lease``.

    Of a channel only the earliest: the next one waits until it is seen to.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    earlier, theirs = deliveries.alias(), subscriptions.alias()
    blocked = exists().where(
        earlier.c.subscription_id == theirs.c.id,
        theirs.c.platform == subscriptions.c.platform,
        theirs.c.workspace == subscriptions.c.workspace,
        theirs.c.channel == subscriptions.c.channel,
        earlier.c.state.in_(("ready", *_UNDER_WAY)),
        or_(
            earlier.c.slot < deliveries.c.slot,
            and_(earlier.c.slot == deliveries.c.slot, earlier.c.id < deliveries.c.id),
        ),
    )
    free = (deliveries.c.state.in_(("ready", *_UNDER_WAY)), deliveries.c.until <= now, ~blocked)
    with db.writing() as connection:
        rows = connection.execute(
            select(subscriptions, *_OURS)
            .join(subscriptions, deliveries.c.subscription_id == subscriptions.c.id)
            .where(subscriptions.c.platform == platform, *free)
            .order_by(deliveries.c.slot, deliveries.c.id)
            .limit(most)
            .with_for_update(of=deliveries, skip_locked=True)
        ).all()
        taken = tuple(_delivery(row, now + lease * (1 - MARGIN)) for row in rows)
        for each in taken:
            state = "posting" if each.again else "claimed"
            connection.execute(
                update(deliveries)
                .where(deliveries.c.id == each.ident)
                .values(state=state, tries=each.tries, fence=each.fence, until=now + lease, updated=now)
            )
    return taken


def begin_posting(db: Database, delivery: Delivery, told: Sequence[str], now: datetime) -> bool:
    """Note, before the first message goes out, what will be in it; false if somebody else has the delivery now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    return _note(db, delivery, now, state="posting", told=json.dumps(told))


def finish(db: Database, delivery: Delivery, told: Sequence[str], thread: str | None, now: datetime) -> bool:
    """It is posted: so it says, and what it told is told, both or neither; false if somebody else has it now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    ours = delivery.subscription.ident
    with db.writing() as connection:
        if not _noted(connection, delivery, now, {"state": "posted", "thread": thread, "told": None, "reason": None}):
            return False
        for ident in told:
            new = insert(connection, told_headlines).values(
                subscription_id=ours, ident_sha256=ident, slot=delivery.slot
            )
            connection.execute(new.on_conflict_do_nothing())
        connection.execute(update(subscriptions).where(subscriptions.c.id == ours).values(silent=0))
    return True


def give_up(db: Database, delivery: Delivery, state: str, reason: str, now: datetime) -> int | None:
    """It ends without a post ("empty", "failed", "unknown"), and why; how many slots in a row it is that ended so.

    ``None`` if somebody else has it now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        if not _noted(connection, delivery, now, {"state": state, "reason": reason}):
            return None
        silent = (
            update(subscriptions)
            .where(subscriptions.c.id == delivery.subscription.ident)
            .values(silent=subscriptions.c.silent + 1)
            .returning(subscriptions.c.silent)
        )
        return int(connection.execute(silent).scalar_one())


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


def replay(db: Database, ident: int, now: datetime) -> bool:
    """Let a delivery that failed be done again, from where it stands; false if there is none such.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    failed = (deliveries.c.id == ident, deliveries.c.state == "failed")
    stands = case((deliveries.c.told.is_not(None), "posting"), else_="ready")
    again = update(deliveries).where(*failed).values(state=stands, tries=0, until=now, updated=now)
    with db.writing() as connection:
        return connection.execute(again.returning(deliveries.c.id)).first() is not None


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
        deliveries.c.state.in_(_UNDER_WAY),
    )
    noted = update(deliveries).where(*mine).values(values | {"updated": now}).returning(deliveries.c.id)
    return connection.execute(noted).first() is not None


def _delivery(row: Row[Any], until: datetime) -> Delivery:
    """What a row says, as whoever takes it now has it ``until`` then."""
    again = row.was == "posting"
    return Delivery(
        ident=row.delivery,
        subscription=subscription(row),
        slot=row.slot,
        tries=row.tries + 1,
        fence=row.fence + 1,
        until=until,
        again=again,
        told=tuple(json.loads(row.told)) if again and row.told else (),
    )
