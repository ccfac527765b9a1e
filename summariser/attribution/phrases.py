"""Noun phrases, shallowly: where one begins and ends, without a parse.

A dependency parse costs fifty times what the rest of a briefing does, and knows one language. Newspaper sentences
name their speakers in few shapes, and those can be read off the small words around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.attribution.tags import Tag
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.tokens import Line, Token

AND = frozenset(("and", "&", "und", "et", "y", "e", "en"))
ARTICLE = Tag.DETERMINER | Tag.POSSESSIVE
SPEAKERS = Tag.NAME | Tag.ROLE | Tag.BODY | Tag.PRONOUN
"""What a phrase needs one word of to be somebody who speaks."""

_OPENERS = "([{"
_CLOSERS = ")]}"
_BEHIND_VON = frozenset(("der", "den", "dem"))
_BRACKET = 15  # tokens a bracket may hold
_LEAD_UP = 4  # words that may lead up to a name: Trump campaign spokesman Jason Miller
_SEGMENTS = 8  # commas passed over before the subject of a clause is given up
_LINKS = frozenset(
    ("of", "for", "at", "from", "in", "with", "to", "on", "by", "about", "behind", "against", "near"),
)
_GENITIVES = words("de du des d' d’ del della dello dell' dell’ dei degli delle di do da dos das van von vom")
_ENDS = (
    Tag.AUXILIARY
    | Tag.CUE
    | Tag.WEAK
    | Tag.PARTICIPLE
    | Tag.PREPOSITION
    | Tag.SUBORDINATOR
    | Tag.RELATIVE
    | Tag.CONJUNCTION
    | Tag.PRONOUN
    | Tag.TIME
    | Tag.ADVERB
)
_NEVER_FIRST = _ENDS & ~(Tag.PRONOUN | Tag.WEAK)


class Phrase(NamedTuple):
    """The tokens ``start <= index < end`` of a line."""

    start: int
    end: int

    def of(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Its tokens."""
        return tokens[self.start : self.end]


def can_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can be somebody who speaks: a name, a pronoun, a person, a body; not *the bill*."""
    return any(token.has(SPEAKERS) for token in phrase.of(tokens))


def name_end(tokens: Sequence[Token], start: int) -> int:
    """The end of the run of name words from ``start``, small particles (*de*, *van*) inside it included."""
    end = start
    while end < len(tokens):
        token = tokens[end]
        if _is_of_name(token) or (end > start and _is_particle(tokens, end) and _name_follows(tokens, end)):
            end += 1
        else:
            break
    return end


def _is_of_name(token: Token) -> bool:
    return token.has(Tag.NAME) or (token.capital and token.has(Tag.HONORIFIC))


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """*van*, *de*; *der* only behind *von*: *sagte Karin Holt der Zeitung* tells whom she told."""
    return tokens[at].has(Tag.PARTICLE) or (at > 0 and tokens[at].low in _BEHIND_VON and tokens[at - 1].low == "von")


def _name_follows(tokens: Sequence[Token], at: int) -> bool:
    for ahead in range(at + 1, min(at + 3, len(tokens))):
        if tokens[ahead].has(Tag.NAME):
            return True
        if not _is_particle(tokens, ahead):
            return False
    return False


def name_start(tokens: Sequence[Token], end: int, floor: int = 0) -> int:
    """The start of the run of name words that ends before ``end``."""
    start = end
    while start > floor:
        token = tokens[start - 1]
        inside = token.has(Tag.PARTICLE) and floor < start - 1 and start < end and tokens[start - 2].has(
            Tag.NAME | Tag.PARTICLE
        )  # fmt: skip
        if not (_is_of_name(token) or inside):
            break
        start -= 1
    return start


def phrase_at(tokens: Sequence[Token], start: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at ``start``, to its head: what follows after a comma is not in it."""
    if start >= limit:
        return None
    token = tokens[start]
    if token.has(Tag.PRONOUN):
        return Phrase(start, start + 1)
    if token.kind not in "wn" or not _may_begin(token):
        return None
    end = _phrase_end(tokens, start + token.has(ARTICLE), limit)
    return Phrase(start, end) if end > start else None


def _may_begin(token: Token) -> bool:
    if token.kind == "n" or token.has(ARTICLE):
        return True
    if token.has(Tag.NAME | Tag.HONORIFIC):
        return not token.has(Tag.PARTICIPLE | Tag.OPENER)
    return not token.has(_NEVER_FIRST) and not token.low.endswith(("ly", "ing"))


def _phrase_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Past the head and what hangs on it by *of*, *for* and the like."""
    named = False
    while at < limit:
        token = tokens[at]
        if token.has(Tag.NAME | Tag.HONORIFIC):
            named = True
            at = max(name_end(tokens, at), at + 1)
        elif token.low == "'s" or token.kind == "n":
            named = False
            at += 1
        elif token.text in _OPENERS and token.kind == "p":
            at = _past_bracket(tokens, at, limit)
        elif token.kind == "w" and _goes_on(tokens, at, limit, named=named):
            named = named and not token.has(Tag.PREPOSITION)
            at += 1
        else:
            return at
    return at


def _goes_on(tokens: Sequence[Token], at: int, limit: int, *, named: bool) -> bool:
    """Whether a word in lower case is still in the phrase."""
    token = tokens[at]
    if token.low in _LINKS or (token.low in _GENITIVES and token.has(Tag.PREPOSITION)):
        return _hangs_on(tokens, at, limit, named=named)
    if token.has(Tag.DETERMINER) and tokens[at - 1].has(Tag.ROLE | Tag.BODY):
        return True  # German genitive: "Sprecher der Reederei"
    if token.has(Tag.CONJUNCTION):
        return at + 1 < limit and pairs(tokens, at)
    if _ends_phrase(token):
        return False
    if token.has(Tag.ROLE | Tag.BODY):
        return True
    complete = named or tokens[at - 1].has(Tag.ROLE | Tag.BODY)  # "a woman | stood on the quay"
    return not complete or _before_name(tokens, at, limit)


def _ends_phrase(token: Token) -> bool:
    if token.has(Tag.DETERMINER) and not token.has(Tag.RELATIVE):
        return False
    return token.has(_ENDS)


def _before_name(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Whether lower-case words lead up to a name: *Trump campaign spokesman Jason Miller*."""
    for token in tokens[at : min(at + _LEAD_UP, limit)]:
        if token.has(Tag.ROLE):
            return True
        if token.kind != "w" or token.has(ARTICLE) or _ends_phrase(token):
            return False
    return False


