"""The link by which a server's administrators add the bot, with the least permissions it works with."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error

import discord

from adapters.discord.line import FOR_EMBEDS, NEEDED

SCOPES = ("bot", "applications.commands")


def permissions(*, embeds: bool) -> discord.Permissions:
    """What the bot needs in a server."""
    wanted = {**NEEDED, **(FOR_EMBEDS if embeds else {})}
    return discord.Permissions(**dict.fromkeys(wanted, True))


def invite(app: int, *, embeds: bool = False) -> str:
    """The link, for the app of that number."""
    return discord.utils.oauth_url(app, permissions=permissions(embeds=embeds), scopes=SCOPES)


def app_of(token: str) -> int | None:
    """The number of the app a token belongs to, which is its first part; ``None`` if it isn't."""
    first = token.partition(".")[0]
    try:
        number = b64decode(first + "=" * (-len(first) % 4), validate=True).decode("ascii")
    except (Error, ValueError):
        return None
    return int(number) if number.isdecimal() else None
