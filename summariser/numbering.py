"""An article as a language model is shown it: numbered sentences and numbered quotations, and back again.

Beside it may stand other reports of the same story, whose sentences are numbered on from its own.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from summariser.attribution.survey import survey
from summariser.prompts.fencing import one_line
from summariser.sentences import sentences
from summariser.speakers import quotes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from summariser.attribution.survey import Survey
    from summariser.model import Article, Quote, Sentence, Span

ROOM = 24_000
"""Characters of sentences, or of quotations, that are shown at once; of a longer article parts are skimmed first."""

LONGEST_SENTENCE = 700
"""Characters of a sentence or a quotation that are shown. A longer one is a list or a table."""

MOST_BESIDE = 15
"""Sentences of each other report that are shown; what comes later is background."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Ground:
    """Stretches of one report, for a point to stand on."""

    article: Article
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another report of the story: its first sentences, the first of which has the number ``first``."""

    article: Article
    first: int
    split: tuple[Sentence, ...]

    def lines(self, only: Collection[int] | None = None) -> list[str]:
        """Its sentences, numbered; ``only`` those of these numbers, if that is not ``None``."""
        return _lines(self.article.text, self.split, self.first, only)


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article that was surveyed, its sentences and its quotations, each known by its place, counted from 1.

    ``others`` are other reports of its story; there is no choosing among their quotations.
    """

    read: Survey
    quotes: tuple[Quote, ...]
    others: tuple[Beside, ...] = ()

    @property
    def article(self) -> Article:
        """The article."""
        return self.read.article

    def known(self) -> list[str]:
        """What is known about it, a line each."""
        return _known(self.article)

    def sentences(self, only: Collection[int] | None = None) -> list[str]:
        """The sentences in order, numbered; ``only`` those of these numbers, if that is not ``None``."""
        return _lines(self.article.text, self.read.sentences, 1, only)

    def beside(self) -> list[str]:
        """The other reports, each below what is known about it."""
        return [
            line
            for number, each in enumerate(self.others, 2)
            for line in ("", f"REPORT {number}", *_known(each.article), "", *each.lines())
        ]

    def lines(self, only: Collection[int]) -> list[str]:
        """Sentences of all reports, those of these numbers."""
        return [*self.sentences(only), *(line for each in self.others for line in each.lines(only))]

    def quotations(self, near: Collection[int] | None = None) -> list[str]:
        """The quotations, numbered, with whoever is sure to have said them.

        Of those that begin ``near`` these sentences, in one of them or next to it, if that is not ``None``.
        """
        wanted = None if near is None else {beside for each in near for beside in (each - 1, each, each + 1)}
        return [
            f"Q{number} “{_cut(quote.text)}”{self._credit(quote)}"
            for number, quote in enumerate(self.quotes, 1)
            if wanted is None or self._place(quote) in wanted
        ]

    def spans(self, numbers: Iterable[int]) -> tuple[Span, ...]:
        """Where the sentences of these numbers stand; a number that no sentence has stands nowhere."""
        split = self.read.sentences
        return tuple(split[number - 1].span for number in dict.fromkeys(numbers) if 0 < number <= len(split))

    def grounds(self, numbers: Iterable[int]) -> tuple[Ground, ...]:
        """Where they stand, report by report, the article first."""
        wanted = dict.fromkeys(numbers)
        found = [Ground(self.article, self.spans(wanted))]
        for each in self.others:
            places = [number - each.first for number in wanted]
            spans = (each.split[place].span for place in places if 0 <= place < len(each.split))
            found.append(Ground(each.article, tuple(spans)))
        return tuple(each for each in found if each.spans)

    def quoted(self, numbers: Iterable[int]) -> tuple[Quote, ...]:
        """The quotations of these numbers; a number that none has is left out."""
        return tuple(self.quotes[number - 1] for number in dict.fromkeys(numbers) if 0 < number <= len(self.quotes))

    def _place(self, quote: Quote) -> int:
        """The number of the sentence that a quotation begins in."""
        return bisect_right(self.read.sentences, quote.spans[0].start, key=lambda each: each.span.start)

    def _credit(self, quote: Quote) -> str:
        return f" — {one_line(quote.speaker.name)}" if quote.credited and quote.speaker else ""


def numbered(article: Article, others: Sequence[Article] = ()) -> Numbered:
    """Read ``article``, in time linear in its length; quotations that are never closed have no number.

    ``others`` are other reports of its story, whose first sentences are numbered as well.
    """
    read = survey(article)
    beside, first = list[Beside](), len(read.sentences) + 1
    for other in others:
        split = sentences(other.text, other.language)[:MOST_BESIDE]
        beside.append(Beside(other, first, tuple(split)))
        first += len(split)
    return Numbered(read, quotes_of(read), tuple(beside))


def _known(article: Article) -> list[str]:
    day = article.published
    known = {
        "TITLE": article.title,
        "SITE": article.site,
        "PUBLISHED": f"{WEEKDAYS[day.weekday()]} {day.isoformat()[:10]}" if day else None,
    }
    return [f"{name}: {_cut(value)}" for name, value in known.items() if value]


def fitting(lines: Sequence[str]) -> list[str]:
    """The first of the lines, as many as there is room for."""
    return [line for line, length in zip(lines, accumulate(map(len, lines)), strict=True) if length <= ROOM]


def _lines(text: str, split: Sequence[Sentence], first: int, only: Collection[int] | None) -> list[str]:
    chosen = None if only is None else {*only}
    return [
        f"[{number}] {_cut(each.span.cut(text))}"
        for number, each in enumerate(split, first)
        if chosen is None or number in chosen
    ]


def _cut(text: str) -> str:
    return one_line(text[:LONGEST_SENTENCE])
