"""The words of a language that speakers are found by: verbs of saying, pronouns, titles, roles, small words.

One module a language; ``lexicon(language)`` gives it, English where the language has none of its own.
"""

from __future__ import annotations

from functools import cache

from summariser.lexicon import de, en, es, fr, it, nl, pt
from summariser.lexicon.model import Gender, Lexicon

__all__ = ["Gender", "Lexicon", "lexicon"]


@cache
def lexicon(language: str | None) -> Lexicon:
    """The words of ``language`` (ISO 639-1)."""
    known = {
        "de": de.WORDS,
        "en": en.WORDS,
        "es": es.WORDS,
        "fr": fr.WORDS,
        "it": it.WORDS,
        "nl": nl.WORDS,
        "pt": pt.WORDS,
    }
    return known.get(language or "en", en.WORDS)
