"""Rich text, Slack's own form of formatted text: literal, so that no character in it has a meaning.

Source: docs.slack.dev, reference/block-kit/blocks/rich-text-block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.plain import plain
from adapters.slack.rendering.escaping import safe_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.rendering.limits import Block


def words(text: str, *, bold: bool = False, italic: bool = False) -> Block:
    """A stretch of text."""
    return _styled({"type": "text", "text": plain(text) or " "}, bold=bold, italic=italic)


def link(text: str, url: str | None, *, bold: bool = False) -> Block:
    """A stretch of text that leads to ``url``, or a plain one where that is no address of the web."""
    safe = safe_link(url)
    if safe is None:
        return words(text, bold=bold)
    return _styled({"type": "link", "url": safe, "text": plain(text) or " "}, bold=bold, italic=False)


def line(*parts: Block) -> Block:
    """A line of its own."""
    return {"type": "rich_text_section", "elements": list(parts)}


def quotation(text: str) -> Block:
    """Text set off as somebody's own words."""
    return {"type": "rich_text_quote", "elements": [words(text)]}


def bullets(lines: Sequence[Block]) -> Block:
    """A list with bullets."""
    return {"type": "rich_text_list", "style": "bullet", "indent": 0, "elements": list(lines)}


def block(*elements: Block) -> Block:
    """The block that holds them."""
    return {"type": "rich_text", "elements": list(elements)}


def note(text: str) -> Block:
    """A small grey line."""
    return {"type": "context", "elements": [{"type": "plain_text", "text": plain(text), "emoji": False}]}


def _styled(element: Block, *, bold: bool, italic: bool) -> Block:
    style = {name: True for name, wanted in (("bold", bold), ("italic", italic)) if wanted}
    return element | {"style": style} if style else element
