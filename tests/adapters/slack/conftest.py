"""The whole adapter on bolt, over real sockets, against a scripted Slack, with a real SQLite file."""

from __future__ import annotations

import asyncio
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
from adapters.engine.local import Local
from adapters.slack.app import bolt_app
from adapters.slack.carrying import Carrier
from adapters.slack.digests import SlackDigests
from adapters.slack.listeners import Listeners
from adapters.slack.rendering.views import HELP
from adapters.slack.socket import PING_SECONDS, listen
from adapters.slack.workspaces import Installed, Workspaces
from adapters.telemetry import Metrics
from bot.errands import Errands
from summariser.model import Article
from tests.fakes import FakeArticles, FakeFeeds, Inline
from tests.peers.slack.server import APP_TOKEN, SECRET, ScriptedSlack, scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from slack_bolt.async_app import AsyncApp

    from adapters.database.opening import Database
    from bot.digests import Press

LINK = "https://paper.example/harbour"
BOLTS_LISTENER = "run_ack_function_asynchronously"
BRISK = 0.5
"""Seconds between two pings where a test waits for a socket to be missed. A ping waits half of that for its pong, and
work that is done inline holds the loop: the fewer tests have to be brisk, the fewer lose a socket to a busy machine."""

NOW = partial(datetime.now, UTC)


@pytest.fixture(autouse=True)
def _sockets(socket_enabled: None) -> None:
    """These tests talk over loopback."""


@dataclass(frozen=True, slots=True)
class FakeInstalls:
    """The bot in two workspaces of the scripted Slack's."""

    slack: ScriptedSlack

    async def find(self, workspace: str) -> Installed | None:
        found = self.slack.workspaces.get(workspace)
        return Installed(workspace, found.token, found.bot_user, "B1") if found else None


@dataclass(slots=True)
class Bot:
    """The bot as it runs, with what a test looks at."""

    slack: ScriptedSlack
    articles: FakeArticles
    feeds: FakeFeeds
    press: Press
    errands: Errands
    records: Records
    workspaces: Workspaces
    app: AsyncApp
    database: Database
    metrics: Metrics

    async def settled(self) -> None:
        """Wait until everything that came in was listened to, and everything that was asked for is done.

        Bolt acknowledges events before their listeners run, so that an acknowledgement says nothing of them.
        """
        while True:
            if listening := [task for task in asyncio.all_tasks() if BOLTS_LISTENER in repr(task.get_coro())]:
                await asyncio.wait(listening)
            elif self.errands.busy:
                await self.errands.idle()
            else:
                return


@asynccontextmanager
async def a_bot(
    slack: ScriptedSlack, articles: FakeArticles, path: Path, *, listening: bool = True, ping: float = PING_SECONDS
) -> AsyncGenerator[Bot]:
    """A process of the bot's, on the database at ``path``; what is under way is handed back when it is left."""
    with open_database(f"sqlite:///{path}") as database:
        records, subscriptions, ledger = (
            Records(database, NOW),
            Subscriptions(database, NOW),
            DigestLedger(database, NOW, Times(spacing=timedelta(0))),
        )
        workspaces = Workspaces(FakeInstalls(slack), NOW, slack.api, pause=0.0, spacing=0.0, timeout=2)
        feeds, metrics = FakeFeeds(), Metrics()
        behind = Behind(
            articles,
            feeds,
            Inline(),
            Inline(),
            records,
            Ledger(database, NOW),
            subscriptions,
            ledger,
            database.engine,
            Local(),
            NOW,
            watch=metrics,
        )
        press = behind.press(SlackDigests(workspaces))
        carrier = Carrier(behind.front_desk(HELP), workspaces)
        errands = Errands("slack", behind.ledger, carrier.carry_out, metrics)
        app = bolt_app(Listeners(errands, carrier, records), signing_secret=SECRET)
        connected = asyncio.Event()
        listener = asyncio.create_task(listen(app, APP_TOKEN, slack.api, connected=connected, ping=ping))
        try:
            if listening:
                await asyncio.wait_for(connected.wait(), 20)
            yield Bot(slack, articles, feeds, press, errands, records, workspaces, app, database, metrics)
        finally:
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)
            await errands.close(0)


@pytest_asyncio.fixture
async def slack() -> AsyncGenerator[ScriptedSlack]:
    """A Slack of one's own; whatever it was sent, it must have been able to take."""
    async with scripted_slack() as peer:
        yield peer
        assert peer.problems == []


@pytest.fixture
def articles(story: str) -> FakeArticles:
    """One article behind a link."""
    return FakeArticles({LINK: Article(story, url=LINK, site="The Courier")})


@pytest_asyncio.fixture
async def bot(slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path) -> AsyncGenerator[Bot]:
    """The bot, listening."""
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as running:
        yield running
