"""The words of a question as the articles spell them: what is typed in haste, or short."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from summariser.crossencoder.tokens import is_word
from summariser.stems import POSSESSIVE
from summariser.words import small_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.testimony import Testimony

LETTERS, ALIKE = 4, 0.8
"""Letters from which a word may be one spelt wrong; and how like another it must be then, by `difflib`. Estimates."""

_IN_FULL = {
    "pm": "prime minister", "govt": "government", "gov": "government", "ceo": "chief executive", "boss": "chief",
    "da": "district attorney", "ag": "attorney general", "mum": "mother", "mom": "mother", "dad": "father",
    "cops": "police", "dept": "department",
}  # fmt: skip


def spelt(asked: Sequence[str], told: Sequence[Testimony]) -> list[str]:
    """The words of a question; those that are none, as the articles spell what is nearest to them.

    What is nearest to a small word was one. *Iceland* is a word, and no *Ireland* spelt wrong.
    """
    known = {each.lower(): each for one in told for each in one.words} | dict.fromkeys(_small(told), "")
    found = list[str]()
    for word in (part for each in asked for part in _in_full(each).split()):
        close = (
            get_close_matches(word.lower(), known, 1, ALIKE)
            if len(word) >= LETTERS and word.isalpha() and word.lower() not in known and not is_word(word)
            else []
        )
        meant = known[close[0]] if close and abs(len(close[0]) - len(word)) <= 1 else word
        found.append(meant)
    return list(dict.fromkeys(filter(None, found)))


def _in_full(word: str) -> str:
    return _IN_FULL.get(POSSESSIVE.sub("", word).lower(), word)


def _small(told: Sequence[Testimony]) -> frozenset[str]:
    return small_words("en").union(*(small_words(language) for language in {one.article.language for one in told}))
