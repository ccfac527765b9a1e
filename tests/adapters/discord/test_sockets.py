"""The whole adapter on discord.py, over real sockets, against a scripted Discord that does wrong what it is told to."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from adapters.database.opening import open_database
from adapters.discord.client import Client
from adapters.discord.gateway import Gateway, lead_to
from adapters.running import running
from bot.errors import Refused
from bot.settings import DiscordSettings
from tests.adapters.discord.conftest import LINK, Bot, a_bot
from tests.fakes import FakeFeeds
from tests.peers.discord.server import (
    ANNA,
    BOT,
    CONTENT_INTENT,
    CONTENT_LIMITED,
    PATIENCE,
    TOKEN,
    ScriptedDiscord,
    inside,
    said,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from tests.fakes import FakeArticles

NOW = partial(datetime.now, UTC)
HEADLINE = "### Harbour will close for a month, mayor says"
DIRECT = f"9{ANNA}"[:19]
MENTION = f"<@{BOT}> {LINK}"


@pytest.fixture
def discord(discord_peer: ScriptedDiscord) -> ScriptedDiscord:
    """Discord."""
    return discord_peer


@dataclass(slots=True)
class Running:
    """A process of the bot's, and the task that keeps it connected."""

    bot: Bot
    listening: asyncio.Task[None]

    async def settled(self) -> None:
        """Wait until everything that was asked for is done."""
        await asyncio.sleep(0)
        await self.bot.errands.idle()


@asynccontextmanager
async def a_process(
    discord: ScriptedDiscord,
    articles: FakeArticles,
    path: Path,
    *,
    token: str = TOKEN,
    patience: float = PATIENCE,
    **options: float,
) -> AsyncGenerator[Running]:
    """A process of the bot's, on the database at ``path``; what is under way is handed back when it is left."""
    settings = DiscordSettings(token, api_url=discord.api, gateway_url=discord.gateway)
    lead_to(settings)
    with open_database(f"sqlite:///{path / 'standfirst.db'}") as database:
        bot = a_bot(database, articles, FakeFeeds(), NOW)
        build = partial(Client, bot.listeners, settings, **options)
        gateway = Gateway(settings, build, bot.line, patience, first_pause=0.01)
        async with running(gateway.keep_listening()) as listening:
            yield Running(bot, listening)
            await bot.errands.close(0)


@pytest_asyncio.fixture
async def process(discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path) -> AsyncGenerator[Running]:
    """The bot, listening."""
    async with a_process(discord, articles, tmp_path) as it:
        await discord.until(lambda: discord.connected)
        yield it


def errors(discord: ScriptedDiscord) -> list[str]:
    return [said(each) for each in (*discord.hidden(), *discord.posts(DIRECT))]


@pytest.mark.usefixtures("process")
async def test_a_command_is_acknowledged_and_answered(discord: ScriptedDiscord) -> None:
    asked = await discord.command("brief", link=LINK)
    await discord.until(discord.posts)
    assert asked.kind == 5
    assert said(discord.posts()[0]).startswith(HEADLINE)
    assert discord.wire("callback", "original") == "callback ok → original ok"


FAULTS = [
    ("drop", "message drop → history ok"),
    ("truncated", "message truncated → history ok"),
    ("page", "message page → history ok"),
    ("lost", "message lost → history ok → message ok"),
    ("429 0.05", "message 429 0.05 → message ok"),
    ("500", "message 500 → message ok"),
    ("503", "message 503 → history ok → message ok"),
]


@pytest.mark.parametrize(("fault", "wire"), FAULTS)
@pytest.mark.parametrize("knows_nonces", [True, False])
async def test_a_post_is_there_once_whatever_goes_wrong(
    discord: ScriptedDiscord, process: Running, fault: str, wire: str, knows_nonces: bool
) -> None:
    discord.knows_nonces = knows_nonces
    discord.faults["message"].append(fault)
    await discord.write(MENTION)
    await discord.until(
        lambda: any(each.name == "message" and each.answer == "ok" for each in discord.calls) or posted(discord)
    )
    await process.settled()
    assert [said(each).splitlines()[0] for each in discord.posts()] == [HEADLINE]
    assert discord.wire("message", "history") == wire


