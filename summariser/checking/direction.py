"""Whether what a point says goes the way its evidence says: up or down, open or shut, for or against, denied or not."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from summariser.checking.beside import Surroundings, is_crossed, overlap, surroundings
from summariser.checking.denying import CONCORD
from summariser.checking.failure import Failure
from summariser.checking.negators import negative_of, negators
from summariser.checking.numerals import numerals
from summariser.checking.outcomes import BEATEN, agrees
from summariser.checking.poles import poles_of
from summariser.checking.sides import wrong_sides
from summariser.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading, Word

_TEMPORAL = frozenset(
    [
        "before",
        "after",
        "once",
        "avant",
        "après",
        "antes",
        "después",
        "prima",
        "dopo",
        "depois",
        "vor",
        "nach",
        "voordat",
        "nadat",
        "bevor",
        "nachdem",
    ]
)
_LEADING = 3
"""Words before a *before* with which it still leads its sentence: *Three days before*."""

_CONVERSE = {stem("bought", "en"), stem("sold", "en")}
_NO = frozenset(("no", "nein", "non", "não", "nee"))
_SHARED = 0.4
"""What has to stand beside both of two words before they are held against each other."""


def wrong_direction(case: Case) -> Iterator[Failure]:
    """Words of the point whose opposite the evidence has in their place."""
    if case.foreign:
        return
    yield from wrong_sides(case)
    yield from _exchanged(case)
    denied, theirs_denied = denials(case.point), denials(case.evidence)
    lows = {word.low for word in case.evidence.words}
    for at, word in enumerate(case.point.words):
        ends = poles_of(word.low, word.stem, case.point.language)
        if not ends or word.low in lows or _is_particle(case.point, at):
            continue
        if case.same.get(word.stem, frozenset()) and any(_agrees(case, other, word) for other in case.same[word.stem]):
            continue
        best = _opposite(case, at, ends)
        if best is None:
            continue
        score, place, agreeing = best
        if agreeing:
            continue
        other = case.evidence.words[place]
        mine = at in denied and negative_of(word.low, case.point.language) is None
        yours = place in theirs_denied and negative_of(other.low, case.evidence.language) is None
        told = {word.low, other.low} <= BEATEN and agrees(case)  # *beat*, *lost to*
        told = told or ({word.stem, other.stem} == _CONVERSE and _is_handed(case, at, place))
        if score >= _SHARED and mine == yours and not told and not _is_turned_round(case, at, place):
            yield Failure("direction", word.text, f"The evidence says {other.text} where the point says {word.text}.")


def _is_handed(case: Case, at: int, place: int) -> bool:
    """*A bought it from B*, *B sold it to A*."""
    ways = {case.point.low(each) for each in case.point.sentence_of(at)} | {
        case.evidence.low(each) for each in case.evidence.sentence_of(place)
    }
    return {"from", "to"} <= ways


def _is_particle(reading: Reading, at: int) -> bool:
    """Whether *up* or *down* says nothing of how much: *the lights went down*."""
    if reading.low(at) not in {"up", "down"}:
        return False
    known = numerals(reading.language)
    ahead = [reading.words[place] for place in range(at + 1, min(at + 5, len(reading.words)))]
    return not any(word.sort == "n" or word.low in known for word in ahead)


def _is_taken(case: Case, at: int, place: int, mine: Surroundings) -> bool:
    """Whether another word of the point stands for that one: it goes the same way, and more of what is beside it is."""
    other = case.evidence.words[place]
    theirs = poles_of(other.low, other.stem, case.evidence.language)
    if not theirs:
        return False
    beside = surroundings(case.evidence, place, place + 1)
    own = overlap(mine, beside, case.same)
    return any(
        each != at
        and poles_of(word.low, word.stem, case.point.language) & theirs
        and overlap(surroundings(case.point, each, each + 1), beside, case.same) > own
        for each, word in enumerate(case.point.words)
    )


def _is_turned_round(case: Case, at: int, place: int) -> bool:
    """*A before B*, *B after A*: what stands behind the one stands before the other."""
    if case.point.words[at].low not in _TEMPORAL or case.evidence.words[place].low not in _TEMPORAL:
        return False
    rest, governed = _governed(case.point, at)
    their_rest, their_governed = _governed(case.evidence, place)
    straight = _common(case, rest, their_rest) + _common(case, governed, their_governed)
    return _common(case, rest, their_governed) + _common(case, governed, their_rest) >= straight


def _governed(reading: Reading, at: int) -> tuple[set[str], set[str]]:
    """What a *before* says the time of, and what it tells that by: the words behind it, to the comma if it leads."""
    sentence = reading.sentence_of(at)
    leads = not any(reading.words[place].text == "," for place in range(sentence.start, at))
    comma = next((place for place in range(at, sentence.stop) if reading.words[place].text == ","), sentence.stop)
    end = comma if leads and at - sentence.start <= _LEADING else sentence.stop
    words = [(place, reading.words[place].stem) for place in sentence if reading.words[place].telling]
    behind = {stem for place, stem in words if at < place < end}
    return {stem for place, stem in words if not at < place < end}, behind


def _common(case: Case, ours: set[str], theirs: set[str]) -> int:
    return sum(bool((case.same.get(stem, frozenset()) | {stem}) & theirs) for stem in ours)


def _exchanged(case: Case) -> Iterator[Failure]:
    """Two opposites of the evidence, each where the other stands there: up in the north, down in the south."""
    lows: dict[str, list[int]] = {}
    for place, word in enumerate(case.evidence.words):
        lows.setdefault(word.stem, []).append(place)
    ours = [(at, poles_of(word.low, word.stem, case.point.language)) for at, word in enumerate(case.point.words)]
    ours = [(at, ends) for at, ends in ours if ends and case.point.words[at].stem in lows]
    for (one, ends), (two, others) in combinations(ours, 2):
        if not any((axis, 1 - end) in others for axis, end in ends):
            continue
        first, second = lows[case.point.words[one].stem], lows[case.point.words[two].stem]
        if len(first) == len(second) == 1 and is_crossed(
            case.point,
            case.evidence,
            (range(one, one + 1), range(two, two + 1)),
            (range(first[0], first[0] + 1), range(second[0], second[0] + 1)),
            case.same,
        ):
            said = f"{case.point.words[one].text} … {case.point.words[two].text}"
            yield Failure("direction", said, "In the evidence these are of other things: the two are exchanged.")
            return


def _agrees(case: Case, folded: str, word: Word) -> bool:
    """Whether a word of the evidence that means about the same is not its opposite."""
    for other in case.evidence.words:
        if other.stem == folded:
            theirs = poles_of(other.low, other.stem, case.evidence.language)
            ours = poles_of(word.low, word.stem, case.point.language)
            if not any((axis, 1 - end) in theirs for axis, end in ours):
                return True
    return False


def _opposite(case: Case, at: int, ends: frozenset[tuple[int, int]]) -> tuple[float, int, bool] | None:
    """The word of the evidence on the same axis that stands most as this one does, and whether it is at its end."""
    mine = surroundings(case.point, at, at + 1)
    best: tuple[float, int, bool] | None = None
    kept = {word.low for word in case.point.words}
    for place, other in enumerate(case.evidence.words):
        if other.low in kept or _is_taken(case, at, place, mine):  # it has its own place in the point
            continue
        theirs = poles_of(other.low, other.stem, case.evidence.language)
        agreeing = bool(ends & theirs)
        opposed = not agreeing and any((axis, 1 - end) in theirs for axis, end in ends)
        if (agreeing or opposed) and not _is_particle(case.evidence, place):
            score = overlap(mine, surroundings(case.evidence, place, place + 1), case.same)
            if best is None or (score, agreeing) > (best[0], best[2]):
                best = (score, place, agreeing)
    return best


@lru_cache(maxsize=16)
def denials(reading: Reading) -> frozenset[int]:
    """The places of the words that an odd number of negators denies."""
    count: dict[int, int] = {}
    for negator in negators(reading):
        answers = reading.low(negator.at) in _NO and all(
            place < negator.at for place in negator.focus
        )  # "You never saw it?" "No."
        for place in negator.focus[:2] if negator.sort == "verb" else negator.focus:
            count[place] = count.get(place, 1) if answers and place in count else count.get(place, 0) + 1
    concord = reading.language in CONCORD
    return frozenset(place for place, times in count.items() if times % 2 or concord)
