"""What a language model answered, taken for what it was to be: nothing is believed of its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = 6


def listed(found: object) -> list[Any]:
    """The list that it is, or none."""
    return [*cast("Sequence[Any]", found)] if isinstance(found, list) else []


def mapping(found: object) -> Mapping[str, Any]:
    """The object that it is, or one without fields."""
    return cast("Mapping[str, Any]", found) if isinstance(found, Mapping) else {}


def numbers(found: object) -> tuple[int, ...]:
    """The whole numbers in a list, each once; some models write them as text, or with the brackets they saw."""
    given = (str(each).strip("[]Q ") for each in listed(found) if not isinstance(each, bool))
    return tuple(dict.fromkeys(int(each) for each in given if each.isdecimal() and len(each) < _DIGITS))
