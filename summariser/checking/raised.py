"""What may be, or is to come, told as done: a verb of the point against the same verb of its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.direction import denials
from summariser.checking.done import goes_on, is_done_at
from summariser.checking.failure import Failure
from summariser.checking.moods import is_future, is_past, moods
from summariser.checking.scopes import scopes
from summariser.lexicon.model import words
from summariser.stems import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading

_AUXILIARY = 3
"""Words before a verb in which its auxiliary stands."""

_DONE_BY_NOW = words("already bereits schon déjà ya già já reeds")
_OPEN = words("plan plans proposal proposals propose proposes proposed considering consider bid draft motion")
_DECIDED = words(
    "decided decide decides agreed agree approved approve adopted adopt passed voted ruled vote enacted",
    "introduced imposed",
)
_IF = words("if unless whether should")
_BARE_VERBS = words("begin start cost save end open close rise fall lead mean bring create destroy cause reach replace")
_LIKELY = words("likely probably wahrscheinlich probablement probablemente probabilmente provavelmente waarschijnlijk")


def raised(case: Case) -> Iterator[Failure]:
    """Verbs that the point makes more certain, or more done, than they are."""
    yield from _verbs_raised(case)
    yield from _decided(case)
    yield from _already(case)


def _verbs_raised(case: Case) -> Iterator[Failure]:
    """A verb that may happen in the evidence and will in the point, or that is to be done there and has been here."""
    point, evidence = case.point, case.evidence
    mine = scopes(point, nouns=True)
    for at, place in case.places.items():
        ours, theirs = _governed(point, at), _governed(evidence, place)
        covered = {mood for near in point.clause_of(at) for mood in mine.get(near, ())}
        said = point.cut(max(0, at - 1), at + 1)
        if ours == "planned" and _is_likely(evidence, place) and not covered & {"possible", "unsure"}:
            yield Failure("hedge", said, "The evidence says only that this is likely.")
            return
        if theirs == "possible" and ours == "planned" and "possible" not in covered and "unsure" not in covered:
            yield Failure("hedge", said, "The evidence says only that this is possible.")
            return
        if theirs == "possible" and not ours and not covered and _is_present(point, at):
            yield Failure("hedge", said, "The evidence says only that this is possible.")
            return
        if (
            theirs == "planned"
            and not ours
            and (not covered or point.low(at) in _DECIDED)
            and not goes_on(point, point.clause_of(at))
            and _is_deed(point, at)
            and not is_done_at(evidence, place)
        ):
            yield Failure("hedge", said, "The evidence says that this is to come, not that it has been done.")
            return


def _governed(reading: Reading, at: int) -> str:
    """The mood that a verb's own auxiliary or ending puts on it."""
    if is_future(reading.low(at), reading.language):
        return "planned"
    known = moods(reading.language)
    for back in range(at - 1, max(-1, at - 1 - _AUXILIARY), -1):
        word = reading.words[back]
        if word.low in known:
            return "" if known[word.low] == "unsure" else known[word.low]
        if word.telling or word.sort == "p":
            return ""
    return ""


def _is_likely(reading: Reading, at: int) -> bool:
    """*likely to rise*, *will probably rise*: said of the verb itself."""
    return any(reading.low(back) in _LIKELY for back in range(max(0, at - _AUXILIARY), at))


def _is_present(reading: Reading, at: int) -> bool:
    """Whether a verb of the present stands there, in English, and nothing is made of it: *welding begins*."""
    low, sentence = reading.low(at), reading.sentence_of(at)
    before = reading.words[at - 1] if at else None
    doubted = any(reading.low(place) in _IF for place in sentence)
    subject = before is not None and before.telling and not doubted
    return (reading.language or "en") == "en" and subject and low.endswith("s") and low[:-1] in _BARE_VERBS


def _is_deed(reading: Reading, at: int) -> bool:
    """Whether a verb in the past, or with its *has*, stands there."""
    if is_past(reading.low(at), reading.language) or (reading.low(at) in IRREGULAR and is_done_at(reading, at)):
        return reading.low(at - 1) not in {"be", "to", "a", "the"}
    return False


def _decided(case: Case) -> Iterator[Failure]:
    """*The council has decided*, where it has been asked to."""
    if (case.point.language or "en") != "en" or not any(word.low in _OPEN for word in case.evidence.words):
        return
    if any(word.low in _DECIDED for word in case.evidence.words):
        return
    for at, word in enumerate(case.point.words):
        if (
            word.low in _DECIDED
            and word.low.endswith("ed")
            and not case.same.get(word.stem)
            and at not in denials(case.point)
        ):
            yield Failure("hedge", word.text, f"The evidence does not say that anything is {word.text}.")
            return


def _already(case: Case) -> Iterator[Failure]:
    """*Already uses*, where the evidence has what would, or will."""
    if any(word.low in _DONE_BY_NOW for word in case.evidence.words):
        return
    at = next((at for at, word in enumerate(case.point.words) if word.low in _DONE_BY_NOW), None)
    if at is None:
        return
    theirs = scopes(case.evidence, nouns=True)
    near = [case.places[place] for place in case.point.sentence_of(at) if place in case.places]
    if any(theirs.get(place, set()) & {"planned", "possible"} for place in near):
        yield Failure("hedge", case.point.words[at].text, "The evidence says that this is to come, or may.")
