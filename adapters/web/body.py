"""The story's paragraphs out of a page's tree.

trafilatura's rules do it, the best of those that were measured. The page's own ``articleBody``, where it has one, is a
witness: it says where the story begins and ends, and whether too little of it was found.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING

import trafilatura

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

FOUND = 0.8
"""Of the witness's words. With less of them found, other ways of reading the page are tried."""

FEWEST_WITNESSED = 50
"""Words of a witness that is heard; a shorter one is a summary."""

SHORT = 80
"""Words. A text shorter than this may be a piece of one that lies elsewhere in the page."""

REPEATED = 30
"""Characters of a paragraph that is dropped because it stands in another one too: less can be a refrain."""

LONGEST_PULLED = 320
"""Characters of a sentence that a page pulls out of its text to show it large."""

_WORD = re.compile(r"\w+")
_RULE = re.compile(r"^[\s|:-]*$")
_STOPPED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_MARKED = ".//*[@itemprop='articleBody']"

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by us, in our words


def paragraphs(tree: HtmlElement, witness: str | None = None, title: str | None = None) -> tuple[str, ...]:
    """What the story says, a paragraph each, in the order of the page; ``tree`` is changed on the way.

    ``witness`` is the text as the page's linked data gives it.
    """
    _join_lines(tree)
    heard = witness if witness and len(_WORD.findall(witness)) >= FEWEST_WITNESSED else None
    found = _standard(tree)
    if heard is not None:
        found = _witnessed(tree, found, heard)
    elif _size(found) < SHORT:
        found = max(found, _recalled(tree), key=_size)
    return _once(found, title)


def _standard(tree: HtmlElement) -> list[str]:
    return _lines(trafilatura.bare_extraction(deepcopy(tree), include_comments=False))


def _recalled(tree: HtmlElement) -> list[str]:
    return _lines(trafilatura.bare_extraction(deepcopy(tree), include_comments=False, favor_recall=True))


def _marked(tree: HtmlElement) -> list[str]:
    """The paragraphs of what the page itself marks as the article's body."""
    part = tree.find(_MARKED)
    if part is None:
        return []
    return [text for each in part.iter("p", "h2", "h3", "li") if (text := " ".join(each.text_content().split()))]


def _lines(document: object) -> list[str]:
    if not isinstance(document, trafilatura.settings.Document):
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
    """Each paragraph once; without the headline, and without sentences that are shown large beside where they stand."""
    kept: list[str] = []
    seen: set[str] = set()
    bare = [_bare(text) for text in found]
    whole = "\n".join(bare)
    headline = _bare(title or "")
    for text, plain in zip(found, bare, strict=True):
        long = len(plain) >= REPEATED
        if (plain == headline and not kept) or (long and plain in seen):
            continue
        if long and len(plain) <= LONGEST_PULLED and _pulled(plain, whole, bare):
            continue
        seen.add(plain)
        kept.append(text)
    return tuple(kept)


def _pulled(plain: str, whole: str, bare: Sequence[str]) -> bool:
    at = whole.find(plain)
    while at >= 0:
        before, after = whole[at - 1 : at], whole[at + len(plain) : at + len(plain) + 1]
        if (before not in {"", "\n"}) or (after not in {"", "\n"}):
            return True
        at = whole.find(plain, at + 1)
    return False


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" \"'“”‘’«»„‹›-–—")


def _join_lines(tree: HtmlElement) -> None:
    """A line break in the middle of a sentence is a space; old pages are set in lines."""
    for each in list(tree.iter("br")):
        following, tail = each.getnext(), (each.tail or "").strip()
        double = not tail and following is not None and following.tag == "br"
        previous = each.getprevious()
        before = (previous.tail if previous is not None else getattr(each.getparent(), "text", None)) or ""
        if double or not tail or not before.strip() or _STOPPED.search(before):
            continue
        each.tail = " " + (each.tail or "")
        each.drop_tag()
