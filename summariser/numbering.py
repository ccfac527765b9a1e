"""An article as a language model is shown it: numbered sentences and numbered quotations, and back again.

Beside it may stand other reports of the same story, whose sentences are numbered on from its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.attribution.survey import survey
from summariser.prompts.fencing import one_line
from summariser.sentences import sentences
from summariser.speakers import quotes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.attribution.survey import Survey
    from summariser.model import Article, Quote, Sentence, Span

LONGEST_SENTENCE = 700
"""Characters of a sentence that are shown. A longer one is a list or a table."""

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

    def lines(self, only: Sequence[int] = ()) -> list[str]:
        """Its sentences, numbered; ``only`` those of these numbers."""
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

    def sentences(self, only: Sequence[int] = ()) -> list[str]:
        """The sentences, numbered; ``only`` those of these numbers, in the order of the article."""
        return _lines(self.article.text, self.read.sentences, 1, only)

    def beside(self) -> list[str]:
        """The other reports, each below what is known about it."""
        return [
            line
            for number, each in enumerate(self.others, 2)
            for line in ("", f"REPORT {number}", *_known(each.article), "", *each.lines())
        ]

    def lines(self, only: Sequence[int]) -> list[str]:
        """Sentences of all reports, those of these numbers."""
        return [*self.sentences(only), *(line for each in self.others for line in each.lines(only))]

    def quotations(self) -> list[str]:
        """The quotations, numbered, with whoever is sure to have said them."""
        return [
            f"Q{number} “{one_line(quote.text)}”{self._credit(quote)}" for number, quote in enumerate(self.quotes, 1)
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
    return [f"{name}: {one_line(value)}" for name, value in known.items() if value]


def _lines(text: str, split: Sequence[Sentence], first: int, only: Sequence[int]) -> list[str]:
    chosen = {*only}
    return [
        f"[{number}] {one_line(each.span.cut(text)[:LONGEST_SENTENCE])}"
        for number, each in enumerate(split, first)
        if not chosen or number in chosen
    ]
