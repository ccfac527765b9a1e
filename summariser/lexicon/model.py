"""What a language's list of words holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Gender = Literal["f", "m", "n", "pl"]
"""What a pronoun or a name can stand for: a woman, a man, a thing or body, several."""


def words(*lines: str) -> frozenset[str]:
    """The words of lines set apart by spaces; an underscore stands for the space inside a phrase."""
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words in lower case, inflected as they occur.

    ``cues`` are finite verbs of saying; ``weak_cues`` say something only beside a quotation (*called*, *blamed*);
    ``participles`` borrow the subject of their sentence (*saying*); ``sources`` lead to a speaker after them
    (*according to*). ``roles`` are nouns for people by what they do; ``titles`` are those set before a name with a
    capital; ``honorifics`` belong to the name. ``bodies`` are heads of speakers that are no person.
    """

    cues: frozenset[str]
    weak_cues: frozenset[str]
    participles: frozenset[str]
    sources: frozenset[str]
    pronouns: dict[str, Gender]
    possessives: dict[str, Gender]
    relatives: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    agents: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    roles: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    honorifics: dict[str, Gender | None]
    particles: frozenset[str]
    openers: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    role_suffixes: tuple[str, ...] = ()
    incise: str = ""
    drops_subjects: bool = False
    within: frozenset[str] = frozenset()
    elides: bool = False
    nouns_capital: bool = False

    @property
    def english(self) -> bool:
        """Whether these are the words of English, some of whose habits no other language here has."""
        return "the" in self.determiners
