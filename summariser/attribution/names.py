"""Names of people as they stand in a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.attribution.phrases import ARTICLE, first_phrase, is_adverbial, name_end
from summariser.attribution.roles import (
    PLAIN_HONORIFICS,
    gender_of,
    heads_of,
    is_name,
    proper_name,
    role_before,
    role_behind,
)
from summariser.attribution.tags import Tag
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.attribution.phrases import Phrase
    from summariser.attribution.tokens import Line, Token
    from summariser.lexicon import Gender, Lexicon

_LEAD = 40  # tokens of a sentence in which its subject is looked for
_BEHIND = 5  # tokens behind a subject in which a name set in apposition begins
_SHOUTED = 3  # letters above which a lone word in capitals is a heading


@dataclass(frozen=True, slots=True)
class Name:
    """A name at token ``at``; ``sure`` when a role or an honorific says it is a person's.

    ``subject`` when it leads its sentence, ``opens`` when its capital may be only the sentence's, ``speaks`` when a
    verb of saying follows.
    """

    span: Span
    shown: str
    words: tuple[str, ...]
    gender: Gender | None
    role: str | None
    heads: frozenset[str]
    line: int
    at: int
    sentence: int
    subject: bool
    sure: bool
    opens: bool
    speaks: bool


def names(number: int, line: Line, lex: Lexicon) -> Iterator[Name]:
    """The names of people in paragraph ``number``, in order."""
    tokens = line.tokens
    at = 0
    sentence = -1
    lead: Phrase | None = None
    while at < len(tokens):
        if line.firsts[at] != sentence:
            sentence = line.firsts[at]
            lead = _lead(line, sentence)
        token = tokens[at]
        if not (token.has(Tag.NAME) or (token.capital and token.has(Tag.HONORIFIC))):
            at += 1
            continue
        end = name_end(tokens, at)
        subject = lead is not None and _leads(tokens, lead, at) and not _modifies(tokens, lead, end)
        found = _name(number, line, Span(at, max(end, at + 1)), lex, subject=subject)
        if found:
            yield found
        at = max(end, at + 1)


def _lead(line: Line, start: int) -> Phrase | None:
    """The subject of the sentence that begins at ``start``, past a quotation that it sets out with."""
    stop = start
    while stop < min(len(line.tokens), start + _LEAD) and stop not in line.stops:
        stop += 1
    if start < stop and line.tokens[start].kind == "q":
        start += 1
    return first_phrase(line, start, stop)


def _leads(tokens: Sequence[Token], lead: Phrase, at: int) -> bool:
    """Whether the name at ``at`` is the subject's head, or set behind it: *Her partner, the fiddler Rab Kinneard*."""
    if lead.start <= at < lead.end:
        return not any(token.has(Tag.PREPOSITION) or token.low == "'s" for token in tokens[lead.start : at])
    back = at - 1
    while back > lead.end and (tokens[back].text == "," or tokens[back].has(ARTICLE | Tag.ROLE)):
        back -= 1
    if 0 < back < at and tokens[back].has(Tag.CUE) and tokens[back - 1].kind in "pq":
        return True  # "…, said her co-author, Luis Tamborra"
    behind = tokens[lead.end : at]
    if not behind or len(behind) >= _BEHIND or behind[0].text != ",":
        return False
    return all(
        token.kind == "w" and not token.has(Tag.PREPOSITION | Tag.AUXILIARY | Tag.RELATIVE) for token in behind[1:]
    )


def _modifies(tokens: Sequence[Token], lead: Phrase, end: int) -> bool:
    """Whether a name goes on to somebody else's role: *George W. Bush | speechwriter Noam Neusner*."""
    return end < lead.end and tokens[end].kind == "w" and not tokens[end].has(Tag.PREPOSITION | Tag.CONJUNCTION)


def _name(number: int, line: Line, run: Span, lex: Lexicon, *, subject: bool) -> Name | None:
    """The name in a run of capitals, if it is a person's."""
    tokens = line.tokens
    start, end, sentence = run.start, run.end, line.firsts[run.start]
    while start < end - 1 and start == sentence and is_adverbial(tokens, start):
        start += 1
    read = proper_name(tokens, start, end)
    first, end, proper, honorific = read.first, read.end, read.words, read.honorific
    if not proper or not is_name(proper, honorific) or not _is_personal(proper):
        return None
    shown = first
    while shown < end - 1 and tokens[shown].low in PLAIN_HONORIFICS:
        shown += 1
    role = role_before(line, start, first, end) or role_behind(line, end)
    following = tokens[end : end + 1]
    return Name(
        Span(tokens[first].start, tokens[end - 1].end),
        line.cut(shown, end),
        tuple(token.low for token in proper),
        gender_of(honorific, proper, role, lex),
        role,
        frozenset(heads_of(role, honorific, lex)),
        number,
        start,
        sentence,
        subject and not any(token.low == "'s" for token in following),
        bool(role or honorific),
        start == sentence,
        any(token.has(Tag.CUE) for token in following),
    )


def _is_personal(proper: Sequence[Token]) -> bool:
    if any(token.has(Tag.BODY) for token in proper):
        return False
    return not (len(proper) == 1 and proper[0].text.isupper() and len(proper[0].text) > _SHOUTED)
