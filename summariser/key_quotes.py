"""Which quotations a briefing shows: what a point can't say, by someone who matters, in few words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import TYPE_CHECKING

from summariser.model import Span
from summariser.openings import leans, speaks_of_itself
from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.model import Article, Point, Quote, Sentence

_MOST = 3
_SHORT, _LONG = 12, 40  # words: understandable alone, read at a glance
_LONGEST = 60  # a single sentence may be this long if nothing shorter was said
_FEWEST = 5
_ENOUGH = 0.65  # a second or third quote must reach this
_SAID_ALREADY = 0.6
_SAME_SPEAKER = 0.5
_ONLY_SPEAKER = 0.15
_SECOND_SIDE = 0.15

# Decisions, judgements, promises, accusations, feelings: what is said in one's own voice.
_VOICE = {
    "en": (
        "must should shouldn't shouldn’t will won't won’t never need ought promise promised vow refuse reject demand "
        "believe think hope fear feel sorry proud ashamed shame disgrace disgraceful wrong right unfair fair best "
        "worst great terrible love hate angry afraid happy sad heartbroken devastated grateful lie lied lies failed "
        "failure betrayed blame can't can’t enough finally absolutely nobody nothing everyone always wouldn't "
        "wouldn’t disappointed delighted shocked unacceptable ridiculous nonsense responsible expect want"
    ),
    "de": (
        "muss müssen soll sollte sollten werden werde nie niemals versprechen glaube denke hoffe fürchte falsch "
        "richtig schande skandal unfair stolz traurig wütend enttäuscht brauchen niemand nichts endlich genug schuld "
        "ehrlich will"
    ),
    "fr": (
        "doit doivent faut devons jamais promets crois pense espère crains honte scandale injuste fier fière triste "
        "colère déçu faute assez besoin personne rien veux refuse inacceptable"
    ),
    "es": (
        "debe deben debemos hay nunca jamás prometo creo pienso espero temo vergüenza injusto orgulloso triste rabia "
        "culpa basta nadie nada quiero necesitamos mentira inaceptable"
    ),
    "it": (
        "deve devono dobbiamo mai prometto credo penso spero temo vergogna ingiusto orgoglioso triste rabbia colpa "
        "basta nessuno niente voglio serve bisogna inaccettabile"
    ),
    "pt": (
        "deve devem devemos nunca jamais prometo creio acho penso espero temo vergonha injusto orgulhoso triste raiva "
        "culpa basta ninguém nada quero precisamos inaceitável"
    ),
    "nl": (
        "moet moeten nooit beloof geloof denk hoop vrees schande oneerlijk trots verdrietig boos schuld genoeg "
        "niemand niets wil nodig onacceptabel"
    ),
}
_VOICES = {language: frozenset(words.split()) for language, words in _VOICE.items()}
_WORD = re.compile(r"[\w’']+")
_ENDED = re.compile(r"[.!?…]\Z")


@dataclass(frozen=True, slots=True)
class _Run:
    """Whole sentences of a quotation, one after another, and what speaks for showing them."""

    quote: Quote
    words: frozenset[str]
    score: float


def key_quotes(
    article: Article, split: Sequence[Sentence], quotes: Sequence[Quote], points: Sequence[Point]
) -> tuple[Quote, ...]:
    """One to three of ``quotes`` in the order of the article, long ones cut to some of their sentences.

    Quotations of more than a few words come first, part-quotes only where there are none; one without a sure
    speaker is taken only where nobody is sure. None if nothing was quoted, or the points say it all.
    """
    said = frozenset(word for point in points for word in content(point.text, article.language))
    taken = [span for point in points for span in point.evidence]
    apart = [quote for quote in quotes if not any(span.overlaps(own) for span in taken for own in quote.spans)]
    weights = Counter(content(article.text, article.language))
    names = Counter(_WORD.findall(article.text))
    starts = [sentence.span.start for sentence in split]
    for credited, kind, most in ((True, "direct", _MOST), (True, "part", 1), (False, "direct", 1)):
        runs = [
            run
            for quote in apart
            if quote.credited is credited and quote.kind == kind
            for run in _runs(quote, split, starts, weights, names)
            if len(run.words & said) <= _SAID_ALREADY * len(run.words)
        ]
        if chosen := _chosen(runs, most):
            return tuple(sorted(chosen, key=lambda quote: quote.spans))
    return ()


def best_part(article: Article, split: Sequence[Sentence], quote: Quote) -> Quote:
    """``quote``, or where it is long the whole sentences of it that are best shown; never in another's middle."""
    weights, names = Counter(content(article.text, article.language)), Counter(_WORD.findall(article.text))
    runs = _runs(quote, split, [sentence.span.start for sentence in split], weights, names)
    if len(quote.text.split()) <= _LONG:
        return quote
    best = max(runs, key=lambda run: run.score, default=None)
    return best.quote if best else quote


