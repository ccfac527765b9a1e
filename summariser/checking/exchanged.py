"""Whether two figures of a point are exchanged, or a score is turned round."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from summariser.checking.alike import is_same
from summariser.checking.beside import overlap, surroundings
from summariser.checking.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading


_LEAD = 0.3
"""How much better the other number has to fit before two are taken to be exchanged."""


_NEAREST = 2
"""Words of sense on each side of a number that tell at once what it is of."""


_FAR = 14
"""Those that tell on the whole."""


_VERSUS = frozenset(
    [
        "-",
        "–",
        ":",
        "to",
        "zu",
        "votes",
        "vote",
        "against",
        "gegen",
        "stimmen",
        "voix",
        "contre",
        "votos",
        "contra",
        "voti",
        "contro",
        "favore",
        "favor",
        "voto",
        "stemmen",
        "tegen",
    ]
)


_BETWEEN = _VERSUS | frozenset(["a", "à", "e", "and", "y", "und", "et", "en", "of", "for", "o", "om", "goals"])


_APART = 5  # words between the two numbers of a score or a vote


_FROM = frozenset(
    [
        "from",
        "von",
        "vom",
        "aus",
        "de",
        "du",
        "da",
        "dal",
        "dall'",
        "dall’",
        "desde",
        "van",
        "was",
        "were",
        "formerly",
        "previously",
        "vorher",
        "avant",
        "antes",
        "prima",
    ]
)


_TO = frozenset(["to", "auf", "à", "au", "a", "para", "hasta", "al", "naar", "tot", "zu", "now"])


def exchanged(case: Case, matched: Sequence[tuple[Figure, list[Figure]]]) -> Iterator[Failure]:
    """Two numbers of the evidence, each with what stands beside the other there."""
    for (one, ones), (two, twos) in permutations(matched, 2):
        if one.start > two.start or is_same(one, two) or _kinds(ones) != _kinds(twos):
            continue
        straight, crossed = _fits(case, (one, two), (ones, twos))
        near_straight, near_crossed = _fits(case, (one, two), (ones, twos), most=_NEAREST)
        swapped = crossed > straight + _LEAD or (crossed > straight and near_crossed > near_straight + 2 * _LEAD)
        ends = {_end(case.point, one), _end(case.point, two)} == {"from", "to"}
        ends = ends and all(_end(case.point, one) == _end(case.evidence, other) != "" for other in twos)
        ends = ends and all(_end(case.point, two) == _end(case.evidence, other) != "" for other in ones)
        kept = any(_end(case.point, each) and _end(case.point, each) == _end(case.evidence, other)
                   for each, many in ((one, ones), (two, twos)) for other in many)  # fmt: skip
        if (swapped and not kept) or ends:
            first, second = case.point.cut(one.start, one.end), case.point.cut(two.start, two.end)
            why = f"In the evidence {first} and {second} are of other things: the two are exchanged."
            yield Failure("figure", f"{first} … {second}", why)
            return


def _kinds(known: Sequence[Figure]) -> set[str]:
    return {figure.unit.of if figure.unit else "" for figure in known}


def _fits(
    case: Case, pair: tuple[Figure, Figure], known: tuple[list[Figure], list[Figure]], most: int = _FAR
) -> tuple[float, float]:
    """How well two numbers stand as they do in the evidence, and how well each stands where the other does."""
    mine, yours = (surroundings(case.point, each.start, each.end, most=most) for each in pair)
    ones, twos = ([surroundings(case.evidence, other.start, other.end, most=most) for other in many] for many in known)
    straight = max(overlap(mine, other, case.same) for other in ones)
    straight += max(overlap(yours, other, case.same) for other in twos)
    crossed = max(overlap(mine, other, case.same) for other in twos)
    return straight, crossed + max(overlap(yours, other, case.same) for other in ones)


def _end(reading: Reading, figure: Figure) -> str:
    """Whether a number is what something came from or what it went to."""
    before = reading.low(figure.start - 1)
    if before == "be" and reading.low(figure.start - 2) == "to" and reading.low(figure.start - 3) == "used":
        return "from"
    return "from" if before in _FROM else "to" if before in _TO else ""


def turned(case: Case, ours: Sequence[Figure]) -> Iterator[Failure]:
    """A score or a vote the wrong way round: 4 to 11 for 11 to 4."""
    known = set(_pairs(case.evidence, case.theirs))
    for first, second in _pairs(case.point, ours):
        if first != second and (second, first) in known and (first, second) not in known:
            said = f"{first:g} … {second:g}"
            yield Failure("figure", said, f"The evidence has {second:g} before {first:g}: it is turned round.")


def _pairs(reading: Reading, known: Sequence[Figure]) -> Iterator[tuple[float, float]]:
    for one, two in pairwise(known):
        between = [word.low for word in reading.words[one.end : two.start]]
        if (
            len(between) <= _APART
            and set(between) <= _BETWEEN
            and set(between) & _VERSUS
            and not (one.unit or two.unit)
        ):
            yield one.value, two.value
