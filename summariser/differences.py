"""Where two reports of one event give different numbers for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.model import Difference, Passage
from summariser.quantities import MEASURES, quantities
from summariser.sentences import sentences
from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.model import Article
    from summariser.quantities import Quantity

    _Told = tuple[frozenset[str], tuple[Quantity, ...]]

LOOKED_AT = 15
"""Sentences of each report; what comes later is background."""

LONGEST = 320
"""Characters of a sentence that is shown beside another."""

FEWEST_SHARED, SHARED = 3, 0.4
"""Content words that two sentences share, and as a part of the shorter one's, from which they tell the same."""

SHARED_MEASURE = 0.6
"""The same where what is counted is a measure: two lengths are seldom lengths of the same."""

CLOSE = 0.15
"""Part of the larger by which two numbers may differ that are said to be rough."""

MOST = 2
"""Differences of one story that are shown."""


def differences(report: Article, others: Sequence[Article]) -> tuple[Difference, ...]:
    """Sentences of ``report`` beside those of others that give another number for the same thing, each once."""
    found = list[Difference]()
    for ours, told in _counted(report):
        for other in others:
            match = next((theirs for theirs, said in _counted(other) if _differ(told, said)), None)
            if match and ours.span not in {each.ours.span for each in found}:
                found.append(Difference(ours, match))
    return tuple(found[:MOST])


def _counted(article: Article) -> Iterator[tuple[Passage, _Told]]:
    """The first sentences that count something, with their words."""
    for each in sentences(article.text, article.language)[:LOOKED_AT]:
        text = each.span.cut(article.text)
        if len(text) <= LONGEST and (counts := quantities(text)):
            words = frozenset(word for word in content(text, article.language) if not word[0].isdecimal())
            yield Passage(article, each.span), (words, counts)


def _differ(ours: _Told, theirs: _Told) -> bool:
    """Whether two sentences tell the same, but for a number."""
    (words, counts), (other_words, other_counts) = ours, theirs
    shared = len(words & other_words)
    part = shared / max(1, min(len(words), len(other_words)))
    if shared < FEWEST_SHARED or part < SHARED:
        return False
    things = {each.thing for each in counts} & {each.thing for each in other_counts}
    if part < SHARED_MEASURE:
        things -= MEASURES
    return any(
        not any(_agree(one, other) for one in counts for other in other_counts if one.thing == other.thing == thing)
        for thing in things
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    apart = abs(one.value - other.value)
    rough = one.roughly or other.roughly
    return apart <= (CLOSE * max(one.value, other.value) if rough else 0.0)
