"""What digests cost when there are many: planning, delivering, polling, putting stories together."""

from __future__ import annotations

import asyncio
import random
import resource
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web

from adapters.database import claims, deliveries, followed, subscriptions
from adapters.database.opening import Database, open_database
from adapters.database.records import DigestLedger, Records, Subscriptions
from adapters.feeds.following import Feeds
from adapters.slack.digests import SlackDigests
from adapters.slack.workspaces import Installed, OneInstall, Workspaces
from adapters.telemetry import Metrics
from adapters.web.fetch import Agents, Fetcher
from adapters.web.shelf import Shelf
from adapters.web.workers import Workers
from bot.composing import Composer
from bot.copywriting import Copywriter
from bot.digests import Press
from bot.model import Channel, Subscription
from bot.polling import Poller
from bot.schedule import parse
from summariser.model import Article
from summariser.stories import cluster
from tests.chaos.digests import prepare
from tests.fakes import FakeArticles, Inline
from tests.peers.slack.server import scripted_slack

SUBSCRIPTIONS, DELIVERED = 10_000, 2_000
FEEDS, HEADLINES, HOSTS = 5_000, 20, 1_000


def plan(folder: Path) -> None:
    """Ten thousand subscriptions that are due in the same minute."""
    now = datetime.now(UTC)
    schedule = parse(f"daily {now:%H:%M} UTC")
    with open_database(f"sqlite:///{folder / 'plan.db'}") as db:
        began = time.monotonic()
        for number in range(SUBSCRIPTIONS):
            channel = Channel("slack", f"T{number % 50}", f"C{number}")
            planned = now - timedelta(minutes=2)
            subscriptions.keep(
                db, Subscription(channel, "Morning", schedule, ("https://a.example/feed",), "U1", planned)
            )
        kept = time.monotonic() - began
        began = time.monotonic()
        made = deliveries.plan(db, now)
        planned_in = time.monotonic() - began
        began = time.monotonic()
        claimed = len(claims.claim(db, claims.Look("slack", 100), now))
        print(f"{SUBSCRIPTIONS} subscriptions due in one minute, SQLite (kept in {kept:.1f} s)")
        print(f"  planned: {made} in {planned_in:.2f} s; {claimed} claimed in {time.monotonic() - began:.2f} s")


async def deliver(folder: Path) -> None:
    """As many digests due at once, each of one story in a channel of its own, to a Slack on the same cores."""
    now = partial(datetime.now, UTC)
    async with scripted_slack() as slack:
        slack.workspaces["T1"].member_of |= {f"C{number}" for number in range(DELIVERED)}
        with open_database(f"sqlite:///{folder / 'deliver.db'}") as db:
            prepare(db, DELIVERED, 1)
            installs = OneInstall(Installed("T1", "xoxb-T1", "UBOT1"))
            composer = Composer(FakeArticles(), Inline(), Subscriptions(db, now), Inline(), Copywriter(Inline()))
            platform = SlackDigests(Workspaces(installs, now, slack.api))
            press = Press(composer, Records(db, now), DigestLedger(db, now), platform)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            began = time.monotonic()
            number = await press.run_due("slack")
            took = time.monotonic() - began
        gaps = [later - sooner for times in slack.arrivals.values() for sooner, later in pairwise(times)]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{number} digests of two messages, each in a channel of its own, by one process")
        print(
            f"  posted in {took:.0f} s ({number / took:.1f} a second), at least {min(gaps):.2f} s between two in a "
            f"channel; {before} MB before, {memory} MB at most, with that Slack"
        )


