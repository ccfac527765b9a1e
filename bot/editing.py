"""Digests are set up, looked at and changed by typing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from bot.errors import BadSchedule, BadSources, NoSuchDigest, NotAFeed, NotYours, StandfirstError
from bot.filters import wanted
from bot.model import Notice, Subscription
from bot.newsdesk import telling
from bot.schedule import next_slot, parse, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.digests import Composer
    from bot.model import Channel, Headlines
    from bot.ports import Feeds, Outlet

MOST_SOURCES = 30
"""Of one digest."""

MOST_DIGESTS = 50
"""Of one workspace."""

Verb = Literal["preview", "run", "pause", "resume", "skip", "remove", "edit"]

HELP = """\
/digest: opens a form
/digest weekdays 08:30 Europe/London example.org/feed: the same in one line; a site's address will do
/digest list: those there are, with their numbers
/digest preview 1, run 1, skip 1, pause 1, resume 1, edit 1, remove 1"""

_SOURCE = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,24}(?:[:/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """Somebody wants to fill in a form."""


@dataclass(frozen=True, slots=True)
class ListThem:
    """Somebody wants to know which there are."""


@dataclass(frozen=True, slots=True)
class HowTo:
    """Somebody wants to know what can be typed."""


@dataclass(frozen=True, slots=True)
class Act:
    """Do something with the digest of that number."""

    verb: Verb
    number: int


@dataclass(frozen=True, slots=True)
class Create:
    """Set one up; ``changes`` is the number of one that it takes the place of, or 0."""

    schedule: str
    sources: tuple[str, ...]
    name: str = "Briefing"
    words: str = ""
    stories: int = 7
    says_so: bool = False
    changes: int = 0


Edit = Form | ListThem | HowTo | Act | Create


def parse_edit(text: str) -> Edit:
    """What somebody typed behind ``/digest``. Anything that can be typed is something."""
    words = text.split()
    if not words or words in (["create"], ["new"]):
        return Form()
    first = words[0].lower()
    if first in {"help", "?"}:
        return HowTo()
    if first == "list":
        return ListThem()
    if first in get_args(Verb) and len(words) > 1 and words[1].lstrip("#").isdecimal():
        return Act(first, int(words[1].lstrip("#")[:9]))  # type: ignore[arg-type]  # it is one of them
    rest = " ".join(words[1:] if first in {"create", "new"} else words)
    sources = tuple(found[0].rstrip(",;") for found in _SOURCE.finditer(rest))
    return Create(" ".join(_SOURCE.sub(" ", rest).split()), sources)


class Subscriptions(Protocol):
    """Where digests are kept."""

    async def keep(self, one: Subscription) -> Subscription:
        """Keep it, new or changed; as it is kept."""
        ...

    async def find(self, ident: int) -> Subscription | None:
        """The one with that identifier."""
        ...

    async def of_workspace(self, platform: str, workspace: str) -> Sequence[Subscription]:
        """All of a workspace."""
        ...

    async def remove(self, one: Subscription) -> None:
        """Delete it."""
        ...

    async def last(self, one: Subscription) -> tuple[datetime, str, str | None] | None:
        """The slot, the state and the reason of its latest delivery."""
        ...

    async def polled(self, url: str, found: Headlines) -> None:
        """Keep what a feed brought."""
        ...


class Orders(Protocol):
    """Where deliveries are ordered out of turn."""

    async def order(self, subscription: Subscription) -> bool:
        """One for now; false if there is one already."""
        ...


@dataclass(frozen=True, slots=True)
class Editor:
    """Does what people ask of their digests. ``now`` gives an aware UTC time."""

    subscriptions: Subscriptions
    orders: Orders
    feeds: Feeds
    composer: Composer
    now: Callable[[], datetime]

    async def handle(self, edit: Edit, channel: Channel, person: str, outlet: Outlet) -> None:
        """Do it, and tell the asker alone what came of it."""
        async with telling(outlet):
            match edit:
                case Create():
                    await outlet.progress("Looking at the sources …")
                    await outlet.tell(Notice(await self._create(edit, channel, person)))
                case Act("preview", number):
                    await outlet.progress("Putting it together …")
                    one = await self.named(number, channel)
                    await outlet.post((await self.composer.compose(one, self.now())).digest)
                case Act():
                    await outlet.tell(Notice(await self._act(edit, channel, person)))
                case ListThem():
                    await outlet.tell(Notice(await self._listed(channel)))
                case Form() | HowTo():
                    await outlet.tell(Notice(HELP))

    async def named(self, number: int, channel: Channel) -> Subscription:
        """The digest of that number, if it is this workspace's.

        Raises:
            NoSuchDigest: if it isn't.
        """
        one = await self.subscriptions.find(number)
        if one is None or (one.channel.platform, one.channel.workspace) != (channel.platform, channel.workspace):
            raise NoSuchDigest(str(number))
        return one

    async def changeable(self, number: int, channel: Channel, person: str) -> Subscription:
        """The same, if that person may change it.

        Raises:
            NoSuchDigest: if there is none such.
            NotYours: if somebody else manages it.
        """
        one = await self.named(number, channel)
        if one.manager != person:
            raise NotYours(one.name)
        return one

    async def _create(self, edit: Create, channel: Channel, person: str) -> str:
        schedule = parse(edit.schedule)
        wanted(edit.words)
        old = await self.changeable(edit.changes, channel, person) if edit.changes else None
        theirs = await self.subscriptions.of_workspace(channel.platform, channel.workspace)
        if old is None and len(theirs) >= MOST_DIGESTS:
            problem = f"this workspace has {MOST_DIGESTS} digests, which is the most it can have"
            raise BadSchedule(problem)
        found, refused = await self._found(edit.sources)
        one = Subscription(
            channel=old.channel if old else channel,
            name=edit.name.strip() or "Briefing",
            schedule=schedule,
            sources=tuple(found),
            manager=person,
            planned=self.now(),
            stories=edit.stories,
            words=edit.words,
            says_so=edit.says_so,
            ident=old.ident if old else 0,
        )
        kept = await self.subscriptions.keep(one)
        for url, feed in found.items():
            await self.subscriptions.polled(url, feed)
        first = spoken(next_slot(schedule, self.now()), schedule.zone)
        done = f"Digest {kept.ident}, {kept.name}, {'is changed' if old else 'is set up'}: {schedule}. Next: {first}."
        return " ".join([done, *refused, f"To see it now: /digest preview {kept.ident}"])

    async def _found(self, sources: Sequence[str]) -> tuple[dict[str, Headlines], list[str]]:
        """The feeds behind the addresses, and a sentence for each where there is none."""
        if not sources:
            problem = "Give at least one source: the address of a site or of its feed."
            raise BadSources(problem)
        if len(sources) > MOST_SOURCES:
            problem = f"Give at most {MOST_SOURCES} sources; you gave {len(sources)}."
            raise BadSources(problem)
        found, refused = dict[str, "Headlines"](), list[str]()
        for source in dict.fromkeys(sources):
            link = source if "://" in source else f"https://{source}"
            try:
                feed = await self.feeds.read(link)
            except NotAFeed as error:
                offered = f" The site has: {', '.join(error.offered)}." if error.offered else ""
                refused.append(f"{source} is no feed, so it was left out.{offered}")
            except StandfirstError as error:
                refused.append(f"{source} was left out: {error}")
            else:
                found[feed.url or link] = feed
        if not found:
            raise BadSources(" ".join(refused))
        return found, refused

    async def _act(self, act: Act, channel: Channel, person: str) -> str:
        one = await self.changeable(act.number, channel, person)
        now = self.now()
        match act.verb:
            case "run":
                await self.orders.order(one)
                return f"Digest {one.ident} is on its way; it takes up to a minute."
            case "pause":
                await self.subscriptions.keep(replace(one, paused=True))
                return f"Digest {one.ident} is paused. To go on: /digest resume {one.ident}"
            case "resume":
                await self.subscriptions.keep(replace(one, paused=False, planned=now))
                return f"Digest {one.ident} goes on. Next: {spoken(next_slot(one.schedule, now), one.schedule.zone)}."
            case "skip":
                left_out = next_slot(one.schedule, max(now, one.planned))
                await self.subscriptions.keep(replace(one, planned=left_out))
                after = spoken(next_slot(one.schedule, left_out), one.schedule.zone)
                return f"Digest {one.ident} leaves out {spoken(left_out, one.schedule.zone)}. Next: {after}."
            case "remove":
                await self.subscriptions.remove(one)
                return f"Digest {one.ident}, {one.name}, is removed."
            case "preview" | "edit":
                return HELP

    async def _listed(self, channel: Channel) -> str:
        every = await self.subscriptions.of_workspace(channel.platform, channel.workspace)
        if not every:
            return "There is no digest yet; /digest sets one up."
        return "\n".join([await self.line(one) for one in every])

    async def line(self, one: Subscription) -> str:
        """A digest in a line: its number, name, schedule, next and last run."""
        following = next_slot(one.schedule, max(self.now(), one.planned))
        coming = "paused" if one.paused else f"next: {spoken(following, one.schedule.zone)}"
        last = await self.subscriptions.last(one)
        said = f"; last: {spoken(last[0], one.schedule.zone)}, {last[1]}" if last else ""
        why = f" ({last[2]})" if last and last[2] else ""
        return f"{one.ident}  {one.name}: {one.schedule}; {coming}{said}{why}"
