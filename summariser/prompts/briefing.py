"""The briefing of one article, or of the reports of one story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.ports import Prompt
from summariser.prompts.fencing import DATA, fenced

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, VERSION = "briefing", 1

MOST_TOKENS = 900

RULES = """\
You are the editor of a news desk. You write a short briefing of one article for colleagues between two meetings: in \
ten seconds they must know what happened, who said what that matters, and whether to read on.

{data}

Each line of the article has a number in square brackets. Each quotation in it is listed behind the article with a \
number of its own, Q1, Q2 and so on.

Answer with one JSON object and nothing else:
- "headline": what is new, at most 90 characters, no full stop.
- "points": {points} objects, the most important first. "text" is one sentence of 15 to 40 words in {language}, in \
your own words, that can be understood alone: no "he added", no "the fund" before it is named. "sentences" are the \
numbers of the lines that say it: all that it needs, and no others.
- "quotes": one to three objects, the quotations that say what a point can't: a decision, a judgement, a promise, an \
accusation, a feeling. "number" is the number behind the Q, "reason" why in at most six words. You never write a \
quotation yourself. Where two people answer each other, take both or neither.

What you write is checked, word for word, against the lines you name. So:
- Every name, number, unit, day and date stands in those lines. Do not round, convert or work out.
- Keep who says it ("the union said"), what is only reported, planned or expected, and every "not".
- Nothing of what you know yourself, no opinion, no adjective that the article doesn't have.
- No quotation marks, links, mentions, emphasis or lists inside a text.\
"""

REPORTS = """

Behind the article stand other reports of the same story, REPORT 2 and so on, their lines numbered on from its own. \
Tell the story once, from the article. One or two of the points may say what another report has and the article has \
not, or where it says something else: such a point names lines of that one report and of no other. Whose they are is \
printed beside it, so do not name newspapers or sites.\
"""
"""Said as well where there are any."""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["headline", "points", "quotes"],
    "properties": {
        "headline": {"type": "string"},
        "points": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "sentences"],
                "properties": {
                    "text": {"type": "string"},
                    "sentences": {"type": "array", "items": {"type": "integer"}},
                },
            },
        },
        "quotes": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "reason"],
                "properties": {"number": {"type": "integer"}, "reason": {"type": "string"}},
            },
        },
    },
}


def prompt(lines: Sequence[str], *, points: int, language: str, reports: bool = False) -> Prompt:
    """Ask for a briefing with so many points in ``language``, by its English name.

    ``lines`` are what is known about the article, its sentences and quotations, numbered already; ``reports`` is
    whether other reports of the same story stand behind them.
    """
    rules = RULES.format(data=DATA, points=points, language=language) + (REPORTS if reports else "")
    return Prompt(NAME, VERSION, rules, fenced(lines), SCHEMA, MOST_TOKENS)
