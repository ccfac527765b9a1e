"""Faults end in one post, or a report: never two, and never silence. In a Discord that others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from adapters.database.errands import LEASE
from tests.adapters.discord.conftest import LINK, shown
from tests.adapters.discord.test_entry_points import HEADLINE, QUESTION, brief

if TYPE_CHECKING:
    from bot.errands import Errand
    from tests.adapters.discord.conftest import World

MINUTES = 60


class Killed(Exception):
    """The process ends here."""


GONE = "https://paper.example/gone"


async def test_what_takes_longer_than_a_quarter_of_an_hour_comes_to_the_channel(world: World) -> None:
    world.bot.articles.takes = 16 * MINUTES
    await brief(world)
    await world.env.advance_time(17 * MINUTES)
    *_, post = world.said()
    assert shown(post).startswith(f"### {HEADLINE}")
    await world.ben.send(world.channel, f"{world.guild.me.mention} {QUESTION}", reply_to=post)
    assert "for a month" in shown(world.said()[-1])


async def test_what_only_one_person_was_to_see_comes_to_them_directly_then(world: World) -> None:
    world.bot.articles.takes = 16 * MINUTES
    await brief(world, link=LINK, visibility="me")
    await world.env.advance_time(17 * MINUTES)
    (post,) = world.said(world.anna.user.dm_channel)
    assert shown(post).startswith(f"### {HEADLINE}")
    assert world.channel.history(viewer=world.ben) == []


async def test_an_error_that_takes_as_long_reaches_the_asker_directly(world: World) -> None:
    world.bot.articles.takes = 16 * MINUTES
    await brief(world, link=GONE)
    await world.env.advance_time(17 * MINUTES)
    (told,) = world.said(world.anna.user.dm_channel)
    assert shown(told).startswith("paper.example has no page at that address")


async def test_an_error_is_seen_by_the_asker_alone_and_leaves_nothing_in_the_channel(world: World) -> None:
    done = await brief(world, link=GONE)
    assert done.response is None
    (told,) = done.followups
    assert told.ephemeral
    assert shown(told).startswith("paper.example has no page at that address")
    assert world.channel.history(viewer=world.ben) == []


async def test_an_answer_that_discord_refuses_is_told_to_the_asker_directly(world: World) -> None:
    world.env.inject_error("PATCH", "/webhooks/*", status=400, code=50035, times=None)
    await brief(world)
    (told,) = world.said(world.anna.user.dm_channel)
    assert shown(told).startswith("Discord did not take my answer as it was")
    assert world.channel.history(viewer=world.ben) == [], "it looks as if I were still thinking"


@pytest.mark.parametrize("code", [10015, 50027])
async def test_a_token_that_died_early_is_no_loss(world: World, code: int) -> None:
    world.env.inject_error("PATCH", "/webhooks/*", status=404, code=code, times=None)
    await brief(world)
    assert shown(world.said()[-1]).startswith(f"### {HEADLINE}")


async def test_an_acknowledgement_that_came_too_late_is_no_loss(world: World) -> None:
    world.env.inject_error("POST", "/interactions/*", status=404, code=10062)
    await brief(world)
    (post,) = world.said()
    assert shown(post).startswith(f"### {HEADLINE}")


async def test_what_another_process_has_acknowledged_is_left_to_it(world: World) -> None:
    world.env.inject_error("POST", "/interactions/*", status=400, code=40060)
    await brief(world)
    assert world.said() == []
    assert world.bot.articles.asked == []


async def test_what_was_under_way_when_a_process_died_is_done_by_the_next(world: World) -> None:
    world.bot.articles.takes = 2 * MINUTES
    await brief(world)
    await died(world)
    world.bot.articles.takes = 0
    await world.restart()
    await world.env.advance_time(LEASE.total_seconds() + 1)
    await resume(world)
    (post,) = world.said()
    assert shown(post).startswith(f"### {HEADLINE}")


async def test_a_mention_is_answered_once_although_the_process_died_before_it_noted_that(world: World) -> None:
    carry_out = world.bot.errands.carry_out

    async def carry_out_and_die(errand: Errand) -> None:
        await carry_out(errand)
        raise Killed

    world.bot.errands.carry_out = carry_out_and_die
    await world.anna.send(world.channel, f"{world.guild.me.mention} {LINK}")
    assert len(world.said()) == 1
    await world.restart()
    await world.env.advance_time(LEASE.total_seconds() + 1)
    await resume(world)
    assert len(world.said()) == 1


async def test_without_permission_to_post_a_mention_is_answered_directly_with_what_is_missing(world: World) -> None:
    denied = {world.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    quiet = world.guild.create_text_channel("quiet", overwrites=denied)
    owner = world.guild.owner
    world.env.backend.create_message(quiet.id, owner.id, f"{world.guild.me.mention} {LINK}")
    await world.env.settle()
    (told,) = world.said(owner.dm_channel)
    assert shown(told) == (
        "I lack the permission Send Messages there; whoever runs the server can give it to me, and then ask again."
    )


async def test_where_the_bot_may_not_post_a_command_is_answered_all_the_same(world: World) -> None:
    denied = discord.PermissionOverwrite(send_messages=False)
    quiet = world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: denied})
    done = await world.anna.slash(quiet, "brief", link=LINK)
    assert shown(done.response).startswith(f"### {HEADLINE}")


async def test_where_no_thread_can_be_opened_the_asker_is_told_which_permission_is_missing(world: World) -> None:
    denied = discord.PermissionOverwrite(create_public_threads=False)
    quiet = world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: denied})
    done = await world.anna.slash(quiet, "brief", link=LINK)
    pressed = await world.ben.click(done.response, label="Open a thread")
    assert pressed.ephemeral
    assert "I lack the permission Create Public Threads there" in shown(pressed.response)


async def test_a_message_whose_author_takes_no_direct_messages_and_whose_channel_is_closed_is_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    await world.anna.send(world.channel, f"{world.guild.me.mention} {LINK}")
    assert "nobody could be told" in caplog.text


async def died(world: World) -> None:
    """The process is killed: nothing is handed back."""
    for task in world.bot.errands._under_way.values():
        task.cancel()
    world.bot.errands._under_way.clear()
    await world.env.settle()


async def resume(world: World) -> None:
    """What the next process does every half minute."""
    with world.env._bot_scope():
        await world.bot.errands.resume()
    await world.env.settle()
