"""Common words of English news and of questions about it, and what other languages have for them: a file a language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GLOSSARIES = frozenset({"de", "es", "fr", "it", "nl", "pt"})
"""The languages (ISO 639-1) that there is one for."""


@cache
def glossary(language: str) -> Mapping[str, tuple[str, ...]]:
    """English words, and the words for each in one of the `GLOSSARIES`, the likeliest first."""
    lines = files(__name__).joinpath(f"{language}.txt").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {english: tuple(words.split(", ")) for english, words in rows}
