"""Paragraphs that speak to the reader in a story that otherwise doesn't.

``cleaning.appeals`` knows how appeals are worded. This rule knows only that a news story, outside its quotations,
hardly ever says "we" or "you" and gives no orders: a paragraph that does, about a subject that pages have and stories
seldom, is the page's. Where the story itself speaks that way (a column, an interview, a letter) it keeps out of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.cleaning import solicitations as words
from summariser.cleaning.quoting import blanked, is_spoken
from summariser.cleaning.signals import reports
from summariser.cleaning.voice import Patterns, Voice, may_speak, voice, voice_of
from summariser.language import detect
from summariser.model import Span
from summariser.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MOST_SPEAKING = 0.04
"""Share of the story's own sentences that may say "we" or "you" before it counts as one that speaks that way."""

FEWEST_SENTENCES = 4
"""Sentences of story there must be to compare with."""

LONGEST_EDGE = 2
"""Sentences at the ends of an aside that may address nobody, if they are about its subject."""

SHORTEST = 2
"""Words of a greeting: "Hi!", "Last chance!"."""

LONGEST = 1500
"""Characters: a longer line is no aside."""

_BOTH = Voice.SELF | Voice.YOU
_STOP = re.compile(r"[.!?](?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: how many sentences it has, how many of them speak, and what of it would go."""

    sentences: int
    speaking: int
    aside: Span | None = None


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    voice: Voice
    wants: frozenset[str]
    subjects: frozenset[str]
    light: bool
    reported: bool


def asides(text: str, lines: Sequence[Span], taken: Collection[int]) -> list[Span]:
    """The lines, or their beginnings and ends, that speak to the reader, if the story around them doesn't."""
    language = detect(text)
    patterns = voice_of(language)
    read = [
        _read(line.cut(text), line.start, language, patterns)
        for number, line in enumerate(lines)
        if number not in taken
    ]
    total = sum(line.sentences for line in read)
    speaking = sum(line.speaking for line in read)
    if total < FEWEST_SENTENCES or speaking > MOST_SPEAKING * total:
        return []
    return [line.aside for line in read if line.aside]


def _read(whole: str, at: int, language: str | None, patterns: Patterns) -> _Line:
    """How a line speaks; the sentences that would go are not counted."""
    if not may_speak(whole, language):
        return _Line(len(_STOP.findall(whole)) or 1, 0)
    plain, speech = blanked(whole)
    if not voice(plain, patterns[:2]) and not voice(plain[:200], patterns[2:]):
        return _Line(len(_STOP.findall(plain)) or 1, 0)
    units = [_sentence(plain, each.span, patterns, spoken=is_spoken(speech, each.span)) for each in sentences(whole)]
    rest = units
    aside = None
    for start, end in _stretches(units):
        if _is_aside(units[start:end], whole=end - start == len(units)):
            aside = Span(at + units[start].span.start, at + units[end - 1].span.end)
            rest = units[:start] + units[end:]
            break
    return _Line(len(rest), sum(1 for unit in rest if unit.voice & (Voice.SELF | Voice.YOU)), aside)


def _sentence(plain: str, span: Span, patterns: Patterns, *, spoken: bool) -> _Sentence:
    sentence = span.cut(plain)
    low = sentence.lower().replace("’", "'").strip()
    return _Sentence(
        span,
        voice(sentence, patterns) | (Voice.YOU if low.endswith("?") else Voice.NONE),
        wants=frozenset(words.WANTED.findall(low)),
        subjects=frozenset(words.SUBJECT.findall(low)),
        light=bool(words.EASE.search(low)) or len(low.split()) <= SHORTEST,
        reported=spoken or reports(low),
    )


def _stretches(units: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """The whole line, then what speaks at its beginning, then what does at its end."""
    count = len(units)
    head = next((n for n, unit in enumerate(units) if not _speaks(unit)), count)
    tail = next((n for n in range(count, 0, -1) if not _speaks(units[n - 1])), 0)
    return [each for each in ((0, count), (0, head), (tail, count)) if each[0] < each[1]]


def _speaks(unit: _Sentence) -> bool:
    return bool(unit.voice or unit.light) and not unit.reported


def _is_aside(units: Sequence[_Sentence], *, whole: bool) -> bool:
    if any(unit.reported for unit in units) or units[-1].span.end - units[0].span.start > LONGEST:
        return False
    if not _edged(units) or sum(1 for unit in units if not unit.voice) > max(1, len(units) // 2):
        return False
    spoken = Voice.NONE
    for unit in units:
        spoken |= unit.voice
    wants = len({want for unit in units for want in unit.wants})
    subjects = wants + len({subject for unit in units for subject in unit.subjects})
    if spoken == Voice.ORDER:
        return wants > 0 and subjects > 1
    if spoken & Voice.ORDER:
        return subjects > 1 or (subjects > 0 and whole)
    return wants > 0 and subjects > 1 and (spoken == _BOTH or (whole and bool(spoken & Voice.YOU)))


def _edged(units: Sequence[_Sentence]) -> bool:
    """Whether it begins and ends with words to the reader, but for a sentence of its subject at either end."""
    first = next(n for n, unit in enumerate([*units, units[0]]) if unit.voice or n == len(units))
    last = next(n for n, unit in enumerate([*reversed(units), units[0]]) if unit.voice or n == len(units))
    edges = [*units[:first], *units[len(units) - last :]]
    return len(edges) <= LONGEST_EDGE and all(unit.wants or unit.subjects or unit.light for unit in edges)
