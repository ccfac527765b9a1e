"""Work that goes on beside other work."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine


@asynccontextmanager
async def running(work: Coroutine[object, object, None]) -> AsyncGenerator[asyncio.Task[None]]:
    """It goes on until left, and is over then; its task."""
    task = asyncio.create_task(work)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
