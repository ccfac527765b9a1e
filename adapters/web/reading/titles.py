"""The headline of a page, out of the several that it gives.

The printed headline is the article's: ``og:title`` and ``headline`` are often rewritten for other places, ``<title>``
carries the site's name. So the ``<h1>`` is taken when any of the others has words in common with it, or when there is
only one and it reads as a headline; else the linked data's headline, ``og:title`` and ``<title>`` in that order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 300
"""Characters. What is longer is a paragraph that a template made a heading."""

ALIKE = 0.4
"""Of the words of the shorter one. A rewritten headline keeps about half of them, other headlines next to none."""

FEWEST_WORDS = 4
"""Of an ``<h1>`` that shares no words with the other titles: shorter ones are the name of a site or a section."""

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+(?:[|·•»–—-]|::|-{2})\s+|\s*[|｜]\s*")
_NO_HEADLINE = re.compile(r"(?i)^(?:menu|search|home|news|article|blog|latest news|cookies?|we value your privacy)$")


def headline(
    h1s: Sequence[str], data: str | None, metas: Sequence[str], page: str | None, *, site: str | None
) -> str | None:
    """The article's, without the name of its ``site``. ``h1s`` are printed, ``page`` is the ``<title>``."""
    others = [without_site(each, site) for each in (data, *metas, page) if each]
    printed = [each for each in (without_site(h1, site) for h1 in h1s) if _may_be(each, site)]
    best = max(printed, key=lambda h1: max((alike(h1, each) for each in others), default=0.0), default=None)
    if best is not None:
        close = max((alike(best, each) for each in others), default=1.0)
        if close >= ALIKE or (len(printed) == 1 and len(_WORD.findall(best)) >= FEWEST_WORDS):
            return _without_kicker(best, others)
    return next((each for each in others if _may_be(each, site)), None)


def _without_kicker(h1: str, others: Sequence[str]) -> str:
    """The line over a headline is often inside its element: another title then is the rest of it."""
    inside = [each for each in others if h1.endswith(each) and len(each) * 2 >= len(h1)]
    return max(inside, key=len, default=h1)


def without_site(title: str, site: str | None) -> str:
    """``title`` without what follows or leads it as the name of the site, or of a section beside that."""
    parts = _SEPARATOR.split(title)
    if len(parts) == 1 or not site:
        return title.strip()
    cut = title
    for part in (parts[-1], parts[0]):
        if _names(part, site):
            start = cut.find(part) if part == parts[0] else -1
            cut = cut[start + len(part) :] if start == 0 else cut[: cut.rfind(part)]
            return _trim(cut)
    return title.strip()


def site_in_title(title: str | None, host: str) -> str | None:
    """The part of a ``<title>`` that is also in the host's name: "The Courier" of thecourier.example."""
    bare = re.sub(r"\W", "", host.removeprefix("www.").lower())
    parts = _SEPARATOR.split(title or "")
    for part in reversed(parts if len(parts) > 1 else []):
        name = re.sub(r"\W|^the ", "", part.lower())
        if len(name) > 2 and name in bare:  # noqa: PLR2004 - shorter ones are in anything
            return part.strip()
    return None


def alike(one: str, other: str) -> float:
    """The share of the shorter title's words that the other has too."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) / max(1, min(len(a), len(b)))


def _may_be(title: str, site: str | None) -> bool:
    return (
        0 < len(title) <= LONGEST
        and not _NO_HEADLINE.match(title)
        and not (site and _bare(title) == _bare(site))
        and any(map(str.isalpha, title))
    )


def _names(part: str, site: str) -> bool:
    one, other = _bare(part), _bare(site)
    return bool(one) and (one == other or (len(other) > 2 and (one.startswith(other) or other.startswith(one))))  # noqa: PLR2004 - see above


def _bare(text: str) -> str:
    return re.sub(r"^the(?=\w{3})|\W|_", "", re.sub(r"^the\s+", "", text.lower()))


def _trim(title: str) -> str:
    return re.sub(r"^\s*(?:[|·•»–—｜-]|::)+\s*|\s*(?:[|·•«–—｜-]|::)+\s*$", "", title).strip()
