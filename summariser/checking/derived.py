"""Figures that the evidence's come to: their difference, their sum, the share that one is of another."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from summariser.checking.alike import equal
from summariser.checking.units import MONTHS, PERCENT, units
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.checking.bounds import Bound
    from summariser.checking.case import Case
    from summariser.checking.figures import Figure

_FEWEST = 10
"""What counts of things have to come to before their sum is told from a chance."""

_NEAR = 0.05
"""How far a share may be from the one that it is called with a *nearly* or a *more than*."""

_OFF = 0.15
"""The same with a *less than*."""

_BY = frozenset(("by", "um", "di", "con", "met", "total", "altogether", "but"))
_MORE = words(
    "more less fewer higher lower extra apart mehr weniger plus moins más menos più meno mais meer minder altogether",
    "together combined total short left remain remaining",
)
_NEAR_BY = 4
"""Words behind a difference in which it says that it is one."""

_YEAR = 12
_FIRST_YEAR, _LAST_YEAR = 1000, 2200

_SHARES = frozenset(("of", "in", "von", "sur", "de", "su", "em", "op", "out"))


def is_derived(figure: Figure, case: Case) -> bool:
    """Whether a figure of the point, which the evidence does not have, follows from those that it has."""
    return (
        _is_reckoned(figure, case)
        or _is_share(figure, case.theirs)
        or _is_part(figure, case)
        or _is_measured(figure, case)
        or _is_span(figure, case)
        or _is_pair(figure, case)
    )


def _kind(figure: Figure) -> str:
    return figure.unit.of if figure.unit else ""


def _is_reckoned(figure: Figure, case: Case) -> bool:
    """£20.6m less, where it was £66.8m and is £46.2m."""
    behind = {case.point.low(at) for at in range(figure.end, figure.end + _NEAR_BY)}
    told = case.point.low(figure.start - 1) in _BY or behind & _MORE
    alike = [other for other in case.theirs if _kind(other) == _kind(figure) and other.form == figure.form == "number"]
    if figure.unit is not None and figure.unit.of == "point":
        shares = [other.value for other in case.theirs if other.unit == PERCENT]  # 54 per cent, from 61
        return any(equal(figure.value, one - two) for one, two in permutations(shares, 2))
    if figure.unit is None and figure.value <= _FEWEST and case.point.low(figure.start - 1) != "but":
        return False
    pairs = (pair for pair in permutations(alike, 2) if told or pair[0].unit != pair[1].unit)  # 7.2 metres, 40 cm
    return any(equal(figure.size, one.size - two.size) or equal(figure.size, one.size + two.size) for one, two in pairs)


def _is_share(figure: Figure, known: Sequence[Figure]) -> bool:
    """More than a third, where it is 9,000 of 26,000."""
    if figure.form != "fraction" and figure.unit != PERCENT:
        return False
    pairs = [(one, two) for one, two in permutations(known, 2) if _kind(one) == _kind(two) and 0 < one.size < two.size]
    shares = [one.size / two.size for one, two in pairs]
    shares += [(two.size - one.size) / other.size for one, two in pairs for other in (one, two)]  # 60 per cent less
    return any(_is_near(share - figure.size, figure.bound) for share in shares)


def _is_part(figure: Figure, case: Case) -> bool:
    """*Seven of ten*, where it is 70 per cent."""
    shares = [other.size for other in case.theirs if other.form == "fraction" or other.unit == PERCENT]
    for one, two in pairwise(case.ours):
        apart = case.point.words[one.end : two.start]
        between = [word.low for word in apart if not word.capital]  # "nine of Elmport's fifteen"
        if figure in {one, two} and between and set(between) <= _SHARES and two.size:
            rest = (other.value for other in case.theirs if other.unit is None)
            if figure == two and any(equal(two.value, one.value + each) for each in rest):
                return True  # "nine of fifteen", where it is nine to six
            return any(_is_near(share - one.size / two.size, one.bound) for share in shares)
    return False


def _is_near(apart: float, bound: Bound) -> bool:
    """Whether a share is so much more than the one it is called, for how exactly that is meant."""
    lower, upper = {
        "above": (0, _OFF), "least": (0, _OFF), "below": (-_OFF, 0), "most": (-_OFF, 0), "nearly": (-_NEAR, 0),
        "about": (-_NEAR, _NEAR),
    }.get(bound, (-_NEAR / 10, _NEAR / 10))  # fmt: skip
    return lower <= apart <= upper


def _is_measured(figure: Figure, case: Case) -> bool:
    """*44 hours*, where *the hours were cut from 44*: the measure stands elsewhere."""
    if figure.unit is None or figure.unit.of in {"percent", "point"}:
        return False
    known = units(case.evidence.language)
    measures = [unit for word in case.evidence.words if (unit := known.get(word.low)) and unit.of == figure.unit.of]
    if figure.unit in measures and figure.form == "rate":
        return True  # "annual profit", of a year
    bare = [other.value for other in case.theirs if other.unit is None]
    return any(equal(value * unit.size, figure.size) for value in bare for unit in measures)  # "the last 20 of them"


def _is_span(figure: Figure, case: Case) -> bool:
    """*Over six years*, where it is from April 2018 to June 2024."""
    if figure.unit is None or figure.unit.of != MONTHS or figure.unit.size < _YEAR:
        return False
    years = [other.value for other in case.theirs if other.unit is None and _FIRST_YEAR < other.value < _LAST_YEAR]
    return any(abs(abs(one - two) * _YEAR - figure.size) < _YEAR for one, two in permutations(years, 2) if one != two)


def _is_pair(figure: Figure, case: Case) -> bool:
    """*Two sets of books*, where it is *one for the council and another for himself*."""
    lows = [word.low for word in case.evidence.words]
    one = lows.index("one") if "one" in lows else len(lows)
    return figure.value == 2 and figure.unit is None and "another" in lows[one:]  # noqa: PLR2004 - a pair
