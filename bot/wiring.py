"""Where the bot and the outside world are joined; only the entry points import this."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from adapters import console
from bot.commands import Brief
from bot.newsdesk import answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.commands import Command


def answer_files(command: Command, names: Sequence[str], *, as_json: bool, jobs: int) -> int:
    """Answer ``command`` for each file on the terminal; the exit code."""
    return console.answer_files(partial(answer, command), names, as_json=as_json, jobs=jobs)


def answer_stream(command: Command, name: str, *, jobs: int) -> int:
    """Answer ``command`` for each line of a JSON Lines file; the exit code."""
    return console.answer_stream(partial(answer, command), name, jobs=jobs)


def show_demo() -> int:
    """Brief the sample articles on the terminal; the exit code."""
    return console.show_bundled(partial(answer, Brief()))
