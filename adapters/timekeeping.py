"""Whether the clock is right, and whether the zones are known in which digests are to come."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import ClientError, ClientSession, ClientTimeout

from adapters.checkup import Finding
from bot.errors import StandfirstError
from bot.schedule import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_DRIFT_SECONDS = 30.0
"""Of the clock. Processes that share a database go by their clocks when one takes over what another has left, which is
minutes after it was begun; and Slack's requests are refused when they seem five minutes old."""

MOST_YEARS = 2
"""Time zone data that is older lacks what governments have decided since; it is published several times a year."""

_TIMEOUT = ClientTimeout(total=10)
_TZDATA = "tzdata.zi"
"""The file that names its version in its first line, in each folder of zones: "# version 2025b"."""


async def drift(url: str) -> Finding:
    """How far our clock is from that of the server at ``url``, by the ``Date`` of its answer: whole seconds."""
    try:
        async with ClientSession(timeout=_TIMEOUT) as session, session.head(url, allow_redirects=False) as answer:
            theirs = parsedate_to_datetime(answer.headers.get("Date", ""))
    except (ClientError, TimeoutError, ValueError):
        return Finding(None, "It could not be compared, since the server to compare with gave no answer with a time.")
    seconds = (datetime.now(UTC) - theirs).total_seconds()
    if abs(seconds) > MOST_DRIFT_SECONDS:
        by = f"{abs(seconds):,.0f} seconds {'fast' if seconds > 0 else 'slow'}"
        return Finding(well=False, says=f"It is {by}; let the machine set it by NTP.")
    return Finding(well=True, says="It is right.")


def zones(schedules: Sequence[tuple[int, str]], year: int) -> Iterator[Finding]:
    """Which time zone data there is, in that ``year``, and which digests, by their numbers, have a zone it lacks."""
    known = _version_of_zones()
    if known is None:
        yield Finding(
            well=False, says="There is no time zone data; install your system's tzdata, or: pip install tzdata."
        )
        return
    old = known[:4].isdecimal() and int(known[:4]) < year - MOST_YEARS
    yield Finding(well=not old, says=f"Version {known}; {'update tzdata' if old else 'that is recent enough'}.")
    for number, schedule in schedules:
        try:
            parse(schedule)
        except StandfirstError as error:
            yield Finding(well=False, says=f"Digest {number} can't come: {error}")


def _version_of_zones() -> str | None:
    """As the data says that zoneinfo takes: the system's, or else the package's."""
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / _TZDATA).is_file():
            with (folder / _TZDATA).open(encoding="ascii", errors="replace") as lines:
                return lines.readline().removeprefix("# version ").strip()
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return "of the system" if zoneinfo.available_timezones() else None
