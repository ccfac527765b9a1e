"""What is not the story: appeals, sign-ups, cookie and "read more" lines in plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_INVISIBLE = re.compile("[\x00\u200b\u2060\ufeff\u00ad]")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The story, what was taken off it in order, and what the lines around it say about it."""

    text: str
    dropped: tuple[str, ...] = ()
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: date | None = None


def clean(text: str) -> Cleaned:
    """The story in ``text`` without what surrounds it."""
    plain = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return Cleaned(_EMPTY_LINES.sub("\n\n", _TRAILING.sub("", plain)).strip())
