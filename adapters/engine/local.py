"""Digests are delivered in this process, which looks for what is due every few seconds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from adapters.clock import ticking

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from bot.digests import Press

DELIVER_SECONDS = 5.0
"""Between two looks for digests that are due."""

GRACE_SECONDS = 2.0
"""What is being delivered when we are to stop has this long to end; the rest is left to whoever comes next."""


class Local:
    """``adapters.behind.Engine``: other processes on the same database may do the same, and share the work."""

    def delivering(self, platform: str, press: Press) -> AbstractAsyncContextManager[None]:
        """Deliver what is due on that platform, until left."""
        return ticking([(partial(press.run_due, platform), DELIVER_SECONDS)], GRACE_SECONDS)
