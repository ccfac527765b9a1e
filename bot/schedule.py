"""When a digest is due: wall-clock times in a time zone, and the moments they fall on. Nothing else knows time zones.

A time of day is due at the first moment of its day at which clocks there show that time or a later one. So a time that
clocks skip in spring is due when they have skipped it, and one that they show twice in autumn is due the first time.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import BadSchedule, UnknownZone

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TIMES = 6
"""A day. What is told more often than every four hours is no digest."""

EVERY_DAY = frozenset(range(1, 8))
WEEKDAYS = frozenset(range(1, 6))

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SPANS = {"daily": EVERY_DAY, "day": EVERY_DAY, "weekdays": WEEKDAYS, "weekends": EVERY_DAY - WEEKDAYS}
_SMALL = frozenset({"at", "on", "every", "and", "in", "weekly", "each"})
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_QUIET = re.compile(
    r"\bquiet\s+(?:from\s+)?(?P<begin>[\d:.apmh]+)\s*(?:-|–|to|until)\s*(?P<end>[\d:.apmh]+)", re.IGNORECASE
)
_JOINED = re.compile(r"(?<=\d)\s+(?=[ap]m\b)", re.IGNORECASE)
_LONGEST_LOOK = timedelta(days=15)
"""A week has each of its days; the day of a change of date line is missing in one of them."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """``times`` of day on ``days`` (ISO: Monday is 1) in ``zone``, an IANA name.

    Nothing that is late is posted between the two times of ``quiet``; it waits for the second.

    Raises:
        BadSchedule: if there is no day or time, more times than ``MOST_TIMES``, or one of them is in its quiet hours.
        UnknownZone: if there is no such zone.
    """

    times: tuple[time, ...]
    days: frozenset[int]
    zone: str
    quiet: tuple[time, time] | None = None

    def __post_init__(self) -> None:
        if not self.times:
            raise BadSchedule(_NO_TIME)
        if len(set(self.times)) > MOST_TIMES:
            problem = f"a digest comes at most {MOST_TIMES} times a day"
            raise BadSchedule(problem)
        if not self.days or not self.days <= EVERY_DAY:
            problem = "say on which days, for example: weekdays, or mon,thu"
            raise BadSchedule(problem)
        _zone(self.zone)
        if self.quiet and any(_within(each, self.quiet) for each in self.times):
            problem = "a time of day is in its quiet hours"
            raise BadSchedule(problem)

    def __str__(self) -> str:
        """As a person writes it, and as ``parse`` takes it."""
        days = next((name for name, days in _SPANS.items() if days == self.days), None)
        named = days or ",".join(_DAYS[day - 1] for day in sorted(self.days))
        times = ",".join(each.strftime("%H:%M") for each in sorted(set(self.times)))
        quiet = f" quiet {self.quiet[0]:%H:%M}-{self.quiet[1]:%H:%M}" if self.quiet else ""
        return f"{named} {times} {self.zone}{quiet}"


_OFTEN = (
    "Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Lisbon", "Europe/Istanbul",
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Mexico_City",
    "America/Bogota", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Africa/Lagos", "Africa/Johannesburg",
    "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
    "Pacific/Auckland", "UTC",
)  # fmt: skip
_NO_TIME = "say at what time, for example: 08:30"


def parse(text: str, zone: str = "UTC") -> Schedule:
    """What somebody typed: "weekdays 08:30 Europe/London", "mon,thu 7am and 6pm quiet 22:00-06:00".

    Without a zone it is ``zone``.

    Raises:
        BadSchedule: if it is none; the message says what is missing.
        UnknownZone: if the zone is not known; the message offers others.
    """
    days, times = set[int](), list[time]()
    text, quiet = _without_quiet(_JOINED.sub("", text.strip()))
    for word in re.split(r"[\s,;]+", text):
        low = word.lower().rstrip(".")
        if low in _SPANS:
            days |= _SPANS[low]
        elif low.rstrip("s")[:3] in _DAYS and low.isalpha() and _is_a_day(low):
            days.add(_DAYS.index(low[:3]) + 1)
        elif found := _TIME.fullmatch(low):
            times.append(_time(found, word))
        elif word and low not in _SMALL:
            zone = zone_named(word)
    return Schedule(tuple(sorted(set(times))), frozenset(days) or EVERY_DAY, zone, quiet)


def zone_named(name: str) -> str:
    """The IANA name of the zone that somebody means: its name in any case, or the name of its city alone.

    Raises:
        UnknownZone: if there is none, or several; the message offers the nearest.
    """
    low = name.strip().replace(" ", "_").lower()
    if low in _known():
        return _known()[low]
    cities = sorted({full for known, full in _known().items() if known.rpartition("/")[2] == low and "/" in known})
    if len(cities) == 1:
        return cities[0]
    near = cities or [_known()[each] for each in difflib.get_close_matches(low, _known(), n=3, cutoff=0.5)]
    by_city = difflib.get_close_matches(low, _cities(), n=3, cutoff=0.7)
    raise UnknownZone(name.strip(), tuple(dict.fromkeys([*(_cities()[each] for each in by_city), *near]))[:3])


def zones_like(typed: str, most: int) -> list[str]:
    """Up to ``most`` zones that somebody may mean who has typed that much: cities that begin with it come first."""
    low = typed.strip().replace(" ", "_").lower()
    if not low:
        return [*_OFTEN[:most]]
    every = sorted({full for full in _known().values() if "/" in full or full == "UTC"})
    found = [name for name in every if name.lower().rpartition("/")[2].startswith(low)]
    found += [name for name in every if low in name.lower() and name not in found]
    if not found:
        found = [_cities()[each] for each in difflib.get_close_matches(low, _cities(), n=most, cutoff=0.6)]
    return found[:most]


def slots(schedule: Schedule, after: datetime, until: datetime) -> Iterator[datetime]:
    """The moments, in UTC and in order, at which it is due later than ``after`` and not later than ``until``."""
    zone = _zone(schedule.zone)
    day = after.astimezone(zone).date() - timedelta(days=1)
    last = until.astimezone(zone).date() + timedelta(days=1)
    before: datetime | None = None
    while day <= last:
        if day.isoweekday() in schedule.days:
            for moment in sorted({found for each in schedule.times if (found := _moment(day, each, zone))}):
                if after < moment <= until and moment != before:
                    before = moment
                    yield moment
        day += timedelta(days=1)


def next_slot(schedule: Schedule, after: datetime) -> datetime:
    """The first moment, in UTC, at which it is due later than ``after``."""
    return next(slots(schedule, after, after + _LONGEST_LOOK))


def due(schedule: Schedule, *, since: datetime, now: datetime, grace: timedelta) -> datetime | None:
    """The slot that is due ``now``: the latest later than ``since``, no longer ago than ``grace``; or ``None``.

    Those before it were missed; one digest tells what they would have told.
    """
    return max(slots(schedule, max(since, now - grace), now), default=None)


def quiet_until(schedule: Schedule, moment: datetime) -> datetime | None:
    """When the quiet hours end (UTC) that ``moment`` is in; ``None`` if it is in none."""
    if schedule.quiet is None:
        return None
    zone = _zone(schedule.zone)
    there = moment.astimezone(zone)
    if not _within(there.time(), schedule.quiet):
        return None
    ends = (
        found for day in range(3) if (found := _moment(there.date() + timedelta(days=day), schedule.quiet[1], zone))
    )
    return next((end for end in ends if end > moment), None)


def is_slot(schedule: Schedule, moment: datetime) -> bool:
    """Whether it is due then."""
    return next_slot(schedule, moment - timedelta(microseconds=1)) == moment


def local(moment: datetime, zone: str) -> datetime:
    """The same moment as clocks there show it.

    Raises:
        UnknownZone: if there is no such zone.
    """
    return moment.astimezone(_zone(zone))


def spoken(moment: datetime, zone: str) -> str:
    """When that is there, as people say it: "Tuesday 08:30 Europe/London"."""
    there = local(moment, zone)
    return f"{_NAMES[there.isoweekday() - 1]} {there:%H:%M} {zone}"


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """The first moment of ``day`` at which clocks show ``at`` or later; none on a day that a date line swallowed."""
    wanted = datetime.combine(day, at)
    first, second = (wanted.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first <= second:
        return first  # shown once, or twice: then this is the first time
    moment = _skip(second, first, zone)
    return moment if moment.astimezone(zone).date() == day else None


def _skip(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment between the two, to the second, at which clocks are set forward."""
    low, high = int(before.timestamp()), int(after.timestamp())
    start = before.astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == start:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)


