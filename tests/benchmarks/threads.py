"""What a question costs in a database of one thread, and of a thousand: ``python -m tests.benchmarks.threads``.

Each thread is about an article of its own. A question is asked in as many threads of each database, in a process that
has answered before; printed are the median and the 90th percentile from question to post, in milliseconds.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from adapters.database.opening import open_database
from adapters.database.records import Records
from adapters.files import bundled
from bot.conversations import Conversations
from bot.copywriting import Copywriter
from bot.model import Channel, Thread
from bot.newsdesk import Asker
from summariser.reading import read_text
from tests.bot.test_conversations import Screen
from tests.fakes import FakeArticles, Inline

if TYPE_CHECKING:
    from bot.editing import Editor

QUESTION = "Who said that the plan was too late?"
ASKED = 50
DAYS = 30


async def _measured(threads: int, path: Path) -> list[float]:
    """Seconds each question took."""
    texts = [each.read_text() for each in bundled()]
    clock = datetime.now(UTC) - timedelta(days=DAYS)
    took = list[float]()
    with open_database(f"sqlite:///{path}") as database:
        records = Records(database, lambda: clock)
        conversations = Conversations(FakeArticles(), Inline(), records, cast("Editor", None), Copywriter(Inline()))
        places = [Thread(Channel("slack", "T1", f"C{number % 50}"), str(number)) for number in range(threads)]
        for number, place in enumerate(places):
            clock += timedelta(days=DAYS) / threads
            article = read_text(f"{texts[number % len(texts)]}\n\nIt was thread {number}.").article
            await records.file(article)
            await records.remember(place, article, article.title or "", "U1")
        for number in range(-5, ASKED):
            place = places[number % len(places)] if threads > 1 else places[0]
            began = time.perf_counter()
            await conversations.reply(QUESTION, place, Asker("U1", place.channel), Screen(place))
            if number >= 0:
                took.append(time.perf_counter() - began)
    return took


def main() -> None:
    """Print a line a database."""
    for threads in (1, 1_000):
        with TemporaryDirectory() as folder:
            took = [1_000 * each for each in asyncio.run(_measured(threads, Path(folder) / "threads.db"))]
        print(f"{threads:5} threads: median {median(took):.1f} ms, 90th percentile {quantiles(took, n=10)[-1]:.1f} ms")


if __name__ == "__main__":
    main()
