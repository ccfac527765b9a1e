"""Answers that are too much, too slow or no HTTP: each ends in its sentence, and the next page works."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from adapters.web.fetch import Fetcher, Limits
from adapters.web.turns import Turns
from bot import errors
from tests.adapters.web.hostile.pages import page_bombs
from tests.adapters.web.hostile.pdfs import pdf_bombs
from tests.adapters.web.hostile.trial import tried
from tests.adapters.web.hostile.wire import whole, wire_bombs
from tests.adapters.web.servers import answering

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.web.hostile.wire import Send
    from tests.adapters.web.servers import Answer

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])

SIZE = 2_000_000
SHORT = Limits(seconds=0.6, size=SIZE)
LONG = Limits(seconds=60.0, size=SIZE)
"""Where something else than the clock should end it."""

MEMORY = 200_000_000
WIRE = wire_bombs()
GOOD = b"<!DOCTYPE html><title>Ferry</title><p>The ferry runs again."

ENDS: dict[str, type[errors.Unread]] = {
    "gzip of 500 MB": errors.TooBig,
    "deflate of 500 MB, zlib": errors.TooBig,
    "deflate of 500 MB, raw": errors.TooBig,
    "brotli of 500 MB": errors.TooBig,
    "gzip, 500 members of 1 MB": errors.TooBig,
    "gzip, cut off": errors.Garbled,
    "gzip, with noise in it": errors.Garbled,
    "no end": errors.TooBig,
    "no end, in chunks": errors.TooBig,
    "1 GB promised, then silence": errors.TooBig,
    "body, a byte at a time": errors.TooSlow,
    "header, a byte at a time": errors.TooSlow,
    "silence": errors.TooSlow,
    "closed in the body": errors.Garbled,
    "closed in a chunk": errors.Garbled,
    "chunks of no size": errors.Garbled,
    "not modified, unasked": errors.Garbled,
    "moved to itself": errors.Astray,
}
"""Where one sentence is clearly the right one."""

READ = (
    "200,000 <p>",
    "<div> 20,000 deep",
    "linked data, 5 MB deep",
    "PDF, 500 MB in a page",
    "XHTML with a billion laughs",
)
"""Of the pages and PDFs, the worst of each sort; ``tests.benchmarks.bombs`` tries them all."""


def site(bomb: Send, at: str) -> Answer:
    """A good page everywhere but at one path."""

    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        if path == at:
            await bomb(writer)
        elif path == "/robots.txt":
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            await whole(GOOD)(writer)

    return answer


async def ends(fetch: Fetcher, link: str) -> str:
    """Its kind of failure, or that it is there, within the limit. Anything else is raised; a hang, too."""
    try:
        async with asyncio.timeout(60):
            document = await fetch.fetch(link)
    except errors.Unread as error:
        return type(error).__name__
    assert len(document.body) <= SIZE
    return "fetched"


async def ends_at_last(fetch: Fetcher, link: str) -> str:
    """The same of a page that is no bomb: of three tries the first that a machine which stood still didn't end."""
    for _ in range(2):
        if (ended := await ends(fetch, link)) != "TooSlow":
            return ended
    return await ends(fetch, link)


def asks_for_rest(name: str, ended: str) -> bool:
    """A host that says it is busy is left alone, at all its ports; rightly so."""
    return name == "busy until the year 9999" and ended in {"Blocked", "Unreachable"}


@pytest.mark.parametrize("name", WIRE)
async def test_an_answer_that_is_a_bomb_ends_in_its_sentence_and_the_next_page_works(name: str) -> None:
    limits = SHORT if ENDS.get(name, errors.TooSlow) is errors.TooSlow else LONG
    async with (
        answering(site(WIRE[name], "/bomb")) as served,
        Fetcher(allowed=[served.host], limits=limits, turns=Turns(pause=0)) as fetch,
    ):
        ended = await ends(fetch, served.url("/bomb"))
        assert name not in ENDS or ended == ENDS[name].__name__
        assert await ends_at_last(fetch, served.url("/good")) == (
            "Blocked" if asks_for_rest(name, ended) else "fetched"
        )


@pytest.mark.parametrize("name", WIRE)
async def test_a_robots_txt_that_is_a_bomb_ends_in_a_sentence(name: str) -> None:
    """Its site may be closed by it; no other is."""
    async with (
        answering(site(WIRE[name], "/robots.txt")) as served,
        answering(site(WIRE[name], "/bomb")) as other,
        Fetcher(allowed=[served.host, other.host], limits=SHORT, turns=Turns(pause=0)) as fetch,
    ):
        ended = await ends(fetch, served.url("/page"))
        assert await ends_at_last(fetch, other.url("/good")) == ("Blocked" if asks_for_rest(name, ended) else "fetched")


async def test_addresses_that_are_ever_new_end_like_a_circle() -> None:
    async def ever_new(path: str, writer: asyncio.StreamWriter) -> None:
        if path == "/robots.txt":
            await whole(b"")(writer)
        else:
            writer.write(f"HTTP/1.1 302 Found\r\nLocation: {path}x\r\nContent-Length: 0\r\n\r\n".encode())

    async def to_and_fro(path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 302 Found\r\nLocation: {'/b' if path == '/a' else '/a'}\r\n\r\n".encode())

    for answer in (ever_new, to_and_fro):
        async with (
            answering(answer) as served,
            Fetcher(allowed=[served.host], limits=SHORT, turns=Turns(pause=0)) as fetch,
        ):
            assert await ends(fetch, served.url("/a")) == "Astray"


@pytest.mark.parametrize("name", READ)
async def test_a_bomb_for_the_reader_ends_in_its_sentence_and_the_next_page_is_read(name: str, tmp_path: Path) -> None:
    """The whole path: the command, its worker, and what they hold together at most."""
    pages = {each: whole(page.body, page.kind.encode("latin-1")) for each, page in page_bombs().items()}
    bombs = {**pages, **{each: whole(body, b"application/pdf") for each, body in pdf_bombs().items()}}
    trial = await tried([bombs[name]], tmp_path)
    kinds = (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.Unread))
    assert set(trial.outcomes) <= {"read", *(kind.__name__ for kind in kinds)}
    assert trial.good
    assert trial.memory < MEMORY
