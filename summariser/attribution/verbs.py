"""Verbs of saying: which words are one where they stand, and where their sentence and clause begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.attribution.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.phrases import Phrase
    from summariser.attribution.tokens import Line, Token

Strength = Literal["strong", "weak", "participle", "source"]
"""*said*; *called*, which says something only beside a quotation; *saying*; *according to*."""

DASHES = frozenset("—–-―")
_DATELINE = 14  # tokens an agency's dateline or a transcript's label may have
_CAPITALS = 3  # letters above which a first word in capitals is a dateline's or a label's
_SURE_FORMS = frozenset(("said", "told", "wrote"))
_PAST = frozenset(("says", "read"))
_LEADS_BASE = frozenset(("to", "who", "that"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying at ``at``, and the phrase of whoever it says is speaking; ``relative`` the *who* between."""

    at: int
    subject: Phrase
    strength: Strength
    relative: Phrase | None = None


def strength_at(line: Line, at: int) -> Strength | None:
    """What kind of verb of saying stands at ``at``, if any: nouns that look the same (*the reports*) don't count."""
    tokens = line.tokens
    token = tokens[at]
    if not token.has(Tag.CUE | Tag.WEAK | Tag.PARTICIPLE | Tag.SOURCE):
        return None
    if token.capital and at > 0 and at - 1 not in line.stops and tokens[at - 1].kind == "w":
        return None
    if token.has(Tag.SOURCE):
        return "source"
    if token.has(Tag.PARTICIPLE):
        return None if at > 0 and tokens[at - 1].has(Tag.DETERMINER) else "participle"
    if at > 0 and (_is_noun(token, tokens[at - 1]) or not _may_follow(tokens, at)):
        return None
    return "strong" if token.has(Tag.CUE) else "weak"


def _is_noun(token: Token, before: Token) -> bool:
    """Whether the word before makes it a noun or an adjective: *the report*, *his claims*, *its believed strength*."""
    if before.has(Tag.POSSESSIVE):
        return before.low != "her" or not token.low.endswith("ed")
    if token.low.endswith("ed") or token.low in _SURE_FORMS:
        return False
    if before.has(Tag.DETERMINER):
        return before.low not in ("that", "this", "both", "all", "many", "some")
    return before.low == "'s" or (before.has(Tag.PREPOSITION) and before.low != "to")


def _may_follow(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that is also a noun (*tweets*, *calls*) stands where a verb can: behind somebody who speaks."""
    token = tokens[at]
    base = token.has(Tag.BASE)
    if token.low.endswith("ed") or not (token.low.endswith("s") or base) or token.low in _PAST:
        return True
    back = at - 1
    while back > 0 and tokens[back].has(Tag.ADVERB):
        back -= 1
    before = tokens[back]
    if base and not (before.has(Tag.PRONOUN | Tag.AUXILIARY) or before.low in _LEADS_BASE):
        return before.low.endswith("s") or (before.kind == "p" and before.low != "'s")
    people = Tag.NAME | Tag.ROLE | Tag.BODY | Tag.PRONOUN | Tag.RELATIVE
    return before.kind in "pq" or before.has(people | Tag.CONJUNCTION | Tag.AUXILIARY | Tag.TIME)


def sentence_floor(line: Line, at: int) -> int:
    """Where the sentence of ``tokens[at]`` begins, behind an agency's dateline or a transcript's label."""
    first = line.first_of_sentence(at)
    opening = line.tokens[0].text
    if first == 0 and opening.isupper() and len(opening) > _CAPITALS:
        for dash in range(1, min(_DATELINE, at)):
            if line.tokens[dash].text in DASHES or line.tokens[dash].text in ("--", ":"):
                return dash + 1
    return first


def clause_floor(line: Line, at: int, start: int) -> int:
    """Where the clause of the verb at ``at`` begins: behind a quotation that its sentence set out with."""
    for back in range(at - 1, start - 1, -1):
        token = line.tokens[back]
        if token.text == ";":
            return back + 1
        if token.kind == "q" and back + 1 < at:
            after = line.tokens[back + 1]
            if after.text == "," or after.capital or after.low in ("he", "she", "they"):
                return back + 1
    return start
