"""Many articles as lines of JSON: ``{"id", …}`` in, one answer with its ``id`` out, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Any, cast

from adapters.documents import Fields, line
from adapters.files import LARGEST, lines_of
from adapters.pool import UNBOUND, Bounds, in_order
from bot.errors import BadLine, Fault, StandfirstError, TooLarge

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

Id = str | float | None
Numbered = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the stream: its number, and the fields of its JSON object."""

    number: int
    fields: Mapping[str, Any]


Reply = Callable[[Asked], Fields]


def answer_lines(reply: Reply, name: str, *, jobs: int, bounds: Bounds = UNBOUND) -> Generator[bytes]:
    """One line of JSON for each line of the file ``name`` that isn't blank, in order.

    ``reply`` gives the fields of the answer to what a line asks. A line that cannot be answered, also because that
    goes beyond the ``bounds``, gives ``{"id", "error"}``; ``id`` is null where the line doesn't tell it.

    Raises:
        CannotRead: if the file cannot be read, after the answers to what came before.
    """
    return in_order(partial(_answer_line, reply), _numbered(name), jobs=jobs, fallen=_fallen, bounds=bounds)


def asked_lines(name: str) -> Generator[Asked | BadLine]:
    """What each line of the file ``name`` asks, or what is wrong with it, for whoever needs them all together.

    Raises:
        CannotRead: if the file cannot be read.
    """
    for number, raw in _numbered(name):
        try:
            asked = _parse(number, raw)
            _ident(asked)
        except BadLine as error:
            yield error
        else:
            yield asked


def text_of(asked: Asked, field: str = "text") -> str:
    """The string in ``field``.

    Raises:
        BadLine: if there is none.
    """
    text = asked.fields.get(field)
    if not isinstance(text, str):
        raise BadLine(asked.number, f'has no "{field}" that is a string', field)
    return text


def _numbered(name: str) -> Iterator[Numbered]:
    return ((number, raw) for number, raw in enumerate(lines_of(name), 1) if raw.strip())


def _answer_line(reply: Reply, numbered: Numbered) -> bytes:
    ident: Id = None
    try:
        asked = _parse(*numbered)
        ident = _ident(asked)
        return line({"id": ident, **reply(asked)})
    except StandfirstError as error:
        return _refusal(ident, error)
    except Exception as error:  # noqa: BLE001 - the door: one article's fault is one line
        return _refusal(ident, Fault(type(error).__name__))


def _fallen(numbered: Numbered, error: StandfirstError) -> bytes:
    try:
        ident = _ident(_parse(*numbered))
    except StandfirstError:
        ident = None
    return _refusal(ident, error)


def _refusal(ident: Id, error: StandfirstError) -> bytes:
    return line({"id": ident, "error": str(error)})


def _parse(number: int, raw: bytes) -> Asked:
    if len(raw) > LARGEST:
        raise TooLarge(LARGEST)
    try:
        asked: object = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine(number, "is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLine(number, "is not JSON") from error
    if not isinstance(asked, dict):
        raise BadLine(number, "is not an object")
    return Asked(number, cast("dict[str, Any]", asked))


def _ident(asked: Asked) -> Id:
    match asked.fields.get("id"):
        case bool() | None:
            pass
        case (str() | int()) as ident:
            return ident
        case float() as ident if isfinite(ident):
            return ident
        case _:
            pass
    raise BadLine(asked.number, 'has no "id" that is a string or a number')
