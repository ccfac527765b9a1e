"""Discord's markdown, as much of it as our messages use, taken apart so that a page can draw it.

Source: docs.discord.com, reference: message formatting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["heading", "note", "quote", "item", "text"]

_BEGINNINGS: tuple[tuple[str, Kind], ...] = (("### ", "heading"), ("-# ", "note"), ("> ", "quote"), ("- ", "item"))
_TOKEN = re.compile(r"\\(?P<literal>[^\w\s]|_)|(?P<bold>\*\*)|\[(?P<label>(?:\\.|[^\]\\])*)\]\(<(?P<link>[^>]*)>\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line; ``link`` is where it leads, or nothing."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what it is."""

    kind: Kind
    pieces: tuple[Piece, ...]


def lines(text: str) -> tuple[Line, ...]:
    """What Discord shows for ``text``; empty lines are left out."""
    return tuple(_line(each) for each in text.split("\n") if each.strip())


def _line(text: str) -> Line:
    for beginning, kind in _BEGINNINGS:
        if text.startswith(beginning):
            return Line(kind, tuple(_pieces(text.removeprefix(beginning))))
    return Line("text", tuple(_pieces(text)))


def _pieces(text: str, *, bold: bool = False) -> Iterator[Piece]:
    plain, at = "", 0
    for found in _TOKEN.finditer(text):
        plain += text[at : found.start()]
        at = found.end()
        if found["literal"]:
            plain += found["literal"]
            continue
        if plain:
            yield Piece(plain, bold)
        plain = ""
        if found["bold"]:
            bold = not bold
        else:
            label = "".join(each.text for each in _pieces(found["label"]))
            yield Piece(label, bold, found["link"])
    if plain := plain + text[at:]:
        yield Piece(plain, bold)
