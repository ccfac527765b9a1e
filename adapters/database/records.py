"""The database as the bot sees it: its ports, each call in a thread of its own so that nobody waits for the disk."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from adapters.database import archive, errands, threads
from bot.model import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from adapters.database.opening import Database
    from bot.errands import Errand
    from bot.model import Thread, Verdict
    from summariser.model import Article

_PASTED = "pasted:"
"""Stands before the fingerprint of a text in place of the link it has not."""


class Records:
    """What the bot remembers, as ``bot.ports.Records`` has it. ``now`` gives an aware UTC time.

    Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def file(self, article: Article) -> None:
        """Keep an article that came from nowhere; one with an address was filed when it was read."""
        link = article.url or _PASTED + article.fingerprint
        await asyncio.to_thread(
            archive.file_reading, self._database, article, link=link, body_sha256=None, at=self._now()
        )

    async def filed(self, fingerprint: str) -> Article | None:
        """The article with that text, if it is still kept."""
        return await asyncio.to_thread(archive.filed, self._database, fingerprint)

    async def remember(self, thread: Thread, article: Article, headline: str, person: str) -> None:
        """That ``thread`` is about ``article``, and that ``person`` asked for it."""
        note = Told(thread, headline, article.url, self._now())
        await asyncio.to_thread(threads.remember, self._database, note, article, person)

    async def recall(self, thread: Thread) -> Sequence[Article]:
        """The articles that ``thread`` is about."""
        return await asyncio.to_thread(threads.recall, self._database, thread)

    async def told(self, platform: str, workspace: str, person: str) -> Sequence[Told]:
        """The latest briefings that ``person`` asked for, newest first."""
        return await asyncio.to_thread(threads.told, self._database, platform, workspace, person)

    async def judge(self, verdict: Verdict) -> None:
        """What somebody thinks of a briefing."""
        await asyncio.to_thread(threads.judge, self._database, verdict, self._now())


class Ledger:
    """What was asked for, as ``bot.errands.Ledger`` has it. ``now`` gives an aware UTC time.

    Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def accept(self, errand: Errand) -> bool:
        """Put it on record as begun; false if its key is there already."""
        return await asyncio.to_thread(errands.accept, self._database, errand, self._now())

    async def done(self, key: str) -> None:
        """It is done: keep the key, forget the details."""
        await asyncio.to_thread(errands.finish, self._database, key, self._now())

    async def hand_back(self, key: str) -> None:
        """It is not done, and whoever comes first may take it up."""
        await asyncio.to_thread(errands.hand_back, self._database, key, self._now())

    async def renew(self, keys: Sequence[str]) -> None:
        """They are still under way."""
        await asyncio.to_thread(errands.renew, self._database, keys, self._now())

    async def left(self, platform: str) -> Sequence[Errand]:
        """Take up what others have begun, and not done in the time they had."""
        return await asyncio.to_thread(errands.take_left, self._database, platform, self._now())
