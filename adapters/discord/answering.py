"""The answer to an interaction, by its token: for a quarter of an hour, wherever it was asked."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.calls import call
from adapters.discord.posting import NO_MENTIONS
from adapters.discord.rendering.layouts import mark, sent
from adapters.discord.rendering.posts import messages
from bot.errors import Undelivered, Unknown
from bot.model import Notice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from adapters.discord.asked import Asked
    from adapters.discord.line import Line
    from adapters.discord.rendering.posts import Message

LASTS = timedelta(minutes=14, seconds=30)
"""A token is taken for fifteen minutes from when the interaction was made; what we send takes a while too."""

MOST_TRIES = 3
"""Of what does the same however often it is done."""


_log = logging.getLogger(__name__)


class _Original(int):
    """What the API takes in the place of a message's number (interactions: receiving and responding).

    discord.py has it for an interaction that is at hand only; after a restart there is none.
    """

    def __str__(self) -> str:
        return "@original"


_ORIGINAL = _Original()


def alive(asked: Asked, line: Line) -> bool:
    """Whether there is a token that can still be answered by."""
    return bool(asked.token) and line.now() < discord.utils.snowflake_time(int(asked.source)) + LASTS


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers one interaction that was acknowledged before: by a "thinking…" that everyone sees, or the asker alone."""

    asked: Asked
    line: Line

    async def put(self, message: Message, key: str) -> str:
        """In the place of "thinking…"; the number of the message. Done again it changes nothing.

        Raises:
            Undelivered: if it can't be put there.
        """

        async def edited() -> str:
            made = sent(message, mark(key), embeds=self.line.embeds)
            known = await self._hook().edit_message(_ORIGINAL, **made, allowed_mentions=NO_MENTIONS)
            return str(known.id)

        return str(await _repeated(edited))

    async def add(self, message: Message, key: str, *, alone: bool) -> None:
        """One more message, once something stands in the place of "thinking…"; ``alone``: only the asker sees it.

        Raises:
            Undelivered: if it is not there, or nobody can tell.
        """
        made: Any = sent(message, mark(key), embeds=self.line.embeds)
        await call(self._hook().send(**made, ephemeral=alone, wait=True, allowed_mentions=NO_MENTIONS))

    async def turn_aside(self, parts: Sequence[Message], key: str) -> None:
        """Say it to the asker alone although everyone saw "thinking…", which then goes.

        What is sent first takes the place of "thinking…" and is seen by everyone, whatever was asked for
        (github.com/discord/discord-api-docs/issues/2866); so something else has to stand there meanwhile.

        Raises:
            Undelivered: if it is not there, or nobody can tell.
        """
        (moment, *_) = messages(Notice("One moment …"))
        try:
            await self.put(moment, f"{key} moment")
            for number, part in enumerate(parts):
                await self.add(part, f"{key} {number}", alone=True)
        finally:
            try:
                await _repeated(lambda: self._hook().delete_message(_ORIGINAL))
            except Undelivered as error:
                _log.info("An acknowledgement could not be taken away: %s", type(error).__name__)

    def _hook(self) -> discord.Webhook:
        client = self.line.client
        hook = discord.Webhook.partial(client.application_id or 0, self.asked.token, client=client)
        hook.type = discord.WebhookType.application
        return hook


async def _repeated(what: Callable[[], Awaitable[Any]]) -> Any:  # noqa: ANN401 - whatever it gives
    for _ in range(MOST_TRIES - 1):
        try:
            return await call(what())
        except Unknown:
            continue
    return await call(what())
