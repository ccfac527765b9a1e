"""What people in Slack want forgotten: typed as a command, or said to the bot in the thread itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.slack.conftest import LINK

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Bot


async def told(bot: Bot, text: str, **who: str) -> str:
    """What the asker, and nobody else, is told after ``/forget`` and that text."""
    before = len(bot.slack.posts())
    await bot.slack.command(text, command="/forget", **who)
    await bot.settled()
    assert len(bot.slack.posts()) == before
    said: str = bot.slack.responses()[-1]["text"]
    return said


async def test_whoever_names_the_bot_in_a_thread_has_it_forgotten_and_it_is_ours_no_more(bot: Bot) -> None:
    await bot.slack.command(LINK)
    await bot.settled()
    root = bot.slack.posts()[0]["ts"]
    await bot.slack.message("How long will the harbour close?", thread_ts=root)
    await bot.settled()
    await bot.slack.message("<@UBOT1> forget this thread", thread_ts=root)
    await bot.settled()
    (said,) = bot.slack.made("chat.postEphemeral")
    assert said["text"] == "Forgotten: 1 thread, 1 question and 1 text of an article."
    posts = len(bot.slack.posts())
    await bot.slack.message("And what will it cost?", thread_ts=root)
    await bot.settled()
    assert len(bot.slack.posts()) == posts + 1, "only the question: a thread that is not ours gets silence"


async def test_a_colleague_can_have_nothing_forgotten_that_others_asked_for_but_an_administrator_can(bot: Bot) -> None:
    await bot.slack.command(LINK)
    await bot.settled()
    for what in ("thread", LINK, "me"):
        assert await told(bot, what, user_id="U2") == "There is nothing of that here that I could forget for you."
    assert (await told(bot, "workspace yes", user_id="U2")).startswith("Only those who manage this workspace")
    bot.slack.admins = {"U2"}
    assert await told(bot, LINK, user_id="U2") == "Forgotten: 1 thread and 1 text of an article."


async def test_where_slack_does_not_say_who_manages_it_only_what_is_theirs_is_forgotten(bot: Bot) -> None:
    await bot.slack.command(LINK)
    await bot.settled()
    bot.slack.faults["users.info"].extend(["error missing_scope", "error missing_scope"])
    assert (await told(bot, "workspace yes")).startswith("I lack a permission for that")
    assert await told(bot, "thread", user_id="U2") == "There is nothing of that here that I could forget for you."
    assert (await told(bot, "me")).startswith("That would forget 1 thread"), "nobody else has to be asked for that"
    assert [call.method for call in bot.slack.calls].count("users.info") == 2
    bot.slack.faults["users.info"].append("error missing_scope")
    assert await told(bot, "thread") == "Forgotten: 1 thread and 1 text of an article."
