"""The articles behind links: fetched once for all who ask at the same time, read apart, and kept."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from adapters.web.model import Elsewhere
from adapters.web.sites import site_of
from adapters.web.workers import read
from bot.errors import Fault, NeedsBrowser, Unread

if TYPE_CHECKING:
    from adapters.telemetry import Metrics
    from adapters.web.fetch import Fetcher
    from adapters.web.model import Document
    from adapters.web.shelf import Shelf
    from adapters.web.workers import Workers
    from summariser.reading import Reading

MOST_ELSEWHERE = 2
"""Other addresses of an article that are tried when its page is an empty shell."""


class Articles:
    """Articles behind links, as ``bot.ports.Articles`` has it."""

    def __init__(self, fetcher: Fetcher, workers: Workers, metrics: Metrics, shelf: Shelf | None = None) -> None:
        """Without a ``shelf`` nothing is kept."""
        self._fetcher = fetcher
        self._workers = workers
        self._metrics = metrics
        self._shelf = shelf
        self._under_way: dict[tuple[str, bool], asyncio.Task[Reading]] = {}

    async def read(self, link: str, *, raw: bool = False) -> Reading:
        """The article behind ``link``; with ``raw`` nothing is taken off its text.

        Raises:
            Unread: if there is none to be had; the class says why.
        """
        asked = (link.strip(), raw)
        task = self._under_way.get(asked)
        if task is None:
            task = self._under_way[asked] = asyncio.create_task(self._counted(*asked))
            task.add_done_callback(lambda _: self._under_way.pop(asked))
        return await asyncio.shield(task)  # whoever leaves, the others still wait for it

    async def _counted(self, link: str, raw: bool) -> Reading:  # noqa: FBT001 - never called with a literal
        try:
            reading = await self._read(link, raw=raw)
        except (Unread, Fault) as error:
            self._metrics.link(error.kind)
            raise
        self._metrics.link("read")
        return reading

    async def _read(self, link: str, *, raw: bool) -> Reading:
        found = await self._look(link, raw=raw)
        if isinstance(found, Elsewhere):
            found = await self._look_elsewhere(link, found, raw=raw)
        return found if raw or self._shelf is None else await self._shelf.file(link, found)

    async def _look_elsewhere(self, link: str, page: Elsewhere, *, raw: bool) -> Reading:
        for address in page.addresses[:MOST_ELSEWHERE]:
            try:
                found = await self._look(address, raw=raw)
            except Unread:
                continue
            if not isinstance(found, Elsewhere):
                return found
        raise NeedsBrowser(site_of(link))

    async def _look(self, link: str, *, raw: bool) -> Reading | Elsewhere:
        with self._metrics.during("fetch", site=site_of(link)):
            document, _ = await fetched(link, self._fetcher, self._shelf)
        site = site_of(document.url or link)
        with self._metrics.during("extract", site=site):
            return await self._workers.run(partial(read, document, raw=raw), site)


async def fetched(link: str, fetcher: Fetcher, shelf: Shelf | None) -> tuple[Document, bool]:
    """What is behind ``link``, and whether that has changed since it was put on the ``shelf``, where it is put then.

    Raises:
        Unread: if there is nothing to be had; the class says why.
        StoreUnusable: if the database cannot be used.
    """
    known = await shelf.known(link) if shelf else None
    document = await fetcher.fetch(link, known=known)
    if shelf:
        await shelf.keep(link, document, known)
    return document, document is not known
