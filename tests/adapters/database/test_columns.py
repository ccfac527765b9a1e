"""Moments and text come back as they were given, from either database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from adapters.database.columns import Instant, Verbatim
from tests.adapters.database.samples import NOON, any_text, moments

if TYPE_CHECKING:
    from adapters.database.opening import Database

samples = Table(
    "samples", MetaData(), Column("id", Integer, primary_key=True), Column("at", Instant), Column("text", Verbatim)
)
numbers = count()
on_one_database = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])  # rows add up


@pytest.fixture
def table(db: Database) -> Database:
    with db.writing() as connection:
        samples.create(connection)
    return db


def stored(db: Database, at: datetime | None, text: str | None) -> tuple[datetime | None, str | None]:
    number = next(numbers)
    with db.writing() as connection:
        connection.execute(insert(samples).values(id=number, at=at, text=text))
    with db.reading() as connection:
        row = connection.execute(select(samples).where(samples.c.id == number)).one()
    return row.at, row.text


@on_one_database
@given(at=st.none() | moments, text=st.none() | any_text)
def test_what_is_stored_comes_back(table: Database, at: datetime | None, text: str | None) -> None:
    """NUL, half surrogate pairs and backslashes in any order; moments in any zone."""
    found_at, found_text = stored(table, at, text)
    assert found_text == text
    assert found_at == at
    assert found_at is None or found_at.tzinfo is UTC


@pytest.mark.parametrize("text", ["", "\\", "\\u0000", "\\\\u0000", "\x00", "\ud83d\ude00", "😀", "\\\x00\\", "u0000"])
def test_what_looks_escaped_is_told_from_what_is(table: Database, text: str) -> None:
    assert stored(table, NOON, text)[1] == text


def test_a_moment_without_a_zone_is_refused(table: Database) -> None:
    with pytest.raises(StatementError, match="time zone"):
        stored(table, datetime(2026, 11, 2, 12, 0), None)  # noqa: DTZ001 - that is the point


@on_one_database
@given(st.lists(moments, min_size=2, max_size=5))
def test_moments_sort_and_compare_as_time_does(table: Database, given_moments: list[datetime]) -> None:
    with table.writing() as connection:
        connection.execute(samples.delete())
        connection.execute(insert(samples), [{"id": next(numbers), "at": at} for at in given_moments])
        assert list(connection.scalars(select(samples.c.at).order_by(samples.c.at))) == sorted(given_moments)
        later = list(connection.scalars(select(samples.c.at).where(samples.c.at > given_moments[0])))
    assert sorted(later) == sorted(at for at in given_moments if at > given_moments[0])


def test_a_microsecond_is_not_lost(table: Database) -> None:
    assert stored(table, NOON + timedelta(microseconds=1), None)[0] == NOON + timedelta(microseconds=1)
