"""What each sentence of an article says, and of whom: its words, and those it leaves to a pronoun or a name.

*She promised that nobody would leave* is found under the name of the chief executive whom *she* stands for, and under
her role; what somebody says in quotation marks is found under the name of whoever says it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.attribution.phrases import Phrase
from summariser.attribution.references import refer
from summariser.attribution.scene import Reference
from summariser.attribution.subjects import subject
from summariser.attribution.survey import survey
from summariser.attribution.tags import Tag
from summariser.attribution.verbs import clause_floor, sentence_floor, strength_at
from summariser.kind_words import CURRENCY_SIGNS
from summariser.model import Passage, Span, Speaker
from summariser.speakers import quotes_of
from summariser.stems import stem, stems, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.attribution.people import Person
    from summariser.attribution.survey import Survey
    from summariser.attribution.tokens import Line, Token
    from summariser.model import Article, Quote, Sentence

LIKELY = 0.5
"""Confidence of a speaker from which what they say is found under their name; to print it takes more."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """A sentence of ``article``: the stems of its words, those that it leaves out, and the words themselves.

    ``people`` are those it names, means or quotes, ``named`` the persons that it names, ``persons`` these, those that a
    pronoun in it means and those that it surely quotes, ``speakers`` all that it quotes; ``voices`` the stems of the
    names, roles and descriptions of those who say something in it. ``quote`` is the quotation that it lies in whole, or
    none; ``paragraph`` counts from 0.
    """

    article: Article
    span: Span
    paragraph: int
    stems: tuple[str, ...]
    meant: frozenset[str]
    words: tuple[str, ...]
    people: frozenset[str]
    named: frozenset[str]
    persons: frozenset[str]
    speakers: frozenset[str]
    voices: frozenset[str]
    quote: Quote | None = None

    @property
    def text(self) -> str:
        """The words as the article has them."""
        return self.span.cut(self.article.text)

    @property
    def passage(self) -> Passage:
        """The sentence as it is shown: somebody's words without the marks around them, with the speaker who is sure."""
        if self.quote is None:
            return Passage(self.article, self.span)
        part = next(part for part in self.quote.spans if part.overlaps(self.span))
        span = Span(max(part.start, self.span.start), min(part.end, self.span.end))
        return Passage(self.article, span, self.quote.speaker if self.quote.credited else None, quoted=True)


