"""Where the article says who is speaking: each kind of evidence for a quotation, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.attribution.attributions import lead, tail
from summariser.attribution.phrases import Phrase, can_speak, first_phrase, name_end, name_start, phrase_at
from summariser.attribution.subjects import subject
from summariser.attribution.tags import Tag
from summariser.attribution.tokens import REACH
from summariser.attribution.verbs import DASHES, sentence_floor, strength_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.tokens import Line
    from summariser.attribution.verbs import Cue
    from summariser.model import Quotation

Rule = Literal[
    "label", "signature", "incise", "tail", "lead", "lead-weak", "lead-participle", "source", "right", "introduced",
    "said-between", "same-paragraph", "next-in-paragraph", "turn", "earlier-in-paragraph", "subject", "carried",
]  # fmt: skip
"""The kinds of evidence; ``docs/quotes.md`` has an example of each, and how often each was right."""


_OF_LABEL = Tag.NAME | Tag.TITLE | Tag.ROLE | Tag.BODY | Tag.HONORIFIC | Tag.PARTICLE


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation, or its part in one paragraph: token ``at`` of paragraph ``line``."""

    line: int
    at: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that point to the speaker, or another quotation, number ``same``, whose speaker goes on.

    ``phrase`` stands in paragraph ``line``; ``relative`` is the *who* between it and its verb, if there is one.
    """

    rule: Rule
    line: int
    phrase: Phrase | None = None
    relative: Phrase | None = None
    same: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An article's paragraphs and quotations, and where each of these stands."""

    text: str
    lines: Sequence[Line]
    quotations: Sequence[Quotation]
    places: Sequence[Sequence[Place]]

    def ending(self, number: int) -> str:
        """A quotation's last character that is no mark: it tells whether the sentence goes on behind it."""
        span = self.quotations[number].spans[-1]
        words = self.text[max(span.start, span.end - 8) : span.end].rstrip("’'”\"»« ")
        return words[-1:] or " "


def places(lines: Sequence[Line], count: int) -> tuple[tuple[Place, ...], ...]:
    """Where each of ``count`` quotations stands, a place a paragraph or more."""
    found: list[list[Place]] = [[] for _ in range(count)]
    for number, line in enumerate(lines):
        for at, token in enumerate(line.tokens):
            if token.kind == "q":
                found[token.number].append(Place(number, at))
    return tuple(tuple(several) for several in found)


def evidence(page: Page, number: int) -> Evidence | None:
    """The best evidence for who speaks quotation ``number``."""
    if not page.places[number]:
        return None
    first, last = page.places[number][0], page.places[number][-1]
    opening, closing = page.lines[first.line], page.lines[last.line]
    return (
        _labelled(opening, first)
        or _incised(opening, page.places[number])
        or _signed(closing, last)
        or _behind(tail(closing, last.at, page.ending(number)), last.line)
        or _before(lead(opening, first.at), first.line)
        or _in_their_words(opening, first)
        or _to_the_right(closing, last)
        or _written_by(opening, first)
        or (None if sentence_floor(opening, first.at) == first.at else _subject_here(opening, first))
        or _in_paragraph(page, opening, first)
        or _introduced(page.lines, first)
        or _in_turn(opening, first)
        or _earlier(opening, first)
        or _subject_before(opening, first)
        or (Evidence("carried", first.line, same=number - 1) if number else None)
    )


def _behind(cue: Cue | None, line: int) -> Evidence | None:
    return Evidence("tail", line, cue.subject, cue.relative) if cue else None


def _before(cue: Cue | None, line: int) -> Evidence | None:
    if cue is None:
        return None
    rules: dict[str, Rule] = {
        "strong": "lead", "weak": "lead-weak", "participle": "lead-participle", "source": "source",
    }  # fmt: skip
    return Evidence(rules[cue.strength], line, cue.subject, cue.relative)


def _labelled(line: Line, place: Place) -> Evidence | None:
    """*Marta Quinn: “…”*."""
    label = _label(line, place)
    return Evidence("label", place.line, label) if label and label.end + 1 == place.at else None


def _label(line: Line, place: Place) -> Phrase | None:
    phrase = phrase_at(line.tokens, 0, place.at) if place.at else None
    if phrase is None or phrase.end >= place.at or line.tokens[phrase.end].text != ":":
        return None
    named = all(token.has(_OF_LABEL) for token in line.tokens[1 : phrase.end])
    return phrase if line.tokens[0].capital and named else None


def _incised(line: Line, several: Sequence[Place]) -> Evidence | None:
    """*« Oui, a-t-elle répondu. Non. »*: the reporter's words inside the marks."""
    for place in several[:-1]:
        if place.line == several[0].line:
            cue = tail(line, place.at, ",")
            if cue:
                return Evidence("incise", place.line, cue.subject)
    return None


def _signed(line: Line, place: Place) -> Evidence | None:
    """*“…” ― Pamela Padilla*: a dash, a name, and nothing more of the sentence."""
    tokens = line.tokens
    at = place.at + 2
    if at >= len(tokens) or tokens[at - 1].text not in (*DASHES, "--") or not tokens[at].has(Tag.NAME):
        return None
    end = name_end(tokens, at)
    closes = end >= len(tokens) or tokens[end].kind == "q" or tokens[end].text in ".,(" or end - 1 in line.stops
    return Evidence("signature", place.line, Phrase(at, end)) if closes else None


