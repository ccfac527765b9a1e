"""Reports of one event: where they give other numbers for the same thing, both are shown in their own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.differences import differences
from summariser.model import Article
from summariser.quantities import Quantity, quantities


def told(ours: str, *theirs: str) -> list[tuple[str, str]]:
    others = [Article(text, language="en") for text in theirs]
    return [(each.ours.text, each.theirs.text) for each in differences(Article(ours, language="en"), others)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Two people were hurt when the bridge fell.", "Police say three people were hurt as the bridge fell."),
        (
            "The firm will shut its Dunmere plant with the loss of 640 jobs.",
            "Some 900 jobs go as the firm shuts its plant in Dunmere.",
        ),
        ("The council paid £11 million for the new bridge.", "The new bridge cost the council 14 million pounds."),
        ("Rates fall to 3.25 per cent, the central bank said.", "The central bank said rates fall to 3.5%."),
        ("About 1,000 homes lost power in the storm.", "Power was lost in 2,500 homes during the storm."),
        ("Twenty-three children caught measles in Dunmere.", "In Dunmere 28 children have caught measles."),
    ],
)
def test_another_number_for_the_same_thing_is_shown(ours: str, theirs: str) -> None:
    assert told(ours, theirs) == [(ours, theirs)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Two people were hurt when the bridge fell.", "Police say two people were hurt as the bridge fell."),
        ("Twelve jobs go at the Dunmere plant.", "At the plant in Dunmere 12 jobs go."),
        ("The council paid £11 million for the new bridge.", "The new bridge cost the council eleven million pounds."),
        ("About 1,000 homes lost power in the storm.", "Power was lost in 957 homes during the storm."),
        ("Two people were hurt when the bridge fell.", "Three boats were hurt when the bridge fell."),
        ("Two people were hurt when the bridge fell.", "Three people won the marathon in record time."),
        (
            "The bridge at Northwick opened in 2024 after a long delay.",
            "The bridge at Northwick opened in 2025 after a delay.",
        ),
        ("Rovers beat Hale Town 3-1 in the cup final.", "Rovers beat Hale Town 4-1 in the cup final."),
        (
            "Edwin Marsh, 91 years old, wound the town hall clock.",
            "Edwin Marsh, 92 years old, wound the town hall clock.",
        ),
        ("The meeting begins at 8:30 on 12 May in Hale.", "The meeting begins at 9:30 on 13 May in Hale."),
        (
            "A polder is under two metres of water after the dyke at Oosterzijl broke.",
            "The army is to close a breach of thirty metres in the dyke at Oosterzijl.",
        ),
        ("", "Three people were hurt."),
    ],
)
def test_what_agrees_or_is_about_something_else_is_not(ours: str, theirs: str) -> None:
    assert told(ours, theirs) == []


def test_of_several_outlets_each_sentence_is_shown_once_and_few_in_all() -> None:
    ours = "Two people were hurt when the bridge fell. It cost nine million pounds, the county council said. " * 3
    theirs = "Three people were hurt when the bridge fell. It cost ten million pounds, the county council said."
    assert len(told(ours, theirs, theirs)) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two hundred workers walked out", [Quantity(200, "worker")]),
        ("£11 million and 3.25 per cent", [Quantity(11e6, "pound"), Quantity(3.25, "%")]),
        ("some 900 people", [Quantity(900, "people", roughly=True)]),
        ("thirty-eight people in 1988", [Quantity(38, "people")]),
        ("€130bn", [Quantity(130e9, "euro")]),
        ("won 4-3 on 12 May 2026 at 8:30", []),
        ("1.2.3 versions", []),
        ("a 4-3 win", []),
        ("the 8:30 train", []),
    ],
)
def test_how_many_of_what(text: str, found: list[Quantity]) -> None:
    assert list(quantities(text)) == found


@given(st.text(), st.text())
def test_any_texts_can_be_compared_and_what_is_shown_is_theirs(ours: str, theirs: str) -> None:
    for one, other in told(ours, theirs):
        assert one in ours
        assert other in theirs
