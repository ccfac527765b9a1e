"""The encoding of a page is found as browsers find it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web.reading.charset import decode
from bot.errors import Garbled

TEXT = "<p>Zoë said: “No.” It cost £3.</p>" + "<p>Nobody on the quay could say who would pay for that.</p>" * 3
WESTERN = TEXT.encode("windows-1252")


def test_a_mark_at_the_beginning_wins_over_what_the_server_says() -> None:
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "text/html; charset=iso-8859-1") == TEXT
    assert decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "text/html; charset=utf-8") == TEXT


@pytest.mark.parametrize("wide", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_nul_bytes(wide: str) -> None:
    assert decode(TEXT.encode(wide)) == TEXT


def test_latin_1_is_read_as_windows_1252_as_browsers_do() -> None:
    assert decode(WESTERN, "text/html; charset=ISO-8859-1") == TEXT


def test_the_page_itself_may_say_it() -> None:
    said = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Привет, мир'
    assert decode(said.encode("windows-1251")) == said
    assert decode('<meta charset="shift_jis">駅'.encode("shift_jis")).endswith("駅")


def test_valid_utf_8_is_utf_8_whatever_the_server_says() -> None:
    assert decode(TEXT.encode(), "text/html; charset=iso-8859-1") == TEXT


def test_a_server_that_says_utf_8_by_mistake_is_not_believed() -> None:
    assert decode(WESTERN, "text/html; charset=utf-8") == TEXT


def test_a_page_that_says_nothing_is_guessed() -> None:
    assert decode(b"<p>" + WESTERN * 20) == "<p>" + TEXT * 20
    russian = "В субботу паром снова пойдёт на остров, сообщил совет гавани после долгой ночи. " * 8
    assert decode(russian.encode("windows-1251")) == russian


def test_a_western_page_with_few_letters_beyond_ascii_is_windows_1252() -> None:
    few = b"It costs \xa31.40 at the shop. " + b"Nobody on the quay could say who would pay. " * 9
    assert decode(few).startswith("It costs £1.40")


def test_a_stray_byte_becomes_a_replacement_character() -> None:
    assert decode(b"<p>" + b"plain words " * 50 + b"\xff", "text/html; charset=utf-8").endswith("\ufffd")


def test_an_unknown_label_is_passed_over() -> None:
    assert decode(TEXT.encode(), "text/html; charset=klingon") == TEXT


def test_what_is_mostly_broken_is_no_text() -> None:
    with pytest.raises(Garbled):
        decode(bytes(range(128)) * 3 + b"\x01" * 200, "text/html")


@given(st.binary(max_size=300), st.sampled_from([None, "text/html; charset=utf-8", "text/html; charset=gbk"]))
def test_any_bytes_are_text_or_garbled(raw: bytes, content_type: str | None) -> None:
    try:
        decode(raw, content_type)
    except Garbled:
        return
