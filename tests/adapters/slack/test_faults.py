"""Whatever goes wrong, an answer is there once, or somebody is told: never twice, never neither."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from adapters.pace import Pace
from adapters.slack.client import web_client
from adapters.slack.posting import Place, Poster
from adapters.slack.rendering.posts import messages
from bot.errors import Late, NotFound
from bot.model import Notice
from tests.adapters.slack.conftest import BRISK, LINK, Bot, a_bot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes import FakeArticles
    from tests.peers.slack.server import ScriptedSlack

CANT_TELL = "I can't tell whether my answer was posted"


def posted(bot: Bot) -> list[dict[str, Any]]:
    return [each for each in bot.slack.posts() if "blocks" in each]


@pytest.mark.parametrize(
    "faults",
    [
        ["429 0"],
        ["429 0.01"],
        ["429 0", "429 0", "429 0"],
        ["429 soon"],
        ["500"],
        ["503"],
        ["503", "500"],
        ["drop"],
        ["lost"],
        ["lost", "drop"],
        ["truncated"],
        ["page"],
        ["hang"],
        ["error internal_error"],
        ["error fatal_error", "drop"],
    ],
    ids=" then ".join,
)
async def test_the_briefing_is_there_once(bot: Bot, faults: list[str]) -> None:
    bot.slack.faults["chat.postMessage"].extend(faults)
    await bot.slack.command(LINK)
    await bot.settled()
    assert len(posted(bot)) == 1
    assert not [each for each in bot.slack.responses() if "blocks" in each]


@pytest.mark.parametrize("fault", ["lost", "drop", "500"])
async def test_where_slack_lets_nobody_look_the_asker_is_told_that_we_cannot_tell(bot: Bot, fault: str) -> None:
    bot.slack.faults["chat.postMessage"].append(fault)
    bot.slack.faults["conversations.history"].append("error missing_scope")
    await bot.slack.command(LINK)
    await bot.settled()
    assert len(posted(bot)) == (1 if fault == "drop" else 0)
    assert bot.slack.responses()[-1]["text"].startswith(CANT_TELL)


async def test_a_server_that_loses_everything_is_given_up_with_a_word_to_the_asker(bot: Bot) -> None:
    bot.slack.faults["chat.postMessage"].extend(["lost"] * 3)
    await bot.slack.command(LINK)
    await bot.settled()
    assert posted(bot) == []
    assert bot.slack.responses()[-1]["text"].startswith(CANT_TELL)


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("is_archived", "That channel is archived"),
        ("restricted_action", "Your workspace doesn't let apps post there"),
        ("msg_blocks_too_long", "Slack says that the answer is too long"),
        ("something_new", "Slack did not take my answer (something_new)"),
    ],
)
async def test_what_slack_refuses_is_told_to_the_asker_alone(bot: Bot, reason: str, says: str) -> None:
    bot.slack.faults["chat.postMessage"].append(f"error {reason}")
    await bot.slack.command(LINK)
    await bot.settled()
    assert posted(bot) == []
    assert bot.slack.responses()[-1]["text"].startswith(says)


async def test_an_error_whose_address_has_expired_reaches_the_asker_another_way(bot: Bot) -> None:
    bot.articles.shelf[LINK] = NotFound("paper.example")
    bot.slack.faults["response_url"].extend(["404", "404"])
    await bot.slack.command(LINK)
    await bot.settled()
    (told,) = bot.slack.made("chat.postEphemeral")
    assert told["text"].startswith("paper.example has no page")


async def test_an_error_that_reaches_nobody_in_the_channel_goes_to_a_direct_message(bot: Bot) -> None:
    bot.articles.shelf[LINK] = NotFound("paper.example")
    bot.slack.faults["response_url"].extend(["404", "404"])
    await bot.slack.command(LINK, channel_id="C9")
    await bot.settled()
    assert [each["text"][:25] for each in bot.slack.posts("U1")] == ["paper.example has no page"]


async def test_progress_that_cannot_be_shown_holds_nothing_up(bot: Bot) -> None:
    bot.slack.faults["response_url"].append("500")
    await bot.slack.command(LINK)
    await bot.settled()
    assert len(posted(bot)) == 1


@pytest.mark.parametrize("again", ["the same envelope", "a new envelope"])
async def test_what_slack_tells_twice_is_done_once(bot: Bot, again: str) -> None:
    slack = bot.slack
    body = slack._who() | {"command": "/brief", "text": LINK, "trigger_id": "1.1"}
    for number in range(3):
        await slack.tell("slash_commands", body, envelope="same" if again == "the same envelope" else f"e{number}")
    await bot.settled()
    assert len(posted(bot)) == 1


async def test_an_event_told_again_minutes_later_and_out_of_order_is_done_once(bot: Bot) -> None:
    slack = bot.slack
    event = slack.written(LINK, channel="D1")
    later = slack.written("help", channel="D1")
    for told in (later, event, event, later, event):
        await slack.event(told, event_id="Ev1")
        await bot.settled()
    assert len([each for each in slack.posts("D1") if "blocks" in each]) == 2


async def test_a_socket_that_is_cut_is_opened_again_and_nothing_that_is_told_is_lost(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    async with a_bot(slack, articles, tmp_path / "standfirst.db", ping=BRISK) as bot:
        await slack.cut()
        await slack.until(lambda: slack.sockets == 0)
        await slack.command(LINK)
        await bot.settled()
        assert len(posted(bot)) == 1


async def test_a_socket_that_froze_is_replaced(slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path) -> None:
    async with a_bot(slack, articles, tmp_path / "standfirst.db", ping=BRISK) as bot:
        opened = len(slack.made("apps.connections.open"))
        slack.frozen = True
        await slack.until(lambda: len(slack.made("apps.connections.open")) > opened)
        slack.frozen = False
        await slack.command(LINK)
        await bot.settled()
        assert len(posted(bot)) == 1


async def test_a_slack_that_is_away_when_we_start_is_waited_for(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    slack.refuse_sockets = 2
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        await slack.command(LINK)
        await bot.settled()
        assert len(posted(bot)) == 1


async def test_what_was_under_way_when_we_stopped_is_done_by_the_next_process(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    articles.held = asyncio.Event()
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        await slack.command(LINK)
        await slack.until(slack.responses)
    articles.held = None
    async with a_bot(slack, articles, tmp_path / "standfirst.db", listening=False) as bot:
        await bot.errands.resume()
        await bot.settled()
        assert len(posted(bot)) == 1
        assert len(slack.responses()) == 1, "progress was shown again"


async def test_what_was_posted_just_before_we_died_is_not_posted_again(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    """The process ends between Slack's taking the post and our noting it: the next finds it there."""
    slack.faults["chat.postMessage"].append("hang")
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        await slack.command(LINK)
        await slack.until(lambda: posted(bot))
    async with a_bot(slack, articles, tmp_path / "standfirst.db", listening=False) as bot:
        await bot.errands.resume()
        await bot.settled()
        assert len(posted(bot)) == 1
        root = posted(bot)[0]["ts"]
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        await slack.message("How long will the harbour close?", thread_ts=root)
        await bot.settled()
        assert len(posted(bot)) == 2, "the thread is known to be ours"


@pytest.mark.parametrize(("looks", "sent"), [((0, 0, 0), 1), ((0, 11), 0), ((11,), 0)])
async def test_what_had_to_wait_beyond_its_time_is_not_sent_any_more(
    slack: ScriptedSlack, looks: tuple[int, ...], sent: int
) -> None:
    """Slack limits it once; whoever took the delivery over meanwhile posts it. Each look at the clock but the last, by
    which it is known that the time has passed, or that it was kept, is a request."""
    slack.faults["chat.postMessage"].append("429 0")
    begin = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    moments = iter(looks)
    poster = Poster(
        web_client("xoxb-T1", slack.api), lambda: begin + timedelta(seconds=next(moments)), Pace(0.0), pause=0.0
    )
    posting = poster.post(Place("C1"), messages(Notice("Late?"))[0], "key", until=begin + timedelta(seconds=10))
    if sent:
        await posting
    else:
        with pytest.raises(Late):
            await posting
    assert len(slack.posts()) == sent
    assert len(slack.calls) == len(looks) - 1
