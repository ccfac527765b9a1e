"""Deliveries on a real SQLite file: what is told, what is not, why, and who hears of it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from adapters.database.claims import Times
from adapters.database.opening import Database, open_database
from adapters.database.records import DigestLedger, Records, Subscriptions
from adapters.wording import reported, told_by
from bot.cli import standfirst
from bot.composing import Composer, in_sections
from bot.copywriting import Copywriter
from bot.digests import Press
from bot.errors import NotFound, Refused, Unknown
from bot.metering import Metered, Notebook
from bot.model import Channel, Headlines, Story, Subscription, Thread
from bot.schedule import parse
from bot.settings import ModelSettings
from bot.why import not_met, why
from summariser.model import Article, Briefing, Checks
from tests.fakes import FakeArticles, FakeModel, FakePlatform, Inline
from tests.newsroom import FEED, RADIO, feed, shelf

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
DAILY = Subscription(
    Channel("terminal", "", "C1"), "Morning", parse("daily 08:30"), (FEED,), "U1", MONDAY - timedelta(minutes=1)
)
LINK = "https://paper.example/{}"


@dataclass(slots=True)
class Newsroom:
    """A process with a clock that stands until it is set."""

    database: Database
    platform: FakePlatform = field(default_factory=FakePlatform)
    articles: FakeArticles = field(default_factory=lambda: FakeArticles({**shelf()}))
    at: datetime = MONDAY
    on_unknown: str = "skip"
    model: FakeModel | None = None

    def now(self) -> datetime:
        return self.at

    @property
    def subscriptions(self) -> Subscriptions:
        return Subscriptions(self.database, self.now)

    @property
    def ledger(self) -> DigestLedger:
        return DigestLedger(self.database, self.now, Times(spacing=timedelta(0)))

    async def runs(self, at: datetime) -> int:
        """Plan and deliver, at that time; how many deliveries there were."""
        self.at = at
        await self.ledger.plan()
        model = Metered(self.model, ModelSettings("fake-1"), Notebook(), self.now) if self.model else None
        composer = Composer(self.articles, Inline(), self.subscriptions, Inline(), Copywriter(Inline(), model))
        press = Press(composer, Records(self.database, self.now), self.ledger, self.platform)
        return await replace(press, on_unknown=self.on_unknown).run_due("terminal")  # type: ignore[arg-type]  # a literal

    async def asked_why(self, one: Subscription, name: str) -> str | None:
        return await why(LINK.format(name), one, self.subscriptions, self.at)


@asynccontextmanager
async def _newsroom(folder: Path) -> AsyncGenerator[Newsroom]:
    with open_database(f"sqlite:///{folder / 'newsroom.db'}") as database:
        yield Newsroom(database)


async def set_up(room: Newsroom, one: Subscription = DAILY, *names: str) -> Subscription:
    """The digest, its feed having brought those stories."""
    kept = await room.subscriptions.keep(one)
    await room.subscriptions.polled(FEED, feed(MONDAY, *names))
    return kept


async def test_of_every_headline_it_can_be_said_what_became_of_it(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        wants = replace(DAILY, words="NOT site:paper.example/cup", stories=1, sources=(FEED, RADIO))
        one = await set_up(room, wants, "harbour", "crows", "cup")
        await room.subscriptions.polled(RADIO, feed(MONDAY, "harbour", site="radio"))
        await room.runs(MONDAY)
        when = "in the digest of Monday 08:30 UTC"
        assert await room.asked_why(one, "harbour") == f"told {when}"
        assert await why("https://radio.example/harbour", one, room.subscriptions, MONDAY) == (
            f"told {when} with “Harbour to close for a month”, as one more outlet that reports it"
        )
        assert await room.asked_why(one, "cup") == f"left out {when} by its words: NOT site:paper.example/cup"
        assert await room.asked_why(one, "crows") == (
            f"left out {when}: there were at least 1 stories that more outlets told, or newer ones"
        )
        assert await room.asked_why(one, "elsewhere") is None
        await room.subscriptions.failed(FEED, "it is down")
        assert await not_met(one, room.subscriptions) == (
            f"none of its sources brought it in the last days; could not be read: {FEED}"
        )


async def test_in_a_terminal_it_is_said_of_every_digest_that_met_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with _newsroom(tmp_path) as room:
        await set_up(room, DAILY, "harbour")
        await room.subscriptions.keep(replace(DAILY, name="Elsewhere", sources=(RADIO,)))
        await room.runs(MONDAY)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'newsroom.db'}")

    def typed(*args: str) -> tuple[int, str]:
        result = CliRunner().invoke(standfirst, ["why", *args], standalone_mode=False)
        return (result.return_value, result.stdout) if result.exception is None else (2, str(result.exception))

    told = "Digest 1, Morning (terminal C1): told in the digest of Monday 08:30 UTC.\n"
    assert await asyncio.to_thread(typed, LINK.format("harbour")) == (0, told)
    assert await asyncio.to_thread(typed, LINK.format("x")) == (1, "No digest has met that article in the last days.\n")
    not_met_there = "Digest 2, Elsewhere (terminal C1): none of its sources brought it in the last days.\n"
    assert await asyncio.to_thread(typed, "--digest", "2", "paper.example/harbour") == (0, not_met_there)
    assert "There is no digest 7" in (await asyncio.to_thread(typed, "--digest", "7", "paper.example/x"))[1]


async def test_what_cannot_be_read_is_told_by_what_its_feed_says_of_it(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        room.articles.shelf[LINK.format("crows")] = NotFound("paper.example")
        await set_up(room, DAILY, "crows")
        await room.runs(MONDAY)
        ((_, digest),) = room.platform.posted
        (story,) = digest.stories
        assert (story.unread, story.briefing.headline) == (True, "Crows can count, biologists say")
        assert told_by(story) == "paper.example (only its feed could be read)"
        assert story.briefing.points[0].text.startswith("Crows can call a given number of times on command")


@pytest.mark.parametrize("summary", ["", "Crows can call a given number of times on command, and …"])
async def test_of_what_neither_page_nor_feed_says_anything_it_is_said_why(tmp_path: Path, summary: str) -> None:
    async with _newsroom(tmp_path) as room:
        room.articles.shelf[LINK.format("crows")] = NotFound("paper.example")
        one = await room.subscriptions.keep(DAILY)
        brought = feed(MONDAY, "crows")
        headlines = tuple(replace(each, summary=summary) for each in brought.headlines)
        await room.subscriptions.polled(FEED, replace(brought, headlines=headlines))
        await room.runs(MONDAY)
        said = await room.asked_why(one, "crows")
        assert said
        assert "because it could not be read: paper.example has no page at that address" in said


async def test_only_stories_about_a_topic_are_told_whatever_their_words(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        one = await set_up(room, replace(DAILY, words="about:football OR lang:fr"), "harbour", "crows", "cup")
        await room.runs(MONDAY)
        ((_, digest),) = room.platform.posted
        assert [story.briefing.headline for story in digest.stories] == ["Rovers reach cup final"]
        assert await room.asked_why(one, "crows") == (
            "left out in the digest of Monday 08:30 UTC by its words: about:football OR lang:fr"
        )


async def test_what_came_in_since_the_last_digest_waits_for_the_next(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        one = await set_up(room, DAILY, "crows")
        assert await room.asked_why(one, "crows") == (
            "brought by its sources Monday 08:30 UTC; the next digest looks at it: Tuesday 08:30 UTC"
        )


async def test_what_a_digest_was_to_tell_that_nobody_took_is_said_so(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        room.platform.refuses = [Refused("no_permission", "I lack a permission there.")]
        one = await set_up(room, DAILY, "crows")
        await room.runs(MONDAY)
        assert await room.asked_why(one, "crows") == (
            "to be told in the digest of Monday 08:30 UTC, but that digest was not posted: I lack a permission there."
        )
        assert room.platform.told == [
            (
                "Your digest Morning of Monday 08:30 UTC was not posted: I lack a permission there. "
                "To try it again: /digest retry 1"
            )
        ]
        assert await room.ledger.replay(one) == MONDAY
        await room.runs(MONDAY + timedelta(minutes=1))
        assert [digest.stories[0].briefing.headline for _, digest in room.platform.posted] == [
            "Crows can count, biologists say"
        ]


async def test_where_two_outlets_give_other_numbers_both_are_shown(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        said = room.articles.shelf[LINK.format("crows")]
        assert isinstance(said, Article)
        other = replace(said, text=said.text.replace("Three birds", "Seven birds"), site="The Radio")
        room.articles.shelf["https://radio.example/crows"] = other
        await set_up(room, replace(DAILY, sources=(FEED, RADIO)), "crows")
        await room.subscriptions.polled(RADIO, feed(MONDAY - timedelta(hours=1), "crows", site="radio"))
        await room.runs(MONDAY)
        ((_, digest),) = room.platform.posted
        assert reported(digest.stories[0]) == (
            (
                "They differ · The Paper: Three birds learned to caw one to four times when shown a sign. · "
                "The Radio: Seven birds learned to caw one to four times when shown a sign."
            ),
        )


COUNT = "Biologists at the University of Lindau say that crows can call a given number of times on command."
LEARNT = "The birds took three months to learn it, a keeper of the university told listeners."
SHARED = {
    "headline": "Crows can count, biologists say",
    "points": [{"text": COUNT, "sentences": [1]}, {"text": LEARNT, "sentences": [4]}],
    "quotes": [],
}


async def test_a_model_is_asked_once_about_all_reports_of_a_story_and_its_thread_knows_them(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        said = room.articles.shelf[LINK.format("crows")]
        assert isinstance(said, Article)
        told = "It took the birds three months to learn, a keeper of the university told listeners."
        link = "https://radio.example/crows"
        room.articles.shelf[link] = replace(said, text=f"Crows can count.\n\n{told}", site="The Radio", url=link)
        room.model = FakeModel([SHARED])
        await set_up(room, replace(DAILY, sources=(FEED, RADIO)), "crows")
        await room.subscriptions.polled(RADIO, feed(MONDAY - timedelta(hours=1), "crows", site="radio"))
        await room.runs(MONDAY)
        ((key, digest),) = room.platform.posted
        assert reported(digest.stories[0]) == (f"The Radio: {LEARNT}",)
        assert len(room.model.prompts) == 1
        known = await Records(room.database, room.now).recall(Thread(DAILY.channel, key))
        assert {each.url for each in known} == {LINK.format("crows"), link}


async def test_what_was_checked_before_a_digest_is_on_record_in_its_thread(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        await set_up(room, DAILY, "harbour")
        await room.runs(MONDAY)
        ((key, digest),) = room.platform.posted
        briefing = digest.stories[0].briefing
        known = await Records(room.database, room.now).checks(Thread(DAILY.channel, key), briefing.article)
        assert known == briefing.checks


def briefed(section: str, number: int) -> Story:
    article = Article("It rained.", title=f"Story {number}", url=f"https://paper.example/{section}/{number}")
    return Story(Briefing(article, f"Story {number}", (), (), Checks(0, 0, ())))


@pytest.mark.parametrize(
    ("paths", "arranged"),
    [
        ("sport business sport x business sport", "Sport1 Sport3 Sport6 Business2 Business5 More4"),
        ("sport sport sport sport", "1 2 3 4"),
        ("sport business x y", "1 2 3 4"),
    ],
)
def test_a_digest_of_several_topics_has_sections(paths: str, arranged: str) -> None:
    stories = [briefed(path, number) for number, path in enumerate(paths.split(), 1)]
    found = [f"{each.section}{each.briefing.headline.removeprefix('Story ')}" for each in in_sections(stories)]
    assert " ".join(found) == arranged


async def test_feeds_that_all_fail_are_told_of_at_once_and_once(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        await set_up(room)
        await room.subscriptions.failed(FEED, "it is down")
        for day in range(4):
            await room.runs(MONDAY + timedelta(days=day))
        (said,) = room.platform.told
        assert said.startswith("Your digest Morning of Monday 08:30 UTC was not posted: none of its sources could be")


async def test_three_slots_without_news_are_told_of_once(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        await set_up(room)
        for day in range(6):
            await room.subscriptions.polled(FEED, Headlines("Paper", None, FEED, "en", ()))
            await room.runs(MONDAY + timedelta(days=day))
        assert room.platform.told == ["Your digest Morning has had nothing to tell 3 times in a row: nothing new."]


async def test_a_manager_who_cannot_be_reached_is_told_later(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        room.platform.refuses = [Refused("no_permission", "I lack a permission there.")]
        room.platform.silent = [Unknown(), Refused("ratelimited", "Slower.")]
        await set_up(room, DAILY, "crows")
        for minutes in (0, 1, 3, 6, 9):
            await room.runs(MONDAY + timedelta(minutes=minutes))
        assert len(room.platform.told) == 1


@pytest.mark.parametrize(("choice", "posts", "told"), [("skip", 0, 1), ("repeat", 1, 0)])
async def test_what_nobody_can_tell_is_skipped_and_told_or_repeated(
    tmp_path: Path, choice: str, posts: int, told: int
) -> None:
    async with _newsroom(tmp_path) as room:
        room.on_unknown = choice
        room.platform.refuses = [Unknown()]
        await set_up(room, DAILY, "crows")
        await room.runs(MONDAY)
        await room.runs(MONDAY + timedelta(minutes=5))
        assert (len(room.platform.posted), len(room.platform.told)) == (posts, told)


async def test_what_is_late_waits_for_the_end_of_quiet_hours(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        quiet = replace(DAILY, schedule=parse("daily 08:30 UTC quiet 10:00-14:00"))
        await set_up(room, quiet, "crows")
        assert await room.runs(MONDAY.replace(hour=10)) == 0
        assert await room.runs(MONDAY.replace(hour=13, minute=59)) == 0
        assert await room.runs(MONDAY.replace(hour=14)) == 1


async def test_a_digest_that_is_asked_for_in_quiet_hours_comes_at_once(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        quiet = replace(DAILY, schedule=parse("daily 08:30 UTC quiet 10:00-14:00"), planned=MONDAY)
        one = await set_up(room, quiet, "crows")
        room.at = MONDAY.replace(hour=11)
        await room.ledger.order(one)
        assert await room.runs(room.at) == 1


async def test_each_story_has_as_many_points_as_are_wanted(tmp_path: Path) -> None:
    async with _newsroom(tmp_path) as room:
        await set_up(room, replace(DAILY, points=1), "harbour")
        await room.runs(MONDAY)
        ((_, digest),) = room.platform.posted
        assert [len(story.briefing.points) for story in digest.stories] == [1]
