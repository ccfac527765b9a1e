"""One conversation with the bot, on a platform, in a terminal or in the playground: what is typed, and then seen.

What is seen is brought to plain words, without the markup, buttons and progress of a platform, so that what was said
in one room can be held against what was said in another.
"""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from lxml import html

from adapters.behind import Behind
from adapters.chat import PLATFORM, chat
from adapters.database.claims import Times
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Ledger, Records, Subscriptions
from adapters.engine.local import Local
from adapters.playground.pages import Pages
from adapters.terminal import plain
from bot.errors import IsOpml
from bot.model import Digest, Notice
from tests.adapters.discord.conftest import a_world, shown
from tests.adapters.playground.conftest import a_playground
from tests.adapters.slack.conftest import a_bot as a_slack_bot
from tests.fakes import FakeFeeds, Inline
from tests.peers.slack.server import scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from pathlib import Path

    from adapters.chat import Chat
    from bot.model import Headlines, Post
    from tests.adapters.discord.conftest import World
    from tests.adapters.playground.conftest import Playground
    from tests.adapters.slack.conftest import Bot
    from tests.fakes import FakeArticles

    Feed = Callable[[datetime], Headlines]

WIDE = 10_000
_PROGRESS = re.compile(r"^(Reading|Looking|Putting)\b.* …$")
_MARKUP = re.compile(r"^(### |-# |> |- |• |# |\*\*)+", re.MULTILINE)
_ADDRESS = re.compile(r"^\s*https?://\S+$", re.MULTILINE)
"""A terminal has no place behind a word for the address it leads to, so that stands on a line of its own."""

_LINK = re.compile(r"\[([^\]]*)\]\(<[^>]*>\)")


_SOURCES = {"add": "add", "import": "add", "drop": "remove", "sources": "list", "export": "export"}
"""What is typed about sources elsewhere, and what it is called in Discord."""


class Room(Protocol):
    """Where somebody talks with the bot. What each does has come to its end when it returns."""

    async def brief(self, text: str) -> None:
        """``/brief`` with that."""
        ...

    async def ask(self, question: str) -> None:
        """About the briefing or digest that was posted last, where people ask about it there."""
        ...

    async def digest(self, text: str) -> None:
        """``/digest`` with that, or what stands for it."""
        ...

    async def forget(self, text: str) -> None:
        """``/forget`` with that."""
        ...

    async def help(self) -> None:
        """What can I do?"""
        ...

    async def deliver(self) -> None:
        """The digests that are due."""
        ...

    def feed(self, url: str, made: Feed) -> None:
        """Let there be a feed at that address."""
        ...

    def opml(self, url: str, feeds: Sequence[str]) -> None:
        """Let there be a list of feeds at that address."""
        ...

    def seen(self) -> list[str]:
        """All that the asker has seen until now, in plain words."""
        ...


def this_minute() -> datetime:
    """Now, for feeds whose headlines are as old as each other."""
    return datetime.now(UTC).replace(second=0, microsecond=0)


def words(text: str) -> str:
    """What a post says, without how."""
    text = _LINK.sub(r"\1", text).replace("*", "")
    lines = (_MARKUP.sub("", line).strip().strip("_") for line in text.splitlines())
    return " ".join(" ".join(lines).split())


