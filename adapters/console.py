"""The command line as a place to ask and to be answered: files in, posts on standard output, errors beside it.

Each function gives the exit code: 0, or the largest of the errors that were told.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from adapters import documents, files, progress, stream, terminal
from adapters.pool import in_order
from bot.errors import Fault, StandfirstError, WorkerDied

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from bot.model import Post

    Ask = Callable[[str], Post]

MANY = 64
"""Files. Below this, starting other processes takes longer than they save."""

BROADEST = 100
"""Cells. Lines longer than this are hard to follow."""

BROKEN_PIPE = 141
"""What a shell reports for a program whose reader left: 128 + SIGPIPE."""

_STYLES: dict[terminal.Part, str] = {
    "headline": "bold",
    "source": "dim",
    "point": "",
    "quote": "",
    "speaker": "italic",
    "note": "dim",
    "space": "",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not briefed, and why; errors themselves do not travel between processes."""

    why: str
    exit_code: int


def answer_files(ask: Ask, names: Sequence[str], *, as_json: bool, jobs: int) -> int:
    """Answer each file, in order; a file that is refused is named on standard error, and the next is taken."""
    worst = 0
    with _quiet_when_the_reader_leaves(), progress.shown("Reading", len(names)) as tick:
        for name, answer in zip(names, _answers(ask, names, jobs), strict=True):
            if isinstance(answer, Refused):
                worst = max(worst, answer.exit_code)
                _tell(f"{_called(name)}: {answer.why}")
            elif as_json:
                _write(documents.line(documents.fields(answer)))
            else:
                _show(answer, heading=_called(name) if len(names) > 1 else None)
            tick()
    return worst


def answer_stream(ask: Ask, name: str, *, jobs: int) -> int:
    """Answer each line of JSON in the file ``name`` with one line of JSON; refusals are lines too."""
    with (
        _quiet_when_the_reader_leaves(),
        progress.shown("Reading", None) as tick,
        closing(stream.answer_lines(ask, name, jobs=jobs)) as answers,
    ):
        try:
            for answer in answers:
                _write(answer)
                tick()
        except StandfirstError as error:
            _tell(f"{_called(name)}: {error}")
            return error.exit_code
    return 0


def show_bundled(ask: Ask) -> int:
    """Answer the articles that come with Standfirst, and say what to try next."""
    articles = files.bundled()
    with _quiet_when_the_reader_leaves():
        for path in articles:
            answer = _answer_file(ask, str(path))
            if isinstance(answer, Refused):
                _tell(f"{path.name}: {answer.why}")
                return answer.exit_code
            _show(answer, heading=path.stem)
        _print([terminal.Line(text, "note") for text in _next_steps(articles[0] if articles else None)])
    return 0


def _next_steps(sample: os.PathLike[str] | None) -> Iterator[str]:
    if sample is None:
        yield "No sample articles were found; install Standfirst again, or run it from a checkout."
        return
    yield "These articles were written for Standfirst. Try your own:"
    yield "  standfirst brief FILE          a briefing; - reads standard input"
    yield "  standfirst quotes FILE         every quotation and who said it"
    yield "  standfirst brief --json FILE   the same for programs"


def _answers(ask: Ask, names: Sequence[str], jobs: int) -> Iterable[Post | Refused]:
    if len(names) < MANY or jobs == 1 or files.STDIN in names:
        return map(partial(_answer_file, ask), names)
    return in_order(partial(_answer_file, ask), names, jobs=jobs, fallen=_fallen)


def _answer_file(ask: Ask, name: str) -> Post | Refused:
    try:
        return ask(files.read(name))
    except StandfirstError as error:
        return Refused(str(error), error.exit_code)
    except Exception as error:  # noqa: BLE001 - the door: one file's fault leaves the others
        fault = Fault(type(error).__name__)
        return Refused(str(fault), fault.exit_code)


def _fallen(name: str) -> Refused:
    del name  # whoever shows the refusal knows it
    fault = WorkerDied()
    return Refused(str(fault), fault.exit_code)


def _called(name: str) -> str:
    return "standard input" if name == files.STDIN else name


def _show(post: Post, *, heading: str | None) -> None:
    width = min(shutil.get_terminal_size().columns, BROADEST)
    lines = list(terminal.lines(post, width))
    if heading is not None:
        above = [terminal.Line(f"── {terminal.inert(heading)}", "source"), terminal.Line("", "space")]
        lines = [*above, *lines, terminal.Line("", "space"), terminal.Line("", "space")]
    _print(lines)


def _print(lines: Iterable[terminal.Line]) -> None:
    if not sys.stdout.isatty():
        _write("".join(f"{line.text}\n" for line in lines).encode(sys.stdout.encoding or "utf-8", "replace"))
        return
    from rich.console import Console  # noqa: PLC0415 - 50 ms that output to a file doesn't need
    from rich.text import Text  # noqa: PLC0415 - the same

    console = Console(highlight=False, emoji=False, markup=False)
    for line in lines:
        console.print(Text(line.text, _STYLES[line.part]), soft_wrap=True)


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _tell(sentence: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"standfirst: {terminal.inert(sentence)}\n")
    sys.stderr.flush()


@contextmanager
def _quiet_when_the_reader_leaves() -> Generator[None]:
    """``standfirst … | head`` ends as soon as head has enough, without a word."""
    try:
        yield
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # what is still in the buffer goes there when Python ends
        sys.exit(BROKEN_PIPE)
