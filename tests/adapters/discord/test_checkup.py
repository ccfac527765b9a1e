"""`standfirst check` says what is in force, what is missing, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from click.testing import CliRunner

from adapters.discord.checkup import findings
from adapters.discord.invite import app_of, permissions
from bot.cli import standfirst
from bot.settings import DiscordSettings
from tests.peers.discord.server import APP, CONTENT_LIMITED, TOKEN

if TYPE_CHECKING:
    from tests.peers.discord.server import ScriptedDiscord


async def said(peer: ScriptedDiscord, token: str = TOKEN) -> list[tuple[bool | None, str]]:
    settings = DiscordSettings(token, api_url=peer.api)
    return [(each.well, each.says) async for each in findings(settings)]


async def test_what_is_well_is_said_to_be_with_the_link_that_adds_the_bot(discord_peer: ScriptedDiscord) -> None:
    every = await said(discord_peer)
    assert all(well for well, _ in every)
    assert [says.split(";")[0].split(":")[0] for _, says in every] == [
        f"DISCORD_TOKEN belongs to standfirst, app {APP}.",
        "The message-content intent is off",
        "The gateway can be reached",
        "Servers add me with",
    ]


async def test_it_says_which_of_the_two_intents_is_in_force(discord_peer: ScriptedDiscord) -> None:
    discord_peer.flags = CONTENT_LIMITED
    assert (True, "The message-content intent is on: questions in my threads are answered without naming me.") in (
        await said(discord_peer)
    )


async def test_a_token_that_is_refused_is_told_where_to_find(discord_peer: ScriptedDiscord) -> None:
    ((well, says),) = await said(discord_peer, "MTAw.wrong.token")
    assert not well
    assert says.startswith("DISCORD_TOKEN: Discord does not take it; reset it")


async def test_a_bot_that_connects_too_often_is_warned_of(discord_peer: ScriptedDiscord) -> None:
    discord_peer.starts_left = 3
    (told,) = [says for well, says in await said(discord_peer) if not well]
    assert told.startswith("3 of 1000 connections are left for today; find out")


async def test_commands_that_go_elsewhere_are_noticed(discord_peer: ScriptedDiscord) -> None:
    discord_peer.endpoint = "https://bot.example/interactions"
    (told,) = [says for well, says in await said(discord_peer) if not well]
    assert told.startswith("Your app has an Interactions Endpoint URL")


async def test_a_discord_that_cannot_be_reached_is_no_fault_of_the_token(discord_peer: ScriptedDiscord) -> None:
    discord_peer.base = "http://127.0.0.1:9"
    ((well, says),) = await said(discord_peer)
    assert (well, says) == (False, "Discord could not be reached; check DISCORD_API_URL.")


def test_the_link_asks_for_the_least_permissions() -> None:
    printed = CliRunner().invoke(standfirst, ["discord", "invite", "--app", APP]).output.strip()
    wanted = permissions(embeds=False)
    assert printed == (
        f"https://discord.com/oauth2/authorize?client_id={APP}&scope=bot+applications.commands&permissions={wanted.value}"
    )
    assert wanted == discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        create_public_threads=True,
        read_message_history=True,
    )
    assert permissions(embeds=True) == wanted | discord.Permissions(embed_links=True)


def test_the_token_says_whose_app_it_is() -> None:
    assert app_of(TOKEN) == int(APP)
    assert app_of("no.token.atall") is None
    printed = CliRunner().invoke(standfirst, ["discord", "invite"], env={"DISCORD_TOKEN": TOKEN}).output
    assert f"client_id={APP}" in printed


def test_without_app_and_token_it_is_said_what_to_give() -> None:
    done = CliRunner().invoke(standfirst, ["discord", "invite"], env={"DISCORD_TOKEN": ""})
    assert done.exit_code
