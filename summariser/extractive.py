"""A briefing without a language model: the article's own sentences and its own quotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.attribution.survey import survey
from summariser.checks import gated
from summariser.headline import headline
from summariser.key_quotes import key_quotes
from summariser.language import detect
from summariser.model import Briefing, Checks
from summariser.points import points as compose
from summariser.speakers import quotes_of

if TYPE_CHECKING:
    from summariser.model import Article


def brief(article: Article, *, points: int = 3, dropped: tuple[str, ...] = ()) -> Briefing:
    """The briefing of an article that has been cleaned; ``dropped`` is what cleaning took off.

    Any text gives a briefing: one without sentences has no points, one without quotations no quotes.
    """
    if article.language is None:
        article = replace(article, language=detect(article.text))
    read = survey(article)
    made = compose(read, points)
    every = quotes_of(read)
    quotes = key_quotes(article, read.sentences, every, made)
    further = len(every) - len(quotes)
    briefing = Briefing(article, headline(article, made), made, quotes, Checks(0, 0), dropped=dropped, further=further)
    return gated(briefing, read.quotations)
