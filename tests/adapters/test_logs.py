"""A line of the log is one object that programs can read, and holds nothing that is nobody's business."""

from __future__ import annotations

import json
import logging
import sys

from adapters.logs import Lines
from bot.watching import request


def record(says: str, *given: object) -> logging.LogRecord:
    info = sys.exc_info()
    return logging.LogRecord("bot.errands", logging.ERROR, __file__, 1, says, given, info if info[0] else None)


def test_a_line_has_what_a_program_looks_for() -> None:
    line = json.loads(Lines().format(record("%d errands are left", 3)))
    assert line.pop("time").endswith("+00:00")
    assert line == {"level": "error", "logger": "bot.errands", "says": "3 errands are left"}


def test_what_is_noted_for_a_request_bears_its_name_and_what_comes_after_does_not() -> None:
    with request("slack-1"):
        within = json.loads(Lines().format(record("one")))
    assert within["request"] == "slack-1"
    assert "request" not in json.loads(Lines().format(record("two")))


def test_an_exception_is_told_by_its_class_and_place_and_never_by_its_message() -> None:
    try:
        raise ValueError("xoxb-secret")  # noqa: EM101, TRY301 - what a foreign library might do
    except ValueError:
        text = Lines().format(record("failed"))
    line = json.loads(text)
    assert line["error"] == "ValueError"
    assert "test_logs.py" in line["from"]
    assert "xoxb" not in text


def test_a_line_stays_one_line_whatever_is_in_it() -> None:
    text = Lines().format(record("a\nb\u2028c\ud800"))
    assert len(text.splitlines()) == 1
    text.encode()
