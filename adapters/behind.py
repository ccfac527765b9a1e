"""What stands behind every platform: the world, the records, and the desks that are made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.digests import Composer, Press
from bot.editing import Editor
from bot.front_desk import FrontDesk
from bot.newsdesk import Newsdesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Engine

    from adapters.database.records import DigestLedger, Subscriptions
    from bot.digests import Platform
    from bot.errands import Ledger
    from bot.ports import Apart, Articles, Feeds, Records


DELIVER_SECONDS = 5.0
"""Between two looks for digests that are due."""

SETTLE_SECONDS = 1.0
"""To put on record what was acknowledged when we are to stop."""

GRACE_SECONDS = 7.0
"""What is under way when we are to stop has this long to end; the rest is handed back."""


@dataclass(frozen=True, slots=True)
class Behind:
    """``now`` gives an aware UTC time."""

    articles: Articles
    feeds: Feeds
    apart: Apart
    records: Records
    ledger: Ledger
    subscriptions: Subscriptions
    deliveries: DigestLedger
    engine: Engine
    now: Callable[[], datetime]

    def front_desk(self, help_text: str) -> FrontDesk:
        """Who takes what people ask for; ``help_text`` is what can be done on the platform, as it is done there."""
        editor = Editor(self.subscriptions, self.deliveries, self.feeds, self._composer(), self.now)
        return FrontDesk(Newsdesk(self.articles, self.apart, self.records), editor, help_text)

    def press(self, platform: Platform) -> Press:
        """Who delivers the digests of a platform."""
        return Press(self._composer(), self.records, self.deliveries, platform)

    def _composer(self) -> Composer:
        return Composer(self.articles, self.apart, self.subscriptions)
