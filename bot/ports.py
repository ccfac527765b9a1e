"""What the bot asks of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model import Channel, Headlines, Held, Notice, Post, Scope, Thread, Told, Verdict
    from summariser.model import Article, Checks, Exchange
    from summariser.reading import Reading


Answer = TypeVar("Answer")


class Articles(Protocol):
    """Articles behind links."""

    async def read(self, link: str, *, raw: bool = False) -> Reading:
        """The article behind ``link``; with ``raw`` nothing is taken off its text.

        Raises:
            Unread: if there is none to be had; the class says why.
        """
        ...


class Feeds(Protocol):
    """Feeds behind links."""

    async def read(self, link: str) -> Headlines:
        """The headlines of the feed at ``link``, or of the one that the site there names.

        Raises:
            Unread: if nothing is to be had there; the class says why.
            NotAFeed: if there are no headlines in it.
            BrokenFeed: if none of its articles has a title or a link.
            IsOpml: if it is a list of feeds; it offers them.
        """
        ...


class Apart(Protocol):
    """Somewhere to think, so that whoever types next is answered at once."""

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """What ``work`` gives; it must be picklable, and so must its answer.

        Raises:
            StandfirstError: whatever ``work`` raises of it, or that it took too long or too much.
        """
        ...


class Outlet(Protocol):
    """Where one answer goes: a channel, a thread, or to the person who asked, alone."""

    async def progress(self, doing: str) -> None:
        """Let whoever asked see that something is being done. That it can't be shown is no failure."""
        ...

    async def post(self, post: Post) -> Thread | None:
        """Post it, once; the thread it can be talked about in, or ``None`` where there can be none.

        Raises:
            Undelivered: if it is not there, or nobody can tell.
        """
        ...

    async def tell(self, notice: Notice) -> None:
        """Say it to whoever asked, and to nobody else.

        Raises:
            Undelivered: if it is not there, or nobody can tell.
        """
        ...


class Records(Protocol):
    """What the bot remembers: articles by the fingerprint of their text, and which threads are about which."""

    async def file(self, article: Article) -> None:
        """Keep an article that came from nowhere: pasted text."""
        ...

    async def filed(self, fingerprint: str) -> Article | None:
        """The article with that text, if it is still kept."""
        ...

    async def remember(
        self, thread: Thread, article: Article, headline: str, person: str, checks: Checks | None = None
    ) -> None:
        """That ``thread`` is about ``article``, that ``person`` asked for it, and what was checked before."""
        ...

    async def recall(self, thread: Thread) -> Sequence[Article]:
        """The articles that ``thread`` is about; none if it isn't ours, or they are no longer kept."""
        ...

    async def told_in(self, thread: Thread) -> Sequence[Told]:
        """What was posted in ``thread``, in order, whether its articles are still kept or not."""
        ...

    async def checks(self, thread: Thread, article: Article) -> Checks | None:
        """What was checked before the briefing of ``article`` was posted in ``thread``, if that is on record."""
        ...

    async def heard(self, thread: Thread, most: int) -> Sequence[Exchange]:
        """The last ``most`` questions of ``thread`` and what was shown for them, the latest last."""
        ...

    async def hear(self, thread: Thread, exchange: Exchange) -> None:
        """Keep what was asked in ``thread`` and shown for it."""
        ...

    async def language_of(self, channel: Channel) -> str | None:
        """What the briefings of a channel are to be in (ISO 639-1); ``None``: each in its article's own language."""
        ...

    async def speak(self, channel: Channel, language: str | None) -> None:
        """Let the briefings of a channel be in that language from now on."""
        ...

    async def latest(self, channel: Channel) -> Thread | None:
        """The thread that was begun last in a channel."""
        ...

    async def told(self, platform: str, workspace: str, person: str) -> Sequence[Told]:
        """The latest briefings that ``person`` asked for, newest first."""
        ...

    async def judge(self, verdict: Verdict) -> None:
        """What somebody thinks of a briefing; their last word counts."""
        ...

    async def forget(self, scope: Scope, *, really: bool) -> Held:
        """Delete all that is within ``scope``, for good; or, not ``really``, only say how much that is."""
        ...
