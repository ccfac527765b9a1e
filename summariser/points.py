"""What the briefing says: sentences of the article that can be understood without it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.model import Point, Span
from summariser.openings import connective, definite, leans, speaks_of_itself
from summariser.ranking import choose, scores, vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Article, Quotation, Sentence

FEWEST, MOST = 15, 45
_MOST_EVER = 70
_WORDS = re.compile(r"\S+")
_DATELINE = re.compile(r"(?:[A-ZÀ-Þ][\w.,’' /()-]{0,50}?)?(?:\((?:CNN|Reuters|AP|AFP|dpa)[^)]{0,20}\)\s*)?\s(?:--|—|–|-)\s+(?=[A-Z“\"])")
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}|[QA]):\s")
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_SCORE_OF_LEANING = 0.25
_NEAR = 0.15


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence made ready; ``leaning``: 0 stands alone, 1 nearly, 2 doesn't, 3 is no sentence to be posted."""

    point: Point
    number: int
    leaning: int


def points(
    article: Article, split: Sequence[Sentence], quotations: Sequence[Quotation], count: int
) -> tuple[Point, ...]:
    """Up to ``count`` points, most important first; in the order of the article where that is hard to tell."""
    texts = [sentence.span.cut(article.text) for sentence in split]
    of = vectors(texts, article.language)
    candidates = [_candidate(article, sentence, number, quotations) for number, sentence in enumerate(split)]
    scored = [
        score - _SCORE_OF_LEANING * min(candidate.leaning, 1)
        for score, candidate in zip(scores(of), candidates, strict=True)
    ]
    among = [candidate.number for candidate in candidates if candidate.leaning < 2]
    if not among:
        among = [candidate.number for candidate in candidates if candidate.leaning == 2]
    chosen = choose(of, scored, among, count)
    return tuple(candidates[number].point for number in _in_order(chosen, scored))


def _in_order(chosen: Sequence[int], scored: Sequence[float]) -> list[int]:
    """The order of the article, but for sentences that matter clearly more than those before them."""
    ordered = sorted(chosen)
    for _ in ordered:
        for place in range(len(ordered) - 1):
            if scored[ordered[place + 1]] > scored[ordered[place]] + _NEAR:
                ordered[place], ordered[place + 1] = ordered[place + 1], ordered[place]
    return ordered


def _candidate(article: Article, sentence: Sentence, number: int, quotations: Sequence[Quotation]) -> Candidate:
    text = article.text
    start = _start(text, sentence.span, article.language)
    span = Span(start, sentence.span.end)
    words = span.cut(text).split()
    said = " ".join(words)
    point = Point(said[:1].upper() + said[1:], (sentence.span,))
    return Candidate(point, number, _leaning(article, span, words, number, quotations))


def _start(text: str, span: Span, language: str | None) -> int:
    head = text[span.start : min(span.end, span.start + 90)]
    dateline = _DATELINE.match(head)
    start = dateline.end() if dateline else 0
    start += connective(head[start:], language)
    return span.start + start if span.start + start < span.end else span.start


def _leaning(article: Article, span: Span, words: Sequence[str], number: int, quotations: Sequence[Quotation]) -> int:
    if len(words) < 5 or len(words) > _MOST_EVER:
        return 3
    said = span.cut(article.text)
    quoted = _quoted(span, quotations)
    if quoted is None or not _balanced(said) or _LABEL.match(said):
        return 3
    if sum(word[0].islower() for word in words) * 3 < len(words) and article.language not in {None, "de"}:
        return 3
    if quoted * 2 > len(said) or said.rstrip("\"”»’)").endswith("?"):
        return 2
    if number and leans(said, article.language):
        return 2
    noun = definite(said, article.language) if number else None
    if noun and re.search(rf"\b{re.escape(noun)}", article.text[max(0, span.start - 3000) : span.start]):
        return 1
    if not FEWEST <= len(words) <= MOST or speaks_of_itself(said, article.language):
        return 1
    return 0


def _quoted(span: Span, quotations: Sequence[Quotation]) -> int | None:
    """How many characters stand in quotation marks; nothing if a quotation crosses the sentence's edge."""
    total = 0
    at = bisect_left(quotations, span.start, key=lambda quotation: quotation.outer.end)
    while at < len(quotations) and quotations[at].outer.start < span.end:
        outer = quotations[at].outer
        if outer.overlaps(span):
            if not span.covers(outer):
                return None
            total += outer.end - outer.start
        at += 1
    return total


def _balanced(said: str) -> bool:
    return said.count('"') % 2 == 0 and all(said.count(opening) == said.count(closing) for opening, closing in _MARKS)