@pytest.mark.parametrize("fault", ["drop", "lost", "truncated", "page", "429 0.05", "500", "503"])
async def test_an_answer_to_a_command_is_there_once_whatever_goes_wrong(
    discord: ScriptedDiscord, process: Running, fault: str
) -> None:
    discord.faults["original"].append(fault)
    await discord.command("brief", link=LINK)
    await discord.until(lambda: [each for each in discord.calls if each.name == "original"])
    await process.settled()
    assert [said(each).splitlines()[0] for each in discord.posts()] == [HEADLINE]


async def test_where_we_may_not_look_the_nonce_alone_keeps_it_to_one_post(
    discord: ScriptedDiscord, process: Running
) -> None:
    discord.faults["message"].append("drop")
    discord.faults["history"].append("error 50013")
    await discord.write(MENTION)
    await discord.until(lambda: [each for each in discord.calls if each.answer == "ok" and each.name == "message"])
    await process.settled()
    assert len(discord.posts()) == 1
    assert discord.wire("message", "history") == "message drop → history error 50013 → message ok"


async def test_where_nobody_can_tell_the_asker_is_told_so(discord: ScriptedDiscord, process: Running) -> None:
    discord.faults["message"] += ["lost"] * 3
    discord.faults["history"] += ["error 50013"] * 3
    await discord.write(MENTION)
    await discord.until(lambda: errors(discord))
    await process.settled()
    assert discord.posts() == []
    assert errors(discord)[0].startswith("I can't tell whether my answer was posted")


async def test_a_ban_for_a_while_is_waited_for_and_no_second_post_is_sent(
    discord: ScriptedDiscord, process: Running
) -> None:
    """A 429 without "Via" is Cloudflare's, and one of over half a minute is given back to us by discord.py."""
    process.bot.line.limited = 0.0
    discord.faults["message"] += ["429 60 bare", "429 60"]
    await discord.write(MENTION)
    await discord.until(discord.posts)
    await process.settled()
    assert discord.wire("message") == "message 429 60 bare → message 429 60 → message ok"


async def test_a_message_that_is_told_twice_is_answered_once(discord: ScriptedDiscord, process: Running) -> None:
    ident = discord.number()
    for _ in range(2):
        await discord.write(MENTION, ident=ident)
    await discord.until(discord.posts)
    await process.settled()
    assert len(discord.posts()) == 1


async def test_a_command_acknowledged_too_late_for_discord_is_answered_in_the_channel(
    discord: ScriptedDiscord, process: Running
) -> None:
    discord.faults["callback"].append("error 10062")
    await discord.command("brief", link=LINK)
    await discord.until(discord.posts)
    await process.settled()
    assert discord.wire("callback", "original", "message") == "callback error 10062 → message ok"


