"""What is missing for Discord to work, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.checkup import Finding
from adapters.discord.calls import UNREACHABLE, call
from adapters.discord.client import reads_messages
from adapters.discord.gateway import lead_to
from adapters.discord.invite import invite
from bot.errors import Refused, Undelivered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import DiscordSettings

FEW_STARTS = 50
"""Connections left for today below which something is restarting the bot too often; Discord gives a thousand."""

_WITH = "The message-content intent is on: questions in my threads are answered without naming me."
_WITHOUT = (
    "The message-content intent is off: commands, menus, direct messages, messages that name me and replies to my "
    "posts work; any other question in a thread has to name me. To change that: your app's page, Bot, Message Content "
    "Intent; then restart me."
)


async def findings(settings: DiscordSettings) -> AsyncIterator[Finding]:
    """What Discord says to the token, which intents are in force, and by which link servers add the bot."""
    lead_to(settings)
    async with discord.AutoShardedClient(intents=discord.Intents.none()) as client:
        try:
            await call(client.login(settings.token))
        except Undelivered as error:
            yield _refused(error, settings)
            return
        known = await call(client.application_info())
        yield Finding(well=True, says=f"DISCORD_TOKEN belongs to {client.user}, app {known.id}.")
        yield Finding(well=True, says=_WITH if reads_messages(known.flags) else _WITHOUT)
        if known.interactions_endpoint_url:
            yield Finding(
                well=False,
                says="Your app has an Interactions Endpoint URL, so commands don't come to me; clear it on your app's "
                "page, General Information.",
            )
        yield await _starts(client)
        yield Finding(well=True, says=f"Servers add me with: {invite(known.id, embeds=settings.embeds)}")


async def _starts(client: discord.AutoShardedClient) -> Finding:
    try:
        limits = await call(client.fetch_session_start_limits())
    except Undelivered:
        return Finding(well=False, says="The gateway's address can't be had now; try again in a minute.")
    left = f"{limits.remaining} of {limits.total} connections are left for today"
    if limits.remaining < FEW_STARTS:
        return Finding(well=False, says=f"{left}; find out what restarts me so often before there are none.")
    return Finding(well=True, says=f"The gateway can be reached; {left}.")


def _refused(error: Undelivered, settings: DiscordSettings) -> Finding:
    if isinstance(error.__cause__, discord.LoginFailure):
        says = "DISCORD_TOKEN: Discord does not take it; reset it on your app's page under Bot, and set it again."
    elif isinstance(error, Refused) and error.reason == UNREACHABLE:
        where = "DISCORD_API_URL" if settings.api_url else "the network"
        says = f"Discord could not be reached; check {where}."
    else:
        says = "Discord gave no answer; check the network, and try again."
    return Finding(well=False, says=says)
