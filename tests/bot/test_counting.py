"""What a running bot counts is what happened, by its ledger and by Slack."""

from __future__ import annotations

import re
import signal
from asyncio import wait_for
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port
from sqlalchemy import func, select, update

from adapters.database.opening import open_database
from adapters.database.tables import deliveries, subscriptions
from tests.bot.test_run import a_paper, line_with, running
from tests.peers.slack.server import scripted_slack

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("socket_enabled")


async def numbers(address: str) -> dict[str, float]:
    async with ClientSession() as client, client.get(f"{address}/metrics") as answer:
        told = re.findall(r"^(standfirst\S+) (\S+)$", await answer.text(), re.MULTILINE)
    return {name: float(number) for name, number in told}


def done(step: str, told: dict[str, float], outcome: str = "done") -> float:
    """How often."""
    return told.get(f'standfirst_step_seconds_count{{outcome="{outcome}",step="{step}"}}', 0)


@pytest.mark.slow
async def test_the_steps_of_a_command_a_failure_and_a_digest_are_counted_once_each(tmp_path: Path) -> None:
    port = unused_port()
    address, url = f"http://127.0.0.1:{port}", f"sqlite:///{tmp_path / 'standfirst.db'}"
    async with (
        scripted_slack() as slack,
        a_paper() as host,
        running(
            slack, tmp_path, STANDFIRST_ALLOW_HOSTS=host, STANDFIRST_LISTEN=f"127.0.0.1:{port}", STANDFIRST_LOG="json"
        ) as process,
    ):
        await line_with(process, "ready")
        await slack.command(f"http://{host}/harbour")
        await line_with(process, "An errand is done")
        told = await numbers(address)
        assert {step: done(step, told) for step in ("command", "fetch", "extract", "summarise", "post")} == {
            "command": 1,
            "fetch": 1,
            "extract": 1,
            "summarise": 1,
            "post": 1,
        }
        assert told['standfirst_ack_seconds_count{platform="slack"}'] == 1

        await slack.command(f"http://{host}/no-such-page")
        await line_with(process, "An errand is done")
        told = await numbers(address)
        assert done("fetch", told, "failed") == told['standfirst_links_total{outcome="not_found"}'] == 1
        assert (done("command", told), done("extract", told)) == (2, 1)
        assert told['standfirst_ack_seconds_count{platform="slack"}'] == 2

        slot = datetime.now(UTC).replace(second=0, microsecond=0)
        await slack.command(f"daily {slot:%H:%M} UTC http://{host}/feed.xml", command="/digest")
        await slack.until(lambda: "is set up" in str(slack.responses()))
        with open_database(url) as database, database.writing() as connection:
            connection.execute(update(subscriptions).values(planned=slot - timedelta(minutes=1), due=slot))
        await line_with(process, "A digest is posted")
        told = await numbers(address)
        with open_database(url) as database, database.reading() as connection:
            posted = connection.scalar(select(func.count()).where(deliveries.c.state == "posted"))
        assert posted == done("delivery", told) == done("compose", told) == 1
        links, feeds = 'standfirst_links_total{outcome="read"}', 'standfirst_feed_fetches_total{outcome="fetched"}'
        assert done("fetch", told) == done("extract", told) == told[links] + told[feeds]
        process.send_signal(signal.SIGTERM)
        assert await wait_for(process.wait(), 10) == 0
