"""Files and standard input, and the text in them as it stands there: no line end is changed, so offsets index it."""

from __future__ import annotations

import codecs
import re
import sys
from contextlib import contextmanager
from importlib import resources
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import CannotRead, IsADirectory, NoSuchFile, NotText, SystemRefused, TooLarge, WrongEncoding

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import BinaryIO

STDIN = "-"

LARGEST = 64_000_000
"""Bytes. An article has thousands; this only keeps an endless file from filling the memory."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or a word processor's file"),
    (b"\xd0\xcf\x11\xe0", "a word processor's file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_LINK = re.compile(r"(?i)\s*https?:")
_PAGE = re.compile(
    rb"(?is)[\xef\xbb\xbf\xff\xfe\s]*(?:%PDF-|(?:<\?xml.*?\?>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html|head|body)\b)"
)
_SNIFFED = 2_048
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # no text file has these; 0x1B starts a terminal's colours


def read(name: str) -> bytes:
    """What is in the file ``name``, or comes from standard input for ``-``.

    Raises:
        CannotRead: if it cannot be opened or read; ``NoSuchFile`` or ``IsADirectory`` where that is the reason.
        TooLarge: if it is larger than ``LARGEST`` bytes.
    """
    with opened(name) as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise TooLarge(LARGEST)
    return raw


def is_link(name: str) -> bool:
    """Whether a name that was typed is a web address rather than a file's."""
    return bool(_LINK.match(name))


def holds_page(name: str) -> bool:
    """Whether the file of that name is one of those; what cannot be read is not."""
    try:
        with opened(name) as file:
            return is_page(file.read(_SNIFFED))
    except CannotRead:
        return False


def is_page(raw: bytes) -> bool:
    """Whether this, or what begins like this, is a web page or a PDF rather than plain text."""
    return bool(_PAGE.match(raw[:_SNIFFED].replace(b"\x00", b"")))  # UTF-16 has a NUL beside each letter


def lines_of(name: str) -> Iterator[bytes]:
    """The lines of the file ``name``, or of standard input for ``-``, each as soon as it has been written.

    Of a line longer than ``LARGEST`` bytes only the first ``LARGEST + 1`` are given.

    Raises:
        CannotRead: as ``read`` does.
    """
    with opened(name) as file:
        while line := file.readline(LARGEST + 1):
            yield line
            while len(line) > LARGEST and not line.endswith(b"\n"):
                line = file.readline(LARGEST + 1)


@contextmanager
def opened(name: str) -> Generator[BinaryIO]:
    """The file ``name``, or standard input for ``-``, with the operating system's refusals in our words.

    Raises:
        CannotRead: if it cannot be opened or read.
    """
    try:
        with _standard_input() if name == STDIN else Path(name).open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise NoSuchFile from error
    except IsADirectoryError as error:
        raise IsADirectory from error
    except OSError as error:
        raise SystemRefused(error.strerror or "no reason given") from error
    except ValueError as error:  # a NUL in the name
        raise NoSuchFile from error


def decode(raw: bytes) -> str:
    """The text in ``raw``.

    Raises:
        NotText: if it is binary.
        WrongEncoding: if it is neither UTF-8 nor marked as UTF-16 or UTF-32.
    """
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise NotText(kind)
    mark, encoding = next((bom for bom in _BOMS if raw.startswith(bom[0])), (b"", "utf-8"))
    if encoding == "utf-8" and b"\x00" in raw:
        raise NotText
    try:
        return raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or _CONTROLS.search(raw):
            raise NotText from error
        offset = len(mark) + error.start
        raise WrongEncoding(offset, raw[offset]) from error


def bundled() -> tuple[Path, ...]:
    """The sample articles: the checkout's, or those that came with the installed package."""
    checkout = Path(__file__).parent.parent / "seeds" / "articles"
    installed = Path(str(resources.files("adapters"))) / "bundled"
    folder = checkout if checkout.is_dir() else installed
    return tuple(sorted(folder.glob("*.txt")))


def own_database() -> str:
    """The address of a database file where a person's own data belongs on this system."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only those who keep something need it

    return f"sqlite:///{user_data_path('standfirst') / 'standfirst.db'}"


def _standard_input() -> BinaryIO:
    """A reader of our own: one that waits in a thread must not hold the lock Python takes when it ends."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except UnsupportedOperation:  # not a real file: somebody calls us from Python
        return BytesIO(sys.stdin.buffer.read())
