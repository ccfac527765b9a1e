"""The words inside quotation marks, blanked out, so that what somebody says is not taken for what the page says."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Span

LONGEST = 1500
"""Characters after which a mark is taken for a stray one. Longer paragraphs of speech exist, but no appeal is near."""

MOST_INSIDE = 40
"""Marks within one quotation, apostrophes counted: so many are looked through for the one that closes it."""

TITLE_WORDS = 5
"""As many words or fewer, without a stop, are a name: 'The A Word', »Flaschenpost«."""

_CLOSERS = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‚": "‘’", "‹": "›", "›": "‹"}
_SINGLE = "‘'‚"
_MARK = re.compile("[“”„«»\"‘’'‚‹›]")
_STOPPED = re.compile(r"[.!?,…]\s*\Z")


def blanked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The line with what stands in quotation marks turned to spaces, and where somebody speaks in it.

    A paragraph that opens a quotation and doesn't close it is speech to its end.
    """
    marks = list(_MARK.finditer(line))
    pieces: list[str] = []
    speech: list[tuple[int, int]] = []
    at = number = 0
    while number < len(marks):
        start = marks[number].start()
        closing = _closing(line, marks, number)
        if closing is None:
            number += 1
            continue
        after, end = closing
        inside = line[start + 1 : end - 1]
        if len(inside.split()) > TITLE_WORDS or _STOPPED.search(inside[-3:]):
            speech.append((start, end))
        pieces += [line[at:start], " " * (end - start)]
        at, number = end, after
    pieces.append(line[at:])
    return "".join(pieces), speech


def is_spoken(speech: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether somebody speaks in ``span``; ``speech`` is in order and nothing in it overlaps."""
    before = bisect_left(speech, (span.end,)) - 1
    return before >= 0 and speech[before][1] > span.start


def _closing(line: str, marks: list[re.Match[str]], number: int) -> tuple[int, int] | None:
    """The number of the mark after the closing one, and where the quotation ends; ``None`` if none opens here."""
    start, mark = marks[number].start(), marks[number][0]
    if mark not in _CLOSERS or not _opens(line, start, mark):
        return None
    for later in range(number + 1, min(len(marks), number + MOST_INSIDE)):
        at = marks[later].start()
        if at - start > LONGEST:
            return None
        if marks[later][0] in _CLOSERS[mark] and (mark not in _SINGLE or _may_close(line, at)):
            return later + 1, at + 1
    if mark in _SINGLE or number + MOST_INSIDE < len(marks) or len(line) - start > LONGEST:
        return None
    return len(marks), len(line)


def _opens(line: str, at: int, mark: str) -> bool:
    before = line[at - 1] if at else " "
    after = line[at + 1] if at + 1 < len(line) else " "
    if mark in _SINGLE:
        return not before.isalnum() and not after.isspace()
    return mark != "»" or (not before.isalnum() and not after.isspace())


def _may_close(line: str, at: int) -> bool:
    after = line[at + 1] if at + 1 < len(line) else " "
    return not line[at - 1].isspace() and not after.isalnum()
