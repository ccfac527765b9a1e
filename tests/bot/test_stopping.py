"""A process that is told to stop while much is under way: in time, nothing is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import unused_port
from yarl import URL

from adapters import files
from adapters.database import followed
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from bot.model import Channel, Headline, Headlines, Subscription
from bot.schedule import parse
from tests.bot.test_run import line_with, running
from tests.peers.slack.server import scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.peers.slack.server import ScriptedSlack
    from tests.postgres import Postgres

pytestmark = pytest.mark.usefixtures("socket_enabled")

SECONDS = 10
"""What an operator gives it (issue 9), and less than what Docker and systemd do before they kill."""


class Paper:
    """A site whose pages and feeds don't come before it is let go."""

    def __init__(self) -> None:
        self.host = ""
        self.asked = set[str]()
        self.changed = asyncio.Event()
        self.let_go = asyncio.Event()

    async def until_asked(self, *paths: str) -> None:
        """Wait until each of them is waited for."""
        async with asyncio.timeout(60):
            while not self.asked.issuperset(paths):
                self.changed.clear()
                await self.changed.wait()

    async def feed(self, request: web.Request) -> web.Response:
        await self._hold(request.path)
        item = f"<item><title>Harbour will close</title><link>http://{request.host}/0</link></item>"
        text = f"<rss version='2.0'><channel><title>Paper</title>{item}</channel></rss>"
        return web.Response(text=text, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        await self._hold(request.path)
        text = PAGES[request.path]
        paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
        return web.Response(text=f"<article>{paragraphs}</article>", content_type="text/html")

    async def _hold(self, path: str) -> None:
        self.asked.add(path)
        self.changed.set()
        await self.let_go.wait()


FEEDS = ["/feeds/0", "/feeds/1"]
PAGES = {f"/{number}": path.read_text() for number, path in enumerate(files.bundled()[:2])}


@asynccontextmanager
async def a_slow_paper() -> AsyncGenerator[Paper]:
    paper, app = Paper(), web.Application()
    app.add_routes([web.get(path, paper.page) for path in PAGES])
    app.add_routes([web.get(path, paper.feed) for path in FEEDS])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    paper.host = f"127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield paper
    finally:
        paper.let_go.set()  # aiohttp waits for what is being answered
        await runner.cleanup()


async def stopped(process: asyncio.subprocess.Process) -> int:
    """Told to stop, as an operator would; its exit code, which has to come in time."""
    process.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(process.wait(), SECONDS)


async def counted(address: str, line: str) -> None:
    """Wait until the process at that address counts it."""
    async with ClientSession() as client, asyncio.timeout(60):
        told = ""
        while line not in told:
            async with client.get(f"{address}/metrics") as answer:
                told = await answer.text()


@pytest.mark.slow
async def test_commands_whose_pages_never_come_are_handed_back_in_time_and_answered_once_after_the_restart(
    tmp_path: Path,
) -> None:
    async with scripted_slack() as slack, a_slow_paper() as paper:
        async with running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=paper.host) as process:
            await line_with(process, "ready")
            for path in PAGES:
                await slack.command(f"http://{paper.host}{path}")
            await paper.until_asked(*PAGES)
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


def a_digest_is_due(url: str, host: str) -> None:
    """Set up some time ago for this minute; its feed has brought an article of that site's."""
    slot = datetime.now(UTC).replace(second=0, microsecond=0)
    feed = f"http://{host}/feeds/0"
    there, when = Channel("slack", "T1", "C1"), parse(f"daily {slot:%H:%M} UTC")
    brought = Headline("Harbour will close", "/0", link=f"http://{host}/0", published=slot)
    with open_database(url) as database:
        keep(database, Subscription(there, "Morning", when, (feed,), "U1", slot - timedelta(minutes=1)))
        followed.follow(database, [feed], slot)
        followed.polled(database, feed, Headlines("Paper", None, feed, "en", (brought,)), datetime.now(UTC))


@pytest.mark.slow
async def test_a_digest_that_a_worker_is_delivering_is_delivered_once_by_the_next(
    tmp_path: Path, postgres: Postgres
) -> None:
    url = postgres.fresh(f"stopping_{uuid4().hex}")
    async with scripted_slack() as slack, a_slow_paper() as paper:
        a_digest_is_due(url, paper.host)
        shared = {"STANDFIRST_ENGINE": "procrastinate", "DATABASE_URL": url, "STANDFIRST_ALLOW_HOSTS": paper.host}
        slack.faults["chat.postMessage"].append("hang")
        paper.let_go.set()
        async with running(slack, tmp_path, "worker", **shared) as works:
            await line_with(works, "ready, to deliver digests")
            await slack.until(slack.posts)
            assert await stopped(works) == 0
        async with running(slack, tmp_path, "worker", **shared) as works:
            await slack.until(lambda: len(slack.posts()) == 2)
            assert await stopped(works) == 0
        digest, briefing = slack.posts()
        assert "1 story from 1 source" in digest["text"]
        assert briefing["thread_ts"] == digest["ts"]
        assert slack.problems == []


