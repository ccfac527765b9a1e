"""Manners towards a host: a few requests at once, a pause between them, and rest when it asks for rest."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import Blocked

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

AT_ONCE = 2
"""Requests to one host under way at the same time: a page, and the feed or robots.txt beside it."""

PAUSE = 0.2
"""Seconds between the starts of two requests to one host; a site's own Crawl-delay may make it longer."""

LONGEST_PAUSE = 10.0
"""Seconds. Some sites ask programs to wait minutes between two pages, which is meant for those that read them all."""

LONGEST_REST = 3600.0
"""Seconds a host is left alone at its own wish, at most; then it is asked again."""

MOST_HOSTS = 10_000
"""Hosts remembered. Those that were idle longest are forgotten, and start afresh."""


@dataclass(slots=True)
class _Host:
    room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    next_start: float = 0.0
    rests_until: float = 0.0
    waiting: int = 0


class Turns:
    """Who may ask which host, when. Times are seconds of the event loop's clock."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str, *, pause: float = 0.0) -> AsyncGenerator[None]:
        """Wait for a turn to ask ``host``, and hold it. ``pause`` is the Crawl-delay the site asks for.

        Raises:
            Blocked: if the host wants to be left alone for now.
        """
        state = self._state(host)
        state.waiting += 1
        try:
            async with state.room:
                await self._wait(host, state, min(max(pause, self._pause), LONGEST_PAUSE))
                yield
        finally:
            state.waiting -= 1

    def rest(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for so long."""
        now = asyncio.get_running_loop().time()
        state = self._state(host)
        state.rests_until = max(state.rests_until, now + min(seconds, LONGEST_REST))

    async def _wait(self, host: str, state: _Host, pause: float) -> None:
        now = asyncio.get_running_loop().time()
        if state.rests_until > now:
            raise Blocked(host)
        start = max(now, state.next_start)
        state.next_start = start + pause
        if start > now:
            await asyncio.sleep(start - now)

    def _state(self, host: str) -> _Host:
        state = self._hosts.setdefault(host, _Host())
        self._hosts.move_to_end(host)
        if len(self._hosts) > MOST_HOSTS:
            idle = next((name for name, each in self._hosts.items() if not each.waiting and each is not state), None)
            if idle is not None:
                del self._hosts[idle]
        return state
