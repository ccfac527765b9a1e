"""Who says what in a text: its verbs of saying, whose they are, and the words that they cover."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.attribution.subjects import subject
from summariser.attribution.verbs import clause_floor, sentence_floor, strength_at
from summariser.lexicon import lexicon
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.attribution.survey import Survey
    from summariser.attribution.tokens import Line
    from summariser.attribution.verbs import Strength
    from summariser.checking.reading import Reading

_FEW = 2
"""Words of sense behind a verb of saying up to which it closes its sentence: *…, the company said on Thursday.*"""


_MARKS = frozenset("”\"’'»“«")
_COMMAS = frozenset((",", "–", "—", "-", ""))
_PASSIVE = 5  # words before a passive: ", a jury was told"
_OPENING = frozenset("“\"‘'«»„")
_NEAR = 8  # words before a verb of saying in which a quotation that leads to it closes


@dataclass(frozen=True, slots=True)
class Voice:
    """A verb of saying at word ``at``; ``who`` are the words of whoever it says speaks, ``covers`` the places told."""

    at: int
    low: str
    strength: Strength
    who: str
    whose: range
    covers: frozenset[int]


def voices(reading: Reading, read: Survey, spans: Sequence[Span]) -> tuple[Voice, ...]:
    """Those of a reading that was cut from the text of ``read`` at ``spans``."""
    starts = [word.start for word in reading.words]
    found = list[Voice]()
    base = 0
    for span in spans:
        for line in read.scene.lines:
            if line.span.start >= span.end or line.span.end <= span.start:
                continue
            for low, strength, begin, who in cues(line):
                if span.start <= begin < span.end and (who or strength != "source"):
                    at = bisect_left(starts, begin - span.start + base)
                    first = (
                        bisect_left(starts, who.start - span.start + base) if who and who.start >= span.start else at
                    )
                    last = bisect_left(starts, who.end - span.start + base) if who and who.start >= span.start else at
                    if at < len(starts):
                        text = who.cut(line.text) if who else ""
                        found.append(
                            Voice(
                                at,
                                low,
                                strength,
                                text,
                                range(first, last),
                                _covers(reading, at, range(first, last), strength),
                            )
                        )
        base += span.end - span.start + 1
    return tuple(_until_next(reading, voice, found) for voice in found)


def _until_next(reading: Reading, voice: Voice, every: Sequence[Voice]) -> Voice:
    """A voice without what the next one says: *Faircloth said …, while Prewitt called it …*."""
    lex = lexicon(reading.language)
    joining = lex.conjunctions | lex.subordinators
    for other in every:
        lead = other.whose.start
        if lead > voice.at and len(other.whose) and reading.low(lead - 1) in joining and reading.low(lead - 2) == ",":
            covers = frozenset(place for place in voice.covers if place < lead)
            voice = replace(voice, covers=covers)
    return voice


@lru_cache(maxsize=4_096)
def cues(line: Line) -> tuple[tuple[str, Strength, int, Span | None], ...]:
    """The verbs of saying of a paragraph: the word, how plainly it says, where it begins, and whose it is."""
    return tuple(_cues(line))


def _cues(line: Line) -> Iterator[tuple[str, Strength, int, Span | None]]:
    for at, token in enumerate(line.tokens):
        strength = strength_at(line, at) if token.kind == "w" else None
        if strength is None:
            continue
        cue = subject(line, at, strength, clause_floor(line, at, sentence_floor(line, at)))
        who = Span(line.tokens[cue.subject.start].start, line.tokens[cue.subject.end - 1].end) if cue else None
        yield token.low, strength, token.start, who


def _covers(reading: Reading, at: int, whose: range, strength: Strength) -> frozenset[int]:
    """The words that a verb of saying tells: those behind it, or where it closes its sentence those before it."""
    sentence = _segment(reading, at)
    end = max(at + 1, whose.stop) if whose.start > at else at + 1
    behind = [place for place in sentence if place >= end]
    closing = any(reading.words[place].text in _MARKS for place in range(max(sentence.start, at - _NEAR), at))
    if closing and reading.words[sentence.start].text in _OPENING:
        return frozenset(place for place in sentence if place < at)
    telling = [place for place in behind if reading.words[place].telling or reading.words[place].sort == "n"]
    if strength == "source":
        return frozenset(place for place in sentence if place not in whose and place != at)
    lead = min(at, whose.start) if len(whose) else at
    apart = any(
        reading.low(place) in _COMMAS or reading.low(place) in _MARKS
        for place in range(lead - 1, lead - 2 if len(whose) else lead - _PASSIVE, -1)
    )
    if (
        len(telling) > _FEW
        or not apart
        or (at > 0 and not any(place < min(at, whose.start) and reading.words[place].telling for place in sentence))
    ):
        return frozenset(behind)
    first = min(at, whose.start) if len(whose) else at
    return frozenset(place for place in sentence if place < first)


def _segment(reading: Reading, at: int) -> range:
    """The sentence of a word, cut at its semicolons."""
    sentence = reading.sentence_of(at)
    start, stop = sentence.start, sentence.stop
    for place in sentence:
        if reading.words[place].text == ";":
            if place < at:
                start = place + 1
            elif place > at:
                stop = place
                break
    return range(start, stop)


def segment(reading: Reading, at: int) -> range:
    """The sentence of a word, cut at its semicolons."""
    return _segment(reading, at)