@pytest.mark.slow
async def test_an_article_that_is_being_read_is_answered_once_before_or_after_the_restart(tmp_path: Path) -> None:
    """Those who read are stopped in the middle of it, as a page that takes long would keep them."""
    port = unused_port()
    async with scripted_slack() as slack, a_slow_paper() as paper:
        paper.let_go.set()
        settings = {"STANDFIRST_ALLOW_HOSTS": paper.host, "STANDFIRST_LISTEN": f"127.0.0.1:{port}"}
        async with running(slack, tmp_path, **settings) as process:
            await line_with(process, "ready")
            for reader in readers(process.pid):
                os.kill(reader, signal.SIGSTOP)
            await slack.command(f"http://{paper.host}/0")
            await counted(f"http://127.0.0.1:{port}", 'standfirst_step_seconds_count{outcome="done",step="fetch"} 1.0')
            assert await stopped(process) == 0
        answered = [*slack.posts(), *_notices(slack)]
        async with running(slack, tmp_path, **settings) as process:
            if not answered:
                await slack.until(slack.posts)
            await line_with(process, "ready")
            assert await stopped(process) == 0
        assert len([*slack.posts(), *_notices(slack)]) == 1


def _notices(slack: ScriptedSlack) -> list[str]:
    """What the asker alone was told, besides that something is being done."""
    return [each["text"] for each in slack.responses() if "…" not in each["text"]]


def readers(process: int) -> list[int]:
    """The processes that read for it."""
    lists = Path(f"/proc/{process}/task").glob("*/children")  # each thread has its own
    children = [each for one in lists for each in one.read_text().split()]
    found = [int(each) for each in children if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]
    assert found
    return found


async def test_feeds_that_are_being_polled_are_due_again_after_the_restart(tmp_path: Path) -> None:
    url, database = f"sqlite:///{tmp_path / 'standfirst.db'}", tmp_path / "standfirst.db"
    async with scripted_slack() as slack, a_slow_paper() as paper:
        feeds = [f"http://{paper.host}{path}" for path in FEEDS]
        with open_database(url) as opened:
            followed.follow(opened, feeds, datetime.now(UTC))
            there, when = Channel("slack", "T1", "C1"), parse("daily 08:30 UTC")
            keep(opened, Subscription(there, "Morning", when, tuple(feeds), "U1", datetime.now(UTC)))
        settings = {"DATABASE_URL": f"sqlite:///{database}", "STANDFIRST_ALLOW_HOSTS": paper.host}
        async with running(slack, tmp_path, **settings) as process:
            await paper.until_asked(*FEEDS)
            assert await stopped(process) == 0
        with open_database(url) as opened:
            assert {*followed.take_due(opened, datetime.now(UTC), 10)} == {*feeds}
            assert followed.unread(opened, feeds) == (), "that we stop is no fault of theirs"


NOBODY = {"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "SLACK_API_URL": ""}


async def playground_of(process: asyncio.subprocess.Process) -> str:
    """Where it is served."""
    told = re.search(r"http://127\.0\.0\.1:\d+", await line_with(process, "Playground: ready"))
    assert told
    return told[0]


async def test_a_page_that_is_being_served_comes_to_its_end_and_the_process_does(tmp_path: Path) -> None:
    async with (
        scripted_slack() as slack,
        a_slow_paper() as paper,
        running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=paper.host, **NOBODY) as process,
        ClientSession(headers={"Sec-Fetch-Site": "same-origin"}, cookie_jar=CookieJar(unsafe=True)) as browser,
    ):
        say = f"{await playground_of(process)}/say"
        link = {"text": f"http://{paper.host}/0"}
        asked = asyncio.create_task(browser.post(say, data=link, allow_redirects=False))
        await paper.until_asked("/0")
        assert await stopped(process) == 0
        assert (await asked).status == 303


@pytest.mark.parametrize("of", ["the playground", "the bundled articles"])
async def test_whoever_asks_again_and_again_and_never_reads_holds_nothing_up(tmp_path: Path, of: str) -> None:
    """What is answered doesn't fit between us, and the server waits to send the rest."""
    async with scripted_slack() as slack, running(slack, tmp_path, **NOBODY) as process, ClientSession() as other:
        address = await playground_of(process)
        page = URL(f"{address}/static/playground.css")
        if of == "the bundled articles":
            async with other.get(address) as answer:
                sample = re.search(r'value="(http://127\.0\.0\.1:\d+/news/[^"]+)"', await answer.text())
            assert sample
            page = URL(sample[1])
        with socket.socket() as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            deaf.connect((page.host, page.port))
            deaf.setblocking(False)
            asks = f"GET {page.path} HTTP/1.1\r\nHost: {page.host}:{page.port}\r\n\r\n".encode() * 1_000
            await asyncio.get_running_loop().sock_sendall(deaf, asks)
            for _ in range(500):  # others are answered meanwhile, and by then it is full
                async with other.get(page) as answer:
                    assert answer.status == 200
            assert await stopped(process) == 0
