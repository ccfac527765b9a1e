"""A number where it stands: in digits or words, with its thousands and millions, or a part of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.checking.numerals import FRACTIONS, JOINS, SCALES, numerals

if TYPE_CHECKING:
    from summariser.checking.reading import Reading


Form = Literal["number", "fraction", "ordinal", "rate"]

_DOT_THOUSANDS = frozenset(("de", "es", "it", "pt", "nl", "fr"))
_GAPS = str.maketrans("", "", "\u00a0\u202f ")
_ORDINAL = frozenset(("st", "nd", "rd", "th", "e", "er", "ème", "º", "ª", "°"))
_LONGEST = 18  # digits
_HYPHENED = 7  # words and hyphens of quatre-vingt-dix-sept
_PLACES = frozenset(("third", "fifth", "sixth", "eighth", "tenth"))
_GROUP = 3  # digits between marks of thousands


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and the word before which it ends."""

    value: float
    end: int
    form: Form = "number"


def number_at(reading: Reading, at: int) -> Number | None:
    """The number that begins at the word ``at``, if one does."""
    word = reading.words[at]
    if word.sort == "n":
        value = _digits(word.text, reading.language)
        if value is None:
            return None
        end = at + 1
        tail = reading.words[end] if end < len(reading.words) else None
        if tail is not None and tail.start == word.end and tail.low in _ORDINAL:
            return Number(value, end + 1, "ordinal")
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


def _scaled(reading: Reading, value: float, end: int) -> Number:
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
    return Number(value, end)


def _spelt(reading: Reading, at: int) -> Number | None:
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


def _fraction(reading: Reading, at: int) -> Number | None:
    """*half*, *a third*, *two thirds*, *three-quarters*."""
    parts = FRACTIONS.get(reading.language or "en", FRACTIONS["en"])
    low = reading.low(at)
    if (low, reading.low(at + 1), reading.low(at + 2)) == ("half", "a", "dozen"):
        return Number(6, at + 3)
    if low in parts and (parts[low] == 1 / 2 or low.endswith("s")):
        return None if _is_period(reading, at) else Number(parts[low], at + 1, "fraction")
    table = numerals(reading.language)
    many = 1 if low in {"a", "an", "un", "une", "um", "ein", "een", "almost"} else table.get(low)
    if many is None:
        return None
    behind = at + 2 if reading.low(at + 1) == "-" else at + 1
    part = parts.get(reading.low(behind))
    if part is None or _is_period(reading, behind) or (low == "a" and _is_place(reading, behind)):
        return None
    return Number(many * part, behind + 1, "fraction")


def _is_place(reading: Reading, at: int) -> bool:
    """*a third zone*, which is one more; not *a third of it*, *a third higher*."""
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else None
    return (
        behind is not None and behind.telling and reading.low(at) in _PLACES and not behind.low.endswith(("er", "ed"))
    )


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
