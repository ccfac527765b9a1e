"""The bot in a Discord that others wrote: simcord, with a real SQLite file behind the bot."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
import pytest
import pytest_asyncio
import simcord

from adapters.behind import Behind
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Ledger, Records, Subscriptions
from adapters.discord.carrying import Carrier
from adapters.discord.client import Client
from adapters.discord.commands import HELP
from adapters.discord.digests import DiscordDigests
from adapters.discord.line import Line
from adapters.discord.listeners import Listeners
from adapters.pace import Pace
from bot.errands import Errands
from bot.settings import DiscordSettings
from summariser.model import Article
from tests.fakes import FakeArticles, FakeFeeds, Inline
from tests.peers.discord.checks import problems

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from datetime import datetime
    from pathlib import Path

    from adapters.database.opening import Database
    from bot.digests import Press

LINK = "https://paper.example/harbour"
KINDS = {"POST": "message", "PATCH": "edit"}


@dataclass(slots=True)
class Bot:
    """A process of the bot's, with what a test looks at."""

    client: Client
    articles: FakeArticles
    feeds: FakeFeeds
    press: Press
    errands: Errands
    records: Records
    subscriptions: Subscriptions
    deliveries: DigestLedger


def a_bot(  # noqa: PLR0913, PLR0917 - what a process is made of
    database: Database,
    articles: FakeArticles,
    feeds: FakeFeeds,
    now: Callable[[], datetime],
    settings: DiscordSettings,
    *,
    line: Line | None = None,
    **options: Any,  # noqa: ANN401 - discord.py's
) -> Bot:
    """A process of the bot's, on a database."""
    records, subscriptions, deliveries = Records(database, now), Subscriptions(database, now), DigestLedger(database, now)
    behind = Behind(
        articles, feeds, Inline(), records, Ledger(database, now), subscriptions, deliveries, database.engine, now
    )
    line = line or Line(now, embeds=settings.embeds, pace=Pace(0.0), pause=0.0)
    carrier = Carrier(behind.front_desk(HELP), line)
    errands = Errands("discord", behind.ledger, carrier.carry_out)
    client = Client(Listeners(errands, carrier, records), settings, **options)
    line.use(client)
    return Bot(
        client, articles, feeds, behind.press(DiscordDigests(line)), errands, records, subscriptions, deliveries
    )


@dataclass(slots=True)
class World:
    """A Discord with one server, one channel, somebody who manages it, and the bot in it."""

    env: simcord.Env
    bot: Bot
    guild: Any
    channel: Any
    anna: Any
    ben: Any
    build: Callable[[], Bot]

    async def restart(self) -> None:
        """Another process takes the place of this one."""
        self.bot = self.build()
        await self.env.restart_bot(self.bot.client)

    async def due(self) -> int:
        """Deliver what is due."""
        with self.env.time_context():
            delivered = await self.bot.press.run_due("discord")
        await self.env.settle()
        return delivered

    def said(self, channel: Any = None) -> list[discord.Message]:  # noqa: ANN401 - a handle of simcord's
        """What the bot has posted in a channel."""
        return [each for each in (channel or self.channel).history() if each.author == self.bot.client.user]


@asynccontextmanager
async def a_world(tmp_path: Path, articles: FakeArticles, **chosen: Any) -> AsyncGenerator[World]:  # noqa: ANN401 - settings
    """See ``World``; ``chosen`` are settings of Discord's."""
    clock: list[simcord.Env] = []
    with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database:
        feeds = FakeFeeds()
        settings = DiscordSettings("a.b.c", **chosen)
        build = partial(a_bot, database, articles, feeds, lambda: clock[0].now(), settings, shard_count=1)
        bot = build()
        env = simcord.Env(bot.client, settle_timeout=30)
        clock.append(env)
        await env.start()
        try:
            guild = env.create_guild(name="Newsroom")
            channel = guild.create_text_channel("news")
            managers = guild.create_role("Editors", permissions=discord.Permissions(manage_channels=True))
            anna = guild.add_member(env.create_user("anna"), roles=[managers])
            ben = guild.add_member(env.create_user("ben"))
            await env.settle()
            yield World(env, bot, guild, channel, anna, ben, build)
        finally:
            await env.shutdown()
        env.raise_errors()
        assert not_taken(env) == []


def not_taken(env: simcord.Env) -> list[str]:
    """What Discord's own specification says against all that was sent."""
    found = list[str]()
    for each in env.http_requests:
        kind = kind_of(each.method, each.path, each.json)
        found += [f"{each.method} {each.path}: {problem}" for problem in (problems(kind, each.json) if kind else ())]
    return found


def kind_of(method: str, path: str, sent: Any) -> Any:  # noqa: ANN401 - JSON
    """Which of the kinds of payload a request carries that we have a specification of."""
    if sent is None:
        return None
    if path.endswith("/callback"):
        return {9: "callback_modal", 4: "callback_message"}.get(sent["type"])
    if "/webhooks/" in path:
        return "webhook" if method == "POST" else "webhook_edit"
    if path.endswith("/messages") and method == "POST":
        return "message"
    return None


@pytest.fixture
def articles(story: str) -> FakeArticles:
    """One article behind a link."""
    return FakeArticles({LINK: Article(story, url=LINK, site="The Courier")})


@pytest_asyncio.fixture
async def world(tmp_path: Path, articles: FakeArticles) -> AsyncGenerator[World]:
    """The bot in its server."""
    async with a_world(tmp_path, articles) as running:
        yield running
