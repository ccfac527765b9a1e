"""Where a sentence has an answer that was written down in other words."""

from __future__ import annotations

import pytest

from summariser.crossencoder.tokens import encoded
from tests.evaluation.crossencoder.answer_words import answer_words


def found(answer: str, sentence: str) -> str | None:
    """The words of the sentence that give the answer."""
    tokens = answer_words(answer, sentence)
    if tokens is None:
        return None
    places = encoded(sentence).offsets
    return sentence[places[tokens[0]][0] : places[tokens[1]][1]]


@pytest.mark.parametrize(
    ("answer", "sentence", "words"),
    [
        ("the Grand", "They met at the Grand Hotel on Monday.", "Grand"),
        ("seven of 8", "The plan was backed by 7 of eight villages.", "7 of eight"),
        ("it was sold in March", "The boat was sold in early March.", "sold in early March"),
        ("Ruth Ellacott is its director", "Ruth Ellacott, the director, left.", "Ruth Ellacott, the director"),
        ("£4.2m", "It cost £4.2m, not £2.4m.", "£4.2m"),
    ],
)
def test_the_stretch_that_shares_most_with_the_answer_gives_it(answer: str, sentence: str, words: str) -> None:
    assert found(answer, sentence) == words


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("a heart attack", "He died at home on Sunday."),
        ("the", "The boat sank."),
        ("", "The boat sank."),
        ("three weeks", ""),
    ],
)
def test_a_sentence_that_shares_too_little_gives_none(answer: str, sentence: str) -> None:
    assert found(answer, sentence) is None
