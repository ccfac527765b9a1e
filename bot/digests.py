"""The delivery of digests: each once, or its failure told to whoever manages it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.errors import Gone, Late, Refused, StandfirstError, Undelivered, Unknown
from bot.model import Ending, Notice
from bot.schedule import spoken
from bot.watching import Unwatched, request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.composing import Composer
    from bot.model import Channel, Delivery, Digest, Failure, Fate, Subscription, Thread
    from bot.ports import Records
    from bot.settings import OnUnknown
    from bot.watching import Watch

MOST_TRIES = 5
"""Of a delivery; with the pauses between them, about two hours."""

FIRST_PAUSE = timedelta(minutes=4)
"""Before the second try; it doubles with each."""

SILENCE = 3
"""Slots in a row without a post, after which the manager is told, once."""

AT_ONCE = 32
"""Deliveries under way at the same time in one process; most of the time they wait for their channel's turn."""

MOST_REPORTS = 20
"""In one look."""

_PASSING = frozenset({"ratelimited", "unreachable"})
"""Refusals that may be over in a while."""

_log = logging.getLogger(__name__)


class Ledger(Protocol):
    """Where deliveries are on record; each answer is false, or ``None``, if somebody else has the delivery now."""

    async def claim(self, platform: str, most: int, channel: Channel | None = None) -> Sequence[Delivery]:
        """Up to ``most`` deliveries that are due, there or anywhere, now the caller's; of each channel the earliest."""
        ...

    async def begin_posting(self, delivery: Delivery, told: Sequence[str], became: Sequence[Fate]) -> bool:
        """Note, before anything is posted, what will be told, and what became of all that could have been."""
        ...

    async def finish(self, delivery: Delivery, told: Sequence[str], thread: str | None) -> bool:
        """It is posted."""
        ...

    async def give_up(self, delivery: Delivery, ending: Ending) -> bool:
        """It ends without a post, and its manager is to be told as ``ending`` says."""
        ...

    async def unreported(self, platform: str, most: int) -> Sequence[Failure]:
        """Up to ``most`` deliveries whose managers are to be told how they ended, the caller's for now."""
        ...

    async def reported(self, failure: Failure) -> None:
        """Its manager was told."""
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
class Press:
    """Delivers the digests of one platform.

    A delivery of which nobody can tell whether it is there is, with ``on_unknown`` "skip", told to its manager; with
    "repeat" it is posted once more, after it was looked for again.
    """

    composer: Composer
    records: Records
    ledger: Ledger
    platform: Platform
    pause: timedelta = FIRST_PAUSE
    on_unknown: OnUnknown = "skip"
    watch: Watch = field(default_factory=Unwatched)

    async def run_due(self, name: str, channel: Channel | None = None) -> int:
        """Deliver what is due on the platform of that name, several at a time, until nothing is; how many that was.

        With ``channel`` only what is due there. Then managers are told of what ended without a post.
        """
        number, under_way = 0, set[asyncio.Task[None]]()
        try:
            while True:
                if len(under_way) <= AT_ONCE // 2:
                    claimed = await self.ledger.claim(name, AT_ONCE - len(under_way), channel)
                    number += len(claimed)
                    under_way |= {asyncio.create_task(self.deliver(each)) for each in claimed}
                if not under_way:
                    break
                _, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
        await self.report(name)
        return number

    async def report(self, name: str) -> None:
        """Tell managers of digests on that platform what ended without a post."""
        for failure in await self.ledger.unreported(name, MOST_REPORTS):
            await self._report(failure)

    async def deliver(self, delivery: Delivery) -> None:
        """Post one digest, or put on record why not; nothing is raised. Cancelled, it is left to whoever comes next."""
        with request(_key(delivery)):
            await self._deliver_or_note(delivery)

    async def _deliver_or_note(self, delivery: Delivery) -> None:
        try:
            with self.watch.during("delivery", platform=delivery.subscription.channel.platform):
                await self._deliver(delivery)
        except asyncio.CancelledError:
            await asyncio.shield(self.ledger.release(delivery))
            raise
        except Late:
            _log.warning("A delivery took too long; whoever took it over goes on with it")
        except Unknown as error:
            if self.on_unknown == "repeat":
                await self._later(delivery, str(error))
            else:
                await self.ledger.give_up(delivery, Ending("unknown", str(error)))
        except Gone as error:
            await self.ledger.pause(delivery.subscription)
            await self.ledger.give_up(delivery, Ending("failed", f"{error} The digest is paused."))
        except Refused as error:
            if error.reason in _PASSING:
                await self._later(delivery, str(error))
            else:
                await self.ledger.give_up(delivery, Ending("failed", str(error)))
        except StandfirstError as error:
            await self._later(delivery, str(error))
        except Exception as error:  # noqa: BLE001 - it is on record, and must not end the other deliveries
            _log.exception("A delivery failed in a way it should not")
            await self._later(delivery, f"a fault of ours ({type(error).__name__})")

    async def _deliver(self, delivery: Delivery) -> None:
        subscription = delivery.subscription
        with self.watch.during("compose"):
            composed = await self.composer.compose(subscription, delivery.slot, delivery.told)
        digest = composed.digest
        if not digest.stories and not subscription.says_so and not delivery.told:
            all_ill = len(digest.unread) == len(subscription.sources)
            reason, patience = (NONE_READ, 1) if all_ill else ("nothing new", SILENCE)
            await self.ledger.give_up(delivery, Ending("empty", reason, composed.fates, patience))
            return
        if not await self.ledger.begin_posting(delivery, composed.told, composed.fates):
            return
        with self.watch.during("post"):
            thread = await self.platform.post_digest(delivery, digest, _key(delivery))
        for story in digest.stories:
            for article in story.articles:
                await self.records.file(article)
                await self.records.remember(
                    thread, article, story.briefing.headline, subscription.manager, story.briefing.checks
                )
        if await self.ledger.finish(delivery, composed.told, thread.ident):  # else whoever has it now counts it
            self.watch.posted(subscription.channel.platform, delivery.slot)
            _log.info("A digest is posted")

    async def _later(self, delivery: Delivery, reason: str) -> None:
        if delivery.tries >= MOST_TRIES:
            await self.ledger.give_up(delivery, Ending("failed", reason))
        else:
            await self.ledger.try_again(delivery, reason, self.pause * 2 ** (delivery.tries - 1))

    async def _report(self, failure: Failure) -> None:
        """Tell whoever manages it how a digest ended; who can't be reached now, later, and who can't at all, never."""
        one = failure.subscription
        key = f"silence {one.ident} {failure.slot:%Y-%m-%dT%H:%M:%SZ}"
        try:
            await self.platform.tell_person(one.channel, one.manager, Notice(said_of(failure)), key)
        except Refused as error:
            if error.reason in _PASSING:
                return
            _log.error("Digest %s: nobody could be told that it is %s: %s", one.ident, failure.state, error)
        except Undelivered as error:
            _log.warning("Digest %s: its manager is told later that it is %s: %s", one.ident, failure.state, error)
            return
        await self.ledger.reported(failure)


NONE_READ = "none of its sources could be read"


def _key(delivery: Delivery) -> str:
    """What a delivery is known by: on the platform, and in the log."""
    return f"digest {delivery.subscription.ident} {delivery.slot:%Y-%m-%dT%H:%M:%SZ}"


def said_of(failure: Failure) -> str:
    """What whoever manages a digest is told of a delivery that ended without a post."""
    one = failure.subscription
    number = one.ident
    when = spoken(failure.slot, one.schedule.zone)
    if failure.state != "empty":
        then = f"To go on: /digest resume {number}" if one.paused else f"To try it again: /digest retry {number}"
        return f"Your digest {one.name} of {when} was not posted: {failure.reason} {then}"
    if failure.reason == NONE_READ:
        return (
            f"Your digest {one.name} of {when} was not posted: {NONE_READ}. /digest sources {number} shows why; "
            "I keep trying."
        )
    return f"Your digest {one.name} has had nothing to tell {failure.silent} times in a row: {failure.reason}."
