"""An address -> the bytes behind it, within bounds, or the reason there are none.

Every hop of a redirect is looked at like the link itself. What is unpacked is counted, not what was sent, and one
clock runs over all of it: names, robots.txt, redirects, and the last byte.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib import metadata
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

import aiohttp
from aiohttp import hdrs
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from adapters.web import refusals
from adapters.web.addresses import Allowed, GuardedResolver, checked, guarded_socket
from adapters.web.model import Document
from adapters.web.robots import SIZE as ROBOTS_SIZE
from adapters.web.robots import Robots
from adapters.web.turns import Turns
from adapters.web.unpacking import CODINGS, Broken, unpacker
from bot.errors import Astray, BadAddress, Garbled, TooBig, TooSlow

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Mapping
    from types import TracebackType

    from aiohttp.abc import AbstractResolver

REDIRECTS = 5
"""Hops. More than this lead nowhere; RFC 9309 asks for at least five for robots.txt, too."""

HEADER_SIZE = 65_536
"""Bytes of one header line: some sites send content policies of 20 kB."""

HEADERS = 256
"""Header lines. The busiest sites send about a hundred."""

CHUNK = 65_536
"""Bytes that are unpacked at once."""

_AGENT = f"Standfirst/{metadata.version('standfirst')}"
_PURPOSE = "reads news at a reader's request"
_HEADERS = MappingProxyType(
    {
        hdrs.ACCEPT: "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,"
        "application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
        hdrs.ACCEPT_ENCODING: CODINGS,
    }
)
_MOVED = {301, 302, 303, 307, 308}
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch: ``seconds`` from its turn to its last byte, ``size`` in bytes when unpacked."""

    seconds: float = 8.0
    size: int = 8_000_000


@dataclass(frozen=True, slots=True)
class Agents:
    """What we call ourselves: ``contact`` says how to reach whoever runs us, ``by_host`` differs for a host."""

    contact: str | None = None
    by_host: Mapping[str, str] = field(default_factory=dict[str, str])

    def name(self, host: str) -> str:
        """The User-Agent for ``host``."""
        return self.by_host.get(host) or f"{_AGENT} ({f'+{self.contact}; ' if self.contact else ''}{_PURPOSE})"