class SlackRoom:
    """A channel of the scripted Slack's."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.slack = bot.slack

    async def brief(self, text: str) -> None:
        await self.slack.command(text)
        await self.bot.settled()

    async def ask(self, question: str) -> None:
        root = [each for each in self.slack.posts() if each.get("bot_id") and "thread_ts" not in each][-1]
        await self.slack.message(question, thread_ts=root["ts"])
        await self.bot.settled()

    async def digest(self, text: str) -> None:
        await self.slack.command(text, command="/digest")
        await self.bot.settled()

    async def forget(self, text: str) -> None:
        await self.slack.command(text, command="/forget")
        await self.bot.settled()

    async def help(self) -> None:
        await self.slack.command("help")
        await self.bot.settled()

    async def deliver(self) -> None:
        await self.bot.press.run_due("slack")

    def feed(self, url: str, made: Feed) -> None:
        self.bot.feeds.shelf[url] = made(this_minute())

    def opml(self, url: str, feeds: Sequence[str]) -> None:
        self.bot.feeds.shelf[url] = IsOpml(feeds)

    def seen(self) -> list[str]:
        said = {"chat.postMessage", "chat.postEphemeral", "response_url"}
        sent = [call.body for call in self.slack.calls if call.answer == "ok" and call.method in said]
        texts = [words("\n".join(_said_in_blocks(body.get("blocks", body["text"])))) for body in sent]
        return [each for each in texts if not _PROGRESS.match(each)]


class DiscordRoom:
    """A channel of a Discord that others wrote."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.told: list[str] = []

    async def brief(self, text: str) -> None:
        await self._typed("brief", **({"link": text} if "://" in text[:10] else {"text": text}))

    async def ask(self, question: str) -> None:
        await self._typed("ask", question=question)

    async def digest(self, text: str) -> None:
        first, *rest = text.split()
        if first == "list":
            await self._typed("digest list")
        elif first == "why":
            await self._typed("digest why", link=rest[-1], **({"digest": int(rest[0])} if rest[1:] else {}))
        elif first == "set":
            number, part, *value = rest
            await self._typed("digest set", digest=int(number), part=part, value=" ".join(value))
        elif first in _SOURCES:
            name = f"sources {_SOURCES[first]}"
            await self._typed(name, digest=int(rest[0]), **({"source": rest[1]} if rest[1:] else {}))
        elif rest and rest[0].isdecimal():
            await self._typed(f"digest {first}", digest=int(rest[0]))
        else:
            sources = " ".join(each for each in text.split() if "://" in each)
            when = " ".join(each for each in text.split() if "://" not in each)
            await self._typed("digest create", sources=sources, when=when)

    async def forget(self, text: str) -> None:
        await self._typed("forget", what=text)

    async def help(self) -> None:
        await self._typed("standfirst")

    async def deliver(self) -> None:
        before = self._posts()
        await self.world.due()
        self.told += [words(shown(each)) for ident, each in self._posts().items() if ident not in before]

    def feed(self, url: str, made: Feed) -> None:
        self.world.bot.feeds.shelf[url] = made(self.world.env.now())

    def opml(self, url: str, feeds: Sequence[str]) -> None:
        self.world.bot.feeds.shelf[url] = IsOpml(feeds)

    def seen(self) -> list[str]:
        return self.told

    def _posts(self) -> dict[int, Any]:
        channel = self.world.channel
        return {each.id: each for place in (channel, *channel.threads) for each in self.world.said(place)}

    async def _typed(self, command: str, **options: Any) -> None:  # noqa: ANN401 - of any type
        done = await self.world.anna.slash(self.world.channel, command, **options)
        self.told += [words(shown(each)) for each in (done.response, *done.followups) if each]


class TerminalRoom:
    """A terminal."""

    def __init__(self, talk: Chat, feeds: FakeFeeds, posts: list[Post]) -> None:
        self.talk = talk
        self.feeds = feeds
        self.posts = posts

    async def brief(self, text: str) -> None:
        await self.talk.hear(f"/brief {text}")

    async def ask(self, question: str) -> None:
        await self.talk.hear(question)

    async def digest(self, text: str) -> None:
        await self.talk.hear(f"/digest {text}")

    async def forget(self, text: str) -> None:
        await self.talk.hear(f"/forget {text}")

    async def help(self) -> None:
        await self.talk.hear("help")

    async def deliver(self) -> None:
        await self.talk.press.run_due(PLATFORM)

    def feed(self, url: str, made: Feed) -> None:
        self.feeds.shelf[url] = made(this_minute())

    def opml(self, url: str, feeds: Sequence[str]) -> None:
        self.feeds.shelf[url] = IsOpml(feeds)

    def seen(self) -> list[str]:
        texts = [each.text if isinstance(each, Notice) else _ADDRESS.sub("", plain(each, WIDE)) for each in self.posts]
        return [words(each) for each in texts if not _PROGRESS.match(each)]


