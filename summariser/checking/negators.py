"""What denies: *not*, *nobody*, *without*, *refused to*, *unpaid*, in seven languages, and what it denies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from summariser.checking.denying import (
    AROUND_VERB,
    DENYING,
    NOT_LESS,
    ONLY,
    PLAIN,
    PREFIXES,
    SUFFIX,
    UNLIKE,
    VERBS,
    WITHOUT,
)
from summariser.lexicon import lexicon
from summariser.stems import stem

if TYPE_CHECKING:
    from summariser.checking.reading import Reading, Word


_FOCUS = 5
"""Words of sense behind a negator that it denies."""

_HALF = 3  # words on each side where both are denied
_NEAR = 8  # places before a negator that are looked at
_CLOSED = frozenset(".,;:!?”»")
_QUOTING = frozenset('“”„"«»‘')
_OR = frozenset(("or", "nor", "oder", "ou", "o", "of", ","))
_LOOK_BACK = 14  # words before an answer that it may be to
_AGAINST = frozenset(("against", "gegen", "contre", "contra", "contro", "tegen"))
_BY = frozenset(("by", "from", "in", "sharply", "slightly"))
_SHORTEST = 4
_BARE = frozenset(("saurait", "sauraient", "saurais", "cesse", "cessent", "ose", "osent"))


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that denies, at ``at``; ``focus`` are the places of the words of sense that it denies, nearest first."""

    at: int
    focus: tuple[int, ...]
    sort: Literal["plain", "denying", "verb"] = "plain"


@lru_cache(maxsize=16)
def negators(reading: Reading) -> tuple[Negator, ...]:
    """All of them, in order."""
    code = reading.language if reading.language in PLAIN else "en"
    plain, verbs = PLAIN[code], VERBS[code]
    found = list[Negator]()
    for at, word in enumerate(reading.words):
        if word.sort != "w":
            continue
        two = f"{word.low} {reading.low(at + 1)}"
        contracted = word.low.endswith(("n't", "n’t"))
        if (word.low in plain or contracted or _is_bare_ne(reading, at, code)) and not _is_empty(reading, at, code):
            found.append(Negator(at, _focus(reading, at, code)))
        elif (word.low in verbs or two in verbs) and not _is_fall(reading, at):
            sort: Literal["denying", "verb"] = "denying" if {word.low, two} & DENYING else "verb"
            found.append(Negator(at, _focus(reading, at + (two in verbs), code), sort))
        elif negative_of(word.low, reading.language):
            found.append(Negator(at, (at,)))
    return tuple(found)


def _is_fall(reading: Reading, at: int) -> bool:
    """*Revenue declined by 4 per cent*, which refuses nothing."""
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else None
    return reading.low(at).startswith("declin") and behind is not None and (behind.sort == "n" or behind.low in _BY)


def _is_bare_ne(reading: Reading, at: int, code: str) -> bool:
    """*ne saurait*, which denies without a *pas*."""
    return code == "fr" and reading.low(at) == "ne" and reading.low(at + 1) in _BARE


def _is_empty(reading: Reading, at: int, code: str) -> bool:
    """Whether it denies nothing: *not only*, *no more than*, *ne … que*, *no doubt*, *not until*."""
    after = reading.low(at + 1)
    if after in ONLY or (after == "und" and reading.low(at + 2) == "nur"):
        return True
    if code == "en":
        if reading.low(at) == "nothing" and reading.low(at - 1) == "for":
            return True  # in vain
        if any(reading.low(place) == "than" for place in range(at + 2, at + 4)):
            return True  # "nothing worse than"
        if after == "but" or (after == "one" and reading.low(at + 2) == "but"):
            return True  # "nobody but she"
        return after == "doubt" or (after in {"later", "fewer", "less", "more"} and reading.low(at + 2) == "than")
    if code == "fr":
        return reading.low(at) == "personne" and reading.low(at - 1) in {"une", "la", "cette", "par", "chaque"}
    return False


