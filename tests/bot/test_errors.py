"""What a person reads when something goes wrong."""

from __future__ import annotations

import pickle
from typing import TypeVar

import pytest

from bot import errors

Kind = TypeVar("Kind", bound=errors.StandfirstError)


def below(kind: type[Kind]) -> list[type[Kind]]:
    return [kind, *(each for child in kind.__subclasses__() for each in below(child))]


KINDS = below(errors.Unread)
MODEL_ERRORS = [
    *(kind() for kind in below(errors.ModelError) if kind is not errors.ModelResting),
    errors.ModelResting(45),
]


@pytest.mark.parametrize(
    "error",
    [
        errors.NoSuchFile(),
        errors.IsADirectory(),
        errors.SystemRefused("Permission denied"),
        errors.NotText(),
        errors.NotText("a picture"),
        errors.WrongEncoding(3, 0xE9),
        errors.TooLarge(64_000_000),
        errors.BadLine(7, "is not JSON"),
        errors.Fault("KeyError"),
        errors.WorkerDied(),
        errors.WorkerLate(),
        *(kind("news.example") for kind in KINDS),
        errors.NotAFeed(),
        errors.NotOpml(),
        errors.NotAFeed(["https://news.example/rss"]),
        *MODEL_ERRORS,
    ],
    ids=str,
)
def test_an_error_is_one_sentence_that_says_what_to_do(error: errors.StandfirstError) -> None:
    sentence = str(error)
    assert "\n" not in sentence
    assert sentence[0].isupper() or sentence.startswith("news.example")
    assert sentence.endswith(".")
    assert ";" in sentence, "what happened; what to do"


def test_bad_input_is_exit_code_2_and_a_fault_1() -> None:
    assert errors.NotText().exit_code == 2
    assert errors.WorkerDied().exit_code == 1


def test_a_wrong_byte_is_named_with_a_way_to_convert() -> None:
    assert "byte 3 is 0xE9" in str(errors.WrongEncoding(3, 0xE9))
    assert "iconv" in str(errors.WrongEncoding(3, 0xE9))


def test_every_failure_of_a_link_has_a_sentence_and_a_name_of_its_own() -> None:
    assert len({kind.kind for kind in KINDS}) == len({kind.says for kind in KINDS}) == len(KINDS)


def test_every_failure_of_a_language_model_has_a_sentence_and_a_name_of_its_own() -> None:
    kinds = below(errors.ModelError)
    assert len({kind.kind for kind in kinds}) == len({kind.says for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("seconds", [0.2, 45, 600.0])
def test_a_model_that_rests_does_so_for_whole_seconds(seconds: float) -> None:
    expected = {0.2: "for 1 second;", 45: "for 45 seconds;", 600.0: "for 600 seconds;"}
    assert expected[seconds] in str(errors.ModelResting(seconds))


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_names_the_site_as_people_do_or_begins_well_without(kind: type[errors.Unread]) -> None:
    assert "www." not in str(kind("www.news.example"))
    assert str(kind())[0].isupper()


@pytest.mark.parametrize(
    "error",
    [errors.NotAFeed(["https://news.example/rss"]), *(kind("a.example") for kind in KINDS), *MODEL_ERRORS],
)
def test_an_error_says_the_same_in_another_process(error: errors.StandfirstError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert type(again) is type(error)
    assert str(again) == str(error)