@lru_cache(maxsize=1_024)
def as_words(name: str) -> re.Pattern[str]:
    """A name where it stands as words of its own: *Al* is not in *almost*."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def testimonies(article: Article) -> tuple[Testimony, ...]:
    """The sentences of ``article``, in order."""
    read = survey(article)
    quotes = quotes_of(read)
    spoken = _spoken(read, quotes)
    within = _quoted(read.sentences, quotes)
    return tuple(
        _testimony(read, sentence, each, spoken) for sentence, each in zip(read.sentences, within, strict=True)
    )


def _quoted(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[list[Quote]]:
    """For each sentence the quotations that it has some of, in order."""
    found: list[list[Quote]] = [[] for _ in sentences]
    for quote in quotes:
        for part in quote.spans:
            at = max(0, bisect_right(sentences, part.start, key=lambda each: each.span.start) - 1)
            while at < len(sentences) and sentences[at].span.start < part.end:
                if part.overlaps(sentences[at].span) and quote not in found[at][-1:]:
                    found[at].append(quote)
                at += 1
    return found


def _testimony(
    read: Survey, sentence: Sentence, within: Sequence[Quote], spoken: Sequence[tuple[int, Reference]]
) -> Testimony:
    article, span = read.article, sentence.span
    named = [*_named(read, span)]
    meant_by = [found.person for found in _pronouns(read, span, spoken) if found.person]
    people = {person.name: person for person in (*named, *meant_by)}
    surely = [quote.speaker.name for quote in within if quote.speaker and quote.credited]
    said_by = [quote.speaker for quote in within if quote.speaker and quote.confidence >= LIKELY]
    told_by = [*_reported(read, span, spoken)]
    heard = [part for who in (*said_by, *(each for each, _ in told_by)) if who for part in (who.name, who.role or "")]
    described = [part.cut(article.text) for quote in within for part in quote.evidence]
    described += [part.cut(article.text) for _, parts in told_by for part in parts]
    meant = [part for person in people.values() for part in (person.name, person.role or "")]
    text = span.cut(article.text)
    return Testimony(
        article=article,
        span=span,
        paragraph=sentence.paragraph,
        stems=(*stems(text, article.language), *_currencies(text, article.language)),
        meant=frozenset(stems(" ".join((*meant, *heard)), article.language)),
        words=tuple(dict.fromkeys(words(text, article.language))),
        people=frozenset((*people, *(speaker.name for speaker in said_by))),
        named=frozenset(person.name for person in named if person.is_person),
        persons=frozenset((*(each.name for each in (*named, *meant_by) if each.is_person), *surely)),
        speakers=frozenset(speaker.name for speaker in said_by),
        voices=frozenset(stems(" ".join((*heard, *described)), article.language)),
        quote=_holding(within, span, article.text),
    )


def _currencies(text: str, language: str | None) -> Iterator[str]:
    """The stems of the currencies that it gives by their signs: who asks of pounds means £130bn too."""
    return (stem(word, language) for sign, word in CURRENCY_SIGNS.items() if sign in text)


def _named(read: Survey, span: Span) -> Iterator[Person]:
    """Those whom the sentence names; inside quotations those that are named outside them too."""
    people = read.scene.people
    at = bisect_left(people.starts, span.start)
    while at < len(people.mentions) and people.starts[at] < span.end:
        yield people.mentions[at].person
        at += 1
    text = span.cut(read.article.text)
    for person in people.people:
        if person.is_person and person.name in text and as_words(person.name).search(text):
            yield person


def _pronouns(read: Survey, span: Span, spoken: Sequence[tuple[int, Reference]]) -> Iterator[Reference]:
    """Whom its *he* and *she* mean, outside quotations."""
    lines = read.scene.lines
    number = bisect_right(lines, span.start, key=lambda line: line.span.start) - 1
    if number < 0:
        return
    before = _before(span, spoken)
    for at, token in _within(lines[number], span):
        if token.has(Tag.PRONOUN | Tag.POSSESSIVE):
            yield refer(read.scene, number, Phrase(at, at + 1), before)


def _reported(
    read: Survey, span: Span, spoken: Sequence[tuple[int, Reference]]
) -> Iterator[tuple[Speaker | None, tuple[Span, ...]]]:
    """Whose verbs of saying stand in the sentence, quotation or not, and the words that name them."""
    lines = read.scene.lines
    number = bisect_right(lines, span.start, key=lambda line: line.span.start) - 1
    if number < 0:
        return
    line = lines[number]
    before = _before(span, spoken)
    for at, token in _within(line, span):
        strength = strength_at(line, at) if token.kind == "w" else None
        if strength is None:
            continue
        cue = subject(line, at, strength, clause_floor(line, at, sentence_floor(line, at)))
        if cue is not None:
            found = refer(read.scene, number, cue.subject, before)
            person = found.person
            yield (Speaker(person.name, person.role) if person else found.speaker), found.evidence


def _within(line: Line, span: Span) -> Iterator[tuple[int, Token]]:
    """The tokens of a sentence in its paragraph, with their numbers there; a paragraph may be all of the article."""
    first = bisect_left(line.tokens, span.start, key=lambda token: token.start)
    for at in range(first, len(line.tokens)):
        if line.tokens[at].start >= span.end:
            return
        yield at, line.tokens[at]


def _before(span: Span, spoken: Sequence[tuple[int, Reference]]) -> list[Reference]:
    """Who spoke before a sentence, the latest last."""
    return [reference for _, reference in spoken[: bisect_left(spoken, span.start, key=lambda each: each[0])]]


def _spoken(read: Survey, quotes: Sequence[Quote]) -> list[tuple[int, Reference]]:
    """Who speaks where, in order."""
    known = {person.name: person for person in read.scene.people.people}
    lines = read.scene.lines
    found = list[tuple[int, Reference]]()
    for quote in quotes:
        if quote.speaker is not None and quote.confidence >= LIKELY:
            at = quote.spans[0].start
            number = bisect_right(lines, at, key=lambda line: line.span.start) - 1
            person = known.get(quote.speaker.name)
            gender = person.gender if person else None
            found.append((at, Reference(quote.speaker, quote.evidence, "name", number, person, gender)))
    return found


def _holding(quotes: Sequence[Quote], span: Span, text: str) -> Quote | None:
    """The quotation that a sentence lies in whole, but for its marks."""
    for quote in quotes:
        for part in quote.spans:
            outside = f"{text[span.start : max(span.start, part.start)]}{text[min(span.end, part.end) : span.end]}"
            if part.overlaps(span) and not any(letter.isalnum() for letter in outside):
                return quote
    return None
