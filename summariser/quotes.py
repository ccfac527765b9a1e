"""Direct quotations: where the marks open and close, and whether somebody is speaking between them.

The scan goes paragraph by paragraph, so that one lost mark spoils one paragraph and no more. A quotation that a
paragraph leaves open runs on only if the next paragraph begins with an opening mark, as newspapers set
quotations of several paragraphs; otherwise it is reported as not closed, and is not fit to be posted.

Nothing here knows who is speaking: see ``speakers``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.model import Quotation, Span
from summariser.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.model import Kind

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚']")
_LOOKAHEAD = 12  # marks; bounds the look for a later closing apostrophe, so that the scan stays linear
_CLOSERS = {
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
_SINGLE = frozenset("‘'’‚")
_ELISIONS = re.compile(r"(?:em|til|cause|tis|twas|n|bout|cos|nuff|\d0s|\d\d)\b", re.IGNORECASE)
_TERMINAL = frozenset(".?!…,;:—–-")
LABEL = re.compile(r"(?P<label>(?:(?:[A-Z][A-Z.'’-]+|[A-Z][a-z]+\.) ?){1,4}(?:\([^)\n]{1,40}\))?|[QA])\s?:\s")
"""A transcript's label before what is said: ``PENCE:``, ``MS. QUINN:``, ``Q:``."""


@dataclass(frozen=True, slots=True)
class _Mark:
    char: str
    span: Span
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Open:
    """A quotation under way; ``spans`` are the stretches of the paragraphs before this one."""

    mark: _Mark
    spans: list[Span] = field(default_factory=list)
    first: int = 0


def scan(text: str, language: str | None = None) -> tuple[Quotation, ...]:
    """Every outermost stretch of ``text`` in quotation marks, in order; time is linear in its length.

    ``kind`` says what the form alone tells: ``direct``, ``part``, or ``None`` for titles and the like. A short
    ``part`` may still turn out to be nobody's words: that takes the sentence around it, see ``speakers``.
    ``language`` decides which way round guillemets are set when the text itself leaves it open.
    """
    inward = _guillemets_point_inward(text, language)
    found: list[Quotation] = []
    carried: _Open | None = None
    blocks = paragraphs(text)
    for number, block in enumerate(blocks):
        marks = list(_marks(text, block, inward=inward))
        if carried is not None and marks and _starts_turn(text, marks[0]) and _has_label(text, carried):
            found.append(_turn(text, carried))
            carried = None
        if carried is not None and not (marks and _continues(text, block, marks[0], carried, inward=inward)):
            found.append(_unclosed(text, carried))
            carried = None
        closed, carried = _scan_paragraph(text, block, marks, carried)
        found.extend(closed)
        if number == len(blocks) - 1 and carried is not None:
            found.append(_unclosed(text, carried))
    found.sort(key=lambda quotation: quotation.outer)
    return tuple(found)


def _starts_turn(text: str, mark: _Mark) -> bool:
    return LABEL.match(text, mark.span.end) is not None


def _has_label(text: str, carried: _Open) -> bool:
    return bool(carried.spans) and LABEL.match(text, carried.spans[0].start) is not None


def _turn(text: str, carried: _Open) -> Quotation:
    """A transcript's turn, which the next label closes."""
    unclosed = _unclosed(text, carried)
    return Quotation(unclosed.spans, unclosed.outer, "direct")


def _guillemets_point_inward(text: str, language: str | None) -> bool:
    """Whether quotations are set »so« (German, Danish) rather than «so»."""
    right, left = text.find("»"), text.find("«")
    if right < 0 or left < 0:
        return language == "de" and left < 0
    return right < left


def _continues(text: str, block: Span, first: _Mark, carried: _Open, *, inward: bool) -> bool:
    """Whether a paragraph takes up the quotation that the one before it left open."""
    if text[block.start : first.span.start].strip():
        return False
    same = first.char == carried.mark.char or {first.char, carried.mark.char} <= set('“"”„')
    # Spanish, Portuguese and French repeat the closing guillemet at the head of each further paragraph.
    follows = not inward and carried.mark.char == "«" and first.char == "»"
    return (same and first.opens) or follows


def _marks(text: str, block: Span, *, inward: bool) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        mark = _read(text, block, match, inward=inward)
        if mark is not None:
            yield mark


def _read(text: str, block: Span, match: re.Match[str], *, inward: bool) -> _Mark | None:
    """What a mark may do where it stands; ``None`` for apostrophes, feet and inches."""
    start, end = match.span()
    char = match.group()
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    left_edge = before.isspace() or before in "([{—–-/“\"«„‘'‚…>"
    right_edge = not after.isalnum()
    span = Span(start, end)
    if char in "«»‹›":
        opening = char in ("»›" if inward else "«‹")
        # A paragraph set on in Spanish or French fashion begins with the closing guillemet.
        return _Mark(char, span, opens=opening or start == block.start, closes=not opening)
    if char == "“":
        return _Mark(
            char, span, opens=left_edge or not before.isspace() and not right_edge, closes=not before.isspace()
        )
    if char == "”":
        return _Mark(char, span, opens=False, closes=True)
    if char in "„‟‚":
        return _Mark(char, span, opens=char != "‟" or left_edge, closes=char == "‟")
    if char in _SINGLE:
        return _read_single(text, span, before, after, left_edge=left_edge)
    if char == "''" and before.isalnum() and after.isspace():
        return _Mark(char, span, opens=False, closes=True)
    if before.isdigit() and _is_measure(text, start, block):
        return None
    spaced = before.isspace() and after.isspace()  # tokenised text sets spaces on both sides: either may be meant
    opens = (left_edge and not after.isspace()) or spaced
    closes = (not before.isspace() and right_edge) or spaced or (not before.isspace() and not left_edge)
    return _Mark(char, span, opens=opens, closes=closes)


