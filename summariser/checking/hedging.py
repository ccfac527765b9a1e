"""Whether what is possible, planned or doubtful in the evidence stays so in the point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.checking.moods import ADJECTIVES, auxiliaries, is_future, is_past, moods
from summariser.checking.negators import negators
from summariser.checking.saying import FACTS, HEARSAY
from summariser.checking.scopes import scopes
from summariser.checking.voices import segment
from summariser.lexicon.model import words
from summariser.stems import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from summariser.checking.case import Case
    from summariser.checking.moods import Mood
    from summariser.checking.reading import Reading
    from summariser.checking.voices import Voice

_AUXILIARY = 3
"""Words before a verb in which its auxiliary stands."""

_MOST = 0.6
"""Share of a clause's words that must come from what is hedged before it has to be hedged as well."""


def lost_hedges(case: Case) -> Iterator[Failure]:
    """What the point makes certain or done that the evidence does not."""
    if not case.foreign:
        ours = case.our_voices
        yield from _moods_lost(case, case.places, ours)
        yield from _verbs_raised(case)
        yield from _decided(case)


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
            and not _is_denied(case.point, at)
        ):
            yield Failure("hedge", word.text, f"The evidence does not say that anything is {word.text}.")
            return


def _is_denied(reading: Reading, at: int) -> bool:
    return any(at in negator.focus for negator in negators(reading))


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
        if (
            theirs == "planned"
            and not ours
            and not covered
            and not _goes_on(point, point.clause_of(at))
            and _is_deed(point, at)
            and not _is_done_at(evidence, place)
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


def _is_deed(reading: Reading, at: int) -> bool:
    """Whether a verb in the past, or with its *has*, stands there."""
    if is_past(reading.low(at), reading.language) or (reading.low(at) in IRREGULAR and _is_done_at(reading, at)):
        return reading.low(at - 1) not in {"be", "to", "a", "the"}
    return False


def _moods_lost(case: Case, places: Mapping[int, int], ours: Sequence[Voice]) -> Iterator[Failure]:
    point = case.point
    theirs, mine = scopes(case.evidence), scopes(point, nouns=True)
    marked = {
        at
        for at, word in enumerate(point.words)
        if word.low in moods(point.language) or is_future(word.low, point.language)
    }
    seen = set[int]()
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
        hearsay = any(point.low(place) in HEARSAY for place in sentence)
        told = (
            hearsay
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
            and not _goes_on(point, clause)
            and _is_done(point, clause)
            and _is_main(point, clause, case, places)
        ):
            yield Failure("hedge", said, "The evidence says that this is to come, not that it has been done.")
        else:
            yield from _adjective_lost(case, within, places, hedged)


def _goes_on(reading: Reading, clause: range) -> bool:
    """Whether a clause says that something stays as it is, or what is to be waited for: *remains*, *until it is*."""
    return any(reading.low(at) in _STAYING for at in clause) or reading.low(clause.start) in _ONCE


def _denies(point: Reading, clause: range) -> bool:
    """*has ruled out*: what is denied is still to come."""
    return any(negator.at in clause and negator.sort == "denying" for negator in negators(point))


def _is_main(point: Reading, clause: range, case: Case, places: Mapping[int, int]) -> bool:
    """Whether the deed that the clause has done is not one that the evidence has done as well."""
    done = [at for at in clause if _is_done_at(point, at) and at in places]
    if any("planned" not in scopes(case.evidence).get(places[at], ()) for at in done):
        return False
    return not any(
        _is_done_at(case.evidence, places[at]) and case.evidence.words[places[at]].stem == point.words[at].stem
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
    return _is_done(point, clause) or any(known.get(point.words[at].low) == "planned" for at in clause)


def _is_done(point: Reading, clause: range) -> bool:
    return any(_is_done_at(point, at) for at in clause)


def _is_done_at(reading: Reading, at: int) -> bool:
    """Whether a word says that something was done: *fitted*, *has vetoed*, *hat besucht*."""
    word = reading.words[at]
    english = (reading.language or "en") == "en"
    if word.low in auxiliaries(reading.language):
        ahead = [reading.low(place) for place in range(at + 1, min(at + 4, len(reading.words)))]
        if english:
            return any(is_past(low, "en") or low in IRREGULAR or low == "been" for low in ahead) and not _TO_COME & set(
                ahead
            )
        return not _TO_COME & set(ahead[:1])
    if english and word.low in IRREGULAR and not word.low.endswith("s"):
        return IRREGULAR[word.low] != word.low and word.low not in _NOUNS
    return is_past(word.low, reading.language) and reading.low(at - 1) not in {"be", "to", "been", "a", "the"}


_OPEN = words("plan plans proposal proposals propose proposes proposed considering consider bid draft motion")
_DECIDED = words("decided decide decides agreed agree approved approve adopted adopt passed voted ruled vote enacted")
_LIKELY = words("likely probably wahrscheinlich probablement probablemente probabilmente provavelmente waarschijnlijk")
_STAYING = words(
    "remain remains stay stays continue continues bleibt bleiben reste restent demeure permanece permanecen sigue",
    "siguen",
    "rimane rimangono resta restano continua continuam blijft blijven",
)
_ONCE = words("until unless once if bis sobald wenn falls si hasta até finché tot zodra als tenzij")
_TO_COME = frozenset(("to", "zu", "due", "expected", "set", "likely", "planned", "scheduled"))
_NOUNS = words(
    "men women people children feet better best worse worst dead death deaths growth height length",
    "depth width strength heat weight birth lives",
)
