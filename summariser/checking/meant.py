"""Which days the words of the evidence mean, the day it was published being known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from summariser.checking.days import turns
from summariser.checking.moods import auxiliaries, is_past
from summariser.checking.scopes import scopes
from summariser.stems import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.checking.case import Case
    from summariser.checking.dates import Dated
    from summariser.checking.reading import Reading

_WEEK = 7
_COMMON_YEAR = 2001
_ENDS = frozenset(("end", "ende", "fin", "finales", "fine", "fim", "eind"))
"""What makes a month its last days."""


def _published(case: Case) -> date | None:
    found = case.article.published
    return found.date() if isinstance(found, datetime) else found


def days_meant(theirs: Sequence[Dated], case: Case) -> frozenset[date]:
    """The days that the evidence's weekdays, days and words like *tomorrow* may mean."""
    today = _published(case)
    if today is None:
        return frozenset()
    found = set[date]()
    bound = {each.start for each in theirs if each.kind == "day"}
    for each in theirs:
        if each.kind == "weekday" and isinstance(each.value, int) and not bound & {each.end, each.end + 1}:
            days = [day for day in _around_day(today) if day.weekday() == each.value]
            found |= set(_on_side(case.evidence, each, days, today))
        elif each.kind == "relative" and isinstance(each.value, int):
            found.add(_moved(today, each.value))
        elif each.kind == "day" and isinstance(each.value, tuple):
            found |= _days(each.value, today)
    return frozenset(found)


def _on_side(reading: Reading, each: Dated, days: Sequence[date], today: date) -> Sequence[date]:
    """Those of the days that a weekday may be, by whether what is told of it is to come or has been."""
    clause = reading.clause_of(each.start)
    if each.side or {reading.low(at) for at in (each.start - 1, each.start - 2)} & turns(reading.language).keys():
        return days  # "from Monday", and "next Monday", which is this week's to some
    if any("planned" in scopes(reading).get(at, ()) for at in clause):
        return [day for day in days if day >= today][:1] or days
    lows = [reading.low(at) for at in clause]
    if any(_is_past(low, reading.language) for low in lows):
        return [day for day in days if day <= today][-1:] or days
    return days


def _is_past(low: str, language: str | None) -> bool:
    english = (language or "en") == "en" and IRREGULAR.get(low, low) != low and not low.endswith("s")
    return english or is_past(low, language) or low in auxiliaries(language)


def _around_day(today: date) -> list[date]:
    return [_moved(today, step) for step in range(-_WEEK, _WEEK + 1)]


