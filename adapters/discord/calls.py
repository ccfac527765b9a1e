"""A call to Discord, with what a failure means: it was not sent, it was refused, or nobody can tell.

discord.py waits for rate limits and repeats what a server error met; what it gives up on comes here. Sources:
docs.discord.com, topics: opcodes and status codes (JSON error codes); the rest was seen happening.
"""

from __future__ import annotations

import asyncio
from json import JSONDecodeError
from typing import TYPE_CHECKING, TypeVar

import discord
from aiohttp import ClientConnectorError, ClientError

from bot.errors import Gone, Refused, Unknown

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bot.errors import Undelivered

TIMEOUT_SECONDS = 45.0
"""For one call, with all that discord.py does meanwhile: five attempts that met server errors take 25."""

LIMITED, UNREACHABLE, BAD_TOKEN, BAD_INTENTS = "ratelimited", "unreachable", "bad_token", "bad_intents"
NO_PERMISSION, CANT_SEE, TOO_LATE, ANSWERED_ALREADY = "no_permission", "cant_see", "too_late", "answered_already"
THREAD_EXISTS = "thread_exists"
"""Reasons that our own code must tell apart from others."""

Answer = TypeVar("Answer")

_TOO_MANY, _SERVER_ERROR = 429, 500
_GONE = {
    10003: "That channel is not there any more.",
    10004: "I am not in that server any more.",
}
_REASONS = {
    10008: ("unknown_message", "The message it belongs to is gone; ask again."),
    10015: (TOO_LATE, "That took longer than Discord waits; ask again."),
    10062: (TOO_LATE, "That took longer than Discord waits; ask again."),
    40060: (ANSWERED_ALREADY, "That was answered already."),
    50001: (CANT_SEE, "I can't see that channel; whoever runs the server can let me, with View Channel."),
    50007: ("no_direct_messages", "You don't take direct messages from me; the server's privacy settings allow them."),
    50013: (NO_PERMISSION, "I lack a permission there; whoever runs the server can give it to me."),
    50024: ("wrong_channel", "Discord doesn't allow that in this kind of channel; ask in a text channel."),
    50027: (TOO_LATE, "That took longer than Discord waits; ask again."),
    50035: ("invalid", "Discord did not take my answer as it was; tell whoever runs me."),
    50083: ("archived", "That thread is archived; open it again and ask once more."),
    160004: (THREAD_EXISTS, "There is a thread there already."),
    160005: ("locked", "That thread is locked; ask in the channel."),
}  # fmt: skip
_REMEDIES = {
    LIMITED: "Discord asks me to slow down; try again in a minute.",
    UNREACHABLE: "Discord could not be reached; try again in a minute.",
    BAD_TOKEN: "Discord does not take DISCORD_TOKEN; reset it on your app's page under Bot, and set it.",
    BAD_INTENTS: "Discord refuses an intent; see Bot, Privileged Gateway Intents, on your app's page.",
}
_NO_REMEDY = "Discord did not take my answer ({reason}); try again, or tell whoever runs me."


async def call(under_way: Awaitable[Answer]) -> Answer:
    """What it gives.

    Raises:
        Refused: if it had no effect: not sent, or Discord said no.
        Gone: if what it was about isn't there any more.
        Unknown: if nobody can tell whether it had one.
    """
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            return await under_way
    except discord.RateLimited as error:
        raise refused(LIMITED) from error
    except discord.HTTPException as error:
        raise _meaning(error) from error
    except ClientConnectorError as error:
        raise refused(UNREACHABLE) from error
    # What is no JSON, or not what was to come, fails inside discord.py as whatever it is; so does a session that
    # another part of the bot closed meanwhile (RuntimeError).
    except (
        ClientError,
        OSError,
        TimeoutError,
        JSONDecodeError,
        discord.DiscordException,
        KeyError,
        TypeError,
        AttributeError,
        RuntimeError,
    ) as error:
        raise Unknown from error


def refused(reason: str, remedy: str = "") -> Refused:
    """That something was refused, with what can be done about it."""
    return Refused(reason, remedy or _REMEDIES.get(reason) or _NO_REMEDY.format(reason=reason))


def _meaning(error: discord.HTTPException) -> Undelivered:
    if error.status == _TOO_MANY:
        return refused(LIMITED)
    if error.status >= _SERVER_ERROR:
        return Unknown()
    if error.code in _GONE:
        return Gone(_GONE[error.code])
    reason, remedy = _REASONS.get(error.code, (f"{error.status} {error.code}", ""))
    return refused(reason, remedy)
