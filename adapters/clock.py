"""The clock: what is to be done every so often. It knows nothing of what is due; that stands in the database."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # pyright: ignore[reportMissingTypeStubs] - there are none

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

_log = logging.getLogger(__name__)


@asynccontextmanager
async def ticking(
    ticks: Iterable[tuple[Callable[[], Awaitable[object]], float]], grace: float = 5.0
) -> AsyncGenerator[None]:
    """Call each of ``ticks`` at once and then every so many seconds, until left; never one while it still runs.

    What runs when it is left may end within ``grace`` seconds; then it is cancelled.
    """
    scheduler: Any = AsyncIOScheduler(timezone=UTC)  # APScheduler gives it no types
    running = set[asyncio.Task[None]]()
    for tick, seconds in ticks:
        scheduler.add_job(
            _guarded,
            "interval",
            args=[tick, running],
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
        scheduler.pause()
        if running:
            await asyncio.wait(running, timeout=grace)
        late = [*running]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        scheduler.shutdown(wait=False)


async def _guarded(tick: Callable[[], Awaitable[object]], running: set[asyncio.Task[None]]) -> None:
    task = asyncio.create_task(_told(tick))  # a task of ours: APScheduler's own are cancelled without being waited for
    running.add(task)
    task.add_done_callback(running.discard)
    await asyncio.wait([task])


async def _told(tick: Callable[[], Awaitable[object]]) -> None:
    try:
        await tick()
    except Exception:  # noqa: BLE001 - the next tick may do what this one could not
        _log.exception("A tick failed")
