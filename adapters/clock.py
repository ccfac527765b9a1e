"""The clock: what is to be done every so often. It knows nothing of what is due; that stands in the database."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # pyright: ignore[reportMissingTypeStubs] - there are none

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

_log = logging.getLogger(__name__)


@asynccontextmanager
async def ticking(ticks: Iterable[tuple[Callable[[], Awaitable[object]], float]]) -> AsyncGenerator[None]:
    """Call each of ``ticks`` at once and then every so many seconds, until left; never one while it still runs."""
    scheduler: Any = AsyncIOScheduler(timezone=UTC)  # APScheduler gives it no types
    for tick, seconds in ticks:
        scheduler.add_job(
            _guarded,
            "interval",
            args=[tick],
            seconds=seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


async def _guarded(tick: Callable[[], Awaitable[object]]) -> None:
    try:
        await tick()
    except Exception:  # noqa: BLE001 - the next tick may do what this one could not
        _log.exception("A tick failed")
