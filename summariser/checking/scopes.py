"""How far each mood of a text reaches: which words are only possible, planned or doubtful."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.checking.moods import ADJECTIVES, is_future, moods
from summariser.lexicon import lexicon
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from summariser.checking.moods import Mood
    from summariser.checking.reading import Reading

_ALSO_NOUNS = words(
    "plan plans claim claims hope hopes promise promises pledge set will must fear fears blame estimate hint hints",
)
_LEADING = words("set appear appears appeared")
_LED = words("to for that as likely")
_FEWEST = 3
"""Words of sense after which a comma ends what is doubtful."""


@lru_cache(maxsize=16)
def scopes(reading: Reading, *, nouns: bool = False) -> dict[int, set[Mood]]:
    """The moods that each place of a reading stands in; with ``nouns`` those of *a promise*, *a claim* as well."""
    known = moods(reading.language)
    found: dict[int, set[Mood]] = {}
    for at, word in enumerate(reading.words):
        mood: Mood | None = known.get(word.low)
        if mood is None and is_future(word.low, reading.language):
            mood = "planned"
        if (
            mood is None
            and word.low == "to"
            and reading.low(at - 1) in {"is", "are", "was", "were", "due", "has", "have"}
        ):
            mood = "planned"
        if word.low in _LEADING and reading.low(at + 1) not in _LED:
            continue  # "set a jar on the lectern", "the study appears this week"
        if mood is None or (word.capital and not word.first) or (not nouns and _is_noun(reading, at)):
            continue
        if word.low in ADJECTIVES:
            covered = range(at, min(at + 2, len(reading.words)))
        elif mood == "planned":
            covered = reading.clause_of(at)
        else:
            covered = _until_aside(reading, at)
        for place in covered:
            found.setdefault(place, set()).add(mood)
    return found


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether *plan*, *claim*, *hope* is a noun where it stands."""
    if reading.low(at) in {"thought", "think"} and reading.low(at + 1) == "of":
        return True
    if reading.low(at) not in _ALSO_NOUNS:
        return False
    before = reading.low(at - 1)
    return before in lexicon(reading.language).determiners or reading.low(at + 1) in {
        "by",
        "of",
        "for",
        "at",
        "from",
        "in",
    }


def _until_aside(reading: Reading, at: int) -> range:
    """The rest of a sentence, to the first comma behind some words of sense."""
    seen = 0
    for place in range(at + 1, reading.sentence_of(at).stop):
        seen += reading.words[place].telling
        apposed = reading.low(place + 1) in lexicon(reading.language).determiners  # "to join Northgrid, a fund for"
        if reading.words[place].text == "," and (seen > _FEWEST or (apposed and seen)):
            return range(at, place)
    return range(at, reading.sentence_of(at).stop)
