"""Foreign text before a chat platform's own escaping: without controls and steering marks, and cut where it is long."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summariser.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # bidirectional embeddings, overrides and isolates
_OUTSIDE_A_LINK = re.compile(r"[\s<>|\x00-\x1f\x7f]")


def plain(text: str) -> str:
    """``text`` with only characters that are shown as they are, and one kind of line break."""
    text = _STEERING.sub("", _BREAKS.sub("\n", text))
    return "".join(char if char in "\n\t" or _is_shown(char) else "\ufffd" for char in text)


def safe_link(url: str | None, longest: int) -> str | None:
    """``url`` if it is an address of the web and not too long; else ``None``: the text goes unlinked."""
    if not url or len(url) > longest or _OUTSIDE_A_LINK.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def pieces(text: str, longest: int) -> Iterator[str]:
    """``text`` in stretches of at most ``longest`` characters, cut behind sentences, else behind words; none goes."""
    at = 0
    while len(text) - at > longest:
        end = _cut(text, at, at + longest)
        yield text[at:end].strip()
        at = end
    if rest := text[at:].strip():
        yield rest


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut between the two, as late as a sentence, a word or at last a letter allows."""
    behind = [each.span.end for each in sentences(text[start:end])][:-1]
    if behind and behind[-1] > 0:
        return start + behind[-1]
    blank = text.rfind(" ", start + 1, end)
    return blank if blank > start else end


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"}
