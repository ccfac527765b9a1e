"""Words with AND, OR, NOT and brackets, as people type them into a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadFilter
from bot.filters import Seen, refusal, topics, wanted

HEADLINE = Seen(
    "Harbour wall cracks in storm",
    link="https://news.paper.example/coast/wall?from=feed",
    language="en-GB",
    near=frozenset({"the sea"}),
)


@pytest.mark.parametrize(
    ("words", "takes"),
    [
        ("", True),
        ("harbour", True),
        ("harb", False),
        ("harb*", True),
        ("HARBOUR storm", True),
        ("harbour AND football", False),
        ("harbour OR football", True),
        ("football OR harbour AND storm", True),
        ("(football OR harbour) AND rain", False),
        ("harbour NOT storm", False),
        ("NOT football", True),
        ('"harbour wall"', True),
        ('"wall harbour"', False),
        ("harbour and storm", False),  # "and" is a word here, and not in the text
        ("NOT (football OR (rain AND storm))", True),
        ("site:paper.example", True),
        ("site:www.news.paper.example/coast", True),
        ("site:https://paper.example/coast/", True),
        ("site:paper.example/sport", False),
        ("site:paper.example/coa", False),
        ("site:aper.example", False),
        ("NOT site:radio.example", True),
        ("lang:en", True),
        ("LANG:DE", False),
        ('about:"the sea"', True),
        ("about:football OR storm", True),
        ("about:football", False),
        ("site: storm", False),  # with nothing behind it, it is a word
    ],
)
def test_what_is_wanted(words: str, takes: bool) -> None:
    assert wanted(words).holds(HEADLINE) is takes


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("harbour AND (rain OR snow) AND football", "rain OR snow"),
        ("harbour NOT storm", "NOT storm"),
        ("harbour lang:de", "lang:de"),
        ('storm site:"radio.example"', "site:radio.example"),
        ('about:"cup finals"', 'about:"cup finals"'),
        ("football OR rain", "football OR rain"),
        ("storm", None),
    ],
)
def test_the_part_that_leaves_a_headline_out_is_named(words: str, part: str | None) -> None:
    assert refusal(wanted(words), HEADLINE) == part


def test_the_topics_that_headlines_are_compared_with_are_found_wherever_they_stand() -> None:
    assert topics(wanted('about:sea OR NOT (about:"the cup" AND storm)')) == {"sea", "the cup"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("(harbour", "a bracket is not closed"),
        ("harbour)", "a bracket is closed that was not opened"),
        ("harbour AND", "a word is missing at the end"),
        ("OR harbour", "a word is missing before OR"),
        ('"harbour', "a quotation mark is not closed"),
        ("(" * 30 + "a" + ")" * 30, "too many brackets"),
        ("()", "a word is missing"),
        ("NOT " * 5_000 + "a", "200 are the most"),
    ],
)
def test_what_cannot_be_read_is_said(words: str, says: str) -> None:
    with pytest.raises(BadFilter, match=says):
        wanted(words)


tokens = st.lists(
    st.sampled_from(["a", "b*", " ", "(", ")", '"', "-", " AND ", " OR ", " NOT ", "site:", "lang:de", "about:"]),
    max_size=20,
)


@given(tokens.map("".join) | st.text(), st.text())
def test_anything_typed_is_a_filter_or_said_to_be_none(words: str, text: str) -> None:
    try:
        test = wanted(words)
    except BadFilter:
        return
    seen = Seen(text, text, text)
    assert (refusal(test, seen) is None) is test.holds(seen)


@given(tokens.map("".join))
def test_a_filter_written_out_is_the_same_filter(words: str) -> None:
    try:
        test = wanted(words)
    except BadFilter:
        return
    assert wanted(str(test)) == test
