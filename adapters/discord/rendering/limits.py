"""What fits into one message of Discord's. Source: docs.discord.com, reference: components (Components V2).

Whether Discord counts an emoji as one character or two is written nowhere, so it is counted as two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters import plain as text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TEXT = 3_900
"""Characters of all texts of a message, labels included. Discord refuses above 4,000; an embed's text above 4,096."""

MOST_COMPONENTS = 40
"""Of a message, those inside others included."""

LONGEST_TEXT = 1_800
"""Characters of one piece of foreign text. Escaped it is at most twice as long, and must still fit a message."""

MOST_BUTTONS = 5
"""In a row."""

LONGEST_LABEL, LONGEST_THREAD_NAME = 80, 100
"""Characters of a button and of a thread's name."""


def size(text: str) -> int:
    """Characters as JavaScript counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str) -> Iterator[str]:
    """``text`` in stretches that a message takes; none of it goes."""
    for piece in text_of.pieces(text, LONGEST_TEXT):
        if size(piece) <= LONGEST_TEXT:
            yield piece
        else:
            yield from text_of.pieces(piece, LONGEST_TEXT // 2)
