"""Whether a point puts one in the other's place, or makes one out of two."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from summariser.checking.beside import is_crossed
from summariser.checking.case import surveyed
from summariser.checking.descriptions import is_who
from summariser.checking.failure import Failure
from summariser.checking.names import Name, names
from summariser.checking.outcomes import agrees
from summariser.lexicon import lexicon
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case


_FEW = 3
"""Words between two that *of* joins: *la abogada del supuesto cabecilla*."""

_ANYBODY = words("people person leute personnes gente persone pessoas mensen")
_JOINING = words("of de del do da di van von des der du")

_FAMILY = words(
    "brother sister son daughter wife husband father mother uncle aunt nephew niece cousin bruder",
    "schwester sohn tochter frau mann vater mutter",
    "frère sœur fils fille femme mari père mère hermano hermana hijo hija padre madre fratello",
    "sorella figlio figlia moglie marito padre madre",
    "irmão irmã filho filha pai mãe broer zus zoon dochter vader moeder",
)


def mixed_up(case: Case) -> Iterator[Failure]:
    """Names that the point exchanges or blends."""
    yield from _blended(case)
    yield from _exchanged(case)


def _exchanged(case: Case) -> Iterator[Failure]:
    """Two of the evidence, named or called by what they are, each where the other stands there."""
    if case.foreign or agrees(case):
        return
    named = [(name, there) for name in names(case.point, case) if (there := _place(case, name)) is not None]
    called = [(Name(at, at + 1), range(there, there + 1)) for at, there in _roles(case)]
    for (one, first), (two, second) in (*combinations(named, 2), *combinations(called, 2)):
        ours = range(one.start, one.end), range(two.start, two.end)
        if _are_joined(case, one, two):
            continue
        if first != second and is_crossed(case.point, case.evidence, ours, (first, second), case.same):
            said = f"{case.point.cut(one.start, one.end)} … {case.point.cut(two.start, two.end)}"
            yield Failure("roles", said, "In the evidence each has the other's place: the two are exchanged.")
            return


def _are_joined(case: Case, one: Name, two: Name) -> bool:
    """Whether one is told by the other, so that both have the same beside them: *Vale, who runs Orr, said*."""
    point = case.point
    left, right = sorted((one, two), key=lambda each: each.start)
    between = [point.words[at] for at in range(left.end, right.start)]
    if any(word.low in _JOINING for word in between) and len(between) <= _FEW:
        return all(word.sort == "w" for word in between)
    relative = lexicon(point.language).relatives
    told = [word for word in between if word.sort == "w"]
    return (
        bool(between)
        and between[0].text == ","
        and bool(told)
        and told[0].low in relative
        and not any(word.text == "," for word in between[1:])
    )


def _roles(case: Case) -> Iterator[tuple[int, int]]:
    """People and bodies without a name that both texts have once: *the union*, *the company*."""
    ours = Counter(word.stem for word in case.point.words)
    theirs = Counter(word.stem for word in case.evidence.words)
    for at, word in enumerate(case.point.words):
        called = word.low not in _ANYBODY and not word.capital and is_who(word, case.point.language)
        if called and ours[word.stem] == theirs[word.stem] == 1 and at in case.places:
            there = case.places[at]
            if case.evidence.words[there].stem == word.stem:
                yield at, there


def _place(case: Case, name: Name) -> range | None:
    """Where the evidence has a name, if it has it once."""
    words = case.evidence.words
    last = case.point.words[name.end - 1].low
    found = [at for at, word in enumerate(words) if word.low == last and word.capital]
    if len(found) != 1:
        return None
    start = found[0]
    while start > 0 and words[start - 1].sort == "w" and words[start - 1].capital and not words[start - 1].small:
        start -= 1
    return range(start, found[0] + 1)


def _blended(case: Case) -> Iterator[Failure]:
    """A first name of one and the surname of another."""
    people = surveyed(case.article).scene.people
    for person in case.said.scene.people.people:
        if len(person.words) < 2 or not all(word.isalpha() for word in person.words):  # noqa: PLR2004 - a first name, a surname
            continue
        first, last = person.words[0], person.words[-1]
        theirs = [other for other in people.by_surname.get(last, ()) if other.is_person and len(other.words) > 1]
        if _is_kin(case, first, last):
            continue
        shorter = person.words[1:] if len(person.words) > 2 else person.words  # noqa: PLR2004 - "Fiddler Rab Kinneard"
        if theirs and not any(other.is_named(each) for other in theirs for each in (person.words, shorter)):
            names_of = ", ".join(other.name for other in theirs)
            yield Failure("name", person.name, f"The article knows {names_of}, not {first.title()} {last.title()}.")


def _is_kin(case: Case, first: str, last: str) -> bool:
    """Whether the article gives a first name by whose brother or daughter its bearer is: *Castro's brother Luis*."""
    lows = [token.low for line in surveyed(case.article).scene.lines for token in line.tokens]
    lex = lexicon(case.article.language)
    family = _FAMILY & (lex.women | lex.men | lex.roles)
    return any(
        after == first
        and (before in family or before == ",")
        and {before, *lows[max(0, at - 2) : at]} & family
        and last in lows[max(0, at - 4) : at + 4]
        for at, (before, after) in enumerate(pairwise(lows))
    )
