"""The command line as a place to ask: files and links in, posts on standard output, errors beside them.

Each function gives the exit code: 0, or the largest of the errors that were told.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from adapters import documents, files, progress, stream, terminal
from adapters.pool import Bounds, in_order
from bot.errors import Fault, StandfirstError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable, Iterator, Sequence

    from bot.model import Post

    Ask = Callable[[bytes], Post]
    Follow = Callable[[str], Awaitable[Post]]

MANY = 64
"""Files. Below this, starting other processes takes longer than they save."""

LINKS_AT_ONCE = 8
"""Links followed at the same time; each host still sees only its share."""

BOUNDS = Bounds(seconds=10.0, memory=300_000_000)
"""For one article. An ordinary one takes hundredths of a second and some megabytes, a hostile page is ended."""

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
    """A file or link that was not briefed, and why."""

    why: str
    exit_code: int


def answer_files(ask: Ask, names: Sequence[str], *, as_json: bool, jobs: int) -> int:
    """Answer each file, in order; a file that is refused is named on standard error, and the next is taken."""
    worst = 0
    with _quiet_when_the_reader_leaves(), progress.shown("Reading", len(names)) as tick:
        for name, answer in zip(names, _answers(ask, names, jobs), strict=True):
            worst = max(worst, _hand_out(answer, name, as_json=as_json, alone=len(names) == 1))
            tick()
    return worst


async def answer_links(follow: Follow, names: Sequence[str], *, as_json: bool) -> int:
    """The same for names of which some are links: several at a time, and answered in order all the same."""
    worst = 0
    with _quiet_when_the_reader_leaves(), progress.shown("Reading", len(names)) as tick:
        async for name, answer in _all_followed(follow, names):
            worst = max(worst, _hand_out(answer, name, as_json=as_json, alone=len(names) == 1))
            tick()
    return worst


async def collect(follow: Follow, names: Sequence[str]) -> tuple[list[Post], int]:
    """The answers, for whoever makes one thing of them all, and the exit code; refusals are told."""
    posts: list[Post] = []
    worst = 0
    async for name, answer in _all_followed(follow, names):
        if isinstance(answer, Refused):
            worst = max(worst, _hand_out(answer, name, as_json=False, alone=False))
        else:
            posts.append(answer)
    return posts, worst


async def _all_followed(follow: Follow, names: Sequence[str]) -> AsyncGenerator[tuple[str, Post | Refused]]:
    room = asyncio.Semaphore(LINKS_AT_ONCE)
    answers = [asyncio.create_task(_followed(follow, name, room)) for name in names]
    for name, answer in zip(names, answers, strict=True):
        yield name, await answer


def show(post: Post, *, as_json: bool) -> None:
    """Put one post on standard output."""
    _hand_out(post, "", as_json=as_json, alone=True)


def say(post: Post) -> None:
    """Put one post of a conversation on standard output, set off from the next."""
    with _quiet_when_the_reader_leaves():
        _show(post, heading=None)
        _print([terminal.Line("", "space")])


def heard() -> str | None:
    """The next line that is typed; ``None`` at the end."""
    if sys.stdin.isatty():
        sys.stderr.write("> ")
        sys.stderr.flush()
    return sys.stdin.readline() or None


def write(document: bytes) -> None:
    """Put a document on standard output."""
    with _quiet_when_the_reader_leaves():
        _write(document)


def answer_stream(reply: stream.Reply, name: str, *, jobs: int) -> int:
    """Answer each line of JSON in the file ``name`` with one line of JSON; refusals are lines too."""
    with (
        _quiet_when_the_reader_leaves(),
        progress.shown("Reading", None) as tick,
        closing(stream.answer_lines(reply, name, jobs=jobs, bounds=BOUNDS)) as answers,
    ):
        try:
            for answer in answers:
                _write(answer)
                tick()
        except StandfirstError as error:
            tell(f"{_called(name)}: {error}")
            return error.exit_code
    return 0


def tell(sentence: str) -> None:
    """Say what is no answer, beside the answers."""
    sys.stdout.flush()
    sys.stderr.write(f"standfirst: {terminal.inert(sentence)}\n")
    sys.stderr.flush()


async def show_site(follow: Follow, links: Sequence[str]) -> int:
    """Answer the links of the demo's own site, and say what to try next."""
    code = await answer_links(follow, links, as_json=False)
    with _quiet_when_the_reader_leaves():
        _print([terminal.Line(text, "note") for text in _next_steps(found=bool(links))])
    return code


def _next_steps(*, found: bool) -> Iterator[str]:
    if not found:
        yield "No sample articles were found; install Standfirst again, or run it from a checkout."
        return
    yield "These articles were written for Standfirst, and read from a site on this machine. Try your own:"
    yield "  standfirst brief LINK|FILE     a briefing; - reads standard input"
    yield "  standfirst quotes LINK|FILE    every quotation and who said it"
    yield "  standfirst read LINK|FILE      the article without the page around it"
    yield "  standfirst brief --json LINK   the same for programs"


def _answers(ask: Ask, names: Sequence[str], jobs: int) -> Iterable[Post | Refused]:
    many = len(names) >= MANY and jobs > 1
    if files.STDIN in names or not (many or any(map(files.holds_page, names))):
        return map(partial(_answer_file, ask), names)
    jobs = min(jobs, len(names))
    return in_order(partial(_answer_file, ask), names, jobs=jobs, fallen=_fallen, bounds=BOUNDS)


async def _followed(follow: Follow, name: str, room: asyncio.Semaphore) -> Post | Refused:
    async with room:
        try:
            return await follow(name)
        except Exception as error:  # noqa: BLE001 - the door: one link's fault leaves the others
            return _refused(error)


def _answer_file(ask: Ask, name: str) -> Post | Refused:
    try:
        return ask(files.read(name))
    except Exception as error:  # noqa: BLE001 - the door: one file's fault leaves the others
        return _refused(error)


def _refused(error: Exception) -> Refused:
    told = error if isinstance(error, StandfirstError) else Fault(type(error).__name__)
    return Refused(str(told), told.exit_code)


def _fallen(name: str, error: StandfirstError) -> Refused:
    del name  # whoever shows the refusal knows it
    return _refused(error)


def _called(name: str) -> str:
    return "standard input" if name == files.STDIN else name


def _hand_out(answer: Post | Refused, name: str, *, as_json: bool, alone: bool) -> int:
    """Write the answer, or tell why there is none; its exit code."""
    if isinstance(answer, Refused):
        tell(f"{_called(name)}: {answer.why}")
        return answer.exit_code
    if as_json:
        _write(documents.line(documents.fields(answer)))
    else:
        _show(answer, heading=None if alone else _called(name))
    return 0


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


@contextmanager
def _quiet_when_the_reader_leaves() -> Generator[None]:
    """``standfirst … | head`` ends as soon as head has enough, without a word."""
    try:
        yield
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # what is still in the buffer goes there when Python ends
        sys.exit(BROKEN_PIPE)
