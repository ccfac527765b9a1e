"""One scriptable fake for each port whose real part a test does without."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.errors import ModelError, NotAFeed, NotFound
from bot.model import Thread
from summariser.ports import Reply
from summariser.reading import Reading, read_article

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.errors import StandfirstError
    from bot.model import Channel, Delivery, Digest, Headlines, Notice
    from bot.ports import Answer
    from summariser.model import Article
    from summariser.ports import Prompt


@dataclass(slots=True)
class FakeArticles:
    """Articles from a table; a link may also have an error, and can be made to wait until it is let go, or to take a
    number of seconds.
    """

    shelf: dict[str, Article | StandfirstError | Exception] = field(
        default_factory=dict[str, "Article | StandfirstError | Exception"]
    )
    asked: list[str] = field(default_factory=list[str])
    held: asyncio.Event | None = None
    takes: float = 0.0

    async def read(self, link: str, *, raw: bool = False) -> Reading:
        self.asked.append(link)
        if self.held is not None:
            await self.held.wait()
        if self.takes:
            await asyncio.sleep(self.takes)
        found = self.shelf.get(link) or NotFound("paper.example")
        if isinstance(found, Exception):
            raise found
        return read_article(found, raw=raw)


class Inline:
    """Nowhere else to think: in a thread, so that the loop goes on."""

    async def run(self, work: Callable[[], Answer]) -> Answer:
        return await asyncio.to_thread(work)


@dataclass(slots=True)
class FakeFeeds:
    """Feeds from a table; an address may also have an error."""

    shelf: dict[str, Headlines | StandfirstError] = field(default_factory=dict[str, "Headlines | StandfirstError"])
    asked: list[str] = field(default_factory=list[str])

    async def read(self, link: str) -> Headlines:
        self.asked.append(link)
        found = self.shelf.get(link) or NotAFeed()
        if isinstance(found, Exception):
            raise found
        return found


@dataclass(slots=True)
class FakeModel:
    """A language model that answers what it is told to, in turn, or fails so; the last answer again and again.

    It can be made to wait until it is let go.
    """

    answers: list[Mapping[str, Any] | ModelError]
    prompts: list[Prompt] = field(default_factory=list["Prompt"])
    held: asyncio.Event | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def complete(self, prompt: Prompt) -> Reply:
        self.prompts.append(prompt)
        self.asked.set()
        if self.held is not None:
            await self.held.wait()
        given = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(given, ModelError):
            raise given
        return Reply(given, "fake-1", tokens_in=100, tokens_out=10, requests=1)


@dataclass(slots=True)
class FakePlatform:
    """Where digests are posted and managers told; each may be refused, once for each error in ``refuses``."""

    posted: list[tuple[str, Digest]] = field(default_factory=list[tuple[str, "Digest"]])
    told: list[str] = field(default_factory=list[str])
    refuses: list[StandfirstError] = field(default_factory=list["StandfirstError"])
    silent: list[StandfirstError] = field(default_factory=list["StandfirstError"])
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def until_posted(self, number: int) -> None:
        """Wait until so many digests are there."""
        async with asyncio.timeout(20):
            while len(self.posted) < number:
                self.changed.clear()
                await self.changed.wait()

    async def post_digest(self, delivery: Delivery, digest: Digest, key: str) -> Thread:
        if self.refuses:
            raise self.refuses.pop(0)
        self.posted.append((key, digest))
        self.changed.set()
        return Thread(delivery.subscription.channel, key)

    async def tell_person(self, channel: Channel, person: str, notice: Notice, key: str) -> None:
        del channel, person, key
        if self.silent:
            raise self.silent.pop(0)
        self.told.append(notice.text)


async def at_once(seconds: float) -> None:
    """A pause that takes no time."""
    del seconds
