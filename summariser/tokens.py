"""A paragraph as the attribution reads it: words and marks, each quotation folded into one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.model import Quotation, Sentence

_WORD = r"[^\W\d_]+(?:[.&][^\W\d_]+)*(?:['’\-‑][^\W_]+)*"
_NUMBER = r"[$£€]?\d+(?:[.,:/]\d+)*[^\W\d_]*(?:[-‑][^\W_]+)*%?"
_PLAIN = re.compile(rf"(?P<w>{_WORD}\.?)|(?P<n>{_NUMBER})|(?P<p>['’]s?\b|\S)")
_ELIDING = re.compile(
    r"(?P<w>(?:[ldnjmtscLDNJMTSC]|[Qq]u|[JjLl]orsqu|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull|[Uu]n|[Qq]uest)['’](?=\w)"
    rf"|-(?:t-)?(?:ils?|elles?|on)\b|{_WORD.replace(chr(92) + '-‑', '‑')}(?:-(?!t-|ils?\b|elles?\b|on\b)[^\W_]+)*\.?)"
    rf"|(?P<n>{_NUMBER})|(?P<p>\S)",
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")


REACH = 160
"""Tokens of a sentence that are looked at from any place in it: no reader keeps more in mind, and time stays linear."""


class Token(NamedTuple):
    """A word (``w``), number (``n``), mark (``p``) or quotation (``q``), and where it stands in the article."""

    text: str
    low: str
    start: int
    end: int
    kind: Literal["w", "n", "p", "q"]
    number: int = -1

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "w" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's tokens, and which of them end a sentence outside the quotations."""

    span: Span
    tokens: tuple[Token, ...]
    stops: frozenset[int]
    firsts: tuple[int, ...]

    def first_of_sentence(self, index: int) -> int:
        """Where the sentence that ``tokens[index]`` stands in begins; one that goes on and on is cut off."""
        first = self.firsts[index] if index < len(self.firsts) else self._behind()
        return max(first, index - REACH)

    def _behind(self) -> int:
        """Where the sentence begins that a token behind the last one would stand in."""
        last = len(self.tokens) - 1
        return last + 1 if last in self.stops else self.firsts[last] if self.firsts else 0


def read_lines(
    text: str,
    blocks: Sequence[Span],
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    *,
    elides: bool = False,
    incise: str = "",
) -> tuple[Line, ...]:
    """The tokens of every paragraph; ``number`` of a ``q`` token is the quotation's place in ``quotations``."""
    ends = frozenset(sentence.span.end for sentence in sentences)
    folds = [
        (part, number)
        for number, quotation in enumerate(quotations)
        for whole in _parts(quotation, blocks)
        for part in _around_incises(text, whole, incise)
    ]
    folds.sort()
    starts = [part.start for part, _ in folds]
    lines = []
    for block in blocks:
        at = bisect_left(starts, block.start)
        mine = []
        while at < len(folds) and folds[at][0].start < block.end:
            mine.append(folds[at])
            at += 1
        tokens = tuple(_tokens(text, block, mine, ends, elides=elides))
        stops = frozenset(
            i
            for i, token in enumerate(tokens)
            if token.end in ends and (token.kind == "q" or token.text[-1] in ".?!…)]")
        )
        lines.append(Line(block, tokens, stops, _firsts(len(tokens), stops)))
    return tuple(lines)


def _firsts(count: int, stops: frozenset[int]) -> tuple[int, ...]:
    """For each token, where its sentence begins."""
    firsts = []
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
    for index, span in enumerate(quotation.spans):
        start = quotation.outer.start if index == 0 else max(_block_of(span, blocks).start, 0)
        end = quotation.outer.end if index == len(quotation.spans) - 1 else span.end
        yield Span(start, end)


def _around_incises(text: str, part: Span, incise: str) -> Iterator[Span]:
    """The stretches of a quotation on both sides of a reporter's words inside its marks: *« Oui, dit-elle, bien sûr. »*."""
    at = part.start
    if incise:
        for match in re.finditer(incise, text[part.start : part.end]):
            yield Span(at, part.start + match.start("said"))
            at = part.start + match.end("said")
    yield Span(at, part.end)


def _block_of(span: Span, blocks: Sequence[Span]) -> Span:
    at = bisect_left(blocks, span.start + 1, key=lambda block: block.start) - 1
    return blocks[max(at, 0)]


def _tokens(
    text: str, block: Span, folds: Sequence[tuple[Span, int]], ends: frozenset[int], *, elides: bool
) -> Iterator[Token]:
    at = block.start
    for part, number in folds:
        yield from _plain(text, at, part.start, ends, elides=elides)
        yield Token(text[part.start : part.start + 1], "", part.start, part.end, "q", number)
        at = max(at, part.end)
    yield from _plain(text, at, block.end, ends, elides=elides)


def _plain(text: str, start: int, end: int, ends: frozenset[int], *, elides: bool) -> Iterator[Token]:
    pattern = _ELIDING if elides else _PLAIN
    for match in pattern.finditer(text, start, end):
        word, low = match.group(), match.group().lower()
        first, last = match.span()
        if match.lastgroup == "w":
            if word.endswith(".") and (last in ends or last + 1 in ends):
                yield Token(word[:-1], low[:-1], first, last - 1, "w")
                yield Token(".", ".", last - 1, last, "p")
                continue
            cut = _POSSESSIVE.search(word)
            if cut and cut.start():
                middle = first + cut.start()
                yield Token(word[: cut.start()], low[: cut.start()], first, middle, "w")
                yield Token(cut.group(), "'s", middle, last, "p")
                continue
            yield Token(word, low, first, last, "w")
        else:
            yield Token(word, low, first, last, "n" if match.lastgroup == "n" else "p")
