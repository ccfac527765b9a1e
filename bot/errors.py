"""What can go wrong, as a tree.

.. code-block:: text

    StandfirstError
    ├── BadInput                what was given cannot be briefed; exit code 2
    │   ├── CannotRead          the file could not be opened or read
    │   │   ├── NoSuchFile
    │   │   ├── IsADirectory
    │   │   ├── SystemRefused   no permission, a broken disk
    │   │   └── WebAddress      a link where a file belongs
    │   ├── NotText             binary: a picture, a PDF, a word processor's file
    │   ├── WrongEncoding       text, but neither UTF-8 nor marked as UTF-16 or UTF-32
    │   ├── TooLarge            more than one article can be
    │   ├── NotAnArticle        read, but refused by the summariser, whose words it repeats
    │   └── BadLine             a line of a stream that is not {"id", "text"}
    └── Fault                   ours, not theirs
        └── WorkerDied          the process that worked on it ended before it answered

``str(error)`` is what a person sees: one sentence that says what to do. It never names the file; whoever
shows it knows which one it was.
"""

from __future__ import annotations


class StandfirstError(Exception):
    """Anything that is told to a person instead of a briefing."""

    exit_code = 1


class BadInput(StandfirstError):
    """What was given cannot be briefed."""

    exit_code = 2


class CannotRead(BadInput):
    """A file that cannot be opened or read."""


class NoSuchFile(CannotRead):
    """No file of that name."""

    def __init__(self) -> None:
        super().__init__("There is no such file; check the spelling, or give - to read standard input.")


class IsADirectory(CannotRead):
    """A directory where a file belongs."""

    def __init__(self) -> None:
        super().__init__("It is a directory; give the files in it, for example with DIRECTORY/*.txt.")


class SystemRefused(CannotRead):
    """The operating system would not give it. ``reason`` is the system's, in its words."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"It cannot be read ({reason}); check its permissions, or copy it and give the copy.")


class WebAddress(CannotRead):
    """A link where a file belongs."""

    def __init__(self) -> None:
        super().__init__("Links cannot be read yet; save the article's text to a file and give that.")


class NotText(BadInput):
    """A binary file. ``kind`` names it where its first bytes tell."""

    def __init__(self, kind: str | None = None) -> None:
        it_is = f"It is {kind}" if kind else "It is binary"
        super().__init__(f"{it_is}, not plain text; save the article's text as UTF-8 and give that.")


class WrongEncoding(BadInput):
    """Text in an encoding nobody named. ``offset`` is the first byte that is not UTF-8, ``byte`` its value."""

    def __init__(self, offset: int, byte: int) -> None:
        super().__init__(
            f"It is not UTF-8 (byte {offset} is 0x{byte:02X}); convert it first, "
            "for example with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW."
        )


class TooLarge(BadInput):
    """More than one article can be. ``limit`` is in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"It is larger than {limit // 1_000_000} MB; give one article at a time, or many with --jsonl."
        )


class NotAnArticle(BadInput):
    """The summariser refused the text; the message is the summariser's own."""


class BadLine(BadInput):
    """A line of a stream that is not what a stream holds. ``problem`` ends the sentence "Line 3 …"."""

    def __init__(self, number: int, problem: str) -> None:
        super().__init__(f'Line {number} {problem}; write one {{"id": …, "text": "…"}} a line.')


class Fault(StandfirstError):
    """Something of ours broke. ``what`` is the name of what was raised, never the article's words."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Standfirst failed on this text ({what}); please report it with the text.")


class WorkerDied(Fault):
    """A worker ended before it answered: out of memory, or killed."""

    def __init__(self) -> None:
        super().__init__("its worker process ended before it answered")
