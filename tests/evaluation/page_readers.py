"""The sample pages as each reader reads them, in one shape: ours, trafilatura's defaults, readability-lxml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

import lxml.html
import readability  # type: ignore[import-untyped]  # has no types
import trafilatura

from adapters.web.model import Document, Elsewhere
from adapters.web.read import read
from bot.errors import Unread

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader made of a page.

    ``facts`` are those it has an answer for, ``None`` where it found nothing; ``uncleaned`` is the text before appeals
    were taken off, where a reader tells; ``refusal`` says why there is no article.
    """

    text: str = ""
    facts: dict[str, str | bool | None] = field(default_factory=dict)
    uncleaned: str | None = None
    refusal: str | None = None


def ours(document: Document) -> Given:
    """The page as Standfirst reads it."""
    try:
        found = read(document)
    except Unread as error:
        return Given(refusal=error.kind)
    if isinstance(found, Elsewhere):
        return Given(refusal="elsewhere")
    article = found.article
    return Given(
        article.text,
        {
            "title": article.title,
            "authors": article.byline,
            "published": _day(article.published),
            "updated": _day(article.updated),
            "language": article.language,
            "site": article.site,
            "canonical": article.url,
            "paywall": article.paywall,
        },
    )


def ours_uncleaned(document: Document) -> str | None:
    """The same text before the cleaning of appeals and labels, if the page is read at all."""
    try:
        found = read(document, raw=True)
    except Unread:
        return None
    return None if isinstance(found, Elsewhere) else found.article.text


def trafilaturas(document: Document) -> Given:
    """The page as trafilatura reads it when nothing is asked of it but the metadata."""
    found = trafilatura.bare_extraction(_decoded(document), url=document.url, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Given(refusal="nothing")
    facts = {
        "title": found.title,
        "authors": found.author,
        "published": found.date,
        "language": found.language,
        "site": found.sitename,
        "canonical": found.url,
    }
    return Given(found.text or "", dict(facts))


def readabilitys(document: Document) -> Given:
    """The page as readability-lxml reads it."""
    try:
        page = readability.Document(_decoded(document))
        summary, title = page.summary(), page.short_title()
    except readability.readability.Unparseable:
        return Given(refusal="nothing")
    text = "\n\n".join(_lines(summary))
    return Given(text, {"title": title}, refusal=None if text else "nothing")


def _decoded(document: Document) -> bytes | str:
    """The page in the encoding its header names, as whoever fetched it would have it; else its bytes, to guess from."""
    charset = re.search(r"charset=([\w-]+)", document.content_type or "")
    return document.body.decode(charset[1], "replace") if charset else document.body


READERS: dict[str, Callable[[Document], Given]] = {
    "ours": ours,
    "trafilatura": trafilaturas,
    "readability": readabilitys,
}


def _day(when: date | None) -> str | None:
    return when.date().isoformat() if isinstance(when, datetime) else when.isoformat() if when else None


def _lines(markup: str) -> list[str]:
    """The text of a summary that comes as HTML, a line for each of its blocks."""
    tree = lxml.html.fromstring(markup)
    for block in tree.iter("p", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "td", "br"):
        block.tail = "\n" + (block.tail or "")
    return [line.strip() for line in "".join(tree.itertext()).splitlines() if line.strip()]
