"""Who said it: every quotation of an article with its speaker, the words that say so, and how sure that is.

The order of the evidence, after what was measured on annotated news: a transcript's label; an attribution right
behind the quotation; a verb of saying before it; another one in its sentence; the quotations around it in its
paragraph; the paragraph before. How often each kind of evidence is right is written in ``_RATES``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summariser import cues
from summariser.kinds import kind_of
from summariser.lexicon import lexicon
from summariser.model import Quote, Span, Speaker
from summariser.people import cast
from summariser.phrases import Phrase, first_phrase, is_name_word, name_end, name_start, phrase_at
from summariser.quotes import LABEL, scan
from summariser.references import Reader, Reference
from summariser.sentences import paragraphs, sentences
from summariser.tokens import REACH, read_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.lexicon import Lexicon
    from summariser.model import Article, Kind, Quotation
    from summariser.people import Cast
    from summariser.tokens import Line

Rule = Literal[
    "label", "signature", "tail", "incise", "lead", "lead-weak", "lead-participle", "source", "right", "same-paragraph",
    "next-in-paragraph", "introduced", "said-between", "turn", "earlier-in-paragraph", "subject", "carried",
]  # fmt: skip

CREDITED = 0.9
"""The confidence from which a name is printed."""


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    at: int


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the article says who is speaking, before anyone asks whom the words mean."""

    rule: Rule
    line: int
    phrase: Phrase | None = None
    relative: Phrase | None = None
    same: int | None = None


def attribute(article: Article) -> tuple[Quote, ...]:
    """Every quotation of ``article`` in order, key or not; titles and the like are left out."""
    text = article.text
    lex = lexicon(article.language)
    quotations = scan(text, article.language)
    lines = read_lines(
        text, paragraphs(text), sentences(text, article.language), quotations, elides=lex.elides, incise=lex.incise
    )
    places = _places(lines, len(quotations))
    reader = Reader(text, lines, cast(text, lines, lex), lex)
    references: dict[int, tuple[Reference, float]] = {}
    rules: dict[int, Rule] = {}
    spoken: list[Reference] = []
    for number, quotation in enumerate(quotations):
        found = _find(text, lines, places, quotations, number, lex)
        if found is None:
            continue
        if found.same is not None:
            if found.same not in references:
                continue
            reference, confidence = references[found.same]
            if found.rule == "same-paragraph":
                confidence = min(confidence, _rate(found.rule, reference))
            else:
                confidence = _rate(found.rule, reference)
        else:
            if found.phrase is None:
                continue
            if lex.drops_subjects and spoken and not cues.can_speak(lines[found.line].tokens, found.phrase, lex):
                reference = replace(spoken[-1], sure=False)
            else:
                reference = reader.refer(found.line, found.phrase, spoken)
            if found.relative:
                token = lines[found.line].tokens[found.relative.start]
                reference = replace(reference, evidence=(*reference.evidence, Span(token.start, token.end)))
            confidence = _rate(found.rule, reference)
        references[number] = reference, confidence
        rules[number] = found.rule
        spoken.append(replace(reference, line=places[number][-1].line))
    quotes = []
    for number, quotation in enumerate(quotations):
        place = places[number][0] if places[number] else None
        rule = rules.get(number)
        kind = kind_of(text, quotation, lines[place.line], place.at, rule, lex) if place else None
        if kind is not None and quotation.closed:
            quotes.append(_quote(article, quotation, kind, references.get(number), rule))
    return tuple(quotes)


def _quote(
    article: Article, quotation: Quotation, kind: Kind, known: tuple[Reference, float] | None, rule: Rule | None
) -> Quote:
    if known is None:
        return Quote(article, quotation.spans, kind)
    reference, confidence = known
    speaker = reference.speaker
    if reference.person is not None:
        speaker = Speaker(reference.person.name, reference.person.role)
    credited = speaker is not None and confidence >= CREDITED
    return Quote(article, quotation.spans, kind, speaker, reference.evidence, confidence, credited)


_RATES: dict[Rule, float] = {
    "label": 0.99,
    "signature": 0.97,
    "tail": 0.98,
    "lead": 0.96,
    "lead-weak": 0.88,
    "lead-participle": 0.91,
    "incise": 0.97,
    "source": 0.9,
    "right": 0.9,
    "same-paragraph": 0.98,
    "said-between": 0.9,
    "next-in-paragraph": 0.9,
    "introduced": 0.9,
    "turn": 0.8,
    "earlier-in-paragraph": 0.75,
    "subject": 0.55,
    "carried": 0.5,
}
"""How often each kind of evidence overlapped the annotated source on PolNeAR's train part; for kinds that it hardly
has (labels, turns, incises, signatures) a figure of ours that our own samples don't contradict."""

