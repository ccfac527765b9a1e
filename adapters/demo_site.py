"""A news site on this machine, made of the articles that come with Standfirst: what the demo reads, with no network."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from pathlib import Path

LOOPBACK = "127.0.0.1"
NAME = "The Demo Courier"

_FIRST_MORNING = datetime(2026, 2, 1, 8, tzinfo=UTC)

_PAGE = """<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>{title}</title><meta property="og:site_name" content="The Demo Courier">
<link rel="alternate" type="application/rss+xml" title="The Demo Courier" href="/feed.xml"></head>
<body>
<header><a href="/">The Demo Courier</a></header>
<main><article>
{body}
</article></main>
<footer>Fiction, all of it.</footer>
</body>
</html>
"""

_FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel>
<title>The Demo Courier</title><link>{base}/</link><description>Fiction, all of it.</description>
{items}
</channel></rss>
"""


STOP_SECONDS = 0.1
"""For what is being served when it closes; its pages are there at once, so that is somebody who doesn't read them."""


@dataclass(frozen=True, slots=True)
class DemoSite:
    """Where it is: ``host`` as ``STANDFIRST_ALLOW_HOSTS`` has it, the addresses of its feed and of its articles.

    ``headlines`` are the articles' own, in the same order.
    """

    host: str
    feed: str
    articles: tuple[str, ...]
    headlines: tuple[str, ...]


@asynccontextmanager
async def demo_site(
    articles: Sequence[Path], *, port: int = 0, morning: datetime = _FIRST_MORNING
) -> AsyncGenerator[DemoSite]:
    """Serve the texts of ``articles`` as pages, for as long as the block runs, at ``port``, or at one that is free.

    The first was published in the ``morning`` (an aware time), each after it an hour later.

    Raises:
        OSError: if there is no port to be had.
    """
    app = web.Application()
    runner = web.AppRunner(app, shutdown_timeout=STOP_SECONDS)
    pages = {f"/news/{path.stem}": path for path in articles}

    async def page(request: web.Request) -> web.Response:
        path = pages.get(request.path)
        if path is None:
            raise web.HTTPNotFound
        return web.Response(text=_page(path), content_type="text/html")

    async def feed(request: web.Request) -> web.Response:
        return web.Response(text=_feed(f"http://{request.host}", pages, morning), content_type="application/rss+xml")

    async def front(_: web.Request) -> web.Response:
        links = "\n".join(f'<p><a href="{name}">{escape(_headline(path))}</a></p>' for name, path in pages.items())
        return web.Response(text=_PAGE.format(title=NAME, body=links), content_type="text/html")

    app.add_routes([web.get("/", front), web.get("/feed.xml", feed), web.get("/news/{name}", page)])
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, LOOPBACK, port).start()
        except OSError:  # somebody else has it
            await web.TCPSite(runner, LOOPBACK, 0).start()
        host = f"{LOOPBACK}:{runner.addresses[0][1]}"
        headlines = tuple(map(_headline, articles))
        yield DemoSite(host, f"http://{host}/feed.xml", tuple(f"http://{host}{name}" for name in pages), headlines)
    finally:
        await runner.cleanup()


def _headline(path: Path) -> str:
    """For the lists: the headline; where the text has none, the name of the file: "04-lens-maker-results"."""
    return _title(path) or path.stem.lstrip("0123456789-").replace("-", " ").capitalize()


def _title(path: Path) -> str | None:
    """The headline on a line of its own at the top, as the gold beside the text knows it."""
    title: str | None = json.loads(path.with_suffix(".json").read_text("utf-8"))["title"]
    return title


def _page(path: Path) -> str:
    title = _title(path)
    paragraphs = [each for each in path.read_text("utf-8").split("\n\n") if each.strip() != title]
    body = "\n".join(f"<p>{escape(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)
    headline = f"<h1>{escape(title)}</h1>\n" if title else ""
    return _PAGE.format(title=f"{escape(title)} | {NAME}" if title else "", body=headline + body)


def _feed(base: str, pages: dict[str, Path], morning: datetime) -> str:
    items = (
        f"<item><title>{escape(_headline(path))}</title><link>{base}{name}</link><guid>{base}{name}</guid>"
        f"<pubDate>{format_datetime(morning + timedelta(hours=number))}</pubDate></item>"
        for number, (name, path) in enumerate(pages.items())
    )
    return _FEED.format(base=base, items="\n".join(items))
