"""What the briefing says: sentences of the article that can be understood without it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.brackets import filling, named, window
from summariser.model import Point, Span
from summariser.openings import connective, dateline, definite, leans, speaks_of_itself
from summariser.ranking import choose, scores, vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.brackets import Filling, Named
    from summariser.model import Article, Quotation, Sentence

FEWEST, MOST = 15, 45
_JOINED = 40  # words that a short sentence and the next may have together
_MOST_EVER = 70
_LEANING = 0.25
_FILLED = 0.1  # a sentence that needs no brackets reads better
_FIGURES = 0.05  # as much as ROUGE bears: at 0.1 it falls, at 0.05 it stays
_NEAR = 0.15
_BEFORE = 3000  # characters in which a noun is looked for that "the" points back to
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}|[QA]):\s")
_FIGURE = re.compile(r"[£$€]\s?\d|\d[\d.,]*\s?(?:%|[^\W\d_]{4,})")
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_TAIL = re.compile(r", (?:which|who|whose|where|when|while|as|after|with|including|\w+ing)\b[^,;:“”\"«»()]*[.!]\Z")
_CONDITION = re.compile(r"\b(?:if|unless|whether|not|n[’']t|never|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence made ready; ``leaning``: 0 stands alone, 1 nearly, 2 doesn't, 3 is no sentence to be posted."""

    point: Point
    leaning: int


def points(
    article: Article, split: Sequence[Sentence], quotations: Sequence[Quotation], count: int
) -> tuple[Point, ...]:
    """Up to ``count`` points, most important first; in the order of the article where that is hard to tell.

    Sentences that don't stand alone are taken only if no other is left to say anything at all.
    """
    candidates = _candidates(article, split, quotations)
    of = vectors([candidate.point.text for candidate in candidates], article.language)
    scored = [score + _worth(candidate) for score, candidate in zip(scores(of), candidates, strict=True)]
    for number, candidate in enumerate(candidates):
        for earlier in range(max(0, number - 2), number):  # what is said with more beside it is worth no less
            if any(split[earlier].span.covers(own) for own in candidate.point.evidence[1:]):
                scored[number] = max(scored[number], scored[earlier] + 0.01)
    for worst in (1, 2):
        among = [number for number, candidate in enumerate(candidates) if candidate.leaning <= worst]
        if among:
            chosen = _apart(candidates, choose(of, scored, among, 2 * count))[:count]
            return tuple(candidates[number].point for number in _in_order(chosen, scored))
    return ()


def _worth(candidate: Candidate) -> float:
    """What speaks for a sentence and against it, whatever it is about."""
    short = max(0, FEWEST - len(candidate.point.text.split())) / FEWEST
    figures = _FIGURE.search(candidate.point.text) is not None
    filled = _FILLED * ("[" in candidate.point.text)
    return _FIGURES * figures - filled - _LEANING * (min(candidate.leaning, 1) + short)


def _apart(candidates: Sequence[Candidate], chosen: Sequence[int]) -> list[int]:
    """Those of ``chosen`` that don't take up a sentence that a better one has joined to itself."""
    kept: list[int] = []
    for number in chosen:
        own = candidates[number].point.evidence[0]
        if not any(own.overlaps(candidates[other].point.evidence[0]) for other in kept):
            kept.append(number)
    return kept


def _in_order(chosen: Sequence[int], scored: Sequence[float]) -> list[int]:
    """The order of the article, but for sentences that matter clearly more than those before them."""
    ordered = sorted(chosen)
    for _ in ordered:
        for place in range(len(ordered) - 1):
            if scored[ordered[place + 1]] > scored[ordered[place]] + _NEAR:
                ordered[place], ordered[place + 1] = ordered[place + 1], ordered[place]
    return ordered


def _candidates(
    article: Article, split: Sequence[Sentence], quotations: Sequence[Quotation]
) -> list[Candidate]:
    people = named(article.text)
    starts = [person.span.start for person in people]
    ready: list[Candidate] = []
    for number, sentence in enumerate(split):
        near = people[bisect_left(starts, window(split, number)) : bisect_left(starts, sentence.span.start)]
        ready.append(_candidate(article, split, number, quotations, near))
    return ready


