"""The feeds behind addresses that people give, and behind lists of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.changing import changed
from bot.editing import MOST_OF_ALL, check_sum
from bot.errors import BadSetting, BadSources, IsOpml, NotAFeed, Unreachable
from bot.model import Channel, Subscription
from bot.schedule import parse
from bot.sourcing import MOST_SOURCES, find_sources
from tests.fakes import FakeFeeds
from tests.newsroom import FEED, RADIO, feed

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
LIST = "https://paper.example/all.opml"
ONE = Subscription(Channel("slack", "T1", "C1"), "Morning", parse("daily 08:30"), (FEED,), "U1", NOW)


def shelf(*listed: str) -> FakeFeeds:
    """A paper, a radio, a list, a site that is down and one with two feeds."""
    return FakeFeeds(
        {
            FEED: feed(NOW, "crows"),
            RADIO: feed(NOW, "crows", site="radio"),
            LIST: IsOpml(listed),
            "https://down.example": Unreachable("down.example"),
            "https://two.example": NotAFeed(("https://two.example/a", "https://two.example/b")),
        }
    )


async def test_a_list_stands_for_all_its_feeds_each_once() -> None:
    found, refused = await find_sources(shelf(RADIO, FEED), [FEED, LIST])
    assert ([*found], refused) == ([FEED, RADIO], [])


async def test_what_is_no_feed_is_left_out_and_named_as_it_was_typed() -> None:
    found, refused = await find_sources(shelf(), ["paper.example/feed", "down.example", "two.example", "x.example"])
    assert [*found] == [FEED]
    assert refused == [
        "down.example was left out: down.example could not be reached; try again in a few minutes, or paste the text.",
        "two.example is no feed, so it was left out. The site has: https://two.example/a, https://two.example/b.",
        "x.example is no feed, so it was left out.",
    ]


@pytest.mark.parametrize(
    ("given", "listed", "says"),
    [
        ([], [], "Give at least one source"),
        ([f"{number}.example" for number in range(MOST_SOURCES + 1)], [], "at most 30 sources; those are 31"),
        ([FEED, LIST], [f"https://{number}.example" for number in range(MOST_SOURCES)], "those are 31"),
        ([LIST], [], "Give at least one source"),
        (["x.example"], [], "x.example is no feed"),
    ],
)
async def test_none_or_too_many_are_refused(given: list[str], listed: list[str], says: str) -> None:
    with pytest.raises(BadSources, match=says):
        await find_sources(shelf(*listed), given)


def test_a_workspace_follows_only_so_many_sources_in_all() -> None:
    every = tuple(f"https://{number}.example" for number in range(MOST_OF_ALL + 1))
    check_sum([changed(ONE, "name", "A", NOW), ONE])
    with pytest.raises(BadSources, match="at most 500 sources; with those it would be 501"):
        check_sum([Subscription(ONE.channel, "B", ONE.schedule, every, "U1", NOW)])


@pytest.mark.parametrize("value", ["0", "21", "-1", "1.5", "many", "", "9" * 20])
def test_a_number_that_cannot_be_is_refused(value: str) -> None:
    with pytest.raises(BadSetting, match="A digest has 1 to 20 stories"):
        changed(ONE, "stories", value, NOW)
