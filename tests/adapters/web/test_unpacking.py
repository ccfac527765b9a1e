"""Bytes as they were packed for the way -> bytes."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web.unpacking import Broken, unpacker

if TYPE_CHECKING:
    from collections.abc import Callable

    Pack = Callable[[bytes], bytes]


def bare(body: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(body) + stream.flush()


WAYS: dict[str, tuple[str, Pack]] = {
    "gzip": ("gzip", gzip.compress),
    "gzip, two members": (" X-GZIP ", lambda body: gzip.compress(body[:7]) + gzip.compress(body[7:])),
    "deflate with a header": ("deflate", zlib.compress),
    "deflate without": ("deflate", bare),
    "brotli": ("br", brotli.compress),
    "as it is": ("", bytes),
}


def unpacked(coding: str, packed: bytes, *, room: int = 1_000_000, at_once: int = 1_000_000) -> bytes:
    stream = unpacker(coding)
    body = b"".join(stream.unpack(packed[at : at + at_once], room) for at in range(0, len(packed), at_once))
    stream.finish()
    return body


@pytest.mark.parametrize(("coding", "pack"), WAYS.values(), ids=WAYS)
@given(body=st.binary(min_size=10, max_size=2_000), at_once=st.integers(5, 500))
def test_what_was_packed_comes_out_however_it_was_cut_on_the_way(
    coding: str, pack: Pack, body: bytes, at_once: int
) -> None:
    assert unpacked(coding, pack(body)) == body
    if "two" not in coding:
        assert unpacked(coding, pack(body), at_once=at_once)[:7] == body[:7]


@pytest.mark.parametrize(("coding", "pack"), list(WAYS.values())[:-1], ids=list(WAYS)[:-1])
def test_a_bomb_is_unpacked_only_as_far_as_there_is_room(coding: str, pack: Pack) -> None:
    assert len(unpacker(coding).unpack(pack(b"a" * 5_000_000), 1_000)) <= 33_000  # Brotli fills a buffer of 32 KB


@pytest.mark.parametrize(("coding", "pack"), list(WAYS.values())[:-1], ids=list(WAYS)[:-1])
def test_a_stream_that_was_cut_off_is_not_taken_for_whole(coding: str, pack: Pack) -> None:
    packed = pack(bytes(range(256)) * 100)
    with pytest.raises(Broken):
        unpacked(coding, packed[: len(packed) - 12])


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_what_is_no_such_stream_is_told(coding: str) -> None:
    with pytest.raises(Broken):
        unpacked(coding, b"\xffThis is no packed page at all.")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", ""])
def test_nothing_is_nothing(coding: str) -> None:
    assert unpacked(coding, b"") == b""


@pytest.mark.parametrize("coding", ["zstd", "compress", "gzip, gzip", "x"])
def test_a_coding_that_nobody_asked_for_is_told(coding: str) -> None:
    with pytest.raises(Broken):
        unpacker(coding)


def test_padding_behind_the_stream_is_left_out() -> None:
    assert unpacked("gzip", gzip.compress(b"page") + b"\x00" * 100) == b"page"
