"""Why a text cannot be briefed.

.. code-block:: text

    SummariserError
    ├── EmptyText       nothing but white space
    ├── NothingLeft     everything in it was taken off as not of the story
    ├── NoSentences     no words that make a sentence: figures, marks, a list of single words
    └── TooShort        words, but too few to be an article

``str(error)`` is for the person who gave the text: one sentence that says what to do.
"""

from __future__ import annotations


class SummariserError(Exception):
    """A text the summariser refuses."""


class EmptyText(SummariserError):
    """There is nothing in it."""

    def __init__(self) -> None:
        super().__init__("It is empty; give the text of an article.")


class NothingLeft(SummariserError):
    """Cleaning left nothing."""

    def __init__(self) -> None:
        super().__init__(
            "It holds only what surrounds an article (appeals, sign-ups, notices); "
            "give the article itself, or use --raw to brief the text as it is."
        )


class NoSentences(SummariserError):
    """No sentence in it."""

    def __init__(self) -> None:
        super().__init__("It has no sentences; give the running text of an article.")


class TooShort(SummariserError):
    """Too few words.

    ``words`` is how many there are.
    """

    def __init__(self, words: int) -> None:
        counted = "1 word" if words == 1 else f"{words} words"
        super().__init__(f"It has only {counted}; give an article of at least a few sentences.")
