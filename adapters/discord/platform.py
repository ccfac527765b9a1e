"""Discord as one of the platforms the bot runs on: all of it put together, started and stopped."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from adapters.behind import GRACE_SECONDS, SETTLE_SECONDS
from adapters.discord.asked import PLATFORM
from adapters.discord.carrying import Carrier
from adapters.discord.client import Client
from adapters.discord.commands import HELP
from adapters.discord.digests import DiscordDigests
from adapters.discord.gateway import Gateway, lead_to, sending
from adapters.discord.line import Line
from adapters.discord.listeners import Listeners
from adapters.running import running
from bot.errands import Errands

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from adapters.behind import Behind
    from bot.settings import DiscordSettings

FIRST_SECONDS = 20.0
"""For the first connection; whoever waits for longer is told that it is not there yet."""


@asynccontextmanager
async def discord(settings: DiscordSettings, behind: Behind) -> AsyncGenerator[str]:
    """The bot in Discord, from now until left; what is given says in a few words how it is reached.

    Raises:
        Refused: if Discord doesn't take the token.
    """
    lead_to(settings)
    line = Line(behind.now, embeds=settings.embeds)
    carrier = Carrier(behind.front_desk(HELP), line)
    errands = Errands(PLATFORM, behind.ledger, carrier.carry_out, behind.watch)
    listeners = Listeners(errands, carrier, behind.records, behind.threads)
    press = behind.press(DiscordDigests(line))
    gateway = Gateway(settings, partial(Client, listeners, settings), line)
    async with AsyncExitStack() as stack:
        listening = await stack.enter_async_context(running(gateway.keep_listening()))
        stack.push_async_callback(errands.close, GRACE_SECONDS)
        stack.push_async_callback(listeners.settle, SETTLE_SECONDS)
        first = asyncio.create_task(gateway.connected.wait())
        await asyncio.wait({listening, first}, timeout=FIRST_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        first.cancel()
        if listening.done():
            listening.result()
        await stack.enter_async_context(running(errands.keep_resuming()))
        await stack.enter_async_context(behind.engine.delivering(PLATFORM, press))
        yield (
            "over the gateway" if gateway.connected.is_set() else "though the gateway is not reached yet; I keep trying"
        )


@asynccontextmanager
async def discord_deliveries(settings: DiscordSettings, behind: Behind) -> AsyncGenerator[str]:
    """Digests in Discord, and nothing else of it, from now until left; says in a few words what is done.

    Raises:
        Undelivered: if Discord doesn't take the token, or can't be asked.
    """
    line = Line(behind.now, embeds=settings.embeds)
    async with sending(settings) as client:
        line.use(client)
        async with behind.engine.delivering(PLATFORM, behind.press(DiscordDigests(line))):
            yield "to deliver digests"
