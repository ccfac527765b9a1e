"""Digests in Discord: set up, looked at, changed, and posted once, in a Discord that others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from adapters.database import claims
from bot.digests import FIRST_PAUSE
from bot.errors import Late
from tests.adapters.discord.conftest import buttons, shown
from tests.newsroom import FEED, RADIO, feed, shelf

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import World
    from tests.fakes import FakeArticles

LINE = {"sources": FEED, "when": "daily 08:30", "zone": "Europe/London"}
DAY = 24 * 3_600


@pytest.fixture
def articles(articles: FakeArticles) -> FakeArticles:
    articles.shelf.update(shelf())
    return articles


@pytest.fixture
def world(world: World) -> World:
    now = world.env.now()
    world.bot.feeds.shelf[FEED] = feed(now, "harbour", "crows", "cup")
    world.bot.feeds.shelf[RADIO] = feed(now, "harbour", site="radio")
    return world


async def told(world: World, command: str, **options: Any) -> str:  # noqa: ANN401 - of any type
    """What the manager alone is told after a command."""
    done = await world.anna.slash(world.channel, command, **options)
    assert done.ephemeral
    return shown(done.response)


async def test_a_command_sets_one_up_and_says_when_it_comes(world: World) -> None:
    said = await told(world, "digest create", **LINE)
    assert said.startswith("Digest 1, Briefing, is set up: daily 08:30 Europe/London. Next: ")


async def test_it_is_posted_to_its_channel_with_its_stories_in_a_thread(world: World) -> None:
    await told(world, "digest create", name="Morning", **LINE)
    await told(world, "digest run", digest=1)
    assert await world.due() == 1
    (post,) = world.said()
    assert "3 stories from 1 source" in shown(post)
    assert buttons(post) == ["More on 1", "More on 2", "More on 3"]
    (thread,) = world.channel.threads
    assert thread.name.startswith("Morning · ")
    briefings = [shown(each) for each in world.said(thread)]
    assert [each.splitlines()[0] for each in briefings] == [
        "### Harbour to close for a month",
        "### Crows can count, biologists say",
        "### Rovers reach cup final",
    ]


async def test_it_comes_by_itself_at_its_time_and_tells_nothing_twice(world: World) -> None:
    await told(world, "digest create", **LINE)
    for seconds in (9 * 3_600, DAY):
        await world.env.advance_time(seconds)
        await world.bot.deliveries.plan()
        await world.due()
    (post,) = world.said()
    assert "3 stories" in shown(post)


async def test_more_on_a_story_is_its_briefing_for_whoever_presses(world: World) -> None:
    await told(world, "digest create", **LINE)
    await told(world, "digest run", digest=1)
    await world.due()
    more = await world.ben.click(world.said()[0], label="More on 2")
    assert more.ephemeral
    assert shown(more.response).startswith("### Crows can count")


async def test_a_question_in_its_thread_is_answered_from_its_stories(world: World) -> None:
    await told(world, "digest create", **LINE)
    await told(world, "digest run", digest=1)
    await world.due()
    (thread,) = world.channel.threads
    await world.ben.send(thread, "Who scored the late header?")
    assert "Tunde Okoro" in shown(world.said(thread)[-1])


async def test_the_same_story_of_two_outlets_is_told_once(world: World) -> None:
    await told(world, "digest create", **{**LINE, "sources": f"{FEED} {RADIO}"})
    await told(world, "digest run", digest=1)
    await world.due()
    assert "3 stories from 2 sources" in shown(world.said()[0])
    assert "also in radio.example" in shown(world.said()[0])


async def test_a_preview_is_seen_by_the_manager_alone_and_tells_nothing(world: World) -> None:
    await told(world, "digest create", **LINE)
    assert "3 stories" in await told(world, "digest preview", digest=1)
    assert world.said() == []
    await told(world, "digest run", digest=1)
    await world.due()
    assert "3 stories" in shown(world.said()[0])


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("digest list", "1  Briefing: daily 08:30 Europe/London; next: "),
        ("digest pause", "Digest 1 is paused. To go on: /digest resume 1"),
        ("digest resume", "Digest 1 goes on. Next: "),
        ("digest skip", "Digest 1 leaves out "),
        ("digest run", "Digest 1 is on its way"),
        ("digest remove", "Digest 1, Briefing, is removed."),
        ("sources list", FEED),
    ],
)
async def test_each_command_says_what_came_of_it(world: World, command: str, says: str) -> None:
    await told(world, "digest create", **LINE)
    assert (await told(world, command, **({} if command == "digest list" else {"digest": 1}))).startswith(says)


async def test_sources_come_and_go(world: World) -> None:
    await told(world, "digest create", **LINE)
    assert await told(world, "sources add", digest=1, source=RADIO) == "Digest 1 has 2 sources now."
    assert await told(world, "sources remove", digest=1, source=FEED) == "Digest 1 has 1 source now."
    assert await told(world, "sources list", digest=1) == RADIO


async def test_what_is_typed_is_completed(world: World) -> None:
    await told(world, "digest create", **LINE)
    (one,) = await world.anna.autocomplete(world.channel, "digest pause", "digest", "brief")
    assert one == {"name": "1  Briefing: daily 08:30 Europe/London", "value": 1}
    zones = await world.anna.autocomplete(world.channel, "digest create", "zone", "kath")
    assert [each["value"] for each in zones] == ["Asia/Kathmandu"]
    sources = await world.anna.autocomplete(world.channel, "sources remove", "source", "", digest=1)
    assert [each["value"] for each in sources] == [FEED]


async def test_the_command_alone_opens_the_form_and_it_sets_one_up(world: World) -> None:
    opened = await world.anna.slash(world.channel, "digest create")
    filled = {"name": "Evening", "schedule": "weekdays 18:00 Europe/Paris", "sources": FEED, "stories": ["5"]}
    sent = await world.anna.submit_modal(opened, filled)
    assert shown(sent.response).startswith("Digest 1, Evening, is set up: weekdays 18:00 Europe/Paris.")


async def test_the_form_changes_one_and_keeps_its_number_and_what_it_does_not_show(world: World) -> None:
    await told(world, "digest create", without_news=True, **LINE)
    opened = await world.anna.slash(world.channel, "digest edit", digest=1)
    fields = [each["component"] for each in opened.modal["components"]]
    assert [each.get("value") for each in fields if each["custom_id"] == "schedule"] == ["daily 08:30 Europe/London"]
    filled = {"name": "Late", "schedule": "daily 22:00 UTC", "sources": FEED, "words": "harbour", "stories": ["3"]}
    sent = await world.anna.submit_modal(opened, filled)
    assert shown(sent.response).startswith("Digest 1, Late, is changed: daily 22:00 UTC.")
    one = await world.bot.subscriptions.find(1)
    assert one
    assert (one.says_so, one.words, one.stories) == (True, "harbour", 3)


async def test_a_form_with_a_mistake_gives_back_what_was_typed(world: World) -> None:
    opened = await world.anna.slash(world.channel, "digest create")
    filled = {"name": "Evening", "schedule": "daily UTC", "sources": FEED, "words": "harbour", "stories": ["5"]}
    sent = await world.anna.submit_modal(opened, filled)
    assert sent.ephemeral
    assert shown(sent.response).startswith("That is no schedule: ")
    assert shown(sent.response).endswith(f"What you typed: Evening · daily UTC · harbour · {FEED}")


async def test_a_form_with_a_mistake_gives_back_all_of_it_however_long(world: World) -> None:
    opened = await world.anna.slash(world.channel, "digest create")
    sources = " ".join(f"https://paper.example/section-{number}" for number in range(100))
    sent = await world.anna.submit_modal(
        opened, {"name": "All", "schedule": "daily UTC", "sources": sources, "stories": ["5"]}
    )
    given_back = " ".join(shown(each) for each in (sent.response, *sent.followups))
    assert all(each in given_back for each in sources.split())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"when": "daily 25:00"}, "That is no schedule"),
        ({"zone": "Europe/Londn"}, "I know no time zone"),
        ({"words": "harbour AND"}, "I can't read those words"),
        ({"sources": "paper.example/nothing"}, "paper.example/nothing is no feed"),
    ],
)
async def test_what_cannot_be_is_told_and_nothing_is_set_up(world: World, options: dict[str, str], says: str) -> None:
    assert (await told(world, "digest create", **{**LINE, **options})).startswith(says)
    assert await told(world, "digest list") == "There is no digest yet; /digest sets one up."


async def test_only_who_may_manage_channels_manages_digests_in_a_server(world: World) -> None:
    command = next(each for each in world.client.tree.get_commands() if each.name == "digest")
    assert command.default_permissions == discord.Permissions(manage_channels=True)
    with pytest.raises(Exception, match="digest"):
        await world.ben.slash(world.channel, "digest list")


async def test_a_digest_of_ones_own_comes_as_direct_messages_and_needs_nothing(world: World) -> None:
    done = await world.ben.user.slash("digest create", **LINE)
    assert shown(done.response).startswith("Digest 1, Briefing, is set up")
    await world.ben.user.slash("digest run", digest=1)
    await world.due()
    *_, post = world.said(world.ben.user.dm_channel)
    assert "3 stories" in shown(post)
    await world.ben.send_dm("Who scored the late header?")
    assert "Tunde Okoro" in shown(world.said(world.ben.user.dm_channel)[-1])


async def test_nobody_sees_or_changes_the_digests_of_another_server_or_person(world: World) -> None:
    await told(world, "digest create", **LINE)
    done = await world.anna.user.slash("digest pause", digest=1)
    assert shown(done.response).startswith("There is no digest 1 here")


async def test_where_no_thread_can_be_opened_it_is_posted_and_the_manager_told_once_which_permission(
    world: World,
) -> None:
    world.channel = quiet(world, "create_public_threads")
    await told(world, "digest create", without_news=True, **LINE)
    for _ in range(2):
        world.bot.feeds.shelf[FEED] = feed(world.env.now(), "crows")
        await told(world, "digest run", digest=1)
        await world.due()
        await world.env.advance_time(60)
    assert len(world.said()) == 2
    (said,) = world.said(world.anna.user.dm_channel)
    assert "is posted without its thread. I lack the permission Create Public Threads there" in shown(said)


async def test_where_the_bot_may_not_post_that_is_said_when_it_is_set_up_and_when_it_fails(world: World) -> None:
    world.channel = quiet(world, "send_messages")
    said = await told(world, "digest create", **LINE)
    assert said.startswith("Digest 1, Briefing, is set up")
    assert "I lack the permission Send Messages there" in said
    await told(world, "digest run", digest=1)
    await world.due()
    (word,) = world.said(world.anna.user.dm_channel)
    assert "was not posted: I lack the permission Send Messages there" in shown(word)


async def test_a_channel_that_was_deleted_pauses_its_digest_and_whoever_manages_it_is_told(world: World) -> None:
    await told(world, "digest create", **LINE)
    await told(world, "digest run", digest=1)
    world.env.inject_error("POST", "/channels/*/messages", status=404, code=10003)
    await world.due()
    (word,) = world.said(world.anna.user.dm_channel)
    assert "was not posted: That channel is not there any more. The digest is paused." in shown(word)
    assert "paused" in await told(world, "digest list")


async def test_a_server_that_removed_the_bot_pauses_its_digests_and_says_so_when_it_is_back(world: World) -> None:
    await told(world, "digest create", name="Morning", **LINE)
    guild = world.client.get_guild(world.guild.id)
    assert guild
    await world.client.on_guild_remove(guild)
    one = await world.bot.subscriptions.find(1)
    assert one
    assert one.paused
    with world.env.time_context():
        await world.client.on_guild_join(guild)
    (word,) = world.said(world.anna.user.dm_channel)
    assert shown(word) == "I am back in Newsroom. Paused there is still: Morning (to go on: /digest resume 1)."


async def test_a_digest_that_was_broken_off_is_gone_on_with_and_not_begun_again(world: World) -> None:
    await told(world, "digest create", **LINE)
    await told(world, "digest run", digest=1)
    world.env.inject_error("POST", "/channels/*/messages/*/threads", status=403, code=50001)
    (delivery,) = await world.bot.deliveries.claim("discord", 1)
    with world.env.time_context():
        assert await world.bot.deliveries.begin_posting(delivery, [], [])
        await world.bot.press.platform.post_digest(delivery, (await composed(world)), "digest 1 slot")
    await world.restart()
    now = world.env.now()
    (again,) = claims.claim(world.database, claims.Look("discord", 1), now.replace(year=now.year + 1))
    assert again.again
    with world.env.time_context():
        await world.bot.press.platform.post_digest(again, (await composed(world)), "digest 1 slot")
    assert len(world.said()) == 1
    (thread,) = world.channel.threads
    assert len(world.said(thread)) == 3


async def test_what_discord_limits_is_put_back_and_posted_later(world: World) -> None:
    await told(world, "digest create", **LINE)
    await told(world, "digest run", digest=1)
    world.env.inject_error("POST", "/channels/*/messages", status=429)
    await world.due()
    assert world.said() == []
    await world.env.advance_time(FIRST_PAUSE.total_seconds() + 1)
    await world.due()
    assert len(world.said()) == 1
    assert world.said(world.anna.user.dm_channel) == []


async def test_nothing_is_sent_once_a_delivery_may_be_somebody_elses(world: World) -> None:
    await told(world, "digest create", **LINE)
    await told(world, "digest run", digest=1)
    (delivery,) = await world.bot.deliveries.claim("discord", 1)
    await world.env.advance_time(claims.TIMES.lease.total_seconds())
    with pytest.raises(Late), world.env.time_context():
        await world.bot.press.platform.post_digest(delivery, await composed(world), "digest 1 slot")
    assert world.said() == []


async def composed(world: World) -> Any:  # noqa: ANN401 - a digest
    one = await world.bot.subscriptions.find(1)
    assert one
    return (await world.bot.press.composer.compose(one, world.env.now())).digest


def quiet(world: World, permission: str) -> Any:  # noqa: ANN401 - simcord's
    """A channel in which the bot lacks a permission."""
    denied = discord.PermissionOverwrite(**{permission: False})
    return world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: denied})
