"""The operator's pages over a real web server on loopback, with a real SQLite file."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from lxml import html

from adapters.database.claims import Look, claim
from adapters.database.deliveries import give_up, order
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from adapters.doorkeeper import Doorkeeper
from adapters.operator.routes import routes
from adapters.web_server import serving
from bot.model import Channel, Ending, Subscription
from bot.schedule import EVERY_DAY, Schedule
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from adapters.database.opening import Database

HOUR = timedelta(hours=1)
MORNING = Subscription(
    Channel("slack", "T1", "C1"),
    "Morning",
    Schedule((time(13, 30),), EVERY_DAY, "Europe/Berlin"),
    ("https://paper.example/feed",),
    "U1",
    NOON,
)


@pytest.fixture(autouse=True)
def _sockets(socket_enabled: None) -> None:
    """These tests talk over loopback."""


@dataclass(frozen=True, slots=True)
class Operated:
    """Where the pages are, and what they are about."""

    address: str
    database: Database

    async def get(self, path: str) -> str:
        async with ClientSession() as browser, browser.get(self.address + path) as answer:
            assert answer.status == 200
            return await answer.text()

    async def rows(self, path: str) -> list[list[str]]:
        """What stands in the table of a page, row by row, with single blanks."""
        page = html.document_fromstring(await self.get(path))
        cells = [row.xpath("th | td") for row in page.xpath("//tbody/tr")]
        return [[" ".join(cell.text_content().split()) for cell in row] for row in cells]


@asynccontextmanager
async def operated_pages(folder: Path, guard: Doorkeeper | None = None) -> AsyncGenerator[Operated]:
    """The pages, until left; it is noon."""
    with open_database(f"sqlite:///{folder / 'standfirst.db'}") as database:
        guarded = (guard or Doorkeeper()).guarding(routes(database, lambda: NOON + HOUR))
        async with serving(guarded, "127.0.0.1", 0) as address:
            yield Operated(address, database)


@pytest_asyncio.fixture
async def operated(tmp_path: Path) -> AsyncGenerator[Operated]:
    """The pages for this machine only."""
    async with operated_pages(tmp_path) as opened:
        yield opened


def failed(database: Database, one: Subscription = MORNING, reason: str = "Slack was away.") -> Subscription:
    """A digest whose delivery of noon failed."""
    kept = keep(database, one)
    order(database, kept.ident, NOON, NOON)
    (delivery,) = claim(database, Look("slack", 1), NOON)
    assert give_up(database, delivery, Ending("failed", reason), NOON)
    return kept
