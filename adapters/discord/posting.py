"""A message is posted once: the same nonce each time, and what was sent and never answered is looked for first.

Discord gives back the message that has a nonce already, within "a few minutes" (docs.discord.com, create message:
enforce_nonce). So it may be sent again at once; what another process may have sent hours ago has to be found.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import discord

from adapters.discord.calls import LIMITED
from adapters.discord.rendering.layouts import is_that, mark, sent
from bot.errors import Late, Refused, Undelivered, Unknown

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.discord.line import Line
    from adapters.discord.rendering.posts import Message

MOST_TRIES = 3
"""Times a message is sent of which nobody can tell whether it arrived."""

MOST_WAITS = 10
"""For a rate limit that is longer than discord.py waits by itself, each ``Line.limited``."""

LOOK_BACK = timedelta(minutes=5)
"""How far before now a message is looked for that was sent just now."""

LOOK_FAR_BACK = timedelta(hours=24)
"""The same for one that another process may have sent: it may have been down for as long as a digest is still posted,
six hours, and what people asked for waits longer."""

MOST_LOOKED_AT = 4_000
"""Messages. Where more was said meanwhile, nobody can tell whether it is there."""

_LONGEST_NONCE = 25

NO_MENTIONS = discord.AllowedMentions.none()


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a channel or thread by its number, or ``@`` and a person's; in reply to a message there, or to none."""

    channel: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """Posts in channels, threads and direct messages."""

    line: Line

    async def post(
        self, place: Place, message: Message, key: str, *, sought: bool = False, until: datetime | None = None
    ) -> str:
        """Post it; the number Discord gave it. With ``sought`` it may be there already, and is looked for first.

        Without ``until`` somebody waits for it, and so does it for a rate limit; with it, that is a refusal.

        Raises:
            Late: if it is later than ``until``; then nothing is sent.
            Refused: if Discord said no.
            Unknown: if it is not known whether it is there, and can't be found out.
        """
        async with self.line.pace.turn(place.channel):
            if sought and (found := await self._look(place, message, key, LOOK_FAR_BACK)):
                return found
            for attempt in range(MOST_TRIES):
                try:
                    return await self._send_patiently(place, message, key, until)
                except Unknown:
                    if attempt + 1 < MOST_TRIES:
                        await asyncio.sleep(self.line.pause)
                with suppress(Unknown):  # where we may not look, the nonce alone keeps it to one
                    if found := await self._look(place, message, key, LOOK_BACK):
                        return found
            raise Unknown

    async def _send_patiently(self, place: Place, message: Message, key: str, until: datetime | None) -> str:
        for wait in range(MOST_WAITS + 1):
            await self.line.pace.wait(place.channel)
            if until and self.line.now() > until:
                raise Late
            try:
                return await self._send(place, message, key)
            except Refused as error:
                if error.reason != LIMITED or until or wait == MOST_WAITS:
                    raise
            finally:
                self.line.pace.sent(place.channel)
            await asyncio.sleep(self.line.limited)
        raise Unknown

    async def _send(self, place: Place, message: Message, key: str) -> str:
        channel = await self.line.channel(place.channel)
        made = sent(message, mark(key), embeds=self.line.embeds)
        if place.reply_to:
            made["reference"] = _reply(channel.id, place.reply_to)
        posted = channel.send(**made, nonce=nonce(key), allowed_mentions=NO_MENTIONS)
        return str((await self.line.there(place.channel, posted)).id)

    async def _look(self, place: Place, message: Message, key: str, back: timedelta) -> str | None:
        """The number of the message with that key, sent at most ``back`` before now.

        Raises:
            Unknown: if Discord doesn't let us look, or there is too much to look through.
        """
        try:
            return await self._looked(place, message, key, back)
        except Undelivered as error:
            raise Unknown from error

    async def _looked(self, place: Place, message: Message, key: str, back: timedelta) -> str | None:
        channel = await self.line.channel(place.channel)
        ours = self.line.client.user
        since = discord.Object(discord.utils.time_snowflake(self.line.now() - back))
        seen = 0
        said = channel.history(limit=MOST_LOOKED_AT, after=since, oldest_first=False)
        while known := await self.line.there(place.channel, anext(said, None)):
            seen += 1
            if known.author == ours and is_that(known, message, mark(key), embeds=self.line.embeds):
                return str(known.id)
        if seen >= MOST_LOOKED_AT:
            raise Unknown
        return None


def nonce(key: str) -> str:
    """What Discord knows a message by that it was sent before; within a few minutes it then gives the first one."""
    return sha256(key.encode()).hexdigest()[:_LONGEST_NONCE]


def _reply(channel: int, message: str) -> discord.MessageReference:
    return discord.MessageReference(message_id=int(message), channel_id=channel, fail_if_not_exists=False)
