"""A digest from what a channel's sources brought, and its delivery: once, or its failure told to whoever manages it."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.commands import Brief
from bot.errors import Gone, Late, Refused, StandfirstError, Undelivered, Unknown
from bot.filters import wanted
from bot.model import Delivery, Digest, Headline, Notice, Story
from bot.newsdesk import answer_link, compose
from bot.schedule import next_slot, spoken
from summariser.errors import SummariserError
from summariser.model import Article, Briefing
from summariser.reading import read_article
from summariser.stories import cluster, points_that_are_new

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Channel, Subscription, Thread
    from bot.ports import Apart, Articles, Records

MOST_TRIES = 5
"""Of a delivery; with the pauses between them, about two hours."""

FIRST_PAUSE = timedelta(minutes=4)
"""Before the second try; it doubles with each."""

SILENCE = 3
"""Slots in a row without a post, after which the manager is told, once."""

AT_ONCE = 4
"""Deliveries under way at the same time in one process."""

_PASSING = frozenset({"ratelimited", "unreachable"})
"""Refusals that may be over in a while."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest, and the headlines that it tells, or that have nothing new to tell."""

    digest: Digest
    told: tuple[str, ...]


class Sources(Protocol):
    """What the feeds that subscriptions follow have brought."""

    async def untold(self, subscription: Subscription) -> Sequence[Headline]:
        """The headlines it has not been told, newest first; ``ident`` names each in the ledger."""
        ...

    async def told(self, subscription: Subscription) -> Sequence[Headline]:
        """Those it has been told, as far as they are still kept."""
        ...

    async def unread(self, subscription: Subscription) -> Sequence[tuple[str, str]]:
        """Its sources that could not be read the last time, each with why."""
        ...


class Ledger(Protocol):
    """Where deliveries are on record; each answer is false, or ``None``, if somebody else has the delivery now."""

    async def claim(self, platform: str, most: int) -> Sequence[Delivery]:
        """Up to ``most`` deliveries that are due, now the caller's; of each channel the earliest only."""
        ...

    async def begin_posting(self, delivery: Delivery, told: Sequence[str]) -> bool:
        """Note, before anything is posted, what will be told."""
        ...

    async def finish(self, delivery: Delivery, told: Sequence[str], thread: str | None) -> bool:
        """It is posted."""
        ...

    async def give_up(self, delivery: Delivery, state: str, reason: str) -> int | None:
        """It ends without a post; how many slots in a row ended so."""
        ...

    async def pause(self, subscription: Subscription) -> None:
        """It waits until somebody resumes it."""
        ...

    async def try_again(self, delivery: Delivery, reason: str, after: timedelta) -> bool:
        """It is due again after a while; what was posted of it is looked for then."""
        ...

    async def release(self, delivery: Delivery) -> bool:
        """It is as it is, and whoever comes first may go on with it."""
        ...


