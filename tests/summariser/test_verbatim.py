"""Who said what the question gives word for word."""

from __future__ import annotations

import pytest

from summariser.answers import answer
from summariser.model import Article

COUNCIL = Article(
    """The council of Northwick voted on Monday to close the pool.

“We were told of 900 swimmers, and tonight it is 62,” said Ruth Ellacott, who wrote the motion.

“You all have gardens,” Colin Avery, a lifeguard, told the council. “Some of us are the 62.”

A notice on the door read: “Nobody swims here on Sundays.” Mary Penrose said that the pool had never made a profit.""",
    language="en",
)


@pytest.mark.parametrize(
    ("question", "words", "speaker"),
    [
        ('Who said "some of us are the 62"?', "Some of us are the 62.", "Colin Avery"),
        ("who told the council ‘some of us are the 62’", "Some of us are the 62.", "Colin Avery"),
        ("who said some of us are the 62?", "Some of us are the 62.", "Colin Avery"),
        ("who said 'some of us are the 62. and so on'", "Some of us are the 62.", "Colin Avery"),
        ("Who was it said you all have gardens", "“You all have gardens,” Colin Avery", None),
        ("Who said that the pool had never made a profit?", "Mary Penrose said that the pool", None),
    ],
)
def test_is_found_by_the_words_and_not_by_what_shares_the_rare_ones(
    question: str, words: str, speaker: str | None
) -> None:
    found = answer(question, [COUNCIL])
    assert found.answered
    assert words in found.passages[0].text
    assert (found.passages[0].speaker.name if found.passages[0].speaker else None) == speaker


@pytest.mark.parametrize(
    "question",
    ['Who said "some of us are the 900"?', 'who called it "a gift to Indiana"', "Who told them ‘you all have it’?"],
)
def test_nobody_is_named_for_words_that_are_not_there(question: str) -> None:
    found = answer(question, [COUNCIL])
    assert (found.answered, found.said) == (False, None)


def test_the_nearest_is_shown_where_nobody_says_the_words() -> None:
    found = answer('Who said "we were told of 900 boats"?', [COUNCIL])
    assert not found.answered
    assert "900 swimmers" in found.passages[0].text


def test_two_words_are_too_few_to_go_by() -> None:
    found = answer('Who said "on Sundays"?', [COUNCIL])
    assert found.confidence < 0.9


def test_words_in_marks_that_are_asked_about_otherwise_are_no_question_of_whose_they_are() -> None:
    found = answer("When did the council vote on “some of us are the 62”?", [COUNCIL])
    assert "Some of us" not in found.passages[0].text
