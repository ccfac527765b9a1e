"""The story's paragraphs out of a page's tree.

trafilatura's rules do it, the best of those that were measured. The page's own ``articleBody``, where it has one, is a
witness: it says where the story begins and ends, and whether too little of it was found.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction
from trafilatura.settings import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

FOUND = 0.8
"""Of the witness's words. With less of them found, other ways of reading the page are tried."""

LARGE = 8_000
"""Elements. Above them only trafilatura's own rules are used, not the three others it compares: those take longest."""

FEWEST_WITNESSED = 50
"""Words of a witness that is heard; a shorter one is a summary."""

MOST_FOUND = 0.8
"""Of the words in the page's paragraphs. With less of them found, what lies between them is looked at."""

MOST_LINKED = 0.3
"""Of a paragraph's characters; where more of them are links, it points elsewhere."""

PROSE = 15
"""Words of a paragraph that is no label, no caption and no teaser."""

MOST_ABOVE = 0.3
"""Of a page's words. With more of them over its headline, the headline is not where the story begins."""

SHORT = 80
"""Words. A text shorter than this may be a piece of one that lies elsewhere in the page."""

REPEATED = 30
"""Characters of a paragraph that is dropped because it stands in another one too: less can be a refrain."""

MOST_PULLED = 1_000
"""Paragraphs of a text in which pulled ones are looked for: each is compared with all."""

HEADER = 8
"""Paragraphs in which the headline may stand once more; what stands before it belongs to the page."""

LONGEST_KICKER = 60
"""Characters of a line over the headline that has run into it."""

MAIN_PART = 0.85
"""Of the words. Labels before that stand over a box inside the story."""

LONGEST_PULLED = 320
"""Characters of a sentence that a page pulls out of its text to show it large."""

_WORD = re.compile(r"\w+")
_RULE = re.compile(r"^[\s|:-]*$")
_END = re.compile(
    r"(?i)^\W*(?:about the authors?|comments?|leave a (?:comment|reply)"
    r"|related(?: (?:stories|articles|topics|links|content))?"
    r"|more on this(?: story)?|more stories|read next|recommended(?: for you| stories)?|share this(?: \w+)?|topics|tags"
    r"|most (?:read|popular)|(?:sobre la firma|comentarios|más información|über (?:den autor|die autorin)|kommentare"
    r"|mehr zum thema|commentaires|sur le même sujet|à lire aussi|commenti|leggi anche|reacties|lees ook|leia também)"
    r"|sobre (?:el autor|la autora|o autor|a autora))\s*(?:\(\d+\))?\s*:?\W*$"
)
_DEBRIS = re.compile(
    r"(?i)^(?:\W+|\W*(?:advertisement|scroll to continue|report this ad|story continues below|continue reading"
    r"|anzeige|publicité|publicidad|pubblicità|advertentie)[\W\d]*(?:scroll to continue)?|our standards: .{0,80}"
    r"|a version of this (?:article|story) appear(?:s|ed) in print .*)$"
)
_MARKED = ".//*[@itemprop='articleBody']"

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by us, in our words


def paragraphs(tree: HtmlElement, witness: str | None = None, title: str | None = None) -> tuple[str, ...]:
    """What the story says, a paragraph each, in the order of the page; ``tree`` is changed on the way.

    ``witness`` is the text as the page's linked data gives it.
    """
    _unset(tree)
    _uncover(tree, title)
    heard = witness if witness and len(_WORD.findall(witness)) >= FEWEST_WITNESSED else None
    found = _standard(tree)
    if heard is not None:
        found = _witnessed(tree, found, heard)
    elif _size(found) < SHORT:
        found = max(found, _recalled(tree), key=_size)
    elif _size(found) < MOST_FOUND * _size(told := _told(tree)):
        found = _filled(found, told)
    return _once(found, title)


def _standard(tree: HtmlElement) -> list[str]:
    return _lines(bare_extraction(deepcopy(tree), include_comments=False, fast=_is_large(tree)))


def _recalled(tree: HtmlElement) -> list[str]:
    return _lines(bare_extraction(deepcopy(tree), include_comments=False, favor_recall=True, fast=_is_large(tree)))


def _is_large(tree: HtmlElement) -> bool:
    return next(islice(tree.iter(), LARGE, None), None) is not None


def _told(tree: HtmlElement) -> list[str]:
    """The page's paragraphs that are sentences rather than links or labels, in its order."""
    told: list[str] = []
    for each in tree.iter("p"):
        text = " ".join(each.text_content().split())
        linked = sum(len(link.text_content()) for link in each.iterfind(".//a"))
        if len(_WORD.findall(text)) >= PROSE and linked < MOST_LINKED * len(text):
            told.append(text)
    return told


def _filled(found: list[str], told: list[str]) -> list[str]:
    """With the paragraphs told before and between those found: a story that is set in several parts is still one.

    What stands over the headline is gone by now; what stands below the last one found is seldom the story's.
    """
    had = {_bare(text) for text in found}
    missing: list[str] = []
    before: dict[str, list[str]] = {}
    for text in told:
        if (plain := _bare(text)) in had:
            before.setdefault(plain, []).extend(missing)
            missing = []
        else:
            missing.append(text)
    if len(before) < MOST_FOUND * sum(1 for text in found if len(_WORD.findall(text)) >= PROSE):
        return found  # it is set otherwise than in paragraphs
    return [text for each in found for text in (*before.pop(_bare(each), ()), each)]


