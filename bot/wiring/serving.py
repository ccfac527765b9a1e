"""The pages and doors of all who are reached over HTTP, in the one web server of the process."""
# ruff: noqa: PLC0415 - a process that is not reached over HTTP needs no web server

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from adapters import files
from bot.errors import BadSettings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from adapters.demo_site import DemoSite
    from adapters.slack.http import Door
    from adapters.web_server import Routes
    from bot.settings import Settings


LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Served:
    """The ``address`` it is served at, empty where nothing is; and the ``door`` that Slack comes in by."""

    address: str
    door: Door


def with_playground(settings: Settings) -> bool:
    """Whether there is a playground: where it is set, and where there is no other platform."""
    return settings.playground or (settings.slack is None and settings.discord is None)


def refuse_exposed(settings: Settings) -> None:
    """Let nobody open the playground to others by mistake.

    Raises:
        BadSettings: if others than this machine would reach it, and no password is set.
    """
    from adapters.doorkeeper import is_exposed

    if with_playground(settings) and is_exposed(settings):
        where = settings.url or settings.listen[0]
        problem = f"STANDFIRST_PASSWORD is not set, and at {where} everyone could use the playground; set it."
        raise BadSettings([problem])


@asynccontextmanager
async def sampled(settings: Settings, *, wanted: bool) -> AsyncGenerator[tuple[Settings, DemoSite | None]]:
    """Where it is ``wanted``, the site of the bundled articles, and the settings with which links may lead there.

    It listens beside the web server, so that a digest of its feed finds it again after a restart.
    """
    if not wanted:
        yield settings, None
        return
    from adapters.demo_site import demo_site

    articles, port = files.bundled()[::-1], settings.listen[1]  # the feed's newest are then those in English
    beside, morning = port + 1 if 0 < port < LAST_PORT else 0, datetime.now(UTC) - timedelta(hours=len(articles))
    async with demo_site(articles, port=beside, morning=morning) as site:
        yield replace(settings, allow_hosts=settings.allow_hosts | {site.host}), site


@asynccontextmanager
async def served(settings: Settings, *, pages: Routes = (), plain: Routes = ()) -> AsyncGenerator[Served]:
    """Serve all of it until left: ``pages`` behind the doorkeeper, ``plain`` and Slack's signed events before everyone.

    Raises:
        PortTaken: if another program listens there.
    """
    from adapters.doorkeeper import doorkeeper
    from adapters.slack.http import Door
    from adapters.web_server import serving

    door, chosen = Door(), settings.slack
    slack = door.routes(installs=chosen.client_id is not None) if chosen and chosen.over_http else []
    routes = [*doorkeeper(settings).guarding(pages), *plain, *slack]
    if not routes:
        yield Served("", door)
        return
    async with serving(routes, *settings.listen) as address:
        yield Served(address, door)
