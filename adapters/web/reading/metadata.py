"""What a page says about its article: its linked data first, then its ``<meta>`` fields, then what it prints."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from trafilatura.metadata import extract_author
from yarl import URL

from adapters.web.reading.bylines import byline, names
from adapters.web.reading.dates import LONGEST, earlier, parsed
from adapters.web.reading.linked_data import LinkedData, linked_data
from adapters.web.reading.titles import headline, site_in_title
from adapters.web.sites import same_site
from summariser.cleaning.dateline import dated, is_date_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lxml.html import HtmlElement

    from adapters.web.reading.markup import Markup

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "dcterms.issued",
    "article.published",
    "publish-date", "publishdate", "pubdate", "publication_date", "date", "datepublished",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "rnews:datepublished", "og:published_time", "dc.date.created", "last-published", "ptime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "dcterms.modified", "dc.date.modified",
    "article.updated", "datemodified", "lastmod", "last-modified", "utime",
)  # fmt: skip
_AUTHOR = (
    "article:author_name", "byl", "parsely-author", "sailthru.author", "author", "article:author",
    "og:article:author", "citation_author", "dc.creator", "dcterms.creator",
    "dc.contributor", "cxenseparse:author", "authors",
    "article.author",
    "rnews:author", "og:author",
    "creator", "byline",
)  # fmt: skip
_SITE = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "citation_journal_title",
    "publisher",
)
_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title")
_TIERS = {"locked": True, "metered": True, "premium": True, "paid": True, "subscriber": True, "free": False}
_BYLINES = (
    ".//*[@itemprop='author']",
    ".//*[@rel='author']",
    ".//*[contains(@data-testid, 'byline') or contains(@data-component, 'byline')]",
    ".//*[contains(@class, 'byline') or contains(@class, 'Byline')]",
    ".//*[contains(@class, 'author') or contains(@class, 'Author')]",
    ".//*[contains(@class, 'contributor') or contains(@class, 'writer') or contains(@class, 'signature')]",
    ".//address",
)
_DATED_PATH = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)")
_DIGIT = re.compile(r"\d{4}")
_PRINTED_ON = re.compile(r"(?i)(?:published|posted|updated|last updated|veröffentlicht|publié|publicado)\b")
_MARKED_HEADLINE = (
    "//*[self::h2 or self::h3][@itemprop='headline' or @itemprop='name' or contains(@class, 'entry-title')"
    " or contains(@class, 'post-title')][1]"
)
"""How blogs mark it that keep the first heading for their own name."""

_LONGEST_BYLINE = 200
"""Characters. What is longer is about the author, or is the article."""
_PRINTED_BY = re.compile(r"(?:By|BY|by|Von|VON|Par|Por|Di|Door|Af|Av)\s+[A-ZÀ-Þ]")
_MOST_PRINTED = 60
"""Elements of one kind that are looked at."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a page's article without its text. ``article`` is whether the page says that it is one."""

    title: str | None = None
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None
    updated: date | None = None
    language: str | None = None
    paywall: bool | None = None
    body: str | None = None
    article: bool = False
    lists: bool = False


