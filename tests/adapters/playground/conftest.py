"""The playground over a real web server on loopback, with a real SQLite file and the articles of tests/newsroom.py."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from adapters.behind import Behind
from adapters.database.claims import Times
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Ledger, Records, Subscriptions
from adapters.demo_site import DemoSite
from adapters.doorkeeper import Doorkeeper
from adapters.engine.local import Local
from adapters.playground.platform import pages, set_up
from adapters.web_server import serving
from tests.fakes import FakeArticles, FakeFeeds, Inline
from tests.newsroom import FEED, STORIES, feed, shelf

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from adapters.playground.desk import Desk

HARBOUR = "https://paper.example/harbour"
LOOPBACK = "127.0.0.1"


@pytest.fixture(autouse=True)
def _sockets(socket_enabled: None) -> None:
    """These tests talk over loopback."""


@dataclass(frozen=True, slots=True)
class Playground:
    """Where it is, and what is behind it."""

    address: str
    desk: Desk
    articles: FakeArticles
    feeds: FakeFeeds


@asynccontextmanager
async def a_playground(
    folder: Path, guard: Doorkeeper | None = None, articles: FakeArticles | None = None
) -> AsyncGenerator[Playground]:
    """The playground, until left."""
    now = partial(datetime.now, UTC)
    articles, feeds = articles or FakeArticles({**shelf()}), FakeFeeds()
    feeds.shelf[FEED] = feed(now(), *STORIES)
    links = tuple(f"https://paper.example/{name}" for name in STORIES)
    site = DemoSite("paper.example:443", FEED, links, tuple(text.split("\n")[0] for text in STORIES.values()))
    with open_database(f"sqlite:///{folder / 'playground.db'}") as database:
        behind = Behind(
            articles,
            feeds,
            Inline(),
            Inline(),
            Records(database, now),
            Ledger(database, now),
            Subscriptions(database, now),
            DigestLedger(database, now, Times(spacing=timedelta(0))),
            database.engine,
            Local(),
            now,
        )
        desk = set_up(behind, site)
        routes = (guard or Doorkeeper()).guarding(pages(desk))
        async with desk.open(), serving(routes, LOOPBACK, 0) as address:
            yield Playground(address, desk, articles, feeds)


@pytest_asyncio.fixture
async def playground(tmp_path: Path) -> AsyncGenerator[Playground]:
    """One for this machine only."""
    async with a_playground(tmp_path) as opened:
        yield opened
