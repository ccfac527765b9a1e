"""Socket Mode: Slack's events over websockets that we open, so that nobody needs to reach us."""

from __future__ import annotations

import asyncio
import logging
import random
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from adapters.slack.client import web_client

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

CONNECTIONS = 2
"""While one is made anew the other listens. Slack allows ten an app; each event comes over one of them."""

PING_SECONDS = 3.0
"""Between two signs of life. slack_sdk takes a connection for dead when four are missing."""

LONGEST_PAUSE = 60.0
"""Seconds between two attempts to connect, at most."""

_log = logging.getLogger(__name__)


async def listen(
    app: AsyncApp,
    app_token: str,
    base_url: str,
    *,
    connected: asyncio.Event | None = None,
    ping: float = PING_SECONDS,
) -> None:
    """Hand what comes over the sockets to ``app``, until cancelled; ``connected`` is set when all of them are open.

    A connection that breaks is made again, by slack_sdk, and one that could not be made at all, here.
    """
    handlers = [
        AsyncSocketModeHandler(app, app_token, web_client=web_client(app_token, base_url), ping_interval=ping)
        for _ in range(CONNECTIONS)
    ]
    try:
        await asyncio.gather(*map(_connect, handlers))
        if connected is not None:
            connected.set()
        await asyncio.Event().wait()
    finally:
        await asyncio.gather(*(_closed(handler) for handler in handlers), return_exceptions=True)


async def _connect(handler: AsyncSocketModeHandler) -> None:
    pause = 1.0
    while True:
        try:
            await handler.connect_async()  # type: ignore[no-untyped-call]  # bolt gives it no types
        except Exception as error:  # noqa: BLE001 - whatever it is, only another attempt helps
            _log.warning("Slack's socket did not open (%s); trying again", type(error).__name__)
            await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - no secret
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return


async def _closed(handler: AsyncSocketModeHandler) -> None:
    await handler.close_async()  # type: ignore[no-untyped-call]  # bolt gives it no types
