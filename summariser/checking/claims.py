"""What a point adds of its own: the first ever, the largest, because of, shocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.days import weekdays
from summariser.checking.direction import denials
from summariser.checking.failure import Failure
from summariser.checking.loaded import ALL, CAUSES, LINKS, LOADED, MILD, NOT_SUPERLATIVE, RELATED, SUPERLATIVES, WHOLES
from summariser.checking.moods import auxiliaries
from summariser.checking.units import units
from summariser.kindred import kindred
from summariser.lexicon import lexicon
from summariser.lexicon.model import words
from summariser.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading, Word

_BEING = frozenset(("is", "are", "was", "were", "be"))
_OF = frozenset(("of", "the", "its", "their", "his", "her"))
_SOME = words("some many most several them whom")
_THEM = frozenset(("them", "it", "which", "whom", "these", "those"))
_NOBODY = words("anyone anybody nobody none nothing niemand keiner personne aucun aucune nadie ningún")
_NEXT = 6
"""Words of sense behind a *because* that are its cause."""


def own_claims(case: Case) -> Iterator[Failure]:
    """Superlatives, causes and loaded words that the evidence does not have."""
    language = case.point.language or "en"
    if case.foreign:
        yield from _causes(case, language)
        return
    known = {word.low for word in case.evidence.words} | {word.stem for word in case.evidence.words}
    for at, word in enumerate(case.point.words):
        if _is_superlative(word, case.point, at) and not _is_had(word, known, case):
            yield Failure("claim", word.text, f"The evidence does not say {word.text}.")
        elif word.low in LOADED.get(language, frozenset()) and not _is_had(word, known, case):
            yield Failure("claim", word.text, f"{word.text} is no word of the evidence.")
    yield from _universals(case, language)
    yield from _causes(case, language)


def _universals(case: Case, language: str) -> Iterator[Failure]:
    """*All of the inhabitants*, where the evidence says of none of its things that they are all."""
    wholes = WHOLES.get(language, frozenset())
    theirs = {word.low for word in case.evidence.words}
    if theirs & (wholes | _NOBODY):
        return
    measures = {*units(language), *weekdays(language)}  # "every day"
    for at, word in enumerate(case.point.words):
        of_them = case.point.low(at + 1) == "of" and case.point.low(at + 2) in _THEM  # "23 children, all of them"
        them = of_them and not theirs & _SOME
        measured = case.point.low(at + 1) in measures
        bare = word.low in ALL and case.point.low(at + 1) not in _OF
        if word.low in wholes and not (them or measured or bare):
            yield Failure("claim", word.text, f"The evidence does not say {word.text}.")
            return


def _is_superlative(word: Word, reading: Reading, at: int) -> bool:
    language = reading.language or "en"
    if word.sort != "w" or (word.capital and not word.first):
        return False
    if language == "en":
        if word.low in {"most", "least"}:
            return reading.low(at - 1) == "the" and reading.low(at + 1) not in {"of", "people"}
        if word.low == "only":
            return reading.low(at - 1) in {"the", "an"}
        if word.low in {"ever", "first"}:
            beside = {reading.low(at - 1), reading.low(at - 2)}
            if word.low == "first" and (
                reading.low(at - 1) in auxiliaries("en") or reading.low(at + 1) in {"-", ",", "."}
            ):
                return False  # "had first been told", "first-half goals"
            denied = word.low == "ever" and at in denials(reading)  # "nobody had ever", "never"
            return not denied and (word.low != "first" or beside.isdisjoint({"at", "-", "before"}))
        if reading.low(at - 1) == "the" and reading.low(at - 2) == "at":
            return False  # at the earliest
        if word.low.endswith("est") and len(word.low) > 5 and word.low not in NOT_SUPERLATIVE:  # noqa: PLR2004 - letters
            return True
    return word.low in SUPERLATIVES.get(language, frozenset())


def _is_had(word: Word, known: set[str], case: Case) -> bool:
    """Whether the evidence says it, or as much in another word: *largest* for *biggest*, not for *large*."""
    language = case.point.language
    if word.low in known or word.stem in known:
        return True
    if not word.low.endswith("est"):
        return bool(case.same.get(word.stem)) or any(other in known for other in RELATED.get(word.low, ()))
    base = word.low.removesuffix("est")
    alike = case.same.get(word.stem, frozenset()) | kindred(base, language)
    others = [other.low for other in case.evidence.words if other.low.endswith("est")]
    if {"most", "least", "more", "less"} & known:
        return True
    return any(
        other in alike or other.removesuffix("est") in alike or stem(other, language) in alike for other in others
    )


def _causes(case: Case, language: str) -> Iterator[Failure]:
    """A *because* where the evidence links nothing, or where it has nothing of the cause."""
    causes = CAUSES.get(language, CAUSES["en"])
    places = {} if case.foreign else case.places
    for at, word in enumerate(case.point.words):
        two = f"{word.low} {case.point.low(at + 1)}"
        said = next((each for each in (word.low, two, f"{two} {case.point.low(at + 2)}") if each in causes), None)
        planned = said == "due to"
        if planned and case.point.low(at - 1) in _BEING and case.point.low(at + 2) not in lexicon(language).determiners:
            continue
        if said is not None and not _is_linked(case, at, places):
            yield Failure("claim", said, "The evidence does not give that as a cause.")
            return


def _is_linked(case: Case, at: int, places: dict[int, int]) -> bool:
    """Whether the evidence links the two things as well."""
    links = LINKS.get(case.evidence.language or "en", LINKS["en"])
    found = [place for place, word in enumerate(case.evidence.words) if word.low in links]
    if case.foreign:
        return bool(found)
    sentence = case.point.sentence_of(at)
    ahead = [places[place] for place in sentence if place < at and place in places]
    behind = [place for place in sentence if place > at and case.point.words[place].telling][:_NEXT]
    if not ahead:  # "Because a, b"
        comma = next((place for place in sentence if place > at and case.point.words[place].text == ","), sentence.stop)
        ahead = [places[place] for place in sentence if place > comma and place in places]
        behind = [place for place in behind if place < comma]
    there = [places[place] for place in behind if place in places]
    if len(there) * 3 < len(behind):
        return False
    near = {case.evidence.words[place].sentence for place in (*ahead, *there)}
    return any(
        case.evidence.words[place].sentence in near
        and (case.evidence.words[place].low not in MILD or _is_between(place, ahead, there))
        for place in found
    )


def _is_between(place: int, ahead: list[int], there: list[int]) -> bool:
    return any(one < place < two or two < place < one for one in ahead for two in there)
