"""What people say for one another in news is kindred, in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.kindred import kindred
from summariser.stems import stem

PAIRS = [
    ("boss", "manager"),
    ("died", "killed"),
    ("sacked", "dismissed"),
    ("shut", "closing"),
    ("lorry", "trucks"),
    ("lawyers", "barrister"),
    ("picture", "photograph"),
    ("study", "research"),
    ("dead", "killed"),
    ("burst", "breach"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("language", ["en", None])
def test_words_of_one_meaning_are_kindred_either_way_in_any_form(one: str, other: str, language: str | None) -> None:
    assert stem(other, "en") in kindred(stem(one, "en"), language)
    assert stem(one, "en") in kindred(stem(other, "en"), language)


@pytest.mark.parametrize(("one", "other"), [("boss", "boat"), ("open", "shut"), ("mother", "father"), ("win", "lose")])
def test_what_is_only_spoken_of_together_is_not(one: str, other: str) -> None:
    """Word vectors can't tell *open* from *shut*; here they are apart."""
    assert stem(other, "en") not in kindred(stem(one, "en"), "en")


def test_a_word_of_two_meanings_has_the_kindred_of_both() -> None:
    """*Fire* is to dismiss, and a blaze."""
    assert {stem("sack", "en"), stem("blaze", "en")} <= kindred(stem("fire", "en"), "en")


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "nl", "pl"])
def test_other_languages_have_none(language: str) -> None:
    """*Hut* is a hat in German, and *die* an article."""
    assert kindred(stem("die", "en"), language) == frozenset()


@given(st.text())
def test_any_word_has_kindred_or_none_and_is_never_its_own(word: str) -> None:
    assert word not in kindred(word, "en")
