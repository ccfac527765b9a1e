"""Pictures of the playground for the README, by a real browser; drawn with the others by `make pictures`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from summariser.reading import read_text
from tests.adapters.playground.conftest import a_playground
from tests.fakes import FakeArticles
from tests.newsroom import shelf
from tests.peers.chromium import chromium

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from playwright.async_api import Page

ROOT = Path(__file__).parents[1]
LINK = "https://example.org/northgrid"


async def draw(folder: Path) -> AsyncGenerator[Path]:
    """Each picture, once it is drawn."""
    story = read_text((ROOT / "seeds" / "articles" / "01-grid-talks.txt").read_text()).article
    articles = FakeArticles({**shelf(), LINK: replace(story, url=LINK, site="The Demo Courier")})
    with TemporaryDirectory() as kept:
        async with a_playground(Path(kept), articles=articles) as playground, chromium() as browser:
            for name, dark, width, height in (("", False, 760, 900), ("-dark", True, 390, 844)):
                page = await browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if dark else "light",
                    reduced_motion="reduce",
                    device_scale_factor=2,
                )
                await page.goto(playground.address)
                await _brief(page)
                yield await _drawn(page, folder / f"playground-briefing{name}.png")
                await page.locator(".briefing blockquote a").first.click()
                await page.get_by_role("dialog").locator("mark").first.wait_for()
                yield await _drawn(page, folder / f"playground-proof{name}.png")
                await page.keyboard.press("Escape")
                await _ask(page)
                yield await _drawn(page, folder / f"playground-answer{name}.png")
                await page.locator("[data-samples] summary").click()
                await page.get_by_role("button", name="Make a digest").click()
                await page.locator(".digest").wait_for()
                yield await _drawn(page, folder / f"playground-digest{name}.png")


async def _brief(page: Page) -> None:
    await page.get_by_label("A link, the text of an article").fill(LINK)
    await page.keyboard.press("Enter")
    await page.locator(".briefing").wait_for()


async def _ask(page: Page) -> None:
    await page.get_by_placeholder("Ask about this").fill("How large is the Northgrid pool?")
    await page.keyboard.press("Enter")
    await page.locator(".answer").first.wait_for()


async def _drawn(page: Page, picture: Path) -> Path:
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement.blur()")
    await page.screenshot(path=picture)
    return picture
