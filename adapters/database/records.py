"""The database as the bot sees it: its ports, each call in a thread of its own so that nobody waits for the disk."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from adapters.database import (
    archive,
    channels,
    claims,
    deliveries,
    errands,
    exchanges,
    fates,
    followed,
    forgetting,
    models,
    retention,
    subscriptions,
    threads,
)
from bot.model import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime, timedelta

    from adapters.database.opening import Database
    from bot.errands import Errand
    from bot.metering import Spent
    from bot.model import (
        Channel,
        Delivery,
        Ended,
        Ending,
        Failure,
        Fate,
        Headline,
        Headlines,
        Held,
        Scope,
        Subscription,
        Thread,
        Verdict,
    )
    from summariser.model import Article, Checks, Exchange
    from summariser.ports import Reply

_PASTED = "pasted:"
"""Stands before the fingerprint of a text in place of the link it has not."""


class Records:
    """What the bot remembers, as ``bot.ports.Records`` has it. ``now`` gives an aware UTC time.

    Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def file(self, article: Article) -> None:
        """Keep an article that came from nowhere; one with an address was filed when it was read."""
        link = article.url or _PASTED + article.fingerprint
        await asyncio.to_thread(
            archive.file_reading, self._database, article, link=link, body_sha256=None, at=self._now()
        )

    async def filed(self, fingerprint: str) -> Article | None:
        """The article with that text, if it is still kept."""
        return await asyncio.to_thread(archive.filed, self._database, fingerprint)

    async def remember(
        self, thread: Thread, article: Article, headline: str, person: str, checks: Checks | None = None
    ) -> None:
        """That ``thread`` is about ``article``, that ``person`` asked for it, and what was checked before."""
        note = Told(thread, headline, article.url, self._now())
        await asyncio.to_thread(threads.remember, self._database, note, article, person, checks)

    async def checks(self, thread: Thread, article: Article) -> Checks | None:
        """What was checked before the briefing of ``article`` was posted in ``thread``, if that is on record."""
        return await asyncio.to_thread(threads.checks_of, self._database, thread, article)

    async def recall(self, thread: Thread) -> Sequence[Article]:
        """The articles that ``thread`` is about."""
        return await asyncio.to_thread(threads.recall, self._database, thread)

    async def told_in(self, thread: Thread) -> Sequence[Told]:
        """What was posted in ``thread``, whether its articles are still kept or not."""
        return await asyncio.to_thread(threads.told_in, self._database, thread)

    async def heard(self, thread: Thread, most: int) -> Sequence[Exchange]:
        """The last ``most`` questions of ``thread`` and what was shown for them, the latest last."""
        return await asyncio.to_thread(exchanges.latest_exchanges, self._database, thread, most)

    async def hear(self, thread: Thread, exchange: Exchange) -> None:
        """Keep what was asked in ``thread`` and shown for it."""
        await asyncio.to_thread(exchanges.note_exchange, self._database, thread, exchange, self._now())

    async def language_of(self, channel: Channel) -> str | None:
        """What the briefings of a channel are to be in."""
        return await asyncio.to_thread(channels.language_of, self._database, channel)

    async def speak(self, channel: Channel, language: str | None) -> None:
        """Let the briefings of a channel be in that language from now on."""
        await asyncio.to_thread(channels.speak, self._database, channel, language)

    async def latest(self, channel: Channel) -> Thread | None:
        """The thread that was begun last in a channel."""
        return await asyncio.to_thread(threads.latest, self._database, channel)

    async def told(self, platform: str, workspace: str, person: str) -> Sequence[Told]:
        """The latest briefings that ``person`` asked for, newest first."""
        return await asyncio.to_thread(threads.told, self._database, platform, workspace, person)

    async def judge(self, verdict: Verdict) -> None:
        """What somebody thinks of a briefing."""
        await asyncio.to_thread(threads.judge, self._database, verdict, self._now())

    async def forget(self, scope: Scope, *, really: bool) -> Held:
        """Delete all that is within ``scope``, for good; or, not ``really``, only say how much that is."""
        return await asyncio.to_thread(forgetting.forget, self._database, scope, really=really)