async def poll(folder: Path) -> None:
    """Five thousand feeds on a loopback server, on the same cores."""
    requests = 0

    async def feed(request: web.Request) -> web.Response:
        nonlocal requests
        requests += 1
        number = request.match_info["number"]
        stamp = format_datetime(datetime.now(UTC) - timedelta(hours=1))
        if request.headers.get("If-None-Match") == f'"{number}"':
            return web.Response(status=304)
        items = "".join(
            f"<item><title>Story {each} of paper {number}</title><link>http://{request.host}/{number}/{each}</link>"
            f"<guid>{number} {each}</guid><pubDate>{stamp}</pubDate><description>{'It went on. ' * 10}</description>"
            "</item>"
            for each in range(HEADLINES)
        )
        text = f'<rss version="2.0"><channel><title>Paper {number}</title>{items}</channel></rss>'
        return web.Response(text=text, content_type="application/rss+xml", headers={"ETag": f'"{number}"'})

    app = web.Application()
    app.add_routes([web.get("/feed/{number}", feed)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 - for all of loopback's addresses
    port = runner.addresses[0][1]
    hosts = [f"127.0.{1 + number // 250}.{1 + number % 250}:{port}" for number in range(HOSTS)]
    clock = [datetime.now(UTC)]
    with open_database(f"sqlite:///{folder / 'poll.db'}") as db, Workers(2) as workers:
        followed.follow(db, [f"http://{hosts[number % HOSTS]}/feed/{number}" for number in range(FEEDS)], clock[0])
        now = lambda: clock[0]  # noqa: E731 - a clock that is set forward
        async with Fetcher(allowed=frozenset(hosts), agents=Agents(None, {})) as fetcher:
            utc = partial(datetime.now, UTC)
            feeds = Feeds(fetcher, workers, Metrics(), utc, Shelf(db, utc))
            poller = Poller(Subscriptions(db, now), feeds)
            for name in ("first", "again, unchanged"):
                before, began = requests, time.monotonic()
                number = await poller.poll()
                took = time.monotonic() - began
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                print(
                    f"  {name}: {number} feeds in {took:.0f} s ({number / took:.0f} a second), "
                    f"{requests - before} requests, {_kept(db)} headlines kept, {memory} MB in this process"
                )
                clock[0] += timedelta(hours=1)
    await runner.cleanup()


def stories() -> None:
    """Articles of three outlets an event, words as often as in a language."""
    vocabulary = _words(30_000)
    often = list(accumulate(1 / (rank + 1) for rank in range(30_000)))
    print("articles put together to stories")
    for number in (1_000, 3_000, 10_000):
        articles = [_report(each // 3, each, vocabulary, often) for each in range(number)]
        began = time.monotonic()
        found = len(cluster(articles))
        print(f"  {number:6}: {time.monotonic() - began:.2f} s, {found} stories of {(number + 2) // 3} events")


def _words(number: int) -> list[str]:
    """So many different words of two to four syllables, with letters as often as in English."""
    chance, found = random.Random(0), dict[str, None]()  # noqa: S311 - no secret
    while len(found) < number:
        begins = chance.choices("tnsrhldcmfpgwbvk", (9, 7, 6, 6, 6, 4, 4, 3, 2, 2, 2, 2, 2, 1, 1, 1), k=4)
        vowels = chance.choices("eaoiu", (12, 8, 7, 7, 3), k=4)
        found["".join(map("".join, zip(begins, vowels, strict=True)))[: chance.choice((4, 6, 7, 8))]] = None
    return [*found]


def _report(event: int, number: int, vocabulary: list[str], often: list[float]) -> Article:
    of_event, of_outlet = random.Random(f"event {event}"), random.Random(number)  # noqa: S311 - no secret
    names = of_event.sample(vocabulary[2_000:], 14)
    words = of_outlet.choices(vocabulary, cum_weights=often, k=110) + of_outlet.sample(names, 10) * 2
    of_outlet.shuffle(words)
    published = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=event % 200)
    return Article(" ".join(words), title=" ".join(of_outlet.sample(names, 6)), published=published)


def _kept(db: Database) -> int:
    with db.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM headlines").scalar_one())


def main() -> None:
    """Print all of it."""
    with TemporaryDirectory() as folder:
        plan(Path(folder))
        asyncio.run(deliver(Path(folder)))
        print(f"{FEEDS} feeds of {HEADLINES} headlines on {HOSTS} hosts, on the same two cores")
        asyncio.run(poll(Path(folder)))
    stories()


if __name__ == "__main__":
    main()
