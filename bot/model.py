"""What the bot gives out, and where it talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.model import Answer, Article, Briefing, Difference, Quote
from summariser.reading import Reading

if TYPE_CHECKING:
    from datetime import datetime

    from bot.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where people talk: the platform ("slack"), and its own names for the workspace and the place."""

    platform: str
    workspace: str
    ident: str

    @property
    def payer(self) -> str:
        """Whose budget what is done there is taken from: its workspace's."""
        return f"{self.platform}:{self.workspace}"


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
class Linked:
    """Where articles stand: of each its title, which may be empty, and its address."""

    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """One article of a feed. ``ident`` stays the same from one poll to the next.

    Times are UTC; what is not known is ``None``. ``text`` is the whole article, where the feed carries it;
    ``language`` is what the feed says it is written in.
    """

    title: str
    ident: str
    link: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    byline: str | None = None
    summary: str = ""
    text: str | None = None
    language: str | None = None


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
class Subscription:
    """A digest that a channel gets. ``ident`` is 0 until it is kept.

    ``sources`` are addresses of feeds; ``words`` say which headlines are wanted (``bot.filters``). ``stories`` is how
    many at most, ``points`` how many each has in its briefing. ``manager`` set it up, and is told when it falls silent.
    With ``says_so`` a digest without news is posted as one line, without it not at all. Slots up to ``planned`` (UTC)
    have been seen to; later ones have not.
    """

    channel: Channel
    name: str
    schedule: Schedule
    sources: tuple[str, ...]
    manager: str
    planned: datetime
    stories: int = 7
    points: int = 3
    words: str = ""
    paused: bool = False
    says_so: bool = False
    ident: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """A digest that is due. ``slot`` (UTC) is when; ``fence`` tells whoever has it now from whoever had it before.

    Whoever has it sends nothing after ``until`` (UTC): soon after that it may be somebody else's.

    ``again`` is whether it may have been posted already, by a process that did not live to note it; ``told`` are then
    the headlines that were in it.
    """

    ident: int
    subscription: Subscription
    slot: datetime
    tries: int
    fence: int
    until: datetime
    again: bool = False
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """How a delivery ends without a post: "empty", "failed" or "unknown", why, and what became of the headlines.

    Its manager is told; of an empty one only when ``patience`` slots in a row ended so, and then once until something
    is posted again.
    """

    state: Literal["empty", "failed", "unknown"]
    reason: str
    fates: tuple[Fate, ...] = ()
    patience: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A delivery that ended without a post: its slot (UTC), how ("empty", "failed", "unknown") and why.

    ``silent`` is how many slots in a row ended so.
    """

    ident: int
    subscription: Subscription
    slot: datetime
    state: str
    reason: str
    silent: int


@dataclass(frozen=True, slots=True)
class Story:
    """One event: the briefing of the article that tells it best, and the sites that tell it too.

    ``update`` is whether it was told before; then the points are only what is new. ``differ`` are sentences in which
    two of them don't say the same. ``section`` is the part of the digest it stands in; nothing where there are none.
    ``unread`` is whether none of its articles could be read, so that it is told by what a feed says of it.
    """

    briefing: Briefing
    also: tuple[str, ...] = ()
    update: bool = False
    differ: tuple[Difference, ...] = ()
    section: str = ""
    unread: bool = False

    @property
    def articles(self) -> tuple[Article, ...]:
        """The one that leads it, and the other reports that points of it stand on."""
        others = (point.article for point in self.briefing.points if point.article)
        return tuple(dict.fromkeys((self.briefing.article, *others)))


@dataclass(frozen=True, slots=True)
class Digest:
    """The stories of one slot, most important first. ``slot`` and ``following``, the one after it, are UTC.

    ``unread`` are sources that could not be read, each with why.
    """

    name: str
    zone: str
    slot: datetime
    stories: tuple[Story, ...]
    sources: int
    unread: tuple[tuple[str, str], ...] = ()
    following: datetime | None = None


Step = Literal["told", "also", "known", "filtered", "limit", "unreadable"]
"""What a digest did with a headline: it leads a story, a story is told without it, there is nothing new in it, the
words leave it out, there were enough stories, none of its story's articles could be read."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a headline, and by what: the words that left it out, the title that stands for it, the error."""

    headline: Headline
    step: Step
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """A fate, and the delivery it was decided in: its slot (UTC), how that ended, and why so."""

    fate: Fate
    slot: datetime
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person thinks of the briefing that stands in a thread, ``fingerprint`` being its article's."""

    thread: Thread
    fingerprint: str
    person: str
    good: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be forgotten of one workspace: all of it, or only what ``person`` asked for and manages.

    With ``thread`` only what is known of that conversation, with ``link`` only of that article.
    """

    platform: str
    workspace: str
    person: str = ""
    thread: Thread | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """How much there is, or was, within a scope. ``articles`` are texts that nobody outside it asked about."""

    threads: int = 0
    questions: int = 0
    opinions: int = 0
    articles: int = 0
    digests: int = 0


Post = Briefing | Quoted | Answer | Digest | Reading | Headlines | Linked | Notice
"""All there is to post so far: closed, so that a renderer that lacks one does not pass the type check."""
