"""What the tests of the database keep and file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

NOON = datetime(2026, 11, 2, 12, 0, 0, 250_000, tzinfo=UTC)

any_text = st.text(st.characters(codec=None, exclude_categories=()) | st.sampled_from("\x00\\u0\ud800\udfff"))
"""Any code points, with those that databases refuse, and those that escape them, more often than by chance."""

_zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=_zones | st.just(UTC))  # noqa: DTZ001 - the bounds have none
"""Aware; a day from either end of the calendar, so that they exist in UTC too."""
