"""What stands behind every platform: the world, the records, and the desks that are made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bot.composing import Composer
from bot.conversations import Conversations
from bot.copywriting import Copywriter
from bot.digests import Press
from bot.editing import Editor
from bot.forgetting import Forgetter
from bot.front_desk import FrontDesk
from bot.newsdesk import Newsdesk
from bot.watching import Unwatched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from sqlalchemy import Engine as SqlEngine

    from adapters.database.records import DigestLedger, Subscriptions
    from bot.copywriting import Writing
    from bot.digests import Platform
    from bot.errands import Ledger
    from bot.follow_ups import Threads
    from bot.ports import Apart, Articles, Feeds, Records
    from bot.settings import OnUnknown
    from bot.watching import Watch


SETTLE_SECONDS = 1.0
"""To put on record what was acknowledged when we are to stop."""

GRACE_SECONDS = 4.0
"""What is under way when we are to stop has this long to end; the rest is handed back.

All is to be over within 10 s: before it a platform waits for its digests (``adapters.engine.local``) and settles, after
it the web server ends what it answers and traces are sent, and the clock's ticks have their time meanwhile.
"""


class Engine(Protocol):
    """Who delivers digests."""

    def delivering(self, platform: str, press: Press) -> AbstractAsyncContextManager[object]:
        """Until left, what is due on that platform is delivered over ``press``, or left to others, as it is set."""
        ...


@dataclass(frozen=True, slots=True)
class Behind:
    """``now`` gives an aware UTC time; ``on_unknown`` is as ``Press`` has it, ``threads`` is what is answered there.

    ``model`` is the language model, if one is set up; ``watch`` counts what happens.
    """

    articles: Articles
    feeds: Feeds
    apart: Apart
    roomy: Apart
    records: Records
    ledger: Ledger
    subscriptions: Subscriptions
    deliveries: DigestLedger
    sql: SqlEngine
    engine: Engine
    now: Callable[[], datetime]
    on_unknown: OnUnknown = "skip"
    threads: Threads = "questions"
    model: Writing | None = None
    watch: Watch = field(default_factory=Unwatched)

    def front_desk(self, help_text: str) -> FrontDesk:
        """Who takes what people ask for; ``help_text`` is what can be done on the platform, as it is done there."""
        editor = Editor(self.subscriptions, self.deliveries, self.feeds, self._composer(), _opml, self.now)
        copywriter = self._copywriter()
        conversations = Conversations(self.articles, self.apart, self.records, editor, copywriter)
        desk = Newsdesk(self.articles, self.apart, self.records, copywriter, self.watch)
        return FrontDesk(desk, conversations, editor, Forgetter(self.records), help_text, self.watch)

    def press(self, platform: Platform) -> Press:
        """Who delivers the digests of a platform."""
        return Press(
            self._composer(), self.records, self.deliveries, platform, on_unknown=self.on_unknown, watch=self.watch
        )

    def _composer(self) -> Composer:
        return Composer(self.articles, self.apart, self.subscriptions, self.roomy, self._copywriter(), self.records)

    def _copywriter(self) -> Copywriter:
        return Copywriter(self.apart, self.model, self.roomy, self.watch)


def _opml(feeds: Sequence[str], title: str) -> str:
    from adapters.feeds.opml import Outline, write_opml  # noqa: PLC0415 - seldom needed, and it brings lxml

    return write_opml([Outline(feed, feed) for feed in feeds], title).decode()
