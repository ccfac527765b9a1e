"""What the briefing says: sentences of the article that can be understood without it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.brackets import filling
from summariser.model import Point, Span
from summariser.openings import connective, dateline, definite, leans, speaks_of_itself
from summariser.orders import gives_orders, orders
from summariser.ranking import choose, scores, vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.survey import Survey
    from summariser.brackets import Filling
    from summariser.model import Article, Quotation, Sentence

FEWEST, MOST = 15, 45
_SENTENCE = 5  # words: fewer make no point
_JOINED = 40  # words that a short sentence and the next may have together
_JOINED_CHARACTERS = 400
_MOST_EVER = 70
_LEANING = 0.25
_FILLED = 0.1  # a sentence that needs no brackets reads better
_FIGURES = 0.05  # as much as ROUGE bears: at 0.1 it falls, at 0.05 it stays
_NEAR = 0.3
_BEFORE = 3000  # characters in which a noun is looked for that "the" points back to
_QUESTION = re.compile(r"\?[\"'”’»)]*\Z")
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}|[QA]):\s")
_FIGURE = re.compile(r"[£$€]\s?\d|\d[\d.,]*\s?(?:%|[^\W\d_]{4,})")
_OBJECT = re.compile(r"\b(?:it|them|this|these|those)\b(?! (?:is|was)\b)")
_ENDED = re.compile(r"[.!…。][\"'”’»)\]]*\Z")  # a heading has no full stop
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_TAIL = re.compile(r", (?:which|who|whose|where|when|while|as|after|with|including|\w+ing)\b[^,;:“”\"«»()]*[.!]\Z")
_CONDITION = re.compile(r"\b(?:if|unless|whether|not|n[’']t|never|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence made ready; ``leaning``: 0 stands alone, 1 nearly, 2 doesn't, 3 is no sentence to be posted."""

    point: Point
    leaning: int


def points(read: Survey, count: int) -> tuple[Point, ...]:
    """Up to ``count`` points, most important first; in the order of the article where that is hard to tell.

    Sentences that don't stand alone are taken only if no other is left to say anything at all.
    """
    article, split = read.article, read.sentences
    candidates = _candidates(read)
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


def _candidates(read: Survey) -> list[Candidate]:
    article, split, quotations = read.article, read.sentences, read.quotations
    ready: list[Candidate] = []
    ordered = orders(article.text, split)
    for number, sentence in enumerate(split):
        start = _start(article.text, sentence.span, article.language)
        gap = filling(read, number, start) if number else None
        end = sentence.span.end if gap else _joined(article, split, number, quotations, start)
        span = Span(start, end)
        said = _shortened(_said(article.text, span, gap))
        whole = Span(sentence.span.start, end)
        point = Point(said, (whole, gap.by) if gap else (whole,))
        # Nothing stands before the first sentence that it could point back to.
        pointing = _pointing(article, span, said, filled=gap is not None) if number else 0
        leaning = 3 if number in ordered else _leaning(article, span, said, quotations)
        ready.append(Candidate(point, max(pointing, leaning)))
    return ready


def _start(text: str, span: Span, language: str | None) -> int:
    """Where the sentence begins once its dateline and the word that joins it to the one before are left out."""
    head = text[span.start : min(span.end, span.start + 120)]
    start = dateline(head)
    start += connective(head[start:], language)
    return span.start + start if span.start + start < span.end else span.start


def _joined(
    article: Article, split: Sequence[Sentence], number: int, quotations: Sequence[Quotation], start: int
) -> int:
    """The end of the sentence, or of those that follow it in its paragraph and lean on it, as far as there is room.

    Only what opens a paragraph takes others with it, a very short sentence also one that doesn't lean.
    """
    text, paragraph, end = article.text, split[number].paragraph, split[number].span.end
    if number and split[number - 1].paragraph == paragraph:
        return end
    short = _SENTENCE <= len(text[start : min(end, start + _JOINED_CHARACTERS)].split()) < FEWEST
    for after in split[number + 1 : number + 3]:
        both = Span(start, after.span.end)
        if after.paragraph != paragraph or both.end - both.start > _JOINED_CHARACTERS:
            break
        if not short and not leans(after.span.cut(text), article.language):
            break
        quoted = _quoted(after.span, quotations)
        if quoted is None or quoted * 3 > after.span.end - after.span.start or len(both.cut(text).split()) > _JOINED:
            break
        end, short = both.end, False
    return end


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


def _leaning(article: Article, span: Span, said: str, quotations: Sequence[Quotation]) -> int:
    words = said.split()
    quoted = _quoted(span, quotations)
    if quoted is None or not _is_sentence(said, words, article.language) or gives_orders(said):
        return 3
    heading = len(words) < FEWEST and not _ENDED.search(said)
    if heading or quoted * 2 > len(said) or _QUESTION.search(said):
        return 2
    return int(len(words) > MOST or speaks_of_itself(said, article.language))


def _pointing(article: Article, span: Span, said: str, *, filled: bool) -> int:
    """How much it leans on what stands before it in the article."""
    if filled:
        return 2 if _OBJECT.search(" ".join(said.split(maxsplit=8)[:8])) else 0
    if leans(said, article.language):
        return 2
    noun = definite(said, article.language)
    return int(noun is not None and noun in article.text[max(0, span.start - _BEFORE) : span.start])


def _is_sentence(said: str, words: Sequence[str], language: str | None) -> bool:
    """Whether it can be posted at all: neither a heading, a list, a table nor half of a quotation."""
    fits = _SENTENCE <= len(words) <= _MOST_EVER
    return fits and _is_prose(words, language) and _balanced(said) and not _LABEL.match(said)


def _is_prose(words: Sequence[str], language: str | None) -> bool:
    """Whether enough words are in lower case: names in a row are a byline, a list or a table."""
    return language in {None, "de"} or 3 * sum(word[:1].islower() for word in words) >= len(words)


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
