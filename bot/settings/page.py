"""The table of settings as a page: docs/settings.md."""

from __future__ import annotations

from bot.settings.entries import Entry, entries
from bot.settings.model import SECTIONS

_HEAD = """\
# Settings

Read from the environment when a process starts. What cannot be is told all at once, and nothing is started then;
`standfirst check` looks further, at whether it works. A variable that is empty counts as not set. What is marked
*secret* is never shown or logged.

`standfirst settings` writes this page; the table that it is made of is `bot/settings/model.py`.
"""
_COLUMNS = "| setting | what it is for | what can be written | unless it is set | example |\n|---|---|---|---|---|"


def page() -> str:
    """All settings, in Markdown."""
    parts = [_HEAD]
    for heading, section in SECTIONS.items():
        rows = [_row(entry) for _, entry in entries(section)]
        parts.append("\n".join(["", f"## {heading}", "", _COLUMNS, *rows, ""]))
    return "".join(parts)


def _row(entry: Entry) -> str:
    secret = " *secret*" if entry.secret else ""
    cells = (f"`{entry.name}`{secret}", entry.meaning, entry.kind.says, entry.default or "–", f"`{entry.example}`")
    return f"| {' | '.join(cells)} |"
