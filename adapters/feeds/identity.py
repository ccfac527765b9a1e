"""What makes a headline the same one at the next poll.

RSS says the ``guid`` does (RSS 2.0, "guid is a string that uniquely identifies the item"), and outlets break it: some
write a new one each time the feed is made, some put a session or the time into it. Their link is what readers share,
so they keep that. Hence, in this order:

1. the link, without what only tells where the reader came from, unless several headlines share it or it is the site's
   own front page;
2. for those, the link with its fragment and the GUID;
3. where there is neither, a hash of the title and the day.

A headline that shares its link with others changes its identity when the last of those leaves the feed. That is rare,
and costs one repetition.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from adapters.links import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class Marks(NamedTuple):
    """What may tell one headline from another."""

    link: str | None
    guid: str | None
    title: str
    published: datetime | None


def idents(headlines: Sequence[Marks], site: str | None) -> list[str]:
    """The identity of each, in their order. Two have the same only if nothing at all tells them apart."""
    front = canonical(site) if site else None
    links = [canonical(each.link) if each.link else None for each in headlines]
    often = Counter(links)
    if len(often) == len(links) and None not in often and front not in often:
        return [link for link in links if link]
    found = [
        link if link and link != front and often[link] == 1 else _finer(link, each)
        for link, each in zip(links, headlines, strict=True)
    ]
    again = Counter(found)
    return [
        f"{ident} {_hashed(each)}" if again[ident] > 1 else ident for ident, each in zip(found, headlines, strict=True)
    ]


def _finer(link: str | None, each: Marks) -> str:
    if link is None:
        return each.guid or _hashed(each)
    fragment = (each.link or "").partition("#")[2]
    return " ".join(part for part in (link + (f"#{fragment}" if fragment else ""), each.guid) if part)


def _hashed(each: Marks) -> str:
    day = each.published.date().isoformat() if each.published else ""
    return blake2b(f"{each.title}\n{day}".encode("utf-8", "replace"), digest_size=12).hexdigest()
