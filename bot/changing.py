"""One part of a digest, as somebody typed that it is to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import BadSetting
from bot.filters import wanted
from bot.schedule import parse

if TYPE_CHECKING:
    from datetime import datetime

    from bot.edits import Part
    from bot.model import Subscription

MOST_STORIES, MOST_POINTS = 20, 5
"""Of a digest, and of each of its stories."""


def changed(one: Subscription, part: Part, value: str, now: datetime) -> Subscription:
    """The digest with one part as somebody typed it; ``now`` is UTC.

    Raises:
        BadSetting: if it cannot be so.
        BadSchedule: if it is no schedule, or cannot be.
        BadFilter: if the words cannot be read.
    """
    match part:
        case "stories":
            return replace(one, stories=_number(value, MOST_STORIES, "stories"))
        case "points":
            return replace(one, points=_number(value, MOST_POINTS, "points a story"))
        case "words":
            wanted(value)
            return replace(one, words=value)
        case "name":
            return replace(one, name=value or "Briefing")
        case "schedule":
            return replace(one, schedule=parse(value, one.schedule.zone), planned=now)
        case "empty":
            if value.lower() not in {"yes", "no"}:
                problem = "Say yes or no: whether it is posted, as one line, when there is no news."
                raise BadSetting(problem)
            return replace(one, says_so=value.lower() == "yes")


def _number(value: str, most: int, what: str) -> int:
    if not (value.isdecimal() and 1 <= int(value[:9]) <= most):
        problem = f"A digest has 1 to {most} {what}; you gave {value or 'none'}."
        raise BadSetting(problem)
    return int(value)
