"""Pages a second through fetch, read and brief, from a server on loopback that is 500 hosts, and the memory it takes.

``python -m tests.benchmarks.web [PAGES]``. The server runs in a process of its own and shares the cores with us, so
the rate is lower than with real sites. Memory is the peak of this process and its workers together.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import re
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.telemetry import Metrics
from adapters.web.articles import Articles
from adapters.web.fetch import Fetcher
from adapters.web.workers import Workers
from bot.answering import answer_link
from bot.commands import Brief
from bot.errors import StandfirstError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PAGES = Path(__file__).parent.parent.parent / "seeds" / "pages"
HOSTS = 500
AT_ONCE = 32
CORES = 2


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    asyncio.run(_measure(port, number, server.pid or 0))
    server.terminate()


async def _measure(port: int, number: int, server: int) -> None:
    names = [path.name for path in sorted(PAGES.glob("*.html"))]
    hosts = [f"127.0.{1 + n // 250}.{1 + n % 250}:{port}" for n in range(HOSTS)]
    links = [f"http://{hosts[n % HOSTS]}/{names[(n // HOSTS * 7 + n) % len(names)]}" for n in range(number)]
    with Workers(CORES) as workers:
        async with Fetcher(allowed=hosts) as fetcher:
            articles = Articles(fetcher, workers, Metrics())
            look = partial(_look, articles=articles, workers=workers)
            await asyncio.gather(*(look(link, asyncio.Semaphore(1)) for link in links[:CORES]))  # they have started
            room = asyncio.Semaphore(AT_ONCE)
            start = time.perf_counter()
            took = await asyncio.gather(*(look(link, room) for link in links))
            seconds = time.perf_counter() - start
        memory = _peak(os.getpid()) + sum(map(_peak, _workers(server)))
    done = sorted(each for each in took if each is not None)
    print(f"pages            {number} on {HOSTS} hosts, {len(names)} different, {AT_ONCE} at once, {CORES} workers")
    print(f"briefed          {len(done)}")
    print(f"rate             {number / seconds:.1f} pages a second")
    print(f"from ask to post {_at(done, 0.5):.2f} s median, {_at(done, 0.99):.2f} s 99th percentile")
    print(f"memory           {memory / 1e6:.0f} MB at the peak, this process and its workers")


async def _look(link: str, room: asyncio.Semaphore, *, articles: Articles, workers: Workers) -> float | None:
    async with room:
        start = time.perf_counter()
        try:
            await answer_link(Brief(), link, articles, workers)
        except StandfirstError:
            return None
        return time.perf_counter() - start


def _at(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def _peak(pid: int) -> int:
    """Bytes of memory the process had at most."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) * 1024 if found else 0


def _workers(server: int) -> set[int]:
    """Our child processes but the server."""
    tasks = Path("/proc/self/task").iterdir()
    return {int(child) for task in tasks for child in (task / "children").read_text("ascii").split()} - {server}


def _serve(pipe: Connection) -> None:
    pages = {f"/{path.name}": path.read_bytes() for path in PAGES.glob("*.html")}

    async def page(request: web.Request) -> web.StreamResponse:
        body = pages.get(request.path)
        return web.Response(status=404) if body is None else web.Response(body=body, content_type="text/html")

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/{path:.*}", page)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "0.0.0.0", 0, backlog=1024).start()  # noqa: S104 - 500 addresses of loopback
        pipe.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


if __name__ == "__main__":
    main()
