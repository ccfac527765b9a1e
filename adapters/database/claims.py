"""Who has which delivery: of each channel the earliest only, one process at a time, and not too soon after the last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, update

from adapters.database.deliveries import UNDER_WAY
from adapters.database.subscriptions import subscription
from adapters.database.tables import deliveries, subscriptions
from bot.model import Channel, Delivery, Failure
from bot.schedule import is_slot, quiet_until

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database

MARGIN = 0.2
"""Share of a lease at its end in which nothing more is sent: a minute, longer than any client tries one call."""

_OPEN = ("ready", *UNDER_WAY)
_SENT = ("posted", "unknown", "failed")  # something of it, perhaps


@dataclass(frozen=True, slots=True)
class Times:
    """``lease`` is how long one process has a delivery: reading seven articles and posting them takes a minute at most.

    ``spacing`` lies between the end of one delivery to a channel and the beginning of the next, whoever has them. What
    was offered and nobody took is offered again after ``offered_again``: whoever was to take it may be gone.
    Who manages a digest that failed, and could not be told of it, is told after ``reported_again``.
    """

    lease: timedelta = timedelta(minutes=5)
    spacing: timedelta = timedelta(seconds=1)
    offered_again: timedelta = timedelta(minutes=2)
    reported_again: timedelta = timedelta(minutes=2)


TIMES = Times()


@dataclass(frozen=True, slots=True)
class Look:
    """What to look for: up to ``most`` deliveries on a platform, or in one channel of it."""

    platform: str
    most: int
    channel: Channel | None = None


def claim(
    db: Database,
    look: Look,
    now: datetime,
    times: Times = TIMES,
) -> tuple[Delivery, ...]:
    """The deliveries looked for that are ready, or whose process is gone; now the caller's, for as long as a lease.

    Of a channel only the earliest: the next one waits until it is seen to, and then for a moment. What is late waits
    for the end of quiet hours; what was ordered out of turn does not.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    wanted = [subscriptions.c.platform == look.platform, *_free(now, times)]
    if look.channel:
        wanted += [subscriptions.c.workspace == look.channel.workspace, subscriptions.c.channel == look.channel.ident]
    ours = (
        deliveries.c.id.label("delivery"),
        deliveries.c.slot,
        deliveries.c.state.label("was"),
        deliveries.c.tries,
        deliveries.c.fence,
        deliveries.c.told,
    )
    with db.writing() as connection:
        rows = connection.execute(
            select(subscriptions, *ours)
            .join(subscriptions, deliveries.c.subscription_id == subscriptions.c.id)
            .where(*wanted)
            .order_by(deliveries.c.slot, deliveries.c.id)
            .limit(look.most)
            .with_for_update(of=deliveries, skip_locked=True)
        ).all()
        every = tuple(_delivery(row, now + times.lease * (1 - MARGIN)) for row in rows)
        taken = tuple(each for each in every if not _waits(connection, each, now))
        for each in taken:
            state = "posting" if each.again else "claimed"
            connection.execute(
                update(deliveries)
                .where(deliveries.c.id == each.ident)
                .values(state=state, tries=each.tries, fence=each.fence, until=now + times.lease, updated=now)
            )
    return taken


def _waits(connection: Connection, delivery: Delivery, now: datetime) -> bool:
    schedule = delivery.subscription.schedule
    until = quiet_until(schedule, now)
    if until is None or not is_slot(schedule, delivery.slot):
        return False
    connection.execute(update(deliveries).where(deliveries.c.id == delivery.ident).values(until=until))
    return True


def offer(db: Database, now: datetime, most: int, times: Times = TIMES) -> tuple[Channel, ...]:
    """Up to ``most`` channels that have something to be delivered, which nobody was told of yet; now the caller's.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    untold = or_(
        deliveries.c.offered.is_(None),
        deliveries.c.offered < deliveries.c.until,
        deliveries.c.offered <= now - times.offered_again,
    )
    with db.writing() as connection:
        rows = connection.execute(
            select(subscriptions.c.platform, subscriptions.c.workspace, subscriptions.c.channel, deliveries.c.id)
            .join(subscriptions, deliveries.c.subscription_id == subscriptions.c.id)
            .where(untold, *_free(now, times))
            .order_by(deliveries.c.slot, deliveries.c.id)
            .limit(most)
            .with_for_update(of=deliveries, skip_locked=True)
        ).all()
        taken = [row.id for row in rows]
        connection.execute(update(deliveries).where(deliveries.c.id.in_(taken)).values(offered=now))
    return tuple(dict.fromkeys(Channel(row.platform, row.workspace, row.channel) for row in rows))


def take_unreported(db: Database, look: Look, now: datetime, times: Times = TIMES) -> tuple[Failure, ...]:
    """Those that ended without a post, and whose managers were not told; the caller's for now.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    open_ones = (
        subscriptions.c.platform == look.platform,
        deliveries.c.state.in_(("empty", "unknown", "failed")),
        deliveries.c.reported.is_(None),
        deliveries.c.until <= now,
    )
    ended = (deliveries.c.id.label("delivery"), deliveries.c.slot, deliveries.c.state, deliveries.c.reason)
    with db.writing() as connection:
        rows = connection.execute(
            select(subscriptions, *ended)
            .join(subscriptions, deliveries.c.subscription_id == subscriptions.c.id)
            .where(*open_ones)
            .order_by(deliveries.c.slot, deliveries.c.id)
            .limit(look.most)
            .with_for_update(of=deliveries, skip_locked=True)
        ).all()
        taken = [row.delivery for row in rows]
        connection.execute(
            update(deliveries).where(deliveries.c.id.in_(taken)).values(until=now + times.reported_again)
        )
    return tuple(
        Failure(row.delivery, subscription(row), row.slot, row.state, row.reason or "", row.silent) for row in rows
    )


def _free(now: datetime, times: Times) -> tuple[ColumnElement[bool], ...]:
    """Due, nobody's, and the turn of its channel; of a query over ``deliveries`` with their ``subscriptions``."""
    other, theirs = deliveries.alias(), subscriptions.alias()
    before = or_(
        other.c.slot < deliveries.c.slot,
        and_(other.c.slot == deliveries.c.slot, other.c.id < deliveries.c.id),
    )
    waits_for = or_(
        and_(other.c.state.in_(_OPEN), before),
        and_(other.c.state.in_(_SENT), other.c.updated > now - times.spacing),
    )
    blocked = exists().where(
        other.c.subscription_id == theirs.c.id,
        theirs.c.platform == subscriptions.c.platform,
        theirs.c.workspace == subscriptions.c.workspace,
        theirs.c.channel == subscriptions.c.channel,
        waits_for,
    )
    return deliveries.c.state.in_(_OPEN), deliveries.c.until <= now, ~blocked


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
