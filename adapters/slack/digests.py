"""Digests in Slack: the stories in one message, the briefing of each in its thread. ``bot.digests.Platform``."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack.asked import thread_of
from adapters.slack.posting import Place
from adapters.slack.rendering.posts import messages, with_thread

if TYPE_CHECKING:
    from adapters.slack.posting import Poster
    from adapters.slack.rendering.posts import Message
    from adapters.slack.workspaces import Workspaces
    from bot.model import Channel, Delivery, Digest, Notice, Thread

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SlackDigests:
    """Posts digests in every workspace."""

    workspaces: Workspaces

    async def post_digest(self, delivery: Delivery, digest: Digest, key: str) -> Thread:
        """Post it, once; what Slack stored is then compared with what was sent.

        Raises:
            Late: if the delivery's time is over.
            Undelivered: if it is not there, or nobody can tell.
        """
        channel = delivery.subscription.channel
        poster = await self.workspaces.poster(channel.workspace)
        root = ""
        for number, message in enumerate(with_thread(digest)):
            place = Place(channel.ident, root)
            stamp = await poster.post(place, message, f"{key} {number}", sought=delivery.again, until=delivery.until)
            await self._compare(poster, place, stamp, message)
            root = root or stamp
        return thread_of(channel.workspace, channel.ident, root)

    async def tell_person(self, channel: Channel, person: str, notice: Notice, key: str) -> None:
        """Say it to somebody in a direct message.

        Raises:
            Undelivered: if they can't be reached.
        """
        poster = await self.workspaces.poster(channel.workspace)
        for number, message in enumerate(messages(notice)):
            await poster.post(Place(person), message, f"{key} {number}")

    async def _compare(self, poster: Poster, place: Place, stamp: str, message: Message) -> None:
        """Slack has been seen to keep only the end of a message that was too large, and to say that all was well."""
        lost = await poster.lost(place, stamp, message)
        if lost:
            _log.error("Slack did not keep all of a digest's message: %s", lost)