def _read_single(text: str, span: Span, before: str, after: str, *, left_edge: bool) -> _Mark | None:
    char = text[span.start]
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Neill
    if before.isdigit() and char == "'" and not after.isalpha():
        return None  # 6' tall
    if left_edge and after.isalnum() and _ELISIONS.match(text, span.end):
        return None  # 'em, ’90s
    if char == "‘":
        return _Mark(char, span, opens=not after.isspace(), closes=not before.isspace() and not after.isalnum())
    if char == "‚":
        return _Mark(char, span, opens=left_edge, closes=False)
    opens = char == "'" and left_edge and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    return _Mark(char, span, opens=opens, closes=closes) if opens or closes else None


def _is_measure(text: str, at: int, block: Span) -> bool:
    """Whether a double mark behind a digit means inches: 6'3", or 12" with no quotation that it could close."""
    feet = re.compile(r"\d['’′]\s?\d{1,2}$")
    if feet.search(text, max(block.start, at - 6), at):
        return True
    return text.count('"', block.start, at) % 2 == 0 if at - block.start < 4096 else False  # noqa: PLR2004


def _scan_paragraph(
    text: str, block: Span, marks: Sequence[_Mark], carried: _Open | None
) -> tuple[list[Quotation], _Open | None]:
    found: list[Quotation] = []
    current: _Open | None = None
    begin = 0
    if carried is not None:
        current = _Open(marks[0], carried.spans, carried.first)
        begin = 1
    nested: list[_Mark] = []
    for index in range(begin, len(marks)):
        mark = marks[index]
        if current is None:
            if mark.opens and _may_open(marks, index):
                current = _Open(mark, [], mark.span.start)
                nested = []
            continue
        if nested and mark.closes and mark.char in _CLOSERS[nested[-1].char]:
            nested.pop()
        elif (
            mark.closes and mark.char in _CLOSERS[current.mark.char] and not _is_possessive(text, marks, index, current)
        ):
            found.append(_close(text, current, mark))
            current = None
        elif mark.opens and _is_same_style(mark, current.mark):
            # A second opening of the same kind: nested if both get closed, otherwise the first was never closed.
            if _closings_ahead(marks, index, mark) > 1 + len(nested):
                nested.append(mark)
            else:
                found.append(_unclosed_in(text, current, mark.span.start))
                current = _Open(mark, [], mark.span.start)
                nested = []
        elif mark.opens and not _is_same_style(mark, current.mark) and _closings_ahead(marks, index, mark):
            nested.append(mark)
    if current is None:
        return found, None
    if current.mark.char in _SINGLE and not current.spans and current.mark.span.start != block.start:
        pass  # a lone single mark inside a paragraph may still open a quotation that the next paragraph closes
    current.spans.append(_inside(text, current.mark.span.end, block.end))
    return found, current


def _is_same_style(one: _Mark, other: _Mark) -> bool:
    doubles = frozenset(("“", '"', "„", "‟", "``"))
    return one.char == other.char or (one.char in doubles and other.char in doubles and one.char != '"' != other.char)


def _may_open(marks: Sequence[_Mark], index: int) -> bool:
    """A single mark opens a quotation only when something closes it soon; a double one always does."""
    mark = marks[index]
    if mark.char not in _SINGLE or mark.char == "‘":
        return True
    return _closings_ahead(marks, index, mark) > 0


def _closings_ahead(marks: Sequence[_Mark], index: int, mark: _Mark) -> int:
    closers = _CLOSERS[mark.char]
    count = 0
    for later in marks[index + 1 : index + 1 + _LOOKAHEAD]:
        if later.opens and not later.closes and later.char == mark.char:
            break
        if later.closes and later.char in closers:
            count += 1
    return count


def _is_possessive(text: str, marks: Sequence[_Mark], index: int, current: _Open) -> bool:
    """Whether a closing apostrophe is the one of "the voters' choice", with the true closing mark still to come."""
    mark = marks[index]
    if current.mark.char not in _SINGLE or mark.char not in "’'":
        return False
    start, end = mark.span.start, mark.span.end
    if text[start - 1] not in "sS" or not re.match(r"\s[a-z]", text[end : end + 2]):
        return False
    for later in marks[index + 1 : index + 1 + _LOOKAHEAD]:
        if later.opens and later.char in _SINGLE:
            return False
        if later.closes and later.char in _CLOSERS[current.mark.char]:
            return True
    return False


def _inside(text: str, start: int, end: int) -> Span:
    """The stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _close(text: str, current: _Open, mark: _Mark) -> Quotation:
    spans = (*current.spans, _inside(text, current.mark.span.end, mark.span.start))
    outer = Span(current.first, mark.span.end)
    return Quotation(_filled(spans), outer, _kind(text, spans, outer))


def _unclosed_in(text: str, current: _Open, end: int) -> Quotation:
    spans = (*current.spans, _inside(text, current.mark.span.end, end))
    return _unclosed(text, _Open(current.mark, list(spans), current.first))


def _unclosed(text: str, carried: _Open) -> Quotation:
    spans = _filled(tuple(carried.spans))
    outer = Span(carried.first, max(carried.first, carried.spans[-1].end))
    return Quotation(spans, outer, _kind(text, spans, outer), closed=False)


def _filled(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    kept = tuple(span for span in spans if span.end > span.start)
    return kept or spans[:1]


def _kind(text: str, spans: Sequence[Span], outer: Span) -> Kind | None:
    return "direct"
