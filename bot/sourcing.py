"""The feeds behind the addresses that somebody gave for a digest."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.errors import BadSources, IsOpml, NotAFeed, StandfirstError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Headlines
    from bot.ports import Feeds

MOST_SOURCES = 30
"""Of one digest."""

AT_ONCE = 8
"""Addresses that are looked at together."""

_NONE = "Give at least one source: the address of a site or of its feed."


async def find_sources(feeds: Feeds, given: Sequence[str]) -> tuple[dict[str, Headlines], list[str]]:
    """The feeds behind addresses of sites, feeds and lists of feeds; and a sentence for each where there is none.

    Raises:
        BadSources: if there is none at all, or too many; the message says why.
    """
    if not given:
        raise BadSources(_NONE)
    _count(len(given))
    found, refused = dict[str, "Headlines"](), list[str]()
    typed, listed = [*dict.fromkeys(given)], list[str]()
    for source, seen in zip(typed, await _all(feeds, typed), strict=True):
        if isinstance(seen, IsOpml):
            listed += [each for each in seen.offered if each not in listed]
        else:
            _take(source, seen, found, refused)
    if listed:
        _count(len(found) + len(listed))
        for source, seen in zip(listed, await _all(feeds, listed), strict=True):
            _take(source, seen, found, refused)
    if not found:
        raise BadSources(" ".join(refused) or _NONE)
    return found, refused


async def _all(feeds: Feeds, sources: Sequence[str]) -> list[Headlines | StandfirstError]:
    turns = asyncio.Semaphore(AT_ONCE)

    async def one(source: str) -> Headlines | StandfirstError:
        async with turns:
            try:
                return await feeds.read(_link(source))
            except StandfirstError as error:
                return error

    return await asyncio.gather(*map(one, sources))


def _link(source: str) -> str:
    return source if "://" in source else f"https://{source}"


def _take(source: str, seen: Headlines | StandfirstError, found: dict[str, Headlines], refused: list[str]) -> None:
    if isinstance(seen, NotAFeed):
        offered = f" The site has: {', '.join(seen.offered)}." if seen.offered else ""
        refused.append(f"{source} is no feed, so it was left out.{offered}")
    elif isinstance(seen, StandfirstError):
        refused.append(f"{source} was left out: {seen}")
    else:
        found[seen.url or _link(source)] = seen


def _count(sources: int) -> None:
    if sources > MOST_SOURCES:
        problem = f"Give at most {MOST_SOURCES} sources; those are {sources}."
        raise BadSources(problem)
