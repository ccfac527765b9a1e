"""When, as feeds write it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.feeds.dates import moment, sane

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SEVEN_TEN = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "Mon, 23 Nov 2026 07:10:00 GMT",
        "Mon, 23 Nov 26 07:10 +0000",
        "Fri, 23 Nov 2026 07:10:00",
        "23 Nov 2026 08:10:00 +01:00",
        "Mon, 23 Nov 2026 02:10:00 EST",
        "Mon, 23 Nov 2026 08:10:00 +0100 (CET)",
        "Mon, 23 Nov 2026 08:10:00 GMT+1",
        "lun., 23 nov. 2026 07:10:00 +0000",
        "lunes, 23 de noviembre de 2026 07:10",
        "Nov 23, 2026 2:10 AM EST",
        "Mon Nov 23 07:10:00 UTC 2026",
        "23.11.2026 07:10",
        "2026-11-23T08:10:00+01:00",
        "2026-11-23 07:10",
        "20261123T071000Z",
        "2026-11-23T07:09:60Z",
    ],
)
def test_dialects_of_the_same_moment(words: str) -> None:
    assert moment(words) == SEVEN_TEN


@pytest.mark.parametrize(
    "words", ["", "soon", "12345", "20161", "11/10/2026", "Mon, 31 Nov 2026 07:10:00 GMT", "2026-13-01", "9" * 500]
)
def test_what_is_no_date_or_two_is_none(words: str) -> None:
    assert moment(words) is None


def test_midnight_may_be_called_24() -> None:
    assert moment("Mon, 23 Nov 2026 24:00:00 GMT") == datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize("words", ["0001-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "2076-11-23"])
def test_a_moment_nobody_can_have_meant_is_not_known(words: str) -> None:
    assert sane(moment(words), NOW) is None


def test_a_clock_that_is_hours_ahead_is_believed() -> None:
    assert sane(NOW + timedelta(hours=20), NOW) == NOW + timedelta(hours=20)


@given(st.text(max_size=120))
def test_any_words_are_a_moment_in_utc_or_none(words: str) -> None:
    found = moment(words)
    assert found is None or found.utcoffset() == timedelta()
