"""What a site's robots.txt asks of us, by RFC 9309."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from bot.errors import Forbidden, Garbled, NoArticle, NotFound, Paywalled, RobotsRefused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from yarl import URL

FRESH = 24 * 3600.0
"""Seconds. RFC 9309 2.4: it should not be used longer than 24 hours."""

SIZE = 512_000
"""Bytes. RFC 9309 2.5: at least 500 kibibytes are to be read; what is beyond is passed over."""

MOST = 5_000
"""Sites whose rules are remembered."""

NAME = "Standfirst"
"""What sites call us in their rules."""


@dataclass(slots=True)
class _Site:
    rules: asyncio.Task[Protego]
    until: float


class Robots:
    """The rules of each site, asked for once a day. ``get`` gives the text of a robots.txt, or raises ``Unread``."""

    def __init__(self, get: Callable[[URL], Awaitable[str]]) -> None:
        self._get = get
        self._sites: OrderedDict[str, _Site] = OrderedDict()

    async def pause(self, url: URL) -> float:
        """Seconds the site asks us to wait between two of its pages.

        Raises:
            RobotsRefused: if the site asks us not to read this one.
            Unread: if its rules cannot be read for now; RFC 9309 2.3.1.4: then nothing may be.
        """
        origin = str(url.origin())
        site = self._sites.get(origin)
        now = asyncio.get_running_loop().time()
        if site is None or site.until < now or _failed(site.rules):
            site = _Site(asyncio.create_task(self._ask(url)), now + FRESH)
            site.rules.add_done_callback(_failed)  # marks a failure as seen, should nobody wait for it any more
            self._sites[origin] = site
            while len(self._sites) > MOST:
                self._sites.popitem(last=False)
        rules = await asyncio.shield(site.rules)  # others may wait for it when we no longer do
        if not rules.can_fetch(str(url), NAME):
            raise RobotsRefused(url.host or "")
        return rules.crawl_delay(NAME) or 0.0

    async def _ask(self, url: URL) -> Protego:
        try:
            text = await self._get(url.origin() / "robots.txt")
        except (Forbidden, Garbled, NoArticle, NotFound, Paywalled):
            text = ""  # RFC 9309 2.3.1.3: what the site doesn't show sets no rules
        return Protego.parse(text)


def _failed(rules: asyncio.Task[Protego]) -> bool:
    return rules.done() and (rules.cancelled() or isinstance(rules.exception(), Exception))
