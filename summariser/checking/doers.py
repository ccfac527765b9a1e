"""Who did what to whom: two that a verb stands between, each in the other's place."""

from __future__ import annotations

from collections import Counter
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

_INVERTING = frozenset(("es", "fr", "it", "pt"))
"""Those in which it does so in relative clauses."""

_ASKED_FOR = frozenset(("for", "about", "of"))
_BOTH = 2  # one in each text
_NEAR = 4  # places from a verb to whoever does it
_REACH = 6
"""Names on each side of a verb that may be its doer and whom it is done to."""


def wrong_doers(case: Case) -> Iterator[Failure]:
    """Verbs that the point turns round, and those that it gives to a man where the evidence has a woman."""
    if case.foreign or case.point.language in _FREE:
        return
    for at, place in (*case.places.items(), *_told(case)):
        if case.point.words[at].capital or case.evidence.words[place].capital or case.point.words[at].sort != "w":
            continue
        if _are_turned(case, at, place) or _heads_are_turned(case, at, place) or _is_told(case, at, place):
            said = case.point.cut(max(0, at - 2), at + 3)
            yield Failure("roles", said, f"The evidence has it the other way round: {_around(case.evidence, place)}.")
            return
        ours, theirs = _pronoun(case.point, at), _pronoun(case.evidence, place)
        if ours and theirs and ours != theirs:
            said = case.point.cut(at - 1, at + 1)
            yield Failure("roles", said, f"The evidence says {_around(case.evidence, place)}.")
            return


def _told(case: Case) -> Iterator[tuple[int, int]]:
    """The verbs of saying that both have once, which are too small to be counterparts: *said*, *told*."""
    cues = lexicon(case.point.language).cues
    theirs = {word.low: place for place, word in enumerate(case.evidence.words) if word.small and word.low in cues}
    once = Counter(word.low for word in (*case.point.words, *case.evidence.words))
    for at, word in enumerate(case.point.words):
        if word.small and word.low in theirs and once[word.low] == _BOTH:
            yield at, theirs[word.low]


def _are_turned(case: Case, at: int, place: int) -> bool:
    """Whether one name is on the other side of the verb, and another on this."""
    cues = lexicon(case.point.language).cues
    verbs = _is_verb(case.point, at) and _is_verb(case.evidence, place)
    follows = case.point.words[max(0, at - 1)].telling and case.evidence.words[max(0, place - 1)].telling
    if not verbs and not (follows and case.point.words[at].low in cues):
        return False
    ours, theirs = _sides(case.point, at), _sides(case.evidence, place)
    doer = (ours[0] - ours[1]) & (theirs[1] - theirs[0])
    return bool(doer and (ours[1] - ours[0]) & (theirs[0] - theirs[1]))


def _heads_are_turned(case: Case, at: int, place: int) -> bool:
    """*Supply exceeds demand*, *demand exceeds supply*: whatever stands right before the verb and right behind it."""
    if case.point.words[at].stem != case.evidence.words[place].stem:
        return False
    ours, theirs = _heads(case.point, at), _heads(case.evidence, place)
    return ours is not None and theirs is not None and ours == theirs[::-1] and ours[0] != ours[1]


def _is_told(case: Case, at: int, place: int) -> bool:
    """*Haas was questioned about the haste*, where Haas questioned it: who speaks is spoken to."""
    word, other, cues = case.point.words[at], case.evidence.words[place], lexicon(case.point.language).cues
    if word.stem != other.stem or not {word.low, other.low} <= cues or _is_passive(case.point, at):
        return False
    ours, theirs = _spoken_to(case.point, at), _spoken_to(case.evidence, place)
    acts = case.evidence.low(place + 1) in lexicon(case.evidence.language).determiners | _ASKED_FOR
    return ours and not theirs and acts and _subject(case.point, at) == _subject(case.evidence, place) is not None


def _spoken_to(reading: Reading, at: int) -> bool:
    passives = lexicon(reading.language).passives
    return any(reading.low(place) in passives for place in range(max(0, at - 2), at))


def _subject(reading: Reading, at: int) -> str | None:
    """The stem of the nearest word of sense before a verb."""
    before = (reading.words[place] for place in range(at - 1, max(-1, at - 1 - _NEAR), -1))
    return next((word.stem for word in before if word.telling), None)


def _heads(reading: Reading, at: int) -> tuple[str, str] | None:
    lex = lexicon(reading.language)
    if reading.low(at - 1) in lex.relatives and reading.language in _INVERTING:
        return None  # "as pontes de que fala a ministra"
    if reading.low(at - 1) in lex.determiners or reading.low(at + 1) == "of":
        return None  # "the protection of birds", a noun
    before, behind = _next(reading, at, -1), _next(reading, at, 1)
    passive = _is_passive(reading, at)
    if before is None or behind is None or (not passive and reading.low(at + 1) in lex.agents):
        return None  # "tools used by people": "rose by a fifth" looks the same
    return (behind, before) if passive else (before, behind)


def _next(reading: Reading, at: int, step: int) -> str | None:
    """The stem of the nearest word of sense on a side, if no comma and no *and* stands between."""
    lex = lexicon(reading.language)
    place = at + step
    while 0 <= place < len(reading.words) and abs(place - at) <= _NEAR:
        word = reading.words[place]
        if word.sort != "w" or word.low in lex.conjunctions or word.sentence != reading.words[at].sentence:
            return None
        if word.telling:
            return word.stem
        place += step
    return None


def _is_verb(reading: Reading, at: int) -> bool:
    word, lex = reading.words[at], lexicon(reading.language)
    past = is_past(word.low, reading.language) or reading.low(at - 1) in auxiliaries(reading.language)
    if past or _pronoun(reading, at) or (word.low in IRREGULAR and not word.low.endswith("s")):
        return True
    if not 0 < at < len(reading.words) - 1 or reading.low(at - 1) in lex.determiners:
        return False
    before, after = reading.words[at - 1], reading.words[at + 1]
    return before.capital and (after.capital or after.low in lex.determiners)  # "Rovers beat Town"


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
    ahead, after = frozenset(before), frozenset(behind)
    passive = _is_passive(reading, at) or reading.low(at + 1) == "by"  # "the last person paid by the city"
    return (after, ahead) if passive else (ahead, after)


def _is_passive(reading: Reading, at: int) -> bool:
    """*was sued by*."""
    lex = lexicon(reading.language)
    agent = any(reading.low(place) in lex.agents for place in range(at + 1, at + 5))
    return agent and any(reading.low(place) in lex.passives for place in range(max(0, at - 4), at))


def _is_name(reading: Reading, at: int) -> bool:
    word, language = reading.words[at], reading.language
    if not (word.capital and word.telling) or word.low in months(language) or word.low in weekdays(language):
        return False
    if not word.first:
        return True
    after = reading.words[at + 1] if at + 1 < len(reading.words) else None
    again = sum(other.low == word.low and other.capital for other in reading.words) > 1
    follows = after is not None and (after.capital or after.low in lexicon(language).auxiliaries)
    return again or follows or (after is not None and _is_verb(reading, at + 1))


def _pronoun(reading: Reading, at: int) -> str:
    """The gender of the *he* or *she* right before a verb."""
    gender = lexicon(reading.language).pronouns.get(reading.low(at - 1))
    return gender if gender in ("f", "m") else ""
