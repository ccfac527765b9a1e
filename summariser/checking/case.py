"""A point, its evidence and what is known of the article: what every check looks at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.attribution.survey import survey
from summariser.checking.beside import same_words
from summariser.checking.counterparts import counterparts
from summariser.checking.figures import figures
from summariser.checking.reading import read
from summariser.checking.voices import voices
from summariser.lexicon.names import MEN, WOMEN
from summariser.model import Article, Span
from summariser.speakers import quotes_of
from summariser.stems import stems
from summariser.testimony import testimonies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.survey import Survey
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading
    from summariser.checking.voices import Voice
    from summariser.testimony import Testimony


@dataclass(frozen=True, slots=True)
class Case:
    """The ``point`` and its ``evidence`` as words.

    ``same`` says which of theirs mean about the same, ``places`` where in the evidence each word of the point is from.
    ``told`` are the sentences that the evidence lies in; ``said`` is the point surveyed as if it were an article.
    ``our_voices`` and ``their_voices`` are the verbs of saying of both.
    ``foreign``: the point is in another language than the article.
    """

    article: Article
    spans: tuple[Span, ...]
    point: Reading
    evidence: Reading
    said: Survey
    told: tuple[Testimony, ...]
    same: dict[str, frozenset[str]]
    places: dict[int, int]
    ours: tuple[Figure, ...]
    theirs: tuple[Figure, ...]
    foreign: bool
    our_voices: tuple[Voice, ...]
    their_voices: tuple[Voice, ...]


def case(text: str, spans: Sequence[Span], article: Article, language: str | None) -> Case:
    """Read ``text`` against the stretches of ``article`` that it names."""
    point = read((text,), language)
    evidence = read(tuple(span.cut(article.text) for span in spans), article.language)
    told = tuple(each for each in heard(article) if any(span.overlaps(each.span) for span in spans))
    said = survey(Article(text, language=language))
    foreign = bool(language and article.language and language != article.language)
    same = same_words(point, evidence)
    return Case(
        article=article,
        spans=tuple(spans),
        point=point,
        evidence=evidence,
        said=said,
        told=told,
        same=same,
        places={} if foreign else counterparts(point, evidence, same),
        ours=figures(point),
        theirs=figures(evidence),
        foreign=foreign,
        our_voices=voices(point, said, (Span(0, len(text)),)),
        their_voices=voices(evidence, surveyed(article), spans),
    )


def words_within(case: Case, stretch: Span) -> list[int]:
    """The places of the words of the evidence that begin in a stretch of the article."""
    starts = [word.start for word in case.evidence.words]
    found, base = list[int](), 0
    for span in case.spans:
        if span.overlaps(stretch):
            low, high = max(stretch.start, span.start), min(stretch.end, span.end)
            found += range(bisect_left(starts, low - span.start + base), bisect_left(starts, high - span.start + base))
        base += span.end - span.start + 1
    return found


@lru_cache(maxsize=4)
def heard(article: Article) -> tuple[Testimony, ...]:
    """What each sentence of ``article`` says; kept, since a briefing has several points."""
    return testimonies(article)


@lru_cache(maxsize=4)
def surveyed(article: Article) -> Survey:
    """The article surveyed; kept for the same reason."""
    return survey(article)


@lru_cache(maxsize=4)
def named_in(article: Article) -> frozenset[str]:
    """The surnames, and single names, of the persons that the article names, in lower case."""
    read = surveyed(article)
    speaking = {quote.speaker.name for quote in quotes_of(read) if quote.speaker is not None}
    return frozenset(
        part
        for person in read.scene.people.people
        if person.is_person or person.speaks or person.name in speaking or person.words[0] in WOMEN | MEN
        for part in (person.words[-1], person.words[-1].rsplit("-", 1)[-1])
    )


@lru_cache(maxsize=4)
def stems_of(article: Article) -> frozenset[str]:
    """The stems of all words of the article and its title."""
    return frozenset(stems(f"{article.title or ''} {article.text}", article.language))
