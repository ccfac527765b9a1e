"""Whether what only somebody says in the evidence is said by somebody in the point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.checking.saying import ACCUSING, FACTS, HEARSAY, REACTIONS
from summariser.checking.scopes import scopes
from summariser.checking.voices import segment
from summariser.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading
    from summariser.checking.voices import Voice

_LEAST = 2
_FEWEST = 3
"""Words in common with what somebody says from which the point is taken to say it."""


def lost_voices(case: Case) -> Iterator[Failure]:
    """What the point makes a plain fact that somebody only says."""
    theirs = case.their_voices
    ours = case.our_voices
    if case.foreign:
        yield from _foreign(case, ours, theirs)
    else:
        yield from _voices_lost(case, case.places, ours, theirs)


_PART = 5
"""Letters a part of a compound has: *Minister* in *Verkehrsminister*."""


def _voices_lost(
    case: Case, places: Mapping[int, int], ours: Sequence[Voice], theirs: Sequence[Voice]
) -> Iterator[Failure]:
    """What only somebody says, told as a fact."""
    covered = {place for voice in ours for place in voice.covers} | hearsay(case.point)
    covered -= _asides(case.point, ours)
    doubted = {at for at, several in scopes(case.point, nouns=True).items() if several & {"unsure"}}
    for voice in theirs:
        if voice.strength != "source" and (
            voice.low in FACTS or (voice.low not in ACCUSING and not _asserts_something(voice))
        ):
            continue
        if case.evidence.low(voice.at + 1) == "of" or voice.who.lower().startswith("whom "):
            continue  # "the consultants who thought of it", "whom supporters call"
        if voice.low in ACCUSING and any(each.low in ACCUSING for each in ours):
            continue  # "were blamed by the water board"
        unsure = set[int]() if _is_doubted(case, voice) else doubted
        told = {at for at, place in places.items() if place in voice.covers}
        bare = {at for at in told if at not in covered and at not in unsure and not _is_marked(case.point, at, ours)}
        telling = sum(case.evidence.words[place].telling for place in voice.covers)
        if len(bare) < max(_LEAST, min(_FEWEST, telling)) or len(bare) * 2 < len(told) or _is_own(case, voice, bare):
            continue
        if len(bare) < _share(case, voice, bare):
            continue
        said = case.point.cut(min(bare), max(bare) + 1)
        who, verb = voice.who or "somebody", case.evidence.words[voice.at].text
        yield Failure("attribution", said, f"In the evidence {who} says so ({verb}); it is no plain fact.")
        return


def _is_doubted(case: Case, voice: Voice) -> bool:
    """Whether what is said is doubted already: *said the number was likely to rise* is no plain *likely to rise*."""
    scope = scopes(case.evidence, nouns=True)
    return any("unsure" in scope.get(place, ()) for place in voice.covers)


def _asserts_something(voice: Voice) -> bool:
    """Whether a verb of saying leads to a statement: *said*, not *welcomed*."""
    return voice.strength in ("strong", "participle") and voice.low not in REACTIONS


def _share(case: Case, voice: Voice, bare: set[int]) -> float:
    """How many words it takes: a third of those told, at least."""
    telling = sum(case.evidence.words[place].telling for place in voice.covers)
    del bare
    return telling / 3


def _is_marked(point: Reading, at: int, ours: Sequence[Voice]) -> bool:
    """Whether a word stands in a segment that somebody says, all of it."""
    return any(voice.at in segment(point, at) and voice.strength != "weak" for voice in ours) and at not in _asides(
        point, ours
    )


def _asides(point: Reading, ours: Sequence[Voice]) -> set[int]:
    """The words of relative clauses between a speaker and their verb: *Ashcombe, who paid no attention, replied*."""
    found = set[int]()
    relatives = lexicon(point.language).relatives
    for voice in ours:
        for at in range(voice.whose.stop, voice.at):
            if point.words[at].low in relatives and point.low(at - 1) == ",":
                found |= set(range(at, voice.at))
                break
    return found


def hearsay(point: Reading) -> set[int]:
    """The places of the segments that are told as heard: *according to*, *puts it down to*."""
    found = set[int]()
    for at, word in enumerate(point.words):
        put_down = word.low == "down" and point.low(at + 1) == "to"  # "put it down to a mistake"
        if word.low in HEARSAY or put_down:
            found |= set(segment(point, at))
    return found


def _is_own(case: Case, voice: Voice, bare: set[int]) -> bool:
    """Whether the point is about the speaker themselves: *Calder is to close its factory, the lens maker said.*."""
    start = min(segment(case.point, min(bare)))
    subject = {word.stem for word in case.point.words[start : min(bare) + 1] if word.telling} | {
        word.stem for word in case.point.words[start : start + 6] if word.telling
    }
    who = {word.stem for word in case.evidence.words[voice.whose.start : voice.whose.stop] if word.telling}
    if who & subject or any(one.endswith(two) for one in subject for two in who if len(two) >= _PART):
        return True
    pronoun = lexicon(case.evidence.language).pronouns
    names = {part for told in case.told for name in told.people for part in name.lower().split()}
    lows = {word.low for word in case.point.words[start : start + 6]}
    return voice.who.lower() in pronoun and bool(names & lows)


def _foreign(case: Case, ours: Sequence[Voice], theirs: Sequence[Voice]) -> Iterator[Failure]:
    """In another language: everything that the evidence has is said by somebody, and the point by nobody."""
    doubtful = any(at for at, several in scopes(case.point, nouns=True).items() if several & {"unsure", "possible"})
    first = {word.low for word in case.point.words[:5]}
    accusing = [voice for voice in theirs if voice.low in ACCUSING or voice.strength == "source"]
    if ours or doubtful or not accusing or hearsay(case.point):
        return
    for voice in accusing:
        who = {word.low for word in case.evidence.words[voice.whose.start : voice.whose.stop] if word.capital}
        people = {part for told in case.told for name in told.speakers for part in name.lower().split()}
        if not (who | people) & first:
            yield Failure(
                "attribution",
                case.point.text.strip()[:60],
                f"In the evidence {voice.who or 'somebody'} says so; it is no plain fact.",
            )
            return
