"""A digest from what a channel's sources brought, and what became of every headline that could have been in it."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.answering import compose, read_whole
from bot.commands import Brief
from bot.errors import StandfirstError
from bot.filters import Seen, refusal, topics, wanted
from bot.model import Digest, Fate, Headline, Story
from bot.schedule import next_slot
from summariser.differences import differences
from summariser.embedding import about
from summariser.errors import SummariserError
from summariser.language import detect
from summariser.model import Article, Briefing
from summariser.reading import Reading, read_article
from summariser.sections import section_of
from summariser.stories import cluster, points_that_are_new

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.copywriting import Copywriter
    from bot.filters import Test
    from bot.model import Channel, Step, Subscription
    from bot.ports import Apart, Articles

MOST_REREAD = 4
"""Articles of one story that are tried, until one can be read."""

MOST_COMPARED = 2
"""Other sites whose reports are held against the one that leads a story."""

FEWEST_WITH_SECTIONS, FEWEST_IN_SECTION = 6, 2
"""Stories of a digest from which it has sections, and of a section; the rest stands at the end."""

REST = "More"

_END = r"[^.!?]*(?:…|\.\.\.|\[[^\]]*\])\s*\Z"
_BROKEN_OFF = re.compile(rf"(?<=[.!?”\"’»])\s+{_END}|\A{_END}")
"""The end of a summary that is no end."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest, the headlines that it tells or that have nothing new to tell, and what became of each it looked at."""

    digest: Digest
    told: tuple[str, ...]
    fates: tuple[Fate, ...]


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


class Tongues(Protocol):
    """What is set for channels."""

    async def language_of(self, channel: Channel) -> str | None:
        """What the briefings of a channel are to be in (ISO 639-1); ``None``: each in its article's own language."""
        ...


