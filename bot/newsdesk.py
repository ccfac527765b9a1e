"""A command comes in with an article, a post goes out."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from bot.answering import compose, read_pasted, read_whole
from bot.commands import Brief, Quotes
from bot.errors import Forgotten, StandfirstError, TooLong, Undelivered, UnknownLanguage
from bot.model import Notice
from bot.tongues import OFF, named
from bot.typed import Link, Pasted
from bot.watching import Unwatched
from summariser.languages import LANGUAGES
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.copywriting import Copywriter
    from bot.model import Channel
    from bot.ports import Apart, Articles, Outlet, Records
    from bot.watching import Watch
    from summariser.model import Article

MOST_CHARACTERS = 200_000
"""Of pasted text: ten times a long magazine article, and still read within the seconds a person waits."""

_LONGEST_SITE = 60
_OUR_FAULT = "That failed, and the fault is mine; it is on record. Try again in a few minutes, or with another link."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where."""

    person: str
    channel: Channel

    @property
    def payer(self) -> str:
        """Whose budget what it costs is taken from."""
        return self.channel.payer


@dataclass(frozen=True, slots=True)
class Newsdesk:
    """Takes what people ask for, and sends the answer where it belongs.

    Whatever goes wrong is told to the person who asked, in a sentence that says what to do. ``Undelivered`` alone is
    raised: then there is nowhere to tell it, and it is for the platform to decide what to do.
    """

    articles: Articles
    apart: Apart
    records: Records
    copywriter: Copywriter
    watch: Watch = field(default_factory=Unwatched)

    async def brief(self, source: Link | Pasted, by: Asker, outlet: Outlet) -> None:
        """Post a briefing of the article behind a link, or of a pasted one."""
        async with telling(outlet):
            if isinstance(source, Link):
                await outlet.progress(f"Reading {_site(source.url)} …")
                reading = await read_whole(source.url, self.articles)
            else:
                await outlet.progress("Reading your text …")
                reading = await self._read(source.text)
            await self._brief(reading, by, outlet)

    async def brief_again(self, fingerprint: str, by: Asker, outlet: Outlet) -> None:
        """Post the briefing of an article that is on file."""
        async with telling(outlet):
            await self._brief(Reading(await self._filed(fingerprint)), by, outlet)

    async def quotes(self, fingerprint: str, outlet: Outlet) -> None:
        """Post every quotation of an article that is on file."""
        async with telling(outlet):
            article = await self._filed(fingerprint)
            post = await self.apart.run(partial(compose, Quotes(), Reading(article)))
            thread = await outlet.post(post)
            if thread is not None:
                await self.records.remember(thread, article, "", "")

    async def speak(self, language: str, by: Asker, outlet: Outlet) -> None:
        """Let briefings of a channel be in the language of that name from now on; with no name, tell which it is."""
        async with telling(outlet):
            if language:
                code = None if language.casefold() in OFF else named(language)
                if code is None and language.casefold() not in OFF:
                    raise UnknownLanguage(language, [*LANGUAGES.values()])
                await self.records.speak(by.channel, code)
            spoken = await self.records.language_of(by.channel)
            await outlet.tell(Notice(_spoken(spoken, translates=self.copywriter.model is not None)))

    async def _read(self, text: str) -> Reading:
        if len(text) > MOST_CHARACTERS:
            raise TooLong(len(text), MOST_CHARACTERS)
        with self.watch.during("extract"):
            return await self.apart.run(partial(read_pasted, text))

    async def _brief(self, reading: Reading, by: Asker, outlet: Outlet) -> None:
        language = await self.records.language_of(by.channel)
        post = await self.copywriter.brief(reading, Brief(), by.payer, language)
        await self.records.file(post.article)
        thread = await outlet.post(post)
        if thread is not None:
            await self.records.remember(thread, post.article, post.headline, by.person, post.checks)

    async def _filed(self, fingerprint: str) -> Article:
        article = await self.records.filed(fingerprint)
        if article is None:
            raise Forgotten
        return article


@asynccontextmanager
async def telling(outlet: Outlet) -> AsyncGenerator[None]:
    """What goes wrong inside is told to whoever asked; ``Undelivered`` alone comes out."""
    try:
        yield
    except Undelivered:
        raise
    except StandfirstError as error:
        await outlet.tell(Notice(str(error)))
    except Exception:  # noqa: BLE001 - whoever asked must hear of it, whatever it is
        _log.exception("A request failed in a way it should not")
        await outlet.tell(Notice(_OUR_FAULT))


def _spoken(language: str | None, *, translates: bool) -> str:
    """In what language briefings come, and how that is changed."""
    if language is None:
        return "Briefings here are in the language of each article. To have them in another: /brief language German"
    name = LANGUAGES[language]
    if not translates:
        return (
            f"Briefings here are to be in {name}. That takes a language model, and none is set up: until one is, they "
            "are in the language of each article."
        )
    return (
        f"Briefings here are in {name}, quotes as they were said, with a translation. To end that: /brief language off"
    )


def _site(url: str) -> str:
    """The host in an address that was typed, as a person knows it; nothing in it is opened here."""
    host = url.partition("://")[2].partition("/")[0].rpartition("@")[2].removeprefix("www.")
    return host[:_LONGEST_SITE] or "the page"
