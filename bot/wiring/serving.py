"""The pages and doors of all who are reached over HTTP, in the one web server of the process."""
# ruff: noqa: PLC0415 - a process that is not reached over HTTP needs no web server

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from adapters.slack.http import Door
    from adapters.web_server import Routes
    from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Served:
    """The ``address`` it is served at, empty where nothing is; and the ``door`` that Slack comes in by."""

    address: str
    door: Door


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
