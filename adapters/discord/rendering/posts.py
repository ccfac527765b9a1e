"""Post -> the messages that show it, in order; nothing of it is lost, however long it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, assert_never

from adapters.discord.rendering import controls
from adapters.discord.rendering.escaping import bold, bullets, escaped, heading, linked, note, quotation
from adapters.discord.rendering.limits import LONGEST_TEXT, MOST_COMPONENTS, MOST_TEXT, pieces, size
from adapters.wording import (
    PAYWALLED,
    answered,
    begun,
    checked,
    count,
    credit,
    day,
    digest_notes,
    digest_title,
    in_translation,
    lead_point,
    quoted_paragraphs,
    reported,
    said_by,
    shown,
    source_line,
    story_headline,
    told_by,
)
from bot.model import Digest, Headlines, Linked, Notice, Post, Quoted, Story
from summariser.model import Answer, Article, Briefing, Quote, Speaker
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from adapters.discord.rendering.controls import Button


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of markdown, with a button beside it or none; ``apart`` sets it off from what stands above."""

    text: str
    beside: Button | None = None
    apart: bool = False

    @property
    def components(self) -> int:
        """How many it takes: a text; beside a button a section around both."""
        return (3 if self.beside else 1) + (1 if self.apart else 0)

    @property
    def characters(self) -> int:
        """How many are counted."""
        return size(self.text) + (size(self.beside.label) if self.beside else 0)


