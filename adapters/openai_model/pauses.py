"""How long to wait before a server is asked again, and where time and chance come from."""

from __future__ import annotations

import asyncio
import math
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

FIRST_PAUSE = 0.5
"""Seconds before the second attempt, where the server doesn't say; twice as long before the third."""


def _utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Timing:
    """Time and chance, as arguments.

    ``now`` is aware; ``ticks`` are seconds of a clock that never goes back; ``chance`` is from 0 to 1.
    """

    now: Callable[[], datetime] = _utc
    ticks: Callable[[], float] = time.monotonic
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    chance: Callable[[], float] = random.random


def asked_for(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that a server asks to wait, ``None`` if it asks for none.

    ``retry-after`` is a number, whole or not, or a date of HTTP's; ``retry-after-ms`` is OpenAI's own, and finer.
    """
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after", "")
    seconds = _number(value)
    return _until(value, now) if seconds is None else seconds


def before_next(attempt: int, asked: float | None, chance: float) -> float:
    """Seconds before the attempt after the ``attempt``-th, a little different each time, so that not all come at once.

    Never less than what was ``asked`` for.
    """
    if asked is not None:
        return asked + chance * min(1.0, asked)
    pause: float = FIRST_PAUSE * 2 ** (attempt - 1)
    return pause * (0.5 + chance)


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return max(number, 0.0) if math.isfinite(number) else None


def _until(value: str, now: datetime) -> float | None:
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    # A date whose zone is given as -0000 comes without one, and means UTC (RFC 5322, 3.3).
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((aware - now).total_seconds(), 0.0)
