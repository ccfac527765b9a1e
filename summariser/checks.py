"""The gate: what a briefing says is looked up in the article once more before it is let out.

What is cut from the article by construction passes; the gate is here for the day when it doesn't.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.model import Checks
from summariser.quotes import scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Article, Briefing, Point, Quotation, Quote

_BRACKETS = re.compile(r"\[([^\]]*)\]")
_TELLING = re.compile(r"\d[\d.,:]*\d|\d|(?<!\w)[^\W\d_a-z][\w’'-]*\w")


def gated(briefing: Briefing, quotations: Sequence[Quotation] | None = None) -> Briefing:
    """The briefing without the points, quotes or headline that fail, each of them named in ``checks.failures``.

    ``quotations`` are those of the article, if somebody has scanned it already.
    """
    article = briefing.article
    found = scan(article.text, article.language) if quotations is None else quotations
    failures: list[str] = []
    points = tuple(point for point in briefing.points if _passes(wrong_with_point(point, article), failures))
    quotes = tuple(quote for quote in briefing.quotes if _passes(wrong_with_quote(quote, found), failures))
    headline = briefing.headline if _passes(wrong_with_headline(briefing.headline, article), failures) else ""
    checks = Checks(len(briefing.points), len(briefing.quotes), tuple(failures))
    return replace(briefing, headline=headline, points=points, quotes=quotes, checks=checks)


def wrong_with_point(point: Point, article: Article) -> str | None:
    """Why a point made of the article's own sentences can't be let out, or nothing.

    Its words must be slices of its evidence, those in square brackets included; a first letter may have become a
    capital and a full stop may end what was cut.
    """
    if not point.evidence or any(span.end > len(article.text) for span in point.evidence):
        return f"A point has no evidence in the article: {point.text}"
    evidence = [_plain(span.cut(article.text)) for span in point.evidence]
    said = _plain(point.text)
    if _is_slice(said, evidence):
        return None
    slices = [piece for number, piece in enumerate(_BRACKETS.split(said)) if number % 2 == 0]
    if not all(_is_slice(piece.strip(), evidence) for piece in slices):
        return f"A point has words that its evidence has not: {point.text}"
    if not all(_is_slice(words, evidence) for words in _BRACKETS.findall(said)):
        return f"A point has words in brackets that its evidence has not: {point.text}"
    return None


def wrong_with_quote(quote: Quote, quotations: Sequence[Quotation]) -> str | None:
    """Why a quote can't be let out, or nothing: it must lie within quotation marks, and be credited to somebody."""
    marked = [span for quotation in quotations for span in quotation.spans]
    starts = [span.start for span in marked]
    for span in quote.spans:
        before = bisect_right(starts, span.start) - 1
        if before < 0 or not marked[before].covers(span) or not span.cut(quote.article.text).strip():
            return f"A quote lies outside quotation marks: {quote.text}"
    if not quote.spans or (quote.credited and quote.speaker is None):
        return f"A quote is credited to nobody: {quote.text}"
    return None


def wrong_with_headline(headline: str, article: Article) -> str | None:
    """Why a headline can't be let out, or nothing: its numbers and names must be those of the article."""
    known = f"{article.title or ''}\n{article.text}"
    low = known.lower()
    missing = [word for word in _TELLING.findall(headline) if word not in known and word.lower() not in low]
    return f"The headline has {', '.join(missing)}, which the article has not: {headline}" if missing else None


def _passes(wrong: str | None, failures: list[str]) -> bool:
    if wrong is not None:
        failures.append(wrong)
    return wrong is None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_slice(words: str, evidence: Sequence[str]) -> bool:
    """Whether ``words`` stand together in one of the stretches."""
    uncapitalised = words[:1].lower() + words[1:]
    return any(
        form in stretch
        for stretch in evidence
        for form in (words, words.removesuffix("."), uncapitalised, uncapitalised.removesuffix("."))
    )