class PlaygroundRoom:
    """A browser's conversation in the playground; what its page shows."""

    def __init__(self, playground: Playground) -> None:
        self.desk = playground.desk
        self.feeds = playground.feeds
        self.pages = Pages(self.desk.site)
        self.name = "0" * 32
        self.told = dict[int, str]()

    async def brief(self, text: str) -> None:
        await self._heard(f"/brief {text}")

    async def ask(self, question: str) -> None:
        last = [each for each in self.desk.boards.of(self.name).entries if each.articles][-1:]
        await self._heard(question, last[0].thread if last else "")

    async def digest(self, text: str) -> None:
        await self._heard(f"/digest {text}")

    async def forget(self, text: str) -> None:
        await self._heard(f"/forget {text}")

    async def help(self) -> None:
        await self._heard("help")

    async def deliver(self) -> None:
        """And what stands in their threads elsewhere, and behind a button of each story here."""
        known = self.desk.boards.of(self.name).entries
        await self.desk.press.run_due("playground")
        self._look()
        for entry in [each for each in self.desk.boards.of(self.name).entries if each not in known]:
            for story in entry.what.stories if isinstance(entry.what, Digest) else ():
                await self.desk.brief(self.name, story.briefing.article.fingerprint, entry.thread)
        self._look()

    def feed(self, url: str, made: Feed) -> None:
        self.feeds.shelf[url] = made(this_minute())

    def opml(self, url: str, feeds: Sequence[str]) -> None:
        self.feeds.shelf[url] = IsOpml(feeds)

    def seen(self) -> list[str]:
        return [self.told[number] for number in sorted(self.told)]

    async def _heard(self, line: str, thread: str = "") -> None:
        await self.desk.hear(self.name, line, thread)
        self._look()

    def _look(self) -> None:
        """What is forgotten is not on the page any more, but was seen."""
        said = ".//text()[not(ancestor::nav or ancestor::form)]"
        for each in html.fromstring(self.pages.feed(self.desk.boards.of(self.name))).iter("article"):
            if "post" in each.get("class", "").split():
                self.told[int(each.get("data-post", "0"))] = words(" ".join(map(str, each.xpath(said))))


@asynccontextmanager
async def slack_room(articles: FakeArticles, folder: Path) -> AsyncGenerator[Room]:
    """Slack."""
    async with scripted_slack() as slack, a_slack_bot(slack, articles, folder / "slack.db") as bot:
        yield SlackRoom(bot)
        assert slack.problems == []


@asynccontextmanager
async def discord_room(articles: FakeArticles, folder: Path) -> AsyncGenerator[Room]:
    """Discord."""
    async with a_world(folder, articles) as world:
        yield DiscordRoom(world)


@asynccontextmanager
async def terminal_room(articles: FakeArticles, folder: Path) -> AsyncGenerator[Room]:
    """A terminal."""
    now = partial(datetime.now, UTC)
    with open_database(f"sqlite:///{folder / 'terminal.db'}") as database:
        feeds, posts = FakeFeeds(), list["Post"]()
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
        yield TerminalRoom(chat(behind, posts.append), feeds, posts)


@asynccontextmanager
async def playground_room(articles: FakeArticles, folder: Path) -> AsyncGenerator[Room]:
    """The playground."""
    async with a_playground(folder, articles=articles) as playground:
        yield PlaygroundRoom(playground)


ROOMS = {"slack": slack_room, "discord": discord_room, "terminal": terminal_room, "playground": playground_room}


def _said_in_blocks(part: Any) -> list[str]:  # noqa: ANN401 - JSON
    """The lines of text in Slack's blocks; buttons aside."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, list):
        return [line for each in part for line in _said_in_blocks(each)]
    if not isinstance(part, dict) or part.get("type") in {"actions", "context_actions", "button"}:
        return []
    if part.get("type") in {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}:
        return ["".join(str(each.get("text", each.get("url", ""))) for each in part["elements"])]
    if isinstance(part.get("text"), str):
        return [part["text"]]
    return [line for name in ("text", "elements", "fields") if name in part for line in _said_in_blocks(part[name])]
