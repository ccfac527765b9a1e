"""What was fetched and read is kept: a page for when it is asked for again, an article for whoever doubts a quote."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.database import archive, fetches, repeats
from adapters.web.model import Document
from adapters.web.sites import site_of
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from adapters.database.opening import Database

MOST_REPEATED = 0.5
"""Of a text's words. Where more than this stands in other articles too, it is no frame around them: they are alike."""


class Shelf:
    """The database, as those see it who fetch and read. ``now`` gives an aware UTC time."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def known(self, link: str) -> Document | None:
        """What came from ``link`` the last time, if that can be asked about.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        kept = await asyncio.to_thread(fetches.kept, self._database, link)
        if kept is None or not (kept.etag or kept.last_modified):
            return None
        return Document(kept.body, kept.final_url, kept.content_type, kept.etag, kept.last_modified)

    async def keep(self, link: str, document: Document, known: Document | None) -> None:
        """Keep what came from ``link``; only note the time where it is what was ``known``.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        if document is known:
            await asyncio.to_thread(fetches.checked, self._database, link, self._now())
            return
        page = fetches.Kept(
            url=link,
            final_url=document.url or link,
            etag=document.etag,
            last_modified=document.last_modified,
            content_type=document.content_type,
            body=document.body,
            fetched=self._now(),
        )
        await asyncio.to_thread(fetches.keep, self._database, page)

    async def file(self, link: str, reading: Reading) -> Reading:
        """File the article that was read from ``link``, without the lines that its site prints under every article.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        return await asyncio.to_thread(self._file, link, reading)

    def _file(self, link: str, found: Reading) -> Reading:
        host = site_of(found.article.url or link)
        lines = [line for line in found.article.text.split("\n") if line.strip()]
        ident = hashlib.sha256((found.article.url or link).encode("utf-8", "replace")).hexdigest()
        seen = repeats.repeated(self._database, host, lines, article_sha256=ident)
        repeats.note_lines(self._database, host, ident, lines, self._now())
        reading = _without(found, seen)
        archive.file_reading(self._database, reading.article, link=link, body_sha256=None, at=self._now())
        return reading


def _without(found: Reading, seen: frozenset[str]) -> Reading:
    lines = found.article.text.split("\n")
    gone = [line for line in lines if line in seen]
    if not gone or sum(map(len, gone)) > MOST_REPEATED * len(found.article.text):
        return found
    paragraphs = "\n".join(line for line in lines if line not in seen).split("\n\n")
    text = "\n\n".join(paragraph.strip("\n") for paragraph in paragraphs if paragraph.strip())
    return Reading(replace(found.article, text=text), (*found.dropped, *gone))
