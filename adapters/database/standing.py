"""How the work stands, by the ledger: what is counted there needs no counter that a crash could falsify."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from adapters.database.tables import deliveries, errands, followed, spending

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.database.opening import Database

STATES = ("ready", "claimed", "posting", "posted", "empty", "unknown", "failed")
"""Of a delivery, as ``adapters.database.deliveries`` draws them."""

_OPEN = STATES[:3]


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one language model was asked on a day, by all workspaces together."""

    model: str
    calls: int
    prompt: int
    completion: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on record: ``deliveries`` by each of ``STATES``, and how many of the open ones may be taken up now.

    ``errands`` are the commands that are not done yet; ``failing`` those of ``feeds`` that last could not be read;
    ``tokens`` those of the day, in UTC, a row a model.
    """

    deliveries: tuple[tuple[str, int], ...]
    due: int
    errands: int
    feeds: int
    failing: int
    tokens: tuple[Tokens, ...]


def standing(db: Database, now: datetime) -> Standing:
    """What is on record at ``now``, an aware UTC time.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    count = func.count()
    by_state = select(deliveries.c.state, count.label("many")).group_by(deliveries.c.state)
    due = select(count).where(deliveries.c.state.in_(_OPEN), deliveries.c.until <= now)
    today = (
        select(
            spending.c.model,
            func.sum(spending.c.calls).label("calls"),
            func.sum(spending.c.tokens_in).label("prompt"),
            func.sum(spending.c.tokens_out).label("completion"),
        )
        .where(spending.c.day == now.date().isoformat())
        .group_by(spending.c.model)
        .order_by(spending.c.model)
    )
    with db.reading() as connection:
        many = {row.state: row.many for row in connection.execute(by_state)}
        return Standing(
            deliveries=tuple((state, many.get(state, 0)) for state in STATES),
            due=connection.scalar(due) or 0,
            errands=connection.scalar(select(count).select_from(errands).where(errands.c.done.is_(None))) or 0,
            feeds=connection.scalar(select(count).select_from(followed)) or 0,
            failing=connection.scalar(select(count).select_from(followed).where(followed.c.failures > 0)) or 0,
            tokens=tuple(
                Tokens(row.model, int(row.calls), int(row.prompt), int(row.completion))
                for row in connection.execute(today)
            ),
        )