_UNSURE = 0.6
"""What is left of that when the words could mean somebody else as well."""


def _rate(rule: Rule, reference: Reference) -> float:
    rate = _RATES[rule]
    return rate if reference.sure else min(rate, _UNSURE)


def _places(lines: Sequence[Line], count: int) -> tuple[tuple[_Place, ...], ...]:
    """Where each quotation stands: a place a paragraph."""
    found: list[list[_Place]] = [[] for _ in range(count)]
    for number, line in enumerate(lines):
        for at, token in enumerate(line.tokens):
            if token.kind == "q":
                found[token.number].append(_Place(number, at))
    return tuple(tuple(places) for places in found)


def _find(
    text: str,
    lines: Sequence[Line],
    places: Sequence[Sequence[_Place]],
    quotations: Sequence[Quotation],
    number: int,
    lex: Lexicon,
) -> _Found | None:
    if not places[number]:
        return None
    first, last = places[number][0], places[number][-1]
    opening = lines[first.line]
    closing = lines[last.line]
    ending = _ending(text, quotations[number])
    return (
        _labelled(lines, first, lex)
        or _incised(opening, places[number], lex)
        or _signed(closing, last, lex)
        or _from_cue(_tail_if_better(opening, first, closing, last, ending, lex), last.line)
        or _from_cue(cues.lead(opening, first.at, lex), first.line)
        or _in_their_words(opening, first, lex)
        or _to_the_right(closing, last, lex)
        or (None if _opens_sentence(opening, first) else _subject_here(opening, first, lex))
        or _in_paragraph(text, opening, first, quotations, lex)
        or _introduced(text, lines, first, lex)
        or _written_by(opening, first, lex)
        or _in_turn(opening, first, lex)
        or _subject_here(opening, first, lex)
        or _earlier(opening, first, lex)
        or _subject(opening, first, lex)
        or (_Found("carried", first.line, same=number - 1) if number else None)
    )


def _opens_sentence(line: Line, place: _Place) -> bool:
    return cues.sentence_floor(line, place.at) == place.at


def _ending(text: str, quotation: Quotation) -> str:
    """The last character that is no closing mark: it tells whether the sentence goes on behind the quotation."""
    words = quotation.spans[-1].cut(text).rstrip("’'”\"»« ")
    return words[-1:] or " "


def _from_cue(cue: cues.Cue | None, line: int) -> _Found | None:
    return _Found(cue.rule, line, cue.subject, cue.relative) if cue else None


def _tail_if_better(
    opening: Line, first: _Place, closing: Line, last: _Place, ending: str, lex: Lexicon
) -> cues.Cue | None:
    return cues.tail(closing, last.at, ending, lex)


def _incised(line: Line, places: Sequence[_Place], lex: Lexicon) -> _Found | None:
    """*« Oui, a-t-elle répondu. Non. »*: the reporter's words inside the marks."""
    for place in places[:-1]:
        if place.line == places[0].line:
            cue = cues.tail(line, place.at, ",", lex)
            if cue:
                return _Found("incise", place.line, cue.subject)
    return None


def _labelled(lines: Sequence[Line], place: _Place, lex: Lexicon) -> _Found | None:
    """*PENCE: …*, inside the marks or before them."""
    line = lines[place.line]
    tokens = line.tokens
    if place.at == 0:
        return None
    phrase = phrase_at(tokens, 0, lex, place.at)
    if (
        phrase
        and phrase.end < place.at
        and tokens[phrase.end].text == ":"
        and (tokens[0].capital or phrase.end == place.at - 1)
    ):
        return _Found("label", place.line, phrase) if phrase.end + 1 == place.at else None
    return None


