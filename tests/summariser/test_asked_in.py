"""A question tells its language by its small words, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.asked_in import asked_in
from summariser.words import KNOWN


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What did the mayor say about the crane?"),
        ("de", "Was hat die Bürgermeisterin über den Kran gesagt?"),
        ("fr", "Que dit la maire sur la grue du port ?"),
        ("es", "¿Qué dijo la alcaldesa sobre la grúa del puerto?"),
        ("it", "Che cosa ha detto il sindaco della gru?"),
        ("pt", "O que disse a presidente sobre o guindaste do porto?"),
        ("nl", "Wat heeft de burgemeester over de kraan van het dok gezegd?"),
    ],
)
def test_the_language_of_most_small_words_is_told(language: str, question: str) -> None:
    assert asked_in(question) == language


@pytest.mark.parametrize(
    "question",
    ["", "???", "Pendrow?", "Ruth Ellacott crane", "the Pendrow", "la", "de", "1987", "Что сказал мэр о кране?"],
)
def test_too_few_of_them_tell_nothing(question: str) -> None:
    """One may be a name, or another language's."""
    assert asked_in(question) is None


def test_two_languages_alike_tell_nothing() -> None:
    """*De* and *que* are small in several."""
    assert asked_in("de que") is None


def test_only_the_beginning_of_what_is_pasted_counts() -> None:
    assert asked_in("the crane of the quay " * 50 + "der Kran und die Mauer " * 500) == "en"


@given(st.text())
def test_any_text_is_in_a_language_that_is_known_or_in_none(text: str) -> None:
    assert asked_in(text) in {*KNOWN, None}


@pytest.mark.parametrize("question", ["Is Van der Berg in?", "Who leads Le Monde des Livres?"])
def test_the_small_words_of_a_name_tell_nothing(question: str) -> None:
    assert asked_in(question) is None


def test_a_question_all_in_capitals_is_told_by_all_of_them() -> None:
    assert asked_in("WAS HAT DIE BÜRGERMEISTERIN GESAGT?") == "de"
