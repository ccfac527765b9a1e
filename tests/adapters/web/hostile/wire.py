"""Answers that are too much, too slow or no HTTP: what a hostile server sends, down to the byte."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

import brotli

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

    Send: TypeAlias = Callable[[asyncio.StreamWriter], Awaitable[None]]
    """Writes one answer."""

MEGABYTE = 1_000_000
UNPACKED = 500
"""Megabytes that a small packed answer becomes."""

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
CLOSE = b"Connection: close\r\n\r\n"
PAGE = b"<!DOCTYPE html><title>Ferry</title><p>The ferry runs again from Monday."

SLOWLY = 0.02
"""Seconds between two bytes, in tests whose fetcher has one second; ``tests.benchmarks.bombs`` sends one a second."""


def whole(body: bytes, kind: bytes = b"text/html; charset=utf-8", *headers: bytes) -> Send:
    """A well-formed answer with that body."""

    async def send(writer: asyncio.StreamWriter) -> None:
        more = b"".join(header + b"\r\n" for header in headers)
        length = f"Content-Length: {len(body)}\r\n".encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n" + more + length + CLOSE)
        writer.write(body)

    return send


def bytewise(*parts: bytes) -> Send:
    """Exactly these bytes."""

    async def send(writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)

    return send


def endless(head: bytes, part: bytes) -> Send:
    """The head, and then the same again and again."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(part)
            await writer.drain()

    return send


def numbered(head: bytes, part: Callable[[int], bytes], many: Iterable[int]) -> Send:
    """The head, and then a part for each number."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        for number in many:
            writer.write(part(number))
            await writer.drain()

    return send


def trickle(at_once: bytes, slowly: Callable[[], Iterable[bytes]], pause: float) -> Send:
    """The head, and then one part after the other with ``pause`` seconds between them."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(at_once)
        for part in slowly():
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)

    return send


