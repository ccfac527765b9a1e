"""A paragraph as the attribution reads it: words and marks, each quotation folded into one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.attribution.tags import phrases, tag
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.lexicon import Lexicon
    from summariser.model import Quotation, Sentence

_LETTERS = r"[^\W\d_]+(?:[.&][^\W\d_]+)*"
_NUMBER = r"(?P<n>[$£€]?\d+(?:[.,:/]\d+)*[^\W\d_]*(?:[-‑][^\W_]+)*%?)"
_PLAIN = re.compile(rf"(?P<w>{_LETTERS}(?:['’\-‑][^\W_]+)*\.?)|{_NUMBER}|(?P<p>['’]s?\b|\S)")
_ELIDED = r"(?:[ldnjmtscLDNJMTSC]|[Qq]u|[JjLl]orsqu|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull|[Uu]n|[Qq]uest)['’](?=\w)"
_INVERTED = r"-(?:t-)?(?:ils?|elles?|on)\b"
_ELIDING = re.compile(
    rf"(?P<w>{_ELIDED}|{_INVERTED}|{_LETTERS}(?:['’‑][^\W_]+)*(?:-(?!t-|ils?\b|elles?\b|on\b)[^\W_]+)*\.?)"
    rf"|{_NUMBER}|(?P<p>\S)"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")

REACH = 160
"""Tokens of a sentence that are looked at from any place in it: no reader keeps more in mind, and time stays linear."""


class Token(NamedTuple):
    """A word (``w``), number (``n``), mark (``p``) or quotation (``q``), and where it stands in the article.

    ``tags`` says what the word may be; ``size`` over how many tokens, for verbs of several words. ``number`` is a
    quotation's place among the article's.
    """

    text: str
    low: str
    start: int
    end: int
    kind: Literal["w", "n", "p", "q"]
    tags: int = 0
    size: int = 1
    number: int = -1

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "w" and self.text[0].isupper()

    def has(self, tags: int) -> bool:
        """Whether it may be any of these kinds (``Tag``)."""
        return self.tags & tags != 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of ``text``: its tokens, which end a sentence outside the quotations, where each one's begins."""

    text: str
    span: Span
    tokens: tuple[Token, ...]
    stops: frozenset[int]
    firsts: tuple[int, ...]

    def cut(self, start: int, end: int) -> str:
        """The article's words from token ``start`` to before token ``end``."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def first_of_sentence(self, index: int) -> int:
        """Where the sentence that ``tokens[index]`` stands in begins; one that goes on and on is cut off."""
        first = self.firsts[index] if index < len(self.firsts) else self._behind()
        return max(first, index - REACH)

    def _behind(self) -> int:
        """Where the sentence begins that a token behind the last one would stand in."""
        last = len(self.tokens) - 1
        if last in self.stops:
            return last + 1
        return self.firsts[last] if self.firsts else 0


def read_lines(
    text: str, blocks: Sequence[Span], sentences: Sequence[Sentence], quotations: Sequence[Quotation], lex: Lexicon
) -> tuple[Line, ...]:
    """The tokens of every paragraph of ``text``, in order."""
    ends = frozenset(sentence.span.end for sentence in sentences)
    folds = sorted(
        (part, number)
        for number, quotation in enumerate(quotations)
        for whole in _parts(quotation, blocks)
        for part in _around_incises(text, whole, lex.incise)
    )
    starts = [part.start for part, _ in folds]
    lines: list[Line] = []
    for block in blocks:
        mine = folds[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        tokens = _with_phrases(list(_tokens(text, block, mine, ends, lex)), lex)
        stops = frozenset(
            index
            for index, token in enumerate(tokens)
            if token.end in ends and (token.kind == "q" or token.text[-1] in ".?!…)]")
        )
        lines.append(Line(text, block, tokens, stops, _firsts(len(tokens), stops)))
    return tuple(lines)


def _firsts(count: int, stops: frozenset[int]) -> tuple[int, ...]:
    """For each token, where its sentence begins."""
    firsts: list[int] = []
    first = 0
    for index in range(count):
        firsts.append(first)
        if index in stops:
            first = index + 1
    return tuple(firsts)


def _parts(quotation: Quotation, blocks: Sequence[Span]) -> Iterator[Span]:
    """The quotation with its marks, paragraph by paragraph."""
    if len(quotation.spans) == 1:
        yield quotation.outer
        return
    last = len(quotation.spans) - 1
    for index, span in enumerate(quotation.spans):
        start = quotation.outer.start if index == 0 else _block_of(span, blocks).start
        yield Span(start, quotation.outer.end if index == last else span.end)


def _block_of(span: Span, blocks: Sequence[Span]) -> Span:
    at = bisect_left(blocks, span.start + 1, key=lambda block: block.start) - 1
    return blocks[max(at, 0)]


def _around_incises(text: str, part: Span, incise: str) -> Iterator[Span]:
    """The stretches of a quotation on both sides of a reporter's words inside its marks: *« Oui, dit-elle, bien. »*."""
    at = part.start
    if incise:
        for match in re.finditer(incise, text[part.start : part.end]):
            yield Span(at, part.start + match.start("said"))
            at = part.start + match.end("said")
    yield Span(at, part.end)


def _tokens(
    text: str, block: Span, folds: Sequence[tuple[Span, int]], ends: frozenset[int], lex: Lexicon
) -> Iterator[Token]:
    at = block.start
    for part, number in folds:
        yield from _plain(text, at, part.start, ends, lex)
        yield Token(text[part.start : part.start + 1], "", part.start, part.end, "q", number=number)
        at = max(at, part.end)
    yield from _plain(text, at, block.end, ends, lex)


def _plain(text: str, start: int, end: int, ends: frozenset[int], lex: Lexicon) -> Iterator[Token]:
    pattern = _ELIDING if lex.elides else _PLAIN
    for match in pattern.finditer(text, start, end):
        word = match.group()
        first, last = match.span()
        if match.lastgroup == "w":
            yield from _word(word, first, last, ends, lex)
        elif match.lastgroup == "n":
            yield Token(word, word.lower(), first, last, "n")
        else:
            yield Token(word, word.lower(), first, last, "p")


def _word(word: str, first: int, last: int, ends: frozenset[int], lex: Lexicon) -> Iterator[Token]:
    """A word, without the full stop that ends its sentence and without a possessive's ending."""
    low = word.lower()
    if word.endswith(".") and (last in ends or last + 1 in ends):
        yield Token(word[:-1], low[:-1], first, last - 1, "w", tag(word[:-1], low[:-1], lex))
        yield Token(".", ".", last - 1, last, "p")
        return
    cut = _POSSESSIVE.search(word)
    if cut and cut.start():
        stem, middle = cut.start(), first + cut.start()
        yield Token(word[:stem], low[:stem], first, middle, "w", tag(word[:stem], low[:stem], lex))
        yield Token(cut.group(), "'s", middle, last, "p", tag("'s", "'s", lex))
        return
    yield Token(word, low, first, last, "w", tag(word, low, lex))


def _with_phrases(tokens: list[Token], lex: Lexicon) -> tuple[Token, ...]:
    """The tokens, with verbs and sources of several words tagged at their first: *went on*, *according to*."""
    known = phrases(lex)
    for at, token in enumerate(tokens):
        for words, kind in known.get(token.low, ()):
            if tuple(t.low for t in tokens[at : at + len(words)]) == words:
                tokens[at] = token._replace(tags=token.tags | kind, size=len(words))
                break
    return tuple(tokens)
