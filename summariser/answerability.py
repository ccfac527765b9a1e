"""How likely it is that what would be shown answers a question at all.

Which sentence comes first is another matter (`summariser.relevance`): a question always has a likeliest one. Here that
one is judged, by what it has of the question and by what the question is like: of a name that no article has, nothing
is said; in a few words there is little to go by. The weights are those of a logistic regression, and `python -m
tests.evaluation.answerability` fits them again, on the *everyday* and the *first* of the questions in seeds/questions.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from summariser.voices import THEIRS

if TYPE_CHECKING:
    from summariser.questions import Question
    from summariser.relevance import Measures

MANY = 12
"""Sentences from which it doesn't matter how many there are: of fewer, none has much by chance."""


class Signs(NamedTuple):
    """What speaks for or against an answer, each from 0 to 1.

    The likeliest sentence: ``near``, ``sense``, ``fits``, ``least`` and ``voice`` as in `Measures`; ``unfit`` is
    whether it has nothing of the kind that is asked for. (``least`` counts against it: a sentence that repeats every
    word of a question leaves none for the answer to stand in for.) The question: ``few`` is how few sentences it is
    put to, ``voiced`` whether it asks what somebody said, ``stranger`` whether it gives a name that no article has,
    ``brief`` how few words it has.
    """

    near: float
    sense: float
    fits: float
    unfit: float
    voice: float
    least: float
    few: float
    voiced: float
    stranger: float
    brief: float


WEIGHTS = Signs(
    near=3.65, sense=2.22, fits=2.34, unfit=-1.27, voice=4.79, least=-0.36, few=1.37, voiced=-3.37, stranger=-2.09,
    brief=-1.01,
)  # fmt: skip
BIAS = -4.82


class Share(NamedTuple):
    """What the log odds by these signs count, and those by reading, where a sentence was read with the question.

    ``doubt`` is taken off their sum.
    """

    words: float
    reading: float
    doubt: float


SHARES, OF_VOICES = Share(0.5, 0.9, 0.4), Share(0.6, 0.3, -0.6)
"""Of most questions, and of those that ask for somebody's words, where the signs tell who speaks. Set on *everyday*,
*first*, *fourth*, *sixth* and 300 questions that nothing was learnt from, to what finds and recognises most and answers
least wrongly, which counted double; of the nearly best, the first doubt by which 90 in a hundred of *everyday* are
found."""

COUNTED = frozenset({"age", "money", "number", "share", "size"})
UNCOUNTED = 5.0
"""What is taken off the log odds where a number is asked for and there is none, however likely a reading is. An
estimate."""

ABSENT, AT_LEAST = 0.75, 0.4
"""Where whoever is asked to have spoken does, and no sentence was read: the log odds, at least, that it is what they
said of it, if no more of the question's words than that share is nowhere in the articles. Set by hand on *everyday*,
*first* and *fourth*. No less likely is a sum or a size that stands before the thing itself."""


def signs(question: Question, best: Measures) -> Signs:
    """What is to be judged, of a question and of the sentence that is likeliest to answer it."""
    return Signs(
        near=best.near,
        sense=best.sense,
        fits=best.fits,
        unfit=float(not best.fits),
        voice=best.voice if question.voice else 0.0,
        least=best.least,
        few=max(0, MANY - best.crowd) / MANY,
        voiced=float(bool(question.voice)),
        stranger=float(best.stranger),
        brief=1 / (1 + len(question.words)),
    )


def confidence(question: Question, best: Measures) -> float:
    """How likely it is that the question is answered, from 0 to 1."""
    odds = BIAS + sum(weight * sign for weight, sign in zip(WEIGHTS, signs(question, best), strict=True))
    if best.read is not None:
        share = OF_VOICES if question.voice else SHARES
        odds = share.words * odds + share.reading * best.read - share.doubt
    elif question.voice and best.heard and best.voice >= THEIRS and best.absent <= ABSENT and not best.stranger:
        odds = max(odds, AT_LEAST)
    if best.sized and not best.stranger:
        odds = max(odds, AT_LEAST)
    if question.kind in COUNTED and not best.fits:
        odds -= UNCOUNTED
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
