"""A process that delivers digests until it is killed: `python -m tests.chaos.worker DATABASE SLACK`."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from functools import partial

from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Records, Subscriptions
from adapters.slack.digests import SlackDigests
from adapters.slack.workspaces import Installed, OneInstall, Workspaces
from bot.digests import Composer, Press
from tests.fakes import FakeArticles, Inline

LEASE = timedelta(seconds=2)
"""So short that others take over within a run."""


async def deliver(database: str, slack: str) -> None:
    """Look for what is due, again and again."""
    now = partial(datetime.now, UTC)
    with open_database(database) as opened:
        installs = OneInstall(Installed("T1", "xoxb-T1", "UBOT1"))
        workspaces = Workspaces(installs, now, slack, pause=0.05, spacing=0.1, timeout=1)
        press = Press(
            Composer(FakeArticles(), Inline(), Subscriptions(opened, now)),
            Records(opened, now),
            DigestLedger(opened, now, LEASE),
            SlackDigests(workspaces),
        )
        while True:
            await press.run_due("slack")
            await asyncio.sleep(0.05)


if __name__ == "__main__":
    asyncio.run(deliver(*sys.argv[1:]))
