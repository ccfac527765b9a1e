"""A command comes in with an article, a post goes out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from bot.commands import Brief, Command, Quotes, Read
from bot.errors import NotAnArticle, Paywalled
from bot.model import Post, Quoted
from summariser.errors import SummariserError
from summariser.extractive import brief
from summariser.reading import read_text
from summariser.speakers import attribute

if TYPE_CHECKING:
    from bot.ports import Apart, Articles
    from summariser.reading import Reading

FEWEST_WORDS_SHOWN = 120
"""Below this, what a paywall lets through is the opening, and a briefing of it would look like one of the article."""


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
