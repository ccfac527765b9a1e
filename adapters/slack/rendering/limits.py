"""What fits into one message of Slack's, and how what doesn't is spread over several.

Sources: docs.slack.dev (reference/block-kit/blocks), and for what is written nowhere the sizes at which Slack was seen
to refuse: all blocks of a message together over about 13,200 characters are ``msg_blocks_too_long``
(slackapi/bolt-js#2509).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from adapters import plain as text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | None"
Block = dict[str, Any]
"""A block as Slack's JSON has it."""

MOST_BLOCKS = 50
"""In a message."""

MOST_TEXT = 12_000
"""Characters of all texts and addresses in a message's blocks; refused above about 13,200."""

LONGEST_TEXT = 2_900
"""Characters of one element. Slack's bound for a section is 3,000; rich text has none that is written down."""

LONGEST_FALLBACK = 3_000
"""Characters of what a notification shows. Slack takes 40,000, and cuts at 4,000 where it shows them."""

_TEXTS = ("text", "url", "alt_text", "value")


def size(part: Json) -> int:
    """Characters of all texts and addresses in ``part``, a block or several."""
    if isinstance(part, dict):
        own = sum(len(each) for name in _TEXTS if isinstance(each := part.get(name), str))
        return own + sum(size(each) for each in part.values() if not isinstance(each, str))
    return sum(map(size, part)) if isinstance(part, list) else 0


def packed(groups: Sequence[Sequence[Block]]) -> Iterator[list[Block]]:
    """The blocks of as few messages as hold them, in order; a group stays together where it fits at all."""
    message: list[Block] = []
    for group in groups:
        if message and not _fits([*message, *group]):
            yield message
            message = []
        for block in group:
            if message and not _fits([*message, block]):
                yield message
                message = []
            message.append(block)
    if message:
        yield message


def pieces(text: str) -> Iterator[str]:
    """``text`` in stretches that one element takes; none of it goes."""
    return text_of.pieces(text, LONGEST_TEXT)


def _fits(blocks: list[Block]) -> bool:
    return len(blocks) <= MOST_BLOCKS and sum(map(size, blocks)) <= MOST_TEXT
