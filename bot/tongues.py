"""Languages by the names that people give them, in whichever of ours they write."""

from __future__ import annotations

import re

NAMES = {
    "en": r"english|englisch|anglais|inglés|inglese|inglês|engels",
    "de": r"german|deutsch|allemand|alemán|tedesco|alemão|duits",
    "fr": r"french|französisch|français|francés|francese|francês|frans",
    "es": r"spanish|spanisch|espagnol|español|spagnolo|espanhol|spaans",
    "it": r"italian|italienisch|italien|italiano|italiaans",
    "pt": r"portuguese|portugiesisch|portugais|portugués|portoghese|português|portugees",
    "nl": r"dutch|niederländisch|holländisch|néerlandais|neerlandés|olandese|holandês|nederlands",
}
"""Patterns, by the code of the language (ISO 639-1)."""

OFF = frozenset({"off", "none", "any", "original", "aus", "article", "default"})
"""What is typed for the language that each article is in."""


def named(text: str) -> str | None:
    """The code of the language that ``text`` is the name of, or the code of, if it is one of ours."""
    typed = text.strip().casefold()
    if typed in NAMES:
        return typed
    return next((code for code, names in NAMES.items() if re.fullmatch(names, typed)), None)
