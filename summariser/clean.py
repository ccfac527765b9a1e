"""What is not the story: appeals, sign-ups, cookie and "read more" lines, dates and authors, in plain text.

The order of trust was measured on full pages: a rule over a block of sentences is right where single words lose one
word of the story in twenty. See ``cleaning.appeals`` for that rule, ``cleaning.labels`` for lines known by their
shape and ``cleaning.dateline`` for what stands over a story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from summariser.cleaning.appeals import appeals, paper
from summariser.cleaning.asides import asides
from summariser.cleaning.dateline import header, is_headline
from summariser.cleaning.labels import MORE_BARE, copyright_holder, is_label
from summariser.cleaning.quoting import blanked
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

PASSES = 12
"""What is taken off bares what lay under it. Two or three rounds settle any real text; the bound keeps time linear."""

# Joiners are letters to Persian, Hindi and emoji; between Latin letters they are debris.
LONGEST_LIST = 6
"""Headlines that may be listed under one "Read more:"."""

_INVISIBLE = re.compile("[\x00\u200b\u2060\ufeff\u00ad]|(?<=[\t-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\t-\u024f])")
_EMPTY_LINES = re.compile(r"\n{3,}")
_QUESTION = re.compile(r"\n[^\n]{1,100}\?(?=\n|\Z)")
_BETWEEN = " \t\xa0\n|·•"
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The story, what was taken off it in order, and what the lines around it say about it.

    ``title`` is a headline that stood over the story: it is neither in ``text`` nor in ``dropped``. A date that can
    be read in two ways leaves ``published`` empty. ``site`` is given only by a paper that names itself.
    """

    text: str
    dropped: tuple[str, ...] = ()
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: date | None = None


@dataclass(slots=True)
class _Finds:
    """What the rounds so far have found: stretches of the text that go, and what was read off them."""

    gone: list[Span] = field(default_factory=list[Span])
    dropped: list[Span] = field(default_factory=list[Span])
    title: str | None = None
    byline: str | None = None
    published: date | None = None


def clean(text: str, *, title: str | None = None) -> Cleaned:
    """The story in ``text``, to the character, without what surrounds it. Cleaning again changes nothing.

    ``title`` is the story's headline where it is known already: then no other line is taken for one.
    """
    whole = _normal(text)
    finds = _Finds()
    left, starts = whole, [(0, 0)]
    for _ in range(PASSES):
        spans = [_back(starts, span) for span in _page_matter(left, finds)]
        finds.dropped += spans
        if not spans and not (spans := _headline(left, starts, finds, title)):
            break
        finds.gone += spans
        left, starts = _without(whole, finds.gone)
    dropped = tuple(span.cut(whole).strip() for span in _merged(whole, finds.dropped))
    return Cleaned(left, dropped, finds.title, finds.byline, _site(dropped), finds.published)


def _normal(text: str) -> str:
    """Only line ends, invisible debris, white space at ends of lines and empty lines beyond one."""
    plain = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (line.rstrip(" \t\xa0") for line in plain.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _page_matter(text: str, finds: _Finds) -> list[Span]:
    """Dates and authors over the story; labels, links with the headlines listed under them, and appeals."""
    lines = [Span(found.start(), found.end()) for found in _LINE.finditer(text)]
    over = header(text, lines)
    finds.byline = finds.byline or over.byline
    finds.published = finds.published or over.published
    ends = {span.start: span.end for span in over.spans}
    lines = [Span(ends.get(line.start, line.start), line.end) for line in lines]
    lines = [line for line in lines if line.start < line.end]
    buttons: set[int] = set()
    for number, line in enumerate(lines):
        if is_label(blanked(line.cut(text))[0].strip()) or (number - 1 in buttons and _is_listed(text, lines, number)):
            buttons.add(number)
    found = [*over.spans, *(lines[number] for number in buttons), *appeals(text, lines, buttons)]
    return sorted(found or asides(text, lines, buttons))


def _headline(text: str, starts: Sequence[tuple[int, int]], finds: _Finds, title: str | None) -> list[Span]:
    """The headline over the story, if a line is one; where the ``title`` is known, only that."""
    lines = [Span(found.start(), found.end()) for found in islice(_LINE.finditer(text), 2)]
    if len(lines) < len(("headline", "story")):
        return []
    first, second = lines
    if title is not None and _plain(first.cut(text)) != _plain(title):
        return []
    apart = text.count("\n", first.end, second.start) > 1 or "\n\n" not in text
    if not apart or not is_headline(first.cut(text)) or is_headline(second.cut(text)) or _is_asked(text, first):
        return []
    taken = [_back(starts, first)]
    if finds.title is None:
        finds.title = first.cut(text)
    else:
        finds.dropped += taken
    return taken


def _plain(line: str) -> str:
    """The letters and figures alone: a title's marks and capitals differ from place to place on a page."""
    return "".join(filter(str.isalnum, line.casefold()))


def _is_asked(text: str, first: Span) -> bool:
    """Whether a first line in the shape of a question is the first of an interview's."""
    return text[first.end - 1] == "?" and bool(_QUESTION.search(text, first.end))


def _is_listed(text: str, lines: Sequence[Span], number: int) -> bool:
    """Whether a line is one of the headlines listed under "Read more:"."""
    first = number - 1
    while first > max(0, number - LONGEST_LIST) and not MORE_BARE.fullmatch(lines[first].cut(text)):
        first -= 1
    together = text[lines[number - 1].end : lines[number].start].count("\n") == 1
    return together and bool(MORE_BARE.fullmatch(lines[first].cut(text))) and is_headline(lines[number].cut(text))


def _without(text: str, gone: Sequence[Span]) -> tuple[str, list[tuple[int, int]]]:
    """``text`` without these stretches, and for each piece that is left where it begins, there and in ``text``."""
    pieces: list[str] = []
    starts = [(0, 0)]
    at = length = 0
    for span in [*(_with_space(text, each) for each in _merged(text, gone)), Span(len(text), len(text))]:
        starts.append((length, at))
        pieces.append(text[at : span.start])
        length += span.start - at
        at = span.end
    return "".join(pieces), starts


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """The stretches in order, those joined that overlap or have only white space between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip(_BETWEEN)):
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _with_space(text: str, span: Span) -> Span:
    """The stretch with the white space on one side; an empty line is kept before a line break, that before a space."""
    start, end = span.start, span.end
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    if not start or end == len(text):
        return Span(start, end)
    if text.count("\n", start, span.start) >= text.count("\n", span.end, end):
        return Span(span.start, end)
    return Span(start, span.end)


def _back(starts: Sequence[tuple[int, int]], span: Span) -> Span:
    """Where a stretch of what is left stood in the whole."""
    first = starts[bisect_right(starts, span.start, key=itemgetter(0)) - 1]
    last = starts[bisect_right(starts, span.end - 1, key=itemgetter(0)) - 1]
    return Span(first[1] + span.start - first[0], last[1] + span.end - last[0])


def _site(dropped: Sequence[str]) -> str | None:
    """The paper that names itself in an appeal, or in a copyright line."""
    return next((name for stretch in dropped if (name := paper(stretch) or copyright_holder(stretch))), None)
