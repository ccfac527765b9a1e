"""Whose quotations are meant, and which those are, over all articles of a thread."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import NobodyQuoted, WhoseQuotes
from bot.follow_ups import is_pointed_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Quoted
    from summariser.model import Exchange, Quote

CLEARLY = 2
"""Times as often as anybody else somebody must be quoted, to be who is meant by *her*."""

_BEFORE_NAMES = frozenset({"the", "mr", "mrs", "ms", "sir", "dr"})
_PARTS = re.compile(r"[^\W_]+")
_AND = re.compile(r"\s*[,&]\s*|\s+(?:and|und|et|y|e|en)\s+", re.IGNORECASE)


def quoted_of(quoted: Sequence[Quoted], who: str, heard: Sequence[Exchange]) -> tuple[Quoted, ...]:
    """What ``who`` said, by the article it stands in, or what everybody did, where that is empty.

    ``heard`` is what was asked before: whoever a word like *his* means may have been spoken of.

    Raises:
        WhoseQuotes: if it is open whom such a word means.
        NobodyQuoted: if they are not quoted.
    """
    named = Counter(name for each in quoted for name in _named(each.quotes))
    meant = (_last_named(quoted, heard) or _only(named, len(quoted))) if is_pointed_at(who) else who
    found = _by(quoted, [meant])
    if not found and len(several := _AND.split(who)) > 1:
        found = _by(quoted, [each for each in several if each])
    if not found:
        raise NobodyQuoted(who, tuple(named))
    return found


def named_in(quoted: Quoted) -> str:
    """Somebody who is quoted there by name; empty where nobody is."""
    return next(_named(quoted.quotes), "")


def _by(quoted: Sequence[Quoted], wanted: Sequence[str]) -> tuple[Quoted, ...]:
    everybody = wanted == [""]
    theirs = (
        replace(each, quotes=tuple(one for one in each.quotes if everybody or any(_is_by(one, who) for who in wanted)))
        for each in quoted
    )
    return tuple(each for each in theirs if each.quotes)


def _named(quotes: Sequence[Quote]) -> Iterator[str]:
    return (each.speaker.name for each in quotes if each.credited and each.speaker)


def _last_named(quoted: Sequence[Quoted], heard: Sequence[Exchange]) -> str:
    """Whoever was quoted last in an answer; empty where nobody was."""
    every = [quote for each in quoted for quote in each.quotes]
    shown = (passage for exchange in reversed(heard) for passage in exchange.passages)
    said = (
        quote
        for passage in shown
        for quote in every
        if quote.article == passage.article and any(span.overlaps(passage.span) for span in quote.spans)
    )
    return next(_named([*said]), "")


def _only(named: Counter[str], articles: int) -> str:
    """The only one who is quoted; of one article also who is by far the most.

    Raises:
        WhoseQuotes: if there is no such person.
    """
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    if not most or (next_most and (articles > 1 or most < CLEARLY * next_most)):
        raise WhoseQuotes(tuple(named))
    return first


def _is_by(quote: Quote, who: str) -> bool:
    """Whether it is said by somebody whose name or role has those words; only where that is sure."""
    if not quote.credited or quote.speaker is None:
        return False
    theirs = {part.casefold() for part in _PARTS.findall(f"{quote.speaker.name} {quote.speaker.role or ''}")}
    wanted = [part.casefold() for part in _PARTS.findall(who) if part.casefold() not in _BEFORE_NAMES]
    return bool(wanted) and all(part in theirs for part in wanted)
