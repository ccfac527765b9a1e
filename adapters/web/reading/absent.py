"""Why there is no article on a page, in the class that helps whoever asked most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yarl import URL

from adapters.web.model import Elsewhere
from adapters.web.reading.pleas import STOPS
from adapters.web.sites import same_site
from bot.errors import Blocked, Forbidden, IsAList, NeedsBrowser, NoArticle, NotFound, Paywalled, Unreachable, Unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from adapters.web.reading.metadata import Facts

MOST_ELSEWHERE = 3
"""Addresses that are named; who follows them tries two."""

FEWEST_TEASERS = 12
"""Headlines that are links. Under an article stand some too, but there it is the article that fills the page."""

HEADLINE = 4
"""Words of a link that may be a headline; shorter ones are labels."""

MOST_LINKS = 0.6
"""Of the words found. The rest of a list is dates and numbers."""

LONG = 35
"""Words of a paragraph that tells a story; a teaser has about twenty."""

FEWEST_LONG = 3
"""Of those, in an article."""

FEWEST_SHOWN = 60
"""Words a page shows at all; one that shows fewer is filled by its scripts."""

FEWEST_TOLD = 120
"""Words of a page that is no notice. A brief is shorter, but calls itself an article or has no such words."""

LONGEST_MEAN_WORD = 12
"""Characters. With longer "words" the script sets no spaces between them."""

LETTERS = 2
"""Characters of a word in such scripts, Chinese and Japanese being the most read of them."""

TELLING = 25
"""Words in paragraphs that end as sentences do, on a page of few words that tells something all the same."""

_BARRIERS: tuple[tuple[type[Unread], re.Pattern[str]], ...] = (
    (
        Blocked,
        re.compile(
            r"(?i)\b(?:just a moment|checking (?:your browser|if the site)|verify(?:ing)? (?:that )?"
            r"you(?:[’']re| are) (?:a )?(?:human|not a robot)|are you (?:a )?(?:human|robot)"
            r"|unusual (?:traffic|activity)|access denied|captcha"
            r"|security check|pardon our interruption)\b"
        ),
    ),
    (
        Unreachable,
        re.compile(
            r"(?i)\b(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out"
            r"|50[0-4] error|error 50[0-4]|something went wrong|temporarily unavailable|technical difficulties)\b"
        ),
    ),
    (
        Forbidden,
        re.compile(
            r"(?i)\b(?:we (?:and our (?:\w+ )?partners )?(?:value your privacy|use cookies)|before you continue"
            r"|cookies? (?:settings|preferences|consent)|(?:accept|reject) (?:all )?cookies"
            r"|(?:log|sign) in to (?:continue|read)|wir verwenden cookies|zustimmen und weiter"
            r"|nous utilisons des cookies)\b"
        ),
    ),
)

_LOST = re.compile(
    r"(?i)\b(?:page|article|story|seite|página|pagina)\b.{0,20}\b(?:not (?:be )?found"
    r"|no longer (?:available|exists)|nicht gefunden"
    r"|introuvable|no encontrada|non trovata|niet gevonden|doesn[’']t exist|does not exist)"
    r"|\b404\b|^not found\b|\bpage introuvable\b"
)
_HITS = re.compile(
    r"(?i)^\W*(?:search(?: results)?\b|results? for\b|\d[\d.,]* results\b|no results\b|suchergebnis|treffer für\b"
    r"|résultats\b|resultados\b|risultati\b|zoekresultaten\b)"
)
_LOGIN = re.compile(r"(?i)^\W*(?:log ?in|sign ?in|anmelden|einloggen|connexion|iniciar sesión|accedi|inloggen)\b")
_PRINT = re.compile(
    r"(?i)(?:/print(?:/|\.|$|-)|[?&](?:print|printable|printer)=|[?&]output(?:type)?=(?:amp|print)|[?&]view=print)"
)


def elsewhere(tree: HtmlElement, url: str | None) -> Elsewhere | None:
    """Where else the page says its article stands: AMP first, then print, on its own site."""
    if url is None:
        return None
    amp: list[str] = []
    prints: list[str] = []
    for link in tree.iter("link", "a"):
        href, rel = link.get("href"), (link.get("rel") or "").lower().split()
        address = _absolute(href, url)
        if address is None or address == url or not same_site(address, url):
            continue
        if link.tag == "link" and "amphtml" in rel:
            amp.append(address)
        elif (link.tag == "link" and "alternate" in rel and link.get("media") == "print") or _PRINT.search(href or ""):
            prints.append(address)
    addresses = tuple(dict.fromkeys([*amp, *prints]))[:MOST_ELSEWHERE]
    return Elsewhere(addresses) if addresses else None


def is_list(tree: HtmlElement, facts: Facts, found: Sequence[str]) -> bool:
    """Whether the page is a front page, a section or search results: many headlines that are links, and no story."""
    if facts.article or sum(len(text.split()) >= LONG for text in found) >= FEWEST_LONG:
        return False
    if _HITS.match(facts.title or "") and max(map(word_count, found), default=0) < LONG:
        return True
    teasers = sum(1 for each in tree.iter("h2", "h3", "h4") if each.find(".//a") is not None or _inside_link(each))
    stories = sum(1 for each in tree.iter("article") if each.find(".//a") is not None)
    if _are_links(tree, found):
        teasers = max(teasers, len(found))
    return max(teasers, stories) >= (FEWEST_TEASERS // 2 if facts.lists else FEWEST_TEASERS)


def _are_links(tree: HtmlElement, found: Sequence[str]) -> bool:
    """Whether what was found is, but for a few words, the text of links."""
    linked = {" ".join(each.text_content().split()) for each in tree.iter("a")}
    long = tuple(text for text in linked if len(text.split()) >= HEADLINE)
    words = sum(len(text.split()) for text in long if any(text in line for line in found))
    return words >= MOST_LINKS * sum(len(line.split()) for line in found)


def barrier(tree: HtmlElement, facts: Facts, found: Sequence[str]) -> type[Unread] | None:
    """What stands in the way of whoever opens a page of few words: a check for programs, a fault, a login, consent."""
    if sum(len(text.split()) for text in found) >= FEWEST_TOLD:
        return None
    heads = " ".join(filter(None, (tree.findtext(".//title"), facts.title, *found[:2])))
    for kind, words in _BARRIERS:
        if words.search(heads):
            return kind
    if tree.find(".//input[@type='password']") is not None:
        return Forbidden
    return None


def is_told(found: Sequence[str]) -> bool:
    """Whether the page tells a story at all, however short: captions, prices and teasers are not one."""
    told = [word_count(text) for text in found if text.endswith(STOPS)]
    return sum(map(word_count, found)) >= FEWEST_TOLD or sum(told) >= TELLING


def word_count(text: str) -> int:
    """How many words there are; where none are set apart by spaces, about as many as the same would take."""
    words = len(text.split())
    return words if len(text) <= LONGEST_MEAN_WORD * words else len(text) // LETTERS


def is_lost(tree: HtmlElement, facts: Facts) -> bool:
    """Whether the page says, with a status of success, that there is none."""
    title = tree.findtext(".//title") or ""
    return any(_LOST.search(each) for each in (title.strip(), facts.title or "") if len(each) < 100)  # noqa: PLR2004 - a notice


def reason(tree: HtmlElement, facts: Facts, site: str, *, scripted: bool) -> Unread:
    """Why there is nothing to be read on a page without text; ``scripted`` is whether it has programs that fill it."""
    shown = " ".join(tree.text_content().split())
    if is_lost(tree, facts):
        return NotFound(site)
    if facts.paywall:
        return Paywalled(site)
    if tree.find(".//input[@type='password']") is not None or _LOGIN.match(facts.title or ""):
        return Forbidden(site)
    if is_list(tree, facts, ()):
        return IsAList(site)
    if scripted and len(shown.split()) < FEWEST_SHOWN:
        return NeedsBrowser(site)
    return NoArticle(site)


def _inside_link(element: HtmlElement) -> bool:
    return any(each.tag == "a" for each in element.iterancestors())


def _absolute(href: str | None, url: str) -> str | None:
    try:
        address = URL(url).join(URL((href or "").strip()))
    except ValueError:
        return None
    return str(address) if href and address.scheme in {"http", "https"} else None
