"""Digests in Slack: the stories in one message, the briefing of each in its thread. ``bot.digests.Platform``."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack.asked import thread_of
from adapters.slack.posting import Place
from adapters.slack.rendering.posts import messages, with_thread
from bot.errors import Undelivered
from bot.model import Notice

if TYPE_CHECKING:
    from adapters.slack.workspaces import Workspaces
    from bot.model import Channel, Delivery, Digest, Thread

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
            lost = await poster.lost(place, stamp, message)
            if lost:
                _log.error("Slack did not keep all of a message of digest %s: %s", delivery.subscription.ident, lost)
                await self._tell_of_loss(delivery, f"{key} {number} lost", lost)
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

    async def _tell_of_loss(self, delivery: Delivery, key: str, lost: str) -> None:
        """Slack has been seen to keep only the end of a message that was too large, and to say that all was well."""
        one = delivery.subscription
        told = f"Slack did not keep all of your digest {one.name}: {lost}. Tell whoever runs me, and set fewer stories."
        try:
            await self.tell_person(one.channel, one.manager, Notice(told), key)
        except Undelivered as error:
            _log.error("Nobody could be told of it: %s", error)
