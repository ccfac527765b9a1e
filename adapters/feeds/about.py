"""What a feed says about itself, from its XML without the articles."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lxml import etree

from adapters.feeds.items import absolute
from adapters.feeds.model import Feed
from adapters.feeds.plain import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name for it

_ITEMS = frozenset({"item", "entry", "items", "image", "textinput", "author"})
_ATOM = "{http://www.w3.org/2005/Atom}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 24 * 7, "monthly": 24 * 30, "yearly": 24 * 365}
"""Hours (RSS 1.0 module Syndication)."""

LONGEST_INTERVAL = timedelta(days=1)
"""Feeds that say "weekly" or give a nonsense ttl still bring news; nobody follows one to hear of it next month."""

_parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True, remove_pis=True)


def about(head: bytes, url: str | None) -> Feed:
    """The feed without headlines. ``head`` is its XML, which may lack the articles; ``url`` is where it was found."""
    root = etree.fromstring(head, _parser)
    channel = next((child for child in root if _local(child) == "channel"), root)
    said: dict[str, str] = {}
    links: dict[str, str] = {}
    quiet: frozenset[int] = frozenset()
    for child in (*channel, *(root if channel is not root else ())):
        name = _local(child)
        if name in _ITEMS or name == "channel":
            continue
        if name == "link" and (href := child.get("href")):
            links.setdefault(child.get("rel", "alternate"), href.strip())
        elif name == "skiphours":
            quiet = frozenset(_hours(child))
        elif name:
            said.setdefault(name, "".join(child.itertext("*")).strip())
    own = absolute(url or links.get("self"), None)
    return Feed(
        title=line(said.get("title", "")),
        site=absolute(links.get("alternate") or said.get("link"), own),
        url=own,
        language=said.get("language") or channel.get(_LANG) or root.get(_LANG) or None,
        description=line(said.get("description") or said.get("subtitle") or said.get("tagline") or ""),
        interval=interval(said.get("ttl"), said.get("updateperiod"), said.get("updatefrequency")),
        quiet_hours=quiet,
        hub=absolute(links.get("hub"), own),
    )


def interval(ttl: str | None, period: str | None, frequency: str | None) -> timedelta | None:
    """How long the feed asks to be left alone: ``ttl`` in minutes (RSS 2.0), or so often in a period (Syndication)."""
    if ttl and ttl.isdecimal() and len(ttl) < 8 and int(ttl):  # noqa: PLR2004 - digits
        return min(timedelta(minutes=int(ttl)), LONGEST_INTERVAL)
    hours = _PERIODS.get((period or "").strip().lower())
    if not hours:
        return None
    times = int(frequency) if frequency and frequency.isdecimal() and len(frequency) < 8 else 1  # noqa: PLR2004 - digits
    return min(timedelta(hours=hours) / max(1, times), LONGEST_INTERVAL)


def _hours(skipped: Element) -> Iterator[int]:
    for hour in skipped:
        text = (hour.text or "").strip()
        if text.isdecimal() and len(text) <= 2 and int(text) <= 24:  # noqa: PLR2004 - of a clock
            yield int(text) % 24


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
