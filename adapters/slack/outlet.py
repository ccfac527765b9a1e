"""Where one answer goes in Slack: into its channel or thread, or to the asker alone. ``bot.ports.Outlet``."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.slack.asked import thread_of
from adapters.slack.client import call, respond
from adapters.slack.posting import Place
from adapters.slack.rendering.posts import Surroundings, messages
from bot.errors import Refused, Undelivered

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from adapters.slack.asked import Asked
    from adapters.slack.posting import Poster
    from adapters.slack.rendering.posts import Message
    from bot.model import Notice, Post, Thread

_NO_WAY_IN = frozenset({"not_in_channel", "channel_not_found"})

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class SlackOutlet:
    """For the answer to one request. ``key`` is the errand's; ``again`` is whether an earlier process began it."""

    asked: Asked
    key: str
    poster: Poster
    again: bool = False
    _shown: asyncio.Task[None] | None = field(default=None, init=False)
    _status: bool = field(default=False, init=False)
    _posted: int = field(default=0, init=False)

    async def progress(self, doing: str) -> None:
        """Begin to show it; nobody waits for Slack to have done so before they begin to work."""
        if not self.again:
            self._shown = asyncio.create_task(self._show(doing))

    async def post(self, post: Post) -> Thread | None:
        """Post it, in as many messages as it takes; those after the first go to its thread.

        Raises:
            Undelivered: if it is not there, or nobody can tell.
        """
        await self._settle()
        parts = messages(post, Surroundings(private=bool(self.asked.private)))
        if self.asked.private and self.asked.answer_url:
            await self._respond(parts, "ephemeral")
            return None
        if self.asked.private:
            return await self._post(Place(self.asked.person), parts)
        try:
            return await self._post(Place(self.asked.channel, self.asked.thread), parts)
        except Refused as error:
            if error.reason not in _NO_WAY_IN or not self.asked.answer_url:
                raise
        await self._respond(parts, "in_channel")  # works where the bot is no member, but begins no thread of ours
        return None

    async def tell(self, notice: Notice) -> None:
        """Say it to the asker alone, by one of the ways there are; better twice than not at all.

        Raises:
            Undelivered: if none works.
        """
        await self._settle()
        (message, *_) = messages(notice)
        last: Undelivered | None = None
        for way in self._ways(message):
            try:
                await way()
            except Undelivered as error:
                last = error
            else:
                await self._clear_status()
                return
        if last:
            raise last

    def _ways(self, message: Message) -> Sequence[Callable[[], Awaitable[object]]]:
        asked = self.asked
        blocks = list(message.blocks)
        client = self.poster.client

        async def answer() -> None:
            await respond(asked.answer_url, text=message.text, blocks=blocks, response_type="ephemeral", **_STAYS)

        async def hidden() -> None:
            await call(
                client,
                "chat.postEphemeral",
                channel=asked.channel,
                user=asked.person,
                thread_ts=asked.thread or None,
                text=message.text,
                blocks=blocks,
            )

        async def here() -> None:
            await self.poster.post(Place(asked.channel, asked.thread), message, f"{self.key} notice", sought=self.again)

        async def directly() -> None:
            await self.poster.post(Place(asked.person), message, f"{self.key} notice", sought=self.again)

        ways = [answer] if asked.answer_url else []
        if asked.direct:
            return [*ways, here]
        return [*ways, *([hidden] if asked.channel else []), directly]

    async def _show(self, doing: str) -> None:
        asked, client = self.asked, self.poster.client
        try:
            if asked.answer_url:
                await respond(asked.answer_url, text=doing, response_type="ephemeral", **_STAYS)
                return
            self._status = bool(asked.thread) and await self._set_status(doing)
            if not self._status and asked.channel:
                await call(client, "chat.postEphemeral", channel=asked.channel, user=asked.person, text=doing)
        except Undelivered as error:
            _log.info("Progress could not be shown: %s", type(error).__name__)

    async def _settle(self) -> None:
        """What shows progress must not come after the answer."""
        if self._shown:
            await self._shown
            self._shown = None

    async def _clear_status(self) -> None:
        """A post in the thread takes the status away; what the asker alone sees does not."""
        if not self._status:
            return
        try:
            await self._set_status("")
        except Undelivered as error:
            _log.info("A status could not be taken away: %s", type(error).__name__)

    async def _set_status(self, doing: str) -> bool:
        """Show it under the thread; false where Slack has no such place."""
        try:
            await call(
                self.poster.client,
                "assistant.threads.setStatus",
                channel_id=self.asked.channel,
                thread_ts=self.asked.thread,
                status=doing,
            )
        except Refused:
            return False
        return True

    async def _post(self, place: Place, parts: Sequence[Message]) -> Thread:
        root = place.thread
        for part in parts:
            key = f"{self.key} {self._posted}"
            stamp = await self.poster.post(Place(place.channel, root), part, key, sought=self.again)
            self._posted += 1  # the next may be another post's: two messages never share a key
            root = root or stamp
        return thread_of(self.asked.workspace, place.channel, root)

    async def _respond(self, parts: Sequence[Message], to: str) -> None:
        for part in parts:
            await respond(self.asked.answer_url, text=part.text, blocks=list(part.blocks), response_type=to, **_STAYS)


_STAYS = {"replace_original": False, "unfurl_links": False, "unfurl_media": False}
