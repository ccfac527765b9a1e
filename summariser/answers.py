"""A question, the articles, and the passages that answer it; nothing else is ever said.

The words of the question are looked for in each sentence, the rarer they are in the articles the more they count.
A sentence answers when it has enough of them, and what the question asks for: a number, a day, a name. So a question
about what no article speaks of gets none.
"""

from __future__ import annotations

import re
from math import log
from typing import TYPE_CHECKING, NamedTuple

from summariser.model import Answer, Passage
from summariser.sentences import sentences
from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summariser.model import Article

ENOUGH = 0.6
"""Share of the question's words, by weight, that a sentence must have to answer it. Chosen on a few questions about
the samples, not measured yet: half is met by sentences that merely name the same people."""

ENOUGH_OF_OTHERS = 0.75
"""The same where one of the words stands in no article at all: what is asked for may be something else."""

NEAR = 0.25
"""The same share for a sentence that is offered as the nearest there is."""

MOST_PASSAGES = 2
"""Further ones are shown only if they say about as much as the best."""

_AS_GOOD = 0.85
_SHORTEST, _ENDING = 3, 3
"""Letters of a word that may have endings, and of an ending."""

_LACKS = 0.6
"""What is left of a sentence's share if it has nothing of the kind that is asked for."""

_SIZE = re.compile(
    r"\bhow\s+(much|many|large|big|small|long|tall|old|young|far|high|deep|wide|heavy|fast|often|late|soon)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"^\W*(?:and\s+)?(?:when|on\s+(?:what|which)\s+(?:day|date))\b", re.IGNORECASE)
_WHO = re.compile(r"^\W*(?:and\s+)?(?:who|whom|whose)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|"
    r"half|twice|a\s+(?:day|week|month|year|third|quarter|tenth))\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|spring|summer|autumn|winter|today|tomorrow|yesterday|week|month|year|night|morning)s?\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<!^)(?<![.!?“\"]\s)\b[A-Z][\w’'-]+")


class _Candidate(NamedTuple):
    passage: Passage
    words: frozenset[str]


def answer(question: str, articles: Sequence[Article]) -> Answer:
    """What ``articles`` say to ``question``, in their own sentences. Articles may be of several languages."""
    candidates = [each for article in articles for each in _candidates(article)]
    plain, kind = _read(question)
    asked = frozenset(word for article in articles for word in content(plain, article.language))
    forms = _forms(asked, candidates)
    weights = _weights(forms, candidates)
    total = sum(weights.values())
    if not total:
        return Answer(question, (), answered=False)
    enough = ENOUGH if all(forms[word] for word in asked) else ENOUGH_OF_OTHERS
    shares = [
        (
            sum(weights[word] for word in asked if forms[word] & each.words) / total * _fits(each.passage, kind),
            each.passage,
        )
        for each in candidates
    ]
    ranked = sorted(shares, key=lambda share: -share[0])  # stable: of two alike the one that stands first
    best = ranked[0][0] if ranked else 0.0
    if best < NEAR:
        return Answer(question, (), answered=False)
    if best < enough:
        return Answer(question, (ranked[0][1],), answered=False)
    chosen = [passage for share, passage in ranked[:MOST_PASSAGES] if share >= max(enough, _AS_GOOD * best)]
    return Answer(question, tuple(chosen), answered=True)


def _read(question: str) -> tuple[str, re.Pattern[str] | None]:
    """The question without the words that only say what kind of answer it wants, and the signs of that kind."""
    if _SIZE.search(question):
        return _SIZE.sub(" ", question), _NUMBER
    if _WHEN.match(question):
        return question, _DAY
    return question, _NAME if _WHO.match(question) else None


def _fits(passage: Passage, kind: re.Pattern[str] | None) -> float:
    return 1.0 if kind is None or kind.search(passage.text) else _LACKS


def _candidates(article: Article) -> Iterator[_Candidate]:
    for sentence in sentences(article.text, article.language):
        passage = Passage(article, sentence.span)
        yield _Candidate(passage, frozenset(content(passage.text, article.language)))


def _forms(asked: Iterable[str], candidates: Sequence[_Candidate]) -> Mapping[str, frozenset[str]]:
    """The forms in which each word that is asked for stands in the articles: *ask*, *asked*, *asking*."""
    known = {word for each in candidates for word in each.words}
    return {word: frozenset(other for other in known if _is_form(word, other)) for word in asked}


def _is_form(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) <= _ENDING)


def _weights(forms: Mapping[str, frozenset[str]], candidates: Sequence[_Candidate]) -> Mapping[str, float]:
    """A word that stands nowhere weighs as much as the rarest: what is asked for is then not there."""
    spread = {word: sum(bool(each.words & these) for each in candidates) for word, these in forms.items()}
    return {word: log(1 + len(candidates) / max(1, often)) for word, often in spread.items()}
