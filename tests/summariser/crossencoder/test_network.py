from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.crossencoder.network import cross_encoder
from summariser.crossencoder.tokens import Pair
from summariser.model import Span

_SENTENCES = (
    "The council debated the new bridge for three hours on Monday.",
    "“The county will foot the bill,” said Ellen Marsh, its leader.",
    "Work on the piers is to begin in the spring.",
    "A ferry has crossed the river since 1874.",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who is paying for it?", 1),
        ("when do they start building", 2),
        ("How long have boats carried people across?", 3),
    ],
)
def test_a_sentence_that_answers_in_other_words_is_judged_the_likeliest(question: str, answer: int) -> None:
    judge = cross_encoder()
    odds = [judge(Pair(question, "", each)).odds for each in _SENTENCES]
    assert max(range(len(odds)), key=odds.__getitem__) == answer


def test_what_no_sentence_says_is_judged_unlikely_in_each() -> None:
    judge = cross_encoder()
    assert max(judge(Pair("how old is Ellen Marsh", "", each)).odds for each in _SENTENCES) < 0


def test_of_texts_without_end_what_can_be_read_is_judged() -> None:
    judge = cross_encoder()
    long = Pair("who is paying for it? " * 500, _SENTENCES[0] * 500, _SENTENCES[1] * 500)
    assert judge(long) == judge(Pair(*(text[: len(text) // 2] for text in long)))


def test_there_may_be_nothing_to_read() -> None:
    judged = cross_encoder()(Pair("", "", ""))
    assert isfinite(judged.odds)
    assert judged.words == Span(0, 0)


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Who said so?", _SENTENCES[1], "Ellen Marsh"),
        ("when do they start building", _SENTENCES[2], "spring"),
        ("How long did they talk about it?", _SENTENCES[0], "three hours"),
    ],
)
def test_the_words_that_answer_are_named(question: str, sentence: str, words: str) -> None:
    assert words in cross_encoder()(Pair(question, "", sentence)).words.cut(sentence)


@given(st.text(), st.text(), st.text())
@settings(max_examples=30, deadline=None)
def test_words_that_are_named_are_whole_and_lie_in_the_text(question: str, before: str, sentence: str) -> None:
    words = cross_encoder()(Pair(question, before, sentence)).words
    assert words.end <= len(sentence)
    edges = [(words.start - 1, words.start), (words.end - 1, words.end)]
    inside = [(one, other) for one, other in edges if one >= 0 and other < len(sentence) and words.start < words.end]
    assert not any(sentence[one].isalnum() and sentence[other].isalnum() for one, other in inside)
