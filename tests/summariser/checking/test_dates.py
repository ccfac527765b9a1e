"""The dates of a text, as they are written and as they are meant."""

from __future__ import annotations

import pytest

from summariser.checking.dates import dates
from summariser.checking.reading import read


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on 9 August 1941", "en", [("day", (9, 8)), ("year", 1941)]),
        ("on August 9th, 1941", "en", [("day", (9, 8)), ("year", 1941)]),
        ("Jan. 15", "en", [("day", (15, 1))]),
        ("She may go in May", "en", [("month", 5)]),
        ("on Monday's round", "en", [("weekday", 0)]),
        ("at 3.40am", "en", [("clock", 220)]),
        ("at 7 p.m. sharp", "en", [("clock", 1140)]),
        ("at 19:45", "en", [("clock", 1185)]),
        ("in the 1980s", "en", [("decade", 80)]),
        ("in the eighties", "en", [("decade", 80)]),
        ("last year", "en", [("turn", ("last", "months12"))]),
        ("tomorrow", "en", [("relative", 1)]),
        ("1,400 people", "en", []),
        ("prices fall in the fall", "en", [("season", 3)]),
        ("am 3. April", "de", [("day", (3, 4))]),
        ("um 19 Uhr", "de", [("clock", 1140)]),
        ("le 1er mai", "fr", [("day", (1, 5))]),
        ("31 de julho", "pt", [("day", (31, 7))]),
        ("giovedì sera", "it", [("weekday", 3), ("part", 4)]),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, language: str, expected: list[tuple[str, object]]) -> None:
    assert [(each.kind, each.value) for each in dates(read((text,), language))] == expected


@pytest.mark.parametrize(
    ("text", "side"),
    [("until 3 May", "before"), ("by the end of next month", "before"), ("since Monday", "after"), ("on 3 May", "")],
)
def test_which_side_of_a_date_is_meant_is_seen(text: str, side: str) -> None:
    assert dates(read((text,), "en"))[0].side == side
