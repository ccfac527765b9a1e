"""The figures of a text, and how exactly each is meant."""

from __future__ import annotations

import pytest

from summariser.checking.bounds import contradicts
from summariser.checking.figures import figures
from summariser.checking.reading import read


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("£130bn", "en", [(130e9, "pound")]),
        ("130 billion pounds", "en", [(130e9, "pound")]),
        ("£130,000 million", "en", [(130e9, "pound")]),
        ("twelve boats", "en", [(12, "")]),
        ("ninety-one boats", "en", [(91, "")]),
        ("two hundred and six boats", "en", [(206, "")]),
        ("1,400 people", "en", [(1400, "")]),
        ("a third of it", "en", [(1 / 3, "")]),
        ("two thirds of it", "en", [(2 / 3, "")]),
        ("in the second half", "en", []),
        ("5 per cent", "en", [(5, "percent")]),
        ("5 percentage points", "en", [(5, "point")]),
        ("from 5 to 6 per cent", "en", [(5, "percent"), (6, "percent")]),
        ("three hours", "en", [(3, "time")]),
        ("£3m a year", "en", [(3e6, "pound"), (1, "months")]),
        ("an 18-month trial", "en", [(18, "months")]),
        ("11km away", "en", [(11, "metres")]),
        ("14th place", "en", [(14, "")]),
        ("4.800 Tonnen", "de", [(4800, "grams")]),
        ("3,8 Mio. Euro", "de", [(3.8e6, "euro")]),
        ("zweiundzwanzig Tage", "de", [(22, "time")]),
        ("quatre-vingt-dix-sept voix", "fr", [(97, "")]),
        ("92 000 litres", "fr", [(92000, "litre")]),
        ("treinta y dos días", "es", [(32, "time")]),
        ("2,1 mil milhões de euros", "pt", [(2.1e9, "euro")]),
        ("centoquaranta case", "it", [(140, "")]),
        ("sessantamila euro", "it", [(60000, "euro")]),
        ("achtentwintig dagen", "nl", [(28, "time")]),
        ("no figure here", "en", []),
    ],
)
def test_a_figure_is_read_however_it_is_written(text: str, language: str, expected: list[tuple[float, str]]) -> None:
    found = figures(read((text,), language))
    assert [each.unit.of if each.unit else "" for each in found] == [unit for _, unit in expected]
    assert [each.value for each in found] == pytest.approx([value for value, _ in expected])


def test_measures_of_one_kind_are_compared_by_size() -> None:
    metres, kilometres = (figures(read((text,), "en"))[0] for text in ("2,100 metres", "2.1 km"))
    assert metres.size == pytest.approx(kilometres.size)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 14 people", "least"),
        ("no fewer than 14 people", "least"),
        ("14 or more people", "least"),
        ("up to 14 people", "most"),
        ("more than 14 people", "above"),
        ("fewer than 14 people", "below"),
        ("nearly 14 people", "nearly"),
        ("about 14 people", "about"),
        ("14 people", ""),
    ],
)
def test_what_qualifies_a_figure_is_seen(text: str, expected: str) -> None:
    assert figures(read((text,), "en"))[0].bound == expected


def test_a_figure_may_be_rounded_less_but_not_turned() -> None:
    assert not contradicts("about", "")
    assert not contradicts("", "about")
    assert not contradicts("above", "least")
    assert contradicts("most", "least")
    assert contradicts("", "least")
    assert contradicts("exactly", "about")
