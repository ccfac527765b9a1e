"""An article as a language model is shown it: numbered sentences and numbered quotations, and back again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.attribution.survey import survey
from summariser.prompts.fencing import one_line
from summariser.speakers import quotes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.attribution.survey import Survey
    from summariser.model import Article, Quote, Span

LONGEST_SENTENCE = 700
"""Characters of a sentence that are shown. A longer one is a list or a table."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article that was surveyed, its sentences and its quotations, each known by its place, counted from 1."""

    read: Survey
    quotes: tuple[Quote, ...]

    @property
    def article(self) -> Article:
        """The article."""
        return self.read.article

    def known(self) -> list[str]:
        """What is known about it, a line each."""
        article = self.article
        day = article.published
        known = {
            "TITLE": article.title,
            "SITE": article.site,
            "PUBLISHED": f"{WEEKDAYS[day.weekday()]} {day.isoformat()[:10]}" if day else None,
        }
        return [f"{name}: {one_line(value)}" for name, value in known.items() if value]

    def sentences(self, only: Sequence[int] = ()) -> list[str]:
        """The sentences, numbered; ``only`` those of these numbers, in the order of the article."""
        text, chosen = self.article.text, {*only}
        return [
            f"[{number}] {one_line(each.span.cut(text)[:LONGEST_SENTENCE])}"
            for number, each in enumerate(self.read.sentences, 1)
            if not chosen or number in chosen
        ]

    def quotations(self) -> list[str]:
        """The quotations, numbered, with whoever is sure to have said them."""
        return [
            f"Q{number} “{one_line(quote.text)}”{self._credit(quote)}" for number, quote in enumerate(self.quotes, 1)
        ]

    def spans(self, numbers: Iterable[int]) -> tuple[Span, ...]:
        """Where the sentences of these numbers stand; a number that no sentence has stands nowhere."""
        split = self.read.sentences
        return tuple(split[number - 1].span for number in dict.fromkeys(numbers) if 0 < number <= len(split))

    def quoted(self, numbers: Iterable[int]) -> tuple[Quote, ...]:
        """The quotations of these numbers; a number that none has is left out."""
        return tuple(self.quotes[number - 1] for number in dict.fromkeys(numbers) if 0 < number <= len(self.quotes))

    def _credit(self, quote: Quote) -> str:
        return f" — {one_line(quote.speaker.name)}" if quote.credited and quote.speaker else ""


def numbered(article: Article) -> Numbered:
    """Read ``article``, in time linear in its length; quotations that are never closed have no number."""
    read = survey(article)
    return Numbered(read, quotes_of(read))
