"""HTML -> a tree that is small enough to be read: what is no text goes before the parser sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from bot.errors import NoArticle, TooBig

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 3_000_000
"""Characters of markup, scripts and pictures left out: read within 100 MB, measured."""

MOST_ELEMENTS = 25_000
"""Tags. So many short paragraphs take two seconds, measured; an article with all its menus has one to five thousand."""

DEEPEST = 250
"""Elements inside elements. Pages seldom pass 60; the walks of extractors take their square."""

MOST_ATTRIBUTES = 1_000
"""Of one element. libxml2 compares each with all before it."""

MOST_HEADINGS = 2_000
"""Extraction looks at all of those at the end for each of them: 20,000 take four seconds, measured."""

LARGEST_DATA = 1_000_000
"""Characters of linked data."""

LARGEST_STYLE = 200_000
"""Characters of the page's own style rules."""

_OPENING = re.compile(r"(?i)<(script|style|svg|iframe|object|canvas|math)\b|<!--")
_DATA = re.compile(r"(?i)\btype\s*=\s*[\"']?application/ld\+json")
_STATE = re.compile(r"(?i)\btype\s*=\s*[\"']?application/json")
_INLINE_DATA = re.compile(r"(?i)\bdata:[a-z]{1,20}/[\w.+-]{1,60}[;,][\w+/=%;,.-]{64,}")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}>")
_TAG = re.compile(r"<[A-Za-z]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8000,}+")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_BROKEN_LINE = re.compile(r"(?i)(?<=[^\s>.!?:;…\"'”’»)\]])\s{0,9}<br\s{0,9}/?>(?=\s{0,99}[^\s<])")
_DECLARED = 400
"""Characters after ``<script`` in which its type stands."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A page in parts: its ``tree``, the texts of its linked data, its own style rules, and its program's data."""

    tree: lxml.html.HtmlElement
    data: tuple[str, ...]
    style: str
    state: tuple[str, ...] = ()


def parse(text: str, site: str = "") -> Markup:
    """The page in ``text``.

    Raises:
        TooBig: if it is larger, or nested deeper, than an article can be.
        NoArticle: if there is nothing in it.
    """
    kept, data, style, state = _parted(_XML.sub("", _CONTROLS.sub("", text)))
    markup = _INLINE_DATA.sub("", "".join(kept))
    if len(markup) > LARGEST or sum(1 for _ in _TAG.finditer(markup)) > MOST_ELEMENTS:
        raise TooBig(site)
    if any(len(_QUOTED.sub("", tag[0]).split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise TooBig(site)
    tree = _tree(_BROKEN_LINE.sub(" ", markup))  # a line that breaks inside a sentence: old pages are set so
    if tree is None:
        raise NoArticle(site)
    if _depth(tree) > DEEPEST or sum(1 for _ in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")) > MOST_HEADINGS:
        raise TooBig(site)
    return Markup(tree, tuple(data), "\n".join(style)[:LARGEST_STYLE], tuple(state))


def _parted(text: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """What stays in the page; its linked data; its style rules; its program's data.

    Each character is looked at a fixed number of times.
    """
    kept: list[str] = []
    data: list[str] = []
    style: list[str] = []
    state: list[str] = []
    room = LARGEST_DATA
    at = 0
    unclosed: set[str] = set()
    while found := _OPENING.search(text, at):
        name = (found[1] or "--").lower()
        close = -1 if name in unclosed else _close(text, name, found.end())
        if close < 0:
            unclosed.add(name)
            kept.append(text[at : found.end()])
            at = found.end()
            continue
        kept.append(text[at : found.start()])
        inside = text[found.end() : close]
        if name == "script" and _DATA.search(inside[:_DECLARED]) and len(inside) <= room:
            data.append(inside.partition(">")[2])
            room -= len(inside)
        elif name == "script" and _STATE.search(inside[:_DECLARED]) and len(inside) <= room:
            state.append(inside.partition(">")[2])
            room -= len(inside)
        elif name == "style":
            style.append(inside.partition(">")[2])
        end = text.find(">", close)
        at = len(text) if end < 0 else end + 1
    kept.append(text[at:])
    return kept, data, style, state


def _close(text: str, name: str, start: int) -> int:
    if name == "--":
        return text.find("-->", start)
    found = _closing(name).search(text, start)
    return found.start() if found else -1


_CLOSING = {
    name: re.compile(rf"(?i)</{name}\b") for name in ("script", "style", "svg", "iframe", "object", "canvas", "math")
}


def _closing(name: str) -> re.Pattern[str]:
    return _CLOSING[name]


def _tree(markup: str) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _depth(tree: lxml.html.HtmlElement) -> int:
    deepest = depth = 0
    for step in _steps(tree):
        depth += step
        deepest = max(deepest, depth)
    return deepest


def _steps(tree: lxml.html.HtmlElement) -> Iterator[int]:
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        yield 1 if event == "start" else -1
