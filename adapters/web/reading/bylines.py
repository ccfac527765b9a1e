"""Who wrote it: names out of the bylines that pages print and the author fields they fill in.

A name is one to five capitalised words. What else stands in such fields is left out: the paper itself, its desks and
sections, addresses, accounts, roles and places. An agency is kept only where no person is named.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from adapters.web.reading.byline_words import AGENCIES, FAMILY_NAMES, NO_NAME, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 300
"""Characters of a byline that are read."""

MOST_NAMES = 8
"""Beyond it is a list of staff."""

_BY = re.compile(
    r"(?i)^\W*(?:(?:words|story|written|reported|reporting|text|analysis|"
    r"opinion|review|column|exclusive|interview)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|z|autor(?:in)?s?|authors?|auteurs?|posted by|published by|texto?|opinion by)"
    r"\s*:?\s+"
)
_BETWEEN = re.compile(
    r"\s*(?:[,;|/•·\n\t&]|\s[–—-]\s|(?<=\s)(?:and|und|et|y|e|en|och|with|mit|avec|con|for|für|pour|in"
    r"|reporting from)(?=\s)"
    r"|、|・(?=.{4})|，)\s*"
)
_NOISE = re.compile(r"\S+@\S+|https?://\S+|@\w+|\([^()]*\)|\[[^\[\]]*\]|\b\d{1,2}[:.]\d{2}\b.*")
_WORD = re.compile(r"[^\W\d_][\w.’'ʼ-]*\Z")
_WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_UNCASED_WORDS = range(2, 5)
"""Words of a name in a script without capitals; nothing else tells it from a word."""

_WIDE_NAME = re.compile(r"[぀-ヿ㐀-鿿가-힯]{2,8}(?:\s[぀-ヿ㐀-鿿가-힯]{1,6})?\Z")
_WIDE_ROLE = re.compile(
    r"^(?:文|記者|取材|\S{1,8}[部局班室課]\s)[・:： ]*|[（(].*|(?:記者|編集委員|論説委員|特派員|기자)$"
)
_FEWEST_WORDS = 2
_MOST_WORDS = 5


def names(fields: Iterable[str], *, site: str | None = None) -> tuple[str, ...]:
    """The people named in ``fields``, each once and in order; or the agencies, where there are only those."""
    people: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for field in fields:
        for part in _parts(field):
            if part.lower() in AGENCIES:
                agencies.setdefault(part.lower(), part)
            elif is_name(part, site=site):
                people.setdefault(part.lower(), part)
    found = tuple((people or agencies).values())
    return found if len(found) <= MOST_NAMES else ()


def byline(people: tuple[str, ...]) -> str | None:
    """The names as one line."""
    if len(people) <= 1:
        return people[0] if people else None
    return f"{', '.join(people[:-1])} and {people[-1]}"


def is_name(text: str, *, site: str | None = None) -> bool:
    """Whether ``text`` is a person's name and not that of the ``site`` or of a part of it."""
    if _WIDE.search(text):
        return bool(_WIDE_NAME.match(text)) and text != site
    words = text.split()
    lowered = [word.lower().strip(".") for word in words]
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or not all(_WORD.match(word) for word in words):
        return False
    if any(word in NO_NAME and not (number and word in FAMILY_NAMES) for number, word in enumerate(lowered)):
        return False
    if (site and _same(text, site)) or sum(map(str.isalpha, text)) < 3:  # noqa: PLR2004 - initials are no name
        return False
    if text.lower() == text.upper():  # Arabic, Hebrew and others have no capitals
        return len(words) in _UNCASED_WORDS
    return any(word[0].isupper() for word in words) and all(
        word[0].isupper() or word.lower() in PARTICLES or not word[0].islower() for word in words
    )


def _parts(field: str) -> list[str]:
    text = _NOISE.sub(" ", html.unescape(field)[:LONGEST])
    while (cut := _BY.sub("", text)) != text:
        text = cut
    return [cased for part in _BETWEEN.split(text) if (cased := _cased(_trimmed(part)))]


def _trimmed(part: str) -> str:
    text = " ".join(_BY.sub("", part).split()).strip(' .:-–—*"“”')
    if _WIDE.search(text):
        return _WIDE_ROLE.sub("", text).strip()
    return text


def _cased(name: str) -> str:
    """``DALE WHITCOMBE`` is a name as a page's style prints it."""
    if name.isupper() and " " in name and not _WIDE.search(name):
        return " ".join(word if len(word) <= 2 and "." in word else _title(word) for word in name.split())  # noqa: PLR2004 - an initial
    return name


def _title(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word.lower())


def _same(name: str, site: str) -> bool:
    def bare(text: str) -> str:
        return re.sub(r"\W|^the ", "", text.lower())

    one, other = bare(name), bare(site)
    return one == other or (len(one) > 5 and (one in other or other in one))  # noqa: PLR2004 - shorter ones are in anything
