"""The playground in a real browser, as a person uses it: by mouse, by keyboard, on a phone, in the dark."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Literal

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.adapters.playground.conftest import HARBOUR
from tests.newsroom import shelf
from tests.peers.chromium import chromium, faults, needs_axe, needs_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from playwright.async_api import Browser, Page

    from tests.adapters.playground.conftest import Playground

pytestmark = needs_chromium

WAIT = 20_000
"""Milliseconds; this machine may be busy."""

WALL = "We can't wait for the wall to fall into the sea."


@pytest_asyncio.fixture
async def browser() -> AsyncGenerator[Browser]:
    async with chromium() as opened:
        yield opened


@asynccontextmanager
async def a_page(browser: Browser, playground: Playground, **options: Any) -> AsyncGenerator[Page]:  # noqa: ANN401 - Playwright's
    """The playground in a browser of its own; nothing in it may fail."""
    context = await browser.new_context(**options)
    page, problems = await context.new_page(), list[str]()
    page.set_default_timeout(WAIT)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda told: problems.append(told.text) if told.type == "error" else None)
    await page.goto(playground.address)
    yield page
    assert problems == []
    await context.close()


@pytest_asyncio.fixture
async def page(browser: Browser, playground: Playground) -> AsyncGenerator[Page]:
    async with a_page(browser, playground) as opened:
        yield opened


async def brief(page: Page, text: str = HARBOUR) -> None:
    await page.get_by_label("A link, the text of an article").fill(text)
    await page.keyboard.press("Enter")
    await page.locator(".briefing").last.wait_for()


async def test_a_link_is_briefed_without_a_reload_and_told_to_a_screen_reader(page: Page) -> None:
    await brief(page)
    await expect(page.get_by_role("status")).to_have_text("New: Harbour to close for a month")
    await expect(page.locator(".welcome")).to_have_count(0)
    await page.reload()
    await expect(page.locator(".briefing")).to_have_count(1)


async def test_a_quote_opens_the_article_at_its_words_and_closing_it_leads_back(page: Page) -> None:
    await brief(page)
    quote = page.locator(".briefing blockquote a").first
    await quote.click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.locator(".proof > p:not(.legend) mark")).to_have_text([WALL])
    await expect(dialog.locator(".proof > p:not(.legend) .named").first).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(quote).to_be_focused()


async def test_by_keyboard_alone_a_link_is_briefed_a_point_proven_and_a_question_asked(page: Page) -> None:
    await page.keyboard.type(HARBOUR)
    await page.keyboard.press("Enter")
    await page.locator(".briefing").wait_for()
    for _ in range(40):
        await page.keyboard.press("Shift+Tab")
        if await page.evaluate("document.activeElement.matches('.point')"):
            break
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
    await page.keyboard.press("Escape")
    for _ in range(40):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.matches('.reply input')"):
            break
    await page.keyboard.type("How long will the harbour close?")
    await page.keyboard.press("Enter")
    await expect(page.locator(".thread .answer").first).to_contain_text("month")


async def test_a_digest_is_made_and_a_story_of_it_briefed(page: Page) -> None:
    await page.get_by_role("button", name="Make a digest").click()
    await page.get_by_role("button", name="Brief this: Crows can count").click()
    await expect(page.locator(".briefing .headline")).to_contain_text("Crows can count")


async def test_what_failed_is_told_in_a_sentence_and_can_be_tried_again(page: Page, playground: Playground) -> None:
    gone = "https://paper.example/gone"
    await page.get_by_label("A link, the text of an article").fill(gone)
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".failed")).to_contain_text("paper.example")
    playground.articles.shelf[gone] = shelf()[HARBOUR]
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".briefing")).to_have_count(1)


async def test_a_post_is_switched_to_other_platforms_and_back(page: Page) -> None:
    await brief(page)
    for name in ("Slack", "Discord", "Payload", "Here"):
        link = page.get_by_role("link", name=name, exact=True)
        await link.click()
        await expect(link).to_have_attribute("aria-current", "true")
        await expect(link).to_be_focused()
    await expect(page.locator(".briefing .points")).to_be_visible()


async def test_the_dark_is_chosen_and_stays(page: Page) -> None:
    await page.get_by_role("button", name="Dark").click()
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(page.get_by_role("button", name="Light")).to_be_visible()


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
async def test_no_view_has_a_serious_fault_or_is_wider_than_its_window(
    browser: Browser, playground: Playground, scheme: Literal["light", "dark"], width: int
) -> None:
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, "reduced_motion": "reduce"}
    async with a_page(browser, playground, **options) as page:
        seen = {"empty": await faults(page)}
        await brief(page)
        for name in ("Slack", "Discord", "Payload", "Here"):
            await page.get_by_role("link", name=name, exact=True).click()
            await page.locator("[aria-current]", has_text=name).wait_for()
            seen[name] = await faults(page)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        await page.locator(".briefing blockquote a").first.click()
        await page.get_by_role("dialog").locator("mark").first.wait_for()
        seen["article"] = await faults(page)
        await page.keyboard.press("Escape")
        await page.locator("[data-samples] summary").click()
        await page.get_by_role("button", name="Make a digest").click()
        await page.locator(".digest").wait_for()
        await page.get_by_label("A link, the text of an article").fill("https://paper.example/gone")
        await page.keyboard.press("Enter")
        await page.locator(".failed").wait_for()
        seen["all of it"] = await faults(page)
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert {name: found for name, found in seen.items() if found} == {}
