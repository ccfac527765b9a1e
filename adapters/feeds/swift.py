"""Well-formed RSS and Atom, read by fastfeedparser's extractor, some hundred times as fast as feedparser reads it.

Its public ``parse`` mends what is broken as it goes along, and loses words without a sign ("AT&T" becomes "AT"). The
extractor beneath it takes well-formed XML only, and says when it will not. Hence the private name; where a build of
fastfeedparser lacks it, every feed is read the thorough way.

What the extractor does wrongly with well-formed feeds, and what is done about it:

- it takes ``media:title`` for the title and ``media:description`` for the description where they come first: they are
  spelt otherwise before it sees them;
- it reads text up to the first child, so a title or description with elements inside is cut off: such feeds are
  refused here, and read thoroughly;
- it knows no ``xml:base``: refused where a link is relative;
- it drops the link that follows an ``atom:link``: refused where a headline has no link.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from adapters.feeds.dates import moment
from adapters.feeds.items import Item

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from fastfeedparser import _core  # type: ignore[import-untyped]  # no types; why the private name: see the top

    _extract: Callable[..., Any] | None = _core.parse_entries  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  # no types
except ImportError:
    _extract = None


class Swift(NamedTuple):
    """The articles, and the XML of the feed without them."""

    items: tuple[Item, ...]
    head: bytes


_FOREIGN = (b"media", b"itunes")
_HEAD = 4_096
_RDF = b"<rdf:RDF"
_RSS_1 = re.compile(rb"""xmlns=(["'])http://(?:purl\.org/rss/1\.0/|my\.netscape\.com/rdf/simple/0\.9/)\1""")
_CUT_TITLE = re.compile(rb"<title[^<>]*>[^<]*<(?:[^/!]|!--)")
_CUT_TEASER = re.compile(rb"<(?:description|summary)(?:\s[^<>]*[^<>/])?>\s*<(?:[^/!]|!--)")


def read(xml: bytes) -> Swift | None:
    """The feed, or ``None`` if it is not for this reader. ``xml`` is UTF-8 without a byte order mark."""
    if _extract is None:
        return None
    start = xml[:_HEAD]
    if _RDF in start:
        xml = _as_rss(xml)
    for prefix in _FOREIGN:
        if b"xmlns:" + prefix + b"=" in start:
            xml = xml.replace(b"<" + prefix + b":", b"<" + prefix + b":_").replace(
                b"</" + prefix + b":", b"</" + prefix + b":_"
            )
    found = _extract(xml, dict, _iso, unescape, True, False, False, False)  # noqa: FBT003 - it takes no names: content, and no tags, media, enclosures
    if isinstance(found, str):  # why it will not
        return None
    kind, _, head, entries = found
    items = tuple(_item(entry, kind) for entry in entries)
    return None if _doubtful(xml, items) else Swift(items, head)


def _as_rss(xml: bytes) -> bytes:
    """RSS 0.90 and 1.0 are RDF: the same elements in a namespace, with the items behind the channel, not inside."""
    head = _RSS_1.sub(rb"", xml[:_HEAD], count=1).replace(_RDF, b"<rss", 1)
    before, end, after = (head + xml[_HEAD:]).rpartition(b"</rdf:RDF>")
    return before.replace(b"</channel>", b"", 1) + b"</channel></rss>" + after if end else xml


def _item(entry: dict[str, Any], kind: str) -> Item:
    get = entry.get
    teaser, content = get("description") or "", get("content")
    body = content[0]["value"] if content else None
    if kind == "rss" and body is not None and body.strip() == teaser:  # it gives the description once more
        body = None
    published, updated = get("published"), get("updated")
    return Item(
        get("title") or "",
        get("link"),
        get("id"),
        datetime.fromisoformat(published) if published else None,
        datetime.fromisoformat(updated) if updated else None,
        get("author"),
        teaser,
        body,
    )


def _doubtful(xml: bytes, items: tuple[Item, ...]) -> bool:
    relative = untold = False
    for item in items:
        link = item.link
        if not item.title or not link:
            return True
        relative = relative or not link.startswith("http")
        untold = untold or not item.teaser
    return (
        not items
        or _CUT_TITLE.search(xml) is not None
        or (relative and b"xml:base" in xml)
        or (untold and _CUT_TEASER.search(xml) is not None)
    )


def _iso(words: str) -> str | None:
    """What the extractor asks about a date that it does not read by itself."""
    found = moment(words)
    return found.isoformat() if found else None
