from __future__ import annotations

from math import isfinite

import pytest

from summariser.crossencoder.network import cross_encoder
from summariser.crossencoder.tokens import Pair

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
    odds = [judge(Pair(question, "", each)) for each in _SENTENCES]
    assert max(range(len(odds)), key=odds.__getitem__) == answer


def test_what_no_sentence_says_is_judged_unlikely_in_each() -> None:
    judge = cross_encoder()
    assert max(judge(Pair("how old is Ellen Marsh", "", each)) for each in _SENTENCES) < 0


def test_of_texts_without_end_what_can_be_read_is_judged() -> None:
    judge = cross_encoder()
    long = Pair("who is paying for it? " * 500, _SENTENCES[0] * 500, _SENTENCES[1] * 500)
    assert judge(long) == judge(Pair(*(text[: len(text) // 2] for text in long)))


def test_there_may_be_nothing_to_read() -> None:
    assert isfinite(cross_encoder()(Pair("", "", "")))
