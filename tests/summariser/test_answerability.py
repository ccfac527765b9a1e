"""Whether the likeliest sentence answers is judged by what it has, and by what the question is like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.answerability import MANY, confidence, signs
from summariser.answers import ENOUGH
from summariser.questions import Question
from summariser.relevance import Measures

NOTHING = Measures(0, 0, 0, 0, 0, 0)
EVERYTHING = Measures(1, 1, 1, 1, 1, 0)
ASKED = Question("When will the quay open?", "when", ("quay", "open"))
SAID = replace(ASKED, voice=("Ellacott",))


@pytest.mark.parametrize("asked", [ASKED, SAID])
def test_nothing_is_sure(asked: Question) -> None:
    assert 0 < confidence(asked, NOTHING) < 0.01
    assert 0.9 < confidence(asked, EVERYTHING) < 1


@pytest.mark.parametrize("field", ["near", "sense", "fits"])
def test_more_of_anything_is_more_likely(field: str) -> None:
    less: dict[str, Any] = {field: 0.0}
    assert confidence(ASKED, replace(EVERYTHING, **less)) < confidence(ASKED, EVERYTHING)


def test_whoever_is_asked_to_have_said_it_has_to_speak() -> None:
    assert confidence(SAID, replace(EVERYTHING, near=0.8, voice=0.0)) < ENOUGH < confidence(SAID, EVERYTHING)


def test_a_voice_does_not_matter_where_nobodys_is_asked_for() -> None:
    assert confidence(ASKED, replace(EVERYTHING, voice=0.0)) == confidence(ASKED, EVERYTHING)


def test_what_somebody_says_is_what_they_said_of_it_in_whatever_words() -> None:
    """*We argued until two* is what a judge said of the jury's discussion."""
    theirs = replace(EVERYTHING, near=0.0, sense=0.0, heard=True)
    assert confidence(SAID, theirs) > ENOUGH > confidence(SAID, replace(theirs, heard=False))


def test_not_of_something_that_the_articles_know_nothing_of() -> None:
    theirs = replace(EVERYTHING, near=0.0, sense=0.0, heard=True)
    assert confidence(SAID, replace(theirs, absent=1.0)) < ENOUGH
    assert confidence(SAID, replace(theirs, stranger=True)) < ENOUGH
    assert confidence(SAID, replace(theirs, voice=0.8)) < ENOUGH


def test_a_size_that_stands_before_the_thing_answers_though_its_reading_does_not() -> None:
    asked = Question("How large is the fund?", "size", ("fund",))
    unlikely = replace(EVERYTHING, read=-4.0)
    assert confidence(asked, unlikely) < ENOUGH < confidence(asked, replace(unlikely, sized=True))
    assert confidence(asked, replace(unlikely, sized=True, stranger=True)) < ENOUGH


def test_without_a_number_nothing_says_how_many_however_likely_a_reading_is() -> None:
    asked = Question("What does the city pay her?", "money", ("city", "pay"))
    read = replace(EVERYTHING, read=6.0)
    assert confidence(asked, replace(read, fits=0.0)) < ENOUGH + 0.1 < confidence(asked, read)
    assert confidence(asked, replace(read, fits=0.0)) < confidence(replace(asked, kind="why"), replace(read, fits=0.0))


def test_nothing_of_the_kind_counts_for_more_than_little_of_it() -> None:
    none, little, some = (confidence(ASKED, replace(EVERYTHING, fits=fits)) for fits in (0.0, 0.01, 0.02))
    assert little - none > some - little


def test_a_name_that_no_article_has_makes_an_answer_less_likely() -> None:
    assert confidence(ASKED, replace(EVERYTHING, stranger=True)) < confidence(ASKED, EVERYTHING)


def test_a_question_of_few_words_is_less_likely_answered() -> None:
    assert confidence(replace(ASKED, words=("quay",)), EVERYTHING) < confidence(ASKED, EVERYTHING)


def test_of_few_sentences_none_has_much_by_chance() -> None:
    """From a dozen on it doesn't matter how many there are."""
    few, many, more = (confidence(ASKED, replace(EVERYTHING, crowd=crowd)) for crowd in (MANY - 6, MANY, MANY + 400))
    assert few > many == more


shares = st.floats(0, 1)
judged = st.builds(
    Measures, shares, shares, shares, shares, shares, shares, shares, st.integers(1, 10_000), st.booleans()
)


@given(judged, st.lists(st.text(), max_size=5).map(tuple), st.lists(st.text(), max_size=2).map(tuple))
def test_anything_is_judged_by_signs_from_none_to_one(
    best: Measures, about: tuple[str, ...], voice: tuple[str, ...]
) -> None:
    asked = Question(" ".join(about), "other", about, voice=voice)
    assert all(0 <= each <= 1 for each in signs(asked, best))
    assert 0 < confidence(asked, best) < 1


def test_what_was_read_as_an_answer_is_more_likely_one_and_what_was_not_less() -> None:
    half = replace(EVERYTHING, near=0.6, fits=0.5)
    unread, likely, unlikely = (confidence(ASKED, replace(half, read=odds)) for odds in (None, 6.0, -6.0))
    assert unlikely < ENOUGH
    assert unlikely < unread < likely


def test_what_says_it_in_other_words_may_be_an_answer() -> None:
    assert confidence(ASKED, replace(EVERYTHING, near=0.2, sense=0.3, read=8.0)) > ENOUGH


@given(st.floats(-1e6, 1e6))
def test_however_sure_a_reading_is_there_is_a_likelihood(odds: float) -> None:
    assert 0 <= confidence(ASKED, replace(EVERYTHING, read=odds)) <= 1
