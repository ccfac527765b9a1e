"""Points that failed the gate, once more, with what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.ports import Prompt
from summariser.prompts.fencing import DATA, fenced

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, VERSION = "repair", 1

MOST_TOKENS = 600

RULES = """\
You are the editor of a news desk. Sentences of a briefing were checked against the lines of the article that they \
name, and failed. Write each of them again so that it says only what its lines say.

{data}

Each line of the article has a number in square brackets. Each failed sentence is listed behind the article, F1, F2 \
and so on, with the lines it named and what is wrong with it.

Answer with one JSON object and nothing else: "points", an object for each failed sentence. "number" is the number \
behind the F. "text" is one sentence of 15 to 40 words in {language} that can be understood alone. "sentences" are \
the numbers of the lines that say it. Every name, number, unit, day and date stands in those lines; who says it, \
what is only planned or reported, and every "not" are kept; no quotation marks, links, mentions or emphasis.\
"""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["points"],
    "properties": {
        "points": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "text", "sentences"],
                "properties": {
                    "number": {"type": "integer"},
                    "text": {"type": "string"},
                    "sentences": {"type": "array", "items": {"type": "integer"}},
                },
            },
        },
    },
}


def prompt(sentences: Sequence[str], failed: Sequence[str], *, language: str) -> Prompt:
    """Ask for the ``failed`` points again, which are numbered already, as the ``sentences`` are."""
    rules = RULES.format(data=DATA, language=language)
    return Prompt(NAME, VERSION, rules, fenced([*sentences, "", *failed]), SCHEMA, MOST_TOKENS)
