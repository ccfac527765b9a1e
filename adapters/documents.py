"""Post -> JSON, in the shape that is fixed for everyone who reads it (README.md, "JSON")."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, assert_never

from adapters.wording import said_in_short
from bot.model import Digest, Headline, Headlines, Linked, Notice, Post, Quoted, Story
from summariser.model import Answer, Article, Briefing, Checks, Passage, Point, Quote, Span, Speaker
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

Fields = dict[str, Any]

_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Legal inside a JSON string, but many readers of "one document a line" end a line at them."""


def fields(post: Post) -> Fields:
    """The post as the fields of one JSON object."""
    match post:
        case Briefing():
            return {
                "article": _article(post.article),
                "headline": post.headline,
                "points": [_point(point) for point in post.points],
                "quotes": [_quote(quote) for quote in post.quotes],
                "summariser": post.summariser,
                "instead": post.instead or None,
                "language": post.language,
                "translations": list(post.translations),
                "checks": _checks(post.checks),
                "dropped": list(post.dropped),
            }
        case Quoted():
            return {"article": _article(post.article), "quotes": [_quote(quote) for quote in post.quotes]}
        case Answer():
            return {
                "question": post.question,
                **answer_fields(post),
                "articles": [_article(each) for each in dict.fromkeys(passage.article for passage in post.passages)],
            }
        case Digest():
            return {
                "name": post.name,
                "slot": _iso(post.slot),
                "zone": post.zone,
                "stories": [_story(story) for story in post.stories],
                "sources": post.sources,
                "unread": [{"url": url, "why": why} for url, why in post.unread],
                "next": _iso(post.following),
            }
        case Reading():
            return {**_article(post.article), **_read(post)}
        case Headlines():
            return {
                "title": post.title,
                "site": post.site,
                "url": post.url,
                "language": post.language,
                "headlines": [_headline(headline) for headline in post.headlines],
            }
        case Linked():
            return {"links": [{"title": title or None, "url": url} for title, url in post.links]}
        case Notice():
            return {"notice": post.text}
        case _:
            assert_never(post)


def answer_fields(answer: Answer, places: Sequence[tuple[int, int]] | None = None) -> Fields:
    """What the articles say to a question.

    ``places`` are the number of the text that each passage stands in, counted from 0, and where it begins there;
    without them passages are placed in the articles as they were read.
    """
    at: Sequence[tuple[int | None, int]] = places or [(None, each.span.start) for each in answer.passages]
    passages = zip(answer.passages, at, strict=True)
    return {
        "answered": answer.answered,
        "answer": said_in_short(answer),
        "passages": [_answering(passage, number, start) for passage, (number, start) in passages],
        "confidence": round(answer.confidence, 3),
    }


def _answering(passage: Passage, number: int | None, start: int) -> Fields:
    which = {} if number is None else {"number": number}
    where = {"text": passage.text, "start": start, "end": start + len(passage.text)}
    return {**where, **which, "speaker": _speaker(passage.speaker)}


def page_fields(reading: Reading) -> Fields:
    """What was read off one page of a stream of pages."""
    article = reading.article
    return {
        "title": article.title,
        "byline": article.byline,
        "published": _iso(article.published),
        "language": article.language,
        "paywall": article.paywall,
        "text": article.text,
    }


def line(document: Mapping[str, Any]) -> bytes:
    """The document as one line of UTF-8, with its line feed.

    Letters stay letters, unless one is half of a surrogate pair, which UTF-8 cannot carry.
    """
    try:
        text = json.dumps(document, ensure_ascii=False).translate(_LINE_ENDS).encode()
    except UnicodeEncodeError:
        text = json.dumps(document).encode()
    return text + b"\n"


def _article(article: Article) -> Fields:
    return {
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "url": article.url,
        "published": _iso(article.published),
        "language": article.language,
        "text": article.text,
    }


def _story(story: Story) -> Fields:
    return {
        **fields(story.briefing),
        "also": list(story.also),
        "update": story.update,
        "differ": [[_passage(each.ours), _passage(each.theirs)] for each in story.differ],
        "section": story.section or None,
    }


def _passage(passage: Passage) -> Fields:
    return {"url": passage.article.url, "text": passage.text, "start": passage.span.start, "end": passage.span.end}


def _read(reading: Reading) -> Fields:
    article = reading.article
    return {"updated": _iso(article.updated), "paywall": article.paywall, "dropped": list(reading.dropped)}


def _headline(headline: Headline) -> Fields:
    return {
        "id": headline.ident,
        "title": headline.title,
        "link": headline.link,
        "published": _iso(headline.published),
        "updated": _iso(headline.updated),
        "byline": headline.byline,
        "summary": headline.summary,
        "text": headline.text,
    }


def _iso(day: date | None) -> str | None:
    """ISO 8601; a time of day only where it is known."""
    return day.isoformat() if day else None


def _point(point: Point) -> Fields:
    other = {"report": {"url": point.article.url, "site": point.article.site}} if point.article else {}
    return {"text": point.text, "evidence": _pairs(point.evidence), **other}


def _speaker(speaker: Speaker | None) -> Fields | None:
    return {"name": speaker.name, "role": speaker.role} if speaker else None


def _quote(quote: Quote) -> Fields:
    speaker = quote.speaker
    return {
        "text": quote.text,
        "spans": _pairs(quote.spans),
        "speaker": _speaker(speaker),
        "evidence": _pairs(quote.evidence),
        "kind": quote.kind,
        "confidence": quote.confidence,
        "credited": quote.credited,
    }


def _checks(checks: Checks) -> Fields:
    counted = {name: getattr(checks, name) for name in ("points", "quotes", "written", "repaired", "replaced")}
    return {**counted, "unread": round(checks.unread, 3), "failures": list(checks.failures)}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