class Books:
    """What language models answered and cost, as ``bot.metering.Books`` has it. ``now`` gives an aware UTC time.

    Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def answered(self, key: str) -> Reply | None:
        """What was answered to the prompt of that key, if that is still kept."""
        return await asyncio.to_thread(models.answered, self._database, key)

    async def answer(self, key: str, reply: Reply) -> None:
        """Keep what was answered."""
        await asyncio.to_thread(models.answer, self._database, key, reply, self._now())

    async def spent(self, workspace: str, day: date) -> Sequence[Spent]:
        """What a workspace used on a day, a row a model."""
        return await asyncio.to_thread(models.spent, self._database, workspace, day)

    async def spend(self, spent: Spent) -> None:
        """Add to it."""
        await asyncio.to_thread(models.spend, self._database, spent)


class Keeper:
    """Deletes what is not needed any more. ``now`` gives an aware UTC time."""

    def __init__(self, database: Database, now: Callable[[], datetime], keep: timedelta) -> None:
        self._database = database
        self._now = now
        self._keep = keep

    async def purge(self) -> None:
        """Delete what is older than may be kept.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        await asyncio.to_thread(retention.purge, self._database, self._now() - self._keep)


class Ledger:
    """What was asked for, as ``bot.errands.Ledger`` has it. ``now`` gives an aware UTC time.

    Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def accept(self, errand: Errand) -> bool:
        """Put it on record as begun; false if its key is there already."""
        return await asyncio.to_thread(errands.accept, self._database, errand, self._now())

    async def done(self, key: str) -> None:
        """It is done: keep the key, forget the details."""
        await asyncio.to_thread(errands.finish, self._database, key, self._now())

    async def hand_back(self, key: str) -> None:
        """It is not done, and whoever comes first may take it up."""
        await asyncio.to_thread(errands.hand_back, self._database, key, self._now())

    async def renew(self, keys: Sequence[str]) -> None:
        """They are still under way."""
        await asyncio.to_thread(errands.renew, self._database, keys, self._now())

    async def left(self, platform: str) -> Sequence[Errand]:
        """Take up what others have begun, and not done in the time they had."""
        return await asyncio.to_thread(errands.take_left, self._database, platform, self._now())


class DigestLedger:
    """Deliveries, as ``bot.digests.Ledger`` has them. ``now`` gives an aware UTC time.

    Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        times: claims.Times = claims.TIMES,
    ) -> None:
        self._database = database
        self._now = now
        self._times = times

    async def plan(self) -> int:
        """Make a delivery of each slot that has come; how many."""
        return await asyncio.to_thread(deliveries.plan, self._database, self._now())

    async def order(self, subscription: Subscription) -> bool:
        """Make a delivery for now, whatever the schedule says; false if there is one already."""
        now = self._now().replace(microsecond=0)
        return await asyncio.to_thread(deliveries.order, self._database, subscription.ident, now, self._now())

    async def claim(self, platform: str, most: int, channel: Channel | None = None) -> Sequence[Delivery]:
        """Up to ``most`` deliveries that are due, now the caller's."""
        look = claims.Look(platform, most, channel)
        return await asyncio.to_thread(claims.claim, self._database, look, self._now(), self._times)

    async def offer(self, most: int) -> Sequence[Channel]:
        """Up to ``most`` channels that have something to be delivered, which no worker was told of yet."""
        return await asyncio.to_thread(claims.offer, self._database, self._now(), most, self._times)

    async def begin_posting(self, delivery: Delivery, told: Sequence[str], became: Sequence[Fate]) -> bool:
        """Note, before anything is posted, what will be told, and what became of the rest."""
        return await asyncio.to_thread(deliveries.begin_posting, self._database, delivery, told, self._now(), became)

    async def finish(self, delivery: Delivery, told: Sequence[str], thread: str | None) -> bool:
        """It is posted."""
        return await asyncio.to_thread(deliveries.finish, self._database, delivery, told, thread, self._now())

    async def give_up(self, delivery: Delivery, ending: Ending) -> bool:
        """It ends without a post, of which its manager is to be told, at least in the end."""
        return await asyncio.to_thread(deliveries.give_up, self._database, delivery, ending, self._now())

    async def unreported(self, platform: str, most: int) -> Sequence[Failure]:
        """Up to ``most`` deliveries whose managers are to be told that they ended without a post."""
        look = claims.Look(platform, most)
        return await asyncio.to_thread(claims.take_unreported, self._database, look, self._now(), self._times)

    async def reported(self, failure: Failure) -> None:
        """Its manager was told."""
        await asyncio.to_thread(deliveries.reported, self._database, failure.ident, self._now())

    async def replay(self, subscription: Subscription) -> datetime | None:
        """Its latest delivery, if that failed, is done again; its slot."""
        return await asyncio.to_thread(deliveries.replay, self._database, subscription.ident, self._now())

    async def pause(self, subscription: Subscription) -> None:
        """It waits until somebody resumes it."""
        await asyncio.to_thread(subscriptions.pause, self._database, subscription.ident)

    async def try_again(self, delivery: Delivery, reason: str, after: timedelta) -> bool:
        """It is due again after a while."""
        now = self._now()
        return await asyncio.to_thread(deliveries.try_again, self._database, delivery, reason, now + after, now)

    async def release(self, delivery: Delivery) -> bool:
        """Whoever comes first may go on with it."""
        return await asyncio.to_thread(deliveries.release, self._database, delivery, self._now())


