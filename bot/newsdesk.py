"""A command comes in with an article, a post goes out."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, assert_never

from bot.commands import Brief, Command, Quotes, Read
from bot.errors import (
    Forgotten,
    NotAnArticle,
    Paywalled,
    StandfirstError,
    TooLong,
    Undelivered,
)
from bot.model import Notice, Post, Quoted
from bot.typed import Link, Pasted
from summariser.errors import SummariserError
from summariser.extractive import brief
from summariser.model import Briefing
from summariser.reading import Reading, read_text
from summariser.speakers import attribute

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.ports import Apart, Articles, Outlet, Records
    from summariser.model import Article

FEWEST_WORDS_SHOWN = 120
"""Below this, what a paywall lets through is the opening, and a briefing of it would look like one of the article."""


MOST_CHARACTERS = 200_000
"""Of pasted text: ten times a long magazine article, and still read within the seconds a person waits."""

_LONGEST_SITE = 60
_OUR_FAULT = "That failed, and the fault is mine; it is on record. Try again in a few minutes, or with another link."

_log = logging.getLogger(__name__)


def answer(command: Command, text: str) -> Post:
    """What ``command`` asks for, made from ``text``.

    Raises:
        NotAnArticle: if the text is refused; the message says why and what to do.
    """
    try:
        reading = read_text(text, raw=command.raw)
    except SummariserError as error:
        raise NotAnArticle(str(error)) from error
    return compose(command, reading)


async def answer_link(command: Command, link: str, articles: Articles, apart: Apart) -> Post:
    """What ``command`` asks for, made from the article behind ``link``.

    Raises:
        Unread: if there is no article to be had there.
        Paywalled: also if what is shown of it is too little to be briefed.
    """
    reading = await articles.read(link, raw=command.raw)
    article = reading.article
    if article.paywall and not isinstance(command, Read) and len(article.text.split()) < FEWEST_WORDS_SHOWN:
        raise Paywalled(article.site or "")
    return await apart.run(partial(compose, command, reading))


def compose(command: Command, reading: Reading) -> Post:
    """What ``command`` asks for, made from an article that has been read."""
    match command:
        case Brief():
            return brief(reading.article, points=command.points, dropped=reading.dropped)
        case Quotes():
            return Quoted(reading.article, attribute(reading.article))
        case Read():
            return reading
        case _:
            assert_never(command)


@dataclass(frozen=True, slots=True)
class Newsdesk:
    """Takes what people ask for, and sends the answer where it belongs.

    Whatever goes wrong is told to the person who asked, in a sentence that says what to do. ``Undelivered`` alone is
    raised: then there is nowhere to tell it, and it is for the platform to decide what to do.
    """

    articles: Articles
    apart: Apart
    records: Records

    async def brief(self, source: Link | Pasted, person: str, outlet: Outlet) -> None:
        """Post a briefing of the article behind a link, or of a pasted one."""
        async with telling(outlet):
            if isinstance(source, Link):
                await outlet.progress(f"Reading {_site(source.url)} …")
                post = await answer_link(Brief(), source.url, self.articles, self.apart)
            else:
                await outlet.progress("Reading your text …")
                post = await self._brief_text(source.text)
            await self._post(post, person, outlet)

    async def brief_again(self, fingerprint: str, person: str, outlet: Outlet) -> None:
        """Post the briefing of an article that is on file."""
        async with telling(outlet):
            reading = Reading(await self._filed(fingerprint))
            await self._post(await self.apart.run(partial(compose, Brief(), reading)), person, outlet)

    async def quotes(self, fingerprint: str, outlet: Outlet) -> None:
        """Post every quotation of an article that is on file."""
        async with telling(outlet):
            article = await self._filed(fingerprint)
            post = await self.apart.run(partial(compose, Quotes(), Reading(article)))
            thread = await outlet.post(post)
            if thread is not None:
                await self.records.remember(thread, article, "", "")

    async def _brief_text(self, text: str) -> Post:
        if len(text) > MOST_CHARACTERS:
            raise TooLong(len(text), MOST_CHARACTERS)
        return await self.apart.run(partial(answer, Brief(), text))

    async def _post(self, post: Post, person: str, outlet: Outlet) -> None:
        if not isinstance(post, Briefing):
            raise TypeError(post)
        await self.records.file(post.article)
        thread = await outlet.post(post)
        if thread is not None:
            await self.records.remember(thread, post.article, post.headline, person)

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


def _site(url: str) -> str:
    """The host in an address that was typed, as a person knows it; nothing in it is opened here."""
    host = url.partition("://")[2].partition("/")[0].rpartition("@")[2].removeprefix("www.")
    return host[:_LONGEST_SITE] or "the page"
