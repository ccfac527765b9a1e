"""What was read is filed word for word, and what was filed stays."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.exc import StatementError

from adapters.database.archive import Clipping, file_reading, filed, history, latest
from adapters.database.tables import readings
from summariser.model import Article
from tests.adapters.database.samples import NOON, any_text, moments

if TYPE_CHECKING:
    from adapters.database.opening import Database

LINK = "https://sandmouth-courier.example/harbour"
ARTICLE = Article(
    text="The harbour will close for a month.\n\n“We can’t wait,” said Anna Berg, the mayor.",
    title="Harbour will close",
    byline="Jo Fisk",
    site="The Sandmouth Courier",
    url=LINK,
    published=date(2026, 11, 1),
    updated=datetime(2026, 11, 2, 9, 15, tzinfo=timezone(timedelta(hours=1))),
    language="en",
    paywall=False,
)
BODY = "ab" * 32
LATER = NOON + timedelta(hours=1)


def test_a_reading_is_found_by_the_hash_of_its_text(db: Database) -> None:
    text_sha256 = file_reading(db, ARTICLE, link=LINK, body_sha256=BODY, at=NOON)
    assert text_sha256 == hashlib.sha256(ARTICLE.text.encode()).hexdigest()
    assert filed(db, text_sha256) == ARTICLE
    assert filed(db, "0" * 64) is None


def test_the_last_reading_of_a_link_comes_with_what_is_known_of_it(db: Database) -> None:
    text_sha256 = file_reading(db, ARTICLE, link=LINK, body_sha256=BODY, at=NOON)
    assert latest(db, LINK) == Clipping(ARTICLE, LINK, text_sha256, BODY, first_read=NOON, last_read=NOON)
    assert latest(db, "https://sandmouth-courier.example/") is None


def test_the_same_text_again_is_the_same_clipping_read_again(db: Database) -> None:
    for at in (NOON, LATER, NOON):
        file_reading(db, replace(ARTICLE, title="Another headline"), link=LINK, body_sha256=None, at=at)
    assert [(each.first_read, each.last_read) for each in history(db, LINK)] == [(NOON, LATER)]


def test_a_changed_text_is_filed_beside_the_earlier(db: Database) -> None:
    changed = replace(ARTICLE, text=f"{ARTICLE.text}\n\nFishermen asked the council to wait.")
    first = file_reading(db, ARTICLE, link=LINK, body_sha256=BODY, at=NOON)
    second = file_reading(db, changed, link=LINK, body_sha256=None, at=LATER)
    assert [each.article for each in history(db, LINK)] == [changed, ARTICLE]
    assert (filed(db, first), filed(db, second)) == (ARTICLE, changed)


def test_a_text_that_was_changed_back_is_the_latest_again(db: Database) -> None:
    changed = replace(ARTICLE, text="The harbour will stay open, the council said.")
    for hours, article in enumerate((ARTICLE, changed, ARTICLE)):
        file_reading(db, article, link=LINK, body_sha256=None, at=NOON + timedelta(hours=hours))
    found = latest(db, LINK)
    assert found is not None
    assert found.article == ARTICLE


def test_the_same_text_at_two_links_is_filed_under_both(db: Database) -> None:
    copy = replace(ARTICLE, site="Northgate Echo")
    file_reading(db, ARTICLE, link=LINK, body_sha256=None, at=LATER)
    text_sha256 = file_reading(db, copy, link="https://northgate-echo.example/1", body_sha256=None, at=NOON)
    assert len(history(db, LINK)) == len(history(db, "https://northgate-echo.example/1")) == 1
    assert filed(db, text_sha256) == ARTICLE


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])  # emptied each time
@given(
    st.builds(
        Article,
        text=any_text,
        title=st.none() | any_text,
        byline=st.none() | any_text,
        site=st.none() | any_text,
        url=st.none() | any_text,
        published=st.none() | st.dates() | moments,
        updated=st.none() | st.dates() | moments,
        language=st.none() | any_text,
        paywall=st.none() | st.booleans(),
    ),
    any_text,
)
def test_any_article_comes_back_as_it_was_read(db: Database, article: Article, link: str) -> None:
    """A date stays a date, and a time of day keeps the offset from UTC that was printed."""
    with db.writing() as connection:
        connection.execute(readings.delete())
    found = filed(db, file_reading(db, article, link=link, body_sha256=None, at=NOON))
    assert found == article
    assert found is not None
    assert [day and day.isoformat() for day in (found.published, found.updated)] == [
        day and day.isoformat() for day in (article.published, article.updated)
    ]


def test_a_time_of_day_without_a_zone_is_refused(db: Database) -> None:
    naive = replace(ARTICLE, published=datetime(2026, 11, 1, 9, 0))  # noqa: DTZ001 - that is the point
    with pytest.raises(StatementError, match="time zone"):
        file_reading(db, naive, link=LINK, body_sha256=None, at=NOON)


def test_a_text_that_was_altered_in_the_database_proves_nothing(db: Database) -> None:
    text_sha256 = file_reading(db, ARTICLE, link=LINK, body_sha256=None, at=NOON)
    with db.writing() as connection:
        connection.execute(update(readings).values(text="The mayor said nothing."))
    assert filed(db, text_sha256) is None


def test_many_that_file_the_same_reading_at_once_file_it_once(db: Database) -> None:
    def read_at(minutes: int) -> None:
        file_reading(db, ARTICLE, link=LINK, body_sha256=None, at=NOON + timedelta(minutes=minutes))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(read_at, range(40)))
    (only,) = history(db, LINK)
    assert only.last_read == NOON + timedelta(minutes=39)
