"""Whether the evidence has each figure of a point, of the same measure, meant as exactly, beside the same things."""

from __future__ import annotations

from itertools import pairwise, permutations
from math import floor, log10
from typing import TYPE_CHECKING

from summariser.checking.beside import overlap, surroundings
from summariser.checking.bounds import contradicts
from summariser.checking.dates import dated
from summariser.checking.failure import Failure
from summariser.checking.units import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading

_EXACT = 1e-6
_LEAD = 0.3
"""How much better the other number has to fit before two are taken to be exchanged."""

_NEAREST, _FAR = 2, 14
"""Words of sense on each side of a number that tell what it is of."""

_VERSUS = frozenset(
    [
        "-",
        "–",
        ":",
        "to",
        "zu",
        "votes",
        "vote",
        "against",
        "gegen",
        "stimmen",
        "voix",
        "contre",
        "votos",
        "contra",
        "voti",
        "contro",
        "favore",
        "favor",
        "voto",
        "stemmen",
        "tegen",
    ]
)
_BETWEEN = _VERSUS | frozenset(["a", "à", "e", "and", "y", "und", "et", "en", "of", "for", "o", "om", "goals"])
_APART = 5  # words between the two numbers of a score or a vote
_FROM = frozenset(
    [
        "from",
        "von",
        "vom",
        "aus",
        "de",
        "du",
        "da",
        "dal",
        "dall'",
        "dall’",
        "desde",
        "van",
        "was",
        "were",
        "formerly",
        "previously",
        "vorher",
        "avant",
        "antes",
        "prima",
    ]
)
_TO = frozenset(["to", "auf", "à", "au", "a", "para", "hasta", "al", "naar", "tot", "zu", "now"])


def wrong_figures(case: Case) -> Iterator[Failure]:
    """What is wrong with the figures of a point."""
    days = dated(case.point)
    ours = [figure for figure in case.ours if figure.start not in days and not _is_plain_one(figure)]
    matched: list[tuple[Figure, list[Figure]]] = []
    for figure in ours:
        found = [other for other in case.theirs if _is_same(figure, other)]
        said = case.point.cut(figure.start, figure.end)
        if not found:
            if not _rounds(figure, case.theirs):
                yield Failure("figure", said, f"The evidence does not have {said}; it has {_figures(case)}.")
            continue
        matched.append((figure, found))
        if all(contradicts(figure.bound, other.bound) for other in found):
            theirs = _shown(case.evidence, found[0])
            yield Failure("figure", said, f"The evidence says {theirs}, which is not as the point has it.")
    yield from _exchanged(case, matched)
    yield from _turned(case, ours)


def _is_plain_one(figure: Figure) -> bool:
    """Whether it is no more than an article or a pronoun: *one of them*, *un*."""
    return figure.value == 1 and figure.unit is None and figure.form == "number" and figure.end - figure.start == 1


def _is_same(figure: Figure, other: Figure) -> bool:
    if figure.unit is not None and other.unit is not None:
        if figure.unit.of != other.unit.of:
            return False
        return _equal(figure.size, other.size)
    if {figure.form, other.form} & {"ordinal"} and figure.form != other.form:
        return False
    if not _equal(figure.value, other.value) or (figure.form == other.form == "fraction" and other.unit):
        return False
    lone = figure.unit or other.unit
    return lone is None or lone.of == MONTHS or (figure.unit is None and figure.form != "rate")


def _equal(one: float, two: float) -> bool:
    return abs(one - two) <= _EXACT * max(abs(one), abs(two))


def _rounds(figure: Figure, known: Sequence[Figure]) -> bool:
    """Whether a rough figure is one of the evidence's, rounded, and to the right side."""
    if figure.bound in {"", "exactly"}:
        return False
    for other in known:
        alike = figure.unit is None or other.unit is None or figure.unit.of == other.unit.of
        if not alike or not other.size or not figure.size:
            continue
        half = _half_step(figure.size)
        if abs(other.size - figure.size) > half and figure.bound not in {"above", "least", "below", "most", "nearly"}:
            continue
        if figure.bound == "about" or _is_on_side(figure, other, 2 * half):
            return True
    return False


