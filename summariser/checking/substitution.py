"""Whether a point that repeats its evidence has put one word in the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.embedding import word_vectors
from summariser.kindred import kindred
from summariser.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading

_ALIKE = 0.2
"""Cosine from which the word may be another for the same."""

_FRAME = 3
"""Words of sense around it that have to stand as they do in the evidence, in the same order."""


def substituted(case: Case) -> Iterator[Failure]:
    """*The loss of the supplier took £52m*, where it was the customer."""
    if case.foreign:
        return
    ours, theirs = _telling(case.point), _telling(case.evidence)
    rank = {place: number for number, place in enumerate(theirs)}
    used = set(case.places.values())
    for number, at in enumerate(ours):
        word = case.point.words[at]
        if at in case.places or word.sort == "n" or word.capital or case.same.get(word.stem):
            continue
        before, behind = ours[max(0, number - _FRAME) : number], ours[number + 1 : number + 1 + _FRAME]
        place = _replaced(case, before, behind, rank, theirs)
        if place is None or place in used or case.evidence.words[place].capital:
            continue
        other = case.evidence.words[place]
        if not (_is_named_thing(case.point, at) and _is_named_thing(case.evidence, place)):
            continue
        if other.sort == "w" and not _is_alike(word.low, word.stem, other.low, other.stem, case):
            yield Failure("unsupported", word.text, f"The evidence says {other.text} where the point says {word.text}.")
            return


def _is_named_thing(reading: Reading, at: int) -> bool:
    """Whether a noun or an adjective stands there, by the article or the preposition before it: verbs vary freely."""
    before = reading.words[at - 1] if at else None
    lex = lexicon(reading.language)
    if before is None or before.sort != "w" or before.low == "to" or reading.low(at).endswith("ing"):
        return False
    if before.low in lex.relatives or before.low in lex.subordinators:
        return False
    return before.low in lex.determiners or before.low in lex.prepositions or before.low in lex.possessives


def _telling(reading: Reading) -> list[int]:
    return [at for at, word in enumerate(reading.words) if word.telling or word.sort == "n"]


def _replaced(case: Case, before: list[int], behind: list[int], rank: dict[int, int], theirs: list[int]) -> int | None:
    """The word of the evidence between the counterparts of those before and of those behind, if it is one alone."""
    sentence = {case.point.words[at].sentence for at in (*before[-1:], *behind[:1])}
    if len(sentence) > 1 or not before or not behind or before[-1] not in case.places or behind[0] not in case.places:
        return None
    one, two = rank[case.places[before[-1]]], rank[case.places[behind[0]]]
    if two - one != 2:  # noqa: PLR2004 - one word between
        return None
    frame = [case.places.get(at) for at in (*before, *behind)]
    if sum(place is not None for place in frame) < _FRAME:
        return None
    known = [place for place in frame if place is not None]
    return theirs[one + 1] if known == sorted(known) else None


def _is_alike(low: str, folded: str, other: str, their: str, case: Case) -> bool:
    if their in kindred(folded, case.point.language):
        return True
    if case.point.language not in {None, "en"}:
        return False
    mine, yours = word_vectors([low, other])
    return float(mine @ yours) >= _ALIKE
