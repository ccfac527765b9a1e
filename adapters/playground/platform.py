"""The playground as one of the platforms the bot runs on: all of it put together, started and stopped."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from adapters.playground.board import Boards
from adapters.playground.desk import HELP, PLATFORM, Desk
from adapters.playground.outlet import BoardDigests
from adapters.playground.pages import Pages
from adapters.playground.routes import routes

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from adapters.behind import Behind
    from adapters.demo_site import DemoSite
    from adapters.web_server import Routes


def set_up(behind: Behind, site: DemoSite) -> Desk:
    """Who takes what is typed and pressed; ``site`` has the bundled articles."""
    boards = Boards()
    press = behind.press(BoardDigests(boards))
    return Desk(behind.front_desk(HELP), press, behind.records, behind.subscriptions, boards, site)


def pages(desk: Desk) -> Routes:
    """Its addresses, for the web server of the process."""
    return routes(desk, Pages(desk.site))


@asynccontextmanager
async def playground(desk: Desk, behind: Behind, address: str) -> AsyncGenerator[str]:
    """The bot in a page, from now until left; what is given says in a few words how it is reached."""
    async with desk.open(), behind.engine.delivering(PLATFORM, desk.press):
        yield f"at {address}/"
