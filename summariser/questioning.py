"""A question put to a language model: which sentences it is shown, and what of its answer is accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from summariser.answers import LONGEST_QUESTION, MOST_PASSAGES
from summariser.languages import called
from summariser.model import Answer
from summariser.numbering import LONGEST_SENTENCE
from summariser.prompts import answering
from summariser.prompts.fencing import one_line
from summariser.relevance import measured
from summariser.shapes import numbers
from summariser.support import failures
from summariser.testimony import testimonies
from summariser.translation import understood

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.model import Article, Exchange, Passage
    from summariser.ports import Prompt
    from summariser.testimony import Testimony

MOST_SHOWN = 40
"""Sentences that are shown: all there are, or the likeliest with their neighbours, in the order of the articles."""


def question_prompt(question: str, articles: Sequence[Article], heard: Sequence[Exchange] = ()) -> Prompt:
    """What a model is asked; ``heard`` is what was asked before, the latest last."""
    told = [one_line(each.text[:LONGEST_SENTENCE]) for each in shown(question, articles)]
    lines = [f"[{number}] {text}" for number, text in enumerate(told, 1)]
    earlier = [f"asked before: {one_line(each.question)[:LONGEST_QUESTION]}" for each in heard]
    language = called(articles[0].language if articles else None)
    return answering.prompt(lines, earlier, one_line(question)[:LONGEST_QUESTION], language=language)


def shown(question: str, articles: Sequence[Article]) -> list[Testimony]:
    """The sentences that a model is shown, the same each time."""
    told = [each for article in articles for each in testimonies(article)]
    if len(told) <= MOST_SHOWN:
        return told
    language = articles[0].language
    scores = measured(understood(question[:LONGEST_QUESTION], language, told), told)
    likeliest = sorted(range(len(scores)), key=lambda at: -scores[at].score)
    near = dict.fromkeys(other for at in likeliest for other in (at, at - 1, at + 1) if 0 <= other < len(told))
    return [told[at] for at in sorted([*near][:MOST_SHOWN])] or told[:MOST_SHOWN]


def answered(question: str, articles: Sequence[Article], fields: Mapping[str, Any], own: Answer) -> Answer:
    """What a model answered, if the sentences it names bear that out; else ``own``, which no model had a part in.

    That the articles don't say is believed of a model that was shown what ``own`` takes for the answer.
    """
    text, lines = fields.get("answer"), shown(question, articles)
    if fields.get("answered") is False and all(_within(each, lines) for each in own.passages[:1]):
        return replace(own, answered=False, passages=own.passages[:1], short=None)
    if fields.get("answered") is not True or not isinstance(text, str) or not text.strip():
        return own
    named = [lines[number - 1] for number in numbers(fields.get("sentences")) if 0 < number <= len(lines)]
    said = one_line(text)
    if not named or any(each.article != named[0].article for each in named):
        return own
    article = named[0].article
    if failures(said, tuple(each.span for each in named), article):
        return own
    passages = tuple(each.passage for each in named[:MOST_PASSAGES])
    return Answer(question, passages, answered=True, confidence=own.confidence, written=said)


def _within(passage: Passage, lines: Sequence[Testimony]) -> bool:
    """Whether some of it is among the lines."""
    return any(passage.article == each.article and passage.span.overlaps(each.span) for each in lines)
