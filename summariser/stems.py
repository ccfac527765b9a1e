"""The words of a question or a sentence that carry its sense, folded to their stems so that their forms meet.

The stemmers are Snowball's (Porter, snowballstem.org). They know endings only, so the verbs and nouns that English
news changes inside the word are listed here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from summariser.words import small_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[.,’'&][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?\Z")
"""What makes a word somebody's."""

_ELIDED = re.compile(r"(?<!\w)(?:[ldnjmtsc]|qu|un|dell|nell|all|sull|dall|quest)['’](?=\w\w)", re.IGNORECASE)
_ELIDING = frozenset(("fr", "it"))
_PREFIX = 6
"""Letters by which words are told apart in a language that has no stemmer here."""

_NAMES = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pt": "portuguese",
}  # fmt: skip
_IRREGULAR = """
become became, begin began begun, bite bit bitten, blow blew blown, break broke broken, bring brought, build built,
buy bought, catch caught, choose chose chosen, come came, deal dealt, dig dug, draw drew drawn, drink drank drunk,
drive drove driven, eat ate eaten, fall fell fallen, feel felt, fight fought, find found, flee fled, fly flew flown,
forget forgot forgotten, freeze froze frozen, get got gotten, give gave given, go went gone goes, grow grew grown,
hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lead led, leave left, lend lent,
lie lay lain, lose lost, loss losses, make made, mean meant, meet met, pay paid, ride rode ridden, rise rose risen,
run ran, see saw seen, seek sought, sell sold sale sales, send sent, shake shook shaken, shoot shot, show shown,
sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken, spend spent, stand stood, steal stole stolen,
strike struck stricken, swear swore sworn, sweep swept, swim swam swum, take took taken, teach taught, tear tore torn,
think thought, throw threw thrown, understand understood, wake woke woken, wear wore worn, win won, write wrote written,
child children, man men, woman women, person people, foot feet, tooth teeth, life lives, wife wives, half halves,
good better best, bad worse worst, die dead death deaths, choose choice, grow growth, high height, long length,
deep depth, wide width, strong strength, hot heat, weigh weight, born birth
"""
IRREGULAR = {form: first for group in _IRREGULAR.split(",") for first, *forms in [group.split()] for form in forms}
"""The forms that English changes inside the word, each with its first."""


def words(text: str, language: str | None) -> Iterator[str]:
    """The words of ``text`` that are no small words, as they stand."""
    small = small_words(language)
    for found in _WORD.finditer(_ELIDED.sub("", text) if language in _ELIDING else text):
        word = found[0]
        if POSSESSIVE.sub("", word).lower() not in small and word.lower() not in small:
            yield word


def stems(text: str, language: str | None) -> list[str]:
    """The stems of those words, in order; numbers whole, without the marks between thousands."""
    return [stem(word, language) for word in words(text, language)]


@lru_cache(maxsize=50_000)
def stem(word: str, language: str | None) -> str:
    """The stem of one word, in lower case."""
    low = POSSESSIVE.sub("", word.lower())
    if low[:1].isdecimal():
        return re.sub(r"[.,](?=\d{3}\b)", "", low)
    code = language or "en"
    if code not in _NAMES:
        return low[:_PREFIX]
    known = IRREGULAR.get(low, low) if code == "en" else low
    return str(_stemmer(code)().stemWord(known))  # a stemmer keeps the word it works on: one a call, whatever thread


@cache
def _stemmer(code: str) -> Any:  # noqa: ANN401 - the library has no types
    from snowballstemmer import stemmer  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType] - a briefing does without; no types are published

    made = cast("Any", stemmer(_NAMES[code]))
    return made.__class__
