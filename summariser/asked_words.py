"""Each word of a question, and how much of it each sentence has.

A sentence has a word if one of its own has the same stem; nearly, if it speaks of somebody who has (a pronoun, a role,
whoever is quoted); and the less, the further the nearest of its words is in meaning (word vectors,
`summariser.embedding`). A word weighs the more, the fewer sentences have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from summariser.embedding import word_vectors
from summariser.kindred import kindred
from summariser.stems import stem, stems
from summariser.words import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from summariser.testimony import Testimony

MEANT = 0.9
"""How much of a word a sentence has that speaks of whoever has it."""

NEAR, FAR, LIKE = 0.95, 0.45, 0.7
"""Cosines from which two words are as good as the same, and below which they have nothing to do with each other; and
how much of a word one of about the same meaning is."""

BESIDE = 0.7
"""How much of a word a sentence has whose neighbour has it, or the article's title."""

KIN = 0.85
"""How much of a word one is that begins alike (*prosecuting*, *prosecutor*), or means about the same."""

UNLIKE = 0.3
"""How much of a word some sentence must have for it to be anywhere in the articles."""

LESS = 0.35
"""How much a verb weighs that says little: *going*, *take*."""

HALF = 0.5

_KIN_LETTERS, _KIN_ENDING = 5, 4


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question, and what it weighs.

    ``has`` is how much of it each sentence has, ``beside`` the same where its neighbours' count too, both from 0 to 1;
    ``absent`` is whether nothing in the articles comes near it.
    """

    word: str
    weight: float
    has: tuple[float, ...]
    beside: tuple[float, ...]
    absent: bool


def asked_words(words: Sequence[str], told: Sequence[Testimony], question: str) -> list[AskedWord]:
    """Those words of a question, weighed against the sentences it is put to; ``question`` is as it was typed."""
    asked = [_weighed(word, told, like) for word, like in zip(words, _likenesses(words, told), strict=True)]
    return list(_halved_where_half(asked, question))


def held(stem_of: str, among: Sequence[str] | AbstractSet[str], language: str | None) -> float:
    """How much of a stem there is among others: the same, one that begins alike, or one that means the same."""
    if stem_of in among:
        return 1.0
    if stem_of[:1].isdecimal():
        return 0.0
    alike = kindred(stem_of, language)
    kin = any(each in alike or _kin(stem_of, each) for each in among)
    return KIN if kin else 0.0


def _kin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _KIN_LETTERS and long.startswith(short) and len(long) - len(short) <= _KIN_ENDING


def _weighed(word: str, told: Sequence[Testimony], like: Sequence[float]) -> AskedWord:
    languages = [each.article.language for each in told]
    folded = {language: stem(word, language) for language in languages}
    own = [held(folded[language], each.stems, language) for each, language in zip(told, languages, strict=True)]
    meant = [held(folded[language], each.meant, None) for each, language in zip(told, languages, strict=True)]
    has = tuple(max(a, MEANT * b, near) for a, b, near in zip(own, meant, like, strict=True))
    often = sum(max(a, b) >= KIN for a, b in zip(own, meant, strict=True))
    weight = log(1 + len(told) / max(1, often)) * (LESS if word.lower() in LIGHT else 1.0)
    beside = tuple(_beside(word, number, has, told) for number in range(len(told)))
    return AskedWord(word, weight, has, beside, absent=max(has) < UNLIKE)


def _beside(word: str, number: int, has: Sequence[float], told: Sequence[Testimony]) -> float:
    """How much of a word a sentence, one beside it or the title has."""
    here, best = told[number], has[number]
    for other in (number - 1, number + 1):
        if 0 <= other < len(told) and told[other].article is here.article:
            same = told[other].paragraph == here.paragraph
            best = max(best, (BESIDE if same or other < number else 0.0) * has[other])
    return BESIDE if best < BESIDE and _is_titled(word, here) else best


def _is_titled(word: str, told: Testimony) -> bool:
    """Whether the title of its article has it."""
    title, language = told.article.title, told.article.language
    return title is not None and stem(word, language) in stems(title, language)


def _halved_where_half(asked: Sequence[AskedWord], question: str) -> Iterator[AskedWord]:
    """Two words side by side mean one thing (*poll lead*): where nothing has the first, the second is half as good."""
    halves = {
        number + 1
        for number, (one, other) in enumerate(pairwise(asked))
        if one.absent and re.search(rf"(?<!\w){re.escape(one.word)}\s{re.escape(other.word)}(?!\w)", question)
    }
    for number, each in enumerate(asked):
        if number in halves:
            yield replace(each, has=tuple(HALF * a for a in each.has), beside=tuple(HALF * b for b in each.beside))
        else:
            yield each


def _likenesses(asked: Sequence[str], told: Sequence[Testimony]) -> list[list[float]]:
    """How near the nearest word of each sentence comes to each of the words asked about."""
    known = list(dict.fromkeys(each for one in told for each in one.words))
    if not known or not asked:
        return [[0.0] * len(told) for _ in asked]
    places = {word: number for number, word in enumerate(known)}
    within = [[places[each] for each in one.words] for one in told]
    cosines = word_vectors(list(asked)) @ word_vectors(known).T
    return [[LIKE * _scaled(float(row[each].max()) if each else 0.0) for each in within] for row in cosines]


def _scaled(cosine: float) -> float:
    return max(0.0, min(1.0, (cosine - FAR) / (NEAR - FAR)))
