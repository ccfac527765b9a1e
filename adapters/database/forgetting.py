"""What somebody wants forgotten is deleted, with what was kept for nothing else."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, tuple_, update

from adapters.database.fingerprint import fingerprint
from adapters.database.retention import drop_unfollowed
from adapters.database.tables import (
    channels,
    exchanges,
    fetches,
    headlines,
    readings,
    replies,
    sheets,
    spending,
    subscriptions,
    threads,
    verdicts,
)
from bot.model import Channel, Held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from sqlalchemy import Column, ColumnElement, Select, Table
    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database
    from bot.model import Scope

MOST_AT_ONCE = 500
"""Texts in one statement: SQLite takes 32,766 variables, older ones 999 (https://www.sqlite.org/limits.html)."""


def forget(db: Database, scope: Scope, *, really: bool) -> Held:
    """Delete all that is within ``scope``; how much that was. Not ``really``, it is taken back after counting.

    Article texts go that no other thread is about, with the pages they were read from; and since it is not known
    which answers of language models were about them, all of those go: they are kept only to spare asking again.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.writing() as connection:
        held = _forget(connection, scope)
        if not really:
            connection.rollback()
    return held


def _forget(connection: Connection, scope: Scope) -> Held:
    within = _within(scope)
    texts = set(connection.execute(select(threads.c.text_sha256).where(*within)).scalars())
    if scope.link:
        texts |= set(connection.execute(select(readings.c.text_sha256).where(_read_from(scope.link))).scalars())
    where = select(*_place(threads)).where(*within)
    number = len(set(connection.execute(where).all()))
    questions = connection.execute(delete(exchanges).where(tuple_(*_place(exchanges)).in_(where))).rowcount
    opinions = connection.execute(delete(verdicts).where(_judged(scope, where))).rowcount
    connection.execute(delete(threads).where(*within))
    articles = _forget_texts(connection, texts)
    digests = _forget_the_rest(connection, scope)
    drop_unfollowed(connection)
    return Held(number, questions, opinions, articles, digests)


def _within(scope: Scope) -> list[ColumnElement[bool]]:
    """Which rows of threads it takes in."""
    within = [threads.c.platform == scope.platform, threads.c.workspace == scope.workspace]
    if scope.person:
        nobodys = [""] if scope.thread else []  # all quotations of an article, in a thread of their own
        within.append(threads.c.person.in_([scope.person, *nobodys]))
    if scope.thread:
        within += [threads.c.channel == scope.thread.channel.ident, threads.c.thread == scope.thread.ident]
    if scope.link:
        texts = select(readings.c.text_sha256).where(_read_from(scope.link))
        within.append(or_(threads.c.url == scope.link, threads.c.text_sha256.in_(texts)))
    return within


def _read_from(link: str) -> ColumnElement[bool]:
    return or_(readings.c.link_sha256 == fingerprint(link), readings.c.url == link)


def _place(table: Table) -> tuple[Column[Any], ...]:
    return table.c.platform, table.c.workspace, table.c.channel, table.c.thread


def _judged(scope: Scope, where: Select[Any]) -> ColumnElement[bool]:
    """Opinions of what is forgotten; and all of a person's where everything of theirs is, whoever asked for it."""
    there = tuple_(*_place(verdicts)).in_(where)
    if scope.thread or scope.link:
        return there
    theirs = (verdicts.c.platform == scope.platform) & (verdicts.c.workspace == scope.workspace)
    return or_(there, theirs & (verdicts.c.person == scope.person) if scope.person else theirs)


def _forget_texts(connection: Connection, texts: Iterable[str]) -> int:
    """Those that no thread is about any more; how many."""
    number = 0
    for some in _parts(texts):
        kept = select(threads.c.text_sha256).where(threads.c.text_sha256.in_(some))
        gone = [*set(some) - set(connection.execute(kept).scalars())]
        read = select(readings.c.text_sha256, readings.c.link, readings.c.url).where(readings.c.text_sha256.in_(gone))
        rows = connection.execute(read).all()
        number += len({row.text_sha256 for row in rows})
        connection.execute(delete(readings).where(readings.c.text_sha256.in_(gone)))
        for link in {link for row in rows for link in (row.link, row.url) if link}:
            ident = hashlib.sha256(link.encode("utf-8", "replace")).hexdigest()
            connection.execute(delete(fetches).where(fetches.c.url_sha256 == fingerprint(link)))
            connection.execute(delete(sheets).where(sheets.c.article_sha256 == ident))
            connection.execute(update(headlines).where(headlines.c.link == link).values(text=None, summary=""))
    if number:
        connection.execute(delete(replies))
    return number


def _forget_the_rest(connection: Connection, scope: Scope) -> int:
    """Digests, with their deliveries; of a workspace also what it spent and set. How many digests."""
    if scope.thread or scope.link:
        return 0
    digests = (subscriptions.c.platform == scope.platform, subscriptions.c.workspace == scope.workspace)
    if scope.person:
        return connection.execute(
            delete(subscriptions).where(*digests, subscriptions.c.manager == scope.person)
        ).rowcount
    payer = Channel(scope.platform, scope.workspace, "").payer
    connection.execute(delete(spending).where(spending.c.workspace == payer))
    theirs = (channels.c.platform == scope.platform, channels.c.workspace == scope.workspace)
    connection.execute(delete(channels).where(*theirs))
    return connection.execute(delete(subscriptions).where(*digests)).rowcount


def _parts(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while some := [*islice(rest, MOST_AT_ONCE)]:
        yield some
