"""Whether the evidence has each date of a point, or means it, the day it was published being known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.dates import dates
from summariser.checking.failure import Failure
from summariser.checking.meant import days_meant, is_meant
from summariser.checking.negators import negators

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.dates import Dated

_BOUNDS = (
    (
        "at the latest", "no later than", "spätestens", "au plus tard", "a más tardar", "como muy tarde",
        "al più tardi", "o mais tardar", "uiterlijk",
    ),
    (
        "at the earliest", "until at least", "no earlier than", "frühestens", "au plus tôt", "como pronto",
        "non prima", "no mínimo", "op zijn vroegst", "op z'n vroegst",
    ),
)  # fmt: skip
"""What makes a day the last, and the first, that may be meant."""


def wrong_dates(case: Case) -> Iterator[Failure]:
    """What is wrong with the dates of a point."""
    ours, theirs = dates(case.point), dates(case.evidence)
    yield from _turned_bounds(case)
    meant = days_meant(theirs, case)
    for each in ours:
        said = case.point.cut(each.start, each.end)
        same = [other for other in theirs if _is_same(each, other)]
        if same:
            if each.side and all(other.side and other.side != each.side for other in same) and not _negated(case):
                yield Failure("date", said, f"The evidence says {_around(case, same[0])}.")
            continue
        counted = each.kind == "year" and any(figure.value == each.value for figure in case.theirs)
        if not counted and not is_meant(each, meant, theirs, case):
            yield Failure("date", said, f"The evidence does not have {said}; it has {_shown(case, theirs)}.")


def _turned_bounds(case: Case) -> Iterator[Failure]:
    """*At the latest*, where it is *at the earliest*."""
    for ours, theirs in (_BOUNDS, _BOUNDS[::-1]):
        said = next((each for each in ours if each in case.point.text.lower()), None)
        known = case.evidence.text.lower()
        if said and any(each in known for each in theirs) and not any(each in known for each in ours):
            yield Failure("date", said, "The evidence bounds it on the other side.")


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
