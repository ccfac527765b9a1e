"""The whole path, from the command to the worker that reads, over one bomb and the good page after it; and its cost."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bot.errors import Unread
from tests.adapters.web.servers import answering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.adapters.web.hostile.wire import Send

GOOD = "A good page"
_NOTHING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_STORY = "<p>The ferry to Sandmouth runs again from Monday, its captain said on day {}. “We waited,” she said.</p>"
_HIGH_WATER = "VmHWM:"
_OFTEN = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How each bomb ended, by the name of the failure or ``read``; whether the good page was read; what it took.

    ``seconds`` are from the command's start to its end. ``memory`` is in bytes: what the command and the workers that
    lived beside it had each held at most, together.
    """

    outcomes: tuple[str, ...]
    good: bool
    seconds: float
    memory: int


async def tried(bombs: Sequence[Send], home: Path) -> Trial:
    """``standfirst read`` on each bomb, one after the other, and then on a good page of the same site.

    ``home`` is a folder for what the command keeps.
    """
    page = _good()
    paths = {f"/{number}": bomb for number, bomb in enumerate(bombs)}

    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        bomb = paths.get(path)
        if bomb is not None:
            await bomb(writer)
        else:
            writer.write(page if path == "/good" else _NOTHING)

    async with answering(answer) as site:
        links = list(map(site.url, paths))
        began = perf_counter()
        command = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "read", "--json", "--jobs", "1", *links, site.url("/good")),
            env={**os.environ, "STANDFIRST_ALLOW_HOSTS": site.host, "XDG_DATA_HOME": str(home), "HOME": str(home)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        watch = asyncio.create_task(_peak(command.pid))
        out, told = (text.decode(errors="replace") for text in await command.communicate())
        seconds = perf_counter() - began
        outcomes = tuple(_outcome(link, out, told) for link in links)
        return Trial(outcomes, f'"{GOOD}"' in out, seconds, await watch)


def _good() -> bytes:
    body = "".join(map(_STORY.format, range(9)))
    page = (
        f"<!DOCTYPE html><html lang=en><head><title>{GOOD}</title></head><body><article>{body}</article></body></html>"
    )
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page.encode())}\r\n"
    return f"{head}Connection: close\r\n\r\n{page}".encode()


def _outcome(link: str, out: str, told: str) -> str:
    for line in told.splitlines():
        _, found, sentence = line.partition(f"{link}: ")
        if found:
            return next((kind.__name__ for kind in _kinds(Unread) if str(kind("127.0.0.1")) == sentence), sentence)
    if f'"{link}"' in out:
        return "read"
    return f"nothing was said: {told[-300:]}"


def _kinds(kind: type[Unread]) -> Iterator[type[Unread]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)


async def _peak(root: int) -> int:
    """The most that ``root`` and its descendants held, in bytes, until it ends. A process's own high water counts.

    What was started but runs no program of its own yet has its parent's memory and is not counted: until then the two
    share every page of it (vfork(2)).
    """
    peak = 0
    while together := sum(map(_high_water, _family(root))):
        peak = max(peak, together)
        await asyncio.sleep(_OFTEN)
    return peak


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (task / "children").read_text("ascii").split()):
                if _program(child) != _program(process):
                    yield from _family(child)


def _program(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def _high_water(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    _, found, rest = status.partition(_HIGH_WATER)
    return int(rest.split(maxsplit=1)[0]) * 1024 if found else 0
