"""Whether the evidence has each figure of a point, of the same measure, meant as exactly, beside the same things."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from summariser.checking.alike import EXACT, equal, is_same
from summariser.checking.bounds import contradicts
from summariser.checking.counted import miscounted
from summariser.checking.dates import dated
from summariser.checking.derived import is_derived
from summariser.checking.exchanged import exchanged, turned
from summariser.checking.failure import Failure
from summariser.checking.multiples import multiples
from summariser.checking.units import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading


_TWENTIETH = 0.05
"""How far a share may be from the *nearly a third* that it is called, on both sides together."""


def wrong_figures(case: Case) -> Iterator[Failure]:
    """What is wrong with the figures of a point."""
    days = dated(case.point)
    ours = [figure for figure in case.ours if figure.start not in days and not _is_plain_one(figure)]
    times = {value for _, value in multiples(case.evidence)}  # "multiplicar por tres", where it will be tripled
    matched: list[tuple[Figure, list[Figure]]] = []
    for figure in ours:
        found = [other for other in case.theirs if is_same(figure, other)]
        said = case.point.cut(figure.start, figure.end)
        if not found:
            if not (_rounds(figure, case.theirs) or is_derived(figure, case) or figure.value in times):
                yield Failure("figure", said, f"The evidence does not have {said}; it has {_figures(case)}.")
            continue
        matched.append((figure, found))
        if all(contradicts(figure.bound, other.bound) for other in found) and not _rounds(figure, case.theirs):
            theirs = _shown(case.evidence, found[0])
            yield Failure("figure", said, f"The evidence says {theirs}, which is not as the point has it.")
    yield from exchanged(case, matched)
    yield from miscounted(case, matched)
    yield from turned(case, [figure for figure in case.ours if figure.start not in days])


def _is_plain_one(figure: Figure) -> bool:
    """Whether it is no more than an article or a pronoun: *one of them*, *un*."""
    return figure.value == 1 and figure.unit is None and figure.form == "number" and figure.end - figure.start == 1


def _rounds(figure: Figure, known: Sequence[Figure]) -> bool:
    """Whether a rough figure is one of the evidence's, rounded, and to the right side."""
    if figure.bound in {"", "exactly"}:
        return False
    for other in known:
        alike = figure.unit is None or other.unit is None or figure.unit.of == other.unit.of
        part = "fraction" in {figure.form, other.form} and not (figure.unit and other.unit)
        if part:
            alike = (other.unit or figure.unit) in {None, PERCENT}
        if not alike or not other.size or not figure.size:
            continue
        half = _TWENTIETH / 2 if figure.form == "fraction" else _half_step(figure.value)
        if part:
            apart = other.size - figure.size
        elif figure.unit is not None and other.unit is not None:
            half, apart = half * figure.unit.size, other.size - figure.size
        else:
            apart = other.value - figure.value
        if abs(apart) > half and figure.bound not in {"above", "least", "below", "most", "nearly"}:
            continue
        if figure.bound == "about" or _is_on_side(figure, apart, 2 * half):
            return True
    return False


def _is_on_side(figure: Figure, apart: float, step: float) -> bool:
    """Whether a number that is so much more is more than what is *more than*, by less than a step."""
    if figure.bound in {"above", "least"}:
        return 0 < apart < step
    return figure.bound in {"below", "most", "nearly"} and 0 < -apart < step


def _half_step(size: float) -> float:
    """Half of the last place that a rounded figure gives: 50 for 1,400."""
    place = 10.0 ** floor(log10(abs(size)))
    while place > EXACT and not equal(round(size / place) * place, size):
        place /= 10
    return place / 2


def _figures(case: Case) -> str:
    shown = [_shown(case.evidence, figure) for figure in case.theirs if not _is_plain_one(figure)]
    return ", ".join(dict.fromkeys(shown)) or "no figure"


def _shown(reading: Reading, figure: Figure) -> str:
    return reading.cut(max(0, figure.start - 2) if figure.bound else figure.start, figure.end)