def _focus(reading: Reading, at: int, code: str) -> tuple[int, ...]:
    """The words of sense behind it in its sentence, and in languages that put it last those before it."""
    bounds = reading.sentence_of(at)
    alone = not any(reading.words[place].telling for place in range(bounds.start, at))  # "None was.", "It isn't."
    around = code == "fr" and reading.low(at) in AROUND_VERB and at > 0 and reading.words[at - 1].telling
    if not around and at + 1 < bounds.stop and reading.words[at + 1].text in _CLOSED:
        return _ellipsis(reading, at) if alone or not reading.low(at).endswith(("n't", "n’t")) else ()
    behind = [*([at - 1] if around else ()), *_behind(reading, at, bounds.stop)][:_FOCUS]
    if reading.low(at) in WITHOUT:
        beside = len(behind) > 1 and behind[1] == behind[0] + 1  # "ohne ihre große Fähre"
        return tuple(behind[: 2 if beside else 1])
    if not behind and (alone or reading.low(at) in _AGAINST):
        return _ellipsis(reading, at)  # "nobody voted against it"
    if behind and all(reading.words[place].sort == "n" for place in behind):
        return _ellipsis(reading, at)
    if code in {"de", "nl"}:
        return (*behind[:_HALF], *_ahead(reading, at, bounds.start)[:_HALF])
    return tuple(behind)


def _ahead(reading: Reading, at: int, start: int) -> list[int]:
    """The words of sense before it, in languages that put *not* last."""
    before = list[int]()
    for place in range(at - 1, max(start, at - _NEAR) - 1, -1):
        word = reading.words[place]
        if word.sort == "p" and word.text in ";:,(—–":
            break
        if word.telling:
            before.append(place)
    return before


def _behind(reading: Reading, at: int, stop: int) -> list[int]:
    """The words of sense behind it, to the end of their clause."""
    found = list[int]()
    for place in range(at + 1, stop):
        word = reading.words[place]
        if word.sort == "p" and found and (word.text in ";:,)—–" or word.text in _QUOTING):
            if word.text == "," and reading.low(place + 2) in _OR:
                continue  # "not to drink, cook or wash with it"
            break
        if found and word.low in PLAIN[reading.language if reading.language in PLAIN else "en"]:
            break  # it has a focus of its own
        saying = word.low in lexicon(reading.language).cues
        if word.sort != "p" and carries(word, reading.language) and not (word.small and saying and found):
            found.append(place)
            if len(found) >= _FOCUS:
                break
    return found


def carries(word: Word, language: str | None) -> bool:
    """Whether a word can be denied: one of sense, a number, a verb of saying."""
    return word.sort == "n" or not word.small or word.low in lexicon(language).cues


def _ellipsis(reading: Reading, at: int) -> tuple[int, ...]:
    """The words that an answer leaves out: *Asked whether people had been warned, she answered: “No.*."""
    lex = lexicon(reading.language)
    found = list[int]()
    for place in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        word = reading.words[place]
        saying = word.low in lex.cues or (word.capital and not word.first and reading.language != "de")
        if word.telling and not saying:
            found.append(place)
        if len(found) >= _FOCUS:
            break
    return tuple(found)


@cache
def negative_of(low: str, language: str | None) -> str | None:
    """The stem that a word denies by its prefix or its ending: *unpaid*, *childless*, *arbeitslos*."""
    code = language if language in PREFIXES else "en"
    if low in UNLIKE or len(low) < _SHORTEST + 1:
        return None
    if code in {"en", "de", "nl"} and low.endswith(SUFFIX) and low not in NOT_LESS:
        ending = next(ending for ending in SUFFIX if low.endswith(ending))
        base = low[: -len(ending)]
        return stem(base, language) if len(base) >= _SHORTEST - 1 else None
    for prefix in PREFIXES[code][:1] if code in {"en", "de", "nl"} else ():
        if low.startswith(prefix) and len(low) - len(prefix) >= _SHORTEST - 1:
            return stem(low[len(prefix) :], language)
    return None
