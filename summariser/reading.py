"""From the text somebody gave to the article that is briefed."""

from __future__ import annotations

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


def read_text(text: str, *, raw: bool = False) -> tuple[Article, tuple[str, ...]]:
    """The article in ``text``, and what was taken off as not of the story.

    With ``raw`` nothing is taken off: ``article.text`` is ``text``, so offsets index what was given.

    Raises:
        EmptyText: if there is only white space.
        NothingLeft: if cleaning takes everything off.
        NoSentences: if no stretch of it reads as a sentence.
        TooShort: if it has too few words to be an article.
    """
    if not text.strip():
        raise EmptyText
    article, dropped = _as_given(text) if raw else _cleaned(text)
    _refuse_fragments(article)
    return article, dropped


def _as_given(text: str) -> tuple[Article, tuple[str, ...]]:
    return Article(text=text, language=detect(text)), ()


def _cleaned(text: str) -> tuple[Article, tuple[str, ...]]:
    cleaned = clean(text)
    if not cleaned.text.strip():
        raise NothingLeft
    article = Article(
        text=cleaned.text,
        title=cleaned.title,
        byline=cleaned.byline,
        site=cleaned.site,
        published=cleaned.published,
        language=detect(cleaned.text),
    )
    return article, cleaned.dropped


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
