"""Many articles as lines of JSON: ``{"id", "text"}`` in, one answer with its ``id`` out, in order."""

from __future__ import annotations

import json
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Any, cast

from adapters.documents import fields, line
from adapters.files import LARGEST, lines_of
from adapters.pool import in_order
from bot.errors import BadLine, Fault, StandfirstError, TooLarge, WorkerDied

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from bot.model import Post

Id = str | float | None
Numbered = tuple[int, bytes]


def answer_lines(ask: Callable[[str], Post], name: str, *, jobs: int) -> Generator[bytes]:
    """One line of JSON for each line of the file ``name`` that isn't blank, in order.

    A line that cannot be answered gives ``{"id", "error"}``; ``id`` is null where the line doesn't tell it.

    Raises:
        CannotRead: if the file cannot be read, after the answers to what came before.
    """
    return in_order(partial(_answer_line, ask), _numbered(name), jobs=jobs, fallen=_fallen)


def _numbered(name: str) -> Iterator[Numbered]:
    return ((number, raw) for number, raw in enumerate(lines_of(name), 1) if raw.strip())


def _answer_line(ask: Callable[[str], Post], numbered: Numbered) -> bytes:
    ident: Id = None
    try:
        asked = _parse(*numbered)
        ident = _ident(numbered[0], asked)
        return line({"id": ident, **fields(ask(_text(numbered[0], asked)))})
    except StandfirstError as error:
        return _refusal(ident, error)
    except Exception as error:  # noqa: BLE001 - the door: one article's fault is one line
        return _refusal(ident, Fault(type(error).__name__))


def _fallen(numbered: Numbered) -> bytes:
    try:
        ident = _ident(numbered[0], _parse(*numbered))
    except StandfirstError:
        ident = None
    return _refusal(ident, WorkerDied())


def _refusal(ident: Id, error: StandfirstError) -> bytes:
    return line({"id": ident, "error": str(error)})


def _parse(number: int, raw: bytes) -> Mapping[str, Any]:
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
    return cast("dict[str, Any]", asked)


def _ident(number: int, asked: Mapping[str, Any]) -> Id:
    match asked.get("id"):
        case bool() | None:
            pass
        case (str() | int()) as ident:
            return ident
        case float() as ident if isfinite(ident):
            return ident
        case _:
            pass
    raise BadLine(number, 'has no "id" that is a string or a number')


def _text(number: int, asked: Mapping[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise BadLine(number, 'has no "text" that is a string')
    return text