def _is_on_side(figure: Figure, other: Figure, step: float) -> bool:
    apart = other.size - figure.size
    if figure.bound in {"above", "least"}:
        return 0 < apart < step
    return figure.bound in {"below", "most", "nearly"} and 0 < -apart < step


def _half_step(size: float) -> float:
    """Half of the last place that a rounded figure gives: 50 for 1,400."""
    place = 10.0 ** floor(log10(abs(size)))
    while place > _EXACT and not _equal(round(size / place) * place, size):
        place /= 10
    return place / 2


def _exchanged(case: Case, matched: Sequence[tuple[Figure, list[Figure]]]) -> Iterator[Failure]:
    """Two numbers of the evidence, each with what stands beside the other there."""
    for (one, ones), (two, twos) in permutations(matched, 2):
        if one.start > two.start or _is_same(one, two) or _kinds(ones) != _kinds(twos):
            continue
        straight, crossed = _fits(case, (one, two), (ones, twos))
        near_straight, near_crossed = _fits(case, (one, two), (ones, twos), most=_NEAREST)
        swapped = crossed > straight + _LEAD or (crossed > straight and near_crossed > near_straight + 2 * _LEAD)
        ends = {_end(case.point, one), _end(case.point, two)} == {"from", "to"}
        ends = ends and all(_end(case.point, one) == _end(case.evidence, other) != "" for other in twos)
        ends = ends and all(_end(case.point, two) == _end(case.evidence, other) != "" for other in ones)
        kept = any(_end(case.point, each) and _end(case.point, each) == _end(case.evidence, other)
                   for each, many in ((one, ones), (two, twos)) for other in many)  # fmt: skip
        if (swapped and not kept) or ends:
            first, second = case.point.cut(one.start, one.end), case.point.cut(two.start, two.end)
            why = f"In the evidence {first} and {second} are of other things: the two are exchanged."
            yield Failure("figure", f"{first} … {second}", why)
            return


def _kinds(known: Sequence[Figure]) -> set[str]:
    return {figure.unit.of if figure.unit else "" for figure in known}


def _fits(
    case: Case, pair: tuple[Figure, Figure], known: tuple[list[Figure], list[Figure]], most: int = _FAR
) -> tuple[float, float]:
    """How well two numbers stand as they do in the evidence, and how well each stands where the other does."""
    mine, yours = (surroundings(case.point, each.start, each.end, most=most) for each in pair)
    ones, twos = ([surroundings(case.evidence, other.start, other.end, most=most) for other in many] for many in known)
    straight = max(overlap(mine, other, case.same) for other in ones)
    straight += max(overlap(yours, other, case.same) for other in twos)
    crossed = max(overlap(mine, other, case.same) for other in twos)
    return straight, crossed + max(overlap(yours, other, case.same) for other in ones)


def _end(reading: Reading, figure: Figure) -> str:
    """Whether a number is what something came from or what it went to."""
    before = reading.low(figure.start - 1)
    if before == "be" and reading.low(figure.start - 2) == "to" and reading.low(figure.start - 3) == "used":
        return "from"
    return "from" if before in _FROM else "to" if before in _TO else ""


def _turned(case: Case, ours: Sequence[Figure]) -> Iterator[Failure]:
    """A score or a vote the wrong way round: 4 to 11 for 11 to 4."""
    known = set(_pairs(case.evidence, case.theirs))
    for first, second in _pairs(case.point, ours):
        if first != second and (second, first) in known and (first, second) not in known:
            said = f"{first:g} … {second:g}"
            yield Failure("figure", said, f"The evidence has {second:g} before {first:g}: it is turned round.")


def _pairs(reading: Reading, known: Sequence[Figure]) -> Iterator[tuple[float, float]]:
    for one, two in pairwise(known):
        between = [word.low for word in reading.words[one.end : two.start]]
        if (
            len(between) <= _APART
            and set(between) <= _BETWEEN
            and set(between) & _VERSUS
            and not (one.unit or two.unit)
        ):
            yield one.value, two.value


def _figures(case: Case) -> str:
    shown = [_shown(case.evidence, figure) for figure in case.theirs if not _is_plain_one(figure)]
    return ", ".join(dict.fromkeys(shown)) or "no figure"


def _shown(reading: Reading, figure: Figure) -> str:
    return reading.cut(max(0, figure.start - 2) if figure.bound else figure.start, figure.end)
