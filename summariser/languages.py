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
