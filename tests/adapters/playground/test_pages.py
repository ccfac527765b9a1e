"""What a browser without scripts sees and sends."""

from __future__ import annotations

import json
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from lxml import html

from summariser.model import Article
from tests.adapters.playground.conftest import HARBOUR, a_playground
from tests.fakes import FakeArticles
from tests.newsroom import shelf

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from tests.adapters.playground.conftest import Playground

HOSTILE = "https://paper.example/hostile"
SCRIPT = "<script>alert(1)</script>"


@dataclass(frozen=True, slots=True)
class Browser:
    """One without scripts."""

    playground: Playground
    session: ClientSession

    async def see(self, path: str = "/") -> html.HtmlElement:
        async with self.session.get(self.playground.address + path) as answer:
            assert answer.status == 200, await answer.text()
            return html.document_fromstring(await answer.text())

    async def send(self, path: str, **form: str) -> html.HtmlElement:
        async with self.session.post(self.playground.address + path, data=form) as answer:
            assert answer.status == 200, await answer.text()
            return html.document_fromstring(await answer.text())


@asynccontextmanager
async def a_browser(playground: Playground) -> AsyncGenerator[Browser]:
    from aiohttp import CookieJar  # noqa: PLC0415 - only here

    async with ClientSession(headers={"Sec-Fetch-Site": "same-origin"}, cookie_jar=CookieJar(unsafe=True)) as session:
        browser = Browser(playground, session)
        await browser.see()
        yield browser


@pytest_asyncio.fixture
async def browser(playground: Playground) -> AsyncGenerator[Browser]:
    async with a_browser(playground) as opened:
        yield opened


def text(page: html.HtmlElement, selector: str = "//body") -> str:
    return " ".join(" ".join(str(each.text_content()) for each in page.xpath(selector)).split())


BRIEFING = "//article[contains(@class, 'briefing')]"


async def test_a_link_is_briefed_and_stands_there_after_a_reload(browser: Browser) -> None:
    told = text(await browser.send("/say", text=HARBOUR), BRIEFING)
    assert "Harbour to close for a month" in told
    assert "We can't wait for the wall to fall into the sea." in told
    assert "— Anna Berg" in told
    assert text(await browser.see(), BRIEFING) == told


async def test_two_browsers_do_not_see_each_other(browser: Browser) -> None:
    await browser.send("/say", text=HARBOUR)
    async with a_browser(browser.playground) as other:
        assert "Harbour" not in text(await other.see(), "//main")


async def test_a_question_below_a_briefing_is_answered_in_its_thread(browser: Browser) -> None:
    await browser.send("/say", text=HARBOUR)
    page = await browser.send("/say", text="https://paper.example/cup")
    thread, _ = page.xpath("//form[@class='reply']/input[@name='thread']/@value")
    page = await browser.send("/say", text="How long will the harbour close?", thread=thread)
    assert len(page.xpath("//section[@class='thread']")) == 2
    assert "a month" in text(page, "//article[contains(@class, 'answer')]").lower()


async def test_a_question_of_two_paragraphs_below_a_briefing_is_a_question(browser: Browser) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (thread,) = page.xpath("//form[@class='reply']/input[@name='thread']/@value")
    page = await browser.send("/say", text="One thing.\n\nHow long will the harbour close?", thread=thread)
    assert "a month" in text(page, "//article[contains(@class, 'answer')]").lower()


async def test_a_page_that_is_not_there_is_told_and_can_be_tried_again(browser: Browser) -> None:
    page = await browser.send("/say", text="https://paper.example/gone")
    (number,) = page.xpath("//article[contains(@class, 'failed')]/@data-post")
    browser.playground.articles.shelf["https://paper.example/gone"] = shelf()[HARBOUR]
    page = await browser.send(f"/post/{number}", verb="again")
    assert "Harbour to close" in text(page, BRIEFING)


async def test_a_quote_is_marked_and_its_speaker_underlined_by_their_offsets(browser: Browser) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (link, *_) = page.xpath("//figure[contains(@class, 'quote')]//a/@href")
    article = await browser.see(link)
    assert text(article, "//article//p[not(@class)]//mark") == "We can't wait for the wall to fall into the sea."
    assert "Anna Berg" in text(article, "//article//p[not(@class)]//span[@class='named']")


async def test_a_point_leads_to_what_bears_it_out(browser: Browser) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (link, *_) = page.xpath("//a[@class='point']/@href")
    assert "will close for a month" in text(await browser.see(link), "//article//p[not(@class)]//mark")


async def test_a_digest_of_the_bundled_feeds_is_made_and_a_story_of_it_briefed(browser: Browser) -> None:
    page = await browser.send("/sample")
    digest = "//article[contains(@class, 'digest')]"
    assert "Crows can count" in text(page, digest)
    (number,) = page.xpath(f"{digest}/@data-post")
    (article, *_) = page.xpath(f"{digest}//input[@name='article']/@value")
    assert text(await browser.send(f"/post/{number}", verb="brief", article=article), BRIEFING)