class Subscriptions:
    """Subscriptions and what they follow: ``bot.editing.Subscriptions``, ``bot.composing.Sources``, ``bot.why.Traces``.

    ``now`` gives an aware UTC time. Each method raises ``StoreUnusable`` if the database cannot be used.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def keep(self, one: Subscription) -> Subscription:
        """Keep it, new or changed, and follow its sources; as it is kept."""
        await asyncio.to_thread(followed.follow, self._database, one.sources, self._now())
        kept = await asyncio.to_thread(subscriptions.keep, self._database, one)
        await asyncio.to_thread(
            followed.follow, self._database, one.sources, self._now()
        )  # a purge may have come between
        return kept

    async def find(self, ident: int) -> Subscription | None:
        """The one with that identifier."""
        return await asyncio.to_thread(subscriptions.find, self._database, ident)

    async def of_workspace(self, platform: str, workspace: str) -> Sequence[Subscription]:
        """All of a workspace, the oldest first."""
        return await asyncio.to_thread(subscriptions.of_workspace, self._database, platform, workspace)

    async def every(self) -> Sequence[Subscription]:
        """All there are, the oldest first."""
        return await asyncio.to_thread(subscriptions.every, self._database)

    async def remove(self, one: Subscription) -> None:
        """Delete it."""
        await asyncio.to_thread(subscriptions.remove, self._database, one.ident)

    async def last(self, one: Subscription) -> tuple[datetime, str, str | None] | None:
        """The slot, the state and the reason of its latest delivery."""
        return await asyncio.to_thread(deliveries.last_of, self._database, one.ident)

    async def untold(self, subscription: Subscription) -> Sequence[Headline]:
        """The headlines it has not been told."""
        return await asyncio.to_thread(
            followed.untold, self._database, subscription.ident, subscription.sources, self._now()
        )

    async def told(self, subscription: Subscription) -> Sequence[Headline]:
        """Those it has been told."""
        return await asyncio.to_thread(
            followed.told, self._database, subscription.ident, subscription.sources, self._now()
        )

    async def unread(self, subscription: Subscription) -> Sequence[tuple[str, str]]:
        """Its sources that could not be read the last time, each with why."""
        return await asyncio.to_thread(followed.unread, self._database, subscription.sources)

    async def ended(self, subscription: Subscription, link: str) -> Ended | None:
        """What became of an article the last time that a digest looked at it."""
        return await asyncio.to_thread(fates.ended, self._database, subscription.ident, link)

    async def brought(self, subscription: Subscription, link: str) -> datetime | None:
        """When one of its sources brought an article."""
        return await asyncio.to_thread(fates.brought, self._database, subscription.sources, link)

    async def take_due(self, most: int) -> Sequence[str]:
        """Up to ``most`` feeds that it is time to poll."""
        return await asyncio.to_thread(followed.take_due, self._database, self._now(), most)

    async def polled(self, url: str, found: Headlines) -> None:
        """Keep what a feed brought."""
        await asyncio.to_thread(followed.polled, self._database, url, found, self._now())

    async def failed(self, url: str, reason: str) -> None:
        """Note why a feed could not be read."""
        await asyncio.to_thread(followed.failed, self._database, url, reason, self._now())

    async def hand_back(self, urls: Sequence[str]) -> None:
        """They were not read."""
        await asyncio.to_thread(followed.hand_back, self._database, urls, self._now())
