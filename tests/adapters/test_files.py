"""Text from files and standard input, as it stands there."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.files import LARGEST, bundled, decode, holds_page, is_link, is_page, lines_of, read
from bot.errors import BadInput, IsADirectory, NoSuchFile, NotText, TooLarge, WrongEncoding

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Zoë said: “No.”\r\nשלום\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16, big end first", "utf-32", "utf-32, big end first"],
)
def test_text_is_read_to_the_character_line_ends_and_all(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(raw)
    assert decode(read(str(file))) == TEXT


def test_a_missing_file_is_told_from_a_directory(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        read(str(tmp_path / "none.txt"))
    with pytest.raises(IsADirectory):
        read(str(tmp_path))
    with pytest.raises(NoSuchFile):
        read("a\x00b")


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04word", b"\x89PNG\r\n", b"abc\x00def", b"\xff\x01\x02\x80", b"\xff\xfe\x00"]
)
def test_a_binary_file_is_not_text(raw: bytes) -> None:
    with pytest.raises(NotText):
        decode(raw)


def test_another_encoding_is_named_by_its_first_wrong_byte() -> None:
    with pytest.raises(WrongEncoding, match="byte 3 is 0xE9"):
        decode("café au lait".encode("latin-1"))
    with pytest.raises(WrongEncoding, match="byte 6 is 0xE9"):
        decode(codecs.BOM_UTF8 + "café".encode("latin-1"))


def test_a_file_without_an_end_is_not_read_into_memory() -> None:
    with pytest.raises(TooLarge, match="64 MB"):
        read("/dev/zero")


def test_of_a_line_without_an_end_only_the_beginning_is_given(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    file.write_bytes(b"x" * (LARGEST + 5) + b"\nnext\n")
    first, second = lines_of(str(file))
    assert len(first) == LARGEST + 1
    assert second == b"next\n"


@given(st.binary())
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except BadInput:
        return
    assert text == "" or text.encode() in raw or raw[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x00\x00"}


def test_the_sample_articles_are_found() -> None:
    articles = bundled()
    assert len(articles) >= 16
    assert list(articles) == sorted(articles)
    assert all(path.suffix == ".txt" for path in articles)


@pytest.mark.parametrize("name", ["https://example.org/a", "HTTP://example.org", "http:/x"])
def test_a_web_address_is_a_link(name: str) -> None:
    assert is_link(name)
    assert not is_link(f"./{name}")


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n",
        b"<!DOCTYPE html><p>",
        b"\xef\xbb\xbf \n<!-- saved --><HTML lang=en>",
        b'<?xml version="1.0"?><!DOCTYPE html>',
        codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"),
    ],
)
def test_a_page_is_told_from_a_text_by_how_it_begins(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "page"
    file.write_bytes(raw)
    assert is_page(raw)
    assert holds_page(str(file))
    assert not is_page(b"She wrote: <html> and nothing else.")
    assert not holds_page(str(tmp_path))


def test_many_comments_before_the_first_tag_are_passed_once() -> None:
    """Tried in every way they can be joined, they would take longer than anybody lives."""
    assert not is_page(b"<!--a-->" * 200 + b"<x>")
    assert is_page(b"<!--a-->" * 200 + b"<html>")
