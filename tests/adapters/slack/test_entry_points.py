"""Each way to ask in Slack, over real sockets, from what Slack sends to what it is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from adapters.database.tables import verdicts
from adapters.slack.asked import thread_of
from adapters.slack.http import Door
from adapters.slack.manifest import EVENTS_PATH
from adapters.web_server import serving
from summariser.model import Article
from tests.adapters.slack.conftest import LINK
from tests.adapters.test_health import numbers_of

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Bot

HEADLINE = "Harbour will close for a month, mayor says"


def headline(message: dict[str, Any]) -> str:
    text: str = message["blocks"][0]["elements"][0]["elements"][0]["text"]
    return text


async def test_a_link_behind_the_command_is_briefed_in_the_channel(bot: Bot) -> None:
    slack = bot.slack
    ack = await slack.command(LINK)
    assert ack.payload is None
    await slack.until(slack.posts)
    await bot.settled()
    (post,) = slack.posts()
    assert headline(post) == HEADLINE
    assert "thread_ts" not in post
    assert post["unfurl_links"] is False
    assert [each["text"] for each in slack.responses()] == ["Reading paper.example …"]


async def test_pasted_text_behind_the_command_is_briefed(bot: Bot, story: str) -> None:
    await bot.slack.command(story)
    await bot.settled()
    (post,) = bot.slack.posts()
    assert headline(post) == HEADLINE


async def test_the_command_alone_opens_the_form_and_its_link_is_briefed_where_it_was_opened(bot: Bot) -> None:
    slack = bot.slack
    await slack.command("", channel_id="C2")
    await slack.until(lambda: slack.made("views.open"))
    (opened,) = slack.made("views.open")
    ack = await slack.submit(opened["view"], form(link=LINK))
    assert ack.payload is None
    await bot.settled()
    assert [headline(post) for post in slack.posts("C2")] == [HEADLINE]
    assert slack.posts("C1") == []


async def test_what_is_for_one_person_only_they_see_until_they_share_it(bot: Bot) -> None:
    slack = bot.slack
    await slack.command("")
    await slack.until(lambda: slack.made("views.open"))
    await slack.submit(slack.made("views.open")[0]["view"], form(link=LINK, who="me"))
    await bot.settled()
    assert slack.posts() == []
    briefing = slack.responses()[-1]
    assert headline(briefing) == HEADLINE

    await slack.press(briefing, "share")
    await bot.settled()
    assert [headline(post) for post in slack.posts()] == [HEADLINE]


async def test_a_form_without_link_and_text_says_so_in_the_form(bot: Bot) -> None:
    slack = bot.slack
    await slack.command("")
    await slack.until(lambda: slack.made("views.open"))
    view = slack.made("views.open")[0]["view"]
    for values, block, says in (
        (form(), "link", "Give a link here, or paste the text below."),
        (form(link=LINK, text="Some text"), "text", "Give a link or a text, not both."),
        (form(link="no link"), "link", "That is no link; it should begin with https://."),
    ):
        ack = await slack.submit(view, values)
        assert ack.payload == {"response_action": "errors", "errors": {block: says}}
    assert slack.posts() == []


async def test_brief_this_takes_the_first_link_and_answers_in_the_messages_thread(bot: Bot) -> None:
    slack = bot.slack
    message = slack.written(f"Have you seen this? <{LINK}|the harbour> and <https://paper.example/other>")
    await slack.shortcut(message)
    await bot.settled()
    post = slack.posts()[-1]
    assert (headline(post), post["thread_ts"]) == (HEADLINE, message["ts"])
    assert bot.articles.asked == [LINK]


async def test_brief_this_takes_the_text_where_there_is_no_link(bot: Bot, story: str) -> None:
    slack = bot.slack
    message = slack.written(story, thread_ts="1700000000.000001")
    await slack.shortcut(message)
    await bot.settled()
    post = slack.posts()[-1]
    assert (headline(post), post["thread_ts"]) == (HEADLINE, "1700000000.000001")


async def test_brief_this_reads_what_another_bot_attached(bot: Bot) -> None:
    slack = bot.slack
    message = slack.written("", bot_id="B9", attachments=[{"title": "Harbour", "title_link": LINK, "text": "…"}])
    await slack.shortcut(message)
    await bot.settled()
    assert headline(slack.posts()[-1]) == HEADLINE


async def test_a_mention_with_a_link_is_answered_once_in_its_thread(bot: Bot) -> None:
    slack = bot.slack
    await slack.message(f"<@UBOT1> <{LINK}>")
    await bot.settled()
    asked, *posts = slack.posts()
    assert [(headline(post), post["thread_ts"]) for post in posts] == [(HEADLINE, asked["ts"])]
    assert [each["status"] for each in slack.made("assistant.threads.setStatus")] == ["Reading paper.example …"]


async def test_a_question_in_a_thread_of_ours_is_answered_without_a_mention(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    root = slack.posts()[0]["ts"]
    await slack.message("How long will the harbour close?", thread_ts=root)
    await bot.settled()
    answer = slack.posts()[-1]
    assert answer["thread_ts"] == root
    assert "for a month" in answer["text"]


async def test_a_mention_with_paragraphs_in_a_thread_of_ours_is_a_question(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    root = slack.posts()[0]["ts"]
    await slack.message("<@UBOT1> Thanks!\n\nHow long will the harbour close?", thread_ts=root)
    await bot.settled()
    assert "for a month" in slack.posts()[-1]["text"]


async def test_emoji_alone_say_nothing(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    root = slack.posts()[0]["ts"]
    await slack.message("<@UBOT1> :tada: :+1: :wave::skin-tone-3:", thread_ts=root)
    await bot.settled()
    assert [each for each in slack.posts() if each.get("bot_id")][1:] == []


async def test_quotes_of_two_articles_are_two_posts_that_are_known_apart(bot: Bot, story: str) -> None:
    """A process that takes this over must not take the one for the other."""
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    root = slack.posts()[0]["ts"]
    other = replace(Article(story, url="https://paper.example/other"), text=f"{story}\n\nIt is so.")
    await bot.records.file(other)
    await bot.records.remember(thread_of("T1", "C1", root), other, "", "U1")
    await slack.message("all quotes", thread_ts=root)
    await bot.settled()
    keys = [each["metadata"]["event_payload"]["key"] for each in slack.posts() if each.get("bot_id")]
    assert len(keys) == len(set(keys)) == 3


async def test_where_it_cannot_be_known_whose_thread_it_is_whoever_names_the_bot_is_told(bot: Bot) -> None:
    slack = bot.slack
    with bot.database.writing() as connection:
        connection.execute(text("ALTER TABLE threads RENAME TO elsewhere"))
    await slack.message("<@UBOT1> How long will the harbour close?", thread_ts="1.0")
    await slack.message("How long will the harbour close?", thread_ts="1.0")
    await bot.settled()
    assert {each["text"][:31] for each in slack.made("chat.postEphemeral")} == {"The database cannot be used: it"}


async def test_people_talking_to_each_other_in_our_thread_are_left_alone(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    root = slack.posts()[0]["ts"]
    for said in ("Good to know.", "<@U2> did you know how long the harbour will close?", "lunch", LINK):
        await slack.message(said, thread_ts=root)
    await bot.settled()
    assert len([each for each in slack.posts() if each.get("bot_id")]) == 1


async def test_a_question_in_a_thread_that_is_not_ours_gets_silence(bot: Bot) -> None:
    slack = bot.slack
    root = slack.written("Lunch?")["ts"]
    await slack.message("How long will the harbour close?", thread_ts=root)
    await bot.settled()
    assert [each for each in slack.posts() if each.get("bot_id")] == []
    assert slack.made("chat.postEphemeral") == []


async def test_a_question_with_a_mention_where_no_article_is_known_is_told_so_alone(bot: Bot) -> None:
    slack = bot.slack
    await slack.message("<@UBOT1> who won the cup?")
    await bot.settled()
    (told,) = slack.made("chat.postEphemeral")
    assert told["user"] == "U1"
    assert told["text"].startswith("I know no article to answer from here; give me a link first")
    assert [each for each in slack.posts() if each.get("bot_id")] == []


async def test_a_direct_message_is_answered_in_its_thread_and_can_be_asked_about(bot: Bot) -> None:
    slack = bot.slack
    await slack.message(LINK, channel="D1")
    await bot.settled()
    asked, briefing = slack.posts("D1")
    assert (headline(briefing), briefing["thread_ts"]) == (HEADLINE, asked["ts"])
    await slack.message("Who told reporters?", channel="D1", thread_ts=asked["ts"])
    await bot.settled()
    assert "Anna Berg, the mayor, told reporters" in slack.posts("D1")[-1]["text"]


async def test_in_a_direct_message_errors_come_back_there(bot: Bot) -> None:
    slack = bot.slack
    await slack.message("https://paper.example/gone", channel="D1")
    await bot.settled()
    told = slack.posts("D1")[-1]
    assert told["text"] == "paper.example has no page at that address; check the link, or paste the text."


async def test_more_quotes_go_to_the_thread(bot: Bot, story: str) -> None:
    slack = bot.slack
    said = "\n\n".join(
        f"Bo Ek, a baker, said: “We have waited {n} winters for a wall that holds.”" for n in range(2, 9)
    )
    await slack.command(f"{story}\n\n{said}")
    await bot.settled()
    (briefing,) = slack.posts()
    await slack.press(briefing, "more_quotes")
    await bot.settled()
    quotes = slack.posts()[-1]
    assert quotes["thread_ts"] == briefing["ts"]
    assert quotes["text"] == "8 quotations"


async def test_ask_opens_a_form_whose_answer_goes_to_the_thread(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    (briefing,) = slack.posts()
    await slack.press(briefing, "ask")
    await slack.until(lambda: slack.made("views.open"))
    (opened,) = slack.made("views.open")
    await slack.submit(opened["view"], {"question": {"value": "When will the harbour close?"}})
    await bot.settled()
    answer = slack.posts()[-1]
    assert answer["thread_ts"] == briefing["ts"]
    assert "from Monday" in answer["text"]


async def test_feedback_is_kept(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    await slack.press(slack.posts()[0], "feedback")
    with bot.database.reading() as connection:
        assert [row.good for row in connection.execute(select(verdicts))] == [True]


async def test_home_shows_what_somebody_asked_for_in_this_workspace(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await slack.command(LINK, workspace="T2")
    await bot.settled()
    opened = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home", "event_ts": "1.1"}
    for event in (opened, opened | {"user": "U2"}):
        await slack.event(event)
    await slack.until(lambda: len(slack.made("views.publish")) == 2)
    mine, others = sorted(slack.made("views.publish"), key=lambda body: body["user_id"])
    assert str(mine["view"]).count(HEADLINE) == 1
    assert "None yet" in str(others["view"])


async def test_the_form_on_the_home_tab_answers_in_a_direct_message(bot: Bot) -> None:
    slack = bot.slack
    await slack.event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home", "event_ts": "1.1"})
    await slack.until(lambda: slack.made("views.publish"))
    await slack.press_home(slack.made("views.publish")[0]["view"], "open_form")
    await slack.until(lambda: slack.made("views.open"))
    await slack.submit(slack.made("views.open")[0]["view"], form(link=LINK, who="me"))
    await bot.settled()
    assert [headline(post) for post in slack.posts("U1")] == [HEADLINE]


async def test_whoever_opens_the_conversation_is_shown_what_to_type(bot: Bot) -> None:
    slack = bot.slack
    await slack.event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "messages", "event_ts": "1.1"})
    await slack.until(lambda: slack.made("assistant.threads.setSuggestedPrompts"))
    (prompts,) = slack.made("assistant.threads.setSuggestedPrompts")
    assert prompts["channel_id"] == "D1"
    assert "thread_ts" not in prompts


async def test_help_is_for_whoever_asks(bot: Bot) -> None:
    slack = bot.slack
    await slack.command("help", command="/standfirst")
    await slack.command("help")
    await bot.settled()
    assert [each["text"][:11] for each in slack.responses()] == ["/brief LINK"] * 2
    assert slack.posts() == []


async def test_a_message_that_was_edited_or_deleted_is_not_a_new_one(bot: Bot) -> None:
    slack = bot.slack
    for subtype in ("message_changed", "message_deleted", "channel_join"):
        event = slack.written(f"<@UBOT1> {LINK}", subtype=subtype)
        await slack.event(event)
        await slack.event(event | {"type": "app_mention"})
    await bot.settled()
    assert [each for each in slack.posts() if "blocks" in each] == []


async def test_bots_are_not_answered_our_own_least_of_all(bot: Bot) -> None:
    slack = bot.slack
    for more in ({"bot_id": "B9", "user": "U9"}, {"user": "UBOT1", "bot_id": "B1"}):
        await slack.message(LINK, channel="D1", **more)
    await bot.settled()
    assert [each for each in slack.posts("D1") if "blocks" in each] == []


async def test_an_event_nobody_listens_to_is_acknowledged(bot: Bot) -> None:
    ack = await bot.slack.event({"type": "team_rename", "name": "New"})
    assert ack.payload is None


async def test_where_the_bot_is_no_member_everyone_sees_the_briefing_all_the_same(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK, channel_id="C9")
    await bot.settled()
    (briefing,) = slack.responses("in_channel")
    assert headline(briefing) == HEADLINE


async def test_two_workspaces_never_share_a_thread_or_a_token(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK, workspace="T1")
    await slack.command(LINK, workspace="T2")
    await bot.settled()
    ours, theirs = slack.posts("C1", "T1")[0]["ts"], slack.posts("C1", "T2")[0]["ts"]
    await slack.message("How long will the harbour close?", workspace="T2", thread_ts=ours)
    await bot.settled()
    assert len([each for each in slack.posts("C1", "T2") if "blocks" in each]) == 1
    await slack.message("How long will the harbour close?", workspace="T2", thread_ts=theirs)
    await bot.settled()
    assert len([each for each in slack.posts("C1", "T2") if "blocks" in each]) == 2
    assert {call.workspace for call in slack.calls if call.method == "chat.postMessage"} == {"T1", "T2"}


async def test_a_workspace_the_bot_is_not_installed_in_is_acknowledged_and_told_so(bot: Bot) -> None:
    await bot.slack.command(LINK, workspace="T3")
    await bot.settled()
    assert bot.slack.made("chat.postMessage") == []


def form(*, link: str = "", text: str = "", who: str = "channel") -> dict[str, Any]:
    """What somebody typed into the form of the command."""
    return {
        "link": {"value": link or None},
        "text": {"value": text or None},
        "who": {"selected_option": {"value": who}},
    }


async def test_each_acknowledgement_is_counted_and_a_forged_request_is_not_one(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await slack.message("What is for lunch?")
    await bot.settled()
    door = Door()
    async with serving(door.routes(installs=False), "127.0.0.1", 0) as address:
        with door.leading_to(bot.app):
            body = slack._who() | {"command": "/brief", "text": LINK, "trigger_id": "1.1"}
            assert (await slack.post_signed(f"{address}{EVENTS_PATH}", "slash_commands", body))[0] == 200
            assert (await slack.post_signed(f"{address}{EVENTS_PATH}", "slash_commands", body, secret="no"))[0] == 401
    await bot.settled()
    told = await numbers_of(bot.metrics, bot.database)
    assert told['standfirst_ack_seconds_count{platform="slack"}'] == 3
