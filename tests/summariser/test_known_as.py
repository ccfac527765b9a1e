"""Whom an article means by what it calls them."""

from __future__ import annotations

import pytest

from summariser.answers import answer
from summariser.known_as import is_somebody, known_as
from summariser.model import Article
from summariser.testimony import testimonies as told_by

COUNCIL = Article(
    """The leader of the council, Giles Thorold, met the readers on Monday. He wore a hat.

The mayor told Mary Penrose to wait.

Her co-author, Luis Ferrer, had left with Noor Haverkamp, an ecologist and the paper’s lead author.

“People vote with their feet,” Thorold said. Ruth Ellacott, who runs the inn, laughed.""",
    language="en",
)


@pytest.mark.parametrize(
    ("description", "names"),
    [
        ("council leader", {"Giles Thorold"}),
        ("leader", {"Giles Thorold"}),
        ("council's leader", {"Giles Thorold"}),
        ("lead author", {"Noor Haverkamp"}),
        ("mayor", set[str]()),
        ("party leader", set[str]()),
        ("council", set[str]()),
        ("inn", set[str]()),
    ],
)
def test_is_told_by_what_stands_beside_their_name(description: str, names: set[str]) -> None:
    assert known_as(description.split(), told_by(COUNCIL)) == names


@pytest.mark.parametrize(
    ("words", "known"), [("giles thorold", True), ("Thorold", True), ("giles berg", False), ("hat", False), ("", False)]
)
def test_a_name_is_known_in_any_case_and_in_part(words: str, known: bool) -> None:
    assert is_somebody(words.split(), told_by(COUNCIL)) is known


def test_what_they_say_is_found_under_it() -> None:
    found = answer("What did the council leader say?", [COUNCIL])
    assert found.answered
    assert "vote with their feet" in found.passages[0].text


def test_nobody_is_known_in_nothing() -> None:
    assert known_as(["mayor"], []) == frozenset()
