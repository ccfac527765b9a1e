"""A document -> the article in it, or the reason there is none. No clock, no network: the same bytes, the same answer.

Meant for processes that can be ended: what hostile pages can cost is bounded in ``markup``, but only roughly.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.web.reading import pdf
from adapters.web.reading.absent import barrier, elsewhere, is_list, is_lost, is_told, reason, word_count
from adapters.web.reading.body import paragraphs
from adapters.web.reading.bylines import byline, names
from adapters.web.reading.charset import decode
from adapters.web.reading.furniture import take_out_furniture
from adapters.web.reading.hidden import take_out_hidden
from adapters.web.reading.kinds import kind
from adapters.web.reading.markup import Markup, parse
from adapters.web.reading.metadata import Facts, facts
from adapters.web.reading.state import state
from adapters.web.sites import site_of
from bot.errors import IsAList, NoArticle, NotFound, TooBig
from summariser.errors import SummariserError
from summariser.language import detect
from summariser.model import Article
from summariser.reading import Reading, read_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from adapters.web.model import Document, Elsewhere

NEXT_TO_NOTHING = 40
"""Words. Below it a page has no text of its own worth reading, and another version of it is asked for."""

LONGEST = 400_000
"""Characters of an article, about 65,000 words: a short novel, and ten times the longest that papers print."""

MOST_BYTES = 4
"""Of one character, in any encoding of text."""

REVEALED = 5
"""How many times as much text a page must hide as it shows, for it to be the story that scripts reveal."""


def read(document: Document, *, raw: bool = False) -> Reading | Elsewhere:
    """The article in ``document``, or the other addresses that its page gives for it.

    With ``raw`` the summariser's cleaning is left out: appeals and labels stay in the text.

    Raises:
        Unread: if there is none; the class says why.
    """
    site = site_of(document.url)
    what = kind(document, site)
    if what == "pdf":
        return _reading(pdf.article(document.body, document.url, site), raw=raw, site=site)
    if what == "text" and len(document.body) > LONGEST * MOST_BYTES:
        raise TooBig(site)
    text = decode(document.body, document.content_type, site)
    if what == "text":
        return _reading(Article(text=text, url=document.url), raw=raw, site=site)
    return _page(text, document.url, raw=raw, site=site)


def _page(text: str, url: str | None, *, raw: bool, site: str) -> Reading | Elsewhere:
    markup = parse(text, site)
    known = facts(markup, url)
    found = _visible(markup, known, text, site)
    if _words(found) < NEXT_TO_NOTHING and known.paywall is not True:
        known, found = _untold(markup, known, found)
    if _words(found) < NEXT_TO_NOTHING and (other := elsewhere(parse(text, site).tree, url)) is not None:
        return other
    scripted = "<script" in text.lower()
    if not known.article:
        _refuse_others(parse(text, site).tree, known, found, site, scripted=scripted)
    try:
        return _reading(_article(known, found), raw=raw, site=site)
    except NoArticle as error:
        raise reason(parse(text, site).tree, known, site, scripted=scripted) from error


def _refuse_others(tree: HtmlElement, known: Facts, found: tuple[str, ...], site: str, *, scripted: bool) -> None:
    """Raise for a page that doesn't call itself an article and has the look of something else."""
    if is_lost(tree, known):
        raise NotFound(site)
    if is_list(tree, known, found):
        raise IsAList(site)
    if (kind := barrier(tree, known, found)) is not None:
        raise kind(site)
    if not is_told(found):
        raise reason(tree, known, site, scripted=scripted)


def _visible(markup: Markup, known: Facts, text: str, site: str) -> tuple[str, ...]:
    """The paragraphs a reader sees, or those that the page keeps hidden until its scripts show them."""
    take_out_furniture(markup.tree)
    hidden = take_out_hidden(markup.tree, markup.style)
    found = paragraphs(markup.tree, known.body, known.title)
    if _words(found) < NEXT_TO_NOTHING and hidden > REVEALED * sum(map(len, found)) and known.paywall is not True:
        whole = parse(text, site).tree
        take_out_furniture(whole)
        revealed = paragraphs(whole, known.body, known.title)
        return revealed if _words(revealed) >= NEXT_TO_NOTHING else found
    return found


def _untold(markup: Markup, known: Facts, found: tuple[str, ...]) -> tuple[Facts, tuple[str, ...]]:
    """The same with what the page's program would show, if that is an article."""
    told = state(markup.state)
    if _words(told.paragraphs) < NEXT_TO_NOTHING:
        return known, found
    people = byline(names([told.byline or ""], site=known.site))
    published = known.published or told.published
    return replace(known, published=published, byline=known.byline or people, article=True), told.paragraphs


def _article(known: Facts, found: tuple[str, ...]) -> Article:
    text = "\n\n".join(found)
    return Article(
        text=text,
        title=known.title,
        byline=known.byline,
        site=known.site,
        url=known.url,
        published=known.published,
        updated=known.updated,
        language=detect(text) or known.language,  # templates keep the language they were made in
        paywall=known.paywall,
    )


def _reading(article: Article, *, raw: bool, site: str) -> Reading:
    if len(article.text) > LONGEST:
        raise TooBig(site)
    try:
        return read_article(article, raw=raw)
    except SummariserError as error:
        raise NoArticle(site) from error


def _words(found: tuple[str, ...]) -> int:
    return sum(map(word_count, found))
