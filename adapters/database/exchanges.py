"""What was asked in each thread, and what was shown for it: so that the next question may lean on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from adapters.database.archive import filed
from adapters.database.tables import exchanges
from summariser.model import Exchange, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from adapters.database.opening import Database
    from bot.model import Thread

LONGEST_QUESTION = 600
"""Characters of a question that are kept; as many as are read."""


def note_exchange(db: Database, thread: Thread, exchange: Exchange, at: datetime) -> None:
    """Keep what was asked in a thread and shown for it; ``at`` is aware.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    shown = [[each.article.fingerprint, each.span.start, each.span.end] for each in exchange.passages]
    row = {
        "platform": thread.channel.platform,
        "workspace": thread.channel.workspace,
        "channel": thread.channel.ident,
        "thread": thread.ident,
        "question": exchange.question[:LONGEST_QUESTION],
        "passages": json.dumps(shown),
        "at": at,
    }
    with db.writing() as connection:
        connection.execute(insert(exchanges).values(row))


def latest_exchanges(db: Database, thread: Thread, most: int) -> tuple[Exchange, ...]:
    """The last ``most`` of a thread, the latest last; passages of articles that are no longer kept are left out.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    theirs = (
        exchanges.c.platform == thread.channel.platform,
        exchanges.c.workspace == thread.channel.workspace,
        exchanges.c.channel == thread.channel.ident,
        exchanges.c.thread == thread.ident,
    )
    newest = select(exchanges.c.question, exchanges.c.passages).where(*theirs).order_by(exchanges.c.id.desc())
    with db.reading() as connection:
        rows = connection.execute(newest.limit(most)).all()
    return tuple(Exchange(row.question, tuple(_passages(db, row.passages))) for row in reversed(rows))


def _passages(db: Database, written: str) -> Iterator[Passage]:
    for fingerprint, start, end in json.loads(written):
        article = filed(db, fingerprint)
        if article is not None:
            yield Passage(article, Span(start, end))
