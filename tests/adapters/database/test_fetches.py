"""Pages are kept as they came, the newest of each address."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from adapters.database.fetches import LARGEST, Kept, checked, keep, kept
from adapters.database.tables import fetches
from tests.adapters.database.samples import NOON, any_text, moments

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.database.opening import Database

PAGE = Kept(
    url="https://sandmouth-courier.example/harbour?utm=1",
    final_url="https://sandmouth-courier.example/harbour",
    etag='W/"67-a"',
    last_modified="Mon, 02 Nov 2026 11:58:00 GMT",
    content_type="text/html; charset=windows-1252",
    body=b"<p>The harbour will close for a month.</p>\x00\xff",
    fetched=NOON,
)


def test_what_was_kept_is_found_by_the_address_that_was_asked_for(db: Database) -> None:
    keep(db, PAGE)
    assert kept(db, PAGE.url) == PAGE
    assert kept(db, PAGE.final_url) is None


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])  # addresses don't meet
@given(
    st.builds(
        Kept,
        url=any_text,
        final_url=any_text,
        etag=st.none() | any_text,
        last_modified=st.none() | any_text,
        content_type=st.none() | any_text,
        body=st.binary(max_size=2000),
        fetched=moments,
    )
)
def test_any_page_comes_back_to_the_byte(db: Database, page: Kept) -> None:
    with db.writing() as connection:
        connection.execute(fetches.delete())
    keep(db, page)
    assert kept(db, page.url) == page


def test_an_address_of_eight_thousand_characters_is_kept(db: Database) -> None:
    page = replace(PAGE, url=f"https://sandmouth-courier.example/?q={'x' * 8000}")
    keep(db, page)
    assert kept(db, page.url) == page


def test_a_newer_page_takes_the_place_of_an_older_but_not_the_other_way_round(db: Database) -> None:
    newer = replace(PAGE, body=b"new", etag=None, fetched=NOON + timedelta(hours=1))
    keep(db, PAGE)
    keep(db, newer)
    keep(db, PAGE)
    assert kept(db, PAGE.url) == newer


def test_a_page_that_still_stands_is_marked_and_its_body_stays(db: Database) -> None:
    hour = timedelta(hours=1)
    keep(db, PAGE)
    checked(db, PAGE.url, NOON + 2 * hour)
    checked(db, PAGE.url, NOON + hour)
    assert kept(db, PAGE.url) == replace(PAGE, checked=NOON + 2 * hour)


def test_what_was_never_kept_is_not_there_to_be_checked(db: Database) -> None:
    checked(db, PAGE.url, NOON)
    assert kept(db, PAGE.url) is None


@pytest.mark.parametrize(
    "damage",
    [
        {"body": b"not packed"},
        {"body": zlib.compress(b"x" * 1_000_000)},
        {"body": zlib.compress(PAGE.body)[:-9]},
        {"body_bytes": 3},
        {"body_bytes": 2_000_000_000},
        {"body_bytes": -5},
        {"body_sha256": "0" * 64},
    ],
    ids=str,
)
def test_a_damaged_body_is_as_good_as_none(db: Database, damage: dict[str, object]) -> None:
    """Then the page is fetched again."""
    keep(db, PAGE)
    with db.writing() as connection:
        connection.execute(update(fetches).values(damage))
    assert kept(db, PAGE.url) is None


def test_a_body_that_no_article_has_is_not_kept(db: Database) -> None:
    keep(db, replace(PAGE, body=bytes(LARGEST)))
    assert kept(db, PAGE.url) is not None
    keep(db, replace(PAGE, url="https://b.example/", body=bytes(LARGEST + 1)))
    assert kept(db, "https://b.example/") is None


def test_of_many_that_keep_the_same_address_at_once_the_newest_stands(db: Database) -> None:
    pages = [replace(PAGE, body=f"{minute}".encode(), fetched=minutes_past_noon(minute)) for minute in range(80)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda page: keep(db, page), reversed(pages)))
        list(threads.map(lambda page: keep(db, page), pages))
    assert kept(db, PAGE.url) == pages[-1]


def minutes_past_noon(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)
