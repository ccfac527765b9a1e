"""A headline for an article that has none: its first sentence, cut where it can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Article, Sentence

LONGEST = 90
_END = re.compile(r"[.\s]+\Z")


def headline(article: Article, split: Sequence[Sentence]) -> str:
    """The article's title, or one made of its first sentence; at most 90 characters, without a full stop."""
    if article.title and article.title.strip():
        return _shortened(" ".join(article.title.split()))
    if not split:
        return ""
    return _shortened(" ".join(split[0].span.cut(article.text).split()))


def _shortened(text: str) -> str:
    text = _END.sub("", text)
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST - 1].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–—-") + "…"
