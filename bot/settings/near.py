"""Names that were meant to be a setting's: a slip would otherwise leave the default in force without a word."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.settings.entries import entries
from bot.settings.model import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIXES = ("STANDFIRST_", "SLACK_", "DISCORD_")
"""Whose names are looked at. OPENAI_ and DATABASE_ are set for other programs, too, in many spellings."""

CLOSE = 0.8
"""How alike what comes after the prefix has to be, by difflib: LISTN is, and so is a plural. Others' names aren't:
Kubernetes sets STANDFIRST_PORT beside a service of that name, other programs read SLACK_TOKEN."""


def near_misses(environment: Mapping[str, str]) -> list[str]:
    """A sentence for each variable whose name is a setting's with a slip in it, unless that setting is there, too."""
    known = {entry.name for section in SECTIONS.values() for _, entry in entries(section)}
    problems = list[str]()
    for name in sorted(environment.keys() - known):
        prefix = next((each for each in PREFIXES if name.upper().startswith(each)), None)
        if prefix is None:
            continue
        open_ones = [each.removeprefix(prefix) for each in known - environment.keys() if each.startswith(prefix)]
        meant = get_close_matches(name.upper().removeprefix(prefix), open_ones, n=1, cutoff=CLOSE)
        problems += [f"{name} is no setting; did you mean {prefix}{each}?" for each in meant]
    return problems
