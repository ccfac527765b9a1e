"""The connection to Discord's gateway is kept up, whatever happens to it.

discord.py mends much by itself, but a client whose first connection fails ends, and one whose reconnecting hangs stays
so. A client that is not connected for a while is thrown away, and a new one is built; what is being sent goes on over
the old one until the new one is logged in.
"""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import discord
from discord.http import Route

from adapters.discord.calls import BAD_INTENTS, BAD_TOKEN, call, refused
from adapters.discord.line import LIMITED_SECONDS
from bot.errors import Unknown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from adapters.discord.client import Client
    from adapters.discord.line import Line
    from bot.settings import DiscordSettings

PATIENCE_SECONDS = 120.0
"""Without a connection, after which the client is thrown away; sharded bots take a while to begin."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds before another client is built; twice as long each time, and somewhere between half of that and all of it."""

LASTING_SECONDS = 60.0
"""A connection that lasted so long was a good one: the pauses begin anew."""

OFFICIAL = Route.BASE

_log = logging.getLogger(__name__)


def lead_to(settings: DiscordSettings) -> None:
    """Send every request to the server that was set; discord.py has one address for the whole process."""
    Route.BASE = settings.api_url or OFFICIAL
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # what voice would need is nothing to us


@asynccontextmanager
async def sending(settings: DiscordSettings) -> AsyncGenerator[discord.Client]:
    """A client that sends and never listens, for whoever only delivers digests.

    Raises:
        Refused: if Discord doesn't take the token.
        Unknown: if it can't be asked now.
    """
    lead_to(settings)
    async with discord.AutoShardedClient(
        intents=discord.Intents.none(), max_ratelimit_timeout=LIMITED_SECONDS
    ) as client:
        try:
            await call(client.login(settings.token))
        except Unknown as error:
            raise (refused(BAD_TOKEN) if isinstance(error.__cause__, discord.LoginFailure) else error) from error
        yield client


@dataclass(frozen=True, slots=True)
class Gateway:
    """Keeps one connection. ``build`` makes a client; ``connected`` is set once the first one is connected.

    ``patience`` and ``first_pause`` are seconds, as the constants above say.
    """

    settings: DiscordSettings
    build: Callable[[], Client]
    line: Line
    patience: float = PATIENCE_SECONDS
    first_pause: float = FIRST_PAUSE
    connected: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep_listening(self) -> None:
        """Listen until cancelled.

        Raises:
            Refused: if Discord doesn't take the token, or an intent that was asked for.
        """
        pause = self.first_pause
        clock = asyncio.get_running_loop().time
        clients = list["Client"]()
        try:
            while True:
                began = clock()
                clients.append(self.build())
                try:
                    await self._listen(clients)
                except discord.LoginFailure as error:
                    raise refused(BAD_TOKEN) from error
                except discord.PrivilegedIntentsRequired as error:
                    raise refused(BAD_INTENTS) from error
                except Exception as error:  # noqa: BLE001 - whatever it was, the next client may do better
                    _log.warning("The connection to Discord failed: %s: %s", type(error).__name__, error)
                pause = self.first_pause if clock() - began > LASTING_SECONDS else min(2 * pause, LONGEST_PAUSE)
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - no secret: it spreads many bots
        finally:
            for each in clients:
                await each.close()

    async def _listen(self, clients: list[Client]) -> None:
        """With the last of the clients, until it fails; those before it are closed once it is logged in."""
        client = clients[-1]
        try:
            await client.login(self.settings.token)
        except BaseException:  # Discord may be away for a day, and each try keeps a session of its own open
            clients.remove(client)
            await client.close()
            raise
        self.line.use(client)
        while clients[0] is not client:
            await clients.pop(0).close()
        await _within_budget(client)
        works = {
            asyncio.create_task(client.connect(), name="discord gateway"),
            asyncio.create_task(self._until_cut_for_long(client), name="discord watch"),
        }
        try:
            done, _ = await asyncio.wait(works, return_when=asyncio.FIRST_COMPLETED)
            for work in done:
                work.result()
        finally:
            for work in works:
                work.cancel()
            await asyncio.gather(*works, return_exceptions=True)

    async def _until_cut_for_long(self, client: Client) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.patience):
                    await client.connected.wait()
            if not client.connected.is_set():
                _log.warning("Discord was not reached for %.0f s; beginning anew", self.patience)
                return
            self.connected.set()
            await client.cut.wait()


async def _within_budget(client: Client) -> None:
    """Discord allows a number of connections a day, and takes the token away from whoever uses more."""
    limits = await call(client.fetch_session_start_limits())
    if limits.remaining <= 0:
        _log.error("Discord allows no more connections for %.0f s; waiting", limits.reset_after / 1_000)
        await asyncio.sleep(limits.reset_after / 1_000)
