"""What the cross-encoder learns by: questions, and what it is shown of each article to choose from.

The questions are in seeds/questions/learning. The *twins* (seeds/questions/twins) are about the same articles:
two questions that look alike, of which one is answered and the other isn't, though a sentence looks as if it did.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summariser.model import Article, Span
from summariser.questions import read_question
from summariser.relevance import Measures, measured
from summariser.reranking import paired
from summariser.testimony import testimonies
from tests.evaluation.answers import SEEDS
from tests.evaluation.crossencoder.answer_words import answer_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from random import Random

    from summariser.crossencoder.tokens import Pair
    from summariser.testimony import Testimony

LEARNING = SEEDS / "questions" / "learning"
TWINS = SEEDS / "questions" / "twins"
HELD_OUT = ("disasters.jsonl", "long_mixed.jsonl", "mixed.jsonl", "towns.jsonl")
"""Files that nothing is learnt from: by them the reading is weighed against the words (`summariser.answerability`)."""

NOTHING = Measures(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""What sentences have of a question without words."""

MOST_RIGHT, LIKELIEST = 2, 8
"""Sentences that answer which are read of one question; and how many of the others are its likeliest."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, what is read of each sentence, those that answer, and all others, the likeliest first."""

    question: str
    read: tuple[Pair, ...]
    right: tuple[int, ...]
    wrong: tuple[int, ...]
    article: str
    words: Mapping[int, tuple[int, int]]
    """Of those that answer, the first and the last token of the answer, where that is known."""

    near: tuple[int, ...] = ()
    """Those that look as if they answered."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """An article of the files, as read by us, and where each sentence of the file stands in it."""

    ident: str
    told: Sequence[Testimony]
    places: Sequence[Span]

    def lesson(self, asked: Mapping[str, Any], near: Sequence[int] = ()) -> Lesson:
        """What is learnt by a question; ``near`` are sentences that look as if they answered."""
        question, told = asked["q"], self.told
        right = self._ours(asked["s"])
        wanted = read_question(question, "en")
        measures = measured(wanted, told) or [NOTHING] * len(told)
        wrong = sorted({*range(len(told))} - {*right}, key=lambda number: -measures[number].score)
        read = tuple(paired(wanted, told, number, each) for number, each in enumerate(measures))
        words = {at: found for at in right if (found := answer_words(asked.get("a") or "", told[at].text))}
        looking = tuple(number for number in self._ours(near) if number not in right)
        return Lesson(question, read, right, tuple(wrong), self.ident, words, looking)

    def _ours(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """Which of our sentences those of the file are; the two may be cut differently."""
        wanted = [self.places[number] for number in numbers]
        return tuple(
            number for number, each in enumerate(self.told)
            if any(each.span.start < place.end and place.start < each.span.end for place in wanted)
        )  # fmt: skip


def lessons(path: Path, chance: Random) -> Iterator[Lesson]:
    """Those of a file of articles and their questions."""
    for row in _rows(path):
        printed = _printed(row, chance)
        for asked in row["questions"]:
            yield printed.lesson(asked)


def twins(articles: Iterable[Path], chance: Random) -> Iterator[tuple[Lesson, Lesson]]:
    """The twins of the articles in those files: what is answered, and what only looks like it."""
    asked = defaultdict[str, list[Any]](list)
    for path in sorted(TWINS.glob("*.jsonl")):
        for row in _rows(path):
            asked[row["id"]] += row["twins"]
    for path in articles:
        for row in _rows(path):
            printed = _printed(row, chance)
            for twin in asked[row["id"]]:
                looks = {"q": twin["not"]["q"], "s": []}
                yield printed.lesson(twin["told"]), printed.lesson(looks, [twin["not"]["near"]])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text().splitlines())


def _printed(row: Mapping[str, Any], chance: Random) -> _Printed:
    """An article in paragraphs of one or two sentences, as newspapers print them."""
    text, places = "", list[Span]()
    for sentence in row["sentences"]:
        text += chance.choice((" ", "\n\n", "\n\n")) if text else ""
        places.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return _Printed(row["id"], testimonies(Article(text, language="en")), places)


def chosen(lesson: Lesson, most: int, chance: Random) -> tuple[list[int], list[int]]:
    """One or two sentences that answer, and so many that don't: those that look like it, half of the rest likely."""
    right = chance.sample(lesson.right, min(MOST_RIGHT, len(lesson.right)))
    most += not right
    wrong = chance.sample(lesson.near, min(most, len(lesson.near)))
    likely = [number for number in lesson.wrong[:LIKELIEST] if number not in wrong]
    wrong += chance.sample(likely, min((most - len(wrong) + 1) // 2, len(likely)))
    others = [number for number in lesson.wrong if number not in wrong]
    return right, wrong + chance.sample(others, min(most - len(wrong), len(others)))


def elsewhere(lesson: Lesson, other: Lesson) -> Lesson:
    """A question put to another article, which doesn't answer it."""
    read = tuple(each._replace(first=lesson.question) for each in other.read)
    return Lesson(lesson.question, read, (), tuple(range(len(read))), other.article, {})
