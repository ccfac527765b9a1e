"""Post -> text for a terminal: lines of any width, each with the part it plays.

Article text comes from anywhere, so nothing in it may steer the terminal: controls become a replacement
character, and marks that turn the direction of writing are left out. No other character is changed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Literal, assert_never

from rich.cells import cell_len, chop_cells

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
from bot.model import Digest, Headlines, Linked, Notice, Post, Quoted
from summariser.model import Answer, Article, Briefing, Quote, Speaker
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

Part = Literal["headline", "source", "point", "quote", "speaker", "note", "space"]

BULLET = "• "
NARROWEST = 8
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # bidirectional embeddings, overrides and isolates


@dataclass(frozen=True, slots=True)
class Line:
    """A line that fits, and what it is, for whoever gives it a colour."""

    text: str
    part: Part


def lines(post: Post, width: int) -> tuple[Line, ...]:
    """The post in lines of at most ``width`` terminal cells."""
    width = max(width, NARROWEST)
    match post:
        case Briefing():
            return tuple(_briefing(post, width))
        case Quoted():
            return tuple(_quoted(post, width))
        case Answer():
            return tuple(_answer(post, width))
        case Digest():
            return tuple(_digest(post, width))
        case Reading():
            return tuple(_reading(post, width))
        case Headlines():
            return tuple(_headlines(post, width))
        case Linked():
            return tuple(_linked(post, width))
        case Notice():
            return tuple(line for each in post.text.splitlines() for line in _wrapped(each, width, "note"))
        case _:
            assert_never(post)


def plain(post: Post, width: int) -> str:
    """The same as one text without colours."""
    return "\n".join(line.text for line in lines(post, width))


def inert(text: str) -> str:
    """``text`` in one line, with nothing in it that a terminal would obey."""
    text = _STEERING.sub("", _BREAKS.sub(" ", text))
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text)


def _linked(linked: Linked, width: int) -> Iterator[Line]:
    for title, url in linked.links:
        yield from _wrapped(title or url, width, "headline")
        if title:
            yield from _wrapped(url, width, "source")


def _briefing(briefing: Briefing, width: int) -> Iterator[Line]:
    yield from _wrapped(briefing.headline, width, "headline")
    yield from _source(briefing.article, width)
    yield Line("", "space")
    for point in briefing.points:
        yield from _wrapped(point.text, width, "point", first=BULLET, rest=" " * len(BULLET))
    yield Line("", "space")
    yield from _quotes(briefing.quotes, width, in_translation(briefing))
    yield from _wrapped(checked(briefing), width, "note")


def _quoted(quoted: Quoted, width: int) -> Iterator[Line]:
    yield from _quotes(quoted.quotes, width)
    found = count(len(quoted.quotes), "quotation") if quoted.quotes else "No quotation"
    yield from _wrapped(f"{found} in the article", width, "note")


def _answer(answer: Answer, width: int) -> Iterator[Line]:
    if said := answered(answer):
        yield from _wrapped(said, width, "headline")
    for passage in answer.passages:
        yield from _wrapped(shown(passage), width, "quote", first="> ", rest="> ")
        if source := said_by(passage):
            yield from _wrapped(source, width, "source", first="— ", rest="  ")


def _digest(digest: Digest, width: int) -> Iterator[Line]:
    yield from _wrapped(digest_title(digest), width, "headline")
    for number, story in enumerate(digest.stories):
        briefing = story.briefing
        first = f"{number + 1} "
        yield Line("", "space")
        if section := begun(digest.stories, number):
            yield from _wrapped(section.upper(), width, "headline")
            yield Line("", "space")
        yield from _wrapped(story_headline(story), width, "headline", first=first, rest=" " * len(first))
        for known in (told_by(story), briefing.article.url):
            if known:
                yield from _wrapped(known, width, "source", first=" " * len(first), rest=" " * len(first))
        if point := lead_point(briefing):
            yield from _wrapped(point, width, "point", first=" " * len(first), rest=" " * len(first))
        for each in reported(story):
            yield from _wrapped(each, width, "note", first=" " * len(first), rest=" " * len(first))
        yield from _quotes(briefing.quotes[:1], width, in_translation(briefing))
    yield Line("", "space")
    for note in digest_notes(digest):
        yield from _wrapped(note, width, "note")


def _reading(reading: Reading, width: int) -> Iterator[Line]:
    article = reading.article
    if article.title:
        yield from _wrapped(article.title, width, "headline")
    if article.byline:
        yield from _wrapped(article.byline, width, "source")
    yield from _source(article, width)
    for paragraph in article.text.splitlines():
        if paragraph.strip():
            yield Line("", "space")
            yield from _wrapped(paragraph, width, "point")
    yield Line("", "space")
    dropped = count(len(reading.dropped), "piece") if reading.dropped else "Nothing"
    yield from _wrapped(f"{dropped} taken off as not of the story", width, "note")


def _headlines(feed: Headlines, width: int) -> Iterator[Line]:
    yield from _wrapped(feed.title or feed.url or "A feed", width, "headline")
    for address in (feed.site, feed.url):
        if address:
            yield from _wrapped(address, width, "source")
    yield Line("", "space")
    for headline in feed.headlines:
        yield from _wrapped(headline.title, width, "point", first=BULLET, rest=" " * len(BULLET))
        date = day(headline.published)
        known = " · ".join(each for each in (date, headline.link) if each)
        if known:
            yield from _wrapped(known, width, "source", first=" " * len(BULLET), rest=" " * len(BULLET))
    yield Line("", "space")
    whole = sum(1 for headline in feed.headlines if headline.text)
    yield from _wrapped(
        f"{count(len(feed.headlines), 'headline')}, {whole or 'none'} of them with the whole article", width, "note"
    )


def _source(article: Article, width: int) -> Iterator[Line]:
    if source := source_line(article):
        yield from _wrapped(source, width, "source")
    if article.url:
        yield from _wrapped(article.url, width, "source")
    if article.paywall:
        yield from _wrapped(PAYWALLED, width, "source")


def _quotes(quotes: tuple[Quote, ...], width: int, beside: tuple[str, ...] = ()) -> Iterator[Line]:
    """Each with its speaker, and what stands ``beside`` it."""
    introduced: set[Speaker] = set()
    for quote, translation in zip(quotes, chain(beside, repeat("")), strict=False):
        for paragraph in quoted_paragraphs(quote):
            yield from _wrapped(paragraph, width, "quote")
        if name := credit(quote, introduced):
            yield from _wrapped(name, width, "speaker", first="— ", rest="  ")
        if translation:
            yield from _wrapped(translation, width, "note")
        yield Line("", "space")


def _wrapped(text: str, width: int, part: Part, *, first: str = "", rest: str = "") -> Iterator[Line]:
    line, used = first, cell_len(first)
    start = used  # where this line's words begin
    for word in _words(inert(text), width - max(len(first), len(rest))):
        cells = cell_len(word)
        gap = 1 if used > start else 0
        if used + gap + cells > width and gap:
            yield Line(line, part)
            line, used, gap = rest, len(rest), 0
            start = used
        line += " " * gap + word
        used += gap + cells
    yield Line(line, part)


def _words(text: str, width: int) -> Iterator[str]:
    """The words between plain spaces (a no-break space stays inside its word), cut where one is too wide."""
    for word in text.split(" "):
        if cell_len(word) > width:
            yield from chop_cells(word, width)
        elif word:
            yield word
