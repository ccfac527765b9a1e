"""What the bot gives out."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.model import Article, Briefing, Quote
from summariser.reading import Reading


@dataclass(frozen=True, slots=True)
class Quoted:
    """Every quotation of an article, in order, key or not."""

    article: Article
    quotes: tuple[Quote, ...]


Post = Briefing | Quoted | Reading
"""All there is to post so far: closed, so that a renderer that lacks one does not pass the type check."""
