"""What the bot gives out, and where it talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.model import Answer, Article, Briefing, Quote
from summariser.reading import Reading

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where people talk: the platform ("slack"), and its own names for the workspace and the place."""

    platform: str
    workspace: str
    ident: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation in a channel, by the platform's name for it."""

    channel: Channel
    ident: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Every quotation of an article, in order, key or not."""

    article: Article
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """One article of a feed. ``ident`` stays the same from one poll to the next.

    Times are UTC; what is not known is ``None``. ``text`` is the whole article, where the feed carries it.
    """

    title: str
    ident: str
    link: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    byline: str | None = None
    summary: str = ""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Headlines:
    """A feed: its title, the site it belongs to, its own address, and its headlines in its own order."""

    title: str
    site: str | None
    url: str | None
    language: str | None
    headlines: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence to whoever asked: what went wrong, and what to do about it."""

    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """That a briefing was posted: where, what was briefed, and when (UTC)."""

    thread: Thread
    headline: str
    url: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person thinks of the briefing that stands in a thread, ``fingerprint`` being its article's."""

    thread: Thread
    fingerprint: str
    person: str
    good: bool


Post = Briefing | Quoted | Answer | Reading | Headlines | Notice
"""All there is to post so far: closed, so that a renderer that lacks one does not pass the type check."""
