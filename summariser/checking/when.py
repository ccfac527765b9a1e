"""Whether the evidence has each date of a point, or means it, the day it was published being known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from summariser.checking.dates import dates
from summariser.checking.failure import Failure
from summariser.checking.negators import negators

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.dates import Dated

_WEEK = 7


def wrong_dates(case: Case) -> Iterator[Failure]:
    """What is wrong with the dates of a point."""
    ours, theirs = dates(case.point), dates(case.evidence)
    meant = _meant(theirs, case)
    for each in ours:
        said = case.point.cut(each.start, each.end)
        same = [other for other in theirs if _is_same(each, other)]
        if same:
            if each.side and all(other.side and other.side != each.side for other in same) and not _negated(case):
                yield Failure("date", said, f"The evidence says {_around(case, same[0])}.")
            continue
        counted = each.kind == "year" and any(figure.value == each.value for figure in case.theirs)
        if not counted and not _is_meant(each, meant, theirs, case):
            yield Failure("date", said, f"The evidence does not have {said}; it has {_shown(case, theirs)}.")


def _negated(case: Case) -> bool:
    return bool(negators(case.point)) or bool(negators(case.evidence))


def _around(case: Case, other: Dated) -> str:
    return case.evidence.cut(max(0, other.start - 2), other.end)


def _shown(case: Case, theirs: Sequence[Dated]) -> str:
    return ", ".join(dict.fromkeys(case.evidence.cut(each.start, each.end) for each in theirs)) or "no date"


def _is_same(each: Dated, other: Dated) -> bool:
    if each.kind == other.kind:
        if each.kind == "decade" and isinstance(each.value, int) and isinstance(other.value, int):
            return each.value % 100 == other.value % 100
        return each.value == other.value
    if {each.kind, other.kind} == {"month", "day"}:
        month = next(both.value for both in (each, other) if both.kind == "month")
        day = next(both.value for both in (each, other) if both.kind == "day")
        return each.kind == "month" and isinstance(day, tuple) and day[1] == month
    return False


def _published(case: Case) -> date | None:
    found = case.article.published
    return found.date() if isinstance(found, datetime) else found


def _meant(theirs: Sequence[Dated], case: Case) -> frozenset[date]:
    """The days that the evidence's weekdays, days and words like *tomorrow* may mean."""
    today = _published(case)
    if today is None:
        return frozenset()
    found = set[date]()
    bound = {each.start for each in theirs if each.kind == "day"}
    for each in theirs:
        if each.kind == "weekday" and isinstance(each.value, int) and not bound & {each.end, each.end + 1}:
            found |= {day for day in _around_day(today) if day.weekday() == each.value}
        elif each.kind == "relative" and isinstance(each.value, int):
            found.add(_moved(today, each.value))
        elif each.kind == "day" and isinstance(each.value, tuple):
            found |= _days(each.value, today)
    return frozenset(found)


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


def _is_meant(each: Dated, meant: frozenset[date], theirs: Sequence[Dated], case: Case) -> bool:
    """Whether a date that the evidence does not have in these words is one that it means."""
    if each.kind == "part":
        return not any(other.kind in {"part", "clock"} for other in theirs) or _is_at(each, theirs)
    if each.kind == "clock":
        return _is_noon(each, theirs)
    today = _published(case)
    if today is None or each.kind in {"season", "decade"}:
        return False
    if isinstance(each.value, tuple):
        if each.kind == "turn":
            return _is_turn(each.value, theirs, today)
        return any((day.day, day.month) == each.value for day in meant)
    if each.kind == "weekday":
        return _is_weekday(each.value, meant, theirs, case)
    if each.kind == "relative":
        return _moved(today, each.value) in meant and any(other.kind in {"day", "weekday"} for other in theirs)
    known = _years(theirs, today) if each.kind == "year" else _months(theirs, today) | {day.month for day in meant}
    return each.value in known


def _is_weekday(number: int, meant: frozenset[date], theirs: Sequence[Dated], case: Case) -> bool:
    """Whether a day or a word like *tomorrow* falls on that weekday."""
    if not any(other.kind == "weekday" for other in theirs) and any(day.weekday() == number for day in meant):
        return True
    named = {other.end + step for other in theirs if other.kind == "weekday" for step in (0, 1)}
    told = [other for other in theirs if other.kind in {"day", "relative"} and other.start not in named]
    return any(day.weekday() == number for other in told for day in _meant((other,), case))


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
