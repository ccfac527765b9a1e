"""The addresses of the playground; each page works without a script, which only spares the waiting."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, get_args
from uuid import uuid4

from aiohttp import web

from adapters.playground.marking import spans_in
from adapters.playground.previews import View

if TYPE_CHECKING:
    from adapters.playground.board import Board, Entry
    from adapters.playground.desk import Desk
    from adapters.playground.pages import Pages

WAIT_SECONDS = 45.0
"""A browser without scripts sees the page again once the answer is there, or after so long."""

YEAR_SECONDS = 365 * 24 * 3_600

_NAME, _THEME = "standfirst_conversation", "standfirst_theme"
_VIEWS: dict[str, View] = {each: each for each in get_args(View)}
_KNOWN = re.compile(r"[0-9a-f]{32}")
_STATIC = {"playground.css": "text/css", "playground.js": "text/javascript", "favicon.svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class _Routes:
    desk: Desk
    pages: Pages
    static: dict[str, str]

    async def front(self, request: web.Request) -> web.Response:
        name = _name(request)
        answer = _page(self.pages.front(self.desk.boards.of(name), _theme(request)))
        _remember(answer, name)
        return answer

    async def feed(self, request: web.Request) -> web.Response:
        board = self._board(request)
        if request.query.get("seen") == str(board.version):
            return web.Response(status=204)
        return _page(self.pages.feed(board))

    async def post(self, request: web.Request) -> web.Response:
        board = self._board(request)
        asked = request.query.get("as", "here")
        view = _VIEWS.get(asked, "here")
        return _page(self.pages.post(board, self._entry(request, board), view, _theme(request)))

    async def article(self, request: web.Request) -> web.Response:
        article = await self.desk.records.filed(request.match_info["fingerprint"])
        if article is None:
            raise web.HTTPNotFound(text="That article is not kept any more; brief it again.")
        marked, named = (spans_in(request.query.get(each, "")) for each in ("said", "by"))
        return _page(self.pages.article(article, marked, named, _theme(request)))

    async def say(self, request: web.Request) -> web.Response:
        form = await request.post()
        name = _name(request)
        doing = self.desk.hear(name, str(form.get("text", "")), str(form.get("thread", "")))
        return await self._done(request, name, doing)

    async def press(self, request: web.Request) -> web.Response:
        form = await request.post()
        name = _name(request)
        entry = self._entry(request, self.desk.boards.of(name))
        article = str(form.get("article", ""))
        verb = form.get("verb")
        if verb in {"brief", "quotes", "good", "bad"} and article not in entry.articles:
            raise web.HTTPBadRequest(text="That button belongs to another post; load the page again.")
        if verb in {"good", "bad"}:
            await self.desk.judge(name, entry, article, good=verb == "good")
            return await self._done(request, name, None)
        if verb == "brief":
            return await self._done(request, name, self.desk.brief(name, article, entry.thread))
        if verb == "quotes":
            return await self._done(request, name, self.desk.quotes(name, article, entry.thread))
        return await self._done(request, name, self.desk.again(name, entry) if verb == "again" else None)

    async def sample(self, request: web.Request) -> web.Response:
        name = _name(request)
        return await self._done(request, name, self.desk.sample_digest(name))

    async def fresh(self, _: web.Request) -> web.Response:
        answer = web.Response(status=303, headers={"Location": "/"})
        _remember(answer, uuid4().hex)
        return answer

    async def file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in self.static:
            raise web.HTTPNotFound
        return web.Response(text=self.static[name], content_type=_STATIC[name])

    async def _done(self, request: web.Request, name: str, doing: asyncio.Task[None] | None) -> web.Response:
        """Back to the conversation: for the script at once, since it looks for itself; for others once it is done."""
        if "X-Live" in request.headers:
            answer = web.Response(status=202)
        else:
            if doing:
                await asyncio.wait({doing}, timeout=WAIT_SECONDS)
            entries = self.desk.boards.of(name).entries
            answer = web.Response(status=303, headers={"Location": f"/#p{entries[-1].number}" if entries else "/"})
        _remember(answer, name)
        return answer

    def _board(self, request: web.Request) -> Board:
        return self.desk.boards.of(_name(request))

    def _entry(self, request: web.Request, board: Board) -> Entry:
        entry = board.find(int(request.match_info["number"]))
        if entry is None:
            raise web.HTTPNotFound(text="That post is not kept any more; go back to the conversation.")
        return entry


def routes(desk: Desk, pages: Pages) -> list[web.RouteDef]:
    """Where a browser reaches the playground."""
    folder = files("adapters.playground") / "static"
    its = _Routes(desk, pages, {name: (folder / name).read_text("utf-8") for name in _STATIC})
    return [
        web.get("/", its.front),
        web.get("/feed", its.feed),
        web.get(r"/post/{number:\d{1,9}}", its.post),
        web.get(r"/article/{fingerprint:[0-9a-f]{64}}", its.article),
        web.post("/say", its.say),
        web.post(r"/post/{number:\d{1,9}}", its.press),
        web.post("/sample", its.sample),
        web.post("/fresh", its.fresh),
        web.get("/static/{name}", its.file),
    ]


def _page(html: str) -> web.Response:
    return web.Response(text=html, content_type="text/html")


def _name(request: web.Request) -> str:
    """The conversation of this browser; a new one where it has none."""
    known = request.cookies.get(_NAME, "")
    return known if _KNOWN.fullmatch(known) else uuid4().hex


def _remember(answer: web.Response, name: str) -> None:
    """It is no secret that opens anything, but nothing else needs to read it; ``Lax``, so that a link leads back."""
    answer.set_cookie(_NAME, name, max_age=YEAR_SECONDS, httponly=True, samesite="Lax")


def _theme(request: web.Request) -> str:
    chosen = request.cookies.get(_THEME, "")
    return chosen if chosen in {"light", "dark"} else ""
