"""Quotation marks: what each may do where it stands, and what is no mark at all: apostrophes, feet and inches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSERS = {
    "“": '”"″',
    '"': '"”',
    "„": '“”"‟',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’'",
    "``": ("''", '"', "``"),
    "''": ("''",),
}
"""What may close each opening mark; typing mixes curly and straight ones, sometimes in one quotation."""

SINGLE = frozenset("‘'’‚")
DOUBLE = frozenset(("“", "„", "‟", "``"))

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚']")
_ELISIONS = re.compile(r"(?:em|til|cause|tis|twas|n|bout|cos|nuff|\d0s|\d\d)\b", re.IGNORECASE)
_FEET = re.compile(r"\d['’′]\s?\d{1,2}\Z")
_FEET_LENGTH = 6
_INWARD = re.compile(r"(?<![^\s(])»(?=\S)")
_INWARD_INSIDE = re.compile(r"(?<=[ \t(])»(?=\S)")
_OUTWARD = re.compile(r"(?<![^\s(’'])«")
_BEFORE = "([{—–-/“\"«„‘'‚…>"  # what may stand right before an opening mark, besides white space


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, and whether it may open or close a quotation where it stands: some may do either."""

    char: str
    span: Span
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Around:
    """The characters on both sides of a mark; a paragraph's edge is as good as a space."""

    before: str
    after: str

    @property
    def at_left_edge(self) -> bool:
        return self.before.isspace() or self.before in _BEFORE


def marks(text: str, block: Span, *, inward: bool) -> Iterator[Mark]:
    """The quotation marks of a paragraph, in order; ``inward``: guillemets are set »so«."""
    straight = 0
    for match in _MARK.finditer(text, block.start, block.end):
        start, end = match.span()
        around = _Around(
            text[start - 1] if start > block.start else " ",
            text[end] if end < block.end else " ",
        )
        char, span = match.group(), Span(start, end)
        if char in "«»‹›":
            yield _guillemet(char, span, inward=inward)
        elif char in SINGLE:
            single = _single(text, char, span, around)
            if single is not None:
                yield single
        elif char != '"' or not _is_inches(text, start, block, around, straight):
            straight += char == '"'
            yield _double(char, span, around)


def points_inward(text: str, language: str | None) -> bool:
    """Whether guillemets are set »so« (German, Danish) rather than «so»; ``language`` decides if the text doesn't."""
    outward = len(_OUTWARD.findall(text))
    # At the head of a paragraph it may go on with a quotation in Spanish or French fashion.
    inward = len((_INWARD_INSIDE if outward else _INWARD).findall(text))
    return inward > outward if inward != outward else language == "de"


def _guillemet(char: str, span: Span, *, inward: bool) -> Mark:
    opening = char in ("»›" if inward else "«‹")
    return Mark(char, span, opens=opening, closes=not opening)


def _double(char: str, span: Span, around: _Around) -> Mark:
    free = around.before.isspace()
    edge = around.at_left_edge
    ends_word = not around.after.isalnum()
    if char == "”":
        return Mark(char, span, opens=False, closes=True)
    if char == "“":
        return Mark(char, span, opens=edge or not ends_word or not free, closes=not free)
    if char == "„":
        return Mark(char, span, opens=True, closes=False)
    if char == "‟":
        return Mark(char, span, opens=edge, closes=True)
    if char == "''":
        return Mark(char, span, opens=free and not around.after.isspace(), closes=True)
    spaced = free and around.after.isspace()  # tokenised text sets spaces on both sides: either may be meant
    return Mark(char, span, opens=spaced or (edge and not around.after.isspace()), closes=spaced or not free)


def _single(text: str, char: str, span: Span, around: _Around) -> Mark | None:
    before, after = around.before, around.after
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Neill
    if before.isdigit() and char == "'" and not after.isalpha():
        return None  # 6' tall
    if around.at_left_edge and after.isalnum() and _ELISIONS.match(text, span.end):
        return None  # 'em, ’90s
    if char == "‚":
        return Mark(char, span, opens=around.at_left_edge, closes=False)
    closes = not before.isspace() and not after.isalnum()
    opens = not after.isspace() and (char == "‘" or (char == "'" and around.at_left_edge))
    return Mark(char, span, opens=opens, closes=closes) if opens or closes else None


def _is_inches(text: str, at: int, block: Span, around: _Around, straight: int) -> bool:
    """Whether a straight mark behind a digit means inches: 6'3", or 12" with no quotation that it could close."""
    if not around.before.isdigit():
        return False
    return straight % 2 == 0 or _FEET.search(text, max(block.start, at - _FEET_LENGTH), at) is not None
