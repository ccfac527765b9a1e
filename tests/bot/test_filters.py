"""Words with AND, OR, NOT and brackets, as people type them into a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadFilter
from bot.filters import wanted

TEXT = "Harbour wall cracks in storm"


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
    ],
)
def test_what_is_wanted(words: str, takes: bool) -> None:
    assert wanted(words)(TEXT) is takes


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
    ],
)
def test_what_cannot_be_read_is_said(words: str, says: str) -> None:
    with pytest.raises(BadFilter, match=says):
        wanted(words)


tokens = st.lists(st.sampled_from(["a", "b*", " ", "(", ")", '"', "-", " AND ", " OR ", " NOT "]), max_size=20)


@given(tokens.map("".join) | st.text(), st.text())
def test_anything_typed_is_a_filter_or_said_to_be_none(words: str, text: str) -> None:
    try:
        test = wanted(words)
    except BadFilter:
        return
    assert test(text) in {True, False}
