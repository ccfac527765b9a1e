"""A process that is told to stop while much is under way: in time, nothing is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import unused_port

from adapters import files
from tests.bot.test_run import line_with, running
from tests.peers.slack.server import scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("socket_enabled")

SECONDS = 10
"""What an operator gives it (issue 9), and less than what Docker and systemd do before they kill."""


class Paper:
    """A site whose pages don't come before it is let go."""

    def __init__(self) -> None:
        self.host = ""
        self.asked = set[str]()
        self.all_asked = asyncio.Event()
        self.let_go = asyncio.Event()

    async def page(self, request: web.Request) -> web.Response:
        self.asked.add(request.path)
        if len(self.asked) == len(PAGES):
            self.all_asked.set()
        await self.let_go.wait()
        text = PAGES[request.path]
        paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
        return web.Response(text=f"<article>{paragraphs}</article>", content_type="text/html")


PAGES = {f"/{number}": path.read_text() for number, path in enumerate(files.bundled()[:2])}


@asynccontextmanager
async def a_slow_paper() -> AsyncGenerator[Paper]:
    paper, app = Paper(), web.Application()
    app.add_routes([web.get(path, paper.page) for path in PAGES])
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    paper.host = f"127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield paper
    finally:
        await runner.cleanup()


async def test_commands_whose_pages_never_come_are_handed_back_in_time_and_answered_once_after_the_restart(
    tmp_path: Path,
) -> None:
    async with scripted_slack() as slack, a_slow_paper() as paper:
        async with running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=paper.host) as process:
            await line_with(process, "ready")
            for path in PAGES:
                await slack.command(f"http://{paper.host}{path}")
            await asyncio.wait_for(paper.all_asked.wait(), 60)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), SECONDS) == 0
            assert slack.posts() == []
        paper.let_go.set()
        async with running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=paper.host) as process:
            await slack.until(lambda: len(slack.posts()) >= len(PAGES))
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), SECONDS) == 0
        assert len(slack.posts()) == len(PAGES)
        assert slack.problems == []


async def test_a_running_bot_says_that_it_is_ready_and_counts_what_it_did(tmp_path: Path) -> None:
    port = unused_port()
    address = f"http://127.0.0.1:{port}"
    async with (
        scripted_slack() as slack,
        a_slow_paper() as paper,
        running(
            slack,
            tmp_path,
            STANDFIRST_ALLOW_HOSTS=paper.host,
            STANDFIRST_LISTEN=f"127.0.0.1:{port}",
            STANDFIRST_LOG="json",
        ) as process,
        ClientSession() as client,
    ):
        await line_with(process, "ready")
        async with client.get(f"{address}/readyz") as answer:
            assert (answer.status, (await answer.json())["ready"]) == (200, True)
        await slack.command(f"http://{paper.host}/0")
        begun = await line_with(process, "An errand is begun")
        paper.let_go.set()
        done = await line_with(process, "An errand is done")
        assert begun.partition('"request"')[2] == done.partition('"request"')[2] != ""
        async with client.get(f"{address}/metrics") as answer:
            told = await answer.text()
        assert 'standfirst_errand_seconds_count{outcome="done",platform="slack"} 1.0' in told
        assert 'standfirst_links_total{outcome="read"} 1.0' in told
        assert "standfirst_errands_open 0.0" in told