class Fetcher:
    """Fetches pages. To be entered once, and used by many at the same time."""

    def __init__(
        self,
        *,
        allowed: Iterable[str] = (),
        agents: Agents | None = None,
        limits: Limits | None = None,
        resolver: AbstractResolver | None = None,
        turns: Turns | None = None,
    ) -> None:
        """``allowed`` are hosts, each ``host:port``, that may be reached although they are not public."""
        self._allowed = Allowed.of(allowed)
        self._agents = agents or Agents()
        self._limits = limits or Limits()
        self._names = resolver
        self._turns = turns or Turns()
        self._robots = Robots(self._rules)

    async def __aenter__(self) -> Self:
        names = self._names or ThreadedResolver()
        self._public = _session(aiohttp.TCPConnector(resolver=GuardedResolver(names), socket_factory=guarded_socket))
        self._named = _session(aiohttp.TCPConnector(resolver=ThreadedResolver()))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._public.close()
        await self._named.close()

    async def fetch(self, link: str, *, known: Document | None = None) -> Document:
        """What is behind ``link``. With what is ``known`` of it, that itself when it has not changed since.

        Raises:
            Unread: if there is nothing to be had; the class says why.
        """
        url = checked(link, self._allowed)
        journey = _Journey(self._limits.seconds, url.host or "")
        for _ in range(REDIRECTS + 1):
            async with journey.running():
                pause = await self._robots.pause(url)
            asked = known if known and known.url == str(url) else None
            answer = await self._ask(url, journey, known=asked, pause=pause)
            if isinstance(answer, Document):
                return answer
            url = answer
        raise Astray(url.host or "")

    async def _rules(self, url: URL) -> str:
        """The text of a robots.txt; RFC 9309 2.3.1.2: redirects are followed."""
        journey = _Journey(self._limits.seconds, url.host or "")
        for _ in range(REDIRECTS + 1):
            answer = await self._ask(url, journey, most=ROBOTS_SIZE)
            if isinstance(answer, Document):
                return answer.body.decode(errors="replace")
            url = answer
        return ""

    async def _ask(
        self,
        url: URL,
        journey: _Journey,
        *,
        known: Document | None = None,
        pause: float = 0.0,
        most: int | None = None,
    ) -> Document | URL:
        """What is at ``url``, or where it has moved to. With ``most``, so many bytes of it are enough."""
        host = url.host or ""
        session = self._named if self._allowed.has(url) else self._public
        headers = {hdrs.USER_AGENT: self._agents.name(host), **_conditions(known)}
        cookies = journey.cookies.filter_cookies(url)
        async with self._turns.turn(host, pause=pause), journey.running():
            try:
                async with session.get(url, headers=headers, cookies=cookies, allow_redirects=False) as response:
                    journey.cookies.update_cookies(response.cookies, url)
                    if response.status in _MOVED and hdrs.LOCATION in response.headers:
                        return self._next(url, response.headers[hdrs.LOCATION])
                    if known is not None and response.status == _UNCHANGED:
                        return known
                    self._refuse(host, response)
                    return Document(
                        body=await self._body(host, response, most),
                        url=str(url),
                        content_type=response.headers.get(hdrs.CONTENT_TYPE),
                        etag=response.headers.get(hdrs.ETAG),
                        last_modified=response.headers.get(hdrs.LAST_MODIFIED),
                    )
            except aiohttp.ClientError as error:
                raise refusals.of_error(host, error) from error

    def _next(self, url: URL, location: str) -> URL:
        try:
            there = str(url.join(URL(location)))
        except ValueError as error:
            raise BadAddress(url.host or "") from error
        return checked(there, self._allowed)

    def _refuse(self, host: str, response: aiohttp.ClientResponse) -> None:
        """Raise what the status and the headers say, if they say that there is nothing to read."""
        status = response.status
        if status in refusals.BUSY:
            self._turns.rest(host, refusals.retry_after(response))
        kind = refusals.of_status(status, response.headers)
        if kind is not None:
            raise kind(host)

    async def _body(self, host: str, response: aiohttp.ClientResponse, most: int | None) -> bytes:
        if most is None and (response.content_length or 0) > self._limits.size:
            raise TooBig(host)
        size = self._limits.size if most is None else most
        body = bytearray()
        came = 0
        try:
            stream = unpacker(response.headers.get(hdrs.CONTENT_ENCODING, ""))
            async for packed in response.content.iter_any():
                came += len(packed)
                body += stream.unpack(packed, size - len(body))
                if max(len(body), came) > size:
                    if most is None:
                        raise TooBig(host)
                    return bytes(body[:size])
            stream.finish()
        except Broken as error:
            raise Garbled(host) from error
        return bytes(body)


class _Journey:
    """One fetch from hop to hop: the cookies it was given, and the time it may take in all.

    Some sites let nobody in who doesn't bring back their cookie. The time stands still while it waits for its turn.
    """

    def __init__(self, seconds: float, host: str) -> None:
        self.cookies = aiohttp.CookieJar(unsafe=True)  # keeps those of hosts without a name, too
        self._left = seconds
        self._host = host

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Let the time run.

        Raises:
            TooSlow: when it has run out.
        """
        now = asyncio.get_running_loop().time
        began = now()
        try:
            async with asyncio.timeout(self._left):
                yield
        except TimeoutError as error:
            raise TooSlow(self._host) from error
        finally:
            self._left -= now() - began


def _session(connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        auto_decompress=False,  # see unpacking
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_HEADERS,
        max_field_size=HEADER_SIZE,
        max_headers=HEADERS,
        max_line_size=HEADER_SIZE,
        read_bufsize=CHUNK,
        timeout=aiohttp.ClientTimeout(total=None),  # the fetch's own clock runs over all of it
        trust_env=False,  # a proxy would resolve names itself, past the guard
    )


def _conditions(known: Document | None) -> dict[str, str]:
    """RFC 9110 13.1: the headers that ask only for what has changed."""
    if known is None:
        return {}
    asked = {hdrs.IF_NONE_MATCH: known.etag, hdrs.IF_MODIFIED_SINCE: known.last_modified}
    return {name: value for name, value in asked.items() if value}
