"""How many of what: the numbers in a text with the thing each counts, however they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: float(number) for number, word in enumerate(_UNIT_WORDS.split())}
_TENS = {word: 10.0 * number for number, word in enumerate(_TEN_WORDS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_SIGNS = {"£": "pound", "$": "dollar", "€": "euro", "%": "%"}
_NAMES = {"pounds": "pound", "dollars": "dollar", "euros": "euro", "percent": "%", "pc": "%", "per": "%"}
_MEASURED = (
    "metres meters kilometres kilometers miles feet inches yards tonnes tons kilos grams litres liters degrees points "
    "seconds minutes hours days weeks months years decades mph kmh hectares acres megawatts times"
)
MEASURES = frozenset(_SIGNS.values()).union(stem.rstrip("s") for stem in content(_MEASURED))
"""What measures anything, and so tells little about what was measured."""

_ROUGH_WORDS = (
    "about around some nearly almost roughly approximately more less fewer over under least most estimated hundreds "
    "thousands"
)
_ROUGHLY = frozenset(_ROUGH_WORDS.split())
_DATE_WORDS = (
    "january february march april may june july august september october november december am pm clock monday tuesday "
    "wednesday thursday friday saturday sunday"
)
_DATES = frozenset(_DATE_WORDS.split())
_PIECE = re.compile(r"[£$€]?\d+(?:[.,]\d+)*(?:bn|m)?%?|[^\W\d_]+(?:[’'][^\W\d_]+)*|[-–:/]")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_REACH = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of a thing, by the thing's stem, a currency, or "%"; ``roughly`` is whether it is said to be inexact."""

    value: float
    thing: str
    roughly: bool = False


def quantities(text: str) -> tuple[Quantity, ...]:
    """All of them, in order. Dates, years, scores, ages and numbers that count nothing are none."""
    return tuple(_found([found[0] for found in _PIECE.finditer(text)]))


def _found(words: list[str]) -> Iterator[Quantity]:
    at = 0
    while at < len(words):
        taken, value, sign = _number(words, at)
        if not taken:
            at += 1
            continue
        before = {word.lower() for word in words[max(0, at - 3) : at]}
        apart = (words[at - 1] if at else "", words[at + taken] if at + taken < len(words) else "")
        thing = sign or _thing(words[at + taken : at + taken + _REACH])
        if thing and not set(apart) & {"-", "–", ":", "/"} and not _is_date_or_age(words, at, taken, value):
            yield Quantity(value, thing, roughly=bool(before & _ROUGHLY))
        at += taken


def _number(words: list[str], at: int) -> tuple[int, float, str]:
    """How many words a number takes from there, its value, and the sign it stands with."""
    first = words[at]
    if found := re.fullmatch(r"([£$€]?)(\d+(?:[.,]\d+)*)(bn|m)?(%?)", first):
        digits = re.sub(r"[.,](?=\d{3}\b)", "", found[2]).replace(",", ".")
        if digits.count(".") > 1:
            return 0, 0.0, ""
        value, taken = float(digits) * _SCALES.get(found[3] or "", 1), 1
        sign = _SIGNS.get(found[1] or found[4], "")
    else:
        taken, value = _spelt([word.lower() for word in words[at : at + 4]])
        sign = ""
    if taken and at + taken < len(words) and (scale := _SCALES.get(words[at + taken].lower())):
        value, taken = value * scale, taken + 1
    return taken, value, sign


def _spelt(words: list[str]) -> tuple[int, float]:
    """A number in words: "twelve", "ninety-one", "two hundred"; scales are for who asks."""
    if not words or words[0] not in {**_UNITS, **_TENS}:
        return 0, 0.0
    if words[0] in _UNITS:
        return 1, _UNITS[words[0]]
    tens = _TENS[words[0]]
    if len(words) > 2 and words[1] == "-" and words[2] in _UNITS:  # noqa: PLR2004 - tens, a dash, units
        return 3, tens + _UNITS[words[2]]
    return 1, tens


def _thing(after: list[str]) -> str:
    """What is counted, by the words behind a number."""
    for word in after:
        low = word.lower()
        if low in _NAMES:
            return _NAMES[low]
        if low in _DATES or not low.isalpha() or low in _UNITS:
            return ""
        if stems := content(low):
            return stems[0].rstrip("s")
    return ""


def _is_date_or_age(words: list[str], at: int, taken: int, value: float) -> bool:
    near = {word.lower() for word in (*words[max(0, at - 1) : at], *words[at + taken : at + taken + 3])}
    if near & _DATES or near & {"aged", "old"}:
        return True
    return words[at].isdecimal() and _FIRST_YEAR <= value <= _LAST_YEAR and "," not in words[at]
