"""Slack's events over HTTP, each signed, and the pages where a workspace installs the app."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from adapters.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH

if TYPE_CHECKING:
    from collections.abc import Generator

    from slack_bolt.async_app import AsyncApp
    from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow


class Door:
    """Where Slack reaches the bot. The web server is open before the bot is in Slack, and while it is not."""

    def __init__(self) -> None:
        self._app: AsyncApp | None = None

    @contextmanager
    def leading_to(self, app: AsyncApp) -> Generator[None]:
        """Until left, what comes in goes to ``app``; else Slack is told to come again, which it does with events."""
        self._app = app
        try:
            yield
        finally:
            self._app = None

    def routes(self, *, installs: bool) -> list[web.RouteDef]:
        """Where Slack sends events; and, with ``installs``, where people install the app."""
        pages = [web.get(INSTALL_PATH, self._install), web.get(REDIRECT_PATH, self._back)]
        return [web.post(EVENTS_PATH, self._told), *(pages if installs else ())]

    async def _told(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self._there().async_dispatch(await to_bolt_request(request)))

    async def _install(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self._flow().handle_installation(await to_bolt_request(request)))

    async def _back(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self._flow().handle_callback(await to_bolt_request(request)))

    def _there(self) -> AsyncApp:
        if self._app is None:
            raise web.HTTPServiceUnavailable(text="The bot is not in Slack now; try again in a minute.")
        return self._app

    def _flow(self) -> AsyncOAuthFlow:
        flow = self._there().oauth_flow
        if flow is None:
            raise web.HTTPNotFound
        return flow
