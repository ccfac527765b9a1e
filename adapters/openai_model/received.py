"""What came back over the wire, and what JSON is in it; nothing of what a server sends is trusted to be so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Received:
    """An HTTP response. The names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]
    text: str


def json_object(text: str) -> Mapping[str, Any] | None:
    """The one JSON object that ``text`` is, or ``None``."""
    try:
        found: object = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):  # a number of thousands of digits is the one, deep brackets are the other
        return None
    return mapping(found)


def mapping(value: object) -> Mapping[str, Any] | None:
    """``value``, if it is a JSON object."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def listed(value: object) -> list[Any] | None:
    """``value``, if it is a JSON array."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # Python reads NaN and Infinity, which JSON doesn't have
