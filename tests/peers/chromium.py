"""A real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from tests.peers.npm_peers import FOLDER

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from playwright.async_api import Browser, Page

CHROMIUM = shutil.which("chromium")
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
ALONE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
"""It talks to nobody but us, and root may start it."""

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and "CI" not in os.environ, reason="needs Chromium: apt-get install chromium"
)
needs_axe = pytest.mark.skipif(not AXE.exists() and "CI" not in os.environ, reason="`make peers` brings axe-core")


@asynccontextmanager
async def chromium() -> AsyncGenerator[Browser]:
    """It, until left."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        try:
            yield browser
        finally:
            await browser.close()


async def faults(page: Page) -> list[str]:
    """What axe finds to be serious or critical on the page as it is now, each with where."""
    if await page.evaluate("typeof axe") == "undefined":
        await page.evaluate(AXE.read_text("utf-8"))  # not as a script of the page's: its policy allows none
    found = await page.evaluate("axe.run()")
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
