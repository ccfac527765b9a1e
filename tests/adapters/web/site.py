"""A web site on loopback, for tests: what it answers is given, what it was asked is noted."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Site:
    """Where it is, and each path that was asked for, in order, with the headers that came."""

    port: int
    asked: list[str] = field(default_factory=list[str])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@asynccontextmanager
async def serving(pages: dict[str, Answer | str], *, robots: str | None = None) -> AsyncGenerator[Site]:
    """A site with those pages, each HTML or whatever answers; a robots.txt only where one is given."""
    site = Site(0)

    async def answer(request: web.Request) -> web.StreamResponse:
        site.asked.append(request.path_qs)
        site.headers.append(dict(request.headers))
        if request.path == "/robots.txt" and robots is not None:
            return web.Response(text=robots)
        page = pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        return web.Response(text=page, content_type="text/html") if isinstance(page, str) else await page(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        site.port = runner.addresses[0][1]
        yield site
    finally:
        await runner.cleanup()
