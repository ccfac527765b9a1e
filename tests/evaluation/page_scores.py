"""How alike what was read off a page is to its gold: plain numbers from two texts, two titles, two lists of names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

# Han and kana stand without spaces; each of their characters counts as a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&、，/|]|(?<=\s)(?:and|und|et|y|e|en|och|и|i)(?=\s))\s*")
_BEFORE_NAMES = re.compile(r"(?i)^(?:by|von|par|por|di|door|av|автор)\s+")
STRETCH = 3
"""Words in a row that tell a text from one that merely uses the same words; a shorter text is one stretch."""


class Overlap(NamedTuple):
    """Of bags of words: how much of what was given belongs, how much of what belongs was given."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 where there is none."""
        return 2 * self.precision * self.recall / total if (total := self.precision + self.recall) else 0.0


def words(text: str) -> list[str]:
    """The words of ``text`` without regard to case, accents' encoding and punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def overlap(gold: str, given: str) -> Overlap:
    """Of the words of ``given`` and those of ``gold``; as the public benchmarks of article extraction count it."""
    wanted, got = Counter(words(gold)), Counter(words(given))
    shared = (wanted & got).total()
    return Overlap(shared / max(1, got.total()), shared / max(1, wanted.total()))


def lost(gold: str, before: str, after: str) -> tuple[int, int]:
    """How many words of ``gold`` were in ``before`` and are not in ``after``, and how many were in ``before``."""
    wanted = Counter(words(gold))
    had, has = wanted & Counter(words(before)), wanted & Counter(words(after))
    return (had - has).total(), had.total()


def left_in(unwanted: str, given: str, gold: str) -> tuple[int, int]:
    """How many stretches of ``unwanted`` stand in ``given`` though the article doesn't have them, and of how many."""
    length = min(STRETCH, len(words(unwanted)))
    stretches = _stretches(unwanted, length) - _stretches(gold, length)
    return len(stretches & _stretches(given, length)), len(stretches)


def same_title(gold: str, given: str | None) -> bool:
    """Whether they have the same words in the same order."""
    return words(gold) == words(given or "")


def same_names(gold: list[str], given: str | None) -> bool:
    """Whether a byline names these people and no others, in any order."""
    return {" ".join(words(name)) for name in gold} == names(given)


def names(byline: str | None) -> set[str]:
    """The names in a byline, without the words before and between them."""
    parts = _BETWEEN_NAMES.split(byline or "")
    return {" ".join(words(_BEFORE_NAMES.sub("", part.strip()))) for part in parts if words(part)}


def _stretches(text: str, length: int) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)} if length else set()
