"""The figures of a text: how many, of what measure, and how exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summariser.checking.bounds import bound
from summariser.checking.days import turns
from summariser.checking.numerals import FRACTIONS, JOINS, SCALES, numerals
from summariser.checking.units import MONTHS, PER_CENT, PERCENT, SIGNS, Unit, each, is_rate, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.bounds import Bound
    from summariser.checking.reading import Reading

_FORMS = Literal["number", "fraction", "ordinal", "rate"]
_DOT_THOUSANDS = frozenset(("de", "es", "it", "pt", "nl", "fr"))
_RANGE = frozenset(
    ["to", "and", "or", "-", "–", "bis", "und", "oder", "à", "et", "ou", "a", "y", "o", "e", "tot", "en", "of"]
)
_GAPS = str.maketrans("", "", "\u00a0\u202f ")
_ORDINAL = frozenset(("st", "nd", "rd", "th", "e", "er", "ème", "º", "ª", "°"))
_LONGEST = 18  # digits
_HYPHENED = 7  # words and hyphens of quatre-vingt-dix-sept
_GROUP = 3  # digits between marks of thousands
_FEET = frozenset(("'", "’", "′"))
_LINKS = frozenset(("-", "‑", "de", "di", "d'", "d’"))


@dataclass(frozen=True, slots=True)
class Figure:
    """The number at the words ``start`` to before ``end``; ``unit`` where it measures."""

    value: float
    unit: Unit | None
    form: _FORMS
    start: int
    end: int
    bound: Bound

    @property
    def size(self) -> float:
        """Its value in the base of its unit."""
        return self.value * (self.unit.size if self.unit else 1)


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    end: int
    form: _FORMS = "number"


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
    return tuple(found)


def _figures(reading: Reading) -> Iterator[Figure]:
    words = reading.words
    known, ones = units(reading.language), each(reading.language)
    at = 0
    while at < len(words):
        found = _number(reading, at)
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
                yield Figure(1, unit, "rate", at, at + 1, bound(reading, max(0, at - 1), at + 1))
            at += 1
            continue
        start = at - 1 if reading.low(at - 1) in SIGNS else at
        sign = SIGNS.get(reading.low(at - 1))
        unit, end = (sign, found.end) if sign else _unit(reading, found.end, known)
        meant = bound(reading, start, end)
        if reading.low(start - 1) in {"over", "under"} and unit is not None and unit.of in {"time", MONTHS}:
            meant = ""  # over six years: in the course of them
        yield Figure(found.value, unit, found.form, start, end, meant)
        at = max(end, at + 1)


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
    word = reading.low(skip)
    if word in known and not (word in {"p", "m", "h"} and reading.words[skip].start != reading.words[skip - 1].end):
        return known[word], skip + 1
    return None, at


def _number(reading: Reading, at: int) -> _Number | None:
    word = reading.words[at]
    if word.sort == "n":
        value = _digits(word.text, reading.language)
        if value is None:
            return None
        end = at + 1
        tail = reading.words[end] if end < len(reading.words) else None
        if tail is not None and tail.start == word.end and tail.low in _ORDINAL:
            return _Number(value, end + 1, "ordinal")
        return _scaled(reading, value, end)
    if word.sort != "w":
        return None
    return _fraction(reading, at) or _spelt(reading, at)


def _digits(text: str, language: str | None) -> float | None:
    plain = text.translate(_GAPS)
    if len(plain) > _LONGEST or ":" in plain:
        return None
    marks = re.sub(r"\d", "", plain)
    tails = [len(part) for part in re.split(r"[.,]", plain)[1:]]
    if len(marks) > 1 or (marks and tails[-1] == _GROUP and not plain.startswith("0") and _groups(marks, language)):
        if len(set(marks)) > 1:  # 1.234,5
            last = max(plain.rfind("."), plain.rfind(","))
            return float(re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :])
        return float(re.sub(r"[.,]", "", plain)) if all(tail == _GROUP for tail in tails) else None
    return float(plain.replace(",", "."))


def _groups(mark: str, language: str | None) -> bool:
    """Whether a mark before three digits sets thousands apart."""
    return mark == "," if (language or "en") not in _DOT_THOUSANDS else mark == "."


def _scaled(reading: Reading, value: float, end: int) -> _Number:
    """The number with the *thousand*, *million*, *mil millones* that follow it."""
    scales = SCALES.get(reading.language or "en", SCALES["en"])
    while end < len(reading.words):
        low = reading.low(end)
        if low in {"m", "b", "k", "mi", "bi"} and reading.words[end].start != reading.words[end - 1].end:
            break
        if low == "." and reading.low(end - 1) in scales:  # Mio.
            end += 1
            continue
        scale = scales.get(low)
        if scale is None:
            break
        value, end = value * scale, end + 1
    return _Number(value, end)


def _spelt(reading: Reading, at: int) -> _Number | None:
    """A number in words."""
    table = numerals(reading.language)
    value, end = _below_hundred(reading, at, table)
    if value is None:
        return None
    if reading.low(end) in {"hundred", "cent", "cents"}:
        rest, rest_end = _below_hundred(reading, end + 2 if reading.low(end + 1) == "and" else end + 1, table)
        value, end = value * 100 + (rest or 0), rest_end if rest else end + 1
    return _scaled(reading, float(value), end)


def _below_hundred(reading: Reading, at: int, table: dict[str, int]) -> tuple[int | None, int]:
    low = reading.low(at)
    whole, end, longest = low, at + 1, 0
    while reading.low(end) == "-" and end < at + _HYPHENED:
        whole, end = f"{whole}-{reading.low(end + 1)}", end + 2
        longest = end if whole in table else longest
    if longest:
        return table["".join(word.low for word in reading.words[at:longest])], longest
    value = table.get(low)
    if value is None:
        return None, at
    join = JOINS.get(reading.language or "")
    behind = table.get(reading.low(at + 2), 0) if join and reading.low(at + 1) == join else 0
    if value >= 20 and value % 10 == 0 and 0 < behind < min(value, 10 if value < 100 else 100):  # noqa: PLR2004 - tens and units
        return value + behind, at + 3
    return value, at + 1


def _fraction(reading: Reading, at: int) -> _Number | None:
    """*half*, *a third*, *two thirds*, *three-quarters*."""
    parts = FRACTIONS.get(reading.language or "en", FRACTIONS["en"])
    low = reading.low(at)
    if low in parts and (parts[low] == 1 / 2 or low.endswith("s")):
        return None if _is_period(reading, at) else _Number(parts[low], at + 1, "fraction")
    table = numerals(reading.language)
    many = 1 if low in {"a", "an", "un", "une", "um", "ein", "een", "almost"} else table.get(low)
    if many is None:
        return None
    behind = at + 2 if reading.low(at + 1) == "-" else at + 1
    part = parts.get(reading.low(behind))
    if part is None or _is_period(reading, behind):
        return None
    return _Number(many * part, behind + 1, "fraction")


def _is_period(reading: Reading, at: int) -> bool:
    """Whether it is half of a game or a year, an hour's half or a place in a row: *half-time*, *the second half*."""
    if reading.low(at + 1) == "-" or reading.low(at - 1) == "-":
        return (
            not reading.low(at - 2).isalpha()
            or reading.low(at - 1) != "-"
            or reading.low(at - 2) not in numerals(reading.language)
        )
    before = reading.low(at - 1)
    return before in {
        "first",
        "second",
        "zweite",
        "zweiten",
        "erste",
        "ersten",
        "première",
        "deuxième",
        "tweede",
        "eerste",
        "other",
        "better",
    }
