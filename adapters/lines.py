"""A line that somebody typed, where commands are typed and not registered: in a terminal, and in the playground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.front_desk import Request, kind_of
from bot.typed import Nothing, parse

if TYPE_CHECKING:
    from bot.model import Thread
    from bot.ports import Records


async def asked_in(line: str, person: str, about: Thread, records: Records) -> Request | None:
    """What ``person``, who may do everything there, asks for by ``line``; ``None`` where there is nothing in it.

    Raises:
        StoreUnusable: if it cannot be looked up what it is about.
    """
    command, _, rest = line.strip().partition(" ")
    match command.lower():
        case "":
            return None
        case "/brief":
            kind, text = kind_of(parse(rest), question="brief_text")
            return Request(kind, person, about, text)
        case "/ask":
            return Request("ask", person, about, rest.strip())
        case "/digest":
            return Request("digest", person, about, rest, any_digest=True)
        case "/forget":
            return Request("forget", person, about, rest, manages=True)
        case "/quotes":
            return Request("quotes", person, about, article=await _latest(about, records))
        case _ if command.startswith("/"):
            return Request("help", person, about)
        case _:
            what = parse(line, in_thread=bool(about.ident))
            kind, text = kind_of(what, question="ask")
            return None if isinstance(what, Nothing) else Request(kind, person, about, text, manages=True)


async def _latest(about: Thread, records: Records) -> str:
    """The fingerprint of the thread's article, or of the latest post's; nothing where there is none."""
    thread = about if about.ident else await records.latest(about.channel)
    articles = await records.recall(thread) if thread else ()
    return articles[0].fingerprint if articles else ""
