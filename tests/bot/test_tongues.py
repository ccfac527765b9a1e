"""Languages by the names that people give them."""

from __future__ import annotations

import pytest

from bot.tongues import NAMES, named
from summariser.languages import LANGUAGES


@pytest.mark.parametrize(("name", "code"), [("German", "de"), ("deutsch", "de"), (" Français ", "fr"), ("nl", "nl")])
def test_a_language_is_known_by_its_names_and_its_code(name: str, code: str) -> None:
    assert named(name) == code


@pytest.mark.parametrize("name", ["Klingon", "", "Germany", "germanic"])
def test_what_is_no_name_of_ours_is_none(name: str) -> None:
    assert named(name) is None


def test_every_language_that_briefings_can_be_in_has_names() -> None:
    assert NAMES.keys() == LANGUAGES.keys()
    assert [named(name) for name in LANGUAGES.values()] == [*LANGUAGES]