def _in_turn(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """Further on in a transcript's turn: whoever has the floor."""
    phrase = phrase_at(line.tokens, 0, lex, place.at)
    if phrase and phrase.end < place.at and line.tokens[phrase.end].text == ":" and line.tokens[0].text.isupper():
        return _Found("turn", place.line, phrase)
    return None


def _written_by(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """*a line by the poet Elspin Marr: “…”*."""
    if place.at == 0 or line.tokens[place.at - 1].text != ":":
        return None
    for at in range(place.at - 2, cues.sentence_floor(line, place.at), -1):
        if line.tokens[at].low in lex.agents:
            phrase = phrase_at(line.tokens, at + 1, lex, place.at)
            if phrase and any(is_name_word(t, lex) for t in line.tokens[phrase.start : phrase.end]):
                return _Found("subject", place.line, phrase)
    return None


def _signed(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """*“…” ― Pamela Padilla*: a dash, a name, and nothing more of the sentence."""
    tokens = line.tokens
    at = place.at + 1
    if (
        at + 1 >= len(tokens)
        or tokens[at].text not in ("—", "–", "―", "-", "--")
        or not is_name_word(tokens[at + 1], lex)
    ):
        return None
    end = name_end(tokens, at + 1, lex)
    if end >= len(tokens) or tokens[end].kind == "q" or tokens[end].text in ".,(" or end - 1 in line.stops:
        return _Found("signature", place.line, Phrase(at + 1, end))
    return None


def _in_their_words(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """*In his words, “…”*; *in Forbes' words*; *à ses yeux*."""
    for at in range(place.at - 1, cues.sentence_floor(line, place.at), -1):
        token, before = line.tokens[at], line.tokens[at - 1]
        if token.low not in lex.views:
            continue
        if before.low in lex.possessives:
            return _Found("source", place.line, Phrase(at - 1, at))
        if before.text[0] in "'’" and at > 1 and is_name_word(line.tokens[at - 2], lex):
            return _Found("source", place.line, Phrase(name_start(line.tokens, at - 1, lex), at - 1))
    return None


def _to_the_right(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """*The “…” plan, Trump said, would fail*: a verb of saying further on in the sentence."""
    if place.at in line.stops:
        return None
    start = cues.sentence_floor(line, place.at)
    for at in range(place.at + 1, min(len(line.tokens), place.at + REACH)):
        strength = cues.strength_at(line, at, lex)
        if strength in ("strong", "source"):
            cue = cues.subject(line, at, strength, lex, start)
            if cue:
                return _Found("right", place.line, cue.subject)
        if at in line.stops:
            break
    return None


def _in_paragraph(text: str, line: Line, place: _Place, quotations: Sequence[Quotation], lex: Lexicon) -> _Found | None:
    """The speaker of the quotation before it in its paragraph, or of the one after."""
    for at in range(place.at - 1, max(-1, place.at - 2 * REACH), -1):
        if line.tokens[at].kind == "q":
            between = _said_between(line, at, place, lex)
            return between or _Found("same-paragraph", place.line, same=line.tokens[at].number)
    for at in range(place.at + 1, min(len(line.tokens), place.at + REACH)):
        if line.tokens[at].kind == "q":
            ending = _ending(text, quotations[line.tokens[at].number])
            cue = cues.tail(line, at, ending, lex) or cues.lead(line, at, lex)
            if cue:
                return _Found("next-in-paragraph", place.line, cue.subject)
    return None


def _said_between(line: Line, before: int, place: _Place, lex: Lexicon) -> _Found | None:
    """*“…,” X said. Y added that … . “…”*: the last to be heard in a sentence of their own."""
    for at in range(place.at - 1, before, -1):
        start = cues.sentence_floor(line, at)
        if start <= before:
            return None
        if cues.strength_at(line, at, lex) == "strong":
            cue = cues.subject(line, at, "strong", lex, start)
            if cue:
                return _Found("said-between", place.line, cue.subject)
    return None


def _introduced(text: str, lines: Sequence[Line], place: _Place, lex: Lexicon) -> _Found | None:
    """The paragraph before ends in a colon: *Caddell continued:*."""
    if place.line == 0 or place.at > 0:
        return None
    line = lines[place.line - 1]
    if not line.tokens or line.tokens[-1].text != ":":
        return None
    cue = cues.lead(line, len(line.tokens), lex)
    if cue:
        return _Found("introduced", place.line - 1, cue.subject)
    start = cues.sentence_floor(line, len(line.tokens) - 1)
    phrase = first_phrase(line, start, len(line.tokens), lex)
    return _Found("subject", place.line - 1, phrase) if phrase and cues.can_speak(line.tokens, phrase, lex) else None


def _earlier(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """A verb of saying in an earlier sentence of the paragraph."""
    for at in range(place.at - 1, max(-1, place.at - REACH), -1):
        if cues.strength_at(line, at, lex) == "strong":
            cue = cues.subject(line, at, "strong", lex, cues.sentence_floor(line, at))
            if cue:
                return _Found("earlier-in-paragraph", place.line, cue.subject)
    return None


def _subject_here(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """*Clinton's response was “…”*: no verb of saying, but somebody who can speak."""
    start = cues.sentence_floor(line, place.at)
    if start == place.at:
        return None
    phrase = first_phrase(line, start, place.at, lex)
    return _Found("subject", place.line, phrase) if phrase and cues.can_speak(line.tokens, phrase, lex) else None


def _subject(line: Line, place: _Place, lex: Lexicon) -> _Found | None:
    """The subject of the sentence, or of the one before."""
    if place.at == 0:
        return None
    start = cues.sentence_floor(line, place.at)
    if start == place.at:
        start = cues.sentence_floor(line, place.at - 1)
    phrase = first_phrase(line, start, place.at, lex)
    return _Found("subject", place.line, phrase) if phrase else None