def facts(markup: Markup, url: str | None) -> Facts:
    """What the page at ``url`` says."""
    tree = markup.tree
    h1s = [text for each in islice(tree.iterfind(".//h1"), _MOST_PRINTED) if (text := _plain(each))]
    if (marked := next(iter(cast("list[HtmlElement]", tree.xpath(_MARKED_HEADLINE))), None)) is not None:
        h1s += [text] if (text := _plain(marked)) else []
    data = linked_data(markup.data, h1s[0] if h1s else None)
    meta = _meta(tree)
    page_title = _plain(tree.find(".//title"))
    site = _site(data, meta, page_title, url)
    title = headline(h1s, data.title, [meta[key] for key in _TITLES if key in meta], page_title, site=site)
    published, updated = _dates(tree, data, meta, url)
    kind = meta.get("og:type", "")
    return Facts(
        title=title,
        byline=byline(_people(tree, data, meta, site)),
        site=site,
        url=_canonical(tree, data, meta, url),
        published=published,
        updated=updated,
        language=_language(tree, data, meta),
        paywall=_paywall(data, meta),
        body=data.body,
        article=data.article or "article" in kind or "article:published_time" in meta,
        lists=data.lists or kind == "website",
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The ``<meta>`` fields and top-level microdata by their names in lower case; of several the first, authors all."""
    found: dict[str, str] = {}
    for each in tree.iterfind(".//meta"):
        key = (each.get("property") or each.get("name") or each.get("itemprop") or "").strip().lower()
        value = " ".join((each.get("content") or "").split())
        if not key or not value:
            continue
        if key in _AUTHOR and key in found and value not in found[key]:
            found[key] += f", {value}"
        found.setdefault(key, value)
    return found


def _site(data: LinkedData, meta: dict[str, str], page_title: str | None, url: str | None) -> str | None:
    for name in (meta.get(_SITE[0]), data.site, *(meta.get(key) for key in _SITE[1:])):
        if name and not name.startswith(("http", "@")):
            return name
    host = (URL(url).host or "") if url else ""
    return site_in_title(page_title, host) or host.removeprefix("www.") or None


def _people(tree: HtmlElement, data: LinkedData, meta: dict[str, str], site: str | None) -> tuple[str, ...]:
    """By the first source that names a person; agencies and the like only when none does."""
    last: tuple[str, ...] = ()
    printed = list(_printed(tree))
    sources: Iterable[Iterable[str]] = (
        data.people,
        data.authors,
        *([meta[key]] for key in _AUTHOR if key in meta and not meta[key].startswith("http")),
        *printed,
    )
    for fields in sources:
        found = names(fields, site=site)
        if any(" " in name or not name.isascii() for name in found):
            return found
        last = last or found
    return last or names([extract_author(deepcopy(tree)) or ""], site=site)


def _printed(tree: HtmlElement) -> Iterator[list[str]]:
    for path in _BYLINES:
        for each in cast("list[HtmlElement]", tree.xpath(path))[:_MOST_PRINTED]:  # paths to elements give nothing else
            text = _plain(each)
            if text and len(text) <= _LONGEST_BYLINE:
                links = [name for link in each.iterfind(".//a") if (name := _plain(link))]
                yield links or [" ; ".join(" ".join(part.split()) for part in each.itertext() if part.strip())]
                yield [text]
    for each in tree.iter("p", "div", "span", "td", "font", "b", "i", "em", "small"):
        text = " ".join((each.text or "").split())
        if text and len(text) <= _LONGEST_BYLINE and _PRINTED_BY.match(text):
            yield [text]


def _dates(
    tree: HtmlElement, data: LinkedData, meta: dict[str, str], url: str | None
) -> tuple[date | None, date | None]:
    published = _first_date((data.published, *(meta.get(key) for key in _PUBLISHED), *_times(tree)))
    published = published or _in_address(url) or _printed_date(tree)
    updated = _first_date((data.updated, *(meta.get(key) for key in _UPDATED)))
    if updated == published or earlier(updated, published):
        updated = None  # a template that prints the day it was itself made
    return published, updated


def _times(tree: HtmlElement) -> Iterator[str | None]:
    marked = [each for each in tree.iter() if "datepublished" in (each.get("itemprop") or "").lower()]
    for each in (*marked, *list(tree.iter("time"))[:1]):
        yield each.get("content") or each.get("datetime") or each.get("title") or _plain(each)


def _in_address(url: str | None) -> date | None:
    found = _DATED_PATH.search(url or "")
    return parsed("-".join(found.groups())) if found else None


def _printed_date(tree: HtmlElement) -> date | None:
    """The first line that is a date and nothing else, or begins as one."""
    for text in tree.itertext():
        line = " ".join(text.split())
        if (
            len(line) <= LONGEST
            and _DIGIT.search(line)
            and (is_date_line(line) or _PRINTED_ON.match(line))
            and (found := dated(line))
        ):
            return found
    return None


def _first_date(written: Iterable[str | None]) -> date | None:
    return next((found for each in written if each and (found := parsed(each))), None)


def _language(tree: HtmlElement, data: LinkedData, meta: dict[str, str]) -> str | None:
    """As an ISO 639-1 code: BCP 47 begins with it where there is one."""
    said = (
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        data.language,
        meta.get("og:locale"),
    )
    for each in said:
        code = re.match(r"(?i)\s*([a-z]{2})(?:[-_]|\s*$)", each or "")
        if code:
            return code[1].lower()
    return None


def _paywall(data: LinkedData, meta: dict[str, str]) -> bool | None:
    if data.free is not None:
        return not data.free
    return _TIERS.get(meta.get("article:content_tier", "").lower())


def _canonical(tree: HtmlElement, data: LinkedData, meta: dict[str, str], url: str | None) -> str | None:
    """The publisher's own address of the article, if it can be that of this page; else where the page was found."""
    links = [
        each.get("href") for each in tree.iterfind(".//link") if "canonical" in (each.get("rel") or "").lower().split()
    ]
    for said in (*links, meta.get("og:url"), data.url):
        address = _absolute(said, url)
        if address is not None and (url is None or (same_site(address, url) and not _is_front(address, url))):
            return address
    return url


def _absolute(said: str | None, url: str | None) -> str | None:
    try:
        address = URL(url or "").join(URL((said or "").strip()))
        fits = bool(said) and address.scheme in {"http", "https"} and bool(address.host) and address.user is None
    except ValueError:
        return None
    return str(address) if fits else None


def _is_front(address: str, url: str) -> bool:
    """A template that names the front page for every page."""
    return URL(address).path in {"", "/"} and URL(url).path not in {"", "/"}


def _plain(element: HtmlElement | None) -> str | None:
    return (" ".join(element.text_content().split()) or None) if element is not None else None
