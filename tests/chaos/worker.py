"""A process that delivers digests until it is killed.

On SQLite it looks for them itself, on PostgreSQL it is a worker of Procrastinate, which also hands them out.

Now and then it kills itself, at each step where dying could lose or double something.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from adapters.database.claims import MARGIN, Times
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Records, Subscriptions
from adapters.engine.queue import open_queue
from adapters.running import running
from adapters.slack.digests import SlackDigests
from adapters.slack.workspaces import Installed, OneInstall, Workspaces
from bot.composing import Composer
from bot.copywriting import Copywriter
from bot.digests import Press
from tests.fakes import FakeArticles, Inline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from bot.model import Channel, Delivery, Fate

LEASE = timedelta(seconds=4)
"""So short that others take over within a run; in its last fifth nothing is sent, and what was sent has to arrive."""

LONGER_LEASE = timedelta(seconds=8)
"""At the pace of Slack: whoever takes over posts at once, so that last fifth has to be longer than the pace."""

SOON = timedelta(seconds=0.5)
"""Until what nobody took up is offered again, and who could not be told is told."""

DIES = 0.02
"""How often, at each of the steps below."""


class DyingLedger(DigestLedger):
    """A ledger whose process may die right after a claim, before and after the first message, and around the record."""

    chance = random.Random()  # noqa: S311 - no secret
    last_words: ClassVar[Connection]

    def die_now(self, step: str) -> None:
        if self.chance.random() < DIES:
            self.last_words.send(step)
            os.kill(os.getpid(), signal.SIGKILL)

    async def claim(self, platform: str, most: int, channel: Channel | None = None) -> Sequence[Delivery]:
        claimed = await super().claim(platform, most, channel)
        if claimed:
            self.die_now("after claim")
        return claimed

    async def begin_posting(self, delivery: Delivery, told: Sequence[str], became: Sequence[Fate]) -> bool:
        begun = await super().begin_posting(delivery, told, became)
        self.die_now("before posting")
        return begun

    async def finish(self, delivery: Delivery, told: Sequence[str], thread: str | None) -> bool:
        self.die_now("after posting, before recording")
        finished = await super().finish(delivery, told, thread)
        self.die_now("after recording")
        return finished


def work(database: str, slack: str, seed: float, spacing: float, last_words: Connection) -> None:
    """Look for what is due, again and again; ``spacing`` is in seconds, a step is said before one dies at it."""
    logging.disable()
    DyingLedger.chance.seed(seed)
    DyingLedger.last_words = last_words
    asyncio.run(_deliver(database, slack, spacing))


async def _deliver(database: str, slack: str, spacing: float) -> None:
    now = partial(datetime.now, UTC)
    with open_database(database) as opened:
        installs = OneInstall(Installed("T1", "xoxb-T1", "UBOT1"))
        workspaces = Workspaces(installs, now, slack, pause=0.05, spacing=spacing, timeout=1)
        lease = LEASE if spacing < LEASE.total_seconds() * MARGIN else LONGER_LEASE
        times = Times(lease, timedelta(seconds=spacing), offered_again=SOON, reported_again=SOON)
        ledger = DyingLedger(opened, now, times)
        press = Press(
            Composer(FakeArticles(), Inline(), Subscriptions(opened, now), Inline(), Copywriter(Inline())),
            Records(opened, now),
            ledger,
            SlackDigests(workspaces),
            pause=timedelta(seconds=0.2),
        )
        if database.startswith("sqlite"):
            while True:
                await press.run_due("slack")
                await asyncio.sleep(0.05)
        async with open_queue(database, ledger) as queue, running(queue.work("slack", press)):
            while True:
                await queue.offer()
                await press.report("slack")
                await asyncio.sleep(0.05)
