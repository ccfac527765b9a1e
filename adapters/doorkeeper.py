"""Who may see the bot's own pages: this machine, or whoever knows the password; never another page of the browser's.

A page anywhere can make a browser send requests to this machine. Such a request is known by its ``Sec-Fetch-Site`` or
its ``Origin`` (W3C Fetch Metadata; RFC 6454), and one that came by a name whose address was changed under it (DNS
rebinding) by its ``Host``.
"""

from __future__ import annotations

import asyncio
import hmac
import re
from base64 import b64decode
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from bot.settings import Settings

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this machine to itself. No name on the web can lead here by one of them."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send "Origin: null" with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

WRONG_SECONDS = 1.0
"""How long a wrong password waits for its answer, one after the other: a password of eight letters lasts for ages."""

MOST_WRONG = 20
"""Wrong passwords that wait at a time; more are sent away at once. A right one never waits."""

_ASKS = {"WWW-Authenticate": 'Basic realm="Standfirst", charset="UTF-8"'}
_THIS_MACHINE = re.compile(r"127(?:\.\d{1,3}){3}")
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Lets through what comes by one of the ``hosts``, with the ``password`` if there is one; nothing if ``closed``.

    ``pause`` is how a wrong password waits, in seconds.
    """

    hosts: frozenset[str] = LOOPBACK
    password: str | None = field(default=None, repr=False)
    closed: bool = False
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _waiting: set[int] = field(default_factory=set[int], init=False, repr=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False)

    def guarding(self, routes: Iterable[web.RouteDef]) -> list[web.RouteDef]:
        """The same routes, of which nobody else gets anything to see."""
        return [web.RouteDef(each.method, each.path, self._before(each.handler), each.kwargs) for each in routes]

    def _before(self, handler: object) -> Handler:
        return partial(self._answer, cast("Handler", handler))  # our routes lead to functions, never to views

    async def _answer(self, handler: Handler, request: web.Request) -> web.StreamResponse:
        try:
            answer = self._refusal(request) or await self._unknown(request) or await handler(request)
        except web.HTTPException as error:
            _protect(error)
            raise
        _protect(answer)
        return answer

    def _refusal(self, request: web.Request) -> web.Response | None:
        if self.closed:
            told = "Others can reach this server, so its pages stay closed until STANDFIRST_PASSWORD is set."
            return web.Response(status=403, text=told)
        if _host(f"//{request.host}") not in self.hosts:
            told = "This page is not served under that name; set STANDFIRST_URL to the address it is reached at."
            return web.Response(status=421, text=told)
        if request.method not in _SAFE and not _from_here(request):
            return web.Response(status=403, text="That was sent by another page; open this one and send it from there.")
        return None

    async def _unknown(self, request: web.Request) -> web.Response | None:
        """What somebody hears who doesn't know the password, after a while if they tried one."""
        if self.password is None or _knows(request, self.password):
            return None
        if "Authorization" in request.headers:
            if len(self._waiting) >= MOST_WRONG:
                return web.Response(status=429, text="Too many wrong passwords at once; try again in a minute.")
            self._waiting.add(id(request))
            try:
                async with self._turn:
                    await self.pause(WRONG_SECONDS)
            finally:
                self._waiting.discard(id(request))
        return web.Response(status=401, text="A password is asked for; any user name will do.", headers=_ASKS)


def doorkeeper(settings: Settings) -> Doorkeeper:
    """The one that is set up; besides this machine's own names the host of the address that others have will do."""
    others = {settings.listen[0], _host(settings.url or "")}
    return Doorkeeper(LOOPBACK | {each for each in others if each}, settings.password, closed=is_exposed(settings))


def is_exposed(settings: Settings) -> bool:
    """Whether others than this machine can reach what is served, themselves or by a proxy, without a password."""
    hosts = {settings.listen[0], *([_host(settings.url)] if settings.url else ())}
    return settings.password is None and not all(each in LOOPBACK or _THIS_MACHINE.fullmatch(each) for each in hosts)


def _protect(answer: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)


def _knows(request: web.Request, password: str) -> bool:
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    try:
        known = b64decode(given, validate=True).partition(b":")[2] if scheme.lower() == "basic" else b""
    except ValueError:
        known = b""
    return hmac.compare_digest(known, password.encode())


def _from_here(request: web.Request) -> bool:
    """Whether a page of ours sent it. Browsers that know no ``Sec-Fetch-Site`` send an ``Origin`` with every POST."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.host


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
