"""Whether what is possible, planned or doubtful in the evidence stays so in the point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.done import goes_on, is_done_at
from summariser.checking.failure import Failure
from summariser.checking.moods import ADJECTIVES, is_future, moods
from summariser.checking.negators import negators
from summariser.checking.plain_facts import hearsay
from summariser.checking.raised import raised
from summariser.checking.saying import FACTS
from summariser.checking.scopes import scopes
from summariser.checking.voices import segment

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from summariser.checking.case import Case
    from summariser.checking.moods import Mood
    from summariser.checking.reading import Reading
    from summariser.checking.voices import Voice

_MOST = 0.6
"""Share of a clause's words that must come from what is hedged before it has to be hedged as well."""


def lost_hedges(case: Case) -> Iterator[Failure]:
    """What the point makes certain or done that the evidence does not."""
    if not case.foreign:
        ours = case.our_voices
        yield from _moods_lost(case, case.places, ours)
        yield from raised(case)


def _moods_lost(case: Case, places: Mapping[int, int], ours: Sequence[Voice]) -> Iterator[Failure]:
    point = case.point
    theirs, mine = scopes(case.evidence), scopes(point, nouns=True)
    marked = {
        at
        for at, word in enumerate(point.words)
        if word.low in moods(point.language) or is_future(word.low, point.language)
    }
    seen, heard = set[int](), hearsay(point)
    for at in places:
        clause = point.clause_of(at)
        if clause.start in seen:
            continue
        seen.add(clause.start)
        within = [place for place in clause if place in places]
        if len(within) < 2 and not any(theirs.get(places[place]) for place in within):  # noqa: PLR2004 - a clause worth the name
            continue
        share: dict[Mood, float] = {
            mood: sum(mood in theirs.get(places[place], ()) for place in within) / len(within)
            for mood in ("planned", "possible", "unsure")
        }
        covered = {mood for place in clause for mood in mine.get(place, ())}
        sentence = segment(point, at)
        hedged = covered | (
            {mood for place in sentence if place in marked for mood in mine.get(place, ())} - {"planned"}
        )
        told = (
            clause.start in heard
            or _denies(point, clause)
            or any(within and within[0] in voice.covers and voice.low not in FACTS for voice in ours)
        )
        said = point.cut(clause.start, clause.stop).strip(" ,;.")
        if share["unsure"] >= _MOST and not hedged and not told:
            yield Failure("hedge", said, "The evidence does not say that this is certain.")
        elif (
            share["possible"] >= _MOST
            and "possible" not in hedged
            and "unsure" not in hedged
            and _asserts(point, clause)
        ):
            yield Failure("hedge", said, "The evidence says only that this is possible.")
        elif (
            share["planned"] >= _MOST
            and not covered & {"planned", "possible"}
            and not _denies(point, clause)
            and not goes_on(point, clause)
            and _has_done(point, clause)
            and _is_main(point, clause, case, places)
        ):
            yield Failure("hedge", said, "The evidence says that this is to come, not that it has been done.")
        else:
            yield from _adjective_lost(case, within, places, hedged)


def _denies(point: Reading, clause: range) -> bool:
    """*has ruled out*: what is denied is still to come."""
    return any(negator.at in clause and negator.sort != "plain" for negator in negators(point))


def _is_main(point: Reading, clause: range, case: Case, places: Mapping[int, int]) -> bool:
    """Whether the deed that the clause has done is not one that the evidence has done as well."""
    done = [at for at in clause if is_done_at(point, at) and at in places]
    if any("planned" not in scopes(case.evidence).get(places[at], ()) for at in done):
        return False
    return not any(
        is_done_at(case.evidence, places[at]) and case.evidence.words[places[at]].stem == point.words[at].stem
        for at in done
    )


def _adjective_lost(
    case: Case, within: Sequence[int], places: Mapping[int, int], hedged: Container[str]
) -> Iterator[Failure]:
    for at in within:
        before = places[at] - 1
        if case.evidence.low(before) in ADJECTIVES and "unsure" not in hedged:
            said = case.point.words[at].text
            yield Failure("hedge", said, f"The evidence says {case.evidence.cut(before, before + 2)}.")


def _asserts(point: Reading, clause: range) -> bool:
    """Whether a clause says that something is done or will be."""
    known = moods(point.language)
    return _has_done(point, clause) or any(known.get(point.words[at].low) == "planned" for at in clause)


def _has_done(point: Reading, clause: range) -> bool:
    return any(is_done_at(point, at) for at in clause)
