"""The articles behind links, from the fetch to the shelf, on loopback."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from adapters.database import archive
from adapters.database.opening import open_database
from adapters.telemetry import Metrics
from adapters.web.articles import Articles
from adapters.web.fetch import Fetcher
from adapters.web.shelf import Shelf
from adapters.web.turns import Turns
from adapters.web.workers import Workers
from bot import errors
from tests.adapters.web.site import Site, serving

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from pathlib import Path

    from adapters.database.opening import Database
    from tests.adapters.web.site import Answer

pytestmark = pytest.mark.enable_socket

NOON = datetime(2026, 2, 2, 12, tzinfo=UTC)

LEDE = (
    "The harbour at Sandmouth will close for a month from Monday, the town council decided last night, after part of "
    "its outer wall gave way in the storms of January."
)
QUOTE = (
    "“We can't wait for the wall to fall into the sea. The repair has to be done now,” Anna Berg, the mayor, told "
    "reporters after the vote, which went eleven to four."
)
END = "Fishermen had asked the council to wait until the end of the season in October, when most of them are ashore."


def page(*paragraphs: str, title: str = "Harbour will close for a month", head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )


@dataclass(slots=True)
class Desk:
    """Articles and what they are counted in."""

    articles: Articles
    metrics: Metrics

    def counted(self, outcome: str) -> float:
        line = next(line for line in self.metrics.exposed().decode().splitlines() if f'outcome="{outcome}"}}' in line)
        return float(line.split()[-1])


@pytest.fixture(scope="module")
def workers() -> Generator[Workers]:
    with Workers(1) as hired:
        yield hired


@pytest.fixture
def database(tmp_path: Path) -> Generator[Database]:
    with open_database(f"sqlite:///{tmp_path / 'shelf.db'}") as opened:
        yield opened


@asynccontextmanager
async def desk(site: Site, workers: Workers, database: Database | None = None) -> AsyncGenerator[Desk]:
    shelf = Shelf(database, lambda: NOON) if database else None
    metrics = Metrics()
    async with Fetcher(allowed=[site.host], turns=Turns(pause=0)) as fetcher:
        yield Desk(Articles(fetcher, workers, metrics, shelf), metrics)


async def test_a_link_becomes_its_article(workers: Workers) -> None:
    async with serving({"/a": page(LEDE, QUOTE, END)}) as site, desk(site, workers) as here:
        reading = await here.articles.read(site.url("/a"))
        assert reading.article.text == f"{LEDE}\n\n{QUOTE}\n\n{END}"
        assert reading.article.title == "Harbour will close for a month"
        assert reading.article.url == site.url("/a")
        assert here.counted("read") == 1


async def test_many_who_ask_at_once_cost_one_fetch(workers: Workers) -> None:
    async with serving({"/a": page(LEDE, QUOTE, END)}) as site, desk(site, workers) as here:
        readings = await asyncio.gather(*(here.articles.read(site.url("/a")) for _ in range(100)))
        assert len({reading.article.text for reading in readings}) == 1
        assert site.asked.count("/a") == 1


async def test_one_who_leaves_takes_nothing_from_the_others(workers: Workers) -> None:
    async with serving({"/a": page(LEDE, QUOTE, END)}) as site, desk(site, workers) as here:
        leaver = asyncio.create_task(here.articles.read(site.url("/a")))
        other = asyncio.create_task(here.articles.read(site.url("/a")))
        await asyncio.sleep(0)
        leaver.cancel()
        assert (await other).article.text.startswith(LEDE)


async def test_each_kind_of_failure_is_counted(workers: Workers) -> None:
    async def gone(_: web.Request) -> web.StreamResponse:
        return web.Response(status=410)

    pages: dict[str, Answer | str] = {"/gone": gone, "/nothing": page()}
    async with serving(pages) as site, desk(site, workers) as here:
        for path, kind in (("/gone", errors.NotFound), ("/gone", errors.NotFound), ("/nothing", errors.NoArticle)):
            with pytest.raises(kind):
                await here.articles.read(site.url(path))
        with pytest.raises(errors.AddressRefused):
            await here.articles.read("http://10.0.0.1/")
        assert here.counted("not_found") == 2
        assert here.counted("address_refused") == 1


async def test_an_empty_shell_is_read_where_it_says_the_article_is(workers: Workers) -> None:
    shell = page(head='<link rel="amphtml" href="/a.amp">')
    async with serving({"/a": shell, "/a.amp": page(LEDE, QUOTE, END)}) as site, desk(site, workers) as here:
        assert (await here.articles.read(site.url("/a"))).article.text.startswith(LEDE)


async def test_a_shell_may_not_send_us_into_a_private_network(workers: Workers) -> None:
    async with serving({}) as other:
        shell = page(head=f'<link rel="amphtml" href="{other.url("/a")}">')
        async with serving({"/a": shell}) as site, desk(site, workers) as here:
            with pytest.raises(errors.NoArticle):
                await here.articles.read(site.url("/a"))
        assert other.asked == []


async def test_a_page_that_has_not_changed_is_read_from_the_shelf(workers: Workers, database: Database) -> None:
    async def story(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(text=page(LEDE, QUOTE, END), content_type="text/html", headers={"ETag": '"1"'})

    async with serving({"/a": story}) as site:
        texts = list[str]()
        for _ in range(2):  # a restart between the two
            async with desk(site, workers, database) as here:
                texts.append((await here.articles.read(site.url("/a"))).article.text)
        assert texts[0] == texts[1]
        assert "If-None-Match" in site.headers[-1]


async def test_what_was_read_can_be_shown_later_whatever_the_site_made_of_it(
    workers: Workers, database: Database
) -> None:
    pages: dict[str, Answer | str] = {"/a": page(LEDE, QUOTE, END)}
    async with serving(pages) as site, desk(site, workers, database) as here:
        first = await here.articles.read(site.url("/a"))
        pages["/a"] = page(LEDE, END, "Nobody was quoted here, the paper said in a correction on Tuesday evening.")
        await here.articles.read(site.url("/a"))
        filed = archive.history(database, site.url("/a"))
        assert sorted(QUOTE in each.article.text for each in filed) == [False, True]
        assert first.article in [each.article for each in filed]


async def test_lines_under_every_article_of_a_site_are_taken_off(workers: Workers, database: Database) -> None:
    frame = "The Sandmouth Courier has been printed on the quay since 1889 and is owned by those who write in it."
    stories = {
        f"/{name}": page(
            f"The {name} will close for a month from Monday, the town council decided last night after a long debate.",
            f"“We can't wait for the {name} to fall down. The repair has to be done now,” said Anna Berg, the mayor.",
            f"Those who use the {name} had asked the council to wait until the end of the season in October.",
            frame,
            title=f"The {name} will close",
        )
        for name in ("harbour", "library", "bridge")
    }
    async with serving(dict(stories)) as site, desk(site, workers, database) as here:
        readings = [await here.articles.read(site.url(path)) for path in stories]
        assert [frame in each.article.text for each in readings] == [True, True, False]
        assert frame in readings[2].dropped


async def test_raw_keeps_what_cleaning_takes_off_and_files_nothing(workers: Workers, database: Database) -> None:
    appeal = "Sign up to our newsletter for the best of our journalism."
    async with serving({"/a": page(LEDE, QUOTE, END, appeal)}) as site, desk(site, workers, database) as here:
        raw = await here.articles.read(site.url("/a"), raw=True)
        assert raw.dropped == ()
        assert archive.latest(database, site.url("/a")) is None
