"""What a word may be in a sentence, looked up once a word."""

from __future__ import annotations

from enum import IntFlag, auto
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.lexicon import Lexicon


class Tag(IntFlag):
    """The kinds of words that speakers are found by; a word may be several: *reports* is a verb or a body."""

    CUE = auto()
    WEAK = auto()
    BASE = auto()
    PARTICIPLE = auto()
    SOURCE = auto()
    PRONOUN = auto()
    POSSESSIVE = auto()
    RELATIVE = auto()
    DETERMINER = auto()
    PREPOSITION = auto()
    CONJUNCTION = auto()
    SUBORDINATOR = auto()
    AUXILIARY = auto()
    PASSIVE = auto()
    AGENT = auto()
    ADVERB = auto()
    TIME = auto()
    ROLE = auto()
    BODY = auto()
    TITLE = auto()
    HONORIFIC = auto()
    PARTICLE = auto()
    OPENER = auto()
    ACCUSED = auto()
    OBJECT = auto()
    WRITTEN = auto()
    NAMING = auto()
    VIEW = auto()
    WITHIN = auto()
    NAME = auto()


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


def tag(word: str, low: str, lex: Lexicon) -> Tag:
    """What ``word`` may be; ``low`` is it in lower case. With a capital and nothing else to be, it is of a name."""
    tags = _table(lex).get(low, Tag(0))
    if not tags & (Tag.ROLE | Tag.BODY):
        if _is_role(low, lex):
            tags |= Tag.ROLE
        elif low.endswith("s") and low[:-1] in lex.bodies:
            tags |= Tag.BODY
    if not tags & Tag.ADVERB and _is_adverb(word, low, lex):
        tags |= Tag.ADVERB
    if word[0].isupper() and not tags & _SMALL:
        tags |= Tag.NAME
    return tags


def phrases(lex: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], Tag], ...]]:
    """The language's verbs and sources of several words, by their first word, the longest first."""
    return _phrases(lex)


@cache
def _table(lex: Lexicon) -> dict[str, Tag]:
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
        Tag.ACCUSED: lex.accused,
        Tag.OBJECT: lex.objects,
        Tag.WRITTEN: lex.written,
        Tag.NAMING: lex.naming,
        Tag.VIEW: lex.views,
        Tag.WITHIN: lex.within,
    }
    table: dict[str, Tag] = {}
    for kind, words in sets.items():
        for word in words:
            table[word] = table.get(word, Tag(0)) | kind
    for word in [*lex.cues, *lex.weak_cues]:
        if word + "s" in lex.cues or word + "s" in lex.weak_cues:
            table[word] |= Tag.BASE
    return table


@cache
def _phrases(lex: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], Tag], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Tag]]] = {}
    for phrase, kind in _table(lex).items():
        words = tuple(phrase.split(" "))
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(several, key=lambda pair: -len(pair[0]))) for first, several in found.items()}


def _is_role(low: str, lex: Lexicon) -> bool:
    return ("-" in low and low.rsplit("-", 1)[1] in lex.roles) or (
        bool(lex.role_suffixes) and low.endswith(lex.role_suffixes)
    )


def _is_adverb(word: str, low: str, lex: Lexicon) -> bool:
    """*repeatedly*, *angrily*; with a capital it may as well be a name: Kelly, Emily."""
    return (
        "the" in lex.determiners
        and low.endswith("ly")
        and len(low) >= _SHORTEST_ADVERB
        and word[0].islower()
        and low not in _NOT_ADVERBS
    )
