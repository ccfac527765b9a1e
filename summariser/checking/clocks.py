"""Times of the clock, as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.checking.reading import Reading


_HOURS = frozenset(("uhr", "uur", "h", "heures", "heure", "horas", "ore"))
_AT = frozenset(("à", "las", "às", "alle", "dès"))
"""What makes hours a time of day in languages in which they last as well: *à 10 heures*."""


def clock_at(reading: Reading, at: int) -> tuple[int, int] | None:
    """*3.40am*, *7 p.m.*, *14:05*, *19 Uhr*."""
    word = reading.words[at]
    if word.sort != "n" or len(word.text) > 5:  # noqa: PLR2004 - hh:mm
        return None
    hour_text, _, minute_text = word.text.replace(".", ":").partition(":")
    if not (hour_text.isdecimal() and (minute_text.isdecimal() or not minute_text)) or len(hour_text) > 2:  # noqa: PLR2004 - hh
        return None
    minutes = int(hour_text) * 60 + int(minute_text or 0)
    low, end = reading.low(at + 1), at + 2
    if low in {"a", "p"} and reading.low(at + 2) == "." and reading.low(at + 3) == "m":
        low, end = f"{low}m", at + 5 if reading.low(at + 4) == "." and at + 4 < len(reading.words) - 1 else at + 4
    if low in {"am", "pm"} and not (low == "am" and reading.language == "de"):
        hour = int(hour_text) % 12 + (12 if low == "pm" else 0)
        return hour * 60 + int(minute_text or 0), end
    if low in _HOURS and reading.language in {"de", "nl"}:
        return minutes, at + 2
    if reading.low(at - 1) in _AT and (low in _HOURS or reading.language in {"es", "it", "pt"}):
        return minutes, at + 2 if low in _HOURS else at + 1
    return (minutes, at + 1) if ":" in word.text and len(minute_text) == 2 else None  # noqa: PLR2004 - digits
