"""A command and an article -> a post, without anybody else: what the terminal, the desk and the digests share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from bot.commands import Brief, Command, Quotes, Read
from bot.errors import NotAnArticle, Paywalled
from bot.model import Post, Quoted
from summariser.errors import SummariserError
from summariser.extractive import brief
from summariser.reading import Reading, read_text
from summariser.speakers import attribute

if TYPE_CHECKING:
    from bot.ports import Apart, Articles

FEWEST_WORDS_SHOWN = 120
"""Below this, what a paywall lets through is the opening, and a briefing of it would look like one of the article."""


def answer(command: Command, text: str) -> Post:
    """What ``command`` asks for, made from ``text``.

    Raises:
        NotAnArticle: if the text is refused; the message says why and what to do.
    """
    return compose(command, read_pasted(text, raw=command.raw))


def read_pasted(text: str, *, raw: bool = False) -> Reading:
    """The article in ``text``.

    Raises:
        NotAnArticle: if the text is refused; the message says why and what to do.
    """
    try:
        return read_text(text, raw=raw)
    except SummariserError as error:
        raise NotAnArticle(str(error)) from error


async def answer_link(command: Command, link: str, articles: Articles, apart: Apart) -> Post:
    """What ``command`` asks for, made from the article behind ``link``.

    Raises:
        Unread: if there is no article to be had there.
        Paywalled: also if what is shown of it is too little to be briefed.
    """
    if isinstance(command, Read):
        return await articles.read(link, raw=command.raw)
    reading = await read_whole(link, articles, raw=command.raw)
    return await apart.run(partial(compose, command, reading))


async def read_whole(link: str, articles: Articles, *, raw: bool = False) -> Reading:
    """The article behind ``link``, enough of it to be briefed.

    Raises:
        Unread: if there is no article to be had there.
        Paywalled: also if what is shown of it is too little.
    """
    reading = await articles.read(link, raw=raw)
    article = reading.article
    if article.paywall and len(article.text.split()) < FEWEST_WORDS_SHOWN:
        raise Paywalled(article.site or "")
    return reading


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
