"""Post -> the messages that show it, in order; nothing of it is lost, however long it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, assert_never

from adapters.slack.rendering import controls, rich
from adapters.slack.rendering.escaping import escaped
from adapters.slack.rendering.limits import LONGEST_FALLBACK, LONGEST_TEXT, packed, pieces, size
from adapters.wording import (
    PAYWALLED,
    announced,
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
    from collections.abc import Iterable, Iterator

    from adapters.slack.rendering.limits import Block


@dataclass(frozen=True, slots=True)
class Message:
    """What one message shows. ``text`` is mrkdwn, for notifications and for readers that show no blocks."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a post stands: ``private`` is before the eyes of one person only."""

    private: bool = False


IN_THE_OPEN = Surroundings()


def messages(post: Post, where: Surroundings = IN_THE_OPEN) -> tuple[Message, ...]:
    """The post as one message, or as several where Slack would refuse it as one."""
    fallback = _shortened(_fallback(post))
    return tuple(Message(fallback, tuple(blocks)) for blocks in packed([*_groups(post, where)]))


def with_thread(digest: Digest) -> tuple[Message, ...]:
    """A digest, and the briefing of each of its stories, which go to its thread."""
    return (*messages(digest), *(message for story in digest.stories for message in messages(story.briefing)))


def _groups(post: Post, where: Surroundings) -> Iterator[list[Block]]:
    match post:
        case Briefing():
            yield from _briefing(post)
            yield controls.under_briefing(post, private=where.private)
        case Quoted():
            found = count(len(post.quotes), "quotation") if post.quotes else "No quotation"
            yield from _quotes(post.quotes)
            yield [rich.note(f"{found} in the article")]
        case Answer():
            yield from _answer(post)
        case Digest():
            yield from _digest(post)
        case Reading():
            yield from _reading(post)
        case Headlines():
            yield from _headlines(post)
        case Linked():
            yield from (_headline(title or url, url) for title, url in post.links)
        case Notice():
            yield from _told([post.text])
        case _:
            assert_never(post)


def _briefing(briefing: Briefing) -> Iterator[list[Block]]:
    yield [*_headline(briefing.headline, briefing.article.url), *_source(briefing.article)]
    yield from _points(briefing)
    yield from _quotes(briefing.quotes, in_translation(briefing))
    yield [rich.note(checked(briefing))]


def _points(briefing: Briefing) -> Iterator[list[Block]]:
    """All in one list; in one each, where a message might not hold them together."""
    lines = [rich.line(rich.words(piece)) for point in briefing.points for piece in pieces(point.text)]
    if sum(map(size, lines)) <= LONGEST_TEXT:
        if lines:
            yield [rich.block(rich.bullets(lines))]
    else:
        yield from ([rich.block(rich.bullets([each]))] for each in lines)


def _answer(answer: Answer) -> Iterator[list[Block]]:
    if said := answered(answer):
        yield from _told([said])
    for passage in answer.passages:
        source = said_by(passage)
        yield [
            *(rich.block(rich.quotation(piece)) for piece in pieces(shown(passage))),
            *(rich.note(piece) for piece in pieces(f"— {source}" if source else "")),
        ]


def _digest(digest: Digest) -> Iterator[list[Block]]:
    yield _headline(digest_title(digest), None)
    for number, story in enumerate(digest.stories):
        section = [rich.block(rich.line(rich.words(begun(digest.stories, number).upper(), bold=True)))]
        yield [*(section if begun(digest.stories, number) else ()), *_story(number + 1, story)]
    yield [rich.note(piece) for note in digest_notes(digest) for piece in pieces(note)]


