"""A question, the articles, and the passages that answer it; nothing else is ever said.

The words of the question are looked for in each sentence, the rarer they are in the articles the more they count.
A sentence answers when it has enough of them; so a question about what no article speaks of gets none.
"""

from __future__ import annotations

from collections import Counter
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

NEAR = 0.25
"""The same share for a sentence that is offered as the nearest there is."""

MOST_PASSAGES = 2
"""Further ones are shown only if they say about as much as the best."""

_AS_GOOD = 0.85


class _Candidate(NamedTuple):
    passage: Passage
    words: frozenset[str]


def answer(question: str, articles: Sequence[Article]) -> Answer:
    """What ``articles`` say to ``question``, in their own sentences. Articles may be of several languages."""
    candidates = [each for article in articles for each in _candidates(article)]
    asked = frozenset(word for article in articles for word in content(question, article.language))
    weights = _weights(asked, candidates)
    total = sum(weights.values())
    if not total:
        return Answer(question, (), answered=False)
    shares = [(sum(weights[word] for word in each.words & asked) / total, each.passage) for each in candidates]
    ranked = sorted(shares, key=lambda share: -share[0])  # stable: of two alike the one that stands first
    best = ranked[0][0] if ranked else 0.0
    if best < NEAR:
        return Answer(question, (), answered=False)
    if best < ENOUGH:
        return Answer(question, (ranked[0][1],), answered=False)
    chosen = [passage for share, passage in ranked[:MOST_PASSAGES] if share >= max(ENOUGH, _AS_GOOD * best)]
    return Answer(question, tuple(chosen), answered=True)


def _candidates(article: Article) -> Iterator[_Candidate]:
    for sentence in sentences(article.text, article.language):
        passage = Passage(article, sentence.span)
        yield _Candidate(passage, frozenset(content(passage.text, article.language)))


def _weights(asked: Iterable[str], candidates: Sequence[_Candidate]) -> Mapping[str, float]:
    """A word that stands nowhere weighs as much as the rarest: what is asked for is then not there."""
    spread = Counter(word for each in candidates for word in each.words)
    return {word: log(1 + len(candidates) / max(1, spread[word])) for word in asked}
