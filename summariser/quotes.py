"""Direct quotations: where they open and close, over paragraphs and inside each other.

The scan goes paragraph by paragraph, so that one lost mark spoils one paragraph and no more. A quotation that a
paragraph leaves open runs on only if the next paragraph begins with an opening mark, as newspapers set
quotations of several paragraphs; otherwise it is reported as not closed, and is not fit to be posted.

Nothing here knows who is speaking, or whether anybody is: see ``speakers``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.marks import CLOSERS, DOUBLE, SINGLE, Mark, marks, points_inward
from summariser.model import Quotation, Span
from summariser.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOOKAHEAD = 12  # marks; bounds the look for a closing one, so that the scan stays linear
_LABEL = re.compile(
    r"(?:(?:(?:[A-Z][A-Z.'’-]+|[A-Z][a-z]+\.) ?){1,4}(?:\([^)\n]{1,40}\))?|[QA])\s?:\s"
)  # fmt: skip
_HEAD = frozenset('“"”„')  # marks that go on with each other's quotation at the head of a paragraph


@dataclass(frozen=True, slots=True)
class _Open:
    """A quotation under way: its latest opening mark, the paragraphs before this one, and where it began."""

    mark: Mark
    begun: int
    spans: tuple[Span, ...] = ()


def scan(text: str, language: str | None = None) -> tuple[Quotation, ...]:
    """Every outermost stretch of ``text`` in quotation marks, in order; time is linear in its length.

    ``language`` (ISO 639-1) decides which way round guillemets are set when the text itself leaves it open.
    """
    inward = points_inward(text, language)
    found: list[Quotation] = []
    carried: _Open | None = None
    for block in paragraphs(text):
        here = tuple(marks(text, block, inward=inward))
        if carried is not None and not _continues(text, block, here, carried, inward=inward):
            found.append(_unclosed(carried, turn=_is_turn(text, here, carried)))
            carried = None
        closed, carried = _Paragraph(text, block, here).read(carried)
        found.extend(closed)
    if carried is not None:
        found.append(_unclosed(carried, turn=False))
    return tuple(found)


def _continues(text: str, block: Span, here: Sequence[Mark], carried: _Open, *, inward: bool) -> bool:
    """Whether a paragraph takes up the quotation that the one before it left open."""
    if not here or text[block.start : here[0].span.start].strip() or _is_turn(text, here, carried):
        return False
    first = here[0].char
    # Spanish, Portuguese and French repeat the closing guillemet at the head of each further paragraph.
    if not inward and carried.mark.char == "«" and first == "»":
        return True
    return here[0].opens and (first == carried.mark.char or {first, carried.mark.char} <= _HEAD)


def _is_turn(text: str, here: Sequence[Mark], carried: _Open) -> bool:
    """Whether a transcript's next label ends the turn under way: *"PENNY: …* set paragraph by paragraph, unclosed."""
    labelled = bool(carried.spans) and _LABEL.match(text, carried.spans[0].start) is not None
    return labelled and bool(here) and _LABEL.match(text, here[0].span.end) is not None


class _Paragraph:
    """One paragraph's marks, read from left to right."""

    def __init__(self, text: str, block: Span, here: Sequence[Mark]) -> None:
        self._text = text
        self._block = block
        self._marks = here
        self._found: list[Quotation] = []
        self._open: _Open | None = None
        self._nested: list[Mark] = []

    def read(self, carried: _Open | None) -> tuple[list[Quotation], _Open | None]:
        """The quotations that end here, and the one that doesn't; ``carried`` goes on at the first mark."""
        begin = 0
        if carried is not None:
            # A repeated closing guillemet opens here, and is answered as the first mark is.
            mark = replace(self._marks[0], char=carried.mark.char)
            self._open = _Open(mark, carried.begun, carried.spans)
            begin = 1
        for index in range(begin, len(self._marks)):
            self._take(index)
        if self._open is None:
            return self._found, None
        rest = _trimmed(self._text, self._open.mark.span.end, self._block.end)
        return self._found, _Open(self._open.mark, self._open.begun, (*self._open.spans, rest))

    def _take(self, index: int) -> None:
        mark, current = self._marks[index], self._open
        if current is None:
            if mark.opens and self._may_open(index):
                self._begin(mark)
        elif self._nested and mark.closes and mark.char in CLOSERS[self._nested[-1].char]:
            self._nested.pop()
        elif mark.closes and mark.char in CLOSERS[current.mark.char] and not self._is_possessive(index, current):
            self._found.append(self._ended(current, mark.span.start, mark.span.end, closed=True))
            self._open = None
        elif mark.opens and _is_alike(mark, current.mark):
            # A second opening of the same kind: nested if both get closed, otherwise the first was never closed.
            alike = sum(_is_alike(mark, nested) for nested in self._nested)
            if self._closings_ahead(index) > 1 + alike:
                self._nested.append(mark)
            else:
                self._found.append(self._ended(current, mark.span.start, mark.span.start, closed=False))
                self._begin(mark)
        elif mark.opens and self._closings_ahead(index):
            self._nested.append(mark)

    def _begin(self, mark: Mark) -> None:
        self._open = _Open(mark, mark.span.start)
        self._nested = []

    def _ended(self, current: _Open, stop: int, end: int, *, closed: bool) -> Quotation:
        spans = (*current.spans, _trimmed(self._text, current.mark.span.end, stop))
        return Quotation(_filled(spans), Span(current.begun, end), closed)

    def _may_open(self, index: int) -> bool:
        """A straight single mark opens a quotation only when something closes it soon; the others always do."""
        mark = self._marks[index]
        return mark.char not in SINGLE or mark.char == "‘" or self._closings_ahead(index) > 0

    def _closings_ahead(self, index: int) -> int:
        mark = self._marks[index]
        count = 0
        for later in self._marks[index + 1 : index + 1 + _LOOKAHEAD]:
            if later.opens and not later.closes and later.char == mark.char:
                break
            count += later.closes and later.char in CLOSERS[mark.char]
        return count

    def _is_possessive(self, index: int, current: _Open) -> bool:
        """Whether it is the apostrophe of "the voters' choice", with the true closing mark still to come."""
        mark = self._marks[index]
        if current.mark.char not in SINGLE:
            return False
        end = mark.span.end
        after = self._text[end : end + 2]
        if self._text[mark.span.start - 1] not in "sS" or not (after[:1].isspace() and after[1:].islower()):
            return False
        for later in self._marks[index + 1 : index + 1 + _LOOKAHEAD]:
            if later.opens and later.char in SINGLE:
                return False
            if later.closes and later.char in CLOSERS[current.mark.char]:
                return True
        return False


def _is_alike(mark: Mark, other: Mark) -> bool:
    """Whether two opening marks are of one kind, so that the second inside the first is a surprise."""
    return mark.char == other.char or (mark.char in DOUBLE and other.char in DOUBLE)


def _unclosed(carried: _Open, *, turn: bool) -> Quotation:
    """A quotation that nothing closes; a transcript's turn needs no mark, the next label closes it."""
    spans = _filled(carried.spans)
    return Quotation(spans, Span(carried.begun, max(carried.begun, carried.spans[-1].end)), closed=turn)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _filled(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans that hold something, or where none does, the first."""
    return tuple(span for span in spans if span.end > span.start) or spans[:1]
