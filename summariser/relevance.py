"""How likely a sentence is to answer a question: what of the question it has, in its words, its people, its sense.

How much of its words a sentence has is weighed word by word (`summariser.asked_words`). Who asks what somebody said
wants a sentence in which they say something (`summariser.voices`). A sum of the measures orders the sentences. Its
weights were set by hand on the *first* of the questions in seeds/questions, and on XQuAD; weights that were learnt
order no better (docs/questions.md). Whether the first of them answers is judged elsewhere (`summariser.answerability`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.asked_words import KIN, asked_words
from summariser.embedding import text_vectors
from summariser.kind_words import YEAR
from summariser.kinds_of_answer import gives_reason, gives_size, has_kind, is_in_other_money
from summariser.known_as import is_somebody
from summariser.lexicon import lexicon
from summariser.spelling import spelt
from summariser.voices import voices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from summariser.model import Span
    from summariser.questions import Question
    from summariser.testimony import Testimony

LEANING = 0.9
"""How much of the question's words a sentence has that leans on its neighbours, as against them and itself."""

ALL_THE_SAME, FEWER = 12, 0.13
"""Sentences from which it doesn't matter how many there are, and how much each fewer counts for, in log odds."""

NOTHING_OF_THE_KIND = 1.5
"""How much it counts against a sentence, in log odds, that it has no number where a number is asked for."""

RETOLD = 0.9
"""How good a sentence is that tells what somebody said in other words, where anything is asked for that they said."""

LATER = 0.85
"""How well a sentence tells who somebody is, if it isn't the first that names them."""

BY_WORDS = 0.2
"""What its words count for a sentence that was read: the judgement of who read it counts as it is."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a sentence has of a question, each from 0 to 1.

    ``cover`` is the share of its words, ``near`` the same with the neighbours' counted, ``sense`` the cosine of both,
    ``fits`` how well it has the kind of thing that is asked for, ``voice`` how much of whoever is asked to have said
    it, ``absent`` the share of words that nothing in the articles comes near, ``least`` how much it has of the word it
    has least of. ``crowd`` is how many sentences there are: of few, none has much by chance; ``stranger`` is whether
    one of the names in the question, or the office of whom it asks for, comes near nothing in the articles; ``heard``
    is whether somebody says something in it, ``sized`` whether it has all words and the sum or size that is asked for
    stands before the last of them. ``read`` are the log odds that it answers, as judged by
    reading both, and ``words`` where the article has those that likeliest do; none where no sentence was read
    (`summariser.reranking`).
    """

    cover: float
    near: float
    sense: float
    fits: float
    voice: float
    absent: float
    least: float = 0.0
    crowd: int = ALL_THE_SAME
    stranger: bool = False
    heard: bool = False
    sized: bool = False
    read: float | None = None
    words: Span | None = None

    @property
    def score(self) -> float:
        """By which sentences are ordered, in log odds."""
        return self.by_words if self.read is None else BY_WORDS * self.by_words + self.read

    @property
    def by_words(self) -> float:
        """The same before any is read."""
        return (
            -11.5
            + FEWER * max(0, ALL_THE_SAME - self.crowd)
            + 3.5 * self.cover
            + 3.0 * self.near
            + 1.5 * self.sense
            + 3.5 * self.fits
            - (NOTHING_OF_THE_KIND if not self.fits else 0)
            + 5.0 * self.voice
            - self.absent
        )


def measured(question: Question, told: Sequence[Testimony]) -> list[Measures]:
    """What each of the sentences has of a question, in their order."""
    if not told or not (question.words or question.voice):
        return []
    asked = asked_words(spelt(question.words, told), told, question.text)
    total = sum(word.weight for word in asked) or 1.0
    theirs = voices(question, told)
    if not asked:
        fits = [1.0 if each.speakers else RETOLD for each in told]
        return [Measures(1.0, 1.0, 0.5, fit, voice, 0.0, 1.0) for fit, voice in zip(fits, theirs, strict=True)]
    senses = (text_vectors([each.text for each in told]) @ text_vectors([" ".join(question.words)])[0]).tolist()
    absent = sum(word.weight for word in asked if word.absent) / total
    roles = lexicon(told[0].article.language).roles if question.kind == "who" else frozenset[str]()
    named = any(each.absent and (each.word in question.names or each.word in roles) for each in asked)
    stranger = named and told[0].article.language != "de"  # where every noun has a capital
    years = {word for word in question.words if YEAR.fullmatch(word)}
    unfit = [_is_of_another(years, each) or is_in_other_money(question, each) for each in told]
    fits = [0.0 if other else has_kind(question, each) for each, other in zip(told, unfit, strict=True)]
    if question.kind in {"who", "other"} and is_somebody(question.words, told):
        first = next((number for number in range(len(told)) if all(each.has[number] == 1 for each in asked)), -1)
        fits = [each if number == first else LATER * each for number, each in enumerate(fits)]
    near = [sum(word.weight * word.beside[number] for word in asked) / total for number in range(len(told))]
    least = [min(word.has[number] for word in asked) for number in range(len(told))]
    cover = [sum(word.weight * word.has[number] for word in asked) / total for number in range(len(told))]
    return [
        Measures(
            cover=max(cover[number], LEANING * near[number]) if _leans(question, told[number]) else cover[number],
            near=near[number],
            sense=max(0.0, senses[number]),
            fits=fits[number],
            voice=theirs[number],
            absent=absent,
            least=least[number],
            crowd=len(told),
            stranger=stranger,
            heard=bool(told[number].speakers or told[number].voices),
            sized=least[number] >= KIN and gives_size(question, told[number]),
        )
        for number in range(len(told))
    ]


def _is_of_another(years: AbstractSet[str], told: Testimony) -> bool:
    """Whether a sentence gives years, but none of those that are asked about."""
    given = {*YEAR.findall(told.text)}
    return bool(years and given) and given.isdisjoint(years)


def _leans(question: Question, told: Testimony) -> bool:
    """Whether a sentence may say in the one before what it is about: a remark on it, a reason for it."""
    return bool(question.voice) or (question.kind == "why" and gives_reason(told))
