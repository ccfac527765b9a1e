"""Whether two figures are the same: of one size, of one measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.units import MONTHS, PERCENT

if TYPE_CHECKING:
    from summariser.checking.figures import Figure


EXACT = 1e-6

_MONTH = 30 * 86_400
"""Seconds."""


def is_same(figure: Figure, other: Figure) -> bool:
    """Whether a figure of a point is one of the evidence; a measure may be left out where nothing is lost by it."""
    if figure.unit is not None and other.unit is not None:
        if figure.unit.of != other.unit.of:
            return _is_months(figure, other) or _is_months(other, figure)
        return equal(figure.size, other.size)
    if {figure.form, other.form} & {"ordinal"} and figure.form != other.form:
        return False
    lone = figure.unit or other.unit
    if lone == PERCENT and "fraction" in {figure.form, other.form}:
        return equal(figure.size, other.size)  # half of them, 50 per cent
    if not equal(figure.value, other.value) or (figure.form == other.form == "fraction" and other.unit):
        return False
    return lone is None or lone.of == MONTHS or (figure.unit is None and figure.form != "rate")


def equal(one: float, two: float) -> bool:
    """Whether two numbers are one, but for how a machine keeps them."""
    return abs(one - two) <= EXACT * max(abs(one), abs(two))


def _is_months(figure: Figure, other: Figure) -> bool:
    """*Ninety days*, *three months*."""
    if figure.unit is None or other.unit is None or (figure.unit.of, other.unit.of) != (MONTHS, "time"):
        return False
    return equal(figure.size * _MONTH, other.size)
