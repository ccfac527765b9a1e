"""Slack as one of the platforms the bot runs on: all of it put together, started and stopped."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings

from adapters.behind import GRACE_SECONDS, SETTLE_SECONDS
from adapters.running import running
from adapters.slack.app import bolt_app
from adapters.slack.asked import PLATFORM
from adapters.slack.carrying import Carrier
from adapters.slack.digests import SlackDigests
from adapters.slack.installs import KeptInstalls, KeptStates
from adapters.slack.listeners import Listeners
from adapters.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH, SCOPES
from adapters.slack.rendering.views import HELP
from adapters.slack.socket import listen
from adapters.slack.workspaces import Workspaces, only_install
from bot.errands import Errands

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from adapters.behind import Behind
    from adapters.slack.http import Door
    from adapters.slack.workspaces import Installs
    from bot.settings import Settings, SlackSettings


@asynccontextmanager
async def slack(
    settings: Settings, chosen: SlackSettings, behind: Behind, door: Door, address: str
) -> AsyncGenerator[str]:
    """The bot in Slack, from now until left; what is given says in a few words how it is reached.

    Over HTTP it is reached by the ``door``, in the web server that listens at ``address``.

    Raises:
        Undelivered: if Slack doesn't take a token, or can't be asked.
    """
    installs: Installs
    oauth = None
    if chosen.client_id:
        installs = kept = KeptInstalls(chosen.client_id, behind.sql)
        oauth = _oauth(settings, chosen, kept, KeptStates(behind.sql))
    else:
        installs = await only_install(chosen.bot_token or "", chosen.api_url)
    workspaces = Workspaces(installs, behind.now, chosen.api_url)
    press = behind.press(SlackDigests(workspaces))
    carrier = Carrier(behind.front_desk(HELP), workspaces)
    errands = Errands(PLATFORM, behind.ledger, carrier.carry_out, behind.watch)
    listeners = Listeners(errands, carrier, behind.records, behind.threads)
    app = bolt_app(listeners, signing_secret=chosen.signing_secret or "", oauth=oauth)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(errands.close, GRACE_SECONDS)
        stack.push_async_callback(listeners.settle, SETTLE_SECONDS)
        ways = list[str]()
        if chosen.over_http:
            stack.enter_context(door.leading_to(app))
            ways.append(f"over HTTP at {settings.url or address}{EVENTS_PATH}")
        if chosen.app_token:
            connected = asyncio.Event()
            await stack.enter_async_context(running(listen(app, chosen.app_token, chosen.api_url, connected=connected)))
            ways.append("over a socket")
        await stack.enter_async_context(running(errands.keep_resuming()))
        await stack.enter_async_context(behind.engine.delivering(PLATFORM, press))
        yield " and ".join(ways)


@asynccontextmanager
async def slack_deliveries(chosen: SlackSettings, behind: Behind) -> AsyncGenerator[str]:
    """Digests in Slack, and nothing else of it, from now until left; says in a few words what is done.

    Raises:
        Undelivered: if Slack doesn't take a token, or can't be asked.
    """
    installs: Installs
    if chosen.client_id:
        installs = KeptInstalls(chosen.client_id, behind.sql)
    else:
        installs = await only_install(chosen.bot_token or "", chosen.api_url)
    press = behind.press(SlackDigests(Workspaces(installs, behind.now, chosen.api_url)))
    async with behind.engine.delivering(PLATFORM, press):
        yield "to deliver digests"


def _oauth(settings: Settings, chosen: SlackSettings, installs: KeptInstalls, states: KeptStates) -> AsyncOAuthSettings:
    """How workspaces install the app; bolt's own default would keep what they give us in files."""
    site = chosen.api_url.removesuffix("/").removesuffix("/api")
    return AsyncOAuthSettings(
        client_id=chosen.client_id,
        client_secret=chosen.client_secret,
        scopes=sorted(SCOPES),
        install_path=INSTALL_PATH,
        redirect_uri=settings.url + REDIRECT_PATH if settings.url else None,
        redirect_uri_path=REDIRECT_PATH,
        authorization_url=f"{site}/oauth/v2/authorize",
        installation_store=installs,
        installation_store_bot_only=True,
        state_store=states,
    )