async def test_a_second_sample_digest_takes_the_place_of_the_first(browser: Browser) -> None:
    await browser.send("/sample")
    page = await browser.send("/sample")
    assert len(page.xpath("//article[contains(@class, 'digest')]")) == 2
    assert len(await browser.playground.desk.subscriptions.of_workspace("playground", "")) == 1


async def test_a_post_is_seen_as_slack_and_discord_show_it_and_as_what_they_get(browser: Browser) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (number,) = page.xpath(f"{BRIEFING}/@data-post")
    for view in ("slack", "discord"):
        shown = text(await browser.see(f"/post/{number}?as={view}"), f"//div[@class='{view}']")
        assert "Harbour to close for a month" in shown
        assert "“We can't wait for the wall to fall into the sea.”" in shown
        assert "\\" not in shown
    slack, discord = (await browser.see(f"/post/{number}?as=payload")).xpath("//pre")
    assert json.loads(slack.text_content())["blocks"][0]["type"] == "rich_text"
    assert json.loads(discord.text_content())["components"][0]["type"] == 17


async def test_an_opinion_is_kept_and_shown(browser: Browser) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (number,) = page.xpath(f"{BRIEFING}/@data-post")
    (article,) = page.xpath(f"{BRIEFING}//input[@name='article']/@value")
    page = await browser.send(f"/post/{number}", verb="good", article=article)
    assert page.xpath("//button[@value='good']/@aria-pressed") == ["true"]
    assert page.xpath("//button[@value='bad']/@aria-pressed") == ["false"]


async def test_what_is_forgotten_is_not_shown_any_more(browser: Browser) -> None:
    await browser.send("/say", text=HARBOUR)
    page = await browser.send("/say", text="/forget workspace yes")
    assert "wall to fall" not in text(page, "//main")


async def test_nothing_in_an_article_or_in_what_is_typed_is_markup(tmp_path: Path) -> None:
    body = (
        f"{SCRIPT} to close for a month\n\nThe {SCRIPT} harbour at Sandmouth will close for a month from Monday, the "
        f"council decided. Anna Berg, the mayor, told reporters: “We can't wait for {SCRIPT} to fall into the sea.”"
    )
    hostile = Article(body, title=SCRIPT, url=HOSTILE, site=SCRIPT, byline=SCRIPT)
    async with (
        a_playground(tmp_path, articles=FakeArticles({HOSTILE: hostile})) as opened,
        a_browser(opened) as browser,
    ):
        page = await browser.send("/say", text=f"{HOSTILE} {SCRIPT}")
        (number,) = page.xpath(f"{BRIEFING}/@data-post")
        links = page.xpath("//a[@data-proof]/@href")
        seen = [await browser.see(f"/post/{number}?as={view}") for view in ("here", "slack", "discord", "payload")]
        for each in [page, *seen, *[await browser.see(link) for link in links]]:
            assert each.xpath("//script/@src") == ["/static/playground.js"]
            assert len(each.xpath("//script")) == 1
            assert SCRIPT in each.text_content()


async def test_a_link_that_is_no_address_of_the_web_leads_nowhere(tmp_path: Path) -> None:
    odd = Article(shelf()[HARBOUR].text, url="javascript:alert(1)")
    async with a_playground(tmp_path, articles=FakeArticles({HARBOUR: odd})) as opened, a_browser(opened) as browser:
        page = await browser.send("/say", text=HARBOUR)
        assert text(page, BRIEFING)
        assert not [each for each in page.xpath("//a/@href") if re.match("(?i)javascript", each)]


@pytest.mark.parametrize("spans", ["", "x", "9-3", "0-999999999", "5-9," * 300, "-1-4", "1-2-3"])
async def test_any_offsets_in_an_address_show_the_article(browser: Browser, spans: str) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (link, *_) = page.xpath("//a[@class='point']/@href")
    shown = await browser.see(f"{link.partition('?')[0]}?said={spans}&by={spans}")
    assert "Sandmouth" in text(shown, "//article")


async def test_a_button_of_another_post_is_refused(browser: Browser) -> None:
    page = await browser.send("/say", text=HARBOUR)
    (number,) = page.xpath(f"{BRIEFING}/@data-post")
    address = f"{browser.playground.address}/post/{number}"
    async with browser.session.post(address, data={"verb": "brief", "article": "0" * 64}) as answer:
        assert answer.status == 400


async def test_a_database_that_cannot_be_used_is_told_in_a_sentence(browser: Browser, tmp_path: Path) -> None:
    with connect(tmp_path / "playground.db") as database:
        database.execute("DROP TABLE threads")
    page = await browser.send("/say", text="/quotes")
    assert "The database cannot be used" in text(page, "//article[contains(@class, 'notice')]")
