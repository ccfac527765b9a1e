"""Text that a reader of the page never sees is taken out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_RULES = 2_000
"""Style rules of the page that are looked at."""

_UNSEEN = re.compile(
    r"""(?ix) (?:^|[;{\s]) (?:
        display \s*:\s* none
      | visibility \s*:\s* (?:hidden|collapse)
      | (?:font-size|opacity) \s*:\s* 0+(?:\.0+)?(?:px|em|rem|%|pt)? \s* (?:!important\s*)? (?:;|$)
      | (?:text-indent|left|right|top|margin-left) \s*:\s* -\s*\d{3,}
      | clip \s*:\s* rect\( \s* [01](?:px)? \s*,?\s* [01](?:px)? \s*,?\s* [01](?:px)? \s*,?\s* [01](?:px)? \s*\)
      | clip-path \s*:\s* inset\( \s* (?:50|100)% \s* \)
    )"""
)
_FLAT = re.compile(r"(?i)(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)")
_CLIPPED = re.compile(r"(?i)overflow\s*:\s*hidden")
_COLOUR = re.compile(r"(?i)(?:^|[;\s])color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?i)background(?:-color)?\s*:\s*([^;!]+)")
_CLASSES = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only", "screen-reader-only",
    "sr-only-focusable", "u-visually-hidden", "a11y-hidden", "hidden-visually", "element-invisible", "is-sr-only",
    "show-for-sr", "visually-hidden-focusable", "u-hidden-visually", "is-visually-hidden", "offscreen", "off-screen",
})  # fmt: skip
_DROPPED_TAGS = frozenset({"template", "noscript", "dialog", "datalist", "select", "button", "input", "textarea"})
_RULE = re.compile(r"([^{}@]{1,300})\{([^{}]{0,1000})\}")
_SIMPLE = re.compile(r"[.#][\w-]{1,80}\Z")


def take_out_hidden(tree: HtmlElement, style: str) -> int:
    """Drop what ``tree`` hides, by its attributes or by the simple rules in ``style``; the characters that went."""
    named = _hiding(style)
    gone = [
        each
        for each in tree.iter()
        if isinstance(each.tag, str) and each.tag not in {"html", "body"} and _hides(each, named)
    ]
    characters = 0
    for element in gone:
        if element.getparent() is not None:
            characters += len(element.text_content())
            element.drop_tree()
    return characters


def _hides(element: HtmlElement, named: frozenset[str]) -> bool:
    if element.tag in _DROPPED_TAGS:
        return element.tag != "dialog" or element.get("open") is None
    if not element.attrib:
        return False
    if element.get("hidden") not in {None, "until-found"}:
        return True
    classes = element.get("class", "").split()
    if not _CLASSES.isdisjoint(classes) or (named and (not named.isdisjoint("." + each for each in classes)
            or "#" + element.get("id", "") in named)):  # fmt: skip
        return True
    if element.get("aria-hidden") == "true" and not _holds_story(element):
        return True
    style = element.get("style")
    return style is not None and is_unseen(style)


def is_unseen(style: str) -> bool:
    """Whether declarations of CSS keep an element from being seen."""
    if _UNSEEN.search(style) or (_CLIPPED.search(style) and _FLAT.search(style)):
        return True
    colour, background = _COLOUR.search(style), _BACKGROUND.search(style)
    return bool(colour and background and colour[1].strip().lower() == background[1].strip().lower())


def _holds_story(element: HtmlElement) -> bool:
    """A page behind an overlay is hidden from screen readers only."""
    return element.find(".//p") is not None and len(element.findall(".//p")) >= 3  # noqa: PLR2004 - a story, no icon


def _hiding(style: str) -> frozenset[str]:
    """The classes (``.name``) and ids (``#name``) that the page hides everywhere, screens of any size alike."""
    found: set[str] = set()
    for number, rule in enumerate(_RULE.finditer(_without_media(style))):
        if number >= MOST_RULES:
            break
        if _UNSEEN.search(rule[2]):
            found |= {each for part in rule[1].split(",") if _SIMPLE.match(each := part.strip())}
    return frozenset(found)


def _without_media(style: str) -> str:
    """The rules outside ``@media`` and the like, which hold on some screens only."""
    kept: list[str] = []
    depth = start = 0
    inside: int | None = None
    for brace in re.finditer(r"[{}]", style):
        if brace[0] == "{":
            if inside is None and "@" in style[start : brace.start()]:
                inside = depth
                kept.append(style[start : style.rfind("@", start, brace.start())])
            depth += 1
            continue
        depth = max(0, depth - 1)
        if inside is not None:
            if depth == inside:
                inside = None
                start = brace.end()
        else:
            kept.append(style[start : brace.end()])
            start = brace.end()
    return "".join(kept)
