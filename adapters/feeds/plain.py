"""Markup -> plain text: a line for titles and names, paragraphs for summaries and articles.

A feed's text may have been escaped once too often, or carry tags where none belong. Only the names of real HTML
elements are taken for tags, so that "a < b" and "List<String>" stay as they were written.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml.html import defs

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 3
"""How often a title may have been escaped: seen in feeds twice, so once more for luck. Each round takes one off."""

_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*+/?>""", re.DOTALL
)
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][\dA-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in (*range(0x80, 0x85), *range(0x86, 0xA0))}
"""What characters 128 to 159 are meant to be (HTML Standard, numeric character reference end state)."""

_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n ?")
_GAPS = re.compile(r"\n{3,}")
_BLOCKS = frozenset(defs.block_tags) | {
    "article",
    "aside",
    "dd",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "header",
    "li",
    "main",
    "section",
    "td",
    "th",
    "tr",
}
_HIDDEN = frozenset({"head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", "title"})
_NAMES = frozenset(defs.tags) | _BLOCKS | _HIDDEN | {"mark", "nav", "picture", "source", "time", "video", "wbr"}


def line(markup: str) -> str:
    """One line of plain text: no tags, no references, no controls, one space between words."""
    if markup.isprintable() and "<" not in markup and "&" not in markup and "  " not in markup:
        return markup.strip()
    for _ in range(ROUNDS):
        flat = unescape(_TAG.sub(_gap, markup))
        if flat == markup:
            break
        markup = flat
    return " ".join(_UNSEEN.sub("", markup.translate(_WINDOWS)).split())


def prose(markup: str) -> str:
    """Paragraphs of plain text, an empty line between them; what a page would not show is left out."""
    if "<" not in markup and (reference := _REFERENCE.search(markup)) and reference[0] in {"&lt;", "&gt;"}:
        markup = unescape(markup)  # escaped once too often, tags and all
    text = "".join(_pieces(markup))
    if _REFERENCE.search(text):
        text = unescape(text)
    text = _BLANKS.sub(" ", _UNSEEN.sub("", text.translate(_WINDOWS)))
    return _GAPS.sub("\n\n", _BREAKS.sub("\n", text)).strip()


def _pieces(markup: str) -> Iterator[str]:
    hidden, end = "", 0
    for tag in _TAG.finditer(markup):
        name = (tag["name"] or "").lower()
        if name and name not in _NAMES:
            continue
        if not hidden:
            yield _spaced(unescape(markup[end : tag.start()]))
        end = tag.end()
        if hidden:
            hidden = "" if name == hidden and tag["end"] else hidden
        elif name in _HIDDEN and not tag["end"] and not tag[0].endswith("/>"):
            hidden = name
        elif name == "br":
            yield "\n"
        elif name in _BLOCKS:
            yield "\n\n"
    if not hidden:
        yield _spaced(unescape(markup[end:])) if end else unescape(markup)


def _spaced(text: str) -> str:
    """Line ends inside markup mean no more than a space."""
    return text.replace("\r", " ").replace("\n", " ")


def _gap(tag: re.Match[str]) -> str:
    name = (tag["name"] or "").lower()
    if name and name not in _NAMES:
        return tag[0]
    return " " if name == "br" or name in _BLOCKS else ""


def known_reference(name: str) -> str | None:
    """The characters HTML gives the reference ``&name;``, or none."""
    return html5.get(f"{name};")
