"""How far long work has come, on standard error, and only when a person is watching it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


@contextmanager
def shown(what: str, total: int | None) -> Generator[Callable[[], None]]:
    """Show ``what`` and how much of ``total`` is done; the function given is called for each that is done.

    Nothing is shown unless standard error is a terminal and standard output is not: results that scroll past
    are progress enough, and a bar between them is in the way.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - 50 ms that most runs don't need
    from rich.progress import (  # noqa: PLC0415 - the same
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
