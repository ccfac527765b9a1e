"""Threads are remembered with what they are about, each workspace for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from adapters.database.archive import file_reading
from adapters.database.tables import verdicts
from adapters.database.threads import LATEST, checks_of, judge, recall, remember, told
from bot.model import Channel, Thread, Told, Verdict
from summariser.model import Article, Checks
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from adapters.database.opening import Database

HERE = Thread(Channel("slack", "T1", "C1"), "1700000000.000100")
ARTICLE = Article("The harbour will close.", url="https://paper.example/a")


def filed(db: Database, article: Article) -> Article:
    file_reading(db, article, link=article.url or "pasted", body_sha256=None, at=NOON)
    return article


def test_a_thread_is_about_the_article_that_was_posted_there(db: Database) -> None:
    remember(db, Told(HERE, "Harbour closes", ARTICLE.url, NOON), filed(db, ARTICLE), "U1")
    remember(db, Told(HERE, "Harbour closes", ARTICLE.url, NOON + timedelta(hours=1)), ARTICLE, "U1")
    assert recall(db, HERE) == (ARTICLE,)


def test_of_what_was_checked_the_last_is_kept(db: Database) -> None:
    for checks in (Checks(3, 1), Checks(1, 2), None):
        remember(db, Told(HERE, "Harbour closes", ARTICLE.url, NOON), filed(db, ARTICLE), "U1", checks)
    assert checks_of(db, HERE, ARTICLE) == Checks(1, 2)


def test_a_thread_can_be_about_several_in_their_order(db: Database) -> None:
    other = filed(db, Article("The bridge will open."))
    remember(db, Told(HERE, "Bridge", None, NOON + timedelta(minutes=1)), other, "U1")
    remember(db, Told(HERE, "Harbour", ARTICLE.url, NOON), filed(db, ARTICLE), "U1")
    assert recall(db, HERE) == (ARTICLE, other)


def test_no_other_thread_channel_workspace_or_platform_shares_it(db: Database) -> None:
    remember(db, Told(HERE, "Harbour closes", ARTICLE.url, NOON), filed(db, ARTICLE), "U1")
    others = [
        replace(HERE, ident="1700000000.000200"),
        *(replace(HERE, channel=replace(HERE.channel, **{name: "X"})) for name in ("platform", "workspace", "ident")),
    ]
    assert [recall(db, other) for other in others] == [()] * 4


def test_an_article_that_is_no_longer_kept_is_left_out(db: Database) -> None:
    remember(db, Told(HERE, "Harbour closes", ARTICLE.url, NOON), ARTICLE, "U1")
    assert recall(db, HERE) == ()


def test_a_person_sees_what_they_asked_for_in_that_workspace_newest_first(db: Database) -> None:
    for number in range(LATEST + 2):
        where = replace(HERE, ident=str(number))
        remember(db, Told(where, f"No. {number}", ARTICLE.url, NOON + timedelta(minutes=number)), ARTICLE, "U1")
    elsewhere = replace(HERE, channel=replace(HERE.channel, workspace="T2"))
    remember(db, Told(elsewhere, "Elsewhere", ARTICLE.url, NOON), ARTICLE, "U1")
    remember(db, Told(HERE, "Another's", ARTICLE.url, NOON), Article("Another."), "U2")

    mine = told(db, "slack", "T1", "U1")
    assert len(mine) == LATEST
    assert [each.headline for each in mine[:2]] == [f"No. {LATEST + 1}", f"No. {LATEST}"]
    assert [each.headline for each in told(db, "slack", "T2", "U1")] == ["Elsewhere"]


def test_the_last_word_of_each_person_counts(db: Database) -> None:
    for person, good in (("U1", True), ("U1", False), ("U2", True)):
        judge(db, Verdict(HERE, ARTICLE.fingerprint, person, good), NOON)
    with db.reading() as connection:
        rows = connection.execute(select(verdicts.c.person, verdicts.c.good).order_by(verdicts.c.person)).all()
    assert [tuple(row) for row in rows] == [("U1", False), ("U2", True)]
