"""The dates of a text: days of a month, weekdays, years, seasons, times of the clock, and how each is turned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from summariser.checking.clocks import clock_at
from summariser.checking.days import from_today, months, parts_of_day, seasons, sides, turns, weekdays
from summariser.checking.units import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.reading import Reading

DateKind = Literal["day", "month", "year", "weekday", "season", "part", "relative", "turn", "clock", "decade"]
Value = int | tuple[int, int] | tuple[str, str]

_FIRST_YEAR, _LAST_YEAR = 1400, 2199
_LAST_DAY = 31
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_OF = frozenset(("of", "de", "di", "van", "im"))
_LEADING = frozenset(("en", "de", "nl"))
"""Languages in which *last* stands before *year*: "three days last autumn" is no last days."""

_FEAST = {"segunda", "terça", "quarta", "quinta", "sexta"}
_SIDE_REACH = 5
_EDGES = frozenset(
    [
        "end",
        "beginning",
        "start",
        "middle",
        "ende",
        "anfang",
        "mitte",
        "fin",
        "début",
        "finales",
        "principios",
        "fine",
        "inizio",
        "fim",
        "início",
        "eind",
        "begin",
        "at",
        "least",
        "mindestens",
    ]
)
_ALSO_VERBS = frozenset(("fall", "spring", "été", "verano", "estate"))
_BEFORE_SEASONS = frozenset(
    [
        "last",
        "this",
        "next",
        "in",
        "of",
        "since",
        "by",
        "the",
        "early",
        "late",
        "l'",
        "l’",
        "cet",
        "en",
        "d'",
        "d’",
        "el",
        "este",
        "un",
        "questa",
    ]
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at the words ``start`` to before ``end``; ``side`` whether it says what lies before it or after."""

    kind: DateKind
    value: Value
    start: int
    end: int
    side: str


@lru_cache(maxsize=16)
def dates(reading: Reading) -> tuple[Dated, ...]:
    """All of them, in order."""
    return tuple(_dates(reading))


def dated(reading: Reading) -> frozenset[int]:
    """The places of the words that belong to a date or a time of the clock."""
    return frozenset(
        at
        for date in dates(reading)
        if date.kind in {"day", "year", "clock", "decade"}
        for at in range(date.start, date.end)
    )


def _dates(reading: Reading) -> Iterator[Dated]:
    at = 0
    while at < len(reading.words):
        clock = clock_at(reading, at)
        found: _Found | None = ("clock", *clock) if clock else _day(reading, at) or _plain(reading, at)
        if found is None:
            at += 1
            continue
        kind, value, end = found
        yield Dated(kind, value, at, end, _side(reading, at))
        at = max(end, at + 1)


def _side(reading: Reading, at: int) -> str:
    known = sides(reading.language)
    for back in range(at - 1, max(-1, at - 1 - _SIDE_REACH), -1):
        if reading.low(back) in known:
            return known[reading.low(back)]
        if reading.words[back].telling and reading.low(back) not in _EDGES:
            return ""
    return ""


_Found = tuple[DateKind, Value, int]


def _month(reading: Reading, at: int) -> int | None:
    number = months(reading.language).get(reading.low(at))
    if number is None or ((reading.language or "en") == "en" and not reading.words[at].capital):
        return None
    if reading.language == "de" and not reading.words[at].capital:
        return None
    return number


def _number(reading: Reading, at: int) -> int | None:
    word = reading.low(at)
    return int(word) if word.isdecimal() and word.isascii() and len(word) <= 4 else None  # noqa: PLR2004 - a year's digits


def _day(reading: Reading, at: int) -> _Found | None:
    """*9 August*, *August 9th*, *3. April*, *31 de julho*, or a month alone."""
    day = _number(reading, at)
    if day is not None and 1 <= day <= _LAST_DAY:
        skip = at + 1
        while reading.low(skip) in {".", "de", "of", "st", "nd", "rd", "th", "er", "º", "°"} and skip <= at + 2:
            skip += 1
        month = _month(reading, skip) if skip < len(reading.words) else None
        return ("day", (day, month), skip + 1) if month else None
    month = _month(reading, at)
    if month is None:
        return None
    dot = at + 2 if reading.low(at + 1) == "." else at + 1
    day = _number(reading, dot)
    if day is not None and 1 <= day <= _LAST_DAY and (reading.language or "en") == "en":
        return "day", (day, month), dot + 1
    if reading.words[at].low == "may" and (reading.words[at].first or not reading.words[at].capital):
        return None
    return "month", month, at + 1


def _plain(reading: Reading, at: int) -> _Found | None:
    word, language = reading.words[at], reading.language
    if word.sort == "n":
        return _year(reading, at)
    if word.sort != "w":
        return None
    low = word.low
    day = weekdays(language).get(low)
    if day is not None and not (low in _FEAST and reading.low(at + 1) != "-" and not _is_pt_weekday(reading, at)):
        return "weekday", day, at + 1
    if low in _DECADES and (language or "en") == "en":
        return "decade", _DECADES[low], at + 1
    if low in seasons(language) and (low not in _ALSO_VERBS or reading.low(at - 1) in _BEFORE_SEASONS):
        return "season", seasons(language)[low], at + 1
    if low in from_today(language):
        return "relative", from_today(language)[low], at + 1
    if low in parts_of_day(language):
        return "part", parts_of_day(language)[low], at + 1
    turn = _turn(reading, at)
    behind = () if (language or "en") in _LEADING else (at - 1,)
    for near in (at + 1, *behind):
        if turn and 0 <= near < len(reading.words) and reading.low(near) in units(language):
            return (
                "turn",
                (turn, units(language)[reading.low(near)].of + f"{units(language)[reading.low(near)].size:g}"),
                at + 1,
            )
    return None


def _turn(reading: Reading, at: int) -> str | None:
    """Whether a word means the last, this or the next; not in *to this day*, *the last day of June*."""
    if reading.low(at - 1) == "to":
        return None
    turn = turns(reading.language).get(reading.low(at))
    return None if turn == "last" and reading.low(at + 2) in _OF else turn


def _is_pt_weekday(reading: Reading, at: int) -> bool:
    before = reading.low(at - 1)
    return before in {"na", "à"} and reading.low(at) != "segunda"


def _year(reading: Reading, at: int) -> _Found | None:
    text = reading.words[at].text
    if len(text) != 4 or not text.isdecimal() or not text.isascii():  # noqa: PLR2004 - a year's digits
        return None
    year = int(text)
    if (
        not _FIRST_YEAR <= year <= _LAST_YEAR
        or reading.low(at - 1) in {"£", "$", "€"}
        or reading.low(at + 1) in {"%", "£", "$", "€"}
    ):
        return None
    tail = reading.words[at + 1] if at + 1 < len(reading.words) else None
    if tail is not None and tail.low == "s" and tail.start == reading.words[at].end:
        return "decade", year % 100, at + 2
    if tail is not None and (
        tail.low in units(reading.language)
        or (tail.telling and tail.low.endswith("s") and reading.low(at - 1) not in _IN)
    ):
        return None
    return "year", year, at + 1


_IN = frozenset(
    [
        "in",
        "im",
        "en",
        "nel",
        "em",
        "since",
        "from",
        "by",
        "until",
        "'s",
        "of",
        "and",
        "the",
        "de",
        "du",
        "del",
        "dal",
        "van",
        "to",
    ]
)
