"""Whether a text says that something was done, or that it goes on as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.moods import auxiliaries, is_past
from summariser.lexicon.model import words
from summariser.stems import IRREGULAR

if TYPE_CHECKING:
    from summariser.checking.reading import Reading

_STAYING = words(
    "remain remains stay stays continue continues bleibt bleiben reste restent demeure permanece permanecen sigue",
    "siguen rimane rimangono resta restano continua continuam blijft blijven",
)
_ONCE = words("until unless once if bis sobald wenn falls si hasta até finché tot zodra als tenzij")
_TO_COME = frozenset(("to", "zu", "due", "expected", "set", "likely", "planned", "scheduled"))
_NOUNS = words(
    "men women people children feet better best worse worst dead death deaths growth height length",
    "depth width strength heat weight birth lives",
)


def is_done_at(reading: Reading, at: int) -> bool:
    """Whether a word says that something was done: *fitted*, *has vetoed*, *hat besucht*."""
    word = reading.words[at]
    english = (reading.language or "en") == "en"
    if word.low in auxiliaries(reading.language):
        ahead = [reading.low(place) for place in range(at + 1, min(at + 4, len(reading.words)))]
        if english:
            return any(is_past(low, "en") or low in IRREGULAR or low == "been" for low in ahead) and not _TO_COME & set(
                ahead
            )
        return not _TO_COME & set(ahead[:1])
    if english and word.low in IRREGULAR and not word.low.endswith("s"):
        return IRREGULAR[word.low] != word.low and word.low not in _NOUNS
    return is_past(word.low, reading.language) and reading.low(at - 1) not in {"be", "to", "been", "a", "the"}


def goes_on(reading: Reading, clause: range) -> bool:
    """Whether a clause says that something stays as it is, or what is to be waited for: *remains*, *until it is*."""
    return any(reading.low(at) in _STAYING for at in clause) or reading.low(clause.start) in _ONCE
