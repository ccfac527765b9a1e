"""A backup that is made while digests go out: what was posted after it is found on the platform, not posted again."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from adapters.database import claims
from adapters.database.backup import back_up, put_back
from adapters.database.doubt import doubt
from adapters.database.opening import open_database
from adapters.database.tables import deliveries
from tests.adapters.slack.conftest import NOW, a_bot
from tests.newsroom import FEED, feed, shelf

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tests.adapters.slack.conftest import Bot
    from tests.fakes import FakeArticles
    from tests.peers.slack.server import ScriptedSlack

CHANNELS = [f"D{number}" for number in range(6)]


@pytest.fixture
def articles(articles: FakeArticles) -> FakeArticles:
    articles.shelf.update(shelf())
    return articles


def posts(slack: ScriptedSlack) -> list[dict[str, Any]]:
    return [each for channel in CHANNELS for each in slack.posts(channel) if "metadata" in each]


def keys(slack: ScriptedSlack) -> Counter[str]:
    """How often each message is there, by its key."""
    return Counter(str(each["metadata"]["event_payload"]["key"]) for each in posts(slack))


def states(bot: Bot) -> Counter[str]:
    with bot.database.reading() as connection:
        return Counter(connection.execute(select(deliveries.c.state)).scalars())


async def deliver(bot: Bot, now: datetime) -> None:
    """What is due then."""
    for each in claims.claim(bot.database, claims.Look("slack", 9), now):
        await bot.press.deliver(each)


@pytest.mark.parametrize("after", [0, 1, 7, 23])
async def test_nothing_is_posted_twice_after_a_backup_is_put_back(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path, after: int
) -> None:
    """Made when so many of 24 messages are there, while the rest go out; the disk is lost when all of them are."""
    copy = tmp_path / "backup.db"
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        bot.feeds.shelf[FEED] = feed(NOW(), "harbour", "crows", "cup")
        for channel in CHANNELS:
            await slack.command(f"daily 08:30 Europe/London {FEED}", command="/digest", channel_id=channel)
            await bot.settled()
        for number in range(1, 7):
            await slack.command(f"run {number}", command="/digest")
        await bot.settled()
        going_out = asyncio.create_task(bot.press.run_due("slack"))
        await slack.until(lambda: len(posts(slack)) >= after)
        await asyncio.to_thread(back_up, f"sqlite:///{tmp_path / 'standfirst.db'}", copy)
        await going_out
        assert states(bot) == {"posted": 6}
    assert sorted(keys(slack).values()) == [1] * 24

    put_back(copy, f"sqlite:///{tmp_path / 'new.db'}")
    with open_database(f"sqlite:///{tmp_path / 'new.db'}") as database:
        doubt(database, NOW())
    async with a_bot(slack, articles, tmp_path / "new.db", listening=False) as bot:
        bot.feeds.shelf[FEED] = feed(NOW(), "harbour", "crows", "cup")
        await bot.press.run_due("slack")
        assert states(bot) == {"posted": 6}
    assert sorted(keys(slack).values()) == [1] * 24, "found, each of them"


async def test_a_digest_that_came_due_after_the_backup_and_was_posted_is_found_too(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    url, new = f"sqlite:///{tmp_path / 'standfirst.db'}", f"sqlite:///{tmp_path / 'new.db'}"
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        bot.feeds.shelf[FEED] = feed(NOW(), "harbour", "crows", "cup")
        soon = NOW() + timedelta(minutes=1)
        line = f"daily {soon:%H:%M} UTC {FEED}"
        await slack.command(line, command="/digest", channel_id=CHANNELS[0])
        await bot.settled()
        back_up(url, tmp_path / "backup.db")
        later = NOW() + timedelta(minutes=2)
        with open_database(url) as database:
            assert doubt(database, later) == 1, "planned; nobody has posted it yet"
        await deliver(bot, later)
        assert len(posts(slack)) == 4
    put_back(tmp_path / "backup.db", new)
    with open_database(new) as database:
        assert doubt(database, later) == 1
    async with a_bot(slack, articles, tmp_path / "new.db", listening=False) as bot:
        bot.feeds.shelf[FEED] = feed(NOW(), "harbour", "crows", "cup")
        await deliver(bot, later)
        assert states(bot) == {"posted": 1}
    assert len(posts(slack)) == 4


async def test_what_is_due_and_has_no_news_is_not_posted_for_being_in_doubt(
    slack: ScriptedSlack, articles: FakeArticles, tmp_path: Path
) -> None:
    async with a_bot(slack, articles, tmp_path / "standfirst.db") as bot:
        bot.feeds.shelf[FEED] = feed(NOW())
        await slack.command(f"daily 08:30 Europe/London {FEED}", command="/digest", channel_id=CHANNELS[0])
        await bot.settled()
        await slack.command("run 1", command="/digest")
        await bot.settled()
        doubt(bot.database, NOW())
        await bot.press.run_due("slack")
        assert states(bot) == {"empty": 1}
    assert posts(slack) == []
