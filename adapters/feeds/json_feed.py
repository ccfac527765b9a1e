"""JSON Feed 1.0 and 1.1 (jsonfeed.org). Whatever is of another type than the standard says is left out."""

from __future__ import annotations

import json
from typing import Any, cast

from adapters.feeds.dates import moment
from adapters.feeds.items import Item, absolute, as_markup
from adapters.feeds.model import Feed
from adapters.feeds.plain import line


def read(text: bytes, url: str | None) -> tuple[Feed, tuple[Item, ...]] | None:
    """The feed without headlines, and its articles; ``None`` for JSON that is no feed, or no JSON."""
    try:
        found = _object(json.loads(text))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found.get("items"), list):
        return None
    if "jsonfeed.org" not in _text(found, "version") and not _text(found, "title"):
        return None
    own = absolute(url or _text(found, "feed_url"), None)
    hubs = _objects(found, "hubs")
    about = Feed(
        title=line(_text(found, "title")),
        site=absolute(_text(found, "home_page_url"), own),
        url=own,
        language=_text(found, "language") or None,
        description=line(_text(found, "description")),
        hub=absolute(_text(hubs[0], "url"), own) if hubs else None,
    )
    return about, tuple(_item(item) for item in _objects(found, "items"))


def _item(item: dict[str, Any]) -> Item:
    html, text = _text(item, "content_html"), _text(item, "content_text")
    authors = (*_objects(item, "authors"), _object(item.get("author")))
    return Item(
        title=as_markup(_text(item, "title")),
        link=_text(item, "url") or _text(item, "external_url") or None,
        guid=_text(item, "id") or None,
        published=moment(_text(item, "date_published")),
        updated=moment(_text(item, "date_modified")),
        byline=", ".join(name for each in authors if (name := _text(each, "name"))) or None,
        teaser=as_markup(_text(item, "summary")),
        body=html or as_markup(text) or None,
        language=_text(item, "language") or None,
    )


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    if isinstance(value, int) and not isinstance(value, bool):  # an id, as 1.0 allowed
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _objects(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = found.get(name)
    each = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("dict[str, Any]", one) for one in each if isinstance(one, dict)]


def _object(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}
