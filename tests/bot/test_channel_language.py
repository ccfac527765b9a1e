"""The language of a channel: what is briefed there, asked for or in a digest, is asked for in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from adapters.database.claims import Times
from adapters.database.opening import open_database
from adapters.database.records import DigestLedger, Records, Subscriptions
from bot.composing import Composer
from bot.conversations import Conversations
from bot.copywriting import Copywriter
from bot.digests import Press
from bot.metering import Metered, Notebook
from bot.model import Channel, Subscription, Thread
from bot.newsdesk import Asker, Newsdesk
from bot.schedule import parse
from bot.settings import ModelSettings
from bot.typed import Link
from tests.bot.test_conversations import Screen
from tests.fakes import FakeArticles, FakeModel, FakePlatform, Inline
from tests.newsroom import FEED, feed, shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.editing import Editor

HERE, THERE = Channel("terminal", "", "chat"), Channel("terminal", "", "other")
HARBOUR = "https://paper.example/harbour"
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def clock() -> datetime:
    return MONDAY


def copywriter(model: FakeModel, now: Callable[[], datetime] = clock) -> Copywriter:
    return Copywriter(Inline(), Metered(model, ModelSettings("fake-1"), Notebook(), now))


def languages(model: FakeModel) -> list[str]:
    """In what each briefing was asked for."""
    return ["German" if "German" in each.rules else "English" for each in model.prompts if each.name == "briefing"]


async def test_briefings_are_asked_for_in_the_language_of_their_channel(tmp_path: Path) -> None:
    model = FakeModel([{}])
    with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database:
        desk = Newsdesk(FakeArticles({**shelf()}), Inline(), Records(database, clock), copywriter(model))
        await desk.speak("German", Asker("U1", HERE), Screen())
        for channel in (HERE, THERE):
            await desk.brief(Link(HARBOUR), Asker("U1", channel), Screen(Thread(channel, "1")))
    assert languages(model) == ["German", "English"]


async def test_longer_ones_are_too(tmp_path: Path) -> None:
    model = FakeModel([{}])
    with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database:
        records, desk, thread = Records(database, clock), copywriter(model), Thread(HERE, "1")
        await records.speak(HERE, "de")
        await records.file(shelf()[HARBOUR])
        await records.remember(thread, shelf()[HARBOUR], "Harbour", "U1")
        talks = Conversations(FakeArticles({**shelf()}), Inline(), records, cast("Editor", None), desk)
        for wish in ("longer", "in English"):
            await talks.reply(wish, thread, Asker("U1", HERE), Screen(thread))
    assert languages(model) == ["German", "English"]


async def test_its_digests_are_too(tmp_path: Path) -> None:
    model, platform = FakeModel([{}]), FakePlatform()
    with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database:
        records, subscriptions = Records(database, clock), Subscriptions(database, clock)
        await records.speak(HERE, "de")
        daily = Subscription(HERE, "Briefing", parse("daily 08:30 UTC"), (FEED,), "U1", MONDAY - timedelta(days=1))
        await subscriptions.keep(daily)
        await subscriptions.polled(FEED, feed(MONDAY, "harbour"))
        ledger = DigestLedger(database, clock, Times(spacing=timedelta(0)))
        await ledger.plan()
        desk = copywriter(model)
        composer = Composer(FakeArticles({**shelf()}), Inline(), subscriptions, Inline(), desk, records)
        assert await Press(composer, records, ledger, platform).run_due("terminal") == 1
    assert languages(model) == ["German"]
