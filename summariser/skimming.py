"""An article too long to be shown a language model at once: its parts, and the sentences that are kept of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summariser.numbering import ROOM, fitting
from summariser.prompts import skimming as skimming_prompt
from summariser.shapes import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summariser.numbering import Numbered
    from summariser.ports import Prompt

MOST_PARTS = 12
"""Of an article that is skimmed: some 60,000 words. Of a longer one only these are read."""

SKIMMED = 8
"""Sentences that are kept of each part."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long article: the numbers of its sentences, and what a model is asked about it."""

    numbers: range
    prompt: Prompt


def parts(read: Numbered) -> list[Part]:
    """What a model is asked first about an article that is too long to be shown at once; nothing about others."""
    lines = read.sentences()
    if sum(map(len, lines)) <= ROOM:
        return []
    found = list[Part]()
    first = 0
    while first < len(lines) and len(found) < MOST_PARTS:
        share = fitting(lines[first:])
        numbered = range(first + 1, first + 1 + len(share))
        found.append(Part(numbered, skimming_prompt.prompt(share, most=SKIMMED)))
        first += len(share)
    return found


def skimmed(fields: Mapping[str, Any], part: Part) -> tuple[int, ...]:
    """The numbers of the sentences that a model kept of a part."""
    return tuple(each for each in numbers(fields.get("sentences")) if each in part.numbers)[:SKIMMED]


def unread(read: Numbered, seen: Iterable[Part]) -> float:
    """The share of an article, from 0 to 1, that is in none of the parts which a model saw."""
    lengths = [*map(len, read.sentences())]
    return 1 - sum(lengths[each - 1] for part in seen for each in part.numbers) / sum(lengths)
