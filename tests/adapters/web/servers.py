"""Servers on loopback that send exactly the bytes a test wants, and listeners that only count who comes."""

from __future__ import annotations

import asyncio
import errno
import socket
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

    Answer: TypeAlias = Callable[[str, asyncio.StreamWriter], Awaitable[None]]
    """Writes the whole answer to the request for a path; the connection is closed after it."""

LONGEST_HEAD = 1_000_000
"""Bytes of a request that is still listened to."""

_NOT_HERE = {errno.EACCES, errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}


@dataclass(slots=True)
class RawSite:
    """Where it is, and the head of each request that came, in order."""

    port: int = 0
    heads: list[str] = field(default_factory=list[str])

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@asynccontextmanager
async def answering(answer: Answer, address: str = "127.0.0.1") -> AsyncGenerator[RawSite]:
    """A site whose every answer is written by ``answer``, down to the last byte."""
    site = RawSite()

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        site.heads.append(head)
        await answer(head.split(" ", 2)[1], writer)
        await writer.drain()

    async with _serving(converse, address, 0) as site.port:
        yield site


@dataclass(slots=True)
class Listeners:
    """``reached`` is how many connections came, ``ports`` where listeners are, at least at one address."""

    ports: set[int] = field(default_factory=set[int])
    reached: int = 0


@asynccontextmanager
async def listening(addresses: Iterable[str], ports: Iterable[int]) -> AsyncGenerator[Listeners]:
    """Listeners at each address and port that this machine lets us have; port 0 is any."""
    listeners = Listeners()

    async def count(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        listeners.reached += 1
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()

    places = [(address, port) for address in addresses for port in ports]
    async with AsyncExitStack() as stack:
        for address, port in places:
            try:
                listeners.ports.add(await stack.enter_async_context(_serving(count, address, port)))
            except OSError as error:
                if error.errno not in _NOT_HERE:
                    raise
        yield listeners


@asynccontextmanager
async def _serving(
    converse: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]], address: str, port: int
) -> AsyncGenerator[int]:
    talks = set[asyncio.Task[None]]()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(_until_cut(converse(reader, writer), writer))
        talks.add(task)
        await asyncio.wait([task])
        talks.discard(task)

    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    server = await asyncio.start_server(talk, address, port, family=family, limit=LONGEST_HEAD)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


async def _until_cut(talk: Awaitable[None], writer: asyncio.StreamWriter) -> None:
    """Either side may have had enough."""
    try:
        await talk
        writer.close()
        await writer.wait_closed()
    except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        pass
    finally:
        writer.transport.abort()
