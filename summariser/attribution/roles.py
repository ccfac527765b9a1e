"""What the article says somebody is: the role before a name or behind it, and the gender that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.attribution.phrases import ARTICLE
from summariser.attribution.tags import Tag
from summariser.lexicon.model import words
from summariser.lexicon.names import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.attribution.tokens import Line, Token
    from summariser.lexicon import Gender, Lexicon

PLAIN_HONORIFICS = words(
    "mr mr. mrs mrs. ms ms. miss mx messrs. herr herrn frau m. mme mlle sr. sra. sr sra señor señora don doña signor",
    "signora senhor senhora dom dona meneer mevrouw",
)
"""Forms of address that a full name does without; Sir, Dame and Dr stay."""

SUFFIXES = words("kc qc mp mps mep msp jr jr. sr sr. ii iii obe mbe cbe phd md m.d. ph.d.")
"""What may follow a surname without being of the name."""

_SPELT_OUT = {
    "sen.": "senator",
    "rep.": "representative congressman congresswoman lawmaker",
    "gov.": "governor",
    "dr": "doctor physician surgeon",
    "dr.": "doctor physician surgeon",
    "prof": "professor",
    "prof.": "professor",
    "gen.": "general",
    "sgt.": "sergeant",
    "col.": "colonel",
    "capt.": "captain",
    "rev.": "reverend pastor preacher",
    "cllr": "councillor",
    "lord": "peer",
    "baroness": "peer",
}
_RELATIVE = words(
    "rival opponent winner loser counterpart successor predecessor challenger supporter friend colleague fan"
)
"""What somebody is only to somebody else, or for a day: no role to print."""

_ADJECTIVES = (
    *("al", "ar", "ary", "ant", "ent", "ese", "ian", "ish", "ic", "ing", "ior", "ist", "ive", "ous", "time", "wide"),
    *("tech", "tax", "trade", "press", "law", "field", "sports", "news", "science", "data", "harbour", "harbor"),
)
_OWNS = frozenset({"'s", "’s"})
_LONGEST = 14  # words of a role behind a name
_BEFORE = 6  # words of a role before a name
_APPOSED = 8
_TITLED = 4
_MODIFIERS_NOT = (
    ARTICLE
    | Tag.PREPOSITION
    | Tag.CONJUNCTION
    | Tag.SUBORDINATOR
    | Tag.AUXILIARY
    | Tag.ADVERB
    | Tag.TIME
    | Tag.PRONOUN
    | Tag.PARTICIPLE
    | Tag.RELATIVE
    | Tag.SOURCE
)


@dataclass(frozen=True, slots=True)
class Proper:
    """A run of capitals read: the name from token ``first`` to before ``end``, its words, the form of address."""

    first: int
    end: int
    words: tuple[Token, ...]
    honorific: str | None


def proper_name(tokens: Sequence[Token], start: int, end: int) -> Proper:
    """The name in the capitals from token ``start`` to before ``end``, without titles before it and letters behind."""
    while end > start + 1 and tokens[end - 1].low in SUFFIXES:
        end -= 1
    first = _past_titles(tokens, start, end)
    honorific = next((token.low for token in tokens[first:end] if token.has(Tag.HONORIFIC)), None)
    return Proper(first, end, tuple(t for t in tokens[first:end] if not t.has(Tag.HONORIFIC)), honorific)


def _past_titles(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the name proper begins in a run of capitals: *White House Press Secretary* | *Josh Earnest*."""
    titles = [
        at for at in range(start, end - 1) if tokens[at].has(Tag.TITLE | Tag.ROLE) and not tokens[at].has(Tag.HONORIFIC)
    ]
    first = titles[-1] + 1 if titles else start
    return next((at for at in range(first, end - 1) if tokens[at].has(Tag.HONORIFIC)), first)  # "Alabama | Sen. …"


def is_name(proper: Sequence[Token], honorific: str | None) -> bool:
    """Whether capitals make a name: *Adam Baker* and *Mr Baker* do, *House Speaker* doesn't."""
    if proper[0].has(Tag.TITLE):
        return False
    if not proper[-1].has(Tag.ROLE):
        return True
    return honorific is not None or (len(proper) > 1 and (proper[0].low in MEN or proper[0].low in WOMEN))


def role_before(line: Line, start: int, first: int, end: int) -> str | None:
    """*Cabinet Office minister* before the name, capitals or not, without its article.

    The run of capitals goes from ``start`` to ``end``, the name proper begins at ``first``.
    """
    tokens = line.tokens
    if any(token.has(Tag.ROLE | Tag.TITLE) for token in tokens[start:first]):
        at = start
        while at > 0 and start - at < _TITLED and _qualifies(tokens[at - 1]):
            at -= 1
        return line.cut(at, first)
    if start > 1 and tokens[start - 1].text == ",":
        return _apposed(line, start - 1, end)
    at = start
    while at > 0 and start - at < _BEFORE and _qualifies(tokens[at - 1]):
        at -= 1
    noun = tokens[start - 1]
    if at == start or not noun.has(Tag.ROLE) or noun.low in _RELATIVE or noun.low.endswith("ed"):
        return None
    while at > 0 and tokens[at - 1].has(Tag.NAME):
        at -= 1
    return line.cut(at, start)


