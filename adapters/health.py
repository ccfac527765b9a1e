"""Whether the process lives, is ready, and how its work stands: for whatever watches it over HTTP."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.database.standing import standing
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from adapters.database.opening import Database
    from adapters.database.standing import Standing
    from adapters.telemetry import Metrics

TICK_SECONDS = 15.0
"""Between two ticks of the clock that are noted here."""

STILL_SECONDS = 4 * TICK_SECONDS
"""A clock that has not ticked for so long stands still; one late tick is no fault."""

EXPOSITION = "text/plain; version=0.0.4; charset=utf-8"
"""https://prometheus.io/docs/instrumenting/exposition_formats/"""


@dataclass(slots=True)
class Health:
    """What is known of each part of a process. ``now`` gives an aware UTC time, ``seconds`` ones that only grow."""

    metrics: Metrics
    database: Database
    now: Callable[[], datetime]
    seconds: Callable[[], float] = time.monotonic
    _platforms: dict[str, str] = field(default_factory=dict[str, str])
    _ticked: float | None = None

    async def ticked(self) -> None:
        """The clock ticks."""
        self._ticked = self.seconds()

    def expect(self, names: Iterable[str]) -> None:
        """These platforms are to be reached; until they are, we aren't ready."""
        self._platforms |= dict.fromkeys(names, "It is not connected yet.")

    def reached(self, name: str) -> None:
        """A platform is connected."""
        self._platforms[name] = ""

    def lost(self, name: str, why: str) -> None:
        """A platform is not connected; ``why`` is a sentence that anybody may read."""
        self._platforms[name] = why

    def routes(self) -> list[web.RouteDef]:
        """``/healthz``, ``/readyz`` and ``/metrics``."""
        return [
            web.get("/healthz", self._lives),
            web.get("/readyz", self._is_ready),
            web.get("/metrics", self._numbers),
        ]

    async def _lives(self, _: web.Request) -> web.Response:
        return web.Response(text="The loop turns.\n")

    async def _is_ready(self, _: web.Request) -> web.Response:
        _found, problem = await self._standing()
        wrong = {"database": problem, "clock": self._still(), **self._platforms}
        parts = {name: {"ready": not why} | ({"why": why} if why else {}) for name, why in wrong.items()}
        ready = not any(wrong.values())
        body = json.dumps({"ready": ready, "parts": parts}, ensure_ascii=False) + "\n"
        return web.Response(status=200 if ready else 503, text=body, content_type="application/json")

    async def _numbers(self, _: web.Request) -> web.Response:
        found, _problem = await self._standing()
        if found is None:
            self.metrics.no_ledger()
        else:
            self.metrics.ledger(
                deliveries=found.deliveries,
                due=found.due,
                errands=found.errands,
                feeds=found.feeds,
                failing=found.failing,
            )
            self.metrics.spending((each.model, each.calls, each.prompt, each.completion) for each in found.tokens)
        return web.Response(body=self.metrics.exposed(), headers={"Content-Type": EXPOSITION})

    async def _standing(self) -> tuple[Standing | None, str]:
        """How the work stands, or why nobody can tell."""
        try:
            return await asyncio.to_thread(standing, self.database, self.now()), ""
        except StoreUnusable as error:
            return None, str(error)

    def _still(self) -> str:
        """Why the clock doesn't tick; empty where it does."""
        if self._ticked is None:
            return "It has not ticked yet."
        since = self.seconds() - self._ticked
        return f"It has not ticked for {since:.0f} s." if since > STILL_SECONDS else ""
