"""The sentences that are likeliest to answer a question, read again together with it.

By their words (`summariser.relevance`) sentences are weighed quickly and each by itself, but *when does construction
start?* shares no word with *Work on the piers is to begin in the spring*. So the likeliest are read again by a
cross-encoder (`summariser.crossencoder`), which has learnt on 13,170 questions and 5,592 pairs of questions which
sentence answers, and that often none does. It knows English only.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.asked_in import asked_in
from summariser.crossencoder.network import cross_encoder
from summariser.crossencoder.tokens import Pair
from summariser.kinds_of_answer import IN_CURRENCY
from summariser.model import Span
from summariser.voices import THEIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.crossencoder.network import Judgement
    from summariser.questions import Question
    from summariser.relevance import Measures
    from summariser.testimony import Testimony

LIKELIEST = 16
"""Sentences that are read again. Of 297 questions written to share few words with their answer (*towns*), 97 in a
hundred have it among the likeliest sixteen; reading them takes a third of a second."""

UNLIKELIEST = -8.0
"""Log odds of a sentence that isn't read again, being too unlikely, and the least of any: below, it makes no difference
by how much. An estimate."""


def reread(question: Question, told: Sequence[Testimony], measures: Sequence[Measures]) -> list[Measures]:
    """The measures of each sentence, of the likeliest with the log odds by which they answer.

    In other languages than English they come back as they are.
    """
    english = asked_in(question.text) in {"en", None} and all(each.article.language == "en" for each in told)
    if not english or not measures:
        return [*measures]
    likeliest = sorted(range(len(measures)), key=lambda number: -measures[number].score)[:LIKELIEST]
    read = {number: _judged(paired(question, told, number, measures[number])) for number in likeliest}
    return [
        _with(each, read[number], told[number]) if number in read else replace(each, read=UNLIKELIEST)
        for number, each in enumerate(measures)
    ]


def paired(question: Question, told: Sequence[Testimony], number: int, measures: Measures) -> Pair:
    """A question with a sentence, and what stands before that: the sentence before it, and whose words it has.

    Whoever is asked to have said something is called there what the question calls them, wherever the article names
    them, since the cross-encoder sees no more of the article.
    """
    asked = IN_CURRENCY.sub("", question.text)  # it was not taught in which money; the words see to that
    before = told[number - 1] if number else None
    context = before.text if before and before.article is told[number].article else ""
    if question.voice and measures.voice >= THEIRS:
        context = f"{context} {' '.join(question.voice)} said:".strip()
    return Pair(asked, context, told[number].text)


def _with(measures: Measures, judged: Judgement, told: Testimony) -> Measures:
    """What was judged of a sentence, and its words where they stand in the article."""
    at = told.span.start
    words = Span(at + judged.words.start, at + judged.words.end)
    return replace(measures, read=max(UNLIKELIEST, judged.odds), words=words)


@lru_cache(maxsize=1_024)
def _judged(pair: Pair) -> Judgement:
    """Who asks again, or asks it of a thread that got one article more, needn't wait for what was read already."""
    return cross_encoder()(pair)
