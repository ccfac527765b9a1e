"""Bytes as they were packed for the way -> bytes, as many as there is room for, and known to be whole or not.

The HTTP client can do this, but takes a stream that was cut off for a whole one: half an article would pass as all of
it. RFC 9110 8.4.1 names the codings, RFC 1951 and 1952 the streams, RFC 7932 Brotli's.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

import brotli  # pyright: ignore[reportMissingTypeStubs] - comes without types

if TYPE_CHECKING:
    from collections.abc import Callable

CODINGS = "gzip, deflate, br"
"""What is accepted, as a header says it."""

_ANY_HEADER = zlib.MAX_WBITS | 32
_NO_HEADER = -zlib.MAX_WBITS
_GZIP = b"\x1f\x8b"


class _Stream(Protocol):
    """What a decompressor of Brotli is; it comes without types."""

    def process(self, packed: bytes, output_buffer_limit: int) -> bytes: ...
    def can_accept_more_data(self) -> bool: ...
    def is_finished(self) -> bool: ...


_new_brotli: Callable[[], _Stream] = brotli.Decompressor  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - no types
_BrotliError: type[Exception] = brotli.error  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - no types


class Broken(Exception):
    """What came is not what its header says, or ends in the middle."""


class Unpacker(Protocol):
    """One stream, from its first byte to its last."""

    def unpack(self, packed: bytes, room: int) -> bytes:
        """What is in ``packed``, at most about ``room`` bytes of it.

        Raises:
            Broken: if that is no such stream.
        """
        ...

    def finish(self) -> None:
        """Nothing more comes.

        Raises:
            Broken: if more should have.
        """
        ...


def unpacker(coding: str) -> Unpacker:
    """For the value of a ``Content-Encoding`` header, which may be empty.

    Raises:
        Broken: if that is none we asked for, or several.
    """
    match coding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Zlib()
        case "br":
            return _Brotli()
        case _:
            raise Broken


class _Plain:
    def unpack(self, packed: bytes, room: int) -> bytes:
        del room
        return packed

    def finish(self) -> None:
        return


class _Zlib:
    """Gzip, of one member or several; and "deflate", which servers send with zlib's header or, wrongly, with none."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_ANY_HEADER)
        self._begun = False

    def unpack(self, packed: bytes, room: int) -> bytes:
        unpacked = bytearray()
        while packed and len(unpacked) <= room:
            if self._stream.eof:
                if not packed.startswith(_GZIP):
                    break  # padding behind the stream
                self._stream = zlib.decompressobj(_ANY_HEADER)
            unpacked += self._some(packed, room + 1 - len(unpacked))
            packed = self._stream.unconsumed_tail or self._stream.unused_data
        return bytes(unpacked)

    def _some(self, packed: bytes, room: int) -> bytes:
        try:
            unpacked = self._stream.decompress(packed, room)
        except zlib.error as error:
            if self._begun:
                raise Broken from error
            self._stream = zlib.decompressobj(_NO_HEADER)
            self._begun = True
            return self._some(packed, room)
        self._begun = True
        return unpacked

    def finish(self) -> None:
        if self._begun and not self._stream.eof:
            raise Broken


class _Brotli:
    def __init__(self) -> None:
        self._stream = _new_brotli()
        self._begun = False

    def unpack(self, packed: bytes, room: int) -> bytes:
        self._begun = True
        try:
            unpacked = bytearray(self._stream.process(packed, output_buffer_limit=room + 1))
            while len(unpacked) <= room and not self._stream.can_accept_more_data():
                unpacked += self._stream.process(b"", output_buffer_limit=room + 1 - len(unpacked))
        except _BrotliError as error:
            raise Broken from error
        return bytes(unpacked)

    def finish(self) -> None:
        if self._begun and not self._stream.is_finished():
            raise Broken
