"""The one web server of the process: whoever is reached over HTTP gives it routes (``bot.wiring.serving``)."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

from aiohttp import web

from bot.errors import PortTaken

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

Routes: TypeAlias = "Iterable[web.RouteDef]"

LARGEST = 2_000_000
"""Bytes of a request. Slack's largest, a message with all it can hold, is a tenth of it."""

STOP_SECONDS = 1.0
"""What is being answered when we are to stop has this long to end, and then as long again to be told.

aiohttp waits so long twice (3.14, ``RequestHandler.shutdown``), and without end where it is 0.
"""


@asynccontextmanager
async def serving(routes: Routes, host: str, port: int) -> AsyncGenerator[str]:
    """Serve ``routes``, at the address that is given, until left. Port 0 takes any that is free.

    Raises:
        PortTaken: if another program listens there.
    """
    app = web.Application(client_max_size=LARGEST)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PortTaken(host, port) from error
        bound = runner.addresses[0]
        yield f"http://{bound[0]}:{bound[1]}"
    finally:
        await runner.cleanup()
