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
    """The whole numbers in a list, each once."""
    given = (number(each) for each in listed(found))
    return tuple(dict.fromkeys(each for each in given if each is not None))


def number(found: object) -> int | None:
    """The whole number that it is; some models write it as text, or with the brackets or the letter they saw."""
    if isinstance(found, bool) or not isinstance(found, int | str):
        return None
    given = str(found).strip("[]FQ ")
    return int(given) if given.isdecimal() and len(given) < _DIGITS else None