def _within(at: time, hours: tuple[time, time]) -> bool:
    """Whether a time of day is between two others, the second of which may be on the next day."""
    begin, end = hours
    return begin <= at < end if begin <= end else at >= begin or at < end


def _without_quiet(text: str) -> tuple[str, tuple[time, time] | None]:
    """What was typed without the quiet hours in it, and those."""
    found = _QUIET.search(text)
    if not found:
        return text, None
    hours = [_TIME.fullmatch(found[name].lower()) for name in ("begin", "end")]
    if not all(hours):
        problem = f"{found[0]!r} are no hours; write them like quiet 22:00-07:00"
        raise BadSchedule(problem)
    begin, end = (_time(each, each[0]) for each in hours if each)
    return text.replace(found[0], " "), (begin, end) if begin != end else None


def _time(found: re.Match[str], word: str) -> time:
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower()
    noon = 12
    if not found[2] and not half:
        problem = f"{word!r} is no time of day; write it like 08:30 or 8am"
        raise BadSchedule(problem)
    if half and not 1 <= hour <= noon:
        hour = -1
    elif half:
        hour = hour % noon + (noon if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError as error:
        problem = f"{word!r} is no time of day; write it like 08:30 or 8am"
        raise BadSchedule(problem) from error


def _is_a_day(low: str) -> bool:
    return any(name.lower().startswith(low.rstrip("s")) or name.lower() == low for name in _NAMES)


@cache
def _zone(name: str) -> ZoneInfo:
    if name not in _known().values():
        raise UnknownZone(name, ())
    return ZoneInfo(name)


@cache
def _known() -> dict[str, str]:
    """All zones by their names in lower case."""
    return {name.lower(): name for name in sorted(available_timezones())}


@cache
def _cities() -> dict[str, str]:
    """Zones by the names of their cities in lower case."""
    return {known.rpartition("/")[2]: full for known, full in _known().items() if "/" in known}
