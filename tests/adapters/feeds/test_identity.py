"""What makes a headline the same one at the next poll."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import provisional as urls

from adapters.feeds.identity import Marks, idents
from adapters.links import canonical

PAGE = "https://holm.example/news/1"


def marks(link: str | None, guid: str | None = None, title: str = "A wall") -> Marks:
    return Marks(link, guid, title, None)


@pytest.mark.parametrize(
    "link",
    [
        PAGE,
        "http://HOLM.example:80/news/1",
        "https://holm.example:443/news/1#comments",
        f"{PAGE}?utm_source=rss&utm_medium=feed",
        f"{PAGE}?fbclid=x&at_medium=RSS#top",
        f"{PAGE};jsessionid=1A2B?xtor=RSS-1",
    ],
)
def test_where_a_reader_came_from_is_not_which_article_it_is(link: str) -> None:
    assert canonical(link) == PAGE


def test_a_parameter_that_may_number_the_article_stays() -> None:
    assert canonical(f"{PAGE}?sid=4&utm_source=rss&p=7") == f"{PAGE}?sid=4&p=7"


def test_a_link_that_several_share_is_told_apart_by_guid_or_fragment() -> None:
    assert len(set(idents([marks(PAGE, "a"), marks(PAGE, "b"), marks(f"{PAGE}#c")], None))) == 3


def test_the_front_page_is_no_identity() -> None:
    (one,) = idents([marks("https://holm.example/", "a")], "https://holm.example/")
    assert one != "https://holm.example/"


def test_without_link_and_guid_the_title_tells() -> None:
    one, other, again = idents([marks(None), marks(None, title="A ferry"), marks(None)], None)
    assert one != other
    assert one == again


@given(urls.urls())
def test_the_canonical_address_is_its_own(link: str) -> None:
    assert canonical(canonical(link)) == canonical(link)
