"""Which headlines a channel wants: words with AND, OR, NOT and brackets, as people type them into a search.

``site:example.org/sport`` is what that site, or that part of it, brings; ``lang:de`` what is in that language;
``about:"the sea and its harbours"`` what is near to that in meaning, whatever its words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bot.errors import BadFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEEPEST = 20
"""Brackets inside brackets. Nobody types more; each is a call."""

MOST_TOKENS = 200
"""Words and brackets in one filter."""

_TOKEN = re.compile(r'\s*(?:(\()|(\))|(?:(site|lang|about):(?=\S))?(?:"([^"]*)"|([^\s()"]+)))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a filter looks at. ``near`` are those of its topics that the headline is about."""

    text: str
    link: str = ""
    language: str = ""
    near: frozenset[str] = frozenset()


class Test(Protocol):
    """A filter, or a part of one; as text it is what was typed."""

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """Whole words, in any case; a star at the end stands for any ending."""

    word: str
    _found: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        stem = self.word.casefold()
        any_ending = stem.endswith("*")
        pattern = rf"(?<!\w){re.escape(stem.removesuffix('*'))}" + ("" if any_ending else r"(?!\w)")
        object.__setattr__(self, "_found", re.compile(pattern))

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        return bool(self._found.search(seen.text.casefold()))

    def __str__(self) -> str:
        return _quoted(self.word)


@dataclass(frozen=True, slots=True)
class Site:
    """A site with all that is under it, ``example.org`` also for ``news.example.org``, or the part of one at a path."""

    place: str

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        host, _, path = self.place.lower().partition("://")[2 if "://" in self.place else 0].partition("/")
        its, _, its_path = seen.link.lower().partition("://")[2].partition("/")
        its = its.rpartition("@")[2].partition(":")[0]
        wanted = host.removeprefix("www.")
        under = f"{its_path.partition('?')[0]}/".startswith(f"{path.rstrip('/')}/" if path else "")
        return (its.removeprefix("www.") == wanted or its.endswith(f".{wanted}")) and under

    def __str__(self) -> str:
        return f"site:{_quoted(self.place)}"


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code, "de" also for "de-AT". What is not known to be in it isn't."""

    code: str

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        return seen.language.lower().replace("_", "-").partition("-")[0] == self.code.lower()

    def __str__(self) -> str:
        return f"lang:{_quoted(self.code)}"


@dataclass(frozen=True, slots=True)
class About:
    """What is near to a topic in meaning."""

    topic: str

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        return self.topic in seen.near

    def __str__(self) -> str:
        return f"about:{_quoted(self.topic)}"


@dataclass(frozen=True, slots=True)
class Not:
    """What another test doesn't take."""

    test: Test

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        return not self.test.holds(seen)

    def __str__(self) -> str:
        return f"NOT {_bracketed(self.test, All, AnyOf)}"


@dataclass(frozen=True, slots=True)
class All:
    """What every one of them takes; all there is, if there are none."""

    tests: tuple[Test, ...]

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        return all(test.holds(seen) for test in self.tests)

    def __str__(self) -> str:
        return " AND ".join(_bracketed(test, All, AnyOf) for test in self.tests)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What one of them takes."""

    tests: tuple[Test, ...]

    def holds(self, seen: Seen) -> bool:
        """Whether it takes that headline."""
        return any(test.holds(seen) for test in self.tests)

    def __str__(self) -> str:
        return " OR ".join(_bracketed(test, AnyOf) for test in self.tests)


def wanted(words: str) -> Test:
    """The filter that was typed: ``harbour AND (storm OR "sea wall") NOT football``. Nothing takes everything.

    Raises:
        BadFilter: if it cannot be read so; the message says where.
    """
    tokens = [_token(*found.groups()) for found in _TOKEN.finditer(words)]
    if words.count('"') % 2:
        problem = "a quotation mark is not closed"
        raise BadFilter(problem)
    if len(tokens) > MOST_TOKENS:
        problem = f"they are {len(tokens)}, and {MOST_TOKENS} are the most"
        raise BadFilter(problem)
    if not tokens:
        return All(())
    parser = _Parser(tokens)
    test = parser.any()
    if parser.at < len(tokens):
        problem = "a bracket is closed that was not opened"
        raise BadFilter(problem)
    return test


def refusal(test: Test, seen: Seen) -> str | None:
    """The part of a filter that leaves a headline out, as it was typed; ``None`` if it is wanted."""
    if test.holds(seen):
        return None
    if isinstance(test, All):
        return next(why for each in test.tests if (why := refusal(each, seen)))
    return str(test)


def topics(test: Test) -> frozenset[str]:
    """What it asks headlines to be near to."""
    return frozenset(each.topic for each in _leaves(test) if isinstance(each, About))


def _leaves(test: Test) -> Iterator[Test]:
    if isinstance(test, All | AnyOf):
        for each in test.tests:
            yield from _leaves(each)
    elif isinstance(test, Not):
        yield from _leaves(test.test)
    else:
        yield test


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
        return tests[0] if len(tests) == 1 else AnyOf(tuple(tests))

    def all(self) -> Test:
        tests = [self.one()]
        while self._takes("and") or self._begins_one():
            tests.append(self.one())
        return tests[0] if len(tests) == 1 else All(tuple(tests))

    def one(self) -> Test:
        if self._takes("not"):
            return Not(self.one())
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
        if kind not in _LEAVES:
            problem = "a word is missing at the end" if kind == "end" else f"a word is missing before {word or kind}"
            raise BadFilter(problem)
        self.at += 1
        return _LEAVES[kind](word)

    def _takes(self, kind: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at][0] == kind:
            self.at += 1
            return True
        return False

    def _begins_one(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][0] in {*_LEAVES, "not", "("}


_LEAVES: dict[str, Callable[[str], Test]] = {"word": Word, "site": Site, "lang": Language, "about": About}


def _token(
    opening: str | None, closing: str | None, named: str | None, quoted: str | None, word: str | None
) -> tuple[str, str]:
    if opening or closing:
        return (opening or closing or "", "")
    if named or quoted is not None:
        return ((named or "word").lower(), quoted if quoted is not None else word or "")
    if word in {"AND", "OR", "NOT"}:  # in capitals: "and" is a word that headlines have
        return (word.lower(), word)
    return ("not", "-") if word == "-" else ("word", word or "")


def _quoted(words: str) -> str:
    """As it must be typed to be these words and nothing else: in quotation marks ``AND`` and ``site:x`` are words."""
    plain = re.fullmatch(r"(?!(?:site|lang|about):)[^\s()]+", words, re.IGNORECASE)
    return words if plain and words not in {"AND", "OR", "NOT", "-"} else f'"{words}"'


def _bracketed(test: Test, *compound: type[Test]) -> str:
    return f"({test})" if isinstance(test, compound) else str(test)
