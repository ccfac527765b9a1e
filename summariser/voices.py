"""Whether whoever is asked to have said something speaks in a sentence, and how surely it is they."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.asked_words import held
from summariser.known_as import known_as
from summariser.spelling import spelt
from summariser.stems import stem, stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.questions import Question
    from summariser.testimony import Testimony

SPOKEN_OF = 0.8
"""How much of somebody's voice is in a sentence that speaks of them, where no sentence is known to be theirs."""

HEAD = 2.0
"""How often the head of a description counts: who is no spokesman is not the ministry's spokesman."""

THEIRS = 0.9
"""How much of whoever is asked to have spoken is in a sentence that counts as theirs. Set by hand on *everyday*,
*first* and *fourth*."""

HALF = 0.5

_LED_ON = re.compile(r"\A\s+(?:of|who|whose|that|from|for|in|at|von|de|du|del|di|do|da|van)\b", re.IGNORECASE)


def voices(question: Question, told: Sequence[Testimony]) -> list[float]:
    """How much of whoever is asked to have said it is among those who say something in each sentence, from 0 to 1."""
    asked = spelt(question.voice, told)
    if not asked:  # nobody's, or that of a small word spelt wrong: what did *thay* say?
        return [1.0] * len(told)
    rows = {word: [held(_stem(word, each), each.voices, each.article.language) for each in told] for word in asked}
    heard = {word: row for word, row in rows.items() if max(row) or _is_known(word, told)}
    theirs = _weighed(heard or rows, question.text, len(told))
    if names := [{*stems(name, told[0].article.language)} for name in known_as(asked, told)]:
        theirs = [
            1.0 if any(name <= each.voices for name in names) else voice
            for each, voice in zip(told, theirs, strict=True)
        ]
    if max(theirs) >= HALF:
        return theirs
    spoken_of = {word: [held(_stem(word, each), each.meant | {*each.stems}, None) for each in told] for word in asked}
    return [
        SPOKEN_OF * (1.0 if each.voices else HALF) * share
        for each, share in zip(told, _weighed(spoken_of, question.text, len(told)), strict=True)
    ]


def _weighed(rows: Mapping[str, Sequence[float]], text: str, count: int) -> list[float]:
    """How much each sentence has of some words, of which the head counts double: a *spokesman* of the ministry's."""
    head = next((word for word in rows if _LED_ON.search(text[text.find(word) + len(word) :])), [*rows][-1])
    weights = {word: HEAD if word == head else 1.0 for word in rows}
    total = sum(weights.values())
    return [sum(weights[word] * row[number] for word, row in rows.items()) / total for number in range(count)]


def _is_known(word: str, told: Sequence[Testimony]) -> bool:
    return any(_stem(word, each) in each.stems for each in told)


def _stem(word: str, told: Testimony) -> str:
    return stem(word, told.article.language)
