"""Bytes of a feed -> ``Feed``: the swift way where that is safe, the thorough way where it is not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.feeds import json_feed, swift, thorough
from adapters.feeds.about import about
from adapters.feeds.discovery import offered
from adapters.feeds.encoding import as_utf8
from adapters.feeds.items import headlines
from adapters.feeds.mending import mended
from bot.errors import BrokenFeed, NotAFeed

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.feeds.items import Item
    from adapters.feeds.model import Feed

_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel|item|entry)\b", re.IGNORECASE)
_HEAD = 65_536
_SUBSET = 2_048
"""Bytes in which a document type stands: before the first element."""

OFFERED = 3
"""How many of a page's feeds are named to a person."""


def parse(body: bytes, *, url: str | None, content_type: str | None, now: datetime) -> Feed:
    """The feed in ``body``, which came from ``url`` with that Content-Type header. A feed may be without headlines.

    An article of it with neither a title nor a link is left out: nobody could be told of it.

    Raises:
        BrokenFeed: if all of its articles are such.
        NotAFeed: if it is something else; with the feeds that it names, if it is a page.
    """
    text = as_utf8(body, content_type)
    if text[:1] in {b"{", b"["}:
        found = json_feed.read(text, url)
        if found is None:
            raise NotAFeed
    elif _PAGE.match(text, 0, _HEAD):
        raise NotAFeed([each.url for each in offered(body, url)[:OFFERED]])
    elif not _FEED.search(text, 0, _HEAD):
        raise NotAFeed
    else:
        found = _xml(text, url)
    feed, items = found
    listed = headlines(items, base=feed.site or feed.url, site=feed.site, now=now)
    known = tuple(each for each in listed if each.title or each.link)
    if listed and not known:
        raise BrokenFeed
    return replace(feed, headlines=known)


def _xml(text: bytes, url: str | None) -> tuple[Feed, tuple[Item, ...]]:
    if (
        text.find(b"<!DOCTYPE", 0, _SUBSET) < 0 or b"<!ENTITY" not in text[:_HEAD]
    ):  # names of its own making, which only the thorough reader knows, and bounds
        found = swift.read(text)
        if found is None and (again := mended(text)) != text:
            text = again
            found = swift.read(text)
        if found is not None:
            return about(found.head, url), found.items
    return thorough.read(text, url)
