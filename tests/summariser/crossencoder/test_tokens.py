from __future__ import annotations

import pytest

from summariser.crossencoder.tokens import Pair, row

_START, _END = 101, 102


def _read(first: str, before: str, second: str, most: int = 128) -> tuple[list[int], int]:
    read = row(Pair(first, before, second), most_of_first=8, most=most)
    return read.tokens, read.second


def test_a_pair_is_the_first_text_what_stands_before_the_second_and_the_second() -> None:
    tokens, second = _read("who pays?", "It is late.", "The county does.")
    assert (tokens[0], tokens[-1], tokens.count(_START), tokens.count(_END)) == (_START, _END, 1, 3)
    assert tokens[second - 1] == _END


def test_without_anything_before_the_second_there_are_two_texts() -> None:
    tokens, second = _read("who pays?", "", "The county does.")
    assert tokens.count(_END) == 2
    assert tokens[second - 1] == _END


def test_case_and_accents_make_no_difference() -> None:
    assert _read("Who PAYS?", "", "A Café.") == _read("who pays?", "", "a cafe.")


def test_of_a_long_first_text_the_beginning_is_read_and_of_what_stands_before_the_end() -> None:
    tokens, _ = _read("one " * 50, "two " * 500 + "three", "four")
    assert tokens.count(tokens[1]) == 8
    three = row(Pair("three", "", ""), most_of_first=8, most=128).tokens[1]
    assert three in tokens


@pytest.mark.parametrize("most", [16, 40, 128])
def test_a_row_is_never_longer_than_it_may_be(most: int) -> None:
    tokens, second = _read("one " * 50, "", "two " * 500, most)
    assert len(tokens) == most
    assert tokens[-1] == _END
    assert second < most


@pytest.mark.parametrize("text", ["", " ", "🙂", "\x00\ufffd", "日本語", "x" * 10_000, "£36bn’s “pool”"])
def test_anything_that_can_be_typed_is_a_row(text: str) -> None:
    tokens, second = _read(text, text, text)
    assert tokens[0] == _START
    assert tokens[-1] == _END
    assert 0 < second <= len(tokens)


def test_of_each_token_of_the_second_text_it_is_known_where_it_stands() -> None:
    text = "Café Müller paid £4.2m."
    read = row(Pair("who paid?", "It rained.", text), most_of_first=8, most=128)
    assert len(read.places) == len(read.tokens) - read.second - 1
    assert [text[start:end] for start, end in read.places][:3] == ["Café", "Müller", "paid"]
