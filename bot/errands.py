"""What was asked for is done once: not lost when the process ends, not done again when the platform repeats itself.

An errand is put on record before it is begun. Whoever began it has it for a while; if that passes and it isn't done,
another process takes it up. So a crash costs time, and what comes in twice is known by its key.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bot.watching import Unwatched, request

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from bot.watching import Watch

SWEEP_SECONDS = 30.0
"""Between two looks for errands whose process has gone."""

MOST_TRIES = 3
"""What brings a process down three times would bring down a fourth."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Errand:
    """Something a person asked for. ``key`` is the same each time the platform tells of it.

    ``details`` are the platform's own: what, for whom and where. They may hold what a person typed, so they are kept
    only until it is done. ``tries`` is how often it was begun, this time included, less those that were handed back;
    ``again`` is whether it was begun before at all, and may have been half done.
    """

    key: str
    platform: str
    details: Mapping[str, str]
    tries: int = 1
    again: bool = False

    @property
    def given_up(self) -> bool:
        """Whether it was tried often enough: now it is only to be said that it failed."""
        return self.tries > MOST_TRIES


class Ledger(Protocol):
    """Where errands are on record."""

    async def accept(self, errand: Errand) -> bool:
        """Put it on record as begun; false if its key is there already."""
        ...

    async def done(self, key: str) -> None:
        """It is done: keep the key, forget the details."""
        ...

    async def hand_back(self, key: str) -> None:
        """It is not done, and whoever comes first may take it up."""
        ...

    async def renew(self, keys: Sequence[str]) -> None:
        """They are still under way: nobody else may take them up yet."""
        ...

    async def left(self, platform: str) -> Sequence[Errand]:
        """Take up what others have begun, and not done in the time they had."""
        ...


@dataclass(slots=True)
class Errands:
    """Those of one platform that are under way in this process. ``carry_out`` tells people itself what goes wrong."""

    platform: str
    ledger: Ledger
    carry_out: Callable[[Errand], Awaitable[None]]
    watch: Watch = field(default_factory=Unwatched)
    _under_way: dict[str, asyncio.Task[None]] = field(default_factory=dict[str, "asyncio.Task[None]"])

    async def accept(self, errand: Errand) -> bool:
        """Begin it, unless it was begun before; whether it was begun now.

        Raises:
            StoreUnusable: if it cannot be put on record; then it is not begun.
        """
        new = await self.ledger.accept(errand)
        if new:
            self._begin(errand)
        return new

    async def resume(self) -> None:
        """Take up what processes that are gone have left.

        Raises:
            StoreUnusable: if the record cannot be read.
        """
        for errand in await self.ledger.left(self.platform):
            self._begin(errand)

    async def keep_resuming(self) -> None:
        """The same again and again, until cancelled, and say what is still under way here: that may take long.

        A record that cannot be read now may be readable later.
        """
        while True:
            try:
                await self.ledger.renew([*self._under_way])
                await self.resume()
            except Exception:  # noqa: BLE001 - the next look may find what this one could not
                _log.exception("Errands that were left could not be looked for")
            await asyncio.sleep(SWEEP_SECONDS)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way.values())

    async def close(self, seconds: float) -> None:
        """Let what is under way end within ``seconds``; hand back the rest."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=seconds)
        late = dict(self._under_way)
        for task in late.values():
            task.cancel()
        await asyncio.gather(*late.values(), return_exceptions=True)
        for key in late:
            await self.ledger.hand_back(key)

    def _begin(self, errand: Errand) -> None:
        if errand.key in self._under_way:
            return
        task = asyncio.create_task(self._do(errand), name=errand.key)
        self._under_way[errand.key] = task
        task.add_done_callback(lambda _: self._under_way.pop(errand.key, None))

    async def _do(self, errand: Errand) -> None:
        begun = time.monotonic()
        with request(errand.key):
            _log.info("An errand is begun, try %d", errand.tries)
            try:
                await self.carry_out(errand)
                await self.ledger.done(errand.key)
            except Exception:  # noqa: BLE001 - it stays on record, and one errand must not end the others
                _log.exception("An errand failed; it is tried again later")
                self.watch.errand(self.platform, time.monotonic() - begun, done=False)
            else:
                _log.info("An errand is done")
                self.watch.errand(self.platform, time.monotonic() - begun, done=True)
