"""Feeds behind links: fetched like pages, read apart, found from a site's address."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from adapters.database.opening import open_database
from adapters.feeds.following import Feeds
from adapters.telemetry import Metrics
from adapters.web.fetch import Fetcher
from adapters.web.shelf import Shelf
from adapters.web.turns import Turns
from adapters.web.workers import Workers
from bot.errors import NotAFeed, NotFound, StandfirstError
from tests.adapters.test_health import numbers_of
from tests.adapters.web.site import Site, serving

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from pathlib import Path

    from tests.adapters.web.site import Answer

pytestmark = pytest.mark.enable_socket

NOON = datetime(2026, 2, 2, 12, tzinfo=UTC)
RSS = """<rss version="2.0"><channel><title>The Courier</title><link>https://courier.example/</link><item>
<title>Harbour will &lt;b&gt;close&lt;/b&gt;</title><link>/harbour</link><description>For a month.</description>
<pubDate>Mon, 02 Feb 2026 09:00:00 GMT</pubDate></item></channel></rss>"""


def front(*feeds: str) -> str:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{feed}">' for feed in feeds)
    return f"<!DOCTYPE html><html><head><title>The Courier</title>{links}</head><body><p>News.</p></body></html>"


@pytest.fixture(scope="module")
def workers() -> Generator[Workers]:
    with Workers(1) as hired:
        yield hired


@asynccontextmanager
async def following(
    site: Site, workers: Workers, shelf: Shelf | None = None, metrics: Metrics | None = None
) -> AsyncGenerator[Feeds]:
    async with Fetcher(allowed=[site.host], turns=Turns(pause=0)) as fetcher:
        yield Feeds(fetcher, workers, metrics or Metrics(), lambda: NOON, shelf)


async def test_a_feed_becomes_plain_headlines(workers: Workers) -> None:
    async with serving({"/rss": RSS}) as site, following(site, workers) as feeds:
        feed = await feeds.read(site.url("/rss"))
    assert (feed.title, feed.url) == ("The Courier", site.url("/rss"))
    (headline,) = feed.headlines
    assert headline.title == "Harbour will close"
    assert headline.link == "https://courier.example/harbour"
    assert headline.summary == "For a month."
    assert headline.published == datetime(2026, 2, 2, 9, tzinfo=UTC)


async def test_a_sites_address_leads_to_the_first_of_its_feeds_that_works(workers: Workers) -> None:
    pages: dict[str, Answer | str] = {"/": front("/gone", "/rss"), "/rss": RSS}
    async with serving(pages) as site, following(site, workers) as feeds:
        assert (await feeds.read(site.url("/"))).url == site.url("/rss")


async def test_a_site_that_names_none_is_tried_at_the_usual_places(workers: Workers) -> None:
    async with serving({"/": front(), "/feed": RSS}) as site, following(site, workers) as feeds:
        assert (await feeds.read(site.url("/"))).title == "The Courier"


async def test_a_site_without_a_feed_is_told_so(workers: Workers) -> None:
    async with serving({"/": front()}) as site, following(site, workers) as feeds:
        with pytest.raises(NotAFeed):
            await feeds.read(site.url("/"))
        with pytest.raises(NotFound):
            await feeds.read(site.url("/gone"))


async def test_a_page_may_not_send_us_into_a_private_network_for_its_feed(workers: Workers) -> None:
    async with serving({"/rss": RSS}) as inside:
        pages: dict[str, Answer | str] = {"/": front(inside.url("/rss"), "http://localhost/rss")}
        async with serving(pages) as site, following(site, workers) as feeds:
            with pytest.raises(NotAFeed):
                await feeds.read(site.url("/"))
        assert inside.asked == []


async def test_a_feed_that_has_not_changed_is_not_sent_again(workers: Workers, tmp_path: Path) -> None:
    async def rss(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-Modified-Since"):
            return web.Response(status=304)
        return web.Response(text=RSS, headers={"Last-Modified": "Mon, 02 Feb 2026 10:00:00 GMT"})

    with open_database(f"sqlite:///{tmp_path / 'feeds.db'}") as database:
        shelf = Shelf(database, lambda: NOON)
        async with serving({"/rss": rss}) as site, following(site, workers, shelf) as feeds:
            assert await feeds.read(site.url("/rss")) == await feeds.read(site.url("/rss"))
            assert "If-Modified-Since" in site.headers[-1]


async def test_each_feed_is_counted_by_what_came_of_it(workers: Workers, tmp_path: Path) -> None:
    async def rss(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match"):
            return web.Response(status=304)
        return web.Response(text=RSS, headers={"ETag": '"1"'})

    broken = "<rss><channel><title>The Courier</title><item></item></channel></rss>"
    opml = '<opml version="2.0"><body><outline type="rss" xmlUrl="https://a.example/rss"/></body></opml>'
    pages: dict[str, Answer | str] = {"/rss": rss, "/page": front(), "/broken": broken, "/list": opml}
    asked = ("/rss", "/rss", "/rss", "/page", "/gone", "/broken", "/list")
    metrics = Metrics()
    with open_database(f"sqlite:///{tmp_path / 'feeds.db'}") as database:
        shelf = Shelf(database, lambda: NOON)
        async with serving(pages) as site, following(site, workers, shelf, metrics) as feeds:
            for path in asked:
                with suppress(StandfirstError):
                    await feeds.read(site.url(path))
            tries = len([each for each in site.asked if each != "/robots.txt"])
        told = await numbers_of(metrics, database)
    counted = {
        name.split('"')[1]: number for name, number in told.items() if name.startswith("standfirst_feed_fetches_total")
    }
    guessed = counted.pop("not_found") - 1  # where a site that names no feed might have one
    assert counted == {"fetched": 1, "unchanged": 2, "not_a_feed": 1, "broken_feed": 1, "list_of_feeds": 1}
    assert tries == len(asked) + guessed