class Platform(Protocol):
    """Where digests are posted, and who manages them is reached."""

    async def post_digest(self, delivery: Delivery, digest: Digest, key: str) -> Thread:
        """Post it, once: what a delivery that is done ``again`` has posted already is looked for first.

        Raises:
            Late: if the delivery's time is over.
            Undelivered: if it is not there, or nobody can tell.
        """
        ...

    async def tell_person(self, channel: Channel, person: str, notice: Notice, key: str) -> None:
        """Say it to somebody in the workspace of ``channel``, and to nobody else.

        Raises:
            Undelivered: if they can't be reached.
        """
        ...


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes digests of what sources brought."""

    articles: Articles
    apart: Apart
    sources: Sources

    async def compose(self, subscription: Subscription, slot: datetime, only: Sequence[str] = ()) -> Composed:
        """The digest for ``slot``; with ``only``, of those headlines."""
        fresh = [*await self.sources.untold(subscription)]
        if only:
            fresh = [each for each in fresh if each.ident in set(only)]
        test = wanted(subscription.words)
        fresh = [each for each in fresh if test(f"{each.title}\n{each.summary}")]
        known = [*await self.sources.told(subscription)]
        groups = await self.apart.run(partial(sort_out, fresh, known))
        stories, told = await self._tell(groups, subscription.stories)
        unread = await self.sources.unread(subscription)
        digest = Digest(
            name=subscription.name,
            zone=subscription.schedule.zone,
            slot=slot,
            stories=tuple(stories),
            sources=len(subscription.sources),
            unread=tuple(unread),
            following=next_slot(subscription.schedule, max(slot, subscription.planned)),
        )
        return Composed(digest, tuple(told))

    async def _tell(self, groups: Sequence[Group], most: int) -> tuple[list[Story], list[str]]:
        """The first ``most`` groups that can be told, and the headlines that are told by that, or have nothing new."""
        stories, told = list[Story](), list[str]()
        waiting = [*groups]
        while waiting and len(stories) < most:
            batch, waiting = waiting[: most - len(stories)], waiting[most - len(stories) :]
            for group, story in zip(batch, await asyncio.gather(*map(self._story, batch)), strict=True):
                if isinstance(story, Story):
                    stories.append(story)
                if story is not None:
                    told += [each.ident for each in group.fresh]
        return stories, told

    async def _story(self, group: Group) -> Story | _NothingNew | None:
        """A group's story; ``None`` if none of its articles can be read."""
        for headline in group.fresh:
            try:
                briefing = await self._briefing(headline)
            except StandfirstError:
                continue
            if group.known:
                earlier = [f"{each.title}\n{each.summary}\n{each.text or ''}" for each in group.known]
                points = await self.apart.run(partial(points_that_are_new, briefing, earlier))
                if not points:
                    return _NothingNew()
                briefing = replace(briefing, points=points)
            also = Counter(site for each in group.fresh if (site := site_of(each)) and site != site_of(headline))
            return Story(briefing, tuple(also), update=bool(group.known))
        return None

    async def _briefing(self, headline: Headline) -> Briefing:
        if headline.text:
            post = await self.apart.run(partial(_brief_whole, headline))
            if post is not None:
                return post
        found = await answer_link(Brief(), headline.link or "", self.articles, self.apart)
        if not isinstance(found, Briefing):
            raise TypeError(found)
        return found


