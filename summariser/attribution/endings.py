"""The noun phrase that ends right before a verb: how far to the left it reaches, and where its head begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.phrases import ARTICLE, Phrase, name_start, opening_bracket, pairs
from summariser.attribution.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.tokens import Token


def ending_at(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is at ``last`` and which begins at ``floor`` or later."""
    token = tokens[last]
    if token.kind == "p" and token.text in ")]":
        opening = opening_bracket(tokens, last, floor)
        inner = ending_at(tokens, opening - 1, floor) if floor < opening < last else None
        return Phrase(inner.start, last + 1) if inner else None
    if token.kind == "p" and token.low != "'s":
        return None
    if token.has(Tag.PRONOUN):
        return Phrase(last, last + 1)
    if token.has(Tag.CONJUNCTION | Tag.SUBORDINATOR | Tag.PREPOSITION):
        return None
    start = _stretch(tokens, last, floor)
    return Phrase(_head_start(tokens, start, last), last + 1) if start <= last else None


def _stretch(tokens: Sequence[Token], last: int, floor: int) -> int:
    """As far left from ``last`` as a phrase could reach: to a comma, a verb, *that*, a quotation."""
    at = last
    while at >= floor:
        token = tokens[at]
        if token.kind == "q" or (token.kind == "p" and token.low != "'s" and token.text not in "&-’'"):
            break
        if at < last and _stops_stretch(tokens, at):
            break
        at -= 1
    return at + 1


def _stops_stretch(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.has(Tag.SUBORDINATOR | Tag.AUXILIARY | Tag.RELATIVE | Tag.PRONOUN):
        return True
    if token.has(Tag.CUE | Tag.PARTICIPLE) and not token.has(Tag.ROLE):
        return True
    return token.has(Tag.CONJUNCTION) and not pairs(tokens, at)


def _head_start(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where in the stretch the phrase truly begins: a fronted *On Monday* or *In a tweet* is not part of it."""
    while start < last and _is_fronted(tokens, start):
        start += 1
    if tokens[last].has(Tag.NAME):
        return _name_phrase_start(tokens, start, last)
    articles = [
        at for at in range(start + 1, last + 1) if tokens[at].has(ARTICLE) and not tokens[at - 1].has(Tag.PREPOSITION)
    ]
    if articles:
        return articles[-1]
    return _past_fronted(tokens, start, last) if tokens[start].has(Tag.PREPOSITION | Tag.TIME) else start


def _is_fronted(tokens: Sequence[Token], at: int) -> bool:
    """A word that may stand in front of a subject without being of it."""
    token, following = tokens[at], tokens[at + 1 : at + 3]
    if token.has(Tag.CONJUNCTION) or (token.has(Tag.ADVERB) and not token.has(Tag.DETERMINER)):
        return True
    if not token.has(Tag.PREPOSITION) or not following:
        return False
    if following[0].has(Tag.DETERMINER):
        return True
    return len(following) > 1 and following[0].has(Tag.PREPOSITION) and following[1].has(Tag.DETERMINER)


def _past_fronted(tokens: Sequence[Token], start: int, last: int) -> int:
    """*On Monday | officials*, *In Berlin | officials*."""
    for at in range(start + 1, last + 1):
        if not tokens[at].has(Tag.TIME) and tokens[at - 1].has(Tag.TIME):
            return at
    back = last
    while back > start and not tokens[back - 1].has(Tag.PREPOSITION | Tag.NAME):
        back -= 1
    return back


def _name_phrase_start(tokens: Sequence[Token], start: int, last: int) -> int:
    """The start of what leads up to a name: *a spokesman for* Trump, *longtime adviser* Roger Stone."""
    run = name_start(tokens, last + 1, start)
    at = run
    while at > start:
        before = tokens[at - 1]
        if before.has(Tag.PREPOSITION):
            head = _described_before(tokens, start, at - 1)
            return at if head is None else head
        if before.has(ARTICLE):
            return at - 1
        if before.has(Tag.NAME):
            at = name_start(tokens, at, start)
        elif at - 1 > start and pairs(tokens, at - 1) and tokens[at - 2].has(Tag.NAME):
            at = name_start(tokens, at - 1, start)
        elif before.low == "'s" or before.kind == "n" or _leads_to_name(tokens, at - 1, run):
            at -= 1
        else:
            break
    return at


def _leads_to_name(tokens: Sequence[Token], at: int, run: int) -> bool:
    """Whether the lower-case words from ``at`` to the name are its role: *longtime adviser* Roger Stone."""
    if tokens[at].kind != "w" or tokens[at].has(Tag.TIME):
        return False
    return any(token.has(Tag.ROLE | Tag.BODY) for token in tokens[at:run])


def _described_before(tokens: Sequence[Token], start: int, link: int) -> int | None:
    """The start of *a spokesman* in *a spokesman for Trump*; ``link`` is at the preposition."""
    if link - 1 < start:
        return None
    head = tokens[link - 1]
    hangs = head.has(Tag.ROLE | Tag.BODY) or (tokens[link].low == "of" and head.kind == "w")
    if not hangs and not any(token.has(Tag.ROLE) for token in tokens[start:link]):
        return None
    at = link - 1
    while at > start and not tokens[at].has(ARTICLE):
        if tokens[at - 1].has(Tag.PREPOSITION) and tokens[at - 1].low not in ("of", "for", "at"):
            break
        at -= 1
    return at
