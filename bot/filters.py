"""Which headlines a channel wants: words with AND, OR, NOT and brackets, as people type them into a search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import BadFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    Test = Callable[[str], bool]

DEEPEST = 20
"""Brackets inside brackets. Nobody types more; each is a call."""

_TOKEN = re.compile(r'\s*(?:(\()|(\))|"([^"]*)"|([^\s()"]+))')


@dataclass(slots=True)
class _Parser:
    """A recursive descent over: any := all (OR all)*; all := one ([AND] one)*; one := NOT one | ( any ) | word."""

    tokens: list[tuple[str, str]]
    at: int = 0
    depth: int = 0

    def any(self) -> Test:
        tests = [self.all()]
        while self._takes("or"):
            tests.append(self.all())
        return lambda text: any(test(text) for test in tests)

    def all(self) -> Test:
        tests = [self.one()]
        while self._takes("and") or self._begins_one():
            tests.append(self.one())
        return lambda text: all(test(text) for test in tests)

    def one(self) -> Test:
        if self._takes("not"):
            refused = self.one()
            return lambda text: not refused(text)
        if self._takes("("):
            self.depth += 1
            if self.depth > DEEPEST:
                problem = "it has too many brackets inside brackets"
                raise BadFilter(problem)
            inner = self.any()
            if not self._takes(")"):
                problem = "a bracket is not closed"
                raise BadFilter(problem)
            self.depth -= 1
            return inner
        kind, word = self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")
        if kind != "word":
            problem = "a word is missing at the end" if kind == "end" else f"a word is missing before {word or kind}"
            raise BadFilter(problem)
        self.at += 1
        return _contains(word)

    def _takes(self, kind: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at][0] == kind:
            self.at += 1
            return True
        return False

    def _begins_one(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][0] in {"word", "not", "("}


def wanted(words: str) -> Test:
    """Whether a text is wanted, by ``words``: ``harbour AND (storm OR "sea wall") NOT football``. None: all are.

    Raises:
        BadFilter: if they cannot be read so; the message says where.
    """
    tokens = [_kind(*found.groups()) for found in _TOKEN.finditer(words)]
    if words.count('"') % 2:
        problem = "a quotation mark is not closed"
        raise BadFilter(problem)
    if not tokens:
        return lambda _: True
    parser = _Parser(tokens)
    test = parser.any()
    if parser.at < len(tokens):
        problem = "a bracket is closed that was not opened"
        raise BadFilter(problem)
    return test


def _kind(opening: str | None, closing: str | None, quoted: str | None, word: str | None) -> tuple[str, str]:
    if opening or closing:
        return (opening or closing or "", "")
    if quoted is not None:
        return ("word", quoted)
    if word in {"AND", "OR", "NOT"}:  # in capitals: "and" is a word that headlines have
        return (word.lower(), word)
    return ("not", "-") if word == "-" else ("word", word or "")


def _contains(word: str) -> Test:
    """Whole words, in any case; a star at the end stands for any ending."""
    stem = word.casefold()
    if stem.endswith("*"):
        found = re.compile(rf"(?<!\w){re.escape(stem[:-1])}")
    else:
        found = re.compile(rf"(?<!\w){re.escape(stem)}(?!\w)")
    return lambda text: bool(found.search(text.casefold()))
