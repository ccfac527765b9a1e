"""The addresses of the operator's pages; they work without scripts."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.database import overview
from adapters.database.deliveries import replay
from adapters.database.records import Subscriptions
from adapters.database.standing import STATES
from adapters.operator.pages import LONGEST_LINK, drawn
from bot.errors import StoreUnusable
from bot.why import why

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from adapters.database.opening import Database

_PAGE = re.compile(r"[1-9][0-9]{0,6}")  # its first row is still one that a database can be asked for
_STATIC = {"operator.css": "text/css", "favicon.svg": "image/svg+xml"}
_CHANGED = "That delivery is not one that failed any more; load the page again to see how it stands."


@dataclass(frozen=True, slots=True)
class _Routes:
    database: Database
    now: Callable[[], datetime]
    static: dict[str, str]

    async def digests(self, request: web.Request) -> web.Response:
        page = await asyncio.to_thread(overview.digests, self.database, _number(request))
        return _page(drawn("/operator", page=page))

    async def deliveries(self, request: web.Request) -> web.Response:
        asked = request.query.get("state")
        state = asked if asked in STATES else None
        page = await asyncio.to_thread(overview.slots, self.database, _number(request), state)
        return _page(drawn("/operator/deliveries", page=page, state=state))

    async def retry(self, request: web.Request) -> web.Response:
        digest = int(request.match_info["digest"])
        if await asyncio.to_thread(replay, self.database, digest, self.now()) is None:
            raise web.HTTPConflict(text=_CHANGED)
        return web.Response(status=303, headers={"Location": "/operator/deliveries"})

    async def sources(self, request: web.Request) -> web.Response:
        page = await asyncio.to_thread(overview.sources, self.database, _number(request))
        return _page(drawn("/operator/sources", page=page))

    async def spend(self, request: web.Request) -> web.Response:
        page = await asyncio.to_thread(overview.costs, self.database, _number(request))
        return _page(drawn("/operator/spend", page=page))

    async def why(self, request: web.Request) -> web.Response:
        asked = request.query.get("link", "").strip()[:LONGEST_LINK]
        link = asked if "://" in asked or not asked else f"https://{asked}"
        kept = Subscriptions(self.database, self.now)
        every = await kept.every() if link else ()
        became = [(each, known) for each in every if (known := await why(link, each, kept, self.now()))]
        return _page(drawn("/operator/why", link=link, became=became))

    async def file(self, request: web.Request) -> web.Response:
        name = request.path.rpartition("/")[2]
        return web.Response(text=self.static[name], content_type=_STATIC[name])


def routes(database: Database, now: Callable[[], datetime]) -> list[web.RouteDef]:
    """Where a browser reaches what is on record; ``now`` gives an aware UTC time."""
    folder = files("adapters.operator") / "static"
    its = _Routes(database, now, {name: (folder / name).read_text("utf-8") for name in _STATIC})
    return [
        web.get("/operator", _answering(its.digests)),
        web.get("/operator/deliveries", _answering(its.deliveries)),
        web.post(r"/operator/digests/{digest:\d{1,9}}/retry", _answering(its.retry)),
        web.get("/operator/sources", _answering(its.sources)),
        web.get("/operator/spend", _answering(its.spend)),
        web.get("/operator/why", _answering(its.why)),
        *(web.get(f"/operator/{name}", its.file) for name in _STATIC),
    ]


def _answering(
    handler: Callable[[web.Request], Awaitable[web.Response]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The same; a database that cannot be used is told in its sentence."""
    return partial(_answer, handler)


async def _answer(handler: Callable[[web.Request], Awaitable[web.Response]], request: web.Request) -> web.Response:
    try:
        return await handler(request)
    except StoreUnusable as error:
        return web.Response(status=503, text=str(error))


def _number(request: web.Request) -> int:
    """Which page is asked for; the first where that is none."""
    asked = request.query.get("page", "")
    return int(asked) if _PAGE.fullmatch(asked) else 1


def _page(html: str) -> web.Response:
    return web.Response(text=html, content_type="text/html")
