"""One part of a long article: which of its lines carry the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.ports import Prompt
from summariser.prompts.fencing import DATA, fenced

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, VERSION = "skim", 1

MOST_TOKENS = 200

RULES = """\
You are the editor of a news desk and read one part of a long article, to decide which of its lines belong in a \
briefing.

{data}

Each line has a number in square brackets. Answer with one JSON object and nothing else: "sentences" are the numbers \
of at most {most} lines that carry the story: what is new, what is decided, how much, who, when; the best first.\
"""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sentences"],
    "properties": {"sentences": {"type": "array", "items": {"type": "integer"}}},
}


def prompt(sentences: Sequence[str], *, most: int) -> Prompt:
    """Ask for at most ``most`` of the ``sentences``, which are numbered already."""
    return Prompt(NAME, VERSION, RULES.format(data=DATA, most=most), fenced(sentences), SCHEMA, MOST_TOKENS)
