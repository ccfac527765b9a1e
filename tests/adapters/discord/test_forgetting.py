"""What people in Discord want forgotten: their own, or a server's by those who manage it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.adapters.discord.conftest import LINK, shown

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import World

NOTHING = "There is nothing of that here that I could forget for you."


async def told(world: World, member: Any, what: str, channel: Any = None) -> str:  # noqa: ANN401 - simcord's
    done = await member.slash(channel or world.channel, "forget", what=what)
    assert done.ephemeral
    return shown(done.response)


async def test_only_who_manages_the_server_has_forgotten_what_others_asked_for(world: World) -> None:
    await world.anna.slash(world.channel, "brief", link=LINK)
    for what in ("thread", LINK, "me"):
        assert await told(world, world.ben, what) == NOTHING
    assert (await told(world, world.ben, "workspace yes")).startswith("Only those who manage this workspace")
    assert await told(world, world.anna, "workspace yes") == "Forgotten: 1 thread and 1 text of an article."


async def test_what_was_asked_in_direct_messages_is_the_askers_own_to_forget(world: World) -> None:
    await world.ben.send_dm(LINK)
    await world.ben.send_dm("forget workspace yes")
    assert said_to(world, world.ben) == "Forgotten: 1 thread and 1 text of an article."


async def test_a_message_that_names_the_bot_asks_for_it_too(world: World) -> None:
    await world.anna.slash(world.channel, "brief", link=LINK)
    await world.ben.send(world.channel, f"{world.guild.me.mention} forget workspace yes")
    assert said_to(world, world.ben).startswith("Only those who manage this workspace")
    await world.anna.send(world.channel, f"{world.guild.me.mention} forget workspace yes")
    assert said_to(world, world.anna) == "Forgotten: 1 thread and 1 text of an article."


def said_to(world: World, member: Any) -> str:  # noqa: ANN401 - simcord's
    """The last that the bot told somebody in direct messages."""
    return shown(world.said(member.user.dm_channel)[-1])
