"""Pictures for the README: posts, by renderers that we did not write, and the playground: `make pictures`.

What is shown is made from a sample article, by the same code that posts it.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
import sys
from asyncio.subprocess import DEVNULL
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops

from adapters.discord.posting import Place, Poster
from adapters.discord.rendering.posts import messages as discord_messages
from adapters.slack.rendering.posts import messages as slack_messages
from adapters.slack.rendering.views import home
from bot.answering import compose
from bot.commands import Brief, Quotes
from bot.errors import Paywalled
from bot.model import Channel, Digest, Notice, Story, Subscription, Thread, Told
from bot.schedule import parse
from summariser.answers import answer
from summariser.model import Briefing
from summariser.reading import read_text
from tests.adapters.discord.conftest import a_world
from tests.fakes import FakeArticles
from tests.peers.npm_peers import FOLDER, NODE
from tests.playground_pictures import draw

if TYPE_CHECKING:
    from bot.model import Post

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 640
SOURCES = ("https://courier.example/feed", "https://tribune.example/rss")
SCHEDULE = "weekdays 08:30 Europe/London"


def main() -> int:
    """Draw them all; the exit code."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None or not FOLDER.exists():
        print("Pictures need Chromium (on Debian: apt-get install chromium) and `make peers`.", file=sys.stderr)
        return 2
    PICTURES.mkdir(exist_ok=True)
    for name, blocks in _slack().items():
        _draw(browser, _page(blocks), PICTURES / f"slack-{name}.png")
        print(PICTURES / f"slack-{name}.png")
    asyncio.run(_draw_discord(browser))
    asyncio.run(_draw_playground())
    return 0


def _shown() -> tuple[Briefing, dict[str, Post]]:
    """A briefing, and each kind of post by its name, the briefing among them."""
    reading = read_text((ROOT / "seeds" / "articles" / "01-grid-talks.txt").read_text())
    article = replace(reading.article, url="https://example.org/northgrid")
    briefing = compose(Brief(), reading._replace(article=article))
    if not isinstance(briefing, Briefing):
        raise TypeError(briefing)
    return briefing, {
        "briefing": briefing,
        "digest": _digest(briefing),
        "answer": answer("How large is the Northgrid pool for laying undersea cables?", [article]),
        "quotes": compose(Quotes(), reading._replace(article=article)),
        "error": Notice(str(Paywalled("example.org"))),
    }


async def _draw_playground() -> None:
    async for picture in draw(PICTURES):
        print(picture)


async def _draw_discord(browser: str) -> None:
    """As simcord's preview shows them, cut out of its page."""
    _, posts = _shown()
    with TemporaryDirectory() as folder:
        async with a_world(Path(folder), FakeArticles()) as world:
            for name, post in posts.items():
                place, (message, *_) = Place(str(world.channel.id)), discord_messages(post)
                with world.env._bot_scope():
                    posting = asyncio.create_task(Poster(world.bot.line).post(place, message, name))
                await world.env.settle()
                await posting
                async with world.env.preview(world.channel, viewers=[world.anna], width=WIDTH) as preview:
                    await preview.show(world.said()[-1])
                    picture = PICTURES / f"discord-{name}.png"
                    options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=2"]
                    options += ["--window-size=900,2400", "--virtual-time-budget=4000", f"--screenshot={picture}"]
                    drawn = await asyncio.create_subprocess_exec(browser, *options, preview.url, stderr=DEVNULL)
                    await drawn.wait()
                _cut_out(picture)
                print(picture)


def _cut_out(picture: Path) -> None:
    """The message alone, out of the page that shows it."""
    page = Image.open(picture).convert("RGB")
    part = page.crop((516, 155, page.width - 12, page.height - 40))
    empty = Image.new("RGB", part.size, (50, 51, 57))
    seen = ImageChops.difference(part, empty).convert("L").point([0] * 8 + [255] * 248)  # nothing so faint is seen
    box = seen.getbbox() or (0, 0, *part.size)
    part.crop((0, 0, part.width, min(box[3] + 24, part.height))).save(picture, optimize=True)


def _slack() -> dict[str, list[dict[str, Any]]]:
    briefing, shown = _shown()
    article = briefing.article
    thread = Thread(Channel("slack", "T1", "C1"), "1.1")
    told = Told(thread, briefing.headline, article.url, datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    subscription = Subscription(thread.channel, "Morning briefing", parse(SCHEDULE), SOURCES, "U1", told.at, ident=1)
    line = (
        f"1  Morning briefing: {SCHEDULE}; next: Tuesday 08:30 Europe/London; last: Monday 08:30 Europe/London, posted"
    )
    blocks = {name: [*slack_messages(post)[0].blocks] for name, post in shown.items()}
    return blocks | {"home": home([told], [(subscription, line)])["blocks"]}


def _digest(first: Briefing) -> Digest:
    slot = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    stories = [Story(first, ("tribune.example", "ledger.example"))]
    for name, update in (("05-dyke-breach", True), ("04-lens-maker-results", False), ("06-crows", False)):
        reading = read_text((ROOT / "seeds" / "articles" / f"{name}.txt").read_text())
        article = replace(reading.article, url=f"https://example.org/{name}", site="The Demo Courier")
        post = compose(Brief(), reading._replace(article=article))
        if isinstance(post, Briefing):
            stories.append(Story(post, update=update))
    unread = (("https://radio.example/feed", "radio.example took too long to read"),)
    following = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    return Digest("Morning briefing", "Europe/London", slot, tuple(stories), 5, unread, following)


def _page(blocks: list[dict[str, Any]]) -> str:
    given = json.dumps([{"name": "Standfirst", "blocks": blocks}])
    made = subprocess.run([NODE, FOLDER / "render.mjs"], input=given, capture_output=True, text=True, check=True)
    return made.stdout


def _draw(browser: str, page: str, picture: Path) -> None:
    """As high as it is: the page says so itself when it is opened the first time."""
    measure = "<script>document.title = document.documentElement.getBoundingClientRect().height</script>"
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page + measure)
        options = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=2"]
        opened = subprocess.run(
            [*options, f"--window-size={WIDTH},600", "--dump-dom", file.as_uri()],
            capture_output=True,
            text=True,
            check=True,
        )
        height = int(float(re.findall(r"<title>([\d.]+)", opened.stdout)[0])) + 17
        subprocess.run(
            [*options, f"--window-size={WIDTH},{height}", f"--screenshot={picture}", file.as_uri()],
            capture_output=True,
            check=True,
        )


if __name__ == "__main__":
    sys.exit(main())
