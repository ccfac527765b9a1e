"""What can be asked for."""

from __future__ import annotations

from dataclasses import dataclass

MOST_POINTS = 10
"""More points than this is no briefing any more."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing with so many points. ``raw`` leaves the text as it is, so that offsets index it.

    Raises:
        ValueError: if ``points`` is not between 1 and ``MOST_POINTS``.
    """

    points: int = 3
    raw: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.points <= MOST_POINTS:
            msg = f"a briefing has 1 to {MOST_POINTS} points, not {self.points}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Quotes:
    """Every quotation, in order, with its speaker. ``raw`` as in a briefing."""

    raw: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """The article as it was read: its text, and what is known about it. ``raw`` as in a briefing."""

    raw: bool = False


Command = Brief | Quotes | Read
"""All there is to ask for so far: closed, so that a new command shows every place that must know it."""
