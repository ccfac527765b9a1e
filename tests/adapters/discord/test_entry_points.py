"""Each way to ask in Discord, in a Discord that others wrote, from what a person does to what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord
from sqlalchemy import select, text

from adapters.database.tables import verdicts
from adapters.discord.asked import conversation
from adapters.discord.commands import HELP
from adapters.discord.listeners import IN_THE_THREAD, NOTED
from summariser.model import Article
from tests.adapters.discord.conftest import LINK, a_world, buttons, replied, shown
from tests.adapters.test_health import numbers_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Thread
    from tests.adapters.discord.conftest import World
    from tests.fakes import FakeArticles

HEADLINE = "Harbour will close for a month, mayor says"
QUESTION = "How long will the harbour close?"


def about(world: World, message: int) -> Thread:
    """The conversation that a message began."""
    return conversation(str(world.guild.id), str(world.channel.id), "", str(message))


async def brief(world: World, **options: Any) -> Any:  # noqa: ANN401 - simcord's
    return await world.anna.slash(world.channel, "brief", **options or {"link": LINK})


async def test_a_link_is_briefed_for_everyone_in_the_place_of_the_acknowledgement(world: World) -> None:
    done = await brief(world)
    assert done.acknowledged
    assert not done.ephemeral
    assert done.followups == []
    assert shown(done.response).startswith(f"### {HEADLINE}")
    assert buttons(done.response) == ["Read", "Ask", "Open a thread", "Good", "Bad"]
    assert len(world.said()) == 1


async def test_the_acknowledgement_goes_out_before_anything_is_read(world: World) -> None:
    await brief(world)
    sent = [each for each in world.env.http_requests if "/interactions/" in each.path or "/webhooks/" in each.path]
    assert [each.method for each in sent] == ["POST", "PATCH"]
    assert sent[0].json == {"type": 5}  # "thinking…"


async def test_pasted_text_is_briefed(world: World, story: str) -> None:
    done = await brief(world, text=story)
    assert shown(done.response).startswith(f"### {HEADLINE}")


async def test_the_text_counts_more_than_its_link(world: World, story: str) -> None:
    done = await brief(world, text=story, link="https://paper.example/behind-a-paywall")
    assert shown(done.response).startswith(f"### {HEADLINE}")
    assert world.bot.articles.asked == []


async def test_what_is_for_one_person_only_they_see_until_they_share_it(world: World) -> None:
    done = await brief(world, link=LINK, visibility="me")
    assert done.ephemeral
    assert buttons(done.response) == ["Read", "Ask", "Share with the channel"]
    assert world.channel.history(viewer=world.ben) == []

    shared = await world.anna.click(done.response, label="Share with the channel")
    assert not shared.ephemeral
    assert shown(shared.response).startswith(f"### {HEADLINE}")
    assert len(world.channel.history(viewer=world.ben)) == 1


async def test_the_command_alone_opens_the_form(world: World) -> None:
    opened = await world.anna.slash(world.channel, "brief")
    assert opened.modal["title"] == "Brief an article"
    sent = await world.anna.submit_modal(opened, {"link": LINK, "who": ["channel"]})
    assert shown(sent.response).startswith(f"### {HEADLINE}")


async def test_a_form_that_was_opened_before_a_restart_is_taken_after_it(world: World, story: str) -> None:
    opened = await world.anna.slash(world.channel, "brief")
    await world.restart()
    sent = await world.anna.submit_modal(opened, {"text": story, "who": ["me"]})
    assert sent.ephemeral
    assert shown(sent.response).startswith(f"### {HEADLINE}")


async def test_a_form_without_link_and_text_says_so(world: World) -> None:
    opened = await world.anna.slash(world.channel, "brief")
    sent = await world.anna.submit_modal(opened, {"who": ["channel"]})
    assert (sent.ephemeral, shown(sent.response)) == (True, "Give a link, or paste the article's text.")


async def test_brief_this_takes_the_first_link(world: World) -> None:
    message = await world.ben.send(world.channel, f"Have you seen <{LINK}> and https://paper.example/other?")
    done = await world.anna.context_menu(world.channel, "Brief this", message)
    assert shown(done.response).startswith(f"### {HEADLINE}")
    assert world.bot.articles.asked == [LINK]


async def test_brief_this_takes_the_text_where_there_is_no_link(world: World, story: str) -> None:
    message = await world.ben.send(world.channel, story)
    done = await world.anna.context_menu(world.channel, "Brief this", message)
    assert shown(done.response).startswith(f"### {HEADLINE}")


async def test_a_mention_with_a_link_is_answered_in_reply(world: World) -> None:
    message = await world.anna.send(world.channel, f"{world.guild.me.mention} {LINK}")
    (post,) = world.said()
    assert shown(post).startswith(f"### {HEADLINE}")
    assert replied(post) == message.id
    assert [each.path for each in world.env.http_requests if each.path.endswith("/typing")]


async def test_naming_the_bot_in_reply_to_somebody_briefs_what_they_linked(world: World) -> None:
    linked = await world.ben.send(world.channel, LINK)
    await world.anna.send(world.channel, world.guild.me.mention, reply_to=linked)
    (post,) = world.said()
    assert shown(post).startswith(f"### {HEADLINE}")


async def test_ask_is_about_the_latest_post_of_the_channel(world: World) -> None:
    await brief(world)
    done = await world.ben.slash(world.channel, "ask", question=QUESTION)
    assert "for a month" in shown(done.response)


async def test_an_answer_can_be_asked_about_in_its_turn(world: World) -> None:
    await brief(world)
    done = await world.ben.slash(world.channel, "ask", question=QUESTION)
    await world.anna.send(
        world.channel, f"{world.guild.me.mention} What did fishermen ask the council?", reply_to=done.response.message
    )
    assert "end of the season" in shown(world.said()[-1])


async def test_a_reply_that_names_the_bot_is_answered_from_that_briefing(world: World) -> None:
    world.bot.articles.shelf["https://paper.example/other"] = Article(
        "The mountain road at Highfield reopened on Friday after a landslide, the county said.\n\n"
        "Carla Diaz, an engineer, said: “The slope is safe for cars again, but we still watch it every day.”\n\n"
        "It had been closed for two years.",
        title="Mountain road reopens",
    )
    first = await brief(world)
    await brief(world, link="https://paper.example/other")
    await world.ben.send(world.channel, f"{world.guild.me.mention} {QUESTION}", reply_to=first.response.message)
    assert "for a month" in shown(world.said()[-1])


async def test_a_question_in_reply_to_a_post_is_answered_without_naming_the_bot(world: World) -> None:
    first = await brief(world)
    await world.ben.send(world.channel, QUESTION, reply_to=first.response.message)
    assert "for a month" in shown(world.said()[-1])


async def test_a_reply_to_a_later_part_of_a_post_is_about_the_whole(world: World) -> None:
    quotes = "\n\n".join(f"“It is so, {'and so ' * 30}{n},” said Anna Berg, the mayor." for n in range(40))
    world.bot.articles.shelf[LINK] = Article(
        f"The harbour will close for a month, the mayor said.\n\n{quotes}", url=LINK
    )
    first = await brief(world)
    await world.anna.send(world.channel, "all quotes", reply_to=first.response.message)
    part = world.said()[-1]
    assert replied(part) == world.said()[1].id
    await world.ben.send(world.channel, QUESTION, reply_to=part)
    assert "for a month" in shown(world.said()[-1])


async def test_what_people_reply_to_each_other_below_a_post_is_left_alone(world: World) -> None:
    first = await brief(world)
    said = await world.anna.send(world.channel, "That is long.", reply_to=first.response.message)
    await world.ben.send(world.channel, QUESTION, reply_to=said)
    assert len(world.said()) == 1


async def test_a_reply_to_an_answer_goes_on_from_it(world: World) -> None:
    first = await brief(world)
    await world.anna.send(world.channel, "Who told reporters?", reply_to=first.response.message)
    await world.ben.send(world.channel, "the link", reply_to=world.said()[-1])
    assert LINK.rpartition("/")[2] in shown(world.said()[-1])
    first_answer = await world.bot.records.heard(about(world, world.said()[1].id), 3)
    assert [each.question for each in first_answer] == ["Who told reporters?"]


async def test_a_mention_with_paragraphs_below_a_post_is_a_question(world: World) -> None:
    first = await brief(world)
    said = f"{world.guild.me.mention} Thanks!\n\n{QUESTION}"
    await world.ben.send(world.channel, said, reply_to=first.response.message)
    assert len(world.said()) == 2
    assert "for a month" in shown(world.said()[-1])


async def test_emoji_alone_say_nothing(world: World) -> None:
    first = await brief(world)
    said = f"{world.guild.me.mention} <:kek:123> <a:dance:45>"
    await world.ben.send(world.channel, said, reply_to=first.response.message)
    assert not any("doesn’t say" in shown(each) or "doesn't say" in shown(each) for each in world.said())


async def test_quotes_of_two_articles_are_two_posts(world: World, story: str) -> None:
    first = (await brief(world)).response.message
    other = Article(f"{story}\n\nIt is so.", url="https://paper.example/other")
    await world.bot.records.file(other)
    await world.bot.records.remember(about(world, first.id), other, "", "1")
    await world.anna.send(world.channel, "all quotes", reply_to=first)
    assert len(world.said()) == 3
    done = await world.ben.slash(world.channel, "ask", question="all quotes")
    assert "quotation" in shown(done.response)
    assert len(world.said()) == 5


async def test_where_it_cannot_be_known_whose_conversation_it_is_whoever_names_the_bot_is_told(world: World) -> None:
    first = (await brief(world)).response.message
    with world.database.writing() as connection:
        connection.execute(text("ALTER TABLE threads RENAME TO elsewhere"))
    await world.ben.send(world.channel, f"{world.guild.me.mention} {QUESTION}", reply_to=first)
    await world.ben.send(world.channel, QUESTION, reply_to=first)
    (told,) = world.said(world.ben.user.dm_channel)
    assert shown(told).startswith("The database cannot be used")


async def test_people_talking_to_each_other_are_left_alone(world: World) -> None:
    first = (await brief(world)).response.message
    for said in ("Good to know.", f"{world.anna.mention} did you know how long the harbour will close?", "lunch", LINK):
        await world.ben.send(world.channel, said, reply_to=first)
    await world.ben.send(world.channel, QUESTION)
    assert len(world.said()) == 1


async def test_a_question_in_a_thread_that_is_not_ours_gets_silence(world: World) -> None:
    theirs = await world.ben.send(world.channel, "What is for lunch?")
    await world.anna.send(world.channel, "Who knows?", reply_to=theirs)
    assert world.said() == []


async def test_a_question_that_names_the_bot_where_no_article_is_known_is_told_so_alone(world: World) -> None:
    await world.anna.send(world.channel, f"{world.guild.me.mention} {QUESTION}")
    assert world.said() == []
    (told,) = world.said(world.anna.user.dm_channel)
    assert shown(told).startswith("I know no article to answer from here")


async def test_whoever_takes_no_direct_messages_is_told_in_reply(world: World) -> None:
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
    message = await world.anna.send(world.channel, f"{world.guild.me.mention} {QUESTION}")
    (told,) = world.said()
    assert shown(told).startswith("I know no article to answer from here")
    assert replied(told) == message.id


async def test_a_direct_message_is_answered_and_can_be_asked_about(world: World) -> None:
    direct = world.anna.user.dm_channel
    await world.anna.send_dm(LINK)
    await world.anna.send_dm(QUESTION)
    first, second = world.said(direct)
    assert shown(first).startswith(f"### {HEADLINE}")
    assert "Open a thread" not in buttons(first)
    assert "for a month" in shown(second)


async def test_in_a_direct_message_errors_come_back_there(world: World) -> None:
    await world.anna.send_dm("https://paper.example/gone")
    (told,) = world.said(world.anna.user.dm_channel)
    assert shown(told).startswith("paper.example has no page at that address")


async def test_commands_work_in_direct_messages(world: World) -> None:
    done = await world.anna.user.slash("brief", link=LINK)
    assert shown(done.response).startswith(f"### {HEADLINE}")
    asked = await world.anna.user.slash("ask", question=QUESTION)
    assert "for a month" in shown(asked.response)


async def test_more_quotes_are_for_whoever_presses(world: World) -> None:
    said = "\n\n".join(f"Anna Berg, the mayor, said: “We repair wall number {n} this very week.”" for n in "123456789")
    world.bot.articles.shelf[LINK] = Article(
        f"The wall at Sandmouth is repaired.\n\n{said}", title="The wall is repaired"
    )
    done = await brief(world)
    (label,) = [each for each in buttons(done.response) if each.startswith("More quotes")]
    more = await world.ben.click(done.response, label=label)
    assert more.ephemeral
    assert shown(more.response).count("Anna Berg") == 9


async def test_ask_opens_a_form_whose_answer_everyone_sees(world: World) -> None:
    done = await brief(world)
    opened = await world.ben.click(done.response, label="Ask")
    assert opened.modal["title"] == "Ask the article"
    answered = await world.ben.submit_modal(opened, {"question": QUESTION})
    assert "for a month" in shown(answered.response)
    assert not answered.ephemeral


async def test_under_what_one_person_sees_the_answer_is_for_them_too(world: World) -> None:
    done = await brief(world, link=LINK, visibility="me")
    answered = await world.anna.submit_modal(await world.anna.click(done.response, label="Ask"), {"question": QUESTION})
    assert answered.ephemeral


async def test_a_thread_is_opened_when_asked_for_and_questions_in_it_are_answered(world: World) -> None:
    done = await brief(world)
    opened = await world.ben.click(done.response, label="Open a thread")
    (thread,) = world.channel.threads
    assert shown(opened.response) == f"It is open: <#{thread.id}>"
    assert thread.name == HEADLINE
    assert [shown(each) for each in world.said(thread)] == [IN_THE_THREAD]

    await world.ben.send(thread, QUESTION)
    asked = await world.anna.slash(thread, "ask", question=QUESTION)
    assert "for a month" in shown(world.said(thread)[1])
    assert "for a month" in shown(asked.response)


async def test_whoever_presses_second_is_shown_the_thread_that_is_there(world: World) -> None:
    done = await brief(world)
    await world.anna.click(done.response, label="Open a thread")
    again = await world.ben.click(done.response, label="Open a thread")
    (thread,) = world.channel.threads
    assert shown(again.response) == f"It is open: <#{thread.id}>"
    assert len(world.said(thread)) == 1


async def test_a_button_works_after_a_restart(world: World) -> None:
    done = await brief(world)
    await world.restart()
    opened = await world.ben.click(done.response, label="Ask")
    answered = await world.ben.submit_modal(opened, {"question": QUESTION})
    assert "for a month" in shown(answered.response)


async def test_feedback_is_kept(world: World) -> None:
    done = await brief(world)
    pressed = await world.ben.click(done.response, label="Good")
    await world.ben.click(done.response, label="Bad")
    assert (pressed.ephemeral, shown(pressed.response)) == (True, NOTED)
    with world.database.reading() as connection:
        kept = connection.execute(select(verdicts.c.person, verdicts.c.good)).all()
    assert kept == [(str(world.ben.id), False)]


async def test_help_is_for_whoever_asks(world: World) -> None:
    done = await world.anna.slash(world.channel, "standfirst")
    assert done.ephemeral
    assert shown(done.response) == HELP


async def test_bots_are_not_answered_our_own_least_of_all(world: World) -> None:
    hook = world.guild.create_webhook(world.channel, "feed")
    await hook.send(f"{world.guild.me.mention} {LINK}")
    assert world.said() == []


async def test_a_message_that_was_edited_is_not_a_new_one(world: World) -> None:
    message = await world.anna.send(world.channel, f"{world.guild.me.mention} {LINK}")
    await world.anna.edit(message, f"{world.guild.me.mention} {LINK} please")
    assert len(world.said()) == 1


async def test_two_servers_never_share_a_conversation(world: World) -> None:
    await brief(world)
    other = world.env.create_guild(name="Elsewhere")
    channel = other.create_text_channel("news")
    carla = other.add_member(world.env.create_user("carla"))
    done = await carla.slash(channel, "ask", question=QUESTION)
    (told,) = done.followups
    assert shown(told).startswith("I know no article to answer from here")
    assert told.ephemeral


async def test_without_the_intent_a_question_in_a_thread_has_to_name_the_bot(
    tmp_path: Path, articles: FakeArticles
) -> None:
    granted = discord.Intents.all()
    granted.message_content = False
    async with a_world(tmp_path, articles, approved=granted) as world:
        await world.anna.click((await brief(world)).response, label="Open a thread")
        (thread,) = world.channel.threads
        await world.ben.send(thread, QUESTION)
        assert len(world.said(thread)) == 1
        await world.ben.send(thread, f"{world.guild.me.mention} {QUESTION}")
        assert "for a month" in shown(world.said(thread)[-1])


async def test_as_embeds_the_same_is_said_and_the_buttons_work(tmp_path: Path, articles: FakeArticles) -> None:
    async with a_world(tmp_path, articles, embeds=True) as world:
        done = await brief(world)
        assert done.response.embeds
        assert shown(done.response).startswith(f"### {HEADLINE}")
        answered = await world.ben.submit_modal(
            await world.ben.click(done.response, label="Ask"), {"question": QUESTION}
        )
        assert "for a month" in shown(answered.response)


@pytest.mark.parametrize("typed", ["@everyone", "<@&1> @here"])
async def test_nothing_typed_pings_anybody(world: World, typed: str) -> None:
    await world.anna.slash(world.channel, "brief", text=f"{typed} " * 40 + "said the mayor. “We pay,” said Anna Berg.")
    for each in world.env.http_requests:
        body: Any = each.json or {}
        if "components" in body:
            assert body["allowed_mentions"] == {"parse": []}
    assert not any(each.mention_everyone for each in world.said())


def test_simcord_is_the_one_whose_gaps_we_know() -> None:
    """It takes thread names over 100 characters; ours are cut before."""
    assert simcord.__version__ == "3.2.1"


@pytest.mark.usefixtures("socket_enabled")
async def test_each_acknowledgement_is_counted_and_none_that_discord_did_not_take(world: World) -> None:
    await brief(world)
    await world.anna.slash(world.channel, "brief")  # opens the form
    world.env.inject_error("POST", "/interactions/*", status=404, code=10062)
    await brief(world)
    told = await numbers_of(world.bot.metrics, world.database)
    assert told['standfirst_ack_seconds_count{platform="discord"}'] == 2
