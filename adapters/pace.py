"""Posts in one channel come one after the other, and not faster than a platform likes."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free: float = 0.0


@dataclass(slots=True)
class Pace:
    """For the channels of one workspace. ``spacing`` is the seconds from the end of a sending to the next."""

    spacing: float = 1.0
    _turns: dict[str, _Turn] = field(default_factory=dict[str, _Turn])

    @asynccontextmanager
    async def turn(self, channel: str) -> AsyncGenerator[None]:
        """Alone in that channel, until left."""
        turn = self._turns.setdefault(channel, _Turn())
        async with turn.lock:
            yield

    async def wait(self, channel: str) -> None:
        """Until something may be sent there; for whoever has the turn."""
        await asyncio.sleep(self._turns[channel].free - asyncio.get_running_loop().time())

    def sent(self, channel: str) -> None:
        """Something was sent there, or at least tried to be."""
        self._turns[channel].free = asyncio.get_running_loop().time() + self.spacing
