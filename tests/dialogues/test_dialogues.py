"""The same is typed in Slack, in Discord, in a terminal and in the playground, and the same comes out."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.dialogues.rooms import ROOMS
from tests.fakes import FakeArticles
from tests.newsroom import FEED, RADIO, feed, shelf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.dialogues.rooms import Room

Dialogue = Callable[["Room"], Awaitable[None]]

HARBOUR, CUP, GONE = "https://paper.example/harbour", "https://paper.example/cup", "https://paper.example/gone"
LIST = "https://paper.example/feeds.opml"
LINE = f"daily 08:30 Europe/London {FEED}"

pytestmark = pytest.mark.usefixtures("socket_enabled")


async def a_link_is_briefed(room: Room) -> None:
    await room.brief(HARBOUR)


async def a_text_is_briefed(room: Room) -> None:
    await room.brief(shelf()[CUP].text.replace("\n\n", " "))


async def a_page_that_is_not_there(room: Room) -> None:
    await room.brief(GONE)


async def a_text_of_three_words(room: Room) -> None:
    await room.brief("three little words")


async def a_question_is_answered(room: Room) -> None:
    await room.brief(HARBOUR)
    await room.ask("How long will the harbour close?")


async def a_question_the_article_says_nothing_about(room: Room) -> None:
    await room.brief(HARBOUR)
    await room.ask("Who won the cup?")


async def a_thread_is_talked_in(room: Room) -> None:
    await room.brief(HARBOUR)
    for text in (
        "What did Anna Berg say?",
        "Give me all her quotes",
        "shorter",
        "what's the link?",
        "auf Deutsch bitte",
        "How was this checked?",
        "What's new since yesterday?",
        "Who is the president of France?",
    ):
        await room.ask(text)


async def a_digest_is_set_up_looked_at_and_removed(room: Room) -> None:
    await room.digest(LINE)
    for command in ("list", "pause 1", "resume 1", "skip 1", "sources 1", f"add 1 {RADIO}", f"drop 1 {FEED}"):
        await room.digest(command)
    await room.digest("remove 1")
    await room.digest("list")


async def every_part_of_a_digest_is_set(room: Room) -> None:
    await room.digest(LINE)
    for part in (
        "stories 3",
        "points 2",
        'words NOT "cup final"',
        "name Morning",
        "schedule weekdays 7am",
        "empty yes",
    ):
        await room.digest(f"set 1 {part}")
    for mistake in ("stories 99", "points many", "words (cup", "schedule 25:00", "empty perhaps"):
        await room.digest(f"set 1 {mistake}")


async def sources_are_taken_in_and_out_as_a_list(room: Room) -> None:
    await room.digest(LINE)
    await room.digest(f"import 1 {LIST}")
    await room.digest("sources 1")
    await room.digest("export 1")


async def what_became_of_articles_is_asked(room: Room) -> None:
    await room.digest(LINE)
    await room.digest("set 1 words NOT cup")
    await room.digest(f"why {HARBOUR}")
    await room.digest("run 1")
    await room.deliver()
    for link in (HARBOUR, CUP, GONE, f"1 {CUP}"):
        await room.digest(f"why {link}")
    await room.digest("retry 1")


async def a_digest_is_previewed(room: Room) -> None:
    await room.digest(LINE)
    await room.digest("preview 1")


async def a_digest_is_posted_and_asked_about(room: Room) -> None:
    await room.digest(f"{LINE} {RADIO}")
    await room.digest("run 1")
    await room.deliver()
    await room.ask("Who scored the late header?")


async def mistakes_in_a_digest(room: Room) -> None:
    for mistake in (
        f"daily 25:00 {FEED}",
        f"daily 08:30 Europe/Londn {FEED}",
        "daily 08:30 UTC https://paper.example/x",
    ):
        await room.digest(mistake)
    await room.digest("pause 7")


async def the_language_of_a_channel_is_set(room: Room) -> None:
    for text in ("language", "language Deutsch", "language Klingon", "language off"):
        await room.brief(text)


async def a_thread_and_an_article_are_forgotten(room: Room) -> None:
    await room.brief(HARBOUR)
    await room.forget("thread")
    await room.brief(CUP)
    await room.forget(CUP)
    await room.forget("thread")
    await room.forget("me if you please")


async def everything_is_forgotten_once_somebody_is_sure(room: Room) -> None:
    await room.brief(HARBOUR)
    await room.digest(LINE)
    await room.forget("me")
    await room.forget("me yes")
    await room.digest("list")
    await room.brief(HARBOUR)
    await room.forget("workspace")
    await room.forget("workspace yes")
    await room.forget("workspace yes")


DIALOGUES: list[Dialogue] = [
    the_language_of_a_channel_is_set,
    a_link_is_briefed,
    a_text_is_briefed,
    a_page_that_is_not_there,
    a_text_of_three_words,
    a_question_is_answered,
    a_question_the_article_says_nothing_about,
    a_thread_is_talked_in,
    a_digest_is_set_up_looked_at_and_removed,
    every_part_of_a_digest_is_set,
    sources_are_taken_in_and_out_as_a_list,
    what_became_of_articles_is_asked,
    a_digest_is_previewed,
    a_digest_is_posted_and_asked_about,
    mistakes_in_a_digest,
    a_thread_and_an_article_are_forgotten,
    everything_is_forgotten_once_somebody_is_sure,
]


async def heard_in(name: str, dialogue: Dialogue, folder: Path) -> list[str]:
    """What was seen in a room, with the day left out: one of them has a clock of its own."""
    async with ROOMS[name](FakeArticles({**shelf()}), folder) as room:
        room.feed(FEED, lambda now: feed(now, "harbour", "crows", "cup"))
        room.opml(LIST, [FEED, RADIO, f"{GONE}/feed"])
        room.feed(RADIO, lambda now: feed(now - timedelta(hours=3), "harbour", site="radio"))
        await dialogue(room)
        return [without_times(each) for each in room.seen()]


def without_times(said: str) -> str:
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    said = re.sub(rf"(?:{days}) \d\d:\d\d", "DAY TIME", said)
    return re.sub(rf"(?:{days}) \d+ \w+ \d{{4}}", "DAY", said)


@pytest.mark.parametrize("name", [each for each in ROOMS if each != "terminal"])
@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda each: each.__name__)
async def test_the_same_is_said_as_in_a_terminal(name: str, dialogue: Dialogue, tmp_path: Path) -> None:
    assert await heard_in(name, dialogue, tmp_path) == await heard_in("terminal", dialogue, tmp_path)


EXPECTED: dict[Dialogue, list[str]] = {
    the_language_of_a_channel_is_set: [
        "Briefings here are in the language of each article. To have them in another: /brief language German",
        "Briefings here are to be in German. That takes a language model, and none is set up",
        "I don't know 'Klingon' as a language; say English, German, French, Spanish, Italian, Portuguese or Dutch",
        "Briefings here are in the language of each article.",
    ],
    a_link_is_briefed: ["Harbour to close for a month The Paper"],
    a_page_that_is_not_there: ["paper.example has no page at that address"],
    a_question_is_answered: [
        "Harbour to close for a month",
        "A month. The harbour at Sandmouth will close for a month",
    ],
    a_question_the_article_says_nothing_about: ["Harbour to close", "The article doesn’t say."],
    a_thread_is_talked_in: [
        "Harbour to close for a month",
        "Anna Berg, the mayor, told reporters: “We can't wait for the wall to fall into the sea.” — The Paper",
        "“We can't wait for the wall to fall into the sea.” — Anna Berg, mayor 1 quotation in the article",
        "Harbour to close for a month",
        "Harbour to close for a month",
        "Translating needs a language model",
        "Before it was posted: 1 point compared with the article's own sentences, word for word; 1 quote cut",
        "Nothing: the article says what I read before.",
        "The article doesn’t say.",
    ],
    what_became_of_articles_is_asked: [
        "Digest 1, Briefing, is set up: daily 08:30 Europe/London.",
        "Digest 1 is changed. 1 Briefing: daily 08:30 Europe/London",
        "Digest 1, Briefing: brought by its sources DAY TIME Europe/London; the next digest looks at it: DAY TIME",
        "Digest 1 is on its way",
        "Briefing · DAY · 2 stories from 1 source",
        "Harbour to close for a month",
        "Crows can count",
        "Digest 1, Briefing: told in the digest of DAY TIME Europe/London.",
        "Digest 1, Briefing: left out in the digest of DAY TIME Europe/London by its words: NOT cup.",
        "Digest 1, Briefing: none of its sources brought it in the last days.",
        "Digest 1, Briefing: left out in the digest of DAY TIME Europe/London by its words: NOT cup.",
        "The latest of digest 1 did not fail.",
    ],
    sources_are_taken_in_and_out_as_a_list: [
        "Digest 1, Briefing, is set up",
        "Digest 1 has 2 sources now. https://paper.example/gone/feed is no feed",
        f"{FEED} {RADIO}",
        "<?xml version='1.0' encoding='UTF-8'?> <opml version=\"2.0\"> <head> <title>Briefing</title>",
    ],
    every_part_of_a_digest_is_set: [
        "Digest 1, Briefing, is set up",
        *["Digest 1 is changed."] * 6,
        "A digest has 1 to 20 stories; you gave 99.",
        "A digest has 1 to 5 points a story; you gave many.",
        "I can't read those words: a bracket is not closed.",
        "That is no schedule",
        "Say yes or no",
    ],
    a_thread_and_an_article_are_forgotten: [
        "Harbour to close for a month",
        "Forgotten: 1 thread and 1 text of an article.",
        "Rovers reach cup final",
        "Forgotten: 1 thread and 1 text of an article.",
        "There is nothing of that here",
        "/forget thread: what I know of this thread",
    ],
    everything_is_forgotten_once_somebody_is_sure: [
        "Harbour to close for a month",
        "Digest 1, Briefing, is set up",
        "That would forget 1 thread, 1 text of an article and 1 digest, for good; if you want that: /forget me yes.",
        "Forgotten: 1 thread, 1 text of an article and 1 digest.",
        "There is no digest yet; /digest sets one up.",
        "Harbour to close for a month",
        "That would forget 1 thread and 1 text of an article, for good; if you want that: /forget workspace yes.",
        "Forgotten: 1 thread and 1 text of an article.",
        "There is nothing of that here",
    ],
    mistakes_in_a_digest: [
        "That is no schedule",
        "I know no time zone",
        "https://paper.example/x",
        "There is no digest 7",
    ],
}


@pytest.mark.parametrize("dialogue", EXPECTED, ids=lambda each: each.__name__)
async def test_what_is_said_is_what_was_asked_for(dialogue: Dialogue, tmp_path: Path) -> None:
    heard = await heard_in("terminal", dialogue, tmp_path)
    assert len(heard) == len(EXPECTED[dialogue])
    for said, begins in zip(heard, EXPECTED[dialogue], strict=True):
        assert said.startswith(begins)
