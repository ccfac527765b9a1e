"""What pages write into their data as a date -> a date, or an aware ``datetime``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from summariser.cleaning.dateline import dated

EARLIEST = 1990
"""The year of the first web page: a date before it is a slip, or the date of what the story is about."""

LATEST = 2100
"""Beyond it a date is a default of some database. There is no clock here to say what is the future."""

LONGEST = 80
"""Characters. A date is shorter; nothing longer is searched."""

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\Z")
_LOOSE = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_HAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")


def parsed(written: str) -> date | None:
    """The date in ``written``: with the time of day, in the zone that is given, only if it gives a zone."""
    text = written.strip()[:LONGEST]
    for reading in (_iso, _epoch, _compact, _day, _mail, dated):
        try:
            found = reading(text)
        except (ValueError, TypeError, OverflowError, IndexError):  # the mail parser raises any of these
            continue
        if found is not None:
            found = _dateless(found)
            return found if EARLIEST <= found.year <= LATEST else None
    return None


def earlier(one: date | None, other: date | None) -> bool:
    """Whether the day of ``one`` is before that of ``other``, as far as both are known."""
    return one is not None and other is not None and _day_of(one) < _day_of(other)


def _day_of(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _dateless(found: date) -> date:
    """Without a zone a time of day means nothing."""
    return found.date() if isinstance(found, datetime) and found.tzinfo is None else found


def _iso(text: str) -> date | None:
    loose = _LOOSE.match(text)
    if loose:
        zone = (loose[3] or "").upper()
        moment = loose[2].replace(",", ".")
        return datetime.fromisoformat(f"{loose[1]}T{moment}{'Z' if zone in {'UTC', 'GMT'} else zone}")
    return None


def _epoch(text: str) -> date | None:
    if not _EPOCH.match(text):
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC)


def _compact(text: str) -> date | None:
    found = _COMPACT.match(text)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _day(text: str) -> date | None:
    found = _DAY.match(text) or _HAN.search(text)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _mail(text: str) -> date | None:
    return parsedate_to_datetime(text) if ":" in text else None
