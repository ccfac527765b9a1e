"""Who said it: every quotation of an article with its speaker, the words that say so, and how sure that is.

The evidence is taken in the order of how often it was right on annotated news (``attribution.evidence``); the words
it points at are then read as a person the article names, or as its own description (``attribution.references``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.attribution.evidence import evidence
from summariser.attribution.kinds import kind_of
from summariser.attribution.phrases import can_speak
from summariser.attribution.references import refer
from summariser.attribution.survey import survey
from summariser.model import Quote, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.evidence import Evidence, Page, Rule
    from summariser.attribution.scene import Reference, Scene
    from summariser.attribution.survey import Survey
    from summariser.model import Article, Kind, Span

CREDITED = 0.9
"""The confidence from which a name is printed."""

_RATES: dict[Rule, float] = {
    "label": 0.99,
    "tail": 0.98,
    "same-paragraph": 0.98,
    "incise": 0.97,
    "signature": 0.97,
    "lead": 0.96,
    "lead-participle": 0.91,
    "source": 0.9,
    "right": 0.9,
    "introduced": 0.9,
    "said-between": 0.9,
    "next-in-paragraph": 0.9,
    "lead-weak": 0.88,
    "turn": 0.8,
    "earlier-in-paragraph": 0.75,
    "subject": 0.55,
    "carried": 0.45,
}
"""About how often each kind of evidence overlapped the annotated source on PolNeAR's train part. Of labels, incises,
signatures, turns, introductions and the next quotation it has too few to measure: theirs are estimates, see
docs/quotes.md."""

_UNSURE = 0.6
"""What is left of that at most when the words could mean somebody else as well."""


@dataclass(frozen=True, slots=True)
class _Credit:
    """What is known of a quotation's speaker."""

    reference: Reference
    rule: Rule
    confidence: float


def attribute(article: Article) -> tuple[Quote, ...]:
    """Every quotation of ``article`` in order, key or not; titles and the like are left out.

    Time is linear in the length of the article.
    """
    return quotes_of(survey(article))


def quotes_of(read: Survey) -> tuple[Quote, ...]:
    """The same, of an article that has been surveyed."""
    known = _credits(read.page, read.scene)
    quotes: list[Quote] = []
    for number, (quotation, several) in enumerate(zip(read.quotations, read.page.places, strict=True)):
        if not several or not quotation.closed:
            continue
        credit = known.get(number)
        kind = kind_of(read.page, number, several[0], credit.rule if credit else None, english=read.scene.lex.english)
        if kind is not None:
            quotes.append(_quote(read.article, quotation.spans, kind, credit))
    return tuple(quotes)


def _credits(page: Page, scene: Scene) -> dict[int, _Credit]:
    """Who speaks each quotation, by its number; those that nothing is known of are left out."""
    known: dict[int, _Credit] = {}
    spoken: list[Reference] = []
    for number, several in enumerate(page.places):
        found = evidence(page, number)
        credit = _credit(found, scene, spoken, known) if found else None
        if credit is not None:
            known[number] = credit
            spoken.append(replace(credit.reference, line=several[-1].line))
    return known


def _credit(found: Evidence, scene: Scene, spoken: Sequence[Reference], known: dict[int, _Credit]) -> _Credit | None:
    if found.same is not None:
        same = known.get(found.same)
        if same is None:
            return None
        rate = _rate(found.rule, same.reference)
        return _Credit(same.reference, found.rule, min(same.confidence, rate))
    if found.phrase is None:
        return None
    tokens = scene.lines[found.line].tokens
    if scene.lex.drops_subjects and spoken and not can_speak(tokens, found.phrase):
        reference = replace(spoken[-1], sure=False)  # "Dijo que …": the subject is left out
    else:
        reference = refer(scene, found.line, found.phrase, spoken)
    if found.relative:
        words = (*reference.evidence, scene.span(found.line, found.relative))
        reference = replace(reference, evidence=words)
    return _Credit(reference, found.rule, _rate(found.rule, reference))


def _rate(rule: Rule, reference: Reference) -> float:
    rate = _RATES[rule]
    return rate if reference.sure else min(rate, _UNSURE)


def _quote(article: Article, spans: tuple[Span, ...], kind: Kind, credit: _Credit | None) -> Quote:
    if credit is None:
        return Quote(article, spans, kind)
    reference = credit.reference
    speaker = reference.speaker
    if reference.person is not None:  # by now their role may be known
        speaker = Speaker(reference.person.name, reference.person.role)
    credited = speaker is not None and credit.confidence >= CREDITED
    return Quote(article, spans, kind, speaker, reference.evidence, credit.confidence, credited)
