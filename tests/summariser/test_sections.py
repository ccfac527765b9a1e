"""Which part of a newspaper a report belongs in."""

from __future__ import annotations

import pytest

from summariser.sections import SECTIONS, section_of

CUP = "A late header sent the Rovers into the football cup final after the match."


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ("https://paper.example/sport/cup-final", "Sport"),
        ("https://paper.example/news/world/2026/11/talks", "World"),
        ("https://paper.example/wirtschaft/zinsen-123.html?ref=x", "Business"),
        ("https://paper.example/uk-politics/sport-minister", "Politics"),
        ("https://paper.example/?section=sport", ""),
        ("https://sport.example/story", ""),
        ("", ""),
    ],
)
def test_the_address_says_it(link: str, section: str) -> None:
    assert section_of(link, "The clock was wound.") == section


def test_where_the_address_doesnt_say_what_it_is_about_does() -> None:
    assert section_of("https://paper.example/2026/11/23/final", CUP) == "Sport"
    assert set(SECTIONS) >= {"Sport", "Business"}
