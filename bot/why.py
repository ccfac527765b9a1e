"""What became of an article in the digests that might have told it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.schedule import next_slot, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.model import Ended, Subscription

_SAYS = {
    "told": "told {when}",
    "also": "told {when} with “{detail}”, as one more outlet that reports it",
    "known": "left out {when}: nothing in it was new after “{detail}”",
    "filtered": "left out {when} by its words: {detail}",
    "limit": "left out {when}: there were at least {detail} stories that more outlets told, or newer ones",
    "unreadable": "left out {when}, because it could not be read: {detail}",
}
_NOT_POSTED = "to be told {when}, but that digest was not posted: {reason}"


class Traces(Protocol):
    """What is on record of articles."""

    async def ended(self, subscription: Subscription, link: str) -> Ended | None:
        """What became of it the last time that the digest looked at it."""
        ...

    async def brought(self, subscription: Subscription, link: str) -> datetime | None:
        """When one of its sources brought it (UTC), if one has."""
        ...

    async def unread(self, subscription: Subscription) -> Sequence[tuple[str, str]]:
        """Its sources that could not be read the last time, each with why."""
        ...


async def why(link: str, one: Subscription, traces: Traces, now: datetime) -> str | None:
    """What became of the article behind ``link`` in a digest, as the end of a sentence; ``None`` if it has met none."""
    zone = one.schedule.zone
    if ended := await traces.ended(one, link):
        when = f"in the digest of {spoken(ended.slot, zone)}"
        fate = ended.fate
        if fate.step in {"told", "also"} and ended.state in {"failed", "unknown"}:
            return _NOT_POSTED.format(when=when, reason=ended.reason)
        if fate.step in {"told", "also"} and ended.state != "posted":
            return f"being posted {when}"
        return _SAYS[fate.step].format(when=when, detail=fate.detail.rstrip("."))
    if seen := await traces.brought(one, link):
        coming = "once it is resumed" if one.paused else spoken(next_slot(one.schedule, max(now, one.planned)), zone)
        return f"brought by its sources {spoken(seen, zone)}; the next digest looks at it: {coming}"
    return None


async def not_met(one: Subscription, traces: Traces) -> str:
    """That a digest has not met an article, and why that may be."""
    unread = await traces.unread(one)
    ill = f"; could not be read: {', '.join(url for url, _ in unread)}" if unread else ""
    return f"none of its sources brought it in the last days{ill}"
