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

import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_PLAIN = re.compile(r"(https://[a-z0-9.-]+/[^?#;\s]*)(?:\?(?:(?:utm_|at_)\w+=[^&#\s]*(?:&|\Z))+)?").fullmatch
_TRACKING = re.compile(
    r"(?:utm_|at_|ns_|mtm_|pk_|piwik_|hsa_|wt\.|_hs)\w*"
    r"|[a-z]{1,2}clid|[gw]braid|msclkid|igshid?|mc_[ce]id|mkt_tok|cmpi?d?|ocid|ncid|smid|smtyp|ftag|ito|xtor|sr_share"
    r"|ref|ref_src|ref_url|referrer|source|rss|guccounter|_g[al]|spm|wt_?mc|from_?rss|traffic_source"
    r"|jsessionid|phpsessid|session_?id",
    re.IGNORECASE,
).fullmatch
"""Names of parameters that only tell where a reader came from. Short names that some sites use for the number of the
article (``id``, ``sid``, ``cid``, ``p``) are not among them."""

_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


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


def canonical(link: str) -> str:
    """The address without tracking, fragment, default port and letter case of the host; http is https."""
    if plain := _PLAIN(link):
        return plain[1]
    try:
        parts = urlsplit(link.strip())
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:  # brackets that hold no IPv6 address, a port that is no number
        return link
    if parts.scheme not in _PORTS or not host:
        return link
    shown = f"[{host}]" if ":" in host else host
    at = shown if port in {None, _PORTS[parts.scheme]} else f"{shown}:{port}"
    kept = "&".join(part for part in parts.query.split("&") if part and not _TRACKING(part.partition("=")[0]))
    path = _SESSION.sub("", parts.path) or "/"
    return f"https://{at}{path}" + (f"?{kept}" if kept else "")


def _finer(link: str | None, each: Marks) -> str:
    if link is None:
        return each.guid or _hashed(each)
    fragment = (each.link or "").partition("#")[2]
    return " ".join(part for part in (link + (f"#{fragment}" if fragment else ""), each.guid) if part)


def _hashed(each: Marks) -> str:
    day = each.published.date().isoformat() if each.published else ""
    return blake2b(f"{each.title}\n{day}".encode("utf-8", "replace"), digest_size=12).hexdigest()
