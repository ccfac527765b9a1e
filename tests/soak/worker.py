"""The process that is watched: it plans, polls, delivers and purges by a clock that runs fast."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.clock import ticking
from adapters.database.claims import Times
from adapters.database.followed import polled
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Keeper, Records, Subscriptions
from adapters.slack.digests import SlackDigests
from adapters.slack.workspaces import Installed, OneInstall, Workspaces
from adapters.telemetry import Metrics
from bot.composing import Composer
from bot.copywriting import Copywriter
from bot.digests import Press
from bot.model import Headline, Headlines
from tests.fakes import FakeArticles, Inline

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from adapters.database.opening import Database

SPEED = 960
"""Seconds of its clock in one of ours: half an hour is twenty days."""

KEEP = timedelta(days=2)
"""Of its clock: so that what is purged is seen to be."""

SAMPLE_SECONDS = 2.0
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the process says of itself: megabytes at each look, and its metrics at the end."""

    megabytes: tuple[float, ...]
    metrics: str


def work(database: str, slack: str, channels: int, seconds: float, says: Connection) -> None:
    """Run for so many seconds, deliver what is due then, and say what was seen."""
    logging.disable()
    says.send(asyncio.run(_run(database, slack, channels, seconds)))


async def _run(database: str, slack: str, channels: int, seconds: float) -> Seen:
    begun, real = datetime.now(UTC), time.monotonic()

    def now() -> datetime:
        return begun + SPEED * timedelta(seconds=time.monotonic() - real)

    with open_database(database) as db:
        metrics, samples = Metrics(now), list[float]()
        ledger = DigestLedger(db, now, Times(lease=timedelta(hours=3), spacing=timedelta(0)))
        installs = OneInstall(Installed("T1", "xoxb-T1", "UBOT1"))
        workspaces = Workspaces(installs, partial(datetime.now, UTC), slack, pause=0.05, spacing=0.05, timeout=1)
        composer = Composer(FakeArticles(), Inline(), Subscriptions(db, now), Inline(), Copywriter(Inline()))
        press = Press(
            composer, Records(db, now), ledger, SlackDigests(workspaces), pause=timedelta(minutes=2), watch=metrics
        )

        async def brings_news() -> None:
            await asyncio.to_thread(_news, db, channels, now())

        async def plans() -> None:
            if time.monotonic() - real < seconds:  # then what is due has to come to an end
                await ledger.plan()

        async def looks_at_itself() -> None:
            samples.append(_megabytes())

        ticks = [
            (brings_news, 2.0),
            (plans, 0.5),
            (Keeper(db, now, KEEP).purge, 5.0),
            (looks_at_itself, SAMPLE_SECONDS),
        ]
        async with ticking(ticks):
            while time.monotonic() - real < seconds:
                await press.run_due("slack")
                await asyncio.sleep(0.1)
        while await press.run_due("slack"):  # noqa: ASYNC110 - what is to be tried again is due a moment later
            await asyncio.sleep(0.3)
        return Seen(tuple(samples), metrics.exposed().decode())


def _megabytes() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6


def _news(db: Database, channels: int, now: datetime) -> None:
    """A story more in each feed."""
    for channel in range(channels):
        chance = random.Random(f"{channel} {now}")  # noqa: S311 - no secret
        words = ["".join(chance.choices("bdfgklmnprstaeiou", k=6)) for _ in range(30)]
        text = f"{' '.join(words[:14]).capitalize()}. {' '.join(words[14:]).capitalize()}."
        link = f"https://paper{channel}.example/{words[0]}"
        one = Headline(f"{words[0].capitalize()} {words[1]}", link, link=link, published=now, text=text)
        url = f"https://paper{channel}.example/feed"
        polled(db, url, Headlines("Paper", None, url, "en", (one,)), now)
