"""An entry of the table of settings: it stands as the default of the field that it fills."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

_ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What can be written for a setting. ``says`` names it for people.

    ``read`` makes a value of what is written, or raises ``ValueError`` with a sentence for each thing that is wrong.
    """

    says: str
    read: Callable[[str], T]


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting: the variable's ``name``, what may be written, what holds unless it is set, and what it is for.

    What is ``secret`` is never shown: its field has no place in the ``repr``.
    """

    name: str
    kind: Kind[Any]
    default: str
    meaning: str
    example: str
    secret: bool


def setting(  # noqa: PLR0913 - the columns of the table
    name: str, kind: Kind[T], default: str, meaning: str, *, example: str, secret: bool = False
) -> T:
    """A field that always has a value: the one that is set, or the ``default``, written as it would be set."""
    entry = Entry(name, kind, default, meaning, example, secret)
    return field(default_factory=lambda: kind.read(default), repr=not secret, metadata={_ENTRY: entry})


def optional(  # noqa: PLR0913 - the columns of the table
    name: str, kind: Kind[T], meaning: str, *, example: str, unset: str = "", secret: bool = False
) -> T | None:
    """A field that is ``None`` where nothing is set; ``unset`` says in words what happens then."""
    entry = Entry(name, kind, unset, meaning, example, secret)
    return cast("T | None", field(default=None, repr=not secret, metadata={_ENTRY: entry}))


def needed(name: str, kind: Kind[T], meaning: str, *, example: str, secret: bool = False) -> T:
    """A field without which there is no such section. A checker of types can't see that it has no default."""
    entry = Entry(name, kind, "", meaning, example, secret)
    return cast("T", field(repr=not secret, metadata={_ENTRY: entry}))


def entries(section: type[Any]) -> Iterator[tuple[str, Entry]]:
    """The settings of a section, a dataclass, each with the name of its field."""
    for each in fields(section):
        if _ENTRY in each.metadata:
            yield each.name, each.metadata[_ENTRY]