@dataclass(frozen=True, slots=True)
class Press:
    """Delivers the digests of one platform."""

    composer: Composer
    records: Records
    ledger: Ledger
    platform: Platform
    pause: timedelta = FIRST_PAUSE

    async def run_due(self, name: str) -> int:
        """Deliver what is due on the platform of that name, several at a time, until nothing is; how many that was."""
        number = 0
        while deliveries := await self.ledger.claim(name, AT_ONCE):
            await asyncio.gather(*map(self.deliver, deliveries))
            number += len(deliveries)
        return number

    async def deliver(self, delivery: Delivery) -> None:
        """Post one digest, or put on record why not; nothing is raised. Cancelled, it is left to whoever comes next."""
        try:
            await self._deliver(delivery)
        except asyncio.CancelledError:
            await asyncio.shield(self.ledger.release(delivery))
            raise
        except Late:
            _log.warning("A delivery took too long; whoever took it over goes on with it")
        except Unknown as error:
            await self._give_up(delivery, "unknown", str(error))
        except Gone as error:
            await self.ledger.pause(delivery.subscription)
            await self._give_up(delivery, "failed", f"{error} The digest is paused.")
        except Refused as error:
            if error.reason in _PASSING:
                await self._later(delivery, str(error))
            else:
                await self._give_up(delivery, "failed", str(error))
        except StandfirstError as error:
            await self._later(delivery, str(error))
        except Exception as error:  # noqa: BLE001 - it is on record, and must not end the other deliveries
            _log.exception("A delivery failed in a way it should not")
            await self._later(delivery, f"a fault of ours ({type(error).__name__})")

    async def _deliver(self, delivery: Delivery) -> None:
        subscription = delivery.subscription
        composed = await self.composer.compose(subscription, delivery.slot, delivery.told)
        digest = composed.digest
        if not digest.stories and not subscription.says_so and not delivery.again:
            all_ill = len(digest.unread) == len(subscription.sources)
            await self._give_up(delivery, "empty", "none of its sources could be read" if all_ill else "nothing new")
            return
        if not await self.ledger.begin_posting(delivery, composed.told):
            return
        key = f"digest {subscription.ident} {delivery.slot:%Y-%m-%dT%H:%M:%SZ}"
        thread = await self.platform.post_digest(delivery, digest, key)
        for story in digest.stories:
            briefing = story.briefing
            await self.records.file(briefing.article)
            await self.records.remember(thread, briefing.article, briefing.headline, subscription.manager)
        await self.ledger.finish(delivery, composed.told, thread.ident)

    async def _later(self, delivery: Delivery, reason: str) -> None:
        if delivery.tries >= MOST_TRIES:
            await self._give_up(delivery, "failed", reason)
        else:
            await self.ledger.try_again(delivery, reason, self.pause * 2 ** (delivery.tries - 1))

    async def _give_up(self, delivery: Delivery, state: str, reason: str) -> None:
        silent = await self.ledger.give_up(delivery, state, reason)
        if silent is None:
            return
        subscription = delivery.subscription
        when = spoken(delivery.slot, subscription.schedule.zone)
        if state != "empty":
            told = f"Your digest {subscription.name} of {when} was not posted: {reason}"
        elif silent == SILENCE:
            told = f"Your digest {subscription.name} has had nothing to tell {SILENCE} times in a row: {reason}."
        else:
            return
        key = f"silence {subscription.ident} {delivery.slot:%Y-%m-%dT%H:%M:%SZ}"
        try:
            await self.platform.tell_person(subscription.channel, subscription.manager, Notice(told), key)
        except Undelivered as error:
            _log.error("Digest %s: nobody could be told that it is %s: %s", subscription.ident, state, error)


class _NothingNew:
    """A story that was told before, and of which there is nothing more to tell."""


@dataclass(frozen=True, slots=True)
class Group:
    """Headlines of one story: those that were not told, the one to lead with first, and those that were."""

    fresh: tuple[Headline, ...]
    known: tuple[Headline, ...]


def sort_out(fresh: Sequence[Headline], known: Sequence[Headline]) -> tuple[Group, ...]:
    """The stories in ``fresh``, most important first: told by most sites, then newest."""
    every = [*fresh, *known]
    found = list[Group]()
    for numbers in cluster([_as_article(each) for each in every]):
        new = [every[number] for number in numbers if number < len(fresh)]
        if new:
            new.sort(key=lambda each: (each.text is None, -_when(each)))
            found.append(Group(tuple(new), tuple(every[number] for number in numbers if number >= len(fresh))))
    return tuple(sorted(found, key=_importance))


def site_of(headline: Headline) -> str:
    """The host of a headline's link, as people know it."""
    host = (headline.link or "").partition("://")[2].partition("/")[0]
    return host.rpartition("@")[2].partition(":")[0].removeprefix("www.")


def _importance(group: Group) -> tuple[int, float]:
    sites = {site_of(each) for each in group.fresh}
    return -len(sites), -max(map(_when, group.fresh))


def _when(headline: Headline) -> float:
    return (headline.published or datetime.fromtimestamp(0, UTC)).timestamp()


def _as_article(headline: Headline) -> Article:
    text = headline.text or headline.summary or headline.title
    return Article(text, title=headline.title, published=headline.published)


def _brief_whole(headline: Headline) -> Briefing | None:
    """From the article in the feed itself; ``None`` if that is only its beginning after all."""
    found = Article(headline.text or "", title=headline.title, url=headline.link, published=headline.published)
    try:
        reading = read_article(replace(found, site=site_of(headline) or None))
    except SummariserError:
        return None
    post = compose(Brief(), reading)
    return post if isinstance(post, Briefing) and post.points else None
