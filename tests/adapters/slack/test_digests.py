"""Digests in Slack: set up, looked at, changed, and posted once."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from adapters.database import claims, deliveries
from adapters.database.records import Subscriptions
from bot.errors import TooSlow
from bot.model import Headline, Headlines
from summariser.model import Article
from tests.adapters.slack.conftest import NOW, a_bot
from tests.newsroom import FEED, STORIES, feed, shelf

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Delivery
    from tests.adapters.slack.conftest import Bot
    from tests.fakes import FakeArticles
    from tests.peers.slack.server import ScriptedSlack

LINE = f"daily 08:30 Europe/London {FEED}"


@pytest.fixture
def articles(articles: FakeArticles) -> FakeArticles:
    articles.shelf.update(shelf())
    return articles


@pytest.fixture
def bot(bot: Bot) -> Bot:
    bot.feeds.shelf[FEED] = feed(NOW(), "harbour", "crows", "cup")
    bot.feeds.shelf["https://radio.example/feed"] = feed(NOW(), "harbour", site="radio")
    return bot


async def typed(bot: Bot, text: str, **more: str) -> str:
    """What the asker is told after ``/digest`` and that text."""
    await bot.slack.command(text, command="/digest", **more)
    await bot.settled()
    told: str = bot.slack.responses()[-1]["text"]
    return told


def posts(bot: Bot, channel: str = "C1") -> list[dict[str, Any]]:
    return [each for each in bot.slack.posts(channel) if "blocks" in each]


async def test_a_line_sets_one_up_and_says_when_it_comes(bot: Bot) -> None:
    told = await typed(bot, LINE)
    assert told.startswith("Digest 1, Briefing, is set up: daily 08:30 Europe/London. Next: ")
    assert told.endswith("To see it now: /digest preview 1")
    assert posts(bot) == []


async def test_it_is_posted_to_its_channel_with_its_stories_in_the_thread(bot: Bot) -> None:
    await typed(bot, LINE)
    await typed(bot, "run 1")
    assert await bot.press.run_due("slack") == 1
    digest, *thread = posts(bot)
    assert "3 stories from 1 source" in digest["text"]
    assert {each["thread_ts"] for each in thread} == {digest["ts"]}
    assert len(thread) == 3


async def test_a_digest_that_is_set_up_in_a_direct_message_comes_there(bot: Bot) -> None:
    await typed(bot, LINE, channel_id="D7")
    await typed(bot, "run 1", channel_id="D7")
    await bot.press.run_due("slack")
    digest, *thread = posts(bot, "D7")
    assert "3 stories from 1 source" in digest["text"]
    assert {each["thread_ts"] for each in thread} == {digest["ts"]}
    assert posts(bot) == []


async def test_nothing_is_told_twice(bot: Bot) -> None:
    await typed(bot, LINE)
    for _ in range(2):
        await bot.press.deliver(await ordered(bot))
        await typed(bot, "list")
    assert len([each for each in posts(bot) if "thread_ts" not in each]) == 1
    assert bot.slack.responses()[-1]["text"].endswith("empty (nothing new)")


async def test_the_same_story_of_two_outlets_is_told_once(bot: Bot) -> None:
    await typed(bot, f"{LINE} https://radio.example/feed")
    await typed(bot, "run 1")
    await bot.press.run_due("slack")
    digest = posts(bot)[0]
    assert "3 stories from 2 sources" in digest["text"]
    assert "also in" in str(digest["blocks"])
    assert digest["text"].split(". ")[1].startswith("Harbour"), "what most outlets tell comes first"


async def test_a_story_that_was_told_comes_back_only_with_what_is_new(bot: Bot) -> None:
    await typed(bot, LINE)
    await bot.press.deliver(await ordered(bot))
    again = "https://paper.example/harbour-again"
    told = STORIES["harbour"].split("\n\n")[1]
    await brought(bot, again, told)
    await bot.press.deliver(await ordered(bot))
    roots = [each for each in posts(bot) if "thread_ts" not in each]
    assert len(roots) == 1, "there was nothing new in it"

    later = "https://paper.example/harbour-later"
    new = "A diver was hurt on Wednesday when a crane dropped a stone of two tonnes beside the pier."
    await brought(bot, later, f"{told}\n\n{new}")
    await bot.press.deliver(await ordered(bot))
    _, update = [each for each in posts(bot) if "thread_ts" not in each]
    assert "Update: " in update["text"]
    assert new in str(update["blocks"])
    assert "will close for a month" not in str(update["blocks"][2:-1])


async def brought(bot: Bot, link: str, text: str) -> None:
    """A feed brings another report about the harbour."""
    bot.articles.shelf[link] = Article(text, title="Harbour to close for a month", url=link, site="The Paper")
    one = Headline("Harbour to close for a month", link, link=link, published=NOW(), summary=text)
    found = Headlines("The Paper", None, FEED, "en", (one,))
    await Subscriptions(bot.database, NOW).polled(FEED, found)


async def test_a_question_in_its_thread_is_answered_from_its_stories(bot: Bot) -> None:
    await typed(bot, LINE)
    await typed(bot, "run 1")
    await bot.press.run_due("slack")
    root = posts(bot)[0]["ts"]
    await bot.slack.message("What can crows do on command?", thread_ts=root)
    await bot.settled()
    assert "Crows can call" in posts(bot)[-1]["text"]


async def test_a_preview_is_seen_by_the_asker_alone_and_tells_nothing(bot: Bot) -> None:
    await typed(bot, LINE)
    assert "3 stories" in await typed(bot, "preview 1")
    assert posts(bot) == []
    await typed(bot, "run 1")
    await bot.press.run_due("slack")
    assert "3 stories" in posts(bot)[0]["text"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("pause 1", "Digest 1 is paused. To go on: /digest resume 1"),
        ("resume 1", "Digest 1 goes on. Next: "),
        ("skip 1", "Digest 1 leaves out "),
        ("run 1", "Digest 1 is on its way; it takes up to a minute."),
        ("remove 1", "Digest 1, Briefing, is removed."),
        ("list", "1  Briefing: daily 08:30 Europe/London; next: "),
        ("help", "/digest: opens a form"),
        ("pause 7", "There is no digest 7 here; /digest list shows those there are."),
        ("weekdays 08:30 Europe/Londn paper.example", "I know no time zone Europe/Londn; did you mean Europe/London"),
        ("weekdays paper.example", "That is no schedule: say at what time, for example: 08:30."),
        ("weekdays 08:30", "Give at least one source: the address of a site or of its feed."),
        ("08:30 nothing.example", "nothing.example is no feed, so it was left out."),
    ],
)
async def test_each_command_says_what_came_of_it(bot: Bot, text: str, says: str) -> None:
    await typed(bot, LINE)
    assert (await typed(bot, text)).startswith(says)


async def test_nobody_changes_what_somebody_else_manages_nor_sees_another_workspaces(bot: Bot) -> None:
    await typed(bot, LINE)
    told = await typed(bot, "remove 1", user_id="U2")
    assert told == "Somebody else manages the digest Briefing; ask whoever set it up, or set up one of your own."
    assert (await typed(bot, "remove 1", workspace="T2")).startswith("There is no digest 1 here")
    assert (await typed(bot, "list", workspace="T2")) == "There is no digest yet; /digest sets one up."


async def test_a_source_that_cannot_be_read_is_named_and_stops_nothing(bot: Bot) -> None:
    bot.feeds.shelf["https://slow.example"] = TooSlow("slow.example")
    told = await typed(bot, f"{LINE} slow.example")
    assert "slow.example was left out: slow.example took too long to read" in told
    assert told.startswith("Digest 1, Briefing, is set up")


async def test_the_form_sets_one_up_and_its_mistakes_are_told_in_it(bot: Bot) -> None:
    slack = bot.slack
    await slack.command("", command="/digest", channel_id="C2")
    await slack.until(lambda: slack.made("views.open"))
    (opened,) = slack.made("views.open")
    wrong = form(schedule="never", sources="", words="(a")
    ack = await slack.submit(opened["view"], wrong)
    assert ack.payload
    assert ack.payload["errors"].keys() == {"schedule", "sources", "words"}
    await slack.submit(opened["view"], form(schedule="mon 9am", sources=FEED, words="harbour OR crows"))
    await bot.settled()
    assert posts(bot, "C2") == []
    await typed(bot, "run 1")
    await bot.press.run_due("slack")
    assert "2 stories" in posts(bot, "C2")[0]["text"]


async def test_the_form_changes_one_and_keeps_its_number(bot: Bot) -> None:
    slack = bot.slack
    await typed(bot, LINE)
    await slack.command("edit 1", command="/digest")
    await slack.until(lambda: slack.made("views.open"))
    (opened,) = slack.made("views.open")
    fields = {block["block_id"]: block["element"].get("initial_value") for block in opened["view"]["blocks"]}
    assert (fields["schedule"], fields["sources"]) == ("daily 08:30 Europe/London", FEED)
    await slack.submit(opened["view"], form(name="Evening", schedule="daily 18:00 Europe/Paris", sources=FEED))
    await bot.settled()
    assert (await typed(bot, "list")).startswith("1  Evening: daily 18:00 Europe/Paris")


async def test_home_lists_the_digests_and_its_buttons_work(bot: Bot) -> None:
    slack = bot.slack
    await typed(bot, LINE)
    await slack.event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home", "event_ts": "1.1"})
    await slack.until(lambda: slack.made("views.publish"))
    view = slack.made("views.publish")[0]["view"]
    assert "Briefing: daily 08:30 Europe/London; next: " in str(view)
    assert "Sources: paper.example" in str(view)
    await slack.press_home(view, "digest_pause")
    await bot.settled()
    assert [each["text"] for each in slack.posts("U1")] == ["Digest 1 is paused. To go on: /digest resume 1"]


async def test_one_is_set_up_from_home_for_a_channel_that_is_chosen_there(bot: Bot) -> None:
    slack = bot.slack
    await slack.event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home", "event_ts": "1.1"})
    await slack.until(lambda: slack.made("views.publish"))
    await slack.press_home(slack.made("views.publish")[0]["view"], "digest_new")
    await slack.until(lambda: slack.made("views.open"))
    view = slack.made("views.open")[0]["view"]
    assert view["blocks"][0]["block_id"] == "channel"
    where = {"channel": {"selected_conversation": "C2"}}
    await slack.submit(view, form(schedule="mon 9am", sources=FEED) | where)
    await bot.settled()
    await typed(bot, "run 1")
    await bot.press.run_due("slack")
    assert "3 stories" in posts(bot, "C2")[0]["text"]


@pytest.mark.parametrize("fault", ["drop", "lost", "500", "hang", "truncated", "429 0", "error internal_error"])
async def test_whatever_goes_wrong_each_message_of_a_digest_is_there_once(bot: Bot, fault: str) -> None:
    await typed(bot, LINE)
    await typed(bot, "run 1")
    bot.slack.faults["chat.postMessage"].extend([fault, "", fault])
    await bot.press.run_due("slack")
    roots = [each for each in posts(bot) if "thread_ts" not in each]
    assert (len(roots), len(posts(bot))) == (1, 4)


async def test_a_digest_that_was_broken_off_is_gone_on_with_and_not_begun_again(bot: Bot) -> None:
    await typed(bot, LINE)
    delivery = await ordered(bot)
    bot.slack.faults["chat.postMessage"].extend(["", "error ratelimited"])
    await bot.press.deliver(delivery)
    assert len(posts(bot)) == 1
    (again,) = claims.claim(bot.database, claims.Look("slack", 1), NOW() + timedelta(minutes=5))
    assert again.again
    await bot.press.deliver(again)
    roots = [each for each in posts(bot) if "thread_ts" not in each]
    assert (len(roots), len(posts(bot))) == (1, 4)


async def test_a_channel_that_is_gone_ends_in_a_word_to_whoever_manages_it(bot: Bot) -> None:
    await typed(bot, LINE)
    await typed(bot, "run 1")
    bot.slack.faults["chat.postMessage"].append("error is_archived")
    await bot.press.run_due("slack")
    (told,) = bot.slack.posts("U1")
    assert "was not posted: That channel is archived" in told["text"]
    assert told["text"].endswith("The digest is paused. To go on: /digest resume 1")
    listed = await typed(bot, "list")
    assert "paused" in listed
    assert "failed" in listed


async def test_a_message_that_slack_kept_only_the_end_of_is_told_to_whoever_manages_it(bot: Bot) -> None:
    await typed(bot, LINE)
    await typed(bot, "run 1")
    bot.slack.faults["chat.postMessage"].append("keeps the end")
    await bot.press.run_due("slack")
    (told,) = bot.slack.posts("U1")
    assert told["text"].startswith("Slack did not keep all of your digest Briefing: 3 of ")
    assert len(posts(bot)) == 4


async def test_silence_is_told_once(bot: Bot) -> None:
    bot.feeds.shelf[FEED] = feed(NOW())
    await typed(bot, LINE)
    for _ in range(5):
        await bot.press.deliver(await ordered(bot))
        await bot.press.report("slack")
    told = [each["text"] for each in bot.slack.posts("U1")]
    assert told == ["Your digest Briefing has had nothing to tell 3 times in a row: nothing new."]
    assert posts(bot) == []


async def test_what_was_posted_before_the_process_died_is_found_and_finished(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    """It dies with the second of four messages sent and not answered; the next process goes on from there."""
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        bot.feeds.shelf[FEED] = feed(NOW(), "harbour", "crows", "cup")
        await typed(bot, LINE)
        delivery = await ordered(bot)
        slack.faults["chat.postMessage"].extend(["", "hang"])
        dying = asyncio.create_task(bot.press.deliver(delivery))
        await slack.until(lambda: len(posts(bot)) == 2)
        dying.cancel()
        await asyncio.gather(dying, return_exceptions=True)
    async with a_bot(slack, articles, tmp_path / "standfirst.db", listening=False) as bot:
        (again,) = claims.claim(bot.database, claims.Look("slack", 1), NOW())
        assert again.again
        await bot.press.deliver(again)
        assert len(posts(bot)) == 4
        assert claims.claim(bot.database, claims.Look("slack", 1), NOW() + 2 * claims.TIMES.lease) == ()


async def test_what_was_posted_hours_ago_is_found_however_much_was_said_since(bot: Bot) -> None:
    await typed(bot, LINE)
    bot.slack.faults["chat.postMessage"].extend(["", "error ratelimited"])
    await bot.press.deliver(await ordered(bot))
    (root,) = posts(bot)
    root["ts"] = f"{float(root['ts']) - 5 * 3600:.6f}"
    for number in range(40):
        bot.slack.written(f"talk {number}")
    (again,) = claims.claim(bot.database, claims.Look("slack", 1), NOW() + timedelta(minutes=5))
    await bot.press.deliver(again)
    assert {each.get("thread_ts") for each in posts(bot)} == {None, root["ts"]}
    assert len(posts(bot)) == 4


async def ordered(bot: Bot) -> Delivery:
    """A delivery for now, claimed."""
    slot = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=next(NUMBERS))
    deliveries.order(bot.database, 1, slot, NOW())
    (claimed,) = await bot.press.ledger.claim("slack", 1)
    return claimed


NUMBERS = itertools.count()


def form(**given: str) -> dict[str, Any]:
    """What somebody typed into the form of a digest."""
    named = {"name": "Morning", "schedule": "", "sources": "", "words": ""} | given
    return {name: {"value": value or None} for name, value in named.items()} | {
        "stories": {"selected_option": {"value": "7"}},
        "says_so": {"selected_options": []},
    }
