"""A command comes in with an article, a post goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.commands import Brief, Command, Quotes
from bot.errors import NotAnArticle
from bot.model import Post, Quoted
from summariser.errors import SummariserError
from summariser.extractive import brief
from summariser.reading import read_text
from summariser.speakers import attribute

if TYPE_CHECKING:
    from summariser.reading import Reading


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


def compose(command: Command, reading: Reading) -> Post:
    """What ``command`` asks for, made from an article that has been read."""
    match command:
        case Brief():
            return brief(reading.article, points=command.points, dropped=reading.dropped)
        case Quotes():
            return Quoted(reading.article, attribute(reading.article))
        case _:
            assert_never(command)