def _in_their_words(line: Line, place: Place) -> Evidence | None:
    """*In his words, “…”*; *in Forbes' words*; *à ses yeux*."""
    for at in range(place.at - 1, sentence_floor(line, place.at), -1):
        token, before = line.tokens[at], line.tokens[at - 1]
        if not token.has(Tag.VIEW):
            continue
        if before.has(Tag.POSSESSIVE):
            return Evidence("source", place.line, Phrase(at - 1, at))
        if before.text[0] in "'’" and at > 1 and line.tokens[at - 2].has(Tag.NAME):
            return Evidence("source", place.line, Phrase(name_start(line.tokens, at - 1), at - 1))
    return None


def _to_the_right(line: Line, place: Place) -> Evidence | None:
    """*The “…” plan, Trump said, would fail*: a verb of saying further on in the sentence."""
    if place.at in line.stops:
        return None
    start = sentence_floor(line, place.at)
    for at in range(place.at + 1, min(len(line.tokens), place.at + REACH)):
        strength = strength_at(line, at)
        cue = subject(line, at, strength, start) if strength in ("strong", "source") else None
        if cue:
            return Evidence("right", place.line, cue.subject)
        if at in line.stops:
            break
    return None


def _in_paragraph(page: Page, line: Line, place: Place) -> Evidence | None:
    """The speaker of the quotation before it in its paragraph, or of the one after."""
    for at in range(place.at - 1, max(-1, place.at - 2 * REACH), -1):
        if line.tokens[at].kind == "q":
            same = Evidence("same-paragraph", place.line, same=line.tokens[at].number)
            return _said_between(line, at, place) or same
    for at in range(place.at + 1, min(len(line.tokens), place.at + REACH)):
        if line.tokens[at].kind == "q":
            cue = tail(line, at, page.ending(line.tokens[at].number)) or lead(line, at)
            if cue:
                return Evidence("next-in-paragraph", place.line, cue.subject)
    return None


def _said_between(line: Line, before: int, place: Place) -> Evidence | None:
    """*“…,” X said. Y added that … . “…”*: the last to be heard in a sentence of their own."""
    for at in range(place.at - 1, before, -1):
        start = sentence_floor(line, at)
        if start <= before:
            return None
        cue = subject(line, at, "strong", start) if strength_at(line, at) == "strong" else None
        if cue:
            return Evidence("said-between", place.line, cue.subject)
    return None


def _introduced(lines: Sequence[Line], place: Place) -> Evidence | None:
    """The paragraph before ends in a colon: *Caddell continued:*."""
    if place.line == 0 or place.at > 0:
        return None
    line = lines[place.line - 1]
    end = len(line.tokens)
    if not end or line.tokens[-1].text != ":":
        return None
    cue = lead(line, end)
    if cue:
        return Evidence("introduced", place.line - 1, cue.subject)
    phrase = first_phrase(line, sentence_floor(line, end - 1), end)
    return Evidence("subject", place.line - 1, phrase) if phrase and can_speak(line.tokens, phrase) else None


def _written_by(line: Line, place: Place) -> Evidence | None:
    """*a line by the poet Elspin Marr: “…”*."""
    if place.at == 0 or line.tokens[place.at - 1].text != ":":
        return None
    for at in range(place.at - 2, sentence_floor(line, place.at), -1):
        if line.tokens[at].has(Tag.AGENT):
            phrase = phrase_at(line.tokens, at + 1, place.at)
            if phrase and any(token.has(Tag.NAME) for token in phrase.of(line.tokens)):
                return Evidence("subject", place.line, phrase)
    return None


def _in_turn(line: Line, place: Place) -> Evidence | None:
    """Further on in a transcript's turn: whoever has the floor."""
    label = _label(line, place)
    return Evidence("turn", place.line, label) if label and line.tokens[0].text.isupper() else None


def _earlier(line: Line, place: Place) -> Evidence | None:
    """A verb of saying in an earlier sentence of the paragraph."""
    for at in range(place.at - 1, max(-1, place.at - REACH), -1):
        cue = subject(line, at, "strong", sentence_floor(line, at)) if strength_at(line, at) == "strong" else None
        if cue:
            return Evidence("earlier-in-paragraph", place.line, cue.subject)
    return None


def _subject_here(line: Line, place: Place) -> Evidence | None:
    """*Clinton's response was “…”*: no verb of saying, but somebody who can speak."""
    phrase = first_phrase(line, sentence_floor(line, place.at), place.at)
    if phrase is None or _is_clause(line, phrase) or not can_speak(line.tokens, phrase):
        return None
    return Evidence("subject", place.line, phrase)


def _is_clause(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase runs on to a colon, so that a verb no list has must be somewhere in it."""
    return phrase.end < len(line.tokens) and line.tokens[phrase.end].text == ":"


def _subject_before(line: Line, place: Place) -> Evidence | None:
    """The subject of its sentence, whatever that is, or of the sentence before."""
    if place.at == 0:
        return None
    start = sentence_floor(line, place.at)
    if start == place.at:
        start = sentence_floor(line, place.at - 1)
    phrase = first_phrase(line, start, place.at)
    return Evidence("subject", place.line, phrase) if phrase and not _is_clause(line, phrase) else None
