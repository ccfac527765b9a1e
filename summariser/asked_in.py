"""Which language a question is in: too short for `summariser.language`, it is told by its small words alone."""

from __future__ import annotations

import re
from itertools import islice

from summariser.words import KNOWN, small_words

_WORD = re.compile(r"[^\W\d_]+")

FEWEST = 2
"""Small words of one language and of no other that is as likely."""


def asked_in(question: str) -> str | None:
    """The language (ISO 639-1) whose small words it has most of, if that is plain; else ``None``.

    What has a capital within it is a name: *Is Van der Berg in?* is English.
    """
    words = [found[0] for found in islice(_WORD.finditer(question), 100)]
    plain = [word for number, word in enumerate(words) if not number or word[0].islower()]
    typed = [word.lower() for word in (words if question.isupper() else plain)]
    counted = sorted(((sum(word in small_words(each) for word in typed), each) for each in KNOWN), reverse=True)
    (most, language), (second, _) = counted[:2]
    return language if most >= FEWEST and most > second else None
