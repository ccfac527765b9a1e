from __future__ import annotations

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
    odds = cross_encoder()([Pair(question, "", each) for each in _SENTENCES])
    assert max(range(len(odds)), key=odds.__getitem__) == answer


def test_what_no_sentence_says_is_judged_unlikely_in_each() -> None:
    odds = cross_encoder()([Pair("how old is Ellen Marsh", "", each) for each in _SENTENCES])
    assert max(odds) < 0


def test_a_pair_is_judged_alike_alone_and_among_others_of_any_length() -> None:
    judge = cross_encoder()
    pairs = [Pair("who is paying for it?", "", each) for each in (*_SENTENCES, *(" ".join(_SENTENCES),) * 9)]
    together = judge(pairs)
    alone = [judge([pair])[0] for pair in pairs]
    assert together == pytest.approx(alone, abs=1e-3)
    assert judge([]) == []
