"""Any feed, however broken, read by feedparser: slow, and the measure of what must not be lost."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]  # no types are published

from adapters.feeds.about import interval
from adapters.feeds.dates import moment
from adapters.feeds.items import Item, absolute
from adapters.feeds.model import Feed
from adapters.feeds.plain import line

if TYPE_CHECKING:
    from collections.abc import Callable

_parse: Callable[..., Any] = feedparser.parse  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  # the same


def read(xml: bytes, url: str | None) -> tuple[Feed, tuple[Item, ...]]:
    """The feed without headlines, and its articles; none of either where there is nothing to read.

    feedparser opens a string as an address or a file, so it is given a stream. It keeps no entity that leads outside
    or holds another one. Its sanitiser is off: markup is flattened here, and never shown.
    """
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": url} if url else {})
    found = _parse(BytesIO(xml), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    feed: dict[str, Any] = found.feed
    links = {link.get("rel"): link.get("href") for link in reversed(_get(feed, "links") or [])}
    own = absolute(url or links.get("self"), None)
    about = Feed(
        title=line(_get(feed, "title") or ""),
        site=absolute(_get(feed, "link") or links.get("alternate"), own),
        url=own,
        language=_get(feed, "language") or None,
        description=line(_get(feed, "subtitle") or ""),
        interval=interval(_get(feed, "ttl"), _get(feed, "sy_updateperiod"), _get(feed, "sy_updatefrequency")),
        hub=absolute(links.get("hub"), own),
    )
    return about, tuple(_item(entry) for entry in found.entries)


def _item(entry: dict[str, Any]) -> Item:
    published, updated = _get(entry, "published"), _get(entry, "updated")
    content = _get(entry, "content")
    teaser = _get(entry, "summary") or ""
    body = content[0].get("value") if content else None
    return Item(
        _get(entry, "title") or "",
        _get(entry, "link"),
        _get(entry, "id"),
        moment(published or updated or _get(entry, "created") or ""),
        moment(updated) if updated else None,
        _get(entry, "author"),
        teaser,
        body or None,
    )


def _get(found: dict[str, Any], name: str) -> Any:  # noqa: ANN401 - whatever a feed has there
    """Without feedparser's own ``get``, which gives one key's value for another and warns about it."""
    get: Callable[[dict[str, Any], str], Any] = dict[str, Any].get
    return get(found, name)
