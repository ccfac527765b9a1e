"""Stems: the forms of a word meet, small words fall away, any text has some."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.stems import stem, stems, words

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", None]
languages = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "closing", "closed"),
        ("en", "fishermen's", "fishermen"),
        ("en", "Pendrow’s", "Pendrow"),
        ("en", "traders'", "trader"),
        ("en", "SOLD", "sells"),
        ("en", "went", "goes"),
        ("en", "children", "child"),
        ("en", "deaths", "dying"),
        ("en", "worst", "bad"),
        ("de", "Brücken", "Brücke"),
        ("fr", "bateaux", "bateau"),
        ("es", "barcos", "barco"),
        ("it", "ponti", "ponte"),
        ("pt", "pontes", "ponte"),
        ("nl", "bruggen", "brug"),
        ("pl", "rybakom", "rybakowi"),
        (None, "boats", "boat"),
    ],
)
def test_the_forms_of_a_word_meet(language: str | None, one: str, other: str) -> None:
    """Also those that change inside; a language without a stemmer has the first letters."""
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "quay", "quiet"),
        ("en", "boat", "boot"),
        ("en", "1.9", "19"),
        ("de", "sold", "sell"),
        ("pl", "most", "port"),
    ],
)
def test_other_words_stay_apart(language: str, one: str, other: str) -> None:
    """The irregular forms are those of English alone."""
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    ("written", "number"),
    [("3,100", "3100"), ("1.234.567", "1234567"), ("4.2", "4.2"), ("12,50", "12,50"), ("1970s", "1970s"), ("7", "7")],
)
def test_a_number_is_whole_without_the_marks_between_thousands(written: str, number: str) -> None:
    assert stem(written, "en") == number


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "The mayor of Pendrow has told us that it’s the quay’s end", ["mayor", "Pendrow", "quay’s", "end"]),
        ("en", "AT&T paid 3,100 pounds, didn't it?", ["AT&T", "paid", "3,100", "pounds", "didn't"]),
        ("de", "Der Hafen ist seit gestern gesperrt", ["Hafen", "gestern", "gesperrt"]),
        ("fr", "L’usine d'Arvane, qu’on ferme aujourd’hui", ["usine", "Arvane", "ferme", "aujourd’hui"]),
        ("it", "Il sindaco dell’isola e l'opera", ["sindaco", "isola", "opera"]),
        ("en", "_ — … ()", []),
        ("en", "", []),
    ],
)
def test_small_words_fall_away_and_the_rest_stands_as_it_is(language: str, text: str, left: list[str]) -> None:
    """An elided article is no part of the word behind it."""
    assert list(words(text, language)) == left


@given(st.text(), languages)
def test_any_text_has_words_that_stand_in_it_and_a_stem_for_each(text: str, language: str | None) -> None:
    found = list(words(text, language))
    assert len(stems(text, language)) == len(found)
    assert all(stem(word, language) == stem(word, language) for word in found)
    if language not in {"fr", "it"}:
        assert all(word in text for word in found)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("piece", ["a ", "(", "7", ".", "x", "x.", "l'", "1,"])
def test_text_without_end_has_no_more_stems_than_words(piece: str, language: str) -> None:
    assert len(stems(piece * (100_000 // len(piece)), language)) <= 50_000
