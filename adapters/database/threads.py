"""Which threads are ours and what they are about: the platforms' own history is not to be had for this."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from adapters.database.archive import filed
from adapters.database.insertion import insert
from adapters.database.tables import threads, verdicts
from bot.model import Channel, Thread, Told
from summariser.model import Checks

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Table

    from adapters.database.opening import Database
    from bot.model import Verdict
    from summariser.model import Article

LATEST = 20
"""Briefings that a person is shown of what they asked for."""


def remember(db: Database, note: Told, article: Article, person: str, checks: Checks | None = None) -> None:
    """Note what was posted in a thread, about which article, and that ``person`` asked for it; the first time counts.

    Of ``checks``, what was checked before it went out, the last does.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    row = {
        **_named(note.thread),
        "text_sha256": article.fingerprint,
        "headline": note.headline,
        "url": note.url,
        "person": person,
        "at": note.at,
        "checks": json.dumps(asdict(checks)) if checks else None,
    }
    with db.writing() as connection:
        new = insert(connection, threads).values(row)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[*threads.primary_key.columns],
                set_={"checks": new.excluded.checks},
                where=new.excluded.checks.is_not(None),
            )
        )


def recall(db: Database, thread: Thread) -> tuple[Article, ...]:
    """The articles that ``thread`` is about, in the order they were posted, as far as they are still kept.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    about = select(threads.c.text_sha256).where(*_is(threads, thread)).order_by(threads.c.at)
    with db.reading() as connection:
        fingerprints = connection.execute(about).scalars().all()
    found = (filed(db, each) for each in fingerprints)
    return tuple(article for article in found if article is not None)


def checks_of(db: Database, thread: Thread, article: Article) -> Checks | None:
    """What was checked before an article's briefing was posted in a thread, if that is on record.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    this = select(threads.c.checks).where(*_is(threads, thread), threads.c.text_sha256 == article.fingerprint)
    with db.reading() as connection:
        written = connection.execute(this).scalar()
    if not written:
        return None
    fields = json.loads(written)
    return Checks(**fields | {"failures": tuple(fields["failures"])})


def told_in(db: Database, thread: Thread) -> tuple[Told, ...]:
    """What was posted in a thread, in order, whether its articles are still kept or not.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    rows_of = select(threads.c.headline, threads.c.url, threads.c.at).where(*_is(threads, thread))
    with db.reading() as connection:
        rows = connection.execute(rows_of.order_by(threads.c.at)).all()
    return tuple(Told(thread, row.headline, row.url, row.at) for row in rows)


def latest(db: Database, channel: Channel) -> Thread | None:
    """The thread that was begun last in ``channel``, if there is any.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    place = (
        threads.c.platform == channel.platform,
        threads.c.workspace == channel.workspace,
        threads.c.channel == channel.ident,
    )
    newest = select(threads.c.thread).where(*place).order_by(threads.c.at.desc()).limit(1)
    with db.reading() as connection:
        ident = connection.execute(newest).scalar()
    return Thread(channel, ident) if ident else None


def told(db: Database, platform: str, workspace: str, person: str) -> tuple[Told, ...]:
    """The latest briefings that ``person`` asked for in a workspace, newest first.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    theirs = (threads.c.platform == platform, threads.c.workspace == workspace, threads.c.person == person)
    with db.reading() as connection:
        rows = connection.execute(select(threads).where(*theirs).order_by(threads.c.at.desc()).limit(LATEST)).all()
    return tuple(
        Told(Thread(Channel(row.platform, row.workspace, row.channel), row.thread), row.headline, row.url, row.at)
        for row in rows
    )


def judge(db: Database, verdict: Verdict, at: datetime) -> None:
    """Note what somebody thinks of a briefing; a later word replaces an earlier one.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    row = {
        **_named(verdict.thread),
        "person": verdict.person,
        "text_sha256": verdict.fingerprint,
        "good": verdict.good,
        "at": at,
    }
    with db.writing() as connection:
        new = insert(connection, verdicts).values(row)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[*verdicts.primary_key.columns],
                set_={"good": new.excluded.good, "at": new.excluded.at, "text_sha256": new.excluded.text_sha256},
            )
        )


def _named(thread: Thread) -> dict[str, str]:
    channel = thread.channel
    return {
        "platform": channel.platform,
        "workspace": channel.workspace,
        "channel": channel.ident,
        "thread": thread.ident,
    }


def _is(table: Table, thread: Thread) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in _named(thread).items()]
