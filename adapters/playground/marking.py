"""An article with some of its stretches marked, by offsets alone: nothing is searched for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_SPANS = 100
"""In one address; a quotation that runs over fifty paragraphs has not been seen."""

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one paragraph. ``marked`` is what is shown for proof, ``named`` the words that say whose it is."""

    text: str
    marked: bool = False
    named: bool = False


def runs(text: str, marked: Sequence[Span], named: Sequence[Span]) -> list[list[Run]]:
    """The paragraphs of ``text`` in runs; together they are all of it but the ends of its lines."""
    edges = {edge for span in (*marked, *named) for edge in (span.start, span.end)}
    paragraphs = list[list[Run]]()
    for found in re.finditer(r"[^\n]+", text):
        cuts = sorted({found.start(), found.end(), *(edge for edge in edges if found.start() < edge < found.end())})
        stretches = [Span(start, end) for start, end in pairwise(cuts)]
        paragraphs.append([Run(each.cut(text), _in(each, marked), _in(each, named)) for each in stretches])
    return paragraphs


def written(spans: Iterable[Span]) -> str:
    """Spans as they stand in an address: "10-24,31-40"."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def spans_in(address: str) -> tuple[Span, ...]:
    """Spans that were ``written``; what is none is passed over."""
    pairs = (_SPAN.fullmatch(each) for each in address.split(",", MOST_SPANS)[:MOST_SPANS])
    return tuple(Span(int(each[1]), int(each[2])) for each in pairs if each and int(each[1]) <= int(each[2]))


def _in(stretch: Span, spans: Sequence[Span]) -> bool:
    return any(span.covers(stretch) for span in spans)
