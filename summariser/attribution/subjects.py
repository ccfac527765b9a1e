"""The subject of a verb of saying: who it says is speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.endings import ending_at
from summariser.attribution.phrases import (
    Phrase,
    can_speak,
    first_phrase,
    name_start,
    phrase_at,
)
from summariser.attribution.tags import Tag
from summariser.attribution.verbs import DASHES, Cue, strength_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.tokens import Line, Token
    from summariser.attribution.verbs import Strength

FAR = 45
"""Tokens between a verb and its speaker: longer is another sentence's business."""

_NEAR = 12  # tokens back in which *said, adding* share their subject
_PEOPLE = Tag.NAME | Tag.ROLE
_SHOWN = frozenset(("of", "quoted", "showing", "shows", "showed", "heard", "with"))
_CARRIED = frozenset(("sign", "banner", "poster", "placard", "tattoo"))


def subject(line: Line, at: int, strength: Strength, floor: int) -> Cue | None:
    """Who the verb at ``at`` says is speaking; ``floor`` is where its clause may begin."""
    if strength == "source":
        return _behind_source(line, at)
    if strength == "participle":
        phrase = _of_participle(line, at, floor)
        return Cue(at, phrase, strength) if phrase else None
    if at == floor or line.tokens[at - 1].kind == "q":  # "Said Ellis: …"
        behind = phrase_at(line.tokens, at + 1, len(line.tokens))
        if behind and not line.tokens[behind.start].has(Tag.SUBORDINATOR):
            return Cue(at, behind, strength)
        return None if at == floor else _before(line, at, strength, floor)
    return _before(line, at, strength, floor)


def _before(line: Line, at: int, strength: Strength, floor: int) -> Cue | None:
    tokens = line.tokens
    back, passive, infinitive = _past_auxiliaries(tokens, at - 1, floor)
    if passive and not tokens[at].low.endswith("ing"):
        phrase = _agent(line, at)
    elif infinitive:
        phrase = first_phrase(line, floor, at)
    elif back < floor:
        phrase = None
    elif tokens[back].has(Tag.RELATIVE) and back > floor:
        return _of_relative(tokens, at, back, floor, strength)
    elif tokens[back].text == "," and strength == "strong" and (inside := _parenthesis(line, at)):
        phrase = inside
    else:
        phrase = _of_clause(line, at, back, floor)
    return Cue(at, phrase, strength) if phrase else None


def _of_clause(line: Line, at: int, back: int, floor: int) -> Phrase | None:
    """The subject that ends at ``back``, or where a comma or an *and* stands there, the one its clause begins with."""
    tokens = line.tokens
    token = tokens[back]
    if token.has(Tag.SUBORDINATOR) and back == at - 1 and tokens[at].low.endswith("ed"):
        return None  # "when asked"
    if token.text == "," or token.has(Tag.CONJUNCTION) or token.text in DASHES or token.kind == "q":
        return first_phrase(line, floor, back)
    phrase = ending_at(tokens, back, floor)
    if phrase and _hangs(tokens, phrase, floor):
        return first_phrase(line, floor, phrase.start) or phrase
    return phrase


def _of_relative(tokens: Sequence[Token], at: int, who: int, floor: int, strength: Strength) -> Cue:
    """*Smith, who said*: what *who* stands for."""
    back = who - 1
    if tokens[back].text in (",", "—", "–"):
        back -= 1
    found = ending_at(tokens, back, floor) if back >= floor else None
    relative = Phrase(who, who + 1)
    return Cue(at, found, strength, relative) if found else Cue(at, relative, strength)


def _hangs(tokens: Sequence[Token], phrase: Phrase, floor: int) -> bool:
    """Whether a phrase hangs on a word before it: *in a statement* credited, a letter *obtained by the AP* warns."""
    if phrase.start - 1 < floor:
        return False
    before = tokens[phrase.start - 1]
    if before.has(Tag.AGENT):
        return True
    named = any(token.has(_PEOPLE) for token in phrase.of(tokens))
    return before.has(Tag.PREPOSITION) and not before.has(Tag.SUBORDINATOR) and not named


