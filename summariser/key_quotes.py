"""Which quotations a briefing shows: what a point can't say, by someone who matters, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Article, Point, Quote, Sentence


def key_quotes(
    article: Article, split: Sequence[Sentence], quotes: Sequence[Quote], points: Sequence[Point]
) -> tuple[Quote, ...]:
    """One to three of ``quotes``, in the order of the article; none if there is none fit to be shown."""
    direct = [quote for quote in quotes if quote.kind == "direct" and quote.credited]
    return tuple(direct[:2])
