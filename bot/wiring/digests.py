"""Feeds, digests and stories on the terminal."""
# ruff: noqa: PLC0415 - what reads pages takes longer to load than a text takes to brief

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from adapters import console, documents, files, stream
from bot.errors import NoSuchDigest
from bot.model import Channel, Headlines, Subscription
from bot.settings import Settings, from_environment
from bot.wiring.world import database_of, world
from summariser.model import Article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.model import Headline, Post
    from bot.ports import Feeds
    from bot.schedule import Schedule


def list_headlines(names: Sequence[str], *, as_json: bool, as_opml: bool) -> int:
    """List the headlines of each feed, from a file or behind a link, or the feeds themselves; the exit code."""

    async def listed() -> int:
        async with world(from_environment(os.environ), jobs=1) as outside:
            follow = partial(_headlines, outside.feeds)
            every = await asyncio.to_thread(_without_lists, names)
            if not as_opml:
                return await console.answer_links(follow, every, as_json=as_json)
            posts, code = await console.collect(follow, every)
        from adapters.feeds.opml import Outline, write_opml

        feeds = [post for post in posts if isinstance(post, Headlines) and post.url]
        console.write(write_opml([Outline(feed.title, feed.url or "", feed.site) for feed in feeds], "Standfirst"))
        return code

    return asyncio.run(listed())


def compose_digest(  # noqa: PLR0913 - each is what somebody typed
    names: Sequence[str],
    schedule: Schedule,
    *,
    stories: int,
    words: str,
    as_json: bool,
    model: Mapping[str, str],
) -> int:
    """Compose a digest of what the feeds behind the links have now; the exit code. ``model`` is set beside the rest."""

    async def composed() -> int:
        from bot.composing import Composer

        async with world(from_environment({**os.environ, **model}), jobs=1) as outside:
            posts, code = await console.collect(partial(_headlines, outside.feeds), names)
            feeds = [post for post in posts if isinstance(post, Headlines)]
            if not feeds:
                return code
            now = datetime.now(UTC)
            here = Channel("terminal", "", "")
            one = Subscription(here, "Digest", schedule, tuple(names), "", now, stories=stories, words=words)
            composer = Composer(outside.articles, outside.apart, _AtHand(feeds), outside.roomy, outside.copywriter)
            console.show((await composer.compose(one, now)).digest, as_json=as_json)
            return code

    return asyncio.run(composed())


def tell_why(link: str, number: int) -> int:
    """Tell what became of an article in the digest of that number, or, with 0, in all that met it; 1 if none has.

    Raises:
        NoSuchDigest: if there is none of that number.
        StoreUnusable: if the database cannot be used.
    """
    return asyncio.run(_tell_why(from_environment(os.environ), link if "://" in link else f"https://{link}", number))


async def _tell_why(settings: Settings, link: str, number: int) -> int:
    from adapters.database.records import Subscriptions
    from bot.why import not_met, why

    now = partial(datetime.now, UTC)
    with database_of(settings) as database:
        if database is None:
            return 1
        kept = Subscriptions(database, now)
        one = await kept.find(number) if number else None
        if number and one is None:
            raise NoSuchDigest(str(number))
        said = list[str]()
        for each in [one] if one else await kept.every():
            known = await why(link, each, kept, now())
            if known or one:
                where = f"{each.channel.platform} {each.channel.ident}"
                said.append(f"Digest {each.ident}, {each.name} ({where}): {known or await not_met(each, kept)}.")
    console.write(
        "".join(f"{each}\n" for each in said or ["No digest has met that article in the last days."]).encode()
    )
    return 0 if said else 1


def cluster_texts(name: str) -> int:
    """Put the articles of a JSON Lines file together to stories; the exit code."""
    from summariser.stories import cluster

    asked, code = list[stream.Asked](), 0
    for line in stream.asked_lines(name):
        if isinstance(line, stream.Asked):
            asked.append(line)
        else:
            console.tell(str(line))
            code = line.exit_code
    story = {number: numbers[0] for numbers in cluster([_article_of(each) for each in asked]) for number in numbers}
    for number, each in enumerate(asked):
        first = asked[story[number]].fields["id"]
        console.write(documents.line({"id": each.fields["id"], "story": first}))
    return code


def _article_of(asked: stream.Asked) -> Article:
    def text(name: str) -> str | None:
        value = asked.fields.get(name)
        return value if isinstance(value, str) else None

    try:
        published = datetime.fromisoformat(text("published") or "")
    except ValueError:
        published = None
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return Article(text("text") or "", title=text("title"), url=text("url"), published=published)


@dataclass(frozen=True, slots=True)
class _AtHand:
    """What feeds brought just now, as ``bot.digests.Sources`` has it."""

    feeds: Sequence[Headlines]

    async def untold(self, subscription: Subscription) -> Sequence[Headline]:
        del subscription
        every = [each for feed in self.feeds for each in feed.headlines]
        return sorted(every, key=lambda each: each.published or datetime.min.replace(tzinfo=UTC), reverse=True)

    async def told(self, subscription: Subscription) -> Sequence[Headline]:
        del subscription
        return ()

    async def unread(self, subscription: Subscription) -> Sequence[tuple[str, str]]:
        del subscription
        return ()


def _without_lists(names: Sequence[str]) -> list[str]:
    """The names, with those of OPML files replaced by the feeds in them."""
    from adapters.feeds.opml import read_opml

    every = list[str]()
    for name in names:
        listed = not files.is_link(name) and name.lower().endswith(".opml")
        every += [outline.feed for outline in read_opml(files.read(name))] if listed else [name]
    return every


async def _headlines(feeds: Feeds, name: str) -> Post:
    if files.is_link(name):
        return await feeds.read(name)
    from adapters.feeds.following import headlines

    raw = await asyncio.to_thread(files.read, name)
    return headlines(raw, url=None, content_type=None, now=datetime.now(UTC))