def _chosen(runs: Sequence[_Run], most: int) -> list[Quote]:
    """The best, then the best beside it: another speaker before the same one, another thing before the same."""
    shown: list[_Run] = []
    left: list[_Run] = list(runs)
    again = _SAME_SPEAKER if len({run.quote.speaker for run in runs}) > 1 else _ONLY_SPEAKER
    while left and len(shown) < most:
        best = max(left, key=lambda run: run.score)
        if shown and best.score < _ENOUGH:
            break
        shown.append(best)
        left = [
            replace(run, score=run.score + _beside(run, best, again, first=len(shown) == 1))
            for run in left
            if not any(one.overlaps(other) for one in run.quote.spans for other in best.quote.spans)
        ]
    return [run.quote for run in shown]


def _beside(run: _Run, shown: _Run, again: float, *, first: bool) -> float:
    shared = len(run.words & shown.words) / max(1, len(run.words))
    same = run.quote.speaker == shown.quote.speaker
    return (-again if same else _SECOND_SIDE if first else 0.0) - shared


def _runs(
    quote: Quote, split: Sequence[Sentence], starts: Sequence[int], weights: Counter[str], names: Counter[str]
) -> Iterator[_Run]:
    """The quotation whole if it is short, and every run of its sentences that is."""
    whole = quote.text
    if len(quote.spans) > 1 and len(whole.split()) <= _LONG:
        yield _run(quote, whole, weights, names, whole=True)
    for span in quote.spans:
        pieces = list(_pieces(span, split, starts))
        for first, opening in enumerate(pieces):
            for last in range(first, min(len(pieces), first + _MOST + 1)):
                run = replace(quote, spans=(Span(opening.start, pieces[last].end),))
                length = len(run.text.split())
                if length > (_LONGEST if first == last else _LONG):
                    break
                if length >= _FEWEST:
                    yield _run(run, run.text, weights, names, whole=first == 0)


def _pieces(span: Span, split: Sequence[Sentence], starts: Sequence[int]) -> Iterator[Span]:
    """The sentences of the article, as far as they lie within the marks."""
    number = max(0, bisect_right(starts, span.start) - 1)
    while number < len(split) and split[number].span.start < span.end:
        start, end = max(span.start, split[number].span.start), min(span.end, split[number].span.end)
        if start < end:
            yield Span(start, end)
        number += 1


def _run(quote: Quote, said: str, weights: Counter[str], names: Counter[str], *, whole: bool) -> _Run:
    language = quote.article.language
    words = content(said, language)
    spoken = [word.lower() for word in _WORD.findall(said)]
    voice = _VOICES.get(language or "en", _VOICES["en"])
    score = 0.15 * min(3, sum(word in voice for word in spoken))
    score += 0.2 * speaks_of_itself(said, language)
    score += 0.3 * min(1.0, sum(min(weights[word] - 1, 4) for word in words) / 24)
    score -= 0.1 * max(0, 3 - len(words))
    score -= 0.08 * (not whole)
    score += 0.2 * log(1 + _mentions(quote, names))
    score += 0.6 / sqrt(1 + 10 * quote.spans[0].start / max(1, len(quote.article.text)))
    score -= 0.02 * max(0, len(spoken) - 25) + 0.06 * max(0, _SHORT - len(spoken))
    score -= 0.2 * (
        leans(said, language) and not speaks_of_itself(said.split(maxsplit=1)[0], language)
    ) + 0.3 * said.rstrip().endswith("?")
    score -= 0.5 * said[:1].islower() + 0.1 * (_ENDED.search(said) is None)
    return _Run(quote, frozenset(words), score)


def _mentions(quote: Quote, names: Counter[str]) -> int:
    """How often the article names the speaker, by the last word of their name."""
    found = _WORD.findall(quote.speaker.name) if quote.speaker else []
    return names[found[-1]] if found else 0
