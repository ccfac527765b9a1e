"""The digests that channels get."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from adapters.database.tables import subscriptions
from bot.model import Channel, Subscription
from bot.schedule import next_slot, parse

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from adapters.database.opening import Database

MOST_AT_ONCE = 500
"""Subscriptions planned in one transaction."""


def keep(db: Database, one: Subscription) -> Subscription:
    """Keep a new subscription, or what was changed about one that has an identifier; as it is kept.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    row = _row(one)
    with db.writing() as connection:
        if one.ident:
            connection.execute(update(subscriptions).where(subscriptions.c.id == one.ident).values(row))
            ident = one.ident
        else:
            new = insert(subscriptions).values(row | {"silent": 0}).returning(subscriptions.c.id)
            ident = connection.execute(new).scalar_one()
        kept = connection.execute(select(subscriptions).where(subscriptions.c.id == ident)).one()
    return subscription(kept)


def find(db: Database, ident: int) -> Subscription | None:
    """The subscription with that identifier.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        row = connection.execute(select(subscriptions).where(subscriptions.c.id == ident)).one_or_none()
    return None if row is None else subscription(row)


def of_workspace(db: Database, platform: str, workspace: str) -> tuple[Subscription, ...]:
    """All of a workspace, the oldest first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    theirs = (subscriptions.c.platform == platform, subscriptions.c.workspace == workspace)
    with db.reading() as connection:
        rows = connection.execute(select(subscriptions).where(*theirs).order_by(subscriptions.c.id)).all()
    return tuple(map(subscription, rows))


def every(db: Database) -> tuple[Subscription, ...]:
    """All there are, the oldest first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        rows = connection.execute(select(subscriptions).order_by(subscriptions.c.id)).all()
    return tuple(map(subscription, rows))


def remove(db: Database, ident: int) -> None:
    """Delete a subscription with its deliveries.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        connection.execute(delete(subscriptions).where(subscriptions.c.id == ident))


def pause(db: Database, ident: int) -> None:
    """Let a subscription wait, whatever else was changed of it meanwhile.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        connection.execute(update(subscriptions).where(subscriptions.c.id == ident).values(paused=True, due=None))


def subscription(row: Row[Any]) -> Subscription:
    """What a row of the table says."""
    return Subscription(
        channel=Channel(row.platform, row.workspace, row.channel),
        name=row.name,
        schedule=parse(row.schedule),
        sources=tuple(json.loads(row.sources)),
        manager=row.manager,
        planned=row.planned,
        stories=row.stories,
        points=row.points,
        words=row.words,
        paused=row.paused,
        says_so=row.says_so,
        ident=row.id,
    )


def due_after(one: Subscription, moment: datetime) -> datetime | None:
    """The slot after ``moment``, unless it is paused."""
    return None if one.paused else next_slot(one.schedule, moment)


def _row(one: Subscription) -> dict[str, Any]:
    return {
        "platform": one.channel.platform,
        "workspace": one.channel.workspace,
        "channel": one.channel.ident,
        "name": one.name,
        "schedule": str(one.schedule),
        "sources": json.dumps(one.sources),
        "words": one.words,
        "manager": one.manager,
        "stories": one.stories,
        "points": one.points,
        "paused": one.paused,
        "says_so": one.says_so,
        "planned": one.planned,
        "due": due_after(one, one.planned),
    }
