"""The operator's pages in a real browser: by keyboard, on a phone, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import expect

from adapters.database.deliveries import last_of
from adapters.database.followed import failed as failed_poll
from adapters.database.followed import follow
from adapters.database.models import spend
from bot.metering import Spent
from tests.adapters.database.samples import NOON
from tests.adapters.operator.conftest import failed
from tests.peers.chromium import chromium, faults, needs_axe, needs_chromium

if TYPE_CHECKING:
    from tests.adapters.operator.conftest import Operated

pytestmark = needs_chromium

PHONE = {"width": 390, "height": 844}
SECTIONS = ("", "/deliveries", "/sources", "/spend", "/why?link=https://paper.example/wall")


def filled(operated: Operated) -> int:
    """Something on each page; the number of the digest that failed."""
    follow(operated.database, ["https://paper.example/feed"], NOON)
    failed_poll(operated.database, "https://paper.example/feed", "It is gone.", NOON)
    spend(operated.database, Spent("slack:T1", NOON.date(), "small", 1, 100, 7))
    return failed(operated.database).ident


async def test_what_failed_is_tried_again_by_keyboard_alone(operated: Operated) -> None:
    digest = filled(operated)
    async with chromium() as browser:
        page = await browser.new_page()
        await page.goto(f"{operated.address}/operator/deliveries")
        button = page.get_by_role("button", name="Try again")
        for _ in range(20):
            await page.keyboard.press("Tab")
            if await button.evaluate("button => button === document.activeElement"):
                break
        await page.keyboard.press("Enter")
        await expect(button).to_have_count(0)
    assert (last_of(operated.database, digest) or ("",) * 3)[1] == "ready"


@needs_axe
@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"color_scheme": "light", "viewport": PHONE}])
async def test_no_page_has_a_serious_fault_or_is_wider_than_the_screen(
    operated: Operated, options: dict[str, Any]
) -> None:
    filled(operated)
    async with chromium() as browser:
        page, problems = await (await browser.new_context(**options)).new_page(), list[str]()
        page.on("console", lambda told: problems.append(told.text) if told.type == "error" else None)
        for section in SECTIONS:
            await page.goto(f"{operated.address}/operator{section}")
            assert await faults(page) == [], section
            wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert not await page.evaluate(wider), section
        assert problems == []