def _candidate(
    article: Article, split: Sequence[Sentence], number: int, quotations: Sequence[Quotation], near: Sequence[Named]
) -> Candidate:
    text, sentence = article.text, split[number].span
    start = _start(text, sentence, article.language)
    gap = filling(text, split, number, start, article.language, near) if number else None
    span = Span(start, _joined(article, split, number, quotations, start) if gap is None else sentence.end)
    evidence = (Span(sentence.start, span.end), *((gap.by,) if gap else ()))
    said = _said(text, span, gap)
    shorter = _shortened(said)
    point = Point(shorter, evidence)
    return Candidate(point, _leaning(article, span, shorter, number, quotations, filled=gap is not None))


def _start(text: str, span: Span, language: str | None) -> int:
    """Where the sentence begins once its dateline and the word that joins it to the one before are left out."""
    head = text[span.start : min(span.end, span.start + 120)]
    start = dateline(head)
    start += connective(head[start:], language)
    return span.start + start if span.start + start < span.end else span.start


def _joined(
    article: Article, split: Sequence[Sentence], number: int, quotations: Sequence[Quotation], start: int
) -> int:
    """The end of a sentence, or of the next one if this one is short and opens a paragraph that the next goes on with."""
    text, sentence = article.text, split[number]
    after = split[number + 1] if number + 1 < len(split) else None
    opens = number == 0 or split[number - 1].paragraph != sentence.paragraph
    if not opens or after is None or after.paragraph != sentence.paragraph:
        return sentence.span.end
    if not 5 <= len(text[start : min(sentence.span.end, start + 400)].split()) < FEWEST:  # noqa: PLR2004
        return sentence.span.end
    both = Span(start, after.span.end)
    quoted = _quoted(both, quotations)
    fits = after.span.end - start < _JOINED * 12 and len(both.cut(text).split()) <= _JOINED
    return after.span.end if fits and quoted is not None and quoted * 4 < both.end - both.start else sentence.span.end


def _said(text: str, span: Span, gap: Filling | None) -> str:
    if gap is None:
        said = span.cut(text)
    else:
        before, after = text[span.start : gap.gap.start], text[gap.gap.end : span.end]
        space = " " if gap.gap.start == gap.gap.end else ""
        said = f"{before}{space}[{gap.by.cut(text)}]{after}"
    said = " ".join(said.split())
    return said[:1].upper() + said[1:]


def _shortened(said: str) -> str:
    """A sentence that is too long, without the clause it ends in, if that turns nothing round."""
    words = said.split()
    if not MOST < len(words) <= _MOST_EVER or _CONDITION.search(said):
        return said
    tail = _TAIL.search(said)
    if tail and FEWEST <= len(said[: tail.start()].split()) <= MOST:
        return said[: tail.start()] + "."
    return said


def _leaning(
    article: Article, span: Span, said: str, number: int, quotations: Sequence[Quotation], *, filled: bool
) -> int:
    words = said.split()
    if not 5 <= len(words) <= _MOST_EVER or not _is_prose(words, article.language):  # noqa: PLR2004
        return 3
    quoted = _quoted(span, quotations)
    if quoted is None or not _balanced(said) or _LABEL.match(said):
        return 3
    if quoted * 2 > len(said) or said.rstrip("\"”»’)").endswith("?"):
        return 2
    if number and not filled and leans(said, article.language):
        return 2
    if number and not filled and _points_back(article, span, said):
        return 1
    return int(len(words) > MOST or speaks_of_itself(said, article.language))


def _is_prose(words: Sequence[str], language: str | None) -> bool:
    """Whether enough words are in lower case: names in a row are a byline, a list or a table."""
    return language in {None, "de"} or 3 * sum(word[:1].islower() for word in words) >= len(words)


def _points_back(article: Article, span: Span, said: str) -> bool:
    """Whether it opens with *the* and a noun that was there before."""
    noun = definite(said, article.language)
    return noun is not None and noun in article.text[max(0, span.start - _BEFORE) : span.start]


def _quoted(span: Span, quotations: Sequence[Quotation]) -> int | None:
    """How many characters stand in quotation marks; nothing if a quotation crosses an edge of the span."""
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