@dataclass(frozen=True, slots=True)
class Message:
    """What one message shows: its parts, and a row of buttons below them, which may be empty."""

    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a post stands: ``private`` is seen by one person only, ``threads`` is whether one can begin there."""

    private: bool = False
    threads: bool = True


IN_THE_OPEN = Surroundings()


def messages(post: Post, where: Surroundings = IN_THE_OPEN) -> tuple[Message, ...]:
    """The post as one message, or as several where Discord would refuse it as one; the last has the buttons."""
    buttons: tuple[Button, ...] = ()
    if isinstance(post, Briefing):
        buttons = controls.under_briefing(post, private=where.private, threads=where.threads)
    packed = [*_packed([*_groups(post)])]
    return tuple(
        Message(tuple(parts), buttons if number == len(packed) else ()) for number, parts in enumerate(packed, 1)
    )


def text(messages: Iterable[Message]) -> str:
    """All that they say, as markdown."""
    return "\n\n".join(part.text for message in messages for part in message.parts)


def _packed(groups: Sequence[Sequence[Part]]) -> Iterator[list[Part]]:
    """The parts of as few messages as hold them, in order; a group stays together where it fits at all."""
    message: list[Part] = []
    for group in groups:
        if message and not _fits([*message, *group]):
            yield message
            message = []
        for part in group:
            if message and not _fits([*message, part]):
                yield message
                message = []
            message.append(part)
    if message:
        yield message


def _fits(parts: Sequence[Part]) -> bool:
    characters = sum(part.characters for part in parts)
    components = sum(part.components for part in parts)
    return characters + controls.MOST_TEXT <= MOST_TEXT and components + controls.MOST_COMPONENTS <= MOST_COMPONENTS


def _groups(post: Post) -> Iterator[list[Part]]:
    match post:
        case Briefing():
            yield from _briefing(post)
        case Quoted():
            found = count(len(post.quotes), "quotation") if post.quotes else "No quotation"
            yield from _quotes(post.quotes)
            yield [Part(note(f"{found} in the article"))]
        case Answer():
            yield from _answer(post)
        case Digest():
            yield from _digest(post)
        case Reading():
            yield from _reading(post)
        case Headlines():
            yield from _headlines(post)
        case Linked():
            for title, url in post.links:
                first, *rest = [*pieces(title or url)] or [" "]
                yield [Part(bold(linked(first, url))), *(Part(escaped(each)) for each in rest)]
        case Notice():
            yield from _told(post.text)
        case _:
            assert_never(post)


def _briefing(briefing: Briefing) -> Iterator[list[Part]]:
    yield [*_head(briefing.headline, briefing.article)]
    if briefing.points:
        lines = [piece for point in briefing.points for piece in pieces(point.text)]
        together = bullets(lines)
        if size(together) <= LONGEST_TEXT:
            yield [Part(together)]
        else:
            yield from ([Part(bullets([line]))] for line in lines)
    yield from _quotes(briefing.quotes, in_translation(briefing))
    yield [Part(note(checked(briefing)))]


def _head(title: str, article: Article) -> Iterator[Part]:
    """The headline over its source, with a button that leads to the article, or the same as a line of text."""
    first, *rest = [*pieces(title)] or [" "]
    beside = controls.reads(article.url)
    below = [source_line(article), *([PAYWALLED] if article.paywall else ())]
    lines = [heading(first), *map(heading, rest)]
    source = [note(piece) for each in below for piece in pieces(each)]
    if not beside and article.url:
        source.append(f"-# {linked('Read the article', article.url)}")
    both = "\n".join([*lines, *source])
    if size(both) <= MOST_TEXT // 2:
        yield Part(both, beside)
    else:
        yield Part(lines[0], beside)
        yield from map(Part, [*lines[1:], *source])


def _answer(answer: Answer) -> Iterator[list[Part]]:
    if said := answered(answer):
        yield from _told(said)
    for passage in answer.passages:
        source = said_by(passage)
        noted = [Part(note(piece)) for piece in pieces(f"— {source}" if source else "")]
        yield [*(Part(quotation(piece)) for piece in pieces(shown(passage))), *noted]


def _digest(digest: Digest) -> Iterator[list[Part]]:
    yield [Part(heading(piece)) for piece in pieces(digest_title(digest))]
    for number, story in enumerate(digest.stories):
        section = begun(digest.stories, number)
        yield [*([Part(bold(escaped(section.upper())))] if section else ()), *_story(number + 1, story)]
    yield [Part(note(piece), apart=not number) for number, piece in enumerate(_notes(digest))]


def _notes(digest: Digest) -> Iterator[str]:
    for each in digest_notes(digest):
        yield from pieces(each)


def _story(number: int, story: Story) -> Iterator[Part]:
    """What it is in a sentence, and the one quote that matters; the thread, or a button, has the rest."""
    briefing = story.briefing
    first, *rest = [*pieces(story_headline(story))] or [" "]
    lines = [bold(f"{number}  {linked(first, briefing.article.url)}"), *(bold(escaped(each)) for each in rest)]
    lines += [note(piece) for piece in pieces(told_by(story))]
    if point := lead_point(briefing):
        lines += [escaped(piece) for piece in pieces(point)]
    lines += [note(piece) for each in reported(story) for piece in pieces(each)]
    quoted = [part.text for group in _quotes(briefing.quotes[:1], in_translation(briefing)) for part in group]
    more = controls.more_on(number, briefing.article.fingerprint)
    whole = "\n".join([*lines, *quoted])
    if size(whole) <= MOST_TEXT // 2:
        yield Part(whole, more)
    else:
        yield Part(lines[0], more)
        yield from map(Part, [*lines[1:], *quoted])


def _reading(reading: Reading) -> Iterator[list[Part]]:
    article = reading.article
    above = [Part(note(article.byline))] if article.byline else []
    yield [*_head(article.title or "", article), *above]
    for paragraph in article.text.splitlines():
        yield from _told(paragraph)
    dropped = count(len(reading.dropped), "piece") if reading.dropped else "Nothing"
    yield [Part(note(f"{dropped} taken off as not of the story"))]


def _headlines(feed: Headlines) -> Iterator[list[Part]]:
    for piece in pieces(feed.title or feed.url or "A feed"):
        yield [Part(heading(piece))]
    for headline in feed.headlines:
        title, *rest = [*pieces(headline.title)] or [" "]
        when = day(headline.published)
        yield [Part("- " + linked(title, headline.link) + (f" · {when}" if when else ""))]
        yield from ([Part(escaped(each))] for each in rest)
    yield [Part(note(count(len(feed.headlines), "headline")))]


def _quotes(quotes: Iterable[Quote], beside: Iterable[str] = ()) -> Iterator[list[Part]]:
    """Each with its speaker, and what stands ``beside`` it."""
    introduced: set[Speaker] = set()
    for quote, translation in zip(quotes, chain(beside, repeat("")), strict=False):
        said = [quotation(piece) for paragraph in quoted_paragraphs(quote) for piece in pieces(paragraph)]
        if name := credit(quote, introduced):
            said += [f"— {escaped(piece)}" if not n else escaped(piece) for n, piece in enumerate(pieces(name))]
        said += [note(piece) for piece in pieces(translation) if translation]
        together = "\n".join(said)
        yield [Part(together)] if size(together) <= LONGEST_TEXT else [Part(each) for each in said]


def _told(told: str) -> Iterator[list[Part]]:
    for piece in pieces(told):
        if safe := escaped(piece).strip():
            yield [Part(safe)]