def _marked(tree: HtmlElement) -> list[str]:
    """The paragraphs of what the page itself marks as the article's body."""
    part = tree.find(_MARKED)
    if part is None:
        return []
    return [text for each in part.iter("p", "h2", "h3", "li") if (text := " ".join(each.text_content().split()))]


def _lines(document: Document | dict[str, Any] | None) -> list[str]:
    if not isinstance(document, Document):
        return []
    return [text for line in (document.text or "").split("\n") if (text := _cells(line)) and not _RULE.match(text)]


def _cells(line: str) -> str:
    """A row of a table as one line."""
    text = " ".join(line.split())
    if text.startswith("|"):
        return " | ".join(cell for each in text.split("|") if (cell := each.strip()))
    return text


def _witnessed(tree: HtmlElement, found: list[str], witness: str) -> list[str]:
    said = _words(witness)
    if _share(said, found) < FOUND:
        found = max((found, _marked(tree), _recalled(tree)), key=lambda each: _share(said, each))
        if _share(said, found) < FOUND:
            return witness.split("\n\n")
    return _between(found, said)


def _between(found: list[str], said: Counter[str]) -> list[str]:
    """Without what stands before the first and after the last paragraph of a witness that has the whole text."""
    known = [_share(_words(text), None, said) >= FOUND for text in found]
    within = sum(_words(text).total() for text, is_known in zip(found, known, strict=True) if is_known)
    if within < FOUND * _size(found):
        return found  # it tells of a part only
    first = known.index(True)
    last = len(known) - known[::-1].index(True)
    return found[first:last]


def _share(wanted: Counter[str], found: Sequence[str] | None, given: Counter[str] | None = None) -> float:
    if given is None:
        given = Counter(word for text in found or () for word in _words(text).elements())
    return (wanted & given).total() / max(1, wanted.total())


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _size(found: Sequence[str]) -> int:
    return sum(len(_WORD.findall(text)) for text in found)


def _once(found: Sequence[str], title: str | None) -> tuple[str, ...]:
    """Each paragraph once; without sentences that are shown large beside where they stand."""
    kept: list[str] = []
    seen: set[str] = set()
    story = _story(found, title)
    bare = [_bare(text) for text in story]
    whole = "\n".join(bare) if len(bare) <= MOST_PULLED else ""
    for text, plain in zip(story, bare, strict=True):
        if len(plain) >= REPEATED and (plain in seen or (len(plain) <= LONGEST_PULLED and _pulled(plain, whole))):
            continue
        seen.add(plain)
        kept.append(text)
    return tuple(kept)


def _story(found: Sequence[str], title: str | None) -> Sequence[str]:
    """What stands between the headline and the first label that ends the story."""
    headline = _bare(title or "")
    start = 0
    for number, text in enumerate(found[:HEADER]):
        plain = _bare(text)
        if headline and plain.endswith(headline) and len(plain) <= len(headline) + LONGEST_KICKER:
            start = number + 1
        elif len(_WORD.findall(text)) >= PROSE:
            break  # the story has begun: a headline further down is no start
    whole, so_far = _size(found), 0
    end = len(found)
    for number, text in enumerate(found):
        if so_far >= MAIN_PART * whole and _END.match(text):
            end = number
            break
        so_far += len(_WORD.findall(text))
    return [text for text in found[start:end] if not _DEBRIS.match(text) and not _END.match(text)]


def _pulled(plain: str, whole: str) -> bool:
    """Whether it stands in a longer paragraph too."""
    at = whole.find(plain)
    while at >= 0:
        before, after = whole[max(0, at - 1) : at], whole[at + len(plain) : at + len(plain) + 1]
        if before not in {"", "\n"} or after not in {"", "\n"}:
            return True
        at = whole.find(plain, at + 1)
    return False


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" \"'“”‘’«»„‹›-–—#")


def _uncover(tree: HtmlElement, title: str | None) -> None:
    """Take out what stands over the headline: banners and appeals, but no more than banners and appeals are long."""
    headline = _bare(title or "")
    h1 = next((each for each in tree.iter("h1") if headline and _bare(each.text_content()).endswith(headline)), None)
    if h1 is None:
        return
    above = [each for element in (h1, *h1.iterancestors()) for each in element.itersiblings(preceding=True)]
    texts = [each.text_content() for each in above if isinstance(each.tag, str) and each.tag != "head"]
    if _size(texts) > MOST_ABOVE * _size([tree.text_content()]):
        return
    for each in above:
        if isinstance(each.tag, str) and each.tag != "head":
            each.drop_tree()


def _unset(tree: HtmlElement) -> None:
    """A table whose cells hold paragraphs only sets the page: its cells are plain blocks."""
    for table in reversed(list(tree.iter("table"))):
        if table.find(".//p") is None and table.find(".//table") is None and table.find(".//div") is None:
            continue
        for each in table.iter("table", "tbody", "tr", "td", "th"):
            each.tag = "div"
