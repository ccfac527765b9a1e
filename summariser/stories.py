"""The same news from several articles is one story.

Two articles are alike as far as they share words and stretches of four characters, the rarer the more: the words say
what it is about, the stretches find a word again in its other forms. What stands in the title, and names, count for
more. Stories grow by joining the two that are most alike on average (average linkage), as long as they are alike enough
and not days apart. Only pairs that share some of what tells most about both are ever compared, so that the time grows
with the number of articles, not with its square.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from summariser.sentences import sentences
from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summariser.model import Article, Briefing, Point

ALIKE = 0.14
"""Average similarity (cosine) from which two groups of articles are one story; see `make eval`, stories.

Chosen on those, and so that of 398 articles of PolNeAR and CNN/DailyMail few are put together.
"""

WINDOW = timedelta(days=3)
"""Between the first and the last article of a story; later news of the same people is another."""

OPENING = 1_200
"""Characters of an article that tell what it is about; what comes later is background, and alike in many."""

TELLING = 32
"""Words and stretches of an article by which others like it are found."""

FEWEST_SHARED = 2
"""Of those, that two articles must share to be compared."""

CROWD = 60
"""Articles that may share such a word; one that more share tells little."""

SAID = 0.6
"""Share of a point's words in one earlier sentence from which it says nothing new."""

STRETCH, STRETCHED = 4, 600
"""Characters of a stretch, blanks between words among them, and of the opening that is cut into them."""

_TITLE = 2.0
_NAME = 1.5
_WORDS = 2.0  # as against stretches

_WORD = re.compile(r"[^\W_]+(?:[.,’'][^\W_]+)*")

Vector = dict[str, float]


def cluster(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """The stories in ``articles``: their numbers, in order; stories in the order of their first."""
    vectors = _vectors(articles)
    days = [_moment(article.published) for article in articles]
    alike = {pair: share for pair in _pairs(vectors, days) if (share := _similarity(vectors, pair)) > 0}
    return tuple(sorted(map(tuple, _joined(len(articles), alike, days))))


def _joined(
    number: int, alike: Mapping[tuple[int, int], float], days: Sequence[datetime | None]
) -> Iterator[list[int]]:
    """The groups that are left when no two are alike enough to be joined."""
    groups = {each: [each] for each in range(number)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), share in alike.items():
        links[one][other] = links[other][one] = share
    waiting = [(-share, one, other) for (one, other), share in alike.items() if share >= ALIKE]
    heapq.heapify(waiting)
    while waiting:
        share, one, other = heapq.heappop(waiting)
        if one not in groups or other not in groups or -share != _average(groups, links, one, other):
            continue
        if not _within([*groups[one], *groups[other]], days):
            continue
        groups[one] = sorted(groups[one] + groups.pop(other))
        for third, total in links.pop(other).items():
            links[third].pop(other)
            if third != one:
                links[one][third] = links[third][one] = links[one].get(third, 0.0) + total
        for third in links[one]:
            if (average := _average(groups, links, one, third)) >= ALIKE:
                heapq.heappush(waiting, (-average, min(one, third), max(one, third)))
    yield from groups.values()


def _average(groups: Mapping[int, list[int]], links: Mapping[int, dict[int, float]], one: int, other: int) -> float:
    """Over all pairs of the two; those that were never compared have nothing in common."""
    return links[one].get(other, 0.0) / (len(groups[one]) * len(groups[other]))


def _within(numbers: Sequence[int], days: Sequence[datetime | None]) -> bool:
    known = [day for number in numbers if (day := days[number])]
    return not known or max(known) - min(known) <= WINDOW


def _pairs(vectors: Sequence[Vector], days: Sequence[datetime | None]) -> set[tuple[int, int]]:
    """Those worth comparing: they share a word that tells much about both, and are not days apart."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for what in heapq.nlargest(TELLING, vector, key=lambda what: (vector[what], what)):
            told[what].append(number)
    shared = Counter[tuple[int, int]]()
    for numbers in told.values():
        near = numbers if len(numbers) <= CROWD else []
        shared.update(pair for pair in combinations(near, 2) if _within(pair, days))
    return {pair for pair, often in shared.items() if often >= FEWEST_SHARED}


def _similarity(vectors: Sequence[Vector], pair: tuple[int, int]) -> float:
    small, large = sorted((vectors[pair[0]], vectors[pair[1]]), key=len)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())


def _vectors(articles: Sequence[Article]) -> list[Vector]:
    """Of each article what it may share with another; counted twice, so that never all is held at once."""
    spread = Counter[str]()
    for article in articles:
        spread.update(_counts(article).keys())
    rarity = {what: (what, log(1 + len(articles) / number)) for what, number in spread.items()}
    vectors = list[Vector]()
    for article in articles:
        weights = {what: sqrt(often) * rarity[what][1] for what, often in _counts(article).items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        shared = (rarity[what][0] for what in weights if spread[what] > 1)  # one string for all who have it
        vectors.append({what: weights[what] / length for what in shared})
    return vectors


def _counts(article: Article) -> dict[str, float]:
    """Words, pairs of neighbours and stretches, as often as they stand there, those that tell more counted for more."""
    counts = defaultdict[str, float](float)
    for text, weight in ((article.title or "", _TITLE), (article.text[:OPENING], 1.0)):
        names = {each for word in _WORD.findall(text)[1:] if not word.islower() for each in content(word)}
        words = content(text, article.language)
        for word in words:
            counts[f"#{word}"] += _WORDS * weight * (_NAME if word in names else 1.0)
        for one, other in pairwise(words):
            counts[f"#{one} {other}"] += _WORDS * weight
        line = " ".join(_WORD.findall(text[:STRETCHED].lower()))
        for at in range(len(line) - STRETCH + 1):
            counts[line[at : at + STRETCH]] += weight
    return counts


def _moment(day: date | None) -> datetime | None:
    if day is None or isinstance(day, datetime):
        return day
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def points_that_are_new(briefing: Briefing, earlier: Sequence[str]) -> tuple[Point, ...]:
    """The points of ``briefing`` that none of the ``earlier`` texts makes."""
    language = briefing.article.language
    said = [frozenset(content(each.span.cut(text), language)) for text in earlier for each in sentences(text, language)]
    return tuple(point for point in briefing.points if not _is_said(frozenset(content(point.text, language)), said))


def _is_said(words: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return not words or any(len(words & each) >= SAID * len(words) for each in said)
