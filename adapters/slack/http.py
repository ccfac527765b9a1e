"""Slack's events over HTTP, each signed, and the pages where a workspace installs the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from adapters.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp


def routes(app: AsyncApp) -> list[web.RouteDef]:
    """Where Slack reaches ``app``; and where people install it, if they can."""

    async def told(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    found = [web.post(EVENTS_PATH, told)]
    flow = app.oauth_flow
    if flow is None:
        return found

    async def install(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(await to_bolt_request(request)))

    async def redirect(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_callback(await to_bolt_request(request)))

    return [*found, web.get(INSTALL_PATH, install), web.get(REDIRECT_PATH, redirect)]