def _story(number: int, story: Story) -> Iterator[Block]:
    """What it is in a sentence, and the one quote that matters; the thread has the rest."""
    briefing = story.briefing
    first, *rest = [*pieces(story_headline(story))] or [""]
    yield rich.block(rich.line(rich.words(f"{number}  "), rich.link(first, briefing.article.url, bold=True)))
    yield from (rich.block(rich.line(rich.words(each, bold=True))) for each in rest)
    yield from (rich.note(piece) for piece in pieces(told_by(story)))
    if point := lead_point(briefing):
        yield from (rich.block(rich.line(rich.words(piece))) for piece in pieces(point))
    yield from (rich.note(piece) for each in reported(story) for piece in pieces(each))
    for group in _quotes(briefing.quotes[:1], in_translation(briefing)):
        yield from group
    yield {"type": "divider"}


def _reading(reading: Reading) -> Iterator[list[Block]]:
    article = reading.article
    yield [
        *(_headline(article.title, article.url) if article.title else ()),
        *([rich.note(article.byline)] if article.byline else ()),
        *_source(article),
    ]
    yield from _told(paragraph for paragraph in article.text.splitlines() if paragraph.strip())
    dropped = count(len(reading.dropped), "piece") if reading.dropped else "Nothing"
    yield [rich.note(f"{dropped} taken off as not of the story")]


def _headlines(feed: Headlines) -> Iterator[list[Block]]:
    yield _headline(feed.title or feed.url or "A feed", feed.site or feed.url)
    for headline in feed.headlines:
        title, *rest = [*pieces(headline.title)] or [""]
        when = day(headline.published)
        dated = [rich.words(f" · {when}")] if when else []
        yield [rich.block(rich.bullets([rich.line(rich.link(title, headline.link), *dated)]))]
        yield from _told(rest)
    yield [rich.note(count(len(feed.headlines), "headline"))]


def _quotes(quotes: Iterable[Quote], beside: Iterable[str] = ()) -> Iterator[list[Block]]:
    """Each with its speaker, and what stands ``beside`` it."""
    introduced: set[Speaker] = set()
    for quote, translation in zip(quotes, chain(beside, repeat("")), strict=False):
        group = [
            rich.block(rich.quotation(piece)) for paragraph in quoted_paragraphs(quote) for piece in pieces(paragraph)
        ]
        if name := credit(quote, introduced):
            said_by = [rich.line(rich.words(f"— {piece}" if not n else piece)) for n, piece in enumerate(pieces(name))]
            group[-1] = rich.block(*group[-1]["elements"], *said_by[:1])
            group += [rich.block(each) for each in said_by[1:]]
        group += [rich.note(piece) for piece in pieces(translation) if translation]
        yield group


def _told(paragraphs: Iterable[str]) -> Iterator[list[Block]]:
    for paragraph in paragraphs:
        for piece in pieces(paragraph):
            yield [rich.block(rich.line(rich.words(piece)))]


def _headline(title: str, url: str | None) -> list[Block]:
    first, *rest = [*pieces(title)] or [""]
    linked = rich.block(rich.line(rich.link(first, url, bold=True)))
    return [linked, *(rich.block(rich.line(rich.words(each, bold=True))) for each in rest)]


def _source(article: Article) -> list[Block]:
    lines = [*pieces(source_line(article)), *([PAYWALLED] if article.paywall else ())]
    return [rich.note(each) for each in lines]


def _fallback(post: Post) -> str:
    match post:
        case Briefing():
            return ". ".join(each.rstrip(".") for each in (post.headline, lead_point(post)) if each)
        case Quoted():
            return count(len(post.quotes), "quotation")
        case Answer():
            return announced(post)
        case Digest():
            return ". ".join([digest_title(post), *(story_headline(story) for story in post.stories)])
        case Reading():
            return post.article.title or "The article"
        case Headlines():
            return post.title or "A feed"
        case Linked():
            return ". ".join(title or url for title, url in post.links)
        case Notice():
            return post.text
        case _:
            assert_never(post)


def _shortened(text: str) -> str:
    whole = escaped(text)
    if len(whole) <= LONGEST_FALLBACK:
        return whole
    return escaped(text[: LONGEST_FALLBACK // 5]) + "…"  # an escaped character takes up to five
