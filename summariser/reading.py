"""From the text somebody gave to the article that is briefed."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from summariser.clean import clean
from summariser.errors import EmptyText, NoSentences, NothingLeft, TooShort
from summariser.language import detect
from summariser.model import Article
from summariser.sentences import sentences

FEWEST_WORDS = 8
"""Below this a text is a headline or a slip of the keyboard. Ours to choose: no article is this short."""

FEWEST_LETTERS = 40
"""The same bound for scripts that set no space between words, at five letters a word."""

SENTENCE_WORDS = 3
"""A sentence has a subject, a verb and something more; anything less is an entry in a list."""

SENTENCE_LETTERS = 12
"""The same bound for scripts that set no space between words, at four letters a word."""


class Reading(NamedTuple):
    """An article ready to be briefed, and what was taken off its text as not of the story."""

    article: Article
    dropped: tuple[str, ...] = ()


def read_text(text: str, *, raw: bool = False) -> Reading:
    """The article in ``text``, and what was taken off.

    With ``raw`` nothing is taken off: ``article.text`` is ``text``, so offsets index what was given.

    Raises:
        EmptyText: if there is only white space.
        NothingLeft: if cleaning takes everything off.
        NoSentences: if no stretch of it reads as a sentence.
        TooShort: if it has too few words to be an article.
    """
    return read_article(Article(text=text), raw=raw)


def read_article(found: Article, *, raw: bool = False) -> Reading:
    """The same for a text about which something is known already: that stands, the text fills in what is missing.

    Raises:
        SummariserError: as ``read_text`` does.
    """
    if not found.text.strip():
        raise EmptyText
    reading = Reading(found) if raw else cleaned(found)
    if reading.article.language is None:
        reading = reading._replace(article=replace(reading.article, language=detect(reading.article.text)))
    _refuse_fragments(reading.article)
    return reading


def cleaned(found: Article) -> Reading:
    """The article without what is not of the story, however little is left.

    Raises:
        NothingLeft: if that is nothing at all.
    """
    clear = clean(found.text, title=found.title)
    if not clear.text.strip():
        raise NothingLeft
    article = replace(
        found,
        text=clear.text,
        title=found.title or clear.title,
        byline=found.byline or clear.byline,
        site=found.site or clear.site,
        published=found.published or clear.published,
    )
    return Reading(article, clear.dropped)


def _refuse_fragments(article: Article) -> None:
    words, letters = _size(article.text)
    if not letters:
        raise NoSentences
    if words < FEWEST_WORDS and letters < FEWEST_LETTERS:
        raise TooShort(words)
    if not any(_is_sentence(each.span.cut(article.text)) for each in sentences(article.text, article.language)):
        raise NoSentences


def _is_sentence(stretch: str) -> bool:
    words, letters = _size(stretch)
    return words >= SENTENCE_WORDS or letters >= SENTENCE_LETTERS * max(1, words)


def _size(text: str) -> tuple[int, int]:
    """How many words with a letter in them, and how many letters."""
    per_word = [sum(map(str.isalpha, word)) for word in text.split()]
    return sum(1 for letters in per_word if letters), sum(per_word)
