"""What a person reads when something goes wrong."""

from __future__ import annotations

import pytest

from bot import errors


@pytest.mark.parametrize(
    "error",
    [
        errors.NoSuchFile(),
        errors.IsADirectory(),
        errors.SystemRefused("Permission denied"),
        errors.WebAddress(),
        errors.NotText(),
        errors.NotText("a PDF"),
        errors.WrongEncoding(3, 0xE9),
        errors.TooLarge(64_000_000),
        errors.BadLine(7, "is not JSON"),
        errors.Fault("KeyError"),
        errors.WorkerDied(),
    ],
    ids=str,
)
def test_an_error_is_one_sentence_that_says_what_to_do(error: errors.StandfirstError) -> None:
    sentence = str(error)
    assert "\n" not in sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert ";" in sentence, "what happened; what to do"


def test_bad_input_is_exit_code_2_and_a_fault_1() -> None:
    assert errors.NotText().exit_code == 2
    assert errors.WorkerDied().exit_code == 1


def test_a_wrong_byte_is_named_with_a_way_to_convert() -> None:
    assert "byte 3 is 0xE9" in str(errors.WrongEncoding(3, 0xE9))
    assert "iconv" in str(errors.WrongEncoding(3, 0xE9))
