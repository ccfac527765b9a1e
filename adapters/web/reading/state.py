"""What a page's program would show: the data that stands in the page as JSON, for want of any text.

Frameworks name its parts as they please. What is prose is told by being prose; what is known about it by the words that
names of fields have in common.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, cast

from adapters.web.reading.dates import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

MOST_VALUES = 20_000
"""Strings that are looked at; the data of a front page has some thousands."""

PROSE = 4
"""Words of a string that may be a paragraph; shorter ones are labels."""

_BLOCK_END = re.compile(r"(?i)<\s*(?:/p|br\s*/?|/div|/li|/h\d|/blockquote)\s*>")
_TAG = re.compile(r"<[^<>]{0,500}>")
_TEXTS = re.compile(r"(?i)html|text|content|body|paragraph|value|copy")
_NOT_TEXTS = re.compile(
    r"(?i)alt|caption|credit|title|head|descri|teaser|summary|seo|url|href|class|style|promo|nav|menu|legal"
)
_PUBLISHED = re.compile(r"(?i)^(?:first|date|time|original)?_?publish\w*|^date_?created$")
_BYLINE = re.compile(r"(?i)^(?:byline|author_?(?:name)?|contributors?)$")


@dataclass(frozen=True, slots=True)
class State:
    """The prose of it, a paragraph each, and the first date of publication and byline that it names."""

    paragraphs: tuple[str, ...] = ()
    published: date | None = None
    byline: str | None = None


def state(texts: Iterable[str]) -> State:
    """What the JSON in ``texts`` tells; of several the one with most prose."""
    return max(map(_state, texts), key=lambda each: sum(map(len, each.paragraphs)), default=State())


def _state(text: str) -> State:
    try:
        values = list(_strings(json.loads(text)))
    except (ValueError, RecursionError):
        return State()
    paragraphs: dict[str, None] = {}
    for name, value in values:
        if _TEXTS.search(name) and not _NOT_TEXTS.search(name):
            paragraphs.update(dict.fromkeys(_paragraphs(value)))
    dates = (parsed(value) for name, value in values if _PUBLISHED.search(name))
    bylines = (value for name, value in values if _BYLINE.search(name) and not value.startswith("http"))
    return State(tuple(paragraphs), next(filter(None, dates), None), next(bylines, None))


def _strings(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any JSON
    """Every string with the name of its field, in the order of the page."""
    waiting: list[tuple[str, Any]] = [("", value)]
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        name, each = waiting.pop()
        if isinstance(each, str):
            yield name, each
        elif isinstance(each, list):
            waiting += [(name, one) for one in reversed(cast("list[object]", each))]
        elif isinstance(each, dict):
            waiting += reversed(cast("dict[str, Any]", each).items())


def _paragraphs(markup: str) -> Iterator[str]:
    for part in _BLOCK_END.sub("\n", markup).split("\n"):
        text = " ".join(unescape(_TAG.sub("", part)).split())
        if len(text.split()) >= PROSE and not text.startswith(("{", "[", "http")):
            yield text
