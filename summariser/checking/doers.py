"""Who did what to whom: two that a verb stands between, each in the other's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.days import months, weekdays
from summariser.checking.failure import Failure
from summariser.checking.moods import auxiliaries, is_past
from summariser.lexicon import lexicon
from summariser.stems import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading

_FREE = frozenset(("de", "nl"))
"""Languages in which the doer may stand behind the verb in any sentence."""

_REACH = 6
"""Names on each side of a verb that may be its doer and whom it is done to."""


def wrong_doers(case: Case) -> Iterator[Failure]:
    """Verbs that the point turns round, and those that it gives to a man where the evidence has a woman."""
    if case.foreign or case.point.language in _FREE:
        return
    for at, place in case.places.items():
        word = case.point.words[at]
        if word.sort != "w" or word.capital or case.evidence.words[place].capital:
            continue
        if not _is_verb(case.point, at) or not _is_verb(case.evidence, place):
            continue
        ours, theirs = _sides(case.point, at), _sides(case.evidence, place)
        doer = (ours[0] - ours[1]) & (theirs[1] - theirs[0])
        done_to = (ours[1] - ours[0]) & (theirs[0] - theirs[1])
        if doer and done_to:
            yield Failure(
                "roles",
                case.point.cut(max(0, at - 2), at + 3),
                f"The evidence has it the other way round: {_around(case.evidence, place)}.",
            )
            return
        if (
            _pronoun(case.point, at)
            and _pronoun(case.evidence, place)
            and _pronoun(case.point, at) != _pronoun(case.evidence, place)
        ):
            yield Failure(
                "roles", case.point.cut(at - 1, at + 1), f"The evidence says {_around(case.evidence, place)}."
            )
            return


def _is_verb(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    past = is_past(word.low, reading.language) or reading.low(at - 1) in auxiliaries(reading.language)
    return past or bool(_pronoun(reading, at)) or (word.low in IRREGULAR and not word.low.endswith("s"))


def _around(reading: Reading, at: int) -> str:
    return reading.cut(max(0, at - 4), min(len(reading.words), at + 5))


def _sides(reading: Reading, at: int) -> tuple[frozenset[str], frozenset[str]]:
    """The names before a word and behind it in its sentence; turned round in a passive."""
    sentence = reading.sentence_of(at)
    before, behind = list[str](), list[str]()
    for place in range(at - 1, sentence.start - 1, -1):
        if _is_name(reading, place) and len(before) < _REACH:
            before.append(reading.words[place].stem)
    for place in range(at + 1, sentence.stop):
        if _is_name(reading, place) and len(behind) < _REACH:
            behind.append(reading.words[place].stem)
    lex = lexicon(reading.language)
    agent = any(reading.words[place].low in lex.agents for place in range(at + 1, min(at + 5, sentence.stop)))
    passive = agent and any(reading.low(place) in lex.passives for place in range(max(0, at - 4), at))
    return (frozenset(behind), frozenset(before)) if passive else (frozenset(before), frozenset(behind))


def _is_name(reading: Reading, at: int) -> bool:
    word, language = reading.words[at], reading.language
    return (
        word.capital
        and word.telling
        and not word.first
        and word.low not in months(language)
        and word.low not in weekdays(language)
    )


def _pronoun(reading: Reading, at: int) -> str:
    """The gender of the *he* or *she* right before a verb."""
    gender = lexicon(reading.language).pronouns.get(reading.low(at - 1))
    return gender if gender in ("f", "m") else ""