def _hangs_on(tokens: Sequence[Token], at: int, limit: int, *, named: bool) -> bool:
    """Whether a preposition goes on with the phrase: *a spokesman for the company*, not *Trump on Tuesday*."""
    if at + 1 >= limit:
        return False
    if tokens[at].low == "of" or tokens[at].low in _GENITIVES:
        return True
    following = tokens[at + 1]
    return not named and not following.has(Tag.TIME) and following.has(Tag.NAME | ARTICLE)


def pairs(tokens: Sequence[Token], at: int) -> bool:
    """Whether the *and* at ``at`` joins two names, or two people by what they do."""
    if at == 0 or tokens[at].low not in AND:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    people = Tag.ROLE | Tag.BODY
    return (before.has(Tag.NAME) and after.has(Tag.NAME | Tag.HONORIFIC)) or (before.has(people) and after.has(people))


def _past_bracket(tokens: Sequence[Token], at: int, limit: int) -> int:
    for ahead in range(at + 1, min(at + _BRACKET, limit)):
        if tokens[ahead].text in _CLOSERS:
            return ahead + 1
    return at + 1


def opening_bracket(tokens: Sequence[Token], at: int, floor: int) -> int:
    """The bracket that the closing one at ``at`` answers, or ``at``."""
    for back in range(at - 1, max(floor, at - _BRACKET) - 1, -1):
        if tokens[back].text in _OPENERS:
            return back
    return at


def first_phrase(line: Line, start: int, limit: int) -> Phrase | None:
    """The subject of the clause that begins at ``start``: what stands in front (*On Monday,* …) is passed over."""
    tokens = line.tokens
    at = start
    for _ in range(_SEGMENTS):
        at = _past_openers(tokens, at, limit)
        if at >= limit:
            return None
        verb = at == start and tokens[at].has(Tag.CUE)  # "Dijo que …": the capital is the sentence's
        phrase = None if verb or is_adverbial(tokens, at) else phrase_at(tokens, at, limit)
        if phrase and not _is_time(tokens, phrase) and _may_lead(tokens, phrase, first=at == start):
            return phrase
        comma = _next_comma(tokens, at, limit)
        if comma is None:
            return _last_name(tokens, at, limit)
        at = comma + 1
    return None


def is_adverbial(tokens: Sequence[Token], at: int) -> bool:
    """*Shortly after …*, *Weighing in on …*: a capital that only the beginning of the sentence gives."""
    if at + 1 >= len(tokens) or tokens[at].kind != "w":
        return False
    low, following = tokens[at].low, tokens[at + 1]
    small = following.has(Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.DETERMINER)
    if low.endswith(("ly", "ing")):
        return small or following.text == ","
    return low.endswith("ed") and small and tokens[at].has(Tag.CUE)


def _may_lead(tokens: Sequence[Token], phrase: Phrase, *, first: bool) -> bool:
    """Bare words in lower case can be a subject only as people, or at the head of the sentence."""
    head = tokens[phrase.start]
    if head.kind == "n" or head.has(ARTICLE | Tag.PRONOUN):
        return True
    if head.capital and head.text.endswith(".") and phrase.end - phrase.start == 1:
        return False  # "Aspen, Colo.,"
    return first or any(token.has(Tag.NAME | Tag.ROLE | Tag.BODY) for token in phrase.of(tokens))


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """*Last month*, *The next day*."""
    if tokens[phrase.end - 1].has(Tag.TIME):
        return True
    behind = tokens[phrase.end : phrase.end + 1]
    return any(token.has(Tag.TIME) for token in behind) and tokens[phrase.start].has(Tag.DETERMINER)


def _past_openers(tokens: Sequence[Token], at: int, limit: int) -> int:
    while at < limit:
        token = tokens[at]
        mark = token.kind == "p" and token.text not in _OPENERS
        if not (mark or token.has(Tag.CONJUNCTION) or (token.has(Tag.ADVERB) and not token.has(Tag.DETERMINER))):
            break
        at += 1
    return at


def _next_comma(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    return next((ahead for ahead in range(at, limit) if tokens[ahead].text == "," or tokens[ahead].kind == "q"), None)


def _last_name(tokens: Sequence[Token], start: int, limit: int) -> Phrase | None:
    """*In a tweet Trump …*: no comma, so the last name or pronoun before the verb."""
    for at in range(limit - 1, start - 1, -1):
        if tokens[at].has(Tag.PRONOUN):
            return Phrase(at, at + 1)
        if tokens[at].has(Tag.NAME) and not (at == start and tokens[at].has(Tag.CUE)):
            return Phrase(name_start(tokens, at + 1, start), at + 1)
    return None
