"""What stands beside a word, and how much of that stands beside another: which of two numbers is meant, which man."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.checking.numerals import numerals
from summariser.kindred import kindred
from summariser.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summariser.checking.reading import Reading, Word

_REACH = 14
"""Words on each side that are looked at."""

_ACROSS = 0.55
"""What is left of a word's weight at each border of a clause."""

_AFAR = 0.15
"""The same at the end of a sentence."""

_NEAR = 0.45
"""Cosine of two words from which they mean about the same."""

_ROOT = 5
"""Letters from which two words of one root are told: *Norway*, *Norwegian* share four, which is too few to be sure."""

_PASSED = 0.8
"""What each word passed over leaves of the weight of those behind it."""

_HEAD = 1.4
"""Weight of the word right behind: *five women*."""

_LINKING = 0.35
"""Weight of the small word right before: *from* 15p, *to* 6p."""

Surroundings = dict[str, float]


def same_words(point: Reading, evidence: Reading) -> dict[str, frozenset[str]]:
    """For each stem of the point, the stems of the evidence that mean about the same."""
    ours = {word.stem: word for word in point.words if word.sort == "w"}
    theirs = {word.stem: word for word in evidence.words if word.sort == "w"}
    found = {stem: {stem} & theirs.keys() for stem in ours}
    near = _by_vector([*ours.values()], [*theirs.values()], point.language)
    for stem, word in ours.items():
        found[stem] |= kindred(stem, point.language) & theirs.keys()
        found[stem] |= {other for other in theirs if _akin(word, theirs[other])}
        found[stem] |= near.get(stem, set())
    return {stem: frozenset(others) for stem, others in found.items()}


def _akin(word: Word, other: Word) -> bool:
    """Whether two words are of one root: *equalised* and *equaliser*, *Inselbewohner* and *Insel*."""
    if word.small or other.small:
        return word.low == other.low
    one, two = word.low, other.low
    shared = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            break
        shared += 1
    shorter = min(len(one), len(two))
    if shared >= _ROOT and shared * 10 >= 7 * shorter:
        return True
    return shorter >= _ROOT and (one.endswith(two) or two.endswith(one))


def _by_vector(ours: list[Word], theirs: list[Word], language: str | None) -> dict[str, set[str]]:
    """Words that are near to each other, by their vectors; these know English."""
    if language not in {None, "en"}:
        return {}
    from summariser.embedding import word_vectors  # noqa: PLC0415 - half a second at first, for what most texts do without

    mine = [word for word in ours if not word.small and word.low not in SMALL]
    other = [word for word in theirs if not word.small and word.low not in SMALL]
    if not mine or not other:
        return {}
    near = word_vectors([word.low for word in mine]) @ word_vectors([word.low for word in other]).T
    return {
        word.stem: {other[at].stem for at, cosine in enumerate(row) if cosine >= _NEAR}
        for word, row in zip(mine, near.tolist(), strict=True)
    }


@lru_cache(maxsize=8_192)
def surroundings(reading: Reading, start: int, end: int, *, most: int = _REACH) -> Surroundings:
    """The stems beside the words from ``start`` to before ``end``, each with how near it stands; ``most`` on a side."""
    found: Surroundings = {}
    numbers = numerals(reading.language)
    for step, edge in ((-1, start - 1), (1, end)):
        weight, at, seen, kept = 1.0, edge, 0, 0
        last = reading.words[start if step < 0 else end - 1]
        while 0 <= at < len(reading.words) and seen < _REACH and kept < most:
            word = reading.words[at]
            weight *= _AFAR if word.sentence != last.sentence else _ACROSS if word.clause != last.clause else 1
            if word.sort == "w" and word.low in numbers:
                weight *= _PASSED
            elif word.sort == "w" and not word.small:
                heads = at == end  # what is counted, or what a name does
                found[word.stem] = max(found.get(word.stem, 0), weight * (_HEAD if heads else 1))
                weight *= _PASSED
                kept += 1
            elif word.sort == "n":
                weight *= _PASSED
            elif at == start - 1 and word.sort == "w":
                found[f"{word.low} "] = _LINKING
            last, at, seen = word, at + step, seen + 1
    return found


def overlap(ours: Surroundings, theirs: Surroundings, same: Mapping[str, frozenset[str]]) -> float:
    """How much of what stands beside one word stands beside the other."""
    total = 0.0
    for stem, weight in ours.items():
        others = same.get(stem, frozenset((stem,))) | {stem}
        total += max((min(weight, theirs[other]) for other in others if other in theirs), default=0.0)
    return total


_AHEAD = 0.6
"""How much better two words have to stand each in the other's place before they are taken to be exchanged."""


def is_crossed(
    point: Reading,
    evidence: Reading,
    ours: tuple[range, range],
    theirs: tuple[range, range],
    same: Mapping[str, frozenset[str]],
) -> bool:
    """Whether each of two words has beside it what the other has in the evidence, nearby and on the whole."""
    for most, ahead in ((2, _AHEAD), (_REACH, _AHEAD / 2)):
        one, two = (surroundings(point, at.start, at.stop, most=most) for at in ours)
        first, second = (surroundings(evidence, at.start, at.stop, most=most) for at in theirs)
        straight = overlap(one, first, same) + overlap(two, second, same)
        if overlap(one, second, same) + overlap(two, first, same) <= straight + ahead:
            return False
    return True
