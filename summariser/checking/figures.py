"""The figures of a text: how many, of what measure, and how exactly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.checking.bounds import bound
from summariser.checking.days import turns
from summariser.checking.numbers import Form, number_at
from summariser.checking.units import MONTHS, PER_CENT, PERCENT, SIGNS, Unit, each, is_rate, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.bounds import Bound
    from summariser.checking.reading import Reading

_RANGE = frozenset(
    ["to", "and", "or", "-", "–", "bis", "und", "oder", "à", "et", "ou", "a", "y", "o", "e", "tot", "en", "of"]
)
_DEFINITE = frozenset(("de", "la", "die", "der", "le", "het", "l'", "l’"))
_FEET = frozenset(("'", "’", "′"))
_WHOLE = frozenset(("consecutive", "straight", "full", "whole", "further", "more", "extra", "additional", "long"))
_LINKS = frozenset(("-", "‑", "de", "di", "d'", "d’"))


@dataclass(frozen=True, slots=True)
class Figure:
    """The number at the words ``start`` to before ``end``; ``unit`` where it measures."""

    value: float
    unit: Unit | None
    form: Form
    start: int
    end: int
    bound: Bound

    @property
    def size(self) -> float:
        """Its value in the base of its unit."""
        return self.value * (self.unit.size if self.unit else 1)


def figures(reading: Reading) -> tuple[Figure, ...]:
    """All of them, in order; days of the month, years and times of day among them."""
    found = list(_figures(reading))
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        if (
            one.unit is None
            and two.unit is not None
            and two.start - one.end == 1
            and reading.low(one.end) in _RANGE
            and one.form == two.form
        ):
            found[at] = replace(one, unit=two.unit)
        else:
            found[at : at + 2] = _joined(reading, one, two)
    return tuple(found)


def _joined(reading: Reading, one: Figure, two: Figure) -> list[Figure]:
    """*An hour and ten minutes* as one figure; any other two as they are."""
    if one.unit is None or two.unit is None or {one.unit.of, two.unit.of} != {"time"}:
        return [one, two]
    follows = two.start - one.end <= 1 and reading.low(one.end) in _RANGE | {reading.low(two.start)}
    if not follows or one.unit.size <= two.unit.size or two.form != "number":
        return [one, two]
    return [replace(one, value=one.value + two.size / one.unit.size, form="number", end=two.end)]


def _figures(reading: Reading) -> Iterator[Figure]:
    words = reading.words
    known, ones = units(reading.language), each(reading.language)
    at = 0
    while at < len(words):
        found = number_at(reading, at)
        if found is None:
            unit = known.get(words[at].low) if words[at].sort == "w" else None
            lone = unit is not None and (
                is_rate(words[at].low) or reading.low(at - 1) in ones or _is_in_each(reading, at)
            )
            beside = {reading.low(at - 1), reading.low(at + 1)}
            if (
                unit is not None
                and lone
                and beside.isdisjoint(turns(reading.language))
                and not _is_ordinal_second(reading, at)
            ):
                more = _and_a_half(reading, at + 1)
                form: Form = "number" if more else "rate"
                yield Figure(1 + more, unit, form, at, at + 1, bound(reading, max(0, at - 1), at + 1))
                at += 3 if more else 0
            at += 1
            continue
        start = at - 1 if reading.low(at - 1) in SIGNS else at
        sign = SIGNS.get(reading.low(at - 1))
        unit, end = (sign, found.end) if sign else _unit(reading, found.end, known)
        more = _and_a_half(reading, end)
        end += 3 if more else 0
        if more and unit is None:
            unit, end = _unit(reading, end, known)
        whole = found.form == "fraction" and reading.low(start - 1) in _DEFINITE  # "minder dan de helft"
        meant = bound(reading, start - whole, end)
        if reading.low(start - 1) == "over" and unit is not None and unit.of in {"time", MONTHS}:
            meant = "during"  # over six years: in the course of them, or in more
        yield Figure(found.value + more, unit, found.form, start, end, meant)
        at = max(end, at + 1)


def _and_a_half(reading: Reading, at: int) -> float:
    """*Two and a half years*, *a year and a half*."""
    behind = tuple(reading.low(place) for place in range(at, at + 3))
    return 0.5 if behind == ("and", "a", "half") else 0.0


def _is_in_each(reading: Reading, at: int) -> bool:
    """*zweimal in der Woche*."""
    return reading.language == "de" and reading.low(at - 1) == "der" and reading.low(at - 2) == "in"


def _is_ordinal_second(reading: Reading, at: int) -> bool:
    return reading.words[at].low == "second" and reading.low(at - 1) != "per"


def _unit(reading: Reading, at: int, known: dict[str, Unit]) -> tuple[Unit | None, int]:
    """The unit behind a number that ends before ``at``, and where that ends."""
    low = reading.low(at)
    if low in SIGNS:
        return SIGNS[low], at + 1
    if low in _FEET and reading.words[at].start == reading.words[at - 1].end:
        return Unit("foot"), at + 1
    for first, second in PER_CENT.get(reading.language or "en", ()):
        if low == first and reading.low(at + 1) == second:
            return PERCENT, at + 2
    if low == "percentage" and reading.low(at + 1).startswith("point"):
        return Unit("point"), at + 2
    skip = at + 1 if low in _LINKS and reading.low(at + 1) in known else at
    if low == "of" and reading.low(at + 1) in {"a", "an"}:  # a quarter of a point
        skip = at + 2
    elif low in _WHOLE or (low in {"a", "an"} and reading.low(at - 1) == "half"):  # half a century
        skip = at + 1
    word = reading.low(skip)
    if word in known and not (word in {"p", "m", "h"} and reading.words[skip].start != reading.words[skip - 1].end):
        return known[word], skip + 1
    return None, at