def _parenthesis(line: Line, at: int) -> Phrase | None:
    """*The paradox, says Carl Anthony, is …*: a speaker behind the verb, and the clause over with them."""
    tokens = line.tokens
    phrase = phrase_at(tokens, at + 1, len(tokens))
    if phrase is None or tokens[phrase.start].has(Tag.OBJECT | Tag.TIME):
        return None
    closes = phrase.end >= len(tokens) or tokens[phrase.end].kind == "p" or phrase.end - 1 in line.stops
    return phrase if closes and any(token.has(_PEOPLE | Tag.PRONOUN) for token in phrase.of(tokens)) else None


def _past_auxiliaries(tokens: Sequence[Token], at: int, floor: int) -> tuple[int, bool, bool]:
    """Left past *has*, *also*, *repeatedly*; and whether that made the verb a passive or an infinitive."""
    passive = infinitive = False
    back = at
    while back >= floor:
        token = tokens[back]
        before = tokens[back - 1] if back > floor else None
        if token.has(Tag.PASSIVE):
            passive = True
        elif token.low == "to" and back == at:
            infinitive = True
        elif token.low == "'s":
            if not (before and before.has(Tag.PRONOUN)):
                break  # a possessive, not "he's"
        elif token.low == "since" and before and before.has(Tag.AUXILIARY):
            pass  # "has since apologised"
        elif not (token.has(Tag.AUXILIARY) or (token.has(Tag.ADVERB) and not token.has(Tag.DETERMINER))):
            break
        back -= 1
    return back, passive, infinitive


def _agent(line: Line, at: int) -> Phrase | None:
    """*was described by X as*: the speaker of a passive stands after *by*."""
    tokens = line.tokens
    for ahead in range(at + 1, min(at + FAR, len(tokens) - 1)):
        if ahead in line.stops:
            break
        if tokens[ahead].has(Tag.AGENT):
            return phrase_at(tokens, ahead + 1, len(tokens))
    return None


def _behind_source(line: Line, at: int) -> Cue | None:
    """*according to X*."""
    tokens = line.tokens
    phrase = phrase_at(tokens, at + tokens[at].size, len(tokens))
    if phrase is None or not (can_speak(tokens, phrase) or tokens[phrase.start].has(Tag.DETERMINER)):
        return None
    return Cue(at, phrase, "source")


def _of_participle(line: Line, at: int, floor: int) -> Phrase | None:
    """*Trump hit back, saying*: the subject of the sentence; *Calling it a mess, Trump left*: after the comma."""
    back, progressive, _ = _past_auxiliaries(line.tokens, at - 1, floor)
    if progressive and back >= floor:
        finite = _before(line, at, "weak", floor)
        return finite.subject if finite else None
    return (
        _of_verb_before(line, at, floor)
        or _near_participle(line, at, back, floor)
        or first_phrase(line, floor, at)
        or _behind_comma(line, at)
    )


def _near_participle(line: Line, at: int, back: int, floor: int) -> Phrase | None:
    """*footage of Clinton asking*, *a sign saying*; but *issued a statement saying* is its issuer's."""
    tokens = line.tokens
    if back < floor or tokens[back].kind != "w":
        return None
    near = ending_at(tokens, back, floor)
    if near is None or back < at - 1:
        return near
    if back > floor and tokens[back].has(Tag.WRITTEN | Tag.BODY):
        return near if tokens[back].low in _CARRIED else first_phrase(line, floor, at) or near
    start = name_start(tokens, back + 1, floor)
    shown = tokens[back].has(Tag.NAME) and start > floor and tokens[start - 1].low in _SHOWN
    return near if shown else None


def _of_verb_before(line: Line, at: int, floor: int) -> Phrase | None:
    """*Nefzi said, adding*: the verb of saying right before the comma shares its subject."""
    if at - 2 < floor or line.tokens[at - 1].text != ",":
        return None
    for back in range(at - 2, max(floor, at - _NEAR) - 1, -1):
        token = line.tokens[back]
        if token.kind in "pq":
            return None
        if token.has(Tag.CUE) and not token.has(Tag.PARTICIPLE):
            found = subject(line, back, "strong", floor) if strength_at(line, back) == "strong" else None
            return found.subject if found else None
    return None


def _behind_comma(line: Line, at: int) -> Phrase | None:
    tokens = line.tokens
    for ahead in range(at + 1, min(at + FAR, len(tokens))):
        if ahead in line.stops:
            break
        if tokens[ahead].text == "," or tokens[ahead].kind == "q":
            phrase = first_phrase(line, ahead + 1, len(tokens))
            if phrase:
                return phrase
    return None
