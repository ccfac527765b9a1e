"""Whoever runs the bot sees on its pages what is on record, and nothing there does anything by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from aiohttp import ClientSession
from lxml import html
from sqlalchemy import text

from adapters.database.claims import Look, claim
from adapters.database.deliveries import finish, give_up, order
from adapters.database.followed import failed as failed_poll
from adapters.database.followed import follow, polled
from adapters.database.models import spend
from adapters.database.overview import ROWS
from adapters.database.subscriptions import keep
from bot.metering import Spent
from bot.model import Channel, Ending, Fate, Headline, Headlines
from tests.adapters.database.samples import NOON
from tests.adapters.operator.conftest import HOUR, MORNING, failed

if TYPE_CHECKING:
    from tests.adapters.operator.conftest import Operated

HOSTILE = '<img src=x onerror="alert(1)">\u202e{{ 7*7 }}</td></table>'
LINK = "https://paper.example/wall"


async def test_each_digest_is_shown_with_its_channel_its_schedule_and_its_runs(operated: Operated) -> None:
    failed(operated.database)
    keep(operated.database, replace(MORNING, channel=Channel("playground", "", "x1"), name="Evening", paused=True))
    assert await operated.rows("/operator") == [
        [
            "1 Morning slack · T1 · C1",
            "daily 13:30 Europe/Berlin",
            "2 Nov 2026 13:30 Europe/Berlin",
            "2 Nov 2026 13:00 Europe/Berlin failed",
        ],
        ["2 Evening playground · x1", "daily 13:30 Europe/Berlin", "paused", "none yet"],
    ]


async def test_a_digest_is_one_row_however_often_it_came_and_its_last_run_is_the_latest(operated: Operated) -> None:
    kept = failed(operated.database)
    order(operated.database, kept.ident, NOON + HOUR, NOON + HOUR)
    ((*_, last),) = await operated.rows("/operator")
    assert last == "2 Nov 2026 14:00 Europe/Berlin ready"


async def test_deliveries_stand_newest_first_with_state_reason_and_tries(operated: Operated) -> None:
    kept = failed(operated.database)
    order(operated.database, kept.ident, NOON + HOUR, NOON + HOUR)
    (delivery,) = claim(operated.database, Look("slack", 1), NOON + HOUR)
    finish(operated.database, delivery, [], "1.1", NOON + HOUR)
    assert await operated.rows("/operator/deliveries") == [
        ["Morning slack · T1 · C1", "2 Nov 2026 14:00 Europe/Berlin", "posted", "1", ""],
        ["Morning slack · T1 · C1", "2 Nov 2026 13:00 Europe/Berlin", "failed Slack was away.", "1", ""],
    ]


async def test_deliveries_are_picked_by_their_state(operated: Operated) -> None:
    kept = failed(operated.database)
    order(operated.database, kept.ident, NOON + HOUR, NOON + HOUR)
    states = [row[2] for row in await operated.rows("/operator/deliveries?state=ready")]
    assert states == ["ready"]
    assert len(await operated.rows("/operator/deliveries?state=nonsense")) == 2


async def test_only_a_digests_latest_delivery_is_offered_to_be_tried_again(operated: Operated) -> None:
    kept = failed(operated.database)
    assert [row[-1] for row in await operated.rows("/operator/deliveries")] == ["Try again"]
    order(operated.database, kept.ident, NOON + HOUR, NOON + HOUR)
    (delivery,) = claim(operated.database, Look("slack", 1), NOON + HOUR)
    give_up(operated.database, delivery, Ending("unknown", "Nobody can tell."), NOON + HOUR)
    assert [row[-1] for row in await operated.rows("/operator/deliveries")] == ["Try again", ""]


async def test_a_source_that_fails_stands_first_with_why(operated: Operated) -> None:
    well, ill = "https://paper.example/feed", "https://gone.example/feed"
    follow(operated.database, [well, ill], NOON)
    polled(operated.database, well, Headlines("The Paper", None, well, "en", ()), NOON)
    failed_poll(operated.database, ill, "It is gone.", NOON)
    assert await operated.rows("/operator/sources") == [
        [ill, "2 Nov 2026 12:15 UTC", "1 It is gone."],
        [f"The Paper {well}", "2 Nov 2026 12:15 UTC", "0"],
    ]


async def test_what_models_cost_is_told_by_day_workspace_and_model(operated: Operated) -> None:
    for days, tokens in ((1, 100), (0, 300), (0, 30)):
        spend(operated.database, Spent("slack:T1", NOON.date() - timedelta(days), "small", 1, tokens, 7))
    assert await operated.rows("/operator/spend") == [
        ["2026-11-02", "slack:T1", "small", "2", "330", "14"],
        ["2026-11-01", "slack:T1", "small", "1", "100", "7"],
    ]


async def test_what_is_long_is_shown_a_page_at_a_time(operated: Operated) -> None:
    for number in range(ROWS + 1):
        keep(operated.database, replace(MORNING, name=f"Digest {number}"))
    assert len(await operated.rows("/operator")) == ROWS
    assert 'href="/operator?page=2"' in await operated.get("/operator")
    assert [row[0] for row in await operated.rows("/operator?page=2")] == [f"{ROWS + 1} Digest {ROWS} slack · T1 · C1"]
    assert 'href="/operator?page=3"' not in await operated.get("/operator?page=2")


async def test_a_page_that_is_none_is_the_first(operated: Operated) -> None:
    for number in range(ROWS + 1):
        keep(operated.database, replace(MORNING, name=f"Digest {number}"))
    for page in ("0", "-1", "²", "x", "", "9" * 400):
        assert "<span>Page 1</span>" in await operated.get(f"/operator?page={page}")
    assert await operated.rows("/operator?page=9999999") == []


async def test_a_page_of_one_state_leads_to_more_of_that_state(operated: Operated) -> None:
    kept = keep(operated.database, MORNING)
    for number in range(ROWS + 1):
        order(operated.database, kept.ident, NOON + number * HOUR, NOON)
    page = html.document_fromstring(await operated.get("/operator/deliveries?state=ready"))
    assert page.xpath("//a[@rel='next']/@href") == ["/operator/deliveries?page=2&state=ready"]


async def test_names_that_are_markup_are_shown_and_do_nothing(operated: Operated) -> None:
    hostile = replace(MORNING, name=HOSTILE, channel=Channel("slack", HOSTILE[:60], "C1"))
    kept = failed(operated.database, hostile, HOSTILE)
    order(operated.database, kept.ident, NOON + HOUR, NOON)
    (delivery,) = claim(operated.database, Look("slack", 1), NOON + HOUR)
    fate = Fate(Headline(HOSTILE, "a" * 64, LINK), "known", HOSTILE)
    give_up(operated.database, delivery, Ending("empty", HOSTILE, (fate,)), NOON + HOUR)
    follow(operated.database, [f"https://paper.example/{HOSTILE}"], NOON)
    failed_poll(operated.database, f"https://paper.example/{HOSTILE}", HOSTILE, NOON)
    spend(operated.database, Spent("slack:T1", NOON.date(), HOSTILE, 1, 1, 1))
    paths = ("", "/deliveries", "/sources", "/spend", f"/why?link={LINK}")
    for path in paths:
        shown = await operated.get(f"/operator{path}")
        page = html.document_fromstring(shown)
        assert page.xpath("//img | //*[@onerror] | //script") == [], path
        assert '<img src=x onerror="alert(1)">{{ 7*7 }}</td></table>' in page.text_content(), path
        assert "\u202e" not in shown, path


async def test_a_source_is_a_link_only_where_it_leads_to_the_web(operated: Operated) -> None:
    follow(operated.database, ["javascript:alert(1)", "https://paper.example/feed"], NOON)
    page = html.document_fromstring(await operated.get("/operator/sources"))
    assert page.xpath("//td//a/@href | //th//a/@href") == ["https://paper.example/feed"]


async def test_why_tells_what_became_of_an_article_in_each_digest_that_met_it(operated: Operated) -> None:
    kept = failed(operated.database)
    order(operated.database, kept.ident, NOON + HOUR, NOON)
    (delivery,) = claim(operated.database, Look("slack", 1), NOON + HOUR)
    fate = Fate(Headline("The wall", "a" * 64, LINK), "filtered", "NOT wall")
    give_up(operated.database, delivery, Ending("empty", "nothing new", (fate,)), NOON + HOUR)
    keep(operated.database, replace(MORNING, name="Evening"))
    page = html.document_fromstring(await operated.get("/operator/why?link=paper.example/wall"))
    assert [" ".join(each.text_content().split()) for each in page.xpath("//main//li")] == [
        "Morning slack · T1 · C1 left out in the digest of Monday 14:00 Europe/Berlin by its words: NOT wall."
    ]


async def test_why_says_that_no_digest_met_an_article(operated: Operated) -> None:
    keep(operated.database, MORNING)
    assert "No digest has met that article" in await operated.get("/operator/why?link=https://[")
    assert "No digest has met" not in await operated.get("/operator/why")


async def test_a_database_that_cannot_be_used_is_told_in_a_sentence(operated: Operated) -> None:
    with operated.database.writing() as connection:
        connection.execute(text("DROP TABLE spending"))
    async with ClientSession() as browser, browser.get(f"{operated.address}/operator/spend") as answer:
        assert answer.status == 503
        assert (await answer.text()).startswith("The database cannot be used:")
