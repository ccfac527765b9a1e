"""Digests in Discord: the stories in one message, the briefing of each in its thread. ``bot.digests.Platform``."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.discord.asked import conversation, personal
from adapters.discord.posting import Place, Poster
from adapters.discord.rendering.posts import Surroundings, messages
from adapters.discord.threads import open_thread
from adapters.wording import digest_title
from bot.errors import Refused, Undelivered
from bot.model import Notice

if TYPE_CHECKING:
    from adapters.discord.line import Line
    from bot.model import Channel, Delivery, Digest, Thread

_IN_THE_THREAD = Surroundings(threads=False)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DiscordDigests:
    """Posts digests in servers, and in direct messages."""

    line: Line
    _told: set[int] = field(default_factory=set[int])

    async def post_digest(self, delivery: Delivery, digest: Digest, key: str) -> Thread:
        """Post it, once, and the briefing of each story in its thread, where there can be one.

        Raises:
            Late: if the delivery's time is over.
            Undelivered: if it is not there, or nobody can tell.
        """
        channel = delivery.subscription.channel
        poster = Poster(self.line)
        root = ""
        for number, message in enumerate(messages(digest)):
            place = Place(channel.ident, root)
            stamp = await poster.post(place, message, f"{key} {number}", sought=delivery.again, until=delivery.until)
            root = root or stamp
        parent = await self.line.parent_of(channel.ident)
        threaded = not parent and not channel.ident.startswith("@") and bool(digest.stories)
        if threaded and (thread := await self._thread(delivery, digest, root, key)):
            for number, message in enumerate(
                part for story in digest.stories for part in messages(story.briefing, _IN_THE_THREAD)
            ):
                await poster.post(
                    Place(thread), message, f"{key} story {number}", sought=delivery.again, until=delivery.until
                )
        return conversation(channel.workspace, channel.ident, parent, root)

    async def tell_person(self, channel: Channel, person: str, notice: Notice, key: str) -> None:
        """Say it to somebody in a direct message.

        Raises:
            Undelivered: if they can't be reached.
        """
        del channel
        for number, message in enumerate(messages(notice)):
            await Poster(self.line).post(Place(personal(person)), message, f"{key} {number}")

    async def _thread(self, delivery: Delivery, digest: Digest, root: str, key: str) -> str:
        """The thread for the stories; nothing where none can be opened, which the manager hears of once."""
        one = delivery.subscription
        try:
            return await open_thread(self.line, one.channel.ident, root, digest_title(digest))
        except Refused as error:
            _log.warning("Digest %s has no thread: %s", one.ident, error)
            if one.ident not in self._told:
                self._told.add(one.ident)
                await self._tell(delivery, f"Your digest {one.name} is posted without its thread. {error}", key)
        return ""

    async def _tell(self, delivery: Delivery, text: str, key: str) -> None:
        one = delivery.subscription
        try:
            await self.tell_person(one.channel, one.manager, Notice(text), f"{key} thread")
        except Undelivered as error:
            _log.error("Nobody could be told of it: %s", error)
