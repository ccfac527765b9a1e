"""What a word may be in a sentence, looked up once a word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from summariser.lexicon import Lexicon


class Tag:
    """The kinds of words that speakers are found by, as bits: a word may be several, *reports* a verb or a body.

    Plain integers rather than ``enum.IntFlag``, because every word of an article is asked many times.
    """

    CUE: Final = 1 << 0
    WEAK: Final = 1 << 1
    BASE: Final = 1 << 2
    PARTICIPLE: Final = 1 << 3
    SOURCE: Final = 1 << 4
    PRONOUN: Final = 1 << 5
    POSSESSIVE: Final = 1 << 6
    RELATIVE: Final = 1 << 7
    DETERMINER: Final = 1 << 8
    PREPOSITION: Final = 1 << 9
    CONJUNCTION: Final = 1 << 10
    SUBORDINATOR: Final = 1 << 11
    AUXILIARY: Final = 1 << 12
    PASSIVE: Final = 1 << 13
    AGENT: Final = 1 << 14
    ADVERB: Final = 1 << 15
    TIME: Final = 1 << 16
    ROLE: Final = 1 << 17
    BODY: Final = 1 << 18
    TITLE: Final = 1 << 19
    HONORIFIC: Final = 1 << 20
    PARTICLE: Final = 1 << 21
    OPENER: Final = 1 << 22
    OBJECT: Final = 1 << 23
    WRITTEN: Final = 1 << 24
    NAMING: Final = 1 << 25
    VIEW: Final = 1 << 26
    WITHIN: Final = 1 << 27
    NAME: Final = 1 << 28


_SMALL = (
    Tag.PREPOSITION
    | Tag.SUBORDINATOR
    | Tag.CONJUNCTION
    | Tag.PRONOUN
    | Tag.DETERMINER
    | Tag.TIME
    | Tag.ADVERB
    | Tag.AUXILIARY
    | Tag.RELATIVE
)
_NOT_ADVERBS = frozenset(("family", "ally", "assembly", "italy", "july", "reply", "only", "early"))
_SHORTEST_ADVERB = 5
_CONTRACTED = re.compile(
    r"(?:i|you|we|they|s?he|it|that|there|here|who|what|where|how|let)['’](?:m|ve|re|ll|d|s)|[a-z]+n['’]t"
)
"""English words that are two: *I've*, *You're*, *Don't*. With a capital they are no names."""


def tag(word: str, low: str, lex: Lexicon) -> int:
    """What ``word`` may be; ``low`` is it in lower case. With a capital and nothing else to be, it is of a name."""
    tags = _table(lex).get(low, 0)
    if not tags & (Tag.ROLE | Tag.BODY):
        if _is_role(low, lex):
            tags |= Tag.ROLE
        elif low.endswith("s") and low[:-1] in lex.bodies:
            tags |= Tag.BODY
    if not tags & Tag.ADVERB and _is_adverb(word, low, lex):
        tags |= Tag.ADVERB
    if word[0].isupper() and not tags & _SMALL and not _CONTRACTED.fullmatch(low):
        tags |= Tag.NAME
    return tags


@cache
def _table(lex: Lexicon) -> dict[str, int]:
    sets = {
        Tag.CUE: lex.cues,
        Tag.WEAK: lex.weak_cues,
        Tag.PARTICIPLE: lex.participles,
        Tag.SOURCE: lex.sources,
        Tag.PRONOUN: lex.pronouns.keys(),
        Tag.POSSESSIVE: lex.possessives.keys(),
        Tag.RELATIVE: lex.relatives,
        Tag.DETERMINER: lex.determiners,
        Tag.PREPOSITION: lex.prepositions,
        Tag.CONJUNCTION: lex.conjunctions,
        Tag.SUBORDINATOR: lex.subordinators,
        Tag.AUXILIARY: lex.auxiliaries,
        Tag.PASSIVE: lex.passives,
        Tag.AGENT: lex.agents,
        Tag.ADVERB: lex.adverbs,
        Tag.TIME: lex.times,
        Tag.ROLE: lex.roles,
        Tag.BODY: lex.bodies,
        Tag.TITLE: lex.titles,
        Tag.HONORIFIC: lex.honorifics.keys(),
        Tag.PARTICLE: lex.particles,
        Tag.OPENER: lex.openers,
        Tag.OBJECT: lex.objects,
        Tag.WRITTEN: lex.written,
        Tag.NAMING: lex.naming,
        Tag.VIEW: lex.views,
        Tag.WITHIN: lex.within,
    }
    table: dict[str, int] = {}
    for kind, words in sets.items():
        for word in words:
            table[word] = table.get(word, 0) | kind
    for word in [*lex.cues, *lex.weak_cues]:
        if word + "s" in lex.cues or word + "s" in lex.weak_cues:
            table[word] |= Tag.BASE
    return table


@cache
def phrases(lex: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """The language's verbs and sources of several words, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase, kind in _table(lex).items():
        words = tuple(phrase.split(" "))
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(several, key=lambda pair: -len(pair[0]))) for first, several in found.items()}


def _is_role(low: str, lex: Lexicon) -> bool:
    return ("-" in low and low.rsplit("-", 1)[1] in lex.roles) or (
        bool(lex.role_suffixes) and low.endswith(lex.role_suffixes) and low not in lex.role_suffixes
    )


def _is_adverb(word: str, low: str, lex: Lexicon) -> bool:
    """*repeatedly*, *angrily*; with a capital it may as well be a name: Kelly, Emily."""
    return (
        lex.english
        and low.endswith("ly")
        and len(low) >= _SHORTEST_ADVERB
        and word[0].islower()
        and low not in _NOT_ADVERBS
    )
