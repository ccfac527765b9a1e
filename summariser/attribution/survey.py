"""An article read once: its sentences, its quotations, its paragraphs as tokens, and the people in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.attribution.casting import cast
from summariser.attribution.descriptions import learn_offices
from summariser.attribution.evidence import Page, places
from summariser.attribution.scene import Scene
from summariser.attribution.tokens import read_lines
from summariser.lexicon import lexicon
from summariser.quotes import scan
from summariser.sentences import paragraphs, sentences

if TYPE_CHECKING:
    from summariser.model import Article, Quotation, Sentence


@dataclass(frozen=True, slots=True)
class Survey:
    """What the points and the speakers are both found by."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    page: Page
    scene: Scene

    def token_at(self, offset: int) -> tuple[int, int] | None:
        """The paragraph and the token that begin at ``offset``, if a token does."""
        number = bisect_right(self.scene.lines, offset, key=lambda line: line.span.start) - 1
        if number < 0:
            return None
        tokens = self.scene.lines[number].tokens
        at = bisect_right(tokens, offset, key=lambda token: token.start) - 1
        return (number, at) if at >= 0 and tokens[at].start == offset else None


def survey(article: Article) -> Survey:
    """Read ``article``, in time linear in its length."""
    text, lex = article.text, lexicon(article.language)
    split = sentences(text, article.language)
    quotations = scan(text, article.language)
    lines = read_lines(text, paragraphs(text), split, quotations, lex)
    page = Page(text, lines, quotations, places(lines, len(quotations)))
    scene = Scene(lines, cast(lines, lex), lex)
    learn_offices(scene)
    return Survey(article, split, quotations, page, scene)
