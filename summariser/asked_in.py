"""Which language a question is in: too short for `summariser.language`, it is told by its small words alone."""

from __future__ import annotations

import re
from itertools import islice

from summariser.words import KNOWN, small_words

_WORD = re.compile(r"[^\W\d_]+")

FEWEST = 2
"""Small words of one language and of no other that is as likely."""


def asked_in(question: str) -> str | None:
    """The language (ISO 639-1) whose small words it has most of, if that is plain; else ``None``."""
    typed = [found[0] for found in islice(_WORD.finditer(question.lower()), 100)]
    counted = sorted(((sum(word in small_words(each) for word in typed), each) for each in KNOWN), reverse=True)
    (most, language), (second, _) = counted[:2]
    return language if most >= FEWEST and most > second else None
