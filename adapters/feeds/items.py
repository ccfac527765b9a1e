"""What every reader of feeds gives, and how headlines are made of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from adapters.feeds.dates import sane
from adapters.feeds.identity import Marks, idents
from adapters.feeds.model import Headline
from adapters.feeds.plain import line, prose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

TITLE_WORDS = 12
"""How many of the summary's words stand in for a title: about as long as titles are."""

_WEB = ("https://", "http://")


class Item(NamedTuple):
    """One article as a feed has it: titles and texts are markup, the link may be relative, dates may be nonsense."""

    title: str = ""
    link: str | None = None
    guid: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    byline: str | None = None
    teaser: str = ""
    body: str | None = None
    language: str | None = None


def headlines(items: Sequence[Item], *, base: str | None, site: str | None, now: datetime) -> tuple[Headline, ...]:
    """The headlines, in the feed's order. ``base`` is what relative links are relative to."""
    marks = [Marks(link_of(item, base), item.guid, title_of(item), sane(item.published, now)) for item in items]
    return tuple(
        Headline(
            mark.title,
            mark.link,
            ident,
            mark.published,
            sane(item.updated, now),
            line(item.byline) or None if item.byline else None,
            item.language,
            item.guid,
            item.teaser,
            item.body,
        )
        for mark, ident, item in zip(marks, idents(marks, site), items, strict=True)
    )


def title_of(item: Item) -> str:
    """The title on one line; where there is none, the first words of what there is."""
    title = line(item.title)
    if title:
        return title
    words = prose(item.teaser or item.body or "").split()
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")


def link_of(item: Item, base: str | None) -> str | None:
    """Its address; a GUID that is a web address stands in for a link that is missing (RSS 2.0, isPermaLink)."""
    if item.link:
        return absolute(item.link, base)
    return item.guid if item.guid and item.guid.startswith(_WEB) else None


def absolute(link: str | None, base: str | None) -> str | None:
    """The web address that ``link`` means on the page ``base``; what is none gives none."""
    if not link or link.startswith(_WEB):
        return link or None
    try:
        joined = urljoin(base or "", "".join(link.split()))
        return joined if urlsplit(joined).scheme.lower() in {"http", "https"} else None
    except ValueError:
        return None


def as_markup(text: str) -> str:
    """Plain text as markup that flattens to it."""
    return escape(text, quote=False).replace("\n", "<br>")
