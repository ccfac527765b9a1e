"""Feeds behind links: fetched like pages, read apart, found from a site's address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from adapters.web.articles import fetched
from adapters.web.sites import site_of
from bot.errors import BrokenFeed, Fault, IsOpml, NotAFeed, NotOpml, Unread
from bot.model import Headline, Headlines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from adapters.telemetry import Metrics
    from adapters.web.fetch import Fetcher
    from adapters.web.shelf import Shelf
    from adapters.web.workers import Workers

MOST_TRIED = 6
"""Addresses that are tried for a site that names no feed."""


class Feeds:
    """Feeds behind links, as ``bot.ports.Feeds`` has it. ``now`` gives an aware UTC time."""

    def __init__(
        self,
        fetcher: Fetcher,
        workers: Workers,
        metrics: Metrics,
        now: Callable[[], datetime],
        shelf: Shelf | None = None,
    ) -> None:
        """Without a ``shelf`` nothing is kept."""
        self._fetcher = fetcher
        self._workers = workers
        self._metrics = metrics
        self._now = now
        self._shelf = shelf

    async def read(self, link: str) -> Headlines:
        """The headlines of the feed at ``link``, or of the one that the site there names.

        Raises:
            Unread: if nothing is to be had there; the class says why.
            NotAFeed: if there are no headlines in it.
            BrokenFeed: if none of its articles has a title or a link.
            IsOpml: if it is a list of feeds; it offers them.
        """
        try:
            return await self._look(link)
        except IsOpml:
            raise
        except NotAFeed as error:
            from adapters.feeds.discovery import guesses  # noqa: PLC0415 - seldom needed, and it brings lxml

            found = await self._first(error.offered or guesses(link))
            if found is None:
                raise
            return found

    async def _first(self, links: Sequence[str]) -> Headlines | None:
        for link in links[:MOST_TRIED]:
            try:
                return await self._look(link)
            except (BrokenFeed, NotAFeed, Unread):
                continue
        return None

    async def _look(self, link: str) -> Headlines:
        try:
            found, new = await self._found(link)
        except (BrokenFeed, NotAFeed, Unread, Fault) as error:
            self._metrics.feed(error.kind)
            raise
        self._metrics.feed("fetched" if new else "unchanged")
        return found

    async def _found(self, link: str) -> tuple[Headlines, bool]:
        site = site_of(link)
        with self._metrics.during("fetch", site=site):
            document, new = await fetched(link, self._fetcher, self._shelf)
        work = partial(headlines, document.body, url=document.url, content_type=document.content_type, now=self._now())
        with self._metrics.during("extract", site=site):
            return await self._workers.run(work, site), new


def _listed(body: bytes) -> tuple[str, ...]:
    """The feeds of a list; none, if it is none."""
    from adapters.feeds.opml import read_opml  # noqa: PLC0415 - as below

    try:
        return tuple(each.feed for each in read_opml(body))
    except NotOpml:
        return ()


def headlines(body: bytes, *, url: str | None, content_type: str | None, now: datetime) -> Headlines:
    """All the headlines of the feed in ``body``, as plain text.

    Raises:
        NotAFeed: if it is none; it offers the feeds that it names.
        BrokenFeed: if none of its articles has a title or a link.
    """
    from adapters.feeds.parse import parse  # noqa: PLC0415 - what reads feeds is loaded where they are read: 20 MB

    try:
        feed = parse(body, url=url, content_type=content_type, now=now)
    except NotAFeed:
        listed_there = _listed(body)
        if not listed_there:
            raise
        raise IsOpml(listed_there) from None
    listed = (
        Headline(
            title=each.title,
            ident=each.ident,
            link=each.link,
            published=each.published,
            updated=each.updated,
            byline=each.byline,
            summary=each.summary,
            text=each.text,
        )
        for each in feed.headlines
    )
    return Headlines(feed.title, feed.site, feed.url or url, feed.language, tuple(listed))
