"""The feeds that digests follow are read, each once for all who follow it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bot.errors import StandfirstError
from bot.watching import Unwatched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Headlines
    from bot.ports import Feeds
    from bot.watching import Watch

AT_ONCE = 100
"""Feeds that are read at the same time; each host still sees only its share."""

_log = logging.getLogger(__name__)


class Followed(Protocol):
    """The feeds that are followed, and what they brought."""

    async def take_due(self, most: int) -> Sequence[str]:
        """Up to ``most`` feeds that it is time to read, the caller's for now."""
        ...

    async def polled(self, url: str, found: Headlines) -> None:
        """Keep what a feed brought."""
        ...

    async def failed(self, url: str, reason: str) -> None:
        """Note why a feed could not be read; it waits longer the next time."""
        ...

    async def hand_back(self, urls: Sequence[str]) -> None:
        """They were not read; whoever comes first may read them."""
        ...


@dataclass(frozen=True, slots=True)
class Poller:
    """Reads what is due."""

    followed: Followed
    feeds: Feeds
    watch: Watch = field(default_factory=Unwatched)

    async def poll(self) -> int:
        """Read all feeds that it is time to read; how many those were. Cancelled, it leaves the rest to others."""
        number = 0
        while urls := await self.followed.take_due(AT_ONCE):
            left = set(urls)
            try:
                await asyncio.gather(*(self._poll_one(url, left) for url in urls))
            except asyncio.CancelledError:
                await asyncio.shield(self.followed.hand_back([*left]))
                raise
            number += len(urls)
        return number

    async def _poll_one(self, url: str, left: set[str]) -> None:
        try:
            with self.watch.during("poll"):
                found = await self.feeds.read(url)
        except StandfirstError as error:
            await self.followed.failed(url, str(error))
        except Exception as error:  # noqa: BLE001 - one feed's fault must not keep the others from being read
            _log.exception("A feed failed in a way it should not")
            await self.followed.failed(url, f"a fault of ours ({type(error).__name__})")
        else:
            await self.followed.polled(url, found)
        left.discard(url)
