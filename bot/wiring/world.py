"""The world outside, as the bot's ports have it: opened together, and closed together."""
# ruff: noqa: PLC0415 - what reads pages takes longer to load than a text takes to brief

from __future__ import annotations

import os
from contextlib import ExitStack, asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from adapters import console, files
from bot.copywriting import Copywriter
from bot.errors import BadSettings, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from adapters.database.opening import Database
    from adapters.telemetry import Metrics, Traced
    from bot.copywriting import Writing
    from bot.ports import Apart, Articles, Feeds
    from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class World:
    """What there is outside, as the bot's ports have it."""

    articles: Articles
    feeds: Feeds
    apart: Apart
    roomy: Apart
    database: Database | None
    metrics: Metrics
    model: Writing | None = None

    @property
    def copywriter(self) -> Copywriter:
        """Who writes briefings."""
        return Copywriter(self.apart, self.model, self.roomy, self.metrics)


@asynccontextmanager
async def world(settings: Settings, *, jobs: int, keep: bool = True, traces: bool = False) -> AsyncGenerator[World]:
    """All of it, with ``jobs`` processes that read pages, and one for digests once it is needed.

    Without ``keep`` there is no database; with ``traces`` there are traces, where the environment asks for them.

    Raises:
        StoreUnusable: if the database that was set cannot be used.
    """
    from adapters.feeds.following import Feeds
    from adapters.telemetry import Metrics
    from adapters.web.articles import Articles
    from adapters.web.fetch import Agents, Fetcher
    from adapters.web.shelf import Shelf
    from adapters.web.workers import Workers

    agents = Agents(settings.contact, settings.user_agents)
    now = partial(datetime.now, UTC)
    with (
        _tracing(asked=traces) as traced,
        Workers(jobs) as workers,
        Workers(1, roomy=True) as roomy,
        database_of(settings) if keep else nullcontext() as database,
    ):
        workers.ready()
        metrics = Metrics(traced=traced)
        shelf = Shelf(database, now) if database else None
        async with (
            Fetcher(allowed=settings.allow_hosts, agents=agents) as fetcher,
            _model(settings, database, metrics) as model,
        ):
            yield World(
                articles=Articles(fetcher, workers, metrics, shelf),
                feeds=Feeds(fetcher, workers, metrics, now, shelf),
                apart=workers,
                roomy=roomy,
                database=database,
                metrics=metrics,
                model=model,
            )


@contextmanager
def _tracing(*, asked: bool) -> Generator[Traced]:
    """What stands around each step; nothing where nobody asked for traces, or they cannot be made, which is told."""
    from adapters.telemetry import untraced
    from adapters.tracing.wanted import NOT_INSTALLED, wanted

    with ExitStack() as stack:
        made: Traced = untraced
        if asked and wanted(os.environ):
            try:
                from adapters.tracing.spans import traced

                made = stack.enter_context(traced())
            except ModuleNotFoundError:
                console.tell(f"Traces: {NOT_INSTALLED}")
            except BadSettings as error:
                console.tell(f"Traces: {error}")
        yield made


@asynccontextmanager
async def _model(settings: Settings, database: Database | None, metrics: Metrics) -> AsyncGenerator[Writing | None]:
    """The language model that is set up, if one is."""
    if settings.model is None or not settings.model.name:
        yield None
        return
    from adapters.database.records import Books
    from adapters.openai_model.model import opened
    from bot.metering import Metered, Notebook

    now = partial(datetime.now, UTC)
    async with opened(settings.model) as model:
        yield Metered(model, settings.model, Books(database, now) if database else Notebook(), now, metrics)


@contextmanager
def database_of(settings: Settings) -> Generator[Database | None]:
    """The database that was set; else a file of the user's own, and none where that cannot be written."""
    from adapters.database.opening import open_database

    if settings.database is not None:
        with open_database(settings.database) as database:
            yield database
        return
    try:
        database = open_database(files.own_database())
    except StoreUnusable as error:
        console.tell(f"{error} Nothing that is read will be kept.")
        yield None
        return
    with database:
        yield database


def kept(outside: World) -> Database:
    """Its database.

    Raises:
        StoreUnusable: if there is none.
    """
    if outside.database is None:
        problem = "without one, what people ask for could be lost; set DATABASE_URL."
        raise StoreUnusable(problem)
    return outside.database
