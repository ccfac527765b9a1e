"""What stands in and around an article without being of it, by how its page is built.

Only marks that say what they are for are heeded: roles of HTML and ARIA, and whole words of class names that publishers
share. Nothing is taken out that holds much of the page's text, so that a careless name costs a line and not a story.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from adapters.web.reading.pleas import STOPS, pleas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MOST_OF_PAGE = 0.25
"""Of the text in paragraphs. No promotion is that long, and an article that carries its name is longer."""

_TAGS = frozenset({"figcaption", "nav", "footer", "aside", "form", "dialog", "audio", "video", "menu"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "banner", "form"})
_NAMED = re.compile(
    r"""(?ix) (?:^|[\s_-]) (?:
        newsletters? | news-?letter-?(?:sign-?up|promo|box|form) | sign-?up
      | subscri(?:be|ption|ptions) | paywall | regwall
      | promo(?:tion|tions|s)? | advert(?:s|isement|isements|ising)? | sponsor(?:ed)?
      | donat(?:e|ion|ions) | contribut(?:e|ions)
      | support-?us | membership | appeal | cookies? | consent | gdpr | cmp
      | related | recirc(?:ulation)? | recommend(?:ed|ation|ations) | read-?more | more-?on | see-?also | also-?read
      | trending | most-?(?:read|popular|viewed) | popular | outbrain | taboola | up-?next | next-?article | read-?next
      | share | sharing | social | share-?(?:bar|tools|buttons) | follow-?us
      | breadcrumbs? | tags? | topics? | tag-?list
      | comments? | disqus | pull-?quote | pullquote | caption | credit | photo-?credit | image-?credit
      | author-?(?:bio|box|card|info) | about-?(?:the-?)?author | bio
      | bio-?box | byline | dateline-?time | timestamp
      | skip(?:-?link)? | feedback | survey | print-?only | toolbar | correction-?form | republish
      | copyright | app-?promo
    ) (?:$|[\s_-])"""
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LINKED_LABEL = re.compile(
    r"(?i)^\W*(?:read (?:more|also|next|this|the full story)|more(?: on| from| about)?"
    r"|related(?: stor(?:y|ies)| article)?|see also|also read|watch|listen|mehr zum thema|lesen sie (?:auch|mehr)"
    r"|lire aussi|à lire aussi|lee también|más información"
    r"|leggi anche|lees ook|leia (?:mais|também))\b"
)
_HOLDERS = frozenset({"html", "body", "main", "article", "table", "td"})
LONGEST_ASK = 300
"""Characters of a block that asks for an address or a click."""
LONGEST_CAPTION = 200
"""Characters beside a picture."""
_BLOCKS = ("p", "li", "div", "h2", "h3", "h4", "blockquote")
_LONGEST_LINKED = 220
"""Characters of a paragraph that is nothing but a link to another story."""


def take_out_furniture(tree: HtmlElement) -> None:
    """Drop it from ``tree``."""
    whole = max(1, _prose(tree))
    for element in [*_asking(tree), *_pictures(tree), *_links(tree), *pleas(tree)]:
        if _root(element) is tree and element.getparent() is not None:
            element.drop_tree()
    for element in list(_suspects(tree)):
        if element.getparent() is None or _root(element) is not tree:
            continue
        if element.find(".//h1") is None and _prose(element) < MOST_OF_PAGE * whole:
            element.drop_tree()


def _suspects(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in {"html", "body", "main", "article"}:
            continue
        if element.tag in _TAGS or element.get("role") in _ROLES or _NAMED.search(_said(element)):
            yield element


def _said(element: HtmlElement) -> str:
    said = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("data-component"),
                                  element.get("data-testid"))))  # fmt: skip
    return _CAMEL.sub("-", said[:300])


def _asking(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Blocks with a little text around something to press or to fill in."""
    for each in tree.iter("button", "input"):
        if each.get("type") == "hidden":
            continue
        block = each
        for parent in each.iterancestors():
            if parent.tag in _HOLDERS or len(parent.text_content()) > LONGEST_ASK or parent.find(".//h1") is not None:
                break
            block = parent
        yield block


def _pictures(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Blocks with a picture and one short line, which is its caption: no sentence, or the words of its ``alt``."""
    for image in tree.iter("img"):
        block = image.getparent()
        if block is None or block.tag not in {"div", "span", "section", "a"}:
            continue
        text = " ".join(block.text_content().split())
        alt = " ".join((image.get("alt") or "").split())
        captioned = 0 < len(text) <= LONGEST_CAPTION and (not text.endswith(STOPS) or (alt and text.startswith(alt)))
        if captioned and block.find(".//h1") is None and len(block.findall(".//p")) <= 1:
            yield block


def _links(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs that are a pointer to another story: a label, and a link."""
    for element in tree.iter(*_BLOCKS):
        link = element.find(".//a")
        if link is None or len(element) > 4:  # noqa: PLR2004 - such a line is short
            continue
        text = " ".join(element.text_content().split())
        if len(text) > _LONGEST_LINKED:
            continue
        linked = sum(len(" ".join(each.text_content().split())) for each in element.iterfind(".//a"))
        rest = len(text) - linked
        labelled = _LINKED_LABEL.match(text) and rest <= 30  # noqa: PLR2004 - the label and its colon
        alone = element.tag == "p" and rest == 0 and not text.endswith(STOPS)
        if labelled or alone:
            yield element


def _prose(element: HtmlElement) -> int:
    """Characters in its paragraphs; all its characters where it has none."""
    paragraphs = sum(len(each.text_content()) for each in element.iter("p"))
    return paragraphs or len(element.text_content())


def _root(element: HtmlElement) -> HtmlElement:
    return element.getroottree().getroot()
