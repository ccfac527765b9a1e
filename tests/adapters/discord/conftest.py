"""The bot in a Discord that others wrote: simcord, with a real SQLite file behind the bot."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import discord
import pytest
import pytest_asyncio
import simcord

from adapters.behind import Behind
from adapters.database.claims import Times
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Ledger, Records, Subscriptions
from adapters.discord.carrying import Carrier
from adapters.discord.client import Client, intents
from adapters.discord.commands import HELP
from adapters.discord.digests import DiscordDigests
from adapters.discord.gateway import lead_to
from adapters.discord.line import Line
from adapters.discord.listeners import Listeners
from adapters.engine.local import Local
from adapters.pace import Pace
from adapters.telemetry import Metrics
from bot.errands import Errands
from bot.settings import DiscordSettings
from summariser.model import Article
from tests.fakes import FakeArticles, FakeFeeds, Inline
from tests.peers.discord.checks import problems
from tests.peers.discord.server import ScriptedDiscord, scripted_discord

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Iterator
    from datetime import datetime
    from pathlib import Path

    from adapters.database.opening import Database
    from bot.digests import Press

LINK = "https://paper.example/harbour"
KINDS = {"POST": "message", "PATCH": "edit"}


@dataclass(slots=True)
class Bot:
    """A process of the bot's, with what a test looks at; it has no client yet."""

    listeners: Listeners
    line: Line
    articles: FakeArticles
    feeds: FakeFeeds
    press: Press
    errands: Errands
    records: Records
    subscriptions: Subscriptions
    deliveries: DigestLedger
    metrics: Metrics


def a_bot(
    database: Database,
    articles: FakeArticles,
    feeds: FakeFeeds,
    now: Callable[[], datetime],
    *,
    embeds: bool = False,
) -> Bot:
    """A process of the bot's, on a database."""
    records, subscriptions = Records(database, now), Subscriptions(database, now)
    deliveries, metrics = DigestLedger(database, now, Times(spacing=timedelta(0))), Metrics()
    behind = Behind(
        articles,
        feeds,
        Inline(),
        Inline(),
        records,
        Ledger(database, now),
        subscriptions,
        deliveries,
        database.engine,
        Local(),
        now,
        watch=metrics,
    )
    line = Line(now, embeds=embeds, pace=Pace(0.0), pause=0.0)
    carrier = Carrier(behind.front_desk(HELP), line)
    errands = Errands("discord", behind.ledger, carrier.carry_out, metrics)
    listeners = Listeners(errands, carrier, records)
    press = behind.press(DiscordDigests(line))
    return Bot(listeners, line, articles, feeds, press, errands, records, subscriptions, deliveries, metrics)


@dataclass(slots=True)
class World:
    """A Discord with one server, one channel, somebody who manages it, and the bot in it."""

    env: simcord.Env
    bot: Bot
    client: Client
    guild: Any
    channel: Any
    anna: Any
    ben: Any
    build: Callable[[], tuple[Bot, Client]]
    database: Database

    async def restart(self) -> None:
        """Another process takes the place of this one."""
        self.bot, self.client = self.build()
        await self.env.restart_bot(self.client)

    async def due(self) -> int:
        """Deliver what is due."""
        with self.env._bot_scope():  # simcord's clock goes for what the bot does, and this the bot does by itself
            delivering = asyncio.create_task(self.bot.press.run_due("discord"))
        await self.env.settle()
        return await delivering

    def said(self, channel: Any = None) -> list[discord.Message]:  # noqa: ANN401 - a handle of simcord's
        """What the bot has posted in a channel."""
        every: list[discord.Message] = (channel or self.channel).history()
        return [each for each in every if each.author == self.client.user and not each.is_system()]


@asynccontextmanager
async def a_world(
    tmp_path: Path, articles: FakeArticles, *, approved: discord.Intents | None = None, embeds: bool = False
) -> AsyncGenerator[World]:
    """See ``World``; ``approved`` are the intents that the app was granted."""
    clock: list[simcord.Env] = []
    with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database:
        feeds = FakeFeeds()

        def now() -> datetime:
            return clock[0].now()

        def build() -> tuple[Bot, Client]:
            bot = a_bot(database, articles, feeds, now, embeds=embeds)
            wanted = intents()  # simcord does not say in the app's flags which intents were granted
            wanted.message_content = approved is None
            client = Client(bot.listeners, DiscordSettings("a.b.c"), shard_count=1, intents=wanted)
            bot.line.use(client)
            return bot, client

        bot, client = build()
        env = simcord.Env(client, settle_timeout=30, approved_intents=approved)
        clock.append(env)
        await env.start()
        try:
            guild = env.create_guild(name="Newsroom")
            channel = guild.create_text_channel("news")
            managers = guild.create_role(
                "Editors", permissions=discord.Permissions(manage_channels=True, manage_guild=True)
            )
            anna = guild.add_member(env.create_user("anna"), roles=[managers])
            ben = guild.add_member(env.create_user("ben"))
            await env.settle()
            yield World(env, bot, client, guild, channel, anna, ben, build, database)
        finally:
            await env.shutdown()
        env.raise_errors()
        assert not_taken(env) == []


def not_taken(env: simcord.Env) -> list[str]:
    """What Discord's own specification says against all that was sent."""
    found = list[str]()
    for each in env.http_requests:
        kind = kind_of(each.method, each.path, each.json)
        found += [
            f"{each.method} {each.path}: {problem}"
            for problem in (problems(kind, cast("Any", each.json)) if kind else ())
        ]
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


def shown(message: Any) -> str:  # noqa: ANN401 - discord.py's, or what simcord has of an answer
    """What a person reads in a message."""
    if message is None:
        return ""
    known: discord.Message = getattr(message, "message", message)
    texts = [each["content"] for each in _inside([one.to_dict() for one in known.components]) if each["type"] == 10]
    texts += [each.description or "" for each in known.embeds]
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", "\n".join([known.content, *texts]).strip())


def replied(message: discord.Message) -> int | None:
    """The number of the message that it replies to."""
    return message.reference.message_id if message.reference else None


def buttons(message: Any) -> list[str]:  # noqa: ANN401 - the same
    """The labels of its buttons."""
    known: discord.Message = getattr(message, "message", message)
    return [each["label"] for each in _inside([one.to_dict() for one in known.components]) if each["type"] == 2]


def _inside(components: list[Any]) -> Iterator[dict[str, Any]]:
    for each in components:
        yield each
        yield from _inside(each.get("components", []))
        yield from _inside([each["accessory"]] if each.get("accessory") else [])


@pytest.fixture
def articles(story: str) -> FakeArticles:
    """One article behind a link."""
    return FakeArticles({LINK: Article(story, url=LINK, site="The Courier")})


@pytest_asyncio.fixture
async def world(tmp_path: Path, articles: FakeArticles) -> AsyncGenerator[World]:
    """The bot in its server."""
    async with a_world(tmp_path, articles) as running:
        yield running


@pytest.fixture
def loopback(socket_enabled: None) -> Generator[None]:  # noqa: ARG001 - asked for is enough
    """For tests that talk over loopback; discord.py has one address for the whole process."""
    yield
    lead_to(DiscordSettings("a.b.c"))


@pytest_asyncio.fixture
async def discord_peer(loopback: None) -> AsyncGenerator[ScriptedDiscord]:  # noqa: ARG001 - the same
    """A scripted Discord of one's own; whatever it was sent, it must have been able to take."""
    async with scripted_discord() as peer:
        yield peer
        assert peer.problems == []
