"""Where one answer goes in Discord: into its channel or thread, or to the asker alone. ``bot.ports.Outlet``."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.discord.answering import Answering, alive
from adapters.discord.asked import conversation, personal
from adapters.discord.calls import TOO_LATE, call
from adapters.discord.posting import Place, Poster
from adapters.discord.rendering.posts import Surroundings, messages
from bot.errors import Refused, Undelivered, Unknown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from adapters.discord.asked import Asked
    from adapters.discord.line import Line
    from adapters.discord.rendering.posts import Message
    from bot.model import Notice, Post, Thread

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class DiscordOutlet:
    """For the answer to one request. ``key`` is the errand's; ``again`` is whether an earlier process began it."""

    asked: Asked
    key: str
    line: Line
    again: bool = False
    _shown: asyncio.Task[None] | None = field(default=None, init=False)
    _posted: int = field(default=0, init=False)

    async def progress(self, doing: str) -> None:
        """An interaction shows "thinking…" from the moment it was acknowledged; a message gets "typing…"."""
        if not self.asked.token and not self.again:
            self._shown = asyncio.create_task(self._type(doing))

    async def post(self, post: Post) -> Thread | None:
        """Post it, in as many messages as it takes; those after the first reply to it.

        Raises:
            Undelivered: if it is not there, or nobody can tell.
        """
        await self._settle()
        parts = messages(post, self._surroundings())
        thread = await self._put(parts)
        self._posted += len(parts)  # another post may follow: two messages never share a key
        return thread

    async def _put(self, parts: Sequence[Message]) -> Thread | None:
        asked = self.asked
        public = asked.member and not asked.private
        if not alive(asked, self.line) or (self._posted and public):
            return await self._post(parts)
        if self._posted:
            await self._add(parts)
            return None
        try:
            first = await self._answering.put(parts[0], self._key(0))
        except Refused as error:
            if error.reason != TOO_LATE:
                raise
            return await self._post(parts)
        if public:
            await self._post(parts, first)
            return conversation(asked.workspace, asked.channel, asked.parent, first)
        await self._add(parts[1:], 1)
        return None if asked.private else conversation(asked.workspace, asked.channel, asked.parent, first)

    async def tell(self, notice: Notice) -> None:
        """Say it to the asker alone, by one of the ways there are; better twice than not at all.

        Raises:
            Undelivered: if none works.
        """
        await self._settle()
        said = f"{notice.text} {self.asked.warning}".strip() if self.asked.warning else notice.text
        parts = messages(type(notice)(said))
        last: Undelivered | None = None
        for way in self._ways(parts):
            try:
                await way()
            except Undelivered as error:
                last = error
            else:
                return
        if last:
            raise last

    @property
    def _answering(self) -> Answering:
        return Answering(self.asked, self.line)

    def _surroundings(self) -> Surroundings:
        asked = self.asked
        return Surroundings(
            private=bool(asked.private), threads=bool(asked.member) and not asked.parent and not asked.direct
        )

    def _ways(self, parts: Sequence[Message]) -> Sequence[Callable[[], Awaitable[object]]]:
        asked = self.asked

        async def answer() -> None:
            if not (asked.private or asked.direct):
                await self._answering.turn_aside(parts, f"{self.key} notice")
                return
            await self._answering.put(parts[0], f"{self.key} notice")
            for number, part in enumerate(parts[1:], 1):
                await self._answering.add(part, f"{self.key} notice {number}", alone=True)

        async def directly() -> None:
            await self._post_notice(Place(personal(asked.person)), parts)

        async def here() -> None:
            await self._post_notice(Place(asked.channel, self._asked_by()), parts)

        ways = [answer] if alive(asked, self.line) else []
        if asked.direct:
            return [*ways, here]
        return [*ways, directly, *([here] if asked.member else [])]

    async def _post(self, parts: Sequence[Message], root: str = "") -> Thread | None:
        """Post the parts, or those behind the ``root`` that is there already, without the help of an interaction."""
        asked = self.asked
        channel = asked.channel if asked.member and not asked.private else personal(asked.person)
        poster = Poster(self.line)
        for number, part in enumerate(parts):
            if number or not root:
                place = Place(channel, root or (self._asked_by() if channel == asked.channel else ""))
                stamp = await poster.post(place, part, self._key(number), sought=self.again)
                root = root or stamp
        if asked.private:
            return None
        if channel != asked.channel:
            return conversation(personal(asked.person), channel, "", root)
        return conversation(asked.workspace, asked.channel, asked.parent, root)

    async def _post_notice(self, place: Place, parts: Sequence[Message]) -> None:
        for number, part in enumerate(parts):
            key = f"{self.key} notice {number}" if number else f"{self.key} notice"
            await Poster(self.line).post(place, part, key, sought=self.again)

    async def _add(self, parts: Sequence[Message], first: int = 0) -> None:
        """Where only the token can post; whether an earlier process has done so already, nobody can tell."""
        if parts and self.again:
            raise Unknown
        for number, part in enumerate(parts, first):
            await self._answering.add(part, self._key(number), alone=bool(self.asked.private))

    def _asked_by(self) -> str:
        """The message that the answer replies to; an interaction is none."""
        return "" if self.asked.token else self.asked.source

    def _key(self, number: int) -> str:
        return f"{self.key} {self._posted + number}"

    async def _type(self, doing: str) -> None:
        try:
            channel = await self.line.channel(self.asked.channel)
            await call(channel.typing())
        except Undelivered as error:
            _log.info("That I am %s could not be shown: %s", doing, type(error).__name__)

    async def _settle(self) -> None:
        """What shows progress must not come after the answer."""
        if self._shown:
            await self._shown
            self._shown = None
