"""Quotations in another language, beside which the original stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.ports import Prompt
from summariser.prompts.fencing import DATA, fenced

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, VERSION = "translation", 1

MOST_TOKENS = 600

RULES = """\
You translate quotations from a news article into {language}, faithfully and plainly: nothing added, nothing left out, \
names and numbers as they are.

{data}

Each quotation is a line, numbered Q1, Q2 and so on. Answer with one JSON object and nothing else: "translations", an \
object for each quotation. "number" is the number behind the Q, "text" the translation, without quotation marks.\
"""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["translations"],
    "properties": {
        "translations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "text"],
                "properties": {"number": {"type": "integer"}, "text": {"type": "string"}},
            },
        },
    },
}


def prompt(quotes: Sequence[str], *, language: str) -> Prompt:
    """Ask for the ``quotes``, which are numbered already, in ``language``, by its English name."""
    return Prompt(NAME, VERSION, RULES.format(data=DATA, language=language), fenced(quotes), SCHEMA, MOST_TOKENS)
