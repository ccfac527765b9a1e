"""Articles, from files, links and streams, on the terminal."""
# ruff: noqa: PLC0415 - what reads pages takes longer to load than a text takes to brief

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING

from adapters import console, documents, files, stream
from bot.answering import answer, answer_link, compose, read_pasted, read_whole
from bot.commands import Brief
from bot.errors import NeedsBrowser
from bot.settings import Settings, from_environment
from bot.wiring.world import world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.commands import Command
    from bot.model import Post
    from bot.wiring.world import World
    from summariser.reading import Reading


def answer_names(
    command: Command, names: Sequence[str], *, as_json: bool, jobs: int, model: Mapping[str, str] | None = None
) -> int:
    """Answer ``command`` for each file or link on the terminal; the exit code. ``model`` is set beside the rest."""
    settings = from_environment({**os.environ, **(model or {})})
    linked = any(map(files.is_link, names))
    written = isinstance(command, Brief) and settings.model is not None and settings.model.name
    if not linked and not written:
        return console.answer_files(partial(_answer, command), names, as_json=as_json, jobs=jobs)

    async def answered() -> int:
        async with world(settings, jobs=jobs, keep=linked) as outside:
            return await console.answer_links(partial(follow, command, outside), names, as_json=as_json)

    return asyncio.run(answered())


def answer_texts(command: Command, name: str, *, jobs: int) -> int:
    """Answer ``command`` for each line ``{"id", "text"}`` of a JSON Lines file; the exit code."""
    return console.answer_stream(partial(_reply_to_text, command), name, jobs=jobs)


def read_pages(name: str, *, jobs: int, raw: bool) -> int:
    """Read each line ``{"id", "html", "url"}`` of a JSON Lines file; the exit code."""
    return console.answer_stream(partial(_reply_to_page, raw), name, jobs=jobs)


def show_demo() -> int:
    """Brief the sample articles, from a site on this machine, on the terminal; the exit code."""
    from adapters.demo_site import demo_site

    async def shown() -> int:
        async with (
            demo_site(files.bundled()) as site,
            world(Settings(allow_hosts=frozenset({site.host})), jobs=2, keep=False) as outside,
        ):
            return await console.show_site(partial(follow, Brief(), outside), site.articles)

    return asyncio.run(shown())


async def follow(command: Command, outside: World, name: str) -> Post:
    """What ``command`` asks for, from a link or a file."""
    if not isinstance(command, Brief):
        if files.is_link(name):
            return await answer_link(command, name, outside.articles, outside.apart)
        return await asyncio.to_thread(lambda: _answer(command, files.read(name)))
    if files.is_link(name):
        reading = await read_whole(name, outside.articles, raw=command.raw)
    else:
        reading = await asyncio.to_thread(lambda: _reading(files.read(name), raw=command.raw))
    return await outside.copywriter.brief(reading, command, "terminal:")


def _answer(command: Command, raw: bytes) -> Post:
    """What ``command`` asks for, from a file: plain text, a web page or a PDF."""
    return compose(command, _reading(raw, raw=command.raw))


def _reading(body: bytes, *, raw: bool) -> Reading:
    """The article in a file."""
    return _read(body, raw=raw) if files.is_page(body) else read_pasted(files.decode(body), raw=raw)


def _reply_to_text(command: Command, asked: stream.Asked) -> documents.Fields:
    return documents.fields(answer(command, stream.text_of(asked)))


def _reply_to_page(raw: bool, asked: stream.Asked) -> documents.Fields:  # noqa: FBT001 - bound once, above
    html = stream.text_of(asked, "html")
    url = stream.text_of(asked, "url")
    return documents.page_fields(_read(html.encode("utf-8", "replace"), url, "text/html; charset=utf-8", raw=raw))


def _read(body: bytes, url: str | None = None, content_type: str | None = None, *, raw: bool) -> Reading:
    """The article in a page that is here already."""
    from adapters.web.model import Document, Elsewhere
    from adapters.web.read import read

    found = read(Document(body, url, content_type), raw=raw)
    if isinstance(found, Elsewhere):
        raise NeedsBrowser
    return found
