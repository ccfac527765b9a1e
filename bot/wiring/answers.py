"""Questions to articles, on the terminal."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING

from adapters import console, documents, files, stream
from bot.commands import Read
from bot.errors import BadLine, NothingAsked, StandfirstError
from bot.settings import from_environment
from bot.wiring.articles import follow
from bot.wiring.world import world
from summariser.answers import answer
from summariser.errors import SummariserError
from summariser.model import Article
from summariser.reading import Reading, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.model import Answer


def ask_names(names: Sequence[str], question: str, *, as_json: bool, model: Mapping[str, str]) -> int:
    """Answer a question from files and links together, on the terminal; the exit code.

    ``model`` is set beside the rest.

    Raises:
        NothingAsked: if there is no word in the question.
    """
    if not any(letter.isalnum() for letter in question):
        raise NothingAsked

    async def answered() -> int:
        settings = from_environment({**os.environ, **model})
        async with world(settings, jobs=1, keep=any(map(files.is_link, names))) as outside:
            posts, code = await console.collect(partial(follow, Read(), outside), names)
            articles = [post.article for post in posts if isinstance(post, Reading)]
            if articles:
                found = await outside.copywriter.answer(question, articles, (), "terminal:")
                console.show(found, as_json=as_json)
            return code

    return asyncio.run(answered())


def ask_texts(name: str, *, jobs: int) -> int:
    """Answer each line ``{"id", "text" or "texts", "question"}`` of a JSON Lines file; the exit code."""
    return console.answer_stream(_reply, name, jobs=jobs)


def _reply(asked: stream.Asked) -> documents.Fields:
    texts = _texts(asked)
    question = stream.text_of(asked, "question")
    articles = [_article(text) for text in texts]
    found = answer(question, articles)
    places = _places(found, articles, texts)
    if places is None:  # cleaning has moved something: then offsets index what was given only without it
        articles = [Article(text) for text in texts]
        found = answer(question, articles)
        places = _places(found, articles, texts) or ()
    return documents.answer_fields(found, places)


def _places(found: Answer, articles: Sequence[Article], texts: Sequence[str]) -> tuple[tuple[int, int], ...] | None:
    """For each passage the number of the text it stands in, and where; ``None`` if one stands in none."""
    places = list[tuple[int, int]]()
    for passage in found.passages:
        number = next(at for at, article in enumerate(articles) if article is passage.article)
        same = articles[number].text == texts[number]
        start = passage.span.start if same else texts[number].find(passage.text)
        if start < 0:
            return None
        places.append((number, start))
    return tuple(places)


def _texts(asked: stream.Asked) -> list[str]:
    """The text of a line, or its texts.

    Raises:
        BadLine: if there is neither.
    """
    given = asked.fields.get("texts")
    if given is None:
        return [stream.text_of(asked)]
    if not isinstance(given, list) or not given or not all(isinstance(each, str) for each in given):  # pyright: ignore[reportUnknownVariableType] - JSON
        raise BadLine(asked.number, 'has no "texts" that is a list of strings', "texts")
    return [str(each) for each in given]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - the same


def _article(text: str) -> Article:
    """The article in a text, without what is not of the story; all of it where it is too short to be one."""
    try:
        return read_text(text).article
    except (SummariserError, StandfirstError):
        return Article(text)
