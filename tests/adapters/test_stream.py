"""Many articles as lines of JSON."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from adapters.pool import Bounds
from adapters.stream import Asked, answer_lines, text_of
from bot.errors import NoSuchFile, NotAnArticle

if TYPE_CHECKING:
    from pathlib import Path

    from adapters.documents import Fields


BOUNDS = Bounds(seconds=1)
REFUSAL = "It is no article; give another."


def ask(asked: Asked) -> Fields:
    match text := text_of(asked):
        case "refused":
            raise NotAnArticle(REFUSAL)
        case "fault":
            raise KeyError(text)
        case "death":
            os._exit(1)
        case "endless":
            while True:
                pass
        case _:
            return {"article": {"text": text}}


def answers(tmp_path: Path, *lines: bytes, jobs: int = 2) -> list[dict[str, Any]]:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\n".join(lines))
    return [json.loads(answer) for answer in answer_lines(ask, str(file), jobs=jobs, bounds=BOUNDS)]


def test_each_line_has_one_answer_in_order_with_its_id(tmp_path: Path) -> None:
    asked = [json.dumps({"id": f"a{number}", "text": f"text {number}"}).encode() for number in range(25)]
    answered = answers(tmp_path, *asked)
    assert [(each["id"], each["article"]["text"]) for each in answered] == [(f"a{n}", f"text {n}") for n in range(25)]


def test_a_refusal_a_fault_and_a_death_are_one_line_each(tmp_path: Path) -> None:
    asked = [
        json.dumps({"id": text, "text": text}).encode() for text in ("refused", "fault", "death", "endless", "fine")
    ]
    refused, fault, death, endless, fine = answers(tmp_path, *asked, jobs=1)
    assert "took too long" in endless["error"]
    assert refused == {"id": "refused", "error": REFUSAL}
    assert fault["id"] == "fault"
    assert "KeyError" in fault["error"]
    assert death["id"] == "death"
    assert "ended before it answered" in death["error"]
    assert fine["article"]["text"] == "fine"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{broken", "Line 2 is not JSON"),
        (b"[" * 100_000, "Line 2 is not JSON"),
        (b'{"id": 1, "text": "caf\xe9"}', "Line 2 is not UTF-8"),
        (b'["id", "text"]', "Line 2 is not an object"),
        (b'{"text": "no id"}', 'Line 2 has no "id"'),
        (b'{"id": {"a": 1}, "text": "x"}', 'Line 2 has no "id"'),
        (b'{"id": NaN, "text": "x"}', 'Line 2 has no "id"'),
        (b'{"id": true, "text": "x"}', 'Line 2 has no "id"'),
    ],
)
def test_a_bad_line_is_told_with_its_number(line: bytes, problem: str, tmp_path: Path) -> None:
    first, bad, last = answers(tmp_path, b'{"id": 1, "text": "x"}', line, b'{"id": 3, "text": "x"}', jobs=1)
    assert (first["id"], bad["id"], last["id"]) == (1, None, 3)
    assert bad["error"].startswith(problem)
    assert set(bad) == {"id", "error"}


def test_an_id_is_kept_when_the_text_is_missing(tmp_path: Path) -> None:
    assert answers(tmp_path, b'{"id": 7, "text": null}', jobs=1)[0]["id"] == 7


def test_numbers_stay_numbers_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    asked = (b'\xef\xbb\xbf{"id": 1.5, "text": "x"}', b"", b"  ", b'{"id": "1", "text": "x"}', b"")
    assert [each["id"] for each in answers(tmp_path, *asked, jobs=1)] == [1.5, "1"]


def test_half_a_surrogate_pair_comes_back_as_it_came(tmp_path: Path) -> None:
    assert answers(tmp_path, b'{"id": "\\ud800", "text": "a\\udfffb"}', jobs=1)[0]["article"]["text"] == "a\udfffb"


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(NoSuchFile):
        list(answer_lines(ask, "/nowhere/at/all.jsonl", jobs=1))