def _moved(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return today


def _days(value: tuple[int, int] | tuple[str, str], today: date) -> set[date]:
    found = set[date]()
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.add(date(year, int(value[1]), int(value[0])))
        except (ValueError, OverflowError):
            continue
    return {min(found, key=lambda day: abs(day - today))} if found else found


def is_meant(each: Dated, meant: frozenset[date], theirs: Sequence[Dated], case: Case) -> bool:
    """Whether a date that the evidence does not have in these words is one that it means."""
    if each.kind == "part":
        return not any(other.kind in {"part", "clock"} for other in theirs) or _is_at(each, theirs)
    if each.kind == "clock":
        return _is_noon(each, theirs)
    today = _published(case)
    if _is_edge(each, theirs, case) or (today is not None and _is_of_the_day(each, theirs, today)):
        return True
    if today is None or each.kind in {"season", "decade"}:
        return False
    if isinstance(each.value, tuple):
        if each.kind == "turn":
            return _is_turn(each.value, theirs, today)
        return any((day.day, day.month) == each.value for day in meant)
    if each.kind == "weekday":
        return _is_weekday(each.value, meant, theirs, case)
    if each.kind == "relative":
        nowadays = not each.value and not theirs
        dated = any(other.kind in {"day", "weekday"} for other in theirs)
        return nowadays or (_moved(today, each.value) in meant and dated)
    known = _years(theirs, today) if each.kind == "year" else _months(theirs, today) | {day.month for day in meant}
    return each.value in known


def _is_of_the_day(each: Dated, theirs: Sequence[Dated], today: date) -> bool:
    """Whether it is the day of the article, where the evidence has a time of the clock and no day: *shut at 6.15am*."""
    if {other.kind for other in theirs} != {"clock"}:
        return False
    meant = {"day": (today.day, today.month), "weekday": today.weekday()}
    return each.value == meant.get(each.kind)


def _is_edge(each: Dated, theirs: Sequence[Dated], case: Case) -> bool:
    """*30 September*, where it is the end of September; *the end of April*, where it is before 1 May."""
    for other in theirs:
        ends = not _ENDS.isdisjoint((case.evidence.low(other.start - 2), case.evidence.low(other.start - 1)))
        if each.kind == "month" and each.side == "before" and other.kind == "month" and ends:
            return isinstance(other.value, int) and each.value == other.value % 12 + 1  # before October
        if each.kind == "day" and other.kind == "month" and ends and isinstance(other.value, int):
            return each.value == (monthrange(_COMMON_YEAR, other.value)[1], other.value)
        begins = other.kind == "day" and other.side == "before" and isinstance(other.value, tuple)
        if each.kind == "month" and begins and isinstance(other.value, tuple) and other.value[0] == 1:
            return each.value == (int(other.value[1]) - 2) % 12 + 1
    return False


def _is_weekday(number: int, meant: frozenset[date], theirs: Sequence[Dated], case: Case) -> bool:
    """Whether a day or a word like *tomorrow* falls on that weekday."""
    if not any(other.kind == "weekday" for other in theirs) and any(day.weekday() == number for day in meant):
        return True
    named = {other.end + step for other in theirs if other.kind == "weekday" for step in (0, 1)}
    told = [other for other in theirs if other.kind in {"day", "relative"} and other.start not in named]
    return any(day.weekday() == number for other in told for day in days_meant((other,), case))


def _is_at(each: Dated, theirs: Sequence[Dated]) -> bool:
    """Whether a time of the clock lies in that time of the day."""
    within = {
        1: range(720),
        2: range(720, 721),
        3: range(720, 1_110),
        4: range(1_020, 1_440),
        5: range(1_200, 1_800),
        7: range(180, 480),
    }
    hours = within.get(each.value if isinstance(each.value, int) else 0, range(0))
    return any(
        other.kind == "clock"
        and isinstance(other.value, int)
        and (other.value in hours or other.value + 1_440 in hours)
        for other in theirs
    )


def _is_noon(each: Dated, theirs: Sequence[Dated]) -> bool:
    """Whether twelve o'clock is called noon or midnight."""
    named = {2: 720, 6: 0}
    return any(
        other.kind == "part" and isinstance(other.value, int) and named.get(other.value) == each.value
        for other in theirs
    )


def _years(theirs: Sequence[Dated], today: date) -> set[int]:
    shift = {"last": -1, "this": 0, "next": 1}
    found = {
        today.year + shift[str(each.value[0])]
        for each in theirs
        if each.kind == "turn"
        and isinstance(each.value, tuple)
        and each.value[1] == "months12"
        and each.value[0] in shift
    }
    return found | (
        {today.year} if any(each.kind in {"day", "month", "weekday", "relative"} for each in theirs) else set()
    )


def _months(theirs: Sequence[Dated], today: date) -> set[int]:
    shift = {"last": -1, "this": 0, "next": 1}
    return {
        (today.month - 1 + shift[str(each.value[0])]) % 12 + 1
        for each in theirs
        if each.kind == "turn"
        and isinstance(each.value, tuple)
        and each.value[1] == "months1"
        and each.value[0] in shift
    }


def _is_turn(value: tuple[int, int] | tuple[str, str], theirs: Sequence[Dated], today: date) -> bool:
    """Whether *last year* is the year that the evidence names."""
    shift = {"last": -1, "this": 0, "next": 1}.get(str(value[0]))
    if shift is None:
        return value[0] == "after"
    if value[1] == "months12":
        return any(each.kind == "year" and each.value == today.year + shift for each in theirs)
    if value[1] == "months1":
        month = (today.month - 1 + shift) % 12 + 1
        return any(
            (each.kind == "month" and each.value == month)
            or (each.kind == "day" and isinstance(each.value, tuple) and each.value[1] == month)
            for each in theirs
        )
    return value[0] == "this" and value[1] == "time604800" and any(each.kind == "weekday" for each in theirs)