def _qualifies(token: Token) -> bool:
    """Whether a word in lower case may be part of a role: *former campaign manager*, not *threw a reporter*."""
    if not _is_modifier(token) or token.has(Tag.NAME):
        return False
    return token.has(Tag.ROLE | Tag.BODY | Tag.TITLE) or "-" in token.low or token.low.endswith(_ADJECTIVES)


def _is_modifier(token: Token) -> bool:
    if token.kind != "w" or token.has(_MODIFIERS_NOT):
        return False
    return token.has(Tag.ROLE) or not token.has(Tag.CUE | Tag.WEAK)


def _apposed(line: Line, comma: int, end: int) -> str | None:
    """*Their manager, Duncan Faircloth*: a role with its article right before the comma.

    Behind a preposition only if the name is closed off too: not *about a federal judge, Donald Trump has …*.
    """
    tokens = line.tokens
    at = comma
    while at > 0 and comma - at < _APPOSED:
        token = tokens[at - 1]
        if not (_is_modifier(token) or token.has(Tag.PREPOSITION) or token.low == "'s"):
            break
        at -= 1
    articled = at > 0 and tokens[at - 1].has(ARTICLE)
    if at == comma or not articled or not _is_headed(tokens[at:comma]):
        return None
    hangs = at > 1 and tokens[at - 2].has(Tag.PREPOSITION)
    closed = end >= len(tokens) or tokens[end].kind in "pq"
    return None if hangs and not closed else line.cut(at, comma)


def role_behind(line: Line, end: int) -> str | None:
    """*, the chief executive of X,* behind the name, without its article and without *who …*."""
    tokens = line.tokens
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    at = end + 1
    if tokens[at].kind == "n" and at + 2 < len(tokens) and tokens[at + 1].text == ",":
        at += 2  # "Ivo Tarn, 58, a pilot"
    while at < len(tokens) and tokens[at].has(ARTICLE):
        at += 1
    stop = at
    while stop < min(at + _LONGEST, len(tokens)) and not _ends_role(tokens[stop]):
        stop += 1
    if stop == at or tokens[at].has(Tag.PREPOSITION) or not _is_headed(tokens[at:stop]):
        return None
    if stop < len(tokens) and tokens[stop].low in _OWNS:
        stop = _before_and(tokens, at, stop)  # "a biologist at Lindau and the paper's author"
        return line.cut(at, stop) if stop > at else None
    closed = stop >= len(tokens) or tokens[stop].kind in "pq" or tokens[stop].has(Tag.RELATIVE)
    return line.cut(at, stop) if closed else None


def _before_and(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where the last "and" between the two stands; ``at`` if there is none."""
    return max((number for number in range(at, stop) if tokens[number].low == "and"), default=at)


def _is_headed(tokens: Sequence[Token]) -> bool:
    """Whether the head of a phrase is what somebody does: *director of X*; not *the anger of Senator Cruz*."""
    head = tokens[0]
    for token in tokens:
        if token.has(Tag.PREPOSITION) or (token.has(Tag.DETERMINER) and token is not tokens[0]):
            break
        if token.kind == "w":
            head = token
    return head.has(Tag.ROLE | Tag.TITLE) and head.low not in _RELATIVE and not head.low.endswith("ed")


def _ends_role(token: Token) -> bool:
    if token.kind == "q" or (token.kind == "p" and token.low != "'s" and token.text not in "&-"):
        return True
    if token.has(Tag.AUXILIARY) and not token.has(Tag.DETERMINER):
        return True
    if token.has(Tag.CUE) and not token.has(Tag.ROLE):
        return True
    return token.has(Tag.RELATIVE | Tag.SUBORDINATOR | Tag.PRONOUN | Tag.PARTICIPLE)


def heads_of(role: str | None, honorific: str | None, lex: Lexicon) -> Iterator[str]:
    """The nouns for people in a role, and those that an honorific stands for."""
    for word in (role or "").lower().replace(",", " ").split():
        if word in lex.roles or word in lex.titles or (lex.role_suffixes and word.endswith(lex.role_suffixes)):
            yield word
    yield from _SPELT_OUT.get(honorific or "", "").split()


def gender_of(honorific: str | None, proper: Sequence[Token], role: str | None, lex: Lexicon) -> Gender | None:
    """What the honorific, the given name or the role tells of a person's gender."""
    known = lex.honorifics.get(honorific) if honorific else None
    if known:
        return known
    given = proper[0].low if len(proper) > 1 else ""
    if given in WOMEN or given in MEN:
        return "f" if given in WOMEN else "m"
    for word in (role or "").lower().split():
        heard = word_gender(word, lex)
        if heard:
            return heard
    if lex.drops_subjects and given.isalpha():  # Spanish, Italian, Portuguese: the ending tells
        return "f" if given.endswith("a") else "m" if given.endswith("o") else None
    return None


def word_gender(word: str, lex: Lexicon) -> Gender | None:
    """Whether a noun is for a woman or for a man."""
    if word in lex.women:
        return "f"
    return "m" if word in lex.men else None