@dataclass(frozen=True, slots=True)
class _Wish:
    """How each story of a digest is to be briefed, and whose budget it is taken from."""

    command: Brief
    payer: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes digests of what sources brought. ``roomy`` is where many headlines are thought about at once.

    ``tongues`` tells in which language channels want theirs; without, each story is in its article's own.
    """

    articles: Articles
    apart: Apart
    sources: Sources
    roomy: Apart
    copywriter: Copywriter
    tongues: Tongues | None = None

    async def compose(self, subscription: Subscription, slot: datetime, only: Sequence[str] = ()) -> Composed:
        """The digest for ``slot``; with ``only``, of those headlines."""
        fresh = [*await self.sources.untold(subscription)]
        if only:
            fresh = [each for each in fresh if each.ident in set(only)]
        fresh, fates = await self._chosen(wanted(subscription.words), fresh)
        known = [*await self.sources.told(subscription)]
        groups = await self.roomy.run(partial(sort_out, fresh, known))
        stories, ended = await self._tell(groups, subscription)
        if len(stories) >= FEWEST_WITH_SECTIONS:
            stories = await self.roomy.run(partial(in_sections, stories))
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
        told = tuple(each.headline.ident for each in ended if each.step in {"told", "also", "known"})
        return Composed(digest, told, (*fates, *ended))

    async def _chosen(self, test: Test, fresh: Sequence[Headline]) -> tuple[list[Headline], list[Fate]]:
        """Those that a filter takes, and what left out the others."""
        texts = [f"{each.title}\n{each.summary}" for each in fresh]
        asked = sorted(topics(test))
        near = (
            await self.roomy.run(partial(about, asked, texts)) if asked and texts else [frozenset[str]()] * len(fresh)
        )
        chosen, fates = list[Headline](), list[Fate]()
        for each, text, its in zip(fresh, texts, near, strict=True):
            why = refusal(test, Seen(text, each.link or "", each.language or detect(text) or "", its))
            if why is None:
                chosen.append(each)
            else:
                fates.append(Fate(each, "filtered", why))
        return chosen, fates

    async def _tell(self, groups: Sequence[Group], subscription: Subscription) -> tuple[list[Story], list[Fate]]:
        """The first groups that can be told, as many as are wanted, and what became of the headlines of all."""
        stories, fates = list[Story](), list[Fate]()
        waiting, most = [*groups], subscription.stories
        language = await self.tongues.language_of(subscription.channel) if self.tongues else None
        wish = _Wish(Brief(subscription.points), subscription.channel.payer, language)
        while waiting and len(stories) < most:
            batch, waiting = waiting[: most - len(stories)], waiting[most - len(stories) :]
            made = await asyncio.gather(*(self._story(group, wish) for group in batch))
            for story, ended in made:
                stories += [story] if story else []
                fates += ended
        fates += [Fate(each, "limit", str(most)) for group in waiting for each in group.fresh]
        return stories, fates

    async def _story(self, group: Group, wish: _Wish) -> tuple[Story | None, list[Fate]]:
        """A group's story, if one of its articles can be read and has something new; what became of its headlines."""
        unread = list[Fate]()
        for headline in group.fresh[:MOST_REREAD]:
            rest = [each for each in group.fresh if each is not headline]
            try:
                briefing, others = await self._briefing(headline, rest, wish)
            except StandfirstError as error:
                unread.append(Fate(headline, "unreadable", str(error)))
                continue
            if group.known:
                earlier = [f"{each.title}\n{each.summary}\n{each.text or ''}" for each in group.known]
                new = await self.apart.run(partial(points_that_are_new, briefing, earlier))
                if not new:
                    return None, _all("known", group.fresh, group.known[0].title)
                briefing = replace(briefing, points=new)
            also = Counter(site for each in group.fresh if (site := site_of(each)) and site != site_of(headline))
            differ = await self.apart.run(partial(differences, briefing.article, others)) if others else ()
            story = Story(briefing, tuple(also), bool(group.known), differ)
            return story, [Fate(headline, "told"), *_all("also", rest, headline.title)]
        told = None if group.known else await self._from_feed(group.fresh, wish.command.points)
        if told is not None:
            ended = [*_all("told", group.fresh[:1], ""), *_all("also", group.fresh[1:], told.headline)]
            return Story(told, unread=True), ended
        return None, [*unread, *_all("unreadable", group.fresh[len(unread) :], unread[-1].detail)]

    async def _others(self, lead: Headline, rest: Sequence[Headline]) -> list[Article]:
        """What other sites report, of a few of them; what can't be read is left out."""
        of_site = {site_of(each): each for each in reversed(rest) if site_of(each) != site_of(lead)}
        read = [self._article(each) for each in [*of_site.values()][-MOST_COMPARED:]]
        return [each for each in await asyncio.gather(*read) if each]

    async def _article(self, headline: Headline) -> Article | None:
        if headline.text:
            return Article(headline.text, title=headline.title, url=headline.link, site=site_of(headline))
        try:
            return (await self.articles.read(headline.link or "")).article
        except StandfirstError:
            return None

    async def _briefing(
        self, headline: Headline, rest: Sequence[Headline], wish: _Wish
    ) -> tuple[Briefing, list[Article]]:
        """Of what the feed has of the article, if that says anything, else of its page; and what others report."""
        in_feed = await self.apart.run(partial(_whole, headline)) if headline.text else None
        reading = in_feed or await self._page(headline)
        others = await self._others(headline, rest)
        briefing = await self._written(reading, others, wish)
        if in_feed and not briefing.points:
            briefing = await self._written(await self._page(headline), others, wish)
        return briefing, others

    async def _page(self, headline: Headline) -> Reading:
        return await read_whole(headline.link or "", self.articles)

    async def _written(self, reading: Reading, others: Sequence[Article], wish: _Wish) -> Briefing:
        return await self.copywriter.brief(reading, wish.command, wish.payer, wish.language, others=others)

    async def _from_feed(self, headlines: Sequence[Headline], points: int) -> Briefing | None:
        """What a feed says of a story none of whose articles can be read; nothing, if it says no more than a title."""
        for headline in headlines:
            post = await self.apart.run(partial(_brief_summary, headline, points))
            if post is not None:
                return post
        return None


def _all(step: Step, headlines: Sequence[Headline], detail: str) -> list[Fate]:
    return [Fate(each, step, detail) for each in headlines]


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


def in_sections(stories: Sequence[Story]) -> list[Story]:
    """The stories by section, the section of the first story first; as they are where that makes no two sections."""
    articles = [each.briefing.article for each in stories]
    named = [section_of(each.url or "", f"{each.title or ''}. {each.text}") for each in articles]
    often = Counter(each for each in named if each)
    kept = [each if often[each] >= FEWEST_IN_SECTION else "" for each in named]
    order = dict.fromkeys(each for each in kept if each)
    if len(order) < 2:  # noqa: PLR2004 - one section is none
        return [*stories]
    return [
        replace(story, section=section or REST)
        for section in (*order, "")
        for story, its in zip(stories, kept, strict=True)
        if its == section
    ]


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


def _whole(headline: Headline) -> Reading | None:
    """The article in the feed itself; ``None`` if that is none."""
    found = Article(headline.text or "", title=headline.title, url=headline.link, published=headline.published)
    try:
        return read_article(replace(found, site=site_of(headline) or None))
    except SummariserError:
        return None


def _brief_summary(headline: Headline, points: int) -> Briefing | None:
    """A briefing of a feed's summary, of its whole sentences: what it breaks off in is left out."""
    whole = _BROKEN_OFF.sub("", headline.summary)
    found = Article(whole, title=headline.title, url=headline.link, published=headline.published)
    try:
        reading = read_article(replace(found, site=site_of(headline) or None))
    except SummariserError:
        return None
    post = compose(Brief(points), reading)
    return post if isinstance(post, Briefing) and post.points else None
