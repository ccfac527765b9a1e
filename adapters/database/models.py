"""What language models answered, and what each workspace used of them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from adapters.database.insertion import insert
from adapters.database.tables import replies, spending
from bot.metering import Spent
from summariser.ports import Reply

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.database.opening import Database


def answered(db: Database, key: str) -> Reply | None:
    """What was answered to the prompt of that key, if that is still kept; it costs nothing more.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        row = connection.execute(select(replies).where(replies.c.key == key)).one_or_none()
    return None if row is None else Reply(json.loads(row.fields), row.model)


def answer(db: Database, key: str, reply: Reply, at: datetime) -> None:
    """Keep what was answered; of two answers to one prompt the first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    row = {"key": key, "fields": json.dumps(dict(reply.fields)), "model": reply.model, "at": at}
    with db.writing() as connection:
        connection.execute(insert(connection, replies).values(row).on_conflict_do_nothing())


def spent(db: Database, workspace: str, day: date) -> tuple[Spent, ...]:
    """What a workspace used on a day (UTC), a row a model.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    theirs = (spending.c.workspace == workspace, spending.c.day == day.isoformat())
    with db.reading() as connection:
        rows = connection.execute(select(spending).where(*theirs).order_by(spending.c.model)).all()
    return tuple(
        Spent(row.workspace, date.fromisoformat(row.day), row.model, row.calls, row.tokens_in, row.tokens_out)
        for row in rows
    )


def spend(db: Database, more: Spent) -> None:
    """Add to what a workspace used.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    row = {
        "workspace": more.workspace,
        "day": more.day.isoformat(),
        "model": more.model,
        "calls": more.calls,
        "tokens_in": more.tokens_in,
        "tokens_out": more.tokens_out,
    }
    with db.writing() as connection:
        new = insert(connection, spending).values(row)
        counted = ("calls", "tokens_in", "tokens_out")
        added = {name: spending.c[name] + new.excluded[name] for name in counted}
        connection.execute(new.on_conflict_do_update(index_elements=[*spending.primary_key.columns], set_=added))
