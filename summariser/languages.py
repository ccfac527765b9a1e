"""What briefings can be written in."""

from __future__ import annotations

LANGUAGES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
}
"""English names of the languages whose small words are known, by their codes (ISO 639-1)."""


def called(code: str | None) -> str:
    """What a language is called to a language model; one that isn't among them, or not known, is the article's own."""
    return LANGUAGES.get(code or "", "the language of the article")
