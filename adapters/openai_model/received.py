"""What came back over the wire, and what JSON is in it; nothing of what a server sends is trusted to be so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_DEEPEST = 50
"""Brackets within brackets. No answer of use has ten, and what has a thousand breaks whoever copies or writes it."""


@dataclass(frozen=True, slots=True)
class Received:
    """An HTTP response. The names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]
    text: str


def json_object(text: str) -> Mapping[str, Any] | None:
    """The one JSON object that ``text`` is, or ``None``; also if it is too deep for anybody to walk through."""
    return mapping(_read(text))


def json_array(text: str) -> list[Any] | None:
    """The one JSON array that ``text`` is, or ``None``, as above."""
    return listed(_read(text))


def mapping(value: object) -> Mapping[str, Any] | None:
    """``value``, if it is a JSON object."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def listed(value: object) -> list[Any] | None:
    """``value``, if it is a JSON array."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else None


def _read(text: str) -> object:
    try:
        found: object = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):  # a number of thousands of digits is the one, deep brackets are the other
        return None
    return None if _too_deep(found) else found


def _too_deep(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for each in level for inner in (listed(each) or (mapping(each) or {}).values())]
        if not level:
            return False
    return True


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # Python reads NaN and Infinity, which JSON doesn't have
