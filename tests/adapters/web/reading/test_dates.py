"""Dates as pages write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web.reading.dates import earlier, parsed


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-02-03T06:14:22Z", datetime(2026, 2, 3, 6, 14, 22, tzinfo=UTC)),
        ("2026-02-03T06:14:22.123+0100", datetime(2026, 2, 3, 6, 14, 22, 123000, timezone(timedelta(hours=1)))),
        ("2026-02-03 06:14 UTC", datetime(2026, 2, 3, 6, 14, tzinfo=UTC)),
        ("Tue, 03 Feb 2026 06:14:22 GMT", datetime(2026, 2, 3, 6, 14, 22, tzinfo=UTC)),
        ("1770099262", datetime(2026, 2, 3, 6, 14, 22, tzinfo=UTC)),
        ("2026-02-03", date(2026, 2, 3)),
        ("20260203", date(2026, 2, 3)),
        ("2026/2/3", date(2026, 2, 3)),
        ("3 February 2026", date(2026, 2, 3)),
        ("am 3. Februar 2026", date(2026, 2, 3)),
        ("2026年2月3日 6時", date(2026, 2, 3)),
    ],
)
def test_a_date_is_read_in_every_way_it_is_written(written: str, expected: date) -> None:
    assert parsed(written) == expected


def test_a_time_of_day_without_a_zone_is_left_out() -> None:
    assert type(parsed("2026-02-03T06:14:22")) is date


@pytest.mark.parametrize("written", ["", "yesterday", "0001-01-01T00:00:00Z", "9999-12-31", "2026-13-45", "1889-04-01"])
def test_what_can_be_no_date_of_an_article_is_none(written: str) -> None:
    assert parsed(written) is None


def test_days_are_compared_whether_or_not_the_hour_is_known() -> None:
    assert earlier(date(2026, 2, 2), datetime(2026, 2, 3, tzinfo=UTC))
    assert not earlier(date(2026, 2, 3), datetime(2026, 2, 3, tzinfo=UTC))
    assert not earlier(None, date(2026, 2, 3))


@given(st.text())
def test_no_text_makes_it_stumble(written: str) -> None:
    found = parsed(written)
    assert not isinstance(found, datetime) or found.tzinfo is not None
