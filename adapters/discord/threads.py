"""A thread begins at a message, and has its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.discord.calls import THREAD_EXISTS
from adapters.discord.rendering.limits import LONGEST_THREAD_NAME
from adapters.plain import plain
from bot.errors import Refused

if TYPE_CHECKING:
    from adapters.discord.line import Line

_LASTS_MINUTES: Final = 1_440


async def open_thread(line: Line, channel: str, message: str, name: str) -> str:
    """Open a thread at a message, or find the one that is there; its number. Whoever comes second opens nothing.

    Raises:
        Undelivered: if there is none and none can be opened; a permission that is missing is named.
    """
    title = " ".join(plain(name).split())[:LONGEST_THREAD_NAME] or "Standfirst"
    # discord.py's PartialMessage.create_thread does the same, but only where the server is in its cache.
    begin = line.client.http.start_thread_with_message(
        int(channel), int(message), name=title, auto_archive_duration=_LASTS_MINUTES
    )
    try:
        return str((await line.there(channel, begin))["id"])
    except Refused as error:
        if error.reason != THREAD_EXISTS:
            raise
        return message
