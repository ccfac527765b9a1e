"""Digests are set up, looked at and changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, assert_never

from bot.changing import changed
from bot.edits import HELP, Act, Change, Create, Export, Follow, Form, HowTo, ListThem, Why
from bot.errors import BadSchedule, BadSources, NoSuchDigest, NotYours
from bot.filters import wanted
from bot.model import Notice, Subscription
from bot.newsdesk import telling
from bot.schedule import next_slot, parse, spoken
from bot.sourcing import MOST_SOURCES, find_sources
from bot.why import Traces, not_met, why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.composing import Composer
    from bot.edits import Edit
    from bot.model import Channel, Headlines
    from bot.ports import Feeds, Outlet

MOST_DIGESTS, MOST_OF_ALL = 50, 500
"""Of one workspace: digests, and different sources in all of them."""

MOST_WHYS = 10
"""Digests that are asked what became of an article."""


class Subscriptions(Traces, Protocol):
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

    async def replay(self, subscription: Subscription) -> datetime | None:
        """Its latest once more, if that failed; its slot."""
        ...


@dataclass(frozen=True, slots=True)
class Editing:
    """Who wants it, and where; ``any_digest`` is whether the platform lets them change those of others."""

    channel: Channel
    person: str
    any_digest: bool = False


@dataclass(frozen=True, slots=True)
class Editor:
    """Does what people ask of their digests.

    ``opml`` writes addresses of feeds under a title as other readers take them; ``now`` gives an aware UTC time.
    """

    subscriptions: Subscriptions
    orders: Orders
    feeds: Feeds
    composer: Composer
    opml: Callable[[Sequence[str], str], str]
    now: Callable[[], datetime]

    async def handle(self, edit: Edit, by: Editing, outlet: Outlet) -> None:
        """Do it, and tell the asker alone what came of it."""
        async with telling(outlet):
            match edit:
                case Act("preview", number):
                    await outlet.progress("Putting it together …")
                    one = await self.named(number, by.channel)
                    await outlet.post((await self.composer.compose(one, self.now())).digest)
                case Create() | Follow():
                    await outlet.progress("Looking at the sources …")
                    await outlet.tell(Notice(await self._said(edit, by)))
                case _:
                    await outlet.tell(Notice(await self._said(edit, by)))

    async def _said(self, edit: Edit, by: Editing) -> str:
        """What is to be told of it, once it is done."""
        match edit:
            case Create():
                return await self._create(edit, by)
            case Follow():
                return await self._follow(edit, by)
            case Change():
                return await self._change(edit, by)
            case Act("sources", number):
                return await self._sources(await self.named(number, by.channel))
            case Act():
                return await self._act(edit, by)
            case Export(number):
                one = await self.named(number, by.channel)
                return self.opml(one.sources, one.name)
            case Why():
                return await self.why(edit.link, by.channel, edit.number)
            case ListThem():
                return await self._listed(by.channel)
            case Form() | HowTo():
                return HELP
            case _:
                assert_never(edit)

    async def named(self, number: int, channel: Channel) -> Subscription:
        """The digest of that number, if it is this workspace's.

        Raises:
            NoSuchDigest: if it isn't.
        """
        one = await self.subscriptions.find(number)
        if one is None or (one.channel.platform, one.channel.workspace) != (channel.platform, channel.workspace):
            raise NoSuchDigest(str(number))
        return one

    async def changeable(self, number: int, by: Editing) -> Subscription:
        """The same, if that person may change it.

        Raises:
            NoSuchDigest: if there is none such.
            NotYours: if somebody else manages it.
        """
        one = await self.named(number, by.channel)
        if one.manager != by.person and not by.any_digest:
            raise NotYours(one.name)
        return one

    async def _create(self, edit: Create, by: Editing) -> str:
        channel = by.channel
        schedule = parse(edit.schedule)
        wanted(edit.words)
        old = await self.changeable(edit.changes, by) if edit.changes else None
        theirs = await self.subscriptions.of_workspace(channel.platform, channel.workspace)
        if old is None and len(theirs) >= MOST_DIGESTS:
            problem = f"this workspace has {MOST_DIGESTS} digests, which is the most it can have"
            raise BadSchedule(problem)
        found, refused = await find_sources(self.feeds, edit.sources)
        one = Subscription(
            channel=old.channel if old else channel,
            name=edit.name.strip() or "Briefing",
            schedule=schedule,
            sources=tuple(found),
            manager=old.manager if old else by.person,
            planned=self.now(),
            stories=edit.stories,
            words=edit.words,
            says_so=edit.says_so,
            ident=old.ident if old else 0,
        )
        check_sum([*(each for each in theirs if each.ident != one.ident), one])
        kept = await self.subscriptions.keep(one)
        for url, feed in found.items():
            await self.subscriptions.polled(url, feed)
        first = spoken(next_slot(schedule, self.now()), schedule.zone)
        done = f"Digest {kept.ident}, {kept.name}, {'is changed' if old else 'is set up'}: {schedule}. Next: {first}."
        return " ".join([done, *refused, f"To see it now: /digest preview {kept.ident}"])

    async def _follow(self, edit: Follow, by: Editing) -> str:
        one = await self.changeable(edit.number, by)
        found, refused = dict[str, "Headlines"](), list[str]()
        if edit.add:
            found, refused = await find_sources(self.feeds, edit.sources)
            sources = dict.fromkeys((*one.sources, *found))
        else:
            gone = [each for each in one.sources if any(_is_named(each, source) for source in edit.sources)]
            if not gone:
                problem = f"Digest {one.ident} has no such source; /digest sources {one.ident} shows them."
                raise BadSources(problem)
            sources = dict.fromkeys(each for each in one.sources if each not in gone)
        if not 0 < len(sources) <= MOST_SOURCES:
            problem = f"A digest has 1 to {MOST_SOURCES} sources; with that it would have {len(sources)}."
            raise BadSources(problem)
        now_follows = replace(one, sources=tuple(sources))
        theirs = await self.subscriptions.of_workspace(by.channel.platform, by.channel.workspace)
        check_sum([*(each for each in theirs if each.ident != one.ident), now_follows])
        await self.subscriptions.keep(now_follows)
        for url, feed in found.items():
            await self.subscriptions.polled(url, feed)
        return " ".join([f"Digest {one.ident} has {_count(len(sources))} now.", *refused])

    async def _change(self, edit: Change, by: Editing) -> str:
        one = changed(await self.changeable(edit.number, by), edit.part, edit.value, self.now())
        await self.subscriptions.keep(one)
        return f"Digest {one.ident} is changed. {await self.line(one)}"

    async def why(self, link: str, channel: Channel, number: int = 0) -> str:
        """What became of an article in the digest of that number; with 0, in those of a channel.

        Where the channel has none, in those of its workspace.
        """
        if number:
            asked = [await self.named(number, channel)]
        else:
            theirs = await self.subscriptions.of_workspace(channel.platform, channel.workspace)
            asked = [each for each in theirs if each.channel == channel] or [*theirs]
        said = list[str]()
        for one in asked[:MOST_WHYS]:
            known = await why(link, one, self.subscriptions, self.now())
            said.append(f"Digest {one.ident}, {one.name}: {known or await not_met(one, self.subscriptions)}.")
        return "\n".join(said) or "There is no digest here that could have told it; /digest sets one up."

    async def _act(self, act: Act, by: Editing) -> str:
        one = await self.changeable(act.number, by)
        now = self.now()
        match act.verb:
            case "run":
                await self.orders.order(one)
                return f"Digest {one.ident} is on its way; it takes up to a minute."
            case "retry":
                slot = await self.orders.replay(one)
                if slot is None:
                    return f"The latest of digest {one.ident} did not fail. To have one now: /digest run {one.ident}"
                return (
                    f"Digest {one.ident} of {spoken(slot, one.schedule.zone)} is tried again; it takes up to a minute."
                )
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
            case "preview" | "sources" | "edit":
                return HELP

    async def _sources(self, one: Subscription) -> str:
        """Its sources, a line each, and why one could not be read the last time."""
        ill = dict(await self.subscriptions.unread(one))
        return "\n".join(f"{each} (could not be read: {ill[each]})" if each in ill else each for each in one.sources)

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


def check_sum(every: Sequence[Subscription]) -> None:
    """Refuse what would be more sources, in all digests of a workspace, than one may follow.

    Raises:
        BadSources: if it is.
    """
    sources = len({source for one in every for source in one.sources})
    if sources > MOST_OF_ALL:
        problem = f"A workspace follows at most {MOST_OF_ALL} sources; with those it would be {sources}."
        raise BadSources(problem)


def _count(sources: int) -> str:
    return "1 source" if sources == 1 else f"{sources} sources"


def _is_named(source: str, typed: str) -> bool:
    """Whether somebody who typed that, with or without what stands before a host, meant this source."""
    return source == typed or source.partition("://")[2].startswith(typed.partition("://")[2] or typed)
