"""What it takes to say whom words mean, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.model import Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.people import Cast, Person
    from summariser.attribution.phrases import Phrase
    from summariser.attribution.tokens import Line
    from summariser.lexicon import Gender, Lexicon

Pointer = Literal["name", "pronoun", "description"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom words mean: ``sure`` is false where somebody else could be meant as well.

    ``evidence`` is the words, and behind them the name they stand for; ``line`` the paragraph they stand in.
    """

    speaker: Speaker | None
    evidence: tuple[Span, ...]
    pointer: Pointer
    line: int
    person: Person | None = None
    gender: Gender | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's paragraphs, its people and its language."""

    lines: Sequence[Line]
    people: Cast
    lex: Lexicon

    def span(self, number: int, phrase: Phrase) -> Span:
        """Where the words of ``phrase`` in paragraph ``number`` stand."""
        tokens = self.lines[number].tokens
        return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)


def to_person(person: Person, evidence: tuple[Span, ...], pointer: Pointer, number: int, *, sure: bool) -> Reference:
    """A reference to somebody the article names."""
    speaker = Speaker(person.name, person.role)
    return Reference(speaker, evidence, pointer, number, person, person.gender, sure)


def unknown(evidence: tuple[Span, ...], number: int, gender: Gender | None = None) -> Reference:
    """A pronoun that nobody near answers to."""
    return Reference(None, evidence, "pronoun", number, gender=gender, sure=False)
