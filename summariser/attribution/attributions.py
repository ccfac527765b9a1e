"""The attribution beside a quotation: right behind it (*X said*), or the nearest verb before it (*X said that*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.endings import ending_at
from summariser.attribution.phrases import Phrase, can_speak, first_phrase, phrase_at
from summariser.attribution.subjects import FAR, subject
from summariser.attribution.tags import Tag
from summariser.attribution.verbs import DASHES, Cue, clause_floor, sentence_floor, strength_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.tokens import Line, Token

_GOES_ON = ",?!—–-…‽"
_LATE = 2  # tokens that may stand between a quotation and the subject behind it
_SEEN = frozenset(("heard", "seen", "is", "was", "are", "were", "been"))
_MILD = frozenset(("as", "than", "when", "while", "where"))
_ANYBODY = frozenset(("anybody", "anyone", "everybody", "everyone", "nobody"))
_ANYBODY_WHO = _ANYBODY | {"no-one", "those", "people", "somebody", "someone", "what"}


def tail(line: Line, quote: int, ending: str) -> Cue | None:
    """The attribution right behind the quotation at ``quote``: *said X*, *X said*, *according to X*.

    ``ending`` is the quotation's last character, which tells whether its sentence goes on.
    """
    tokens = line.tokens
    at = quote + 1
    goes_on = ending in _GOES_ON
    if at < len(tokens) and tokens[at].kind == "p" and (tokens[at].text == "," or tokens[at].text in DASHES):
        at += 1
        goes_on = True
    if at >= len(tokens) or tokens[at].kind != "w" or tokens[at].has(Tag.CONJUNCTION):
        return None
    if tokens[at].has(Tag.SUBORDINATOR) and tokens[at].low != "as":
        return None
    limit = _limit(line, at)
    cue = _hyphened(tokens, at, limit) or _inverted(line, at, limit, goes_on=goes_on)
    if cue is None and (goes_on or ending == "."):
        return _straight(line, at, limit, goes_on=goes_on, stopped=quote in line.stops)
    return cue


def _limit(line: Line, at: int) -> int:
    """Where the next quotation begins, or the sentence ends."""
    furthest = min(at + FAR, len(line.tokens))
    for ahead in range(at, furthest):
        if line.tokens[ahead].kind == "q":
            return ahead
        if ahead in line.stops:
            return ahead + 1
    return furthest


def _hyphened(tokens: Sequence[Token], at: int, limit: int) -> Cue | None:
    """*a-t-elle ajouté*, *dit-il*, *s'est-il emporté*."""
    for ahead in range(at, min(at + 5, limit)):
        if tokens[ahead].low[:1] == "-" and tokens[ahead].has(Tag.PRONOUN):
            for verb in (ahead - 1, ahead + 1, ahead + 2):
                if at <= verb < limit and tokens[verb].has(Tag.CUE):
                    return Cue(verb, Phrase(ahead, ahead + 1), "strong")
    return None


def _inverted(line: Line, at: int, limit: int, *, goes_on: bool) -> Cue | None:
    """*said X*."""
    tokens = line.tokens
    if tokens[at].low == "as" and at + 1 < limit:
        at += 1
    while at < limit - 1 and tokens[at].has(Tag.AUXILIARY | Tag.ADVERB):
        at += 1
    token = tokens[at]
    if token.capital and not goes_on:
        return None
    if token.has(Tag.SOURCE):
        return subject(line, at, "source", at)
    phrase = phrase_at(tokens, at + token.size, limit) if token.has(Tag.CUE) else None
    if phrase is None or tokens[phrase.start].has(Tag.OBJECT | Tag.TIME | Tag.SUBORDINATOR):
        return None
    return Cue(at, phrase, "strong")


def _straight(line: Line, at: int, limit: int, *, goes_on: bool, stopped: bool) -> Cue | None:
    """*X said*, *X, the chairman, later said*."""
    tokens = line.tokens
    first = first_phrase(line, at, limit)
    if first is None or first.start > at + _LATE:
        return None
    for ahead in range(first.end, limit):
        token = tokens[ahead]
        if token.has(Tag.SUBORDINATOR) and token.low not in _MILD and tokens[ahead - 1].text != ",":
            return None
        if strength_at(line, ahead) is None:
            continue
        if stopped and not _only_says(line, ahead, limit):
            return None
        cue = _by_verb(line, ahead, at, first, goes_on=goes_on)
        if cue:
            return cue
    return None


def _by_verb(line: Line, verb: int, start: int, first: Phrase, *, goes_on: bool) -> Cue | None:
    """Whether the verb's subject is ``first``, what the clause begins with at ``start``."""
    strength = strength_at(line, verb)
    if strength == "participle":  # "a reporter can be heard asking"
        return Cue(verb, first, "strong") if line.tokens[verb - 1].low in _SEEN else None
    cue = subject(line, verb, strength, start) if strength in ("strong", "weak") else None
    if cue and cue.relative:
        return None
    if cue and cue.subject.start <= first.end:
        return cue
    return Cue(verb, first, strength) if strength == "strong" and goes_on else None


def _only_says(line: Line, at: int, limit: int) -> bool:
    """Whether the verb's sentence says nothing of its own, so that it belongs to the quotation before it."""
    after = at + 1
    if after >= limit or after in line.stops or at in line.stops:
        return True
    token = line.tokens[after]
    if token.text == ",":
        return True
    if not token.has(Tag.TIME | Tag.PREPOSITION | Tag.ADVERB) or token.low == "like":
        return False
    rest = line.tokens[after : limit + 1]
    return not any(other.low == "that" or other.kind == "q" or other.text == ":" for other in rest)


def lead(line: Line, quote: int) -> Cue | None:
    """The nearest verb of saying before the quotation at ``quote`` in its sentence, with its subject."""
    tokens = line.tokens
    start = sentence_floor(line, quote)
    within = _within(tokens, quote, start)
    if within:
        return within
    fallback: Cue | None = None
    for at in range(quote - 1, start - 1, -1):
        strength = strength_at(line, at)
        cue = subject(line, at, strength, clause_floor(line, at, start)) if strength else None
        if cue is None or _is_anybody(tokens, cue):
            continue
        if cue.relative and quote - at > _LATE and tokens[quote - 1].text in ("that", ":"):
            outer = _teller(line, at, start)
            if outer:
                return outer
        if strength in ("source", "participle") or can_speak(tokens, cue.subject):
            return cue
        fallback = fallback or cue
    return fallback


def _within(tokens: Sequence[Token], quote: int, start: int) -> Cue | None:
    """*a report in which …*, in one word (Dutch *waarin*): the report is speaking."""
    for at in range(quote - 1, start, -1):
        if tokens[at].has(Tag.WITHIN):
            body = ending_at(tokens, at - 2 if tokens[at - 1].text == "," else at - 1, start)
            return Cue(at, body, "weak") if body else None
    return None


def _is_anybody(tokens: Sequence[Token], cue: Cue) -> bool:
    """*anybody who complains*, *those who say*: nobody in particular is speaking."""
    head = tokens[cue.subject.start].low
    return head in (_ANYBODY_WHO if cue.relative else _ANYBODY)


def _teller(line: Line, before: int, start: int) -> Cue | None:
    """*X told a woman who suggested … that “…”*: the one who told."""
    for at in range(before - 1, start - 1, -1):
        if strength_at(line, at) == "strong":
            return subject(line, at, "strong", clause_floor(line, at, start))
    return None