async def test_a_gateway_that_is_away_when_we_start_is_waited_for(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    discord.faults["me"].append("503")
    discord.faults["gateway address"] += ["503"] * 2
    async with a_process(discord, articles, tmp_path) as process:
        await discord.command("brief", link=LINK)
        await discord.until(discord.posts)
        await process.settled()


@pytest.mark.usefixtures("process")
async def test_a_connection_that_is_cut_goes_on_where_it_was(discord: ScriptedDiscord) -> None:
    await discord.cut()
    await discord.until(lambda: discord.resumed)
    await discord.command("brief", link=LINK)
    await discord.until(discord.posts)
    assert len(discord.identified) == 1


@pytest.mark.usefixtures("process")
async def test_before_maintenance_the_bot_connects_anew(discord: ScriptedDiscord) -> None:
    await discord.ask_to_reconnect()
    await discord.until(lambda: discord.resumed)
    await discord.command("brief", link=LINK)
    await discord.until(discord.posts)


async def test_a_frozen_connection_is_replaced(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    discord.heartbeat_ms = 100
    async with a_process(discord, articles, tmp_path, heartbeat_timeout=0.5) as process:
        await discord.until(lambda: discord.connected)
        discord.frozen = True
        await discord.until(lambda: not discord.connected)
        discord.frozen = False
        await discord.command("brief", link=LINK)
        await discord.until(discord.posts)
        await process.settled()


async def test_an_invalid_session_is_begun_anew(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    discord.invalid_sessions.append(False)
    async with a_process(discord, articles, tmp_path):
        await discord.command("brief", link=LINK)
        await discord.until(discord.posts)


async def test_a_client_that_cannot_connect_again_is_thrown_away_and_nothing_that_is_sent_is_lost(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    articles.held = asyncio.Event()
    async with a_process(discord, articles, tmp_path, patience=0.3) as process:
        await discord.until(lambda: discord.connected)
        await discord.command("brief", link=LINK)
        await discord.until(lambda: articles.asked)
        discord.refuse_sockets = 1
        await discord.cut()
        await discord.until(lambda: len(discord.identified) == 2)
        articles.held.set()
        await discord.until(discord.posts)
        await process.settled()
        assert [said(each).splitlines()[0] for each in discord.posts()] == [HEADLINE]


async def test_when_discord_allows_no_more_connections_none_is_made(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    discord.starts_left, discord.reset_after_ms = 0, 3_600_000
    async with a_process(discord, articles, tmp_path), asyncio.timeout(PATIENCE):
        while "allows no more connections for 3600 s" not in caplog.text:  # noqa: ASYNC110 - a log sets no event
            await asyncio.sleep(0)
    assert discord.identified == []
    assert "gateway open" not in discord.wire()


@pytest.mark.parametrize("flags", [0, CONTENT_LIMITED])
async def test_message_content_is_asked_for_where_it_was_granted(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path, flags: int
) -> None:
    discord.flags = flags
    async with a_process(discord, articles, tmp_path):
        await discord.until(lambda: discord.connected)
    assert bool(discord.identified[0]["intents"] & CONTENT_INTENT) == bool(flags)


async def test_a_token_that_discord_does_not_take_is_said_to_be_wrong(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="does not take DISCORD_TOKEN"):
        async with a_process(discord, articles, tmp_path, token="MTAw.wrong.token") as process:
            await process.listening


async def test_what_was_posted_just_before_we_died_is_not_posted_again(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    """The process ends between Discord's taking the post and our noting it: the next finds it there."""
    discord.knows_nonces = False
    discord.faults["message"].append("hang")
    async with a_process(discord, articles, tmp_path):
        await discord.write(MENTION)
        await discord.until(discord.posts)
    async with a_process(discord, articles, tmp_path) as process:
        await discord.until(lambda: discord.connected)
        await process.bot.errands.resume()
        await process.settled()
        assert len(discord.posts()) == 1
        assert discord.wire("message", "history").endswith("history ok")


async def test_commands_are_sent_when_they_changed_and_not_again(
    discord: ScriptedDiscord, articles: FakeArticles, tmp_path: Path
) -> None:
    for _ in range(2):
        async with a_process(discord, articles, tmp_path):
            await discord.until(lambda: discord.connected)
    assert [each.name for each in discord.calls if each.name in {"commands", "sync"}] == [
        "commands",
        "sync",
        "commands",
    ]
    discord.commands[0]["description"] = "what an earlier version did"
    async with a_process(discord, articles, tmp_path):
        await discord.until(lambda: len([each for each in discord.calls if each.name == "sync"]) == 2)


def posted(discord: ScriptedDiscord) -> bool:
    return any(HEADLINE in said(each) for each in discord.posts())


GUEST: dict[str, Any] = {"authorizing_integration_owners": {"1": ANNA}, "app_permissions": "0"}


async def test_where_only_a_person_has_added_the_bot_it_answers_by_the_commands_own_token(
    discord: ScriptedDiscord, process: Running
) -> None:
    asked = {"id": "1", "name": "brief", "type": 1, "options": [{"name": "link", "type": 3, "value": LINK}]}
    await discord.interact(2, asked, **GUEST)
    await discord.until(lambda: posted(discord))
    await process.settled()
    question = {"name": "question", "type": 3, "value": "How long will the harbour close?"}
    await discord.interact(2, {"id": "2", "name": "ask", "type": 1, "options": [question]}, **GUEST)
    await discord.until(lambda: len(discord.posts()) == 2)
    await process.settled()
    assert "for a month" in said(discord.posts()[1])
    assert "message ok" not in discord.wire()
    (first, *_) = discord.posts()
    assert "Open a thread" not in [each.get("label") for each in inside(first["components"])]
