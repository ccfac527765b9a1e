"""Who won and who lost, however it is told: *beat*, *were beaten by*, *lost to*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.lexicon import lexicon
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading

_BEAT = words(
    "beat beats beating beaten defeat defeats defeated defeating overcame overcome thrashed edged hammered outplayed",
    "eliminated trounced",
)
_LOSE = words("lost lose loses losing")
_WIN = words("won win wins winning victory triumph")
BEATEN = _BEAT | _LOSE | _WIN
"""Words that say who won."""

_OVER = frozenset(("over", "against"))
_REACH = 8
"""Words on each side of such a verb among which the two stand."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The stems of the names of those who won and of those who lost."""

    winners: frozenset[str] = frozenset()
    losers: frozenset[str] = frozenset()


def wrong_outcomes(case: Case) -> Iterator[Failure]:
    """A winner of the point who lost in the evidence, or the other way round."""
    ours, theirs = outcome(case.point), outcome(case.evidence)
    for mine, yours, why in ((ours.winners, theirs.losers, "lost"), (ours.losers, theirs.winners, "won")):
        if mine & yours and not mine & (theirs.winners if why == "lost" else theirs.losers):
            said = next(word.text for word in case.point.words if word.stem in mine & yours)
            yield Failure("roles", said, f"In the evidence {said} {why}.")
            return


def agrees(case: Case) -> bool:
    """Whether both say who won or lost, and say the same."""
    ours, theirs = outcome(case.point), outcome(case.evidence)
    return bool(ours.winners & theirs.winners or ours.losers & theirs.losers) and not any(wrong_outcomes(case))


@lru_cache(maxsize=16)
def outcome(reading: Reading) -> Outcome:
    """Who won and who lost in a text of English; nobody in any other."""
    winners, losers = set[str](), set[str]()
    for at, word in enumerate(reading.words) if (reading.language or "en") == "en" else ():
        if word.low not in _BEAT | _LOSE | _WIN or word.capital:
            continue
        subject = _before(reading, at)
        if word.low in _BEAT:
            passive = _is_passive(reading, at)
            other = _behind(reading, at, frozenset(("by",)) if passive else frozenset())
            (losers if passive else winners).update(subject)
            (winners if passive else losers).update(other)
        elif word.low in _LOSE:
            other = _behind(reading, at, frozenset(("to", "against")))
            if other or _names(reading, at):
                losers.update(subject)
                winners.update(other)
        else:
            other = _behind(reading, at, _OVER)
            if other:
                winners.update(subject)
                losers.update(other)
    return Outcome(frozenset(winners - losers), frozenset(losers - winners))


def _is_passive(reading: Reading, at: int) -> bool:
    """*were beaten*, *, beaten by*."""
    lex = lexicon(reading.language)
    ahead = {reading.low(place) for place in range(max(0, at - 2), at)}
    behind = {reading.low(place) for place in range(at + 1, at + 5)}
    return bool(ahead & lex.passives) or (bool(behind & lex.agents) and reading.low(at) != "beat")


def _names(reading: Reading, at: int) -> bool:
    """Whether a score is told there: *lost 2-1*."""
    return any(reading.words[place].sort == "n" for place in range(at + 1, min(at + 3, len(reading.words))))


def _before(reading: Reading, at: int) -> set[str]:
    """The name before a verb, past what is set between commas."""
    sentence, place = reading.sentence_of(at), at - 1
    if place >= sentence.start and reading.words[place].low in lexicon(reading.language).passives:
        place -= 1
    if place >= sentence.start and reading.words[place].text == ",":
        opening = (back for back in range(place - 1, sentence.start, -1) if reading.words[back].text == ",")
        place = next(opening, place) - 1
    for back in range(place, max(sentence.start, place - _REACH) - 1, -1):
        if _is_name(reading, back):
            return _run(reading, back, -1)
    return set()


def _behind(reading: Reading, at: int, after: frozenset[str]) -> set[str]:
    """The name behind a verb, or behind the first of ``after``."""
    sentence = reading.sentence_of(at)
    due = not after
    for place in range(at + 1, min(sentence.stop, at + 1 + 2 * _REACH)):
        word = reading.words[place]
        if word.text in {",", ";"} and due:
            break
        if due and _is_name(reading, place):
            return _run(reading, place, 1)
        due = due or word.low in after
    return set()


def _run(reading: Reading, at: int, step: int) -> set[str]:
    found = set[str]()
    while 0 <= at < len(reading.words) and _is_name(reading, at):
        found.add(reading.words[at].stem)
        at += step
    return found


def _is_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.capital and word.telling
