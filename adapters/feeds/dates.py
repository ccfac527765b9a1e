"""When, as feeds write it -> an aware moment in UTC, or nothing.

RFC 822 with its usual faults (two-digit years, no zone, the wrong weekday, months in the outlet's language), ISO 8601
and RFC 3339, and ``ctime``. A date without a zone is taken as UTC. "11/10/2026" is never guessed at.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the web: year 1 and the epoch are what systems write for "not known"."""

AHEAD = timedelta(days=1)
"""How far in the future a date may lie: clocks and zones are wrong by hours, never by days."""

_PIVOT = 69
"""Two-digit years from here on are of the last century: POSIX ``strptime``, and RFC 2822 section 4.3 is close."""

_LONGEST = 100
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s*(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?",
    re.IGNORECASE,
)
_RFC822 = re.compile(
    r"(?:[^\W\d]+\.?,?\s*)?(\d{1,2})(?:\.|st|nd|rd|th|º)?[\s-]+(?:de\s+)?([^\W\d]+)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d\d)"
    r"(?:,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?\s*([A-Za-z]*[+-]\d{1,2}:?\d{0,2}|[A-Za-z]+)?(?:\s*\(.*\))?"
)
_AMERICAN = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2}),?\s+(?:(?P<year>\d{4}),?\s+)?"
    r"(?:(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AaPp][Mm])?)?"
    r"\s*(?P<zone>[A-Za-z]+|[+-]\d\d:?\d\d)?\s*(?P<late>\d{4})?"
)
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?")
_OFFSET = re.compile(r"(?:GMT|UTC?|Z)?([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)
_ZONES = {  # hours from UTC: RFC 822's own, and those that feeds of this century name; ambiguous ones are left out
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
    "HST": -10, "AST": -4, "ADT": -3, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "WET": 0, "WEST": 1, "BST": 1,
    "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "SAST": 2, "PKT": 5, "IST": 5.5,
    "SGT": 8, "HKT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jän jänner janv janvier ene enero gen gennaio januari janeiro",
            "feb february februar feber févr fév février fev fevereiro febrero febbraio februari",
            "mar march mär märz mrz mars marzo março maart mrt",
            "apr april avr avril abr abril aprile",
            "may mai mayo mag maggio maio mei maj",
            "jun june juni juin junio giu giugno junho",
            "jul july juli juil juillet julio lug luglio julho",
            "aug august août aou aoû agosto ago augustus augusti",
            "sep sept september septembre septiembre set settembre setembro",
            "oct october okt oktober octobre octubre ott ottobre out outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember déc décembre dic diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}


def sane(moment: datetime | None, now: datetime) -> datetime | None:
    """The moment, unless nobody can have meant it: before the web, or more than a day after ``now``."""
    return moment if moment is not None and EARLIEST < moment < now + AHEAD else None


@lru_cache(maxsize=4_096)
def moment(words: str) -> datetime | None:
    """The moment that is written, in UTC; ``None`` for what is no date."""
    words = " ".join(words.split())
    if not words or len(words) > _LONGEST:
        return None
    try:
        return _iso(words) or _rfc822(words) or _american(words) or _german(words)
    except (ValueError, OverflowError):  # the 31st of November, or beyond the calendar
        return None


def _iso(words: str) -> datetime | None:
    found = _ISO.fullmatch(words)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    return _utc((int(year), int(month), int(day)), (hour, minute, second), zone)


def _rfc822(words: str) -> datetime | None:
    found = _RFC822.fullmatch(words)
    if not found:
        return None
    day, name, year, hour, minute, second, zone = found.groups()
    month = _MONTHS.get(name.lower())
    return _utc((_full_year(year), month, int(day)), (hour, minute, second), zone) if month else None


def _american(words: str) -> datetime | None:
    found = _AMERICAN.fullmatch(words)
    if not found:
        return None
    month, year = _MONTHS.get(found["month"].lower()), found["year"] or found["late"]
    if not month or not year:
        return None
    hour = found["hour"]
    if found["half"]:
        hour = str(int(hour) % 12 + 12 * (found["half"].lower() == "pm"))
    return _utc((int(year), month, int(found["day"])), (hour, found["minute"], found["second"]), found["zone"])


def _german(words: str) -> datetime | None:
    found = _GERMAN.fullmatch(words)
    if not found:
        return None
    day, month, year, hour, minute, second = found.groups()
    return _utc((int(year), int(month), int(day)), (hour, minute, second), None)


def _full_year(year: str) -> int:
    number = int(year)
    return number if len(year) > 2 else number + (1900 if number >= _PIVOT else 2000)  # noqa: PLR2004 - digits


def _utc(day: tuple[int, int, int], clock: tuple[str | None, str | None, str | None], zone: str | None) -> datetime:
    """Adds the clock to the day, so that 24:00 and the leap second 60 are the next minute's beginning."""
    hour, minute, second = (int(part or 0) for part in clock)
    if hour > 24 or minute > 59 or second > 60:  # noqa: PLR2004 - of a clock
        raise ValueError
    there = datetime(*day, tzinfo=timezone(_offset(zone)))
    return (there + timedelta(hours=hour, minutes=minute, seconds=second)).astimezone(UTC)


def _offset(zone: str | None) -> timedelta:
    if not zone:
        return timedelta()
    if found := _OFFSET.fullmatch(zone):
        sign = -1 if found[1] == "-" else 1
        return sign * timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timedelta(hours=_ZONES.get(zone.upper(), 0))
