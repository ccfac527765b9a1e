"""The client of discord.py that listens: what comes in over the gateway goes to ``Listeners``."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Self

import discord
import yarl
from discord import ui
from discord.gateway import DiscordWebSocket

from adapters.discord.commands import Tree
from adapters.discord.line import LIMITED_SECONDS
from adapters.discord.locales import Words
from adapters.discord.rendering.controls import PATTERN
from adapters.discord.syncing import sync
from bot.errors import Undelivered

if TYPE_CHECKING:
    import re

    from adapters.discord.listeners import Listeners
    from bot.settings import DiscordSettings

_log = logging.getLogger(__name__)


class Client(discord.AutoShardedClient):
    """One connection of the bot's, from its login to its end. Built in an event loop; never used again once closed."""

    def __init__(self, listeners: Listeners, settings: DiscordSettings, **options: Any) -> None:  # noqa: ANN401 - discord.py's
        self._wanted: discord.Intents = options.pop("intents", None) or intents()
        super().__init__(
            intents=self._wanted,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LIMITED_SECONDS,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            **options,
        )
        self.listeners = listeners
        self.tree = Tree(self, listeners)
        self.connected = asyncio.Event()
        self.cut = asyncio.Event()
        self._down = set[int]()
        self._gateway = settings.gateway_url

    async def setup_hook(self) -> None:
        """Once logged in, before anything is listened to."""
        if reads_messages(self.application_flags):
            self._wanted.message_content = True  # before it connects, and says what it wants
        self.add_dynamic_items(_button(self.listeners))
        await self.tree.set_translator(Words())
        try:
            await sync(self.tree, self)
        except Undelivered as error:
            _log.warning("Discord has the commands that it had before: %s", error)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """At the gateway that was set, or else at the one that Discord names; also when it begins anew."""
        where = yarl.URL(self._gateway) if self._gateway else gateway
        DiscordWebSocket.DEFAULT_GATEWAY = where  # what discord.py takes for a session that can't be resumed
        await super().launch_shard(where, shard_id, initial=initial)

    async def on_shard_ready(self, shard_id: int) -> None:
        """A shard has begun, or begun anew."""
        self._is_up(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A shard goes on where it was cut off."""
        self._is_up(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """A shard was cut off; discord.py tries to go on."""
        self._down.add(shard_id)
        self.connected.clear()
        self.cut.set()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Forms; commands and buttons find their way by themselves."""
        if interaction.type is discord.InteractionType.modal_submit:
            await self.listeners.form_sent(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Anything written where the bot can see it; without the intent only what is said to it has words."""
        if self.user:
            await self.listeners.message(message, self.user.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server added the bot."""
        await self.listeners.added(guild.id, guild.name)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server removed the bot."""
        await self.listeners.removed(guild.id)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Nothing in a listener ends the client."""
        _log.exception("%s failed in a way it should not", event_method)

    def _is_up(self, shard: int) -> None:
        self._down.discard(shard)
        if not self._down:
            self.cut.clear()
            self.connected.set()


def intents() -> discord.Intents:
    """What the bot asks the gateway for: servers and messages, whose words only where they are said to it."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    return wanted


def reads_messages(flags: discord.ApplicationFlags) -> bool:
    """Whether the app was granted the message-content intent, by Discord or, in small bots, by its owner."""
    return flags.gateway_message_content or flags.gateway_message_content_limited


def _button(listeners: Listeners) -> type[ui.DynamicItem[ui.Button[ui.LayoutView]]]:
    class Pressed(ui.DynamicItem[ui.Button[ui.LayoutView]], template=PATTERN):
        """Any button of ours, under a post of whatever age, in whatever process."""

        def __init__(self, button: ui.Button[ui.LayoutView], verb: str, article: str) -> None:
            super().__init__(button)
            self.verb = verb
            self.article = article

        @classmethod
        async def from_custom_id(
            cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
        ) -> Self:
            del interaction
            if not isinstance(item, ui.Button):
                raise TypeError(item)
            return cls(item, match["verb"], match["article"])

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            await listeners.pressed(interaction, self.verb, self.article)

    return Pressed