def packed(encoding: bytes, parts: Callable[[], AsyncGenerator[bytes]]) -> Send:
    """A packed body of unknown length."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(OK + b"Content-Encoding: " + encoding + b"\r\n" + CLOSE)
        async for part in parts():
            writer.write(part)
            await writer.drain()

    return send


def _deflated(header: bytes) -> Callable[[], AsyncGenerator[bytes]]:
    """``UNPACKED`` megabytes: each after a full flush, so that the same packed block can be sent again."""

    async def parts() -> AsyncGenerator[bytes]:
        packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
        yield header
        block = packer.compress(b"a" * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
        for _ in range(UNPACKED):
            yield block

    return parts


async def _brotli() -> AsyncGenerator[bytes]:
    packer = brotli.Compressor(quality=1)
    block = b"a" * MEGABYTE
    for _ in range(UNPACKED):
        yield packer.process(block) + packer.flush()
    yield packer.finish()


async def _members() -> AsyncGenerator[bytes]:
    """Each a file of its own, one after the other (RFC 1952 2.2)."""
    member = gzip.compress(b"a" * MEGABYTE, mtime=0)
    for _ in range(UNPACKED):
        yield member


def _twice() -> bytes:
    return gzip.compress(gzip.compress(b"a" * (50 * MEGABYTE), mtime=0), mtime=0)


_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_ZSTD = b"\x28\xb5\x2f\xfd\x04\x58" + b"\x02\x00\x10a" * 1_000


def wire_bombs(pause: float = SLOWLY) -> dict[str, Send]:
    """By name. ``pause`` is between two bytes of those that trickle."""
    return {**_packed(), **_streams(), **_trickles(pause), **_heads(), **_broken(), **_statuses()}


def _packed() -> dict[str, Send]:
    good = gzip.compress(PAGE * 10, mtime=0)
    gzipped = b"Content-Encoding: gzip"
    return {
        "gzip of 500 MB": packed(b"gzip", _deflated(_GZIP_HEADER)),
        "x-gzip of 500 MB": packed(b"x-gzip", _deflated(_GZIP_HEADER)),
        "deflate of 500 MB, zlib": packed(b"deflate", _deflated(b"\x78\xda")),
        "deflate of 500 MB, raw": packed(b"deflate", _deflated(b"")),
        "brotli of 500 MB": packed(b"br", _brotli),
        "gzip, 500 members of 1 MB": packed(b"gzip", _members),
        "gzip in gzip": whole(_twice(), b"text/html", b"Content-Encoding: gzip, gzip"),
        "gzip in gzip, one named": whole(_twice(), b"text/html", gzipped),
        "zstd, which was not asked for": whole(_ZSTD, b"text/html", b"Content-Encoding: zstd"),
        "packed in no known way": whole(PAGE, b"text/html", b"Content-Encoding: aes128gcm"),
        "packed in a hundred ways": whole(PAGE, b"text/html", b"Content-Encoding: " + b"gzip, " * 100 + b"br"),
        "gzip, cut off": whole(good[:-20], b"text/html", gzipped),
        "gzip, its check wrong": whole(good[:-8] + b"\0" * 8, b"text/html", gzipped),
        "gzip, with noise in it": whole(good[:20] + b"\xff" * 90 + good[30:], b"text/html", gzipped),
        "gzip, which it isn't": whole(PAGE, b"text/html", gzipped),
        "gzip, empty": whole(b"", b"text/html", gzipped),
        "brotli, which it isn't": whole(PAGE, b"text/html", b"Content-Encoding: br"),
        "deflate, which it isn't": whole(PAGE, b"text/html", b"Content-Encoding: deflate"),
        "gzip with 64 MB of a file's name": endless(
            OK + gzipped + b"\r\n" + CLOSE + b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x02\xff", b"name" * 4_000
        ),
    }


def _streams() -> dict[str, Send]:
    chunk = b"2710\r\n" + b"<p>word" * 1_428 + b"    \r\n"
    chunked = OK + b"Transfer-Encoding: chunked\r\n" + CLOSE
    part = b"--frame\r\nContent-Type: text/html\r\n\r\n<p>again\r\n"
    return {
        "no end": endless(OK + CLOSE, b"<p>And on it goes. " * 500),
        "no end, in chunks": endless(chunked, chunk),
        "no end, in chunks of a byte": endless(chunked, b"1\r\na\r\n" * 5_000),
        "no end to a chunk's extension": endless(chunked + b"1;a=", b"x" * 10_000),
        "no end to a chunk's size": endless(chunked, b"0" * 10_000),
        "no end to the trailers": endless(chunked + b"1\r\na\r\n0\r\n", b"X-Trailer: a\r\n" * 500),
        "no end to one trailer": endless(chunked + b"1\r\na\r\n0\r\nX-Trailer: ", b"a" * 10_000),
        "multipart without end": endless(
            b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n" + CLOSE, part * 200
        ),
        "1 GB promised, then silence": trickle(OK + b"Content-Length: 1000000000\r\n" + CLOSE, lambda: [b"a"], 60.0),
        "nothing but zeros": endless(OK + CLOSE, bytes(10_000)),
    }


def _trickles(pause: float) -> dict[str, Send]:
    def letters() -> Iterable[bytes]:
        return (b"a" for _ in count())

    return {
        "body, a byte at a time": trickle(OK + CLOSE, letters, pause),
        "body of promised length, a byte at a time": trickle(OK + b"Content-Length: 99999\r\n" + CLOSE, letters, pause),
        "chunks, a byte at a time": trickle(
            OK + b"Transfer-Encoding: chunked\r\n" + CLOSE, lambda: (b"1\r\na\r\n" for _ in count()), pause
        ),
        "gzip, a byte at a time": trickle(
            OK + b"Content-Encoding: gzip\r\n" + CLOSE + _GZIP_HEADER, lambda: (b"\x00" for _ in count()), pause
        ),
        "status line, a byte at a time": trickle(b"HTTP/1.1 200 ", letters, pause),
        "header, a byte at a time": trickle(OK + b"X-Slow: ", letters, pause),
        "headers, one at a time": trickle(OK, lambda: (b"X-%d: a\r\n" % n for n in count()), pause),
        "blank lines before the status, one at a time": trickle(b"", lambda: (b"\r\n" for _ in count()), pause),
        "silence": trickle(b"", lambda: [b""], 60.0),
        "informed for ever": trickle(b"", lambda: (b"HTTP/1.1 102 Processing\r\n\r\n" for _ in count()), pause),
    }


def _heads() -> dict[str, Send]:
    cookies = b"".join(b"Set-Cookie: c%d=%s\r\n" % (n, b"v" * 4_000) for n in range(200))
    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html;"
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"
    return {
        "100,000 headers": numbered(OK, lambda n: b"X-%d: a\r\n" % n, range(100_000)),
        "headers without end": numbered(OK, lambda n: b"X-%d: aaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" % n, count()),
        "the same header without end": endless(OK, b"X-Same: a\r\n" * 500),
        "a header of 10 MB": bytewise(OK, b"X-Long: ", b"a" * 10_000_000, b"\r\n", CLOSE, PAGE),
        "a header without end": endless(OK + b"X-Long: ", b"a" * 10_000),
        "a header's name without end": endless(OK, b"X" * 10_000),
        "folded headers without end": endless(OK + b"X-Folded: a\r\n", b" and on\r\n" * 500),
        "10,000 cookies": numbered(OK, lambda n: b"Set-Cookie: c%d=%s\r\n" % (n, b"v" * 90), range(10_000)),
        "200 cookies of 4 kB": bytewise(OK, cookies, CLOSE, PAGE),
        "a cookie that nests": bytewise(OK, b"Set-Cookie: " + b'a="' * 20_000 + b"\r\n", CLOSE, PAGE),
        "a status line without end": endless(b"HTTP/1.1 200 ", b"O" * 10_000),
        "a content type of 60 kB": bytewise(html + b" a=b;" * 12_000 + b"\r\n", CLOSE, PAGE),
        "100 Continue without end": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 200),
        "103 Early Hints without end": endless(b"", early * 99),
        "a bare carriage return": bytewise(OK + b"X-A: b\rX-C: d\r\n", CLOSE, PAGE),
        "a NUL in a header": bytewise(OK + b"X-A: b\0c\r\n", CLOSE, PAGE),
        "a header without a name": bytewise(OK + b": a\r\n", CLOSE, PAGE),
        "a header without a colon": bytewise(OK + b"nonsense\r\n", CLOSE, PAGE),
        "bytes that are no text in a header": bytewise(OK + b"ETag: \xff\xfe\xed\xa0\x80\r\n", CLOSE, PAGE),
    }


def _broken() -> dict[str, Send]:
    chunked = OK + b"Transfer-Encoding: chunked\r\n" + CLOSE
    return {
        "closed at once": bytewise(),
        "closed in the status line": bytewise(b"HTTP/1."),
        "closed in the head": bytewise(OK),
        "closed in the body": bytewise(OK + b"Content-Length: 5000\r\n" + CLOSE, PAGE),
        "closed in a chunk": bytewise(chunked, b"ff\r\n<p>half"),
        "longer than promised": bytewise(OK + b"Content-Length: 10\r\n" + CLOSE, PAGE),
        "two lengths": bytewise(OK + b"Content-Length: 10\r\nContent-Length: 20\r\n" + CLOSE, PAGE),
        "a length below nothing": bytewise(OK + b"Content-Length: -1\r\n" + CLOSE, PAGE),
        "a length that is no number": bytewise(OK + b"Content-Length: 1e3\r\n" + CLOSE, PAGE),
        "a length of 60 digits": bytewise(OK + b"Content-Length: " + b"9" * 60 + b"\r\n" + CLOSE, PAGE),
        "a length of 5,000 digits": bytewise(OK + b"Content-Length: " + b"9" * 5_000 + b"\r\n" + CLOSE, PAGE),
        "a length, and chunks": bytewise(OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + CLOSE, PAGE),
        "chunks of no size": bytewise(chunked, b"zz\r\n<p>\r\n0\r\n\r\n"),
        "chunks of a size below nothing": bytewise(chunked, b"-5\r\n<p>\r\n0\r\n\r\n"),
        "a chunk of more than there is": bytewise(chunked, b"fffffffffffffffff\r\n<p>\r\n0\r\n\r\n"),
        "chunks without their ends": bytewise(chunked, b"3\r\n<p>3\r\n<p>0\r\n\r\n"),
        "sent in no known way": bytewise(OK + b"Transfer-Encoding: gzip, identity\r\n" + CLOSE, PAGE),
        "HTTP/0.9": bytewise(PAGE),
        "HTTP/2": bytewise(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + bytes(18)),
        "HTTP/9.9": bytewise(b"HTTP/9.9 200 OK\r\n" + CLOSE, PAGE),
        "TLS": bytewise(b"\x15\x03\x01\x00\x02\x02\x46"),
        "SSH": bytewise(b"SSH-2.0-OpenSSH_9.6\r\n"),
        "noise": bytewise(bytes(range(256)) * 1_000),
    }


def _statuses() -> dict[str, Send]:
    def status(line: bytes, *headers: bytes) -> Send:
        return bytewise(b"HTTP/1.1 " + line + b"\r\n" + b"".join(header + b"\r\n" for header in headers) + CLOSE, PAGE)

    long = b"/" + b"a" * 10_000
    return {
        "status 0": status(b"0 Nothing"),
        "status 099": status(b"099 Low"),
        "status 200 without a reason": status(b"200", b"Content-Type: text/html"),
        "status 600": status(b"600 High"),
        "status 999": status(b"999 Request denied"),
        "status 2000": status(b"2000 OK"),
        "status -200": status(b"-200 OK"),
        "status in words": status(b"OK fine"),
        "status in other digits": status("２００ OK".encode()),
        "not modified, unasked": bytewise(b"HTTP/1.1 304 Not Modified\r\n" + CLOSE),
        "part of a page, unasked": status(b"206 Partial Content", b"Content-Range: bytes 0-9/99999999999"),
        "another protocol, unasked": status(b"101 Switching Protocols", b"Upgrade: websocket"),
        "busy until the year 9999": status(b"503 Busy", b"Retry-After: " + b"9" * 400),
        "busy for no number": status(b"429 Busy", b"Retry-After: \xc2\xb2"),
        "moved to itself": status(b"302 Found", b"Location: "),
        "moved by a fragment": status(b"302 Found", b"Location: #again"),
        "moved to 10,000 characters": status(b"302 Found", b"Location: " + long),
        "moved to 60,000 dots": status(b"302 Found", b"Location: " + b"/.." * 20_000),
        "moved to nowhere": status(b"302 Found"),
        "moved to two places": status(b"302 Found", b"Location: /a", b"Location: http://127.0.0.1/"),
    }
