"""From the page of a site to its feeds: those that it names, and where feeds usually are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from adapters.feeds.encoding import as_utf8
from adapters.feeds.plain import line

_TYPES = re.compile(
    r"\s*(?:application|text)/(?:rss|atom|rdf|feed)?\+?(?:xml|json)\b|\s*application/(?:rss|atom)\b", re.IGNORECASE
)
_LOOKS = re.compile(
    r"(?:^|[/._?=-])(?:rss2?|feeds?|atom|rdf)(?:$|[/._?&=-])|\.(?:rss|atom|rdf)$|/(?:feed|rss|atom|index)\.(?:xml|json)$",
    re.IGNORECASE,
)
_NOT_FEEDS = re.compile(r"wp-json|oembed|/xmlrpc\.php|opensearch|manifest|sitemap|feedback", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|kommentar|commentaire|replies|/discuss", re.IGNORECASE)
_PATHS = ("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "feeds/posts/default")
LARGEST_PAGE = 300_000
"""Bytes that are searched. A page names its feeds in its head; html.parser takes seconds for a megabyte of ``<!``."""

MOST = 50
"""Feeds taken from one page: a directory of feeds is not what somebody follows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that a page names: its absolute address, and what the page calls it (may be empty)."""

    url: str
    title: str = ""


def offered(page: bytes, url: str | None) -> tuple[Offer, ...]:
    """The feeds the page names, each once: those meant for programs first, then links, comment feeds last.

    ``<link rel="alternate">`` with a feed's type is how pages name theirs (HTML Standard, 4.6.7.1).
    """
    finder = _Finder(url or "")
    text = as_utf8(page[:LARGEST_PAGE], None).decode("utf-8", "replace")
    finder.feed(text)
    finder.close()
    found: dict[str, Offer] = {}
    for offer in (*finder.named, *finder.linked):
        found.setdefault(offer.url, offer)
    ordered = sorted(found.values(), key=lambda offer: bool(_COMMENTS.search(f"{offer.url} {offer.title}")))
    return tuple(ordered[:MOST])


def guesses(url: str) -> tuple[str, ...]:
    """Where the site of that address may have its feed, the likeliest first: below the page, then at the root."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if not parts.netloc:
        return ()
    root = f"{parts.scheme}://{parts.netloc}/"
    folder = root + "".join(f"{part}/" for part in parts.path.split("/") if part and "." not in part)
    return tuple(dict.fromkeys(start + path for start in (folder, root) for path in _PATHS))


class _Finder(HTMLParser):
    """Collects what a page names as feeds, and what it links to that looks like one."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.named: list[Offer] = []
        self.linked: list[Offer] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"a", "base", "link"}:
            return
        given = {name: value or "" for name, value in attrs}
        href = given.get("href", "").strip()
        if not href:
            return
        if tag == "base":
            self._base = _joined(self._base, href) or self._base
        elif tag == "link":
            relations = given.get("rel", "").lower().split()
            named = "alternate" in relations and _TYPES.match(given.get("type", ""))
            if named or "feed" in relations:
                self._take(self.named, href, given.get("title", ""))
        elif _LOOKS.search(href.partition("#")[0]):
            self._take(self.linked, href, given.get("title", ""))

    def _take(self, offers: list[Offer], href: str, title: str) -> None:
        address = _joined(self._base, href.removeprefix("feed:") if "//" in href else href)
        if address and not _NOT_FEEDS.search(address):
            offers.append(Offer(address, line(title)))


def _joined(base: str, href: str) -> str | None:
    try:
        address = urljoin(base, href)
        return address.partition("#")[0] if urlsplit(address).scheme in {"http", "https"} else None
    except ValueError:
        return None
