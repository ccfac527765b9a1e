"""What the summariser takes and gives: frozen values, with offsets into ``Article.text``.

Offsets are Unicode code points, as Python counts them. A quotation's words are never stored: they are cut
from the article each time they are read, so a quote that the article does not have cannot be represented.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Kind = Literal["direct", "part"]
"""``direct``: the speaker's own sentence or more. ``part``: some of their words inside the reporter's sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open stretch ``start <= offset < end`` of a text, in code points.

    Raises:
        ValueError: if it runs backwards or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"a span runs forwards from 0 or later, not from {self.start} to {self.end}"
            raise ValueError(msg)

    def cut(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was read, and what is known about it; what is not known is ``None``, never a guess.

    ``published`` and ``updated`` are a date, or an aware ``datetime`` where the time of day is known. ``language``
    is an ISO 639-1 code. ``url`` is the address the publisher gives it. ``paywall`` is whether only subscribers
    see all of it.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None
    updated: date | None = None
    language: str | None = None
    paywall: bool | None = None

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the text in UTF-8, hexadecimal: what it is filed under. Lone surrogates are let pass."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article, and the number of the paragraph it stands in (from 0)."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, in the article's own words: the fullest name it gives, and the role it gives with it."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, one span a paragraph, before anyone asks who said it, or whether anybody did.

    ``spans`` leave the marks out; ``outer`` is the whole stretch with its marks. ``closed`` is false when the
    article never closes it.
    """

    spans: tuple[Span, ...]
    outer: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and its speaker.

    ``speaker`` is the best guess; ``evidence`` the words of the article that name or point to them;
    ``confidence`` how often a guess made this way is right, as measured (see docs/quotes.md); ``credited``
    whether that is sure enough to print the name.
    """

    article: Article
    spans: tuple[Span, ...]
    kind: Kind
    speaker: Speaker | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 0.0
    credited: bool = False

    @property
    def text(self) -> str:
        """The words as the article has them, paragraphs set apart by an empty line, without the marks."""
        return "\n\n".join(span.cut(self.article.text) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the briefing says, and the stretches that bear it out.

    ``article`` is what they are stretches of where that is another report of the story; else it is the briefing's own.
    """

    text: str
    evidence: tuple[Span, ...]
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """What the gate looked at before the briefing was let out, and what was wrong with what it did not let out.

    Of the points that a language model wrote ``written`` passed as they were, ``repaired`` after it had been told what
    was wrong, and ``replaced`` gave place to the article's own sentences. ``unread`` is the share of the article that
    the model did not see, from 0 to 1: there are articles too long for it.
    """

    points: int
    quotes: int
    failures: tuple[str, ...] = ()
    written: int = 0
    repaired: int = 0
    replaced: int = 0
    unread: float = 0.0

    @property
    def seen(self) -> int:
        """How much of the article the model saw, in whole per cent: 99 of what is nearly all."""
        return int(100 * (1 - self.unread))


@dataclass(frozen=True, slots=True)
class Briefing:
    """A headline, the points, the key quotes, and how they were come by.

    ``summariser`` names what wrote the points; ``dropped`` is what was taken off the text as not of the story;
    ``further`` how many quotations the article has that are not shown. ``instead`` is why a language model was not
    asked, or of no use, where one is set up. ``language`` is what the points are in, where that isn't the article's;
    ``translations`` are then the quotes in it, by a machine, in their order; empty where none could be trusted.
    """

    article: Article
    headline: str
    points: tuple[Point, ...]
    quotes: tuple[Quote, ...]
    checks: Checks
    summariser: str = "embedded"
    dropped: tuple[str, ...] = ()
    further: int = 0
    instead: str = ""
    language: str | None = None
    translations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that answers a question, or comes near it.

    ``quoted`` is whether all of it is somebody's words, the marks left out; ``speaker`` is whose, where that is sure
    enough to print the name.
    """

    article: Article
    span: Span
    speaker: Speaker | None = None
    quoted: bool = False

    @property
    def text(self) -> str:
        """The words as the article has them."""
        return self.span.cut(self.article.text)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two reports of one event that don't say the same: a sentence of each."""

    ours: Passage
    theirs: Passage


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question: the passages, best first.

    ``answered`` is whether they are sure enough to be an answer; if not, they are the nearest there is, or none.
    ``short`` is the answer itself, a name, a time, a number, cut from the article of the first passage; ``None`` where
    it can't be cut. ``confidence`` is how likely it is that the passages answer, from 0 to 1. ``written`` is the answer
    in a language model's words, borne out by the passages; empty where none wrote it.
    """

    question: str
    passages: tuple[Passage, ...]
    answered: bool
    short: Span | None = None
    confidence: float = 0.0
    written: str = ""

    @property
    def said(self) -> str | None:
        """The answer itself, in the article's words."""
        return self.short.cut(self.passages[0].article.text) if self.short and self.passages else None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that was asked before, and the passages that were given for it."""

    question: str
    passages: tuple[Passage, ...] = ()
