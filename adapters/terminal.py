"""Post -> text for a terminal: lines of any width, each with the part it plays.

Article text comes from anywhere, so nothing in it may steer the terminal: controls become a replacement
character, and marks that turn the direction of writing are left out. No other character is changed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import TYPE_CHECKING, Literal, assert_never

from rich.cells import cell_len, chop_cells

from bot.model import Headlines, Notice, Post, Quoted
from summariser.model import Article, Briefing, Quote, Speaker
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

Part = Literal["headline", "source", "point", "quote", "speaker", "note", "space"]

BULLET = "• "
NARROWEST = 8
WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert, Journal of Memory and Language 109 (2019)."""

LONGEST_MEAN_WORD = 20
"""Letters. With longer "words" the script sets no spaces between them, and how long it takes is not known."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
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
        case Reading():
            return tuple(_reading(post, width))
        case Headlines():
            return tuple(_headlines(post, width))
        case Notice():
            return tuple(_wrapped(post.text, width, "note"))
        case _:
            assert_never(post)


def plain(post: Post, width: int) -> str:
    """The same as one text without colours."""
    return "\n".join(line.text for line in lines(post, width))


def inert(text: str) -> str:
    """``text`` in one line, with nothing in it that a terminal would obey."""
    text = _STEERING.sub("", _BREAKS.sub(" ", text))
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text)


def _briefing(briefing: Briefing, width: int) -> Iterator[Line]:
    yield from _wrapped(briefing.headline, width, "headline")
    yield from _source(briefing.article, width)
    yield Line("", "space")
    for point in briefing.points:
        yield from _wrapped(point.text, width, "point", first=BULLET, rest=" " * len(BULLET))
    yield Line("", "space")
    yield from _quotes(briefing.quotes, width)
    yield from _wrapped(_counts(briefing), width, "note")


def _quoted(quoted: Quoted, width: int) -> Iterator[Line]:
    yield from _quotes(quoted.quotes, width)
    found = _count(len(quoted.quotes), "quotation") if quoted.quotes else "No quotation"
    yield from _wrapped(f"{found} in the article", width, "note")


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
    dropped = _count(len(reading.dropped), "piece") if reading.dropped else "Nothing"
    yield from _wrapped(f"{dropped} taken off as not of the story", width, "note")


def _headlines(feed: Headlines, width: int) -> Iterator[Line]:
    yield from _wrapped(feed.title or feed.url or "A feed", width, "headline")
    for address in (feed.site, feed.url):
        if address:
            yield from _wrapped(address, width, "source")
    yield Line("", "space")
    for headline in feed.headlines:
        yield from _wrapped(headline.title, width, "point", first=BULLET, rest=" " * len(BULLET))
        day = _day(headline.published)
        known = " · ".join(each for each in (day, headline.link) if each)
        if known:
            yield from _wrapped(known, width, "source", first=" " * len(BULLET), rest=" " * len(BULLET))
    yield Line("", "space")
    whole = sum(1 for headline in feed.headlines if headline.text)
    yield from _wrapped(
        f"{_count(len(feed.headlines), 'headline')}, {whole or 'none'} of them with the whole article", width, "note"
    )


def _source(article: Article, width: int) -> Iterator[Line]:
    known = (article.site, _day(article.published), _reading_time(article.text))
    source = " · ".join(each for each in known if each)
    if source:
        yield from _wrapped(source, width, "source")
    if article.url:
        yield from _wrapped(article.url, width, "source")
    if article.paywall:
        yield from _wrapped("Behind a paywall: only what the site shows to everyone was read", width, "source")


def _quotes(quotes: tuple[Quote, ...], width: int) -> Iterator[Line]:
    introduced: set[Speaker] = set()
    for quote in quotes:
        paragraphs = _paragraphs(quote)
        for number, paragraph in enumerate(paragraphs, 1):
            closing = "”" if number == len(paragraphs) else ""  # a quotation that runs on closes only at its end
            yield from _wrapped(f"“{paragraph}{closing}", width, "quote")
        if quote.speaker and quote.credited:
            yield from _wrapped(_credit(quote.speaker, introduced), width, "speaker", first="— ", rest="  ")
            introduced.add(quote.speaker)
        yield Line("", "space")


def _credit(speaker: Speaker, introduced: set[Speaker]) -> str:
    if speaker.role is None or any(speaker.name == known.name for known in introduced):
        return speaker.name
    return f"{speaker.name}, {speaker.role}"


def _paragraphs(quote: Quote) -> list[str]:
    """The quotation's paragraphs; two slices of one paragraph are joined by the mark of an omission."""
    text = quote.article.text
    paragraphs = [quote.spans[0].cut(text)] if quote.spans else [""]
    for before, span in zip(quote.spans, quote.spans[1:], strict=False):
        if "\n" in text[before.end : span.start]:
            paragraphs.append(span.cut(text))
        else:
            paragraphs[-1] += f" … {span.cut(text)}"
    paragraphs[-1] = paragraphs[-1].removesuffix(",")  # it leads to the reporter's "she said", which isn't shown
    return paragraphs


def _counts(briefing: Briefing) -> str:
    points, quotes = _count(briefing.checks.points, "point"), _count(briefing.checks.quotes, "quote")
    if briefing.quotes:
        return f"{points} and {quotes} checked against the article · {briefing.summariser} summariser"
    return f"{points} checked against the article, no key quotes in it · {briefing.summariser} summariser"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _day(published: date | None) -> str | None:
    if published is None:
        return None
    day = published.date() if isinstance(published, datetime) else published
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _reading_time(text: str) -> str | None:
    words = text.split()
    if not words or len(text) > LONGEST_MEAN_WORD * len(words):
        return None
    return f"{ceil(len(words) / WORDS_A_MINUTE)} min read"


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
