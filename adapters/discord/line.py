"""The line to Discord: whichever client is logged in now. A gateway that failed is replaced; what is sent goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.calls import CANT_SEE, NO_PERMISSION, UNREACHABLE, call, refused
from adapters.pace import Pace
from bot.errors import Refused, Undelivered

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from adapters.discord.calls import Answer

NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "create_public_threads": "Create Public Threads",
    "read_message_history": "Read Message History",
}
"""The permissions the bot works with, by Discord's names for programs and for people."""

FOR_EMBEDS = {"embed_links": "Embed Links"}
"""What it needs beside them where posts are embeds."""


LIMITED_SECONDS = 30.0
"""The longest that discord.py waits for a rate limit inside a call; also what we wait between two calls."""


@dataclass(slots=True)
class Line:
    """Shared by all who send. ``now`` gives an aware UTC time; ``embeds`` is whether posts are embeds.

    Discord takes five messages in five seconds in a channel; ``pace`` keeps to one a second. ``pause`` is how long a
    look for a message waits, and ``limited`` how long it takes until we try again what a rate limit refused, both in
    seconds.
    """

    now: Callable[[], datetime]
    embeds: bool = False
    pace: Pace = field(default_factory=Pace)
    pause: float = 2.0
    limited: float = LIMITED_SECONDS
    _client: discord.Client | None = None

    def use(self, client: discord.Client) -> None:
        """Send over ``client``, which is logged in, from now on."""
        self._client = client

    @property
    def client(self) -> discord.Client:
        """The client that is logged in.

        Raises:
            Refused: if none is yet.
        """
        if self._client is None:
            raise refused(UNREACHABLE)
        return self._client

    async def channel(self, ident: str) -> discord.PartialMessageable:
        """The place of that name: a channel's or thread's number, or ``@`` and a person's, for direct messages.

        Raises:
            Undelivered: if the person can't be written to.
        """
        if not ident.startswith("@"):
            return self.client.get_partial_messageable(int(ident))
        direct = await call(self.client.create_dm(discord.Object(int(ident[1:]))))
        return self.client.get_partial_messageable(direct.id)

    async def there(self, channel: str, under_way: Awaitable[Answer]) -> Answer:
        """What a call that is about ``channel`` gives; a refusal for want of permissions names them.

        Raises:
            Undelivered: as ``call`` does.
        """
        try:
            return await call(under_way)
        except Refused as error:
            missing = self.missing(channel) if error.reason in {NO_PERMISSION, CANT_SEE} else ()
            if not missing:
                raise
            raise refused(error.reason, lacking(missing)) from error

    def missing(self, channel: str) -> tuple[str, ...]:
        """The permissions the bot lacks in a channel, by people's names; as far as is known here."""
        known = None if channel.startswith("@") else self.client.get_channel(int(channel))
        if not isinstance(known, discord.abc.GuildChannel | discord.Thread):
            return ()
        try:
            return missing_of(known.permissions_for(known.guild.me), thread=isinstance(known, discord.Thread))
        except (discord.ClientException, AttributeError):  # a thread whose channel isn't known; a server still loading
            return ()

    async def parent_of(self, channel: str) -> str:
        """The channel that a thread is in; nothing for what is no thread, or isn't known."""
        if channel.startswith("@"):
            return ""
        known: Any = self.client.get_channel(int(channel))
        if known is None:
            try:
                known = await call(self.client.fetch_channel(int(channel)))
            except Undelivered:
                return ""
        return str(known.parent_id) if isinstance(known, discord.Thread) else ""


def missing_of(
    granted: discord.Permissions, *, thread: bool = False, needed: dict[str, str] = NEEDED
) -> tuple[str, ...]:
    """Those of ``needed`` that are not granted; in a thread those of channels don't count, and the other way round."""
    elsewhere = {"send_messages", "create_public_threads"} if thread else {"send_messages_in_threads"}
    names = {name: says for name, says in needed.items() if name not in elsewhere}
    return tuple(says for name, says in names.items() if not getattr(granted, name))


def lacking(missing: tuple[str, ...]) -> str:
    """That permissions are missing, and who can mend it."""
    which = f"the permission {missing[0]}" if len(missing) == 1 else f"the permissions {', '.join(missing)}"
    return f"I lack {which} there; whoever runs the server can give it to me, and then ask again."
