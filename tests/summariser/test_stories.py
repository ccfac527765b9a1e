"""The same news from several outlets is one story; the same people in other news are another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from summariser.model import Article
from summariser.stories import WINDOW, cluster

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def article(title: str, text: str, at: datetime | None = NOON) -> Article:
    return Article(text, title=title, published=at)


HARBOUR = article(
    "Sandmouth harbour to close after sea wall cracks",
    "Sandmouth harbour will close for a month after engineers found cracks in the sea wall, the council decided.",
)
WALL = article(
    "Cracked wall shuts Sandmouth harbour",
    "Boats must leave Sandmouth by Monday: engineers found the harbour wall cracked; the council voted for repairs.",
)
CUP = article(
    "Okoro header sends Rovers to cup final",
    "A header by Tunde Okoro in the last minute sent Northwick Rovers into the cup final with a win over Hale Town.",
)
LEAGUE = article(
    "Stacey double takes Hale third",
    "Two goals by Ben Stacey before half-time took Hale Town to third place in the league with a win over weak Rovers.",
)


def test_two_outlets_one_event_are_one_story() -> None:
    assert cluster([HARBOUR, CUP, WALL, LEAGUE]) == ((0, 2), (1,), (3,))


def test_the_order_they_come_in_does_not_matter() -> None:
    assert cluster([LEAGUE, WALL, CUP, HARBOUR]) == ((0,), (1, 3), (2,))


def test_the_same_words_days_later_are_another_story() -> None:
    later = article(HARBOUR.title or "", HARBOUR.text, NOON + WINDOW + timedelta(hours=1))
    assert cluster([HARBOUR, later]) == ((0,), (1,))


def test_where_no_day_is_known_the_words_decide() -> None:
    assert cluster([HARBOUR, article(WALL.title or "", WALL.text, None)]) == ((0, 1),)


def test_no_articles_are_no_stories() -> None:
    assert cluster([]) == ()


@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_article_is_in_exactly_one_story(texts: list[str]) -> None:
    stories = cluster([Article(text) for text in texts])
    assert sorted(number for story in stories for number in story) == list(range(len(texts)))
    assert list(stories) == sorted(stories)


@given(st.lists(st.sampled_from([HARBOUR, WALL, CUP, LEAGUE]), max_size=10))
def test_the_same_article_again_is_the_same_story(several: list[Article]) -> None:
    for story in cluster(several):
        for number in story:
            assert all(other in story for other, each in enumerate(several) if each.text == several[number].text)
