"""What is on record, a page at a time, for whoever runs the bot: digests, deliveries, sources, what models cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import and_, func, select

from adapters.database.subscriptions import subscription
from adapters.database.tables import deliveries, followed, spending, subscriptions
from bot.metering import Spent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Row, Select

    from adapters.database.opening import Database
    from bot.model import Subscription

ROWS = 50
"""On a page."""

T = TypeVar("T")

_later = deliveries.alias()
_LATEST = (
    select(func.max(_later.c.slot)).where(_later.c.subscription_id == deliveries.c.subscription_id).scalar_subquery()
)
"""The last slot of a delivery's digest: only that can be tried again (``deliveries.replay``)."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The rows of one page, the first of which is 1, and whether there is another behind it."""

    number: int
    rows: tuple[T, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest, when it is due next, and its last slot with what became of that; UTC, ``None`` where there is none."""

    subscription: Subscription
    due: datetime | None
    last: datetime | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A delivery: its digest, when it was due (UTC), how it stands, why, and how often it was tried.

    ``latest`` is whether its digest has none after it.
    """

    ident: int
    subscription: Subscription
    slot: datetime
    state: str
    reason: str
    tries: int
    latest: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A feed: when it is read next (UTC), how often in a row it could not be, and why."""

    url: str
    title: str
    next_poll: datetime
    failures: int
    reason: str


def digests(db: Database, number: int) -> Page[Digest]:
    """All digests, the oldest first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    last = and_(deliveries.c.subscription_id == subscriptions.c.id, deliveries.c.slot == _LATEST)
    every = (
        select(subscriptions, deliveries.c.slot.label("last"), deliveries.c.state)
        .select_from(subscriptions)
        .join(deliveries, last, isouter=True)
        .order_by(subscriptions.c.id)
    )
    return _page(db, every, number, lambda row: Digest(subscription(row), row.due, row.last, row.state))


def slots(db: Database, number: int, state: str | None = None) -> Page[Slot]:
    """All deliveries, or those in one ``state`` (``standing.STATES``), the newest first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    every = (
        select(
            subscriptions,
            deliveries.c.id.label("delivery"),
            deliveries.c.slot,
            deliveries.c.state,
            deliveries.c.reason,
            deliveries.c.tries,
            (deliveries.c.slot == _LATEST).label("latest"),
        )
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .order_by(deliveries.c.slot.desc(), deliveries.c.id.desc())
    )
    return _page(db, every if state is None else every.where(deliveries.c.state == state), number, _slot)


def sources(db: Database, number: int) -> Page[Source]:
    """All feeds that are followed, those that fail first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    every = select(followed).order_by(followed.c.failures.desc(), followed.c.next_poll, followed.c.url_sha256)
    return _page(
        db,
        every,
        number,
        lambda row: Source(row.url, row.title or "", row.next_poll, row.failures, row.reason or ""),
    )


def costs(db: Database, number: int) -> Page[Spent]:
    """What each workspace used of each language model, the latest day first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    every = select(spending).order_by(spending.c.day.desc(), spending.c.workspace, spending.c.model)
    return _page(db, every, number, _spent)


def _page(db: Database, every: Select[Any], number: int, made: Callable[[Row[Any]], T]) -> Page[T]:
    with db.reading() as connection:
        rows = connection.execute(every.limit(ROWS + 1).offset((number - 1) * ROWS)).all()
    return Page(number, tuple(map(made, rows[:ROWS])), more=len(rows) > ROWS)


def _slot(row: Row[Any]) -> Slot:
    return Slot(row.delivery, subscription(row), row.slot, row.state, row.reason or "", row.tries, row.latest)


def _spent(row: Row[Any]) -> Spent:
    day = date.fromisoformat(row.day)
    return Spent(row.workspace, day, row.model, row.calls, row.tokens_in, row.tokens_out)
