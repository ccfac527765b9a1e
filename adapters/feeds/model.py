"""What a feed holds: frozen values, and the markup of its articles, which is read only when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from adapters.feeds.plain import prose

if TYPE_CHECKING:
    from datetime import datetime, timedelta


class Headline(NamedTuple):
    """One article of a feed. A named tuple: thousands are made a second, and most of them have been seen before.

    ``ident`` stays the same from one poll to the next (see identity.py). ``link`` is absolute. ``published`` and
    ``updated`` are in UTC; what is not known, or cannot be, is ``None``. ``teaser`` and ``body`` are markup as the
    feed has it: flattening it costs more than all the rest, so it is done for the few headlines that are new.
    """

    title: str
    link: str | None
    ident: str
    published: datetime | None = None
    updated: datetime | None = None
    byline: str | None = None
    language: str | None = None
    guid: str | None = None
    teaser: str = ""
    body: str | None = None

    @property
    def summary(self) -> str:
        """The teaser as plain text; empty where there is none."""
        return prose(self.teaser)

    @property
    def text(self) -> str | None:
        """The article as plain text, paragraphs set apart by an empty line, where the feed carries it."""
        return None if self.body is None else prose(self.body) or None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its headlines, in its own order.

    ``site`` is the page it belongs to and ``url`` the feed's own address, both absolute. ``interval`` is how long it
    asks to be left alone between polls, ``quiet_hours`` the hours of the day (UTC) in which it asks not to be polled
    at all, ``hub`` where its changes can be subscribed to (WebSub).
    """

    title: str = ""
    site: str | None = None
    url: str | None = None
    language: str | None = None
    description: str = ""
    headlines: tuple[Headline, ...] = ()
    interval: timedelta | None = None
    quiet_hours: frozenset[int] = frozenset()
    hub: str | None = None
