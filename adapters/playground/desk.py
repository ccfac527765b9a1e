"""What is typed and pressed in the playground is handed to the front desk, and the answer goes on the board."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

from adapters.lines import asked_in
from adapters.playground.board import Said
from adapters.playground.outlet import BoardOutlet
from bot.errors import StandfirstError
from bot.front_desk import Request
from bot.model import Channel, Notice, Thread, Verdict
from bot.watching import request as named

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine

    from adapters.database.records import Subscriptions
    from adapters.demo_site import DemoSite
    from adapters.playground.board import Board, Boards, Entry
    from bot.digests import Press
    from bot.front_desk import FrontDesk
    from bot.model import Subscription
    from bot.ports import Records

PLATFORM = "playground"

LONGEST_SHOWN = 280
"""Characters of what was typed that the board repeats; a pasted article is not to be scrolled past."""

HELP = """\
A link, or the text of an article: briefs it
A question in the box below a post: asks about its article, or about the stories of a digest
/quotes: every quotation of the latest article
/digest weekdays 08:30 Europe/London example.org: sets up a digest; /digest help says what else can be typed
/forget: deletes what I know of a thread, an article, or all of it"""


@dataclass(frozen=True, slots=True)
class Desk:
    """For all conversations. Each has one person, who may do everything; ``site`` has the bundled articles."""

    front_desk: FrontDesk
    press: Press
    records: Records
    subscriptions: Subscriptions
    boards: Boards
    site: DemoSite
    _tasks: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[None]:
        """Until left; what is under way then is given up, and the page that shows it is gone with it."""
        try:
            yield
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def hear(self, name: str, line: str, thread: str = "") -> asyncio.Task[None]:
        """Do what was typed in the conversation of that name, or in a thread of it."""
        return self._begin(name, self._hear(name, line, thread))

    def brief(self, name: str, article: str, thread: str) -> asyncio.Task[None]:
        """Brief the article of that fingerprint in a thread."""
        return self._begin(
            name, self._handle(name, Request("brief_filed", name, _thread(name, thread), article=article))
        )

    def quotes(self, name: str, article: str, thread: str) -> asyncio.Task[None]:
        """Show every quotation of it there."""
        return self._begin(name, self._handle(name, Request("quotes", name, _thread(name, thread), article=article)))

    def again(self, name: str, entry: Entry) -> asyncio.Task[None] | None:
        """Try once more what failed there."""
        return self._begin(name, self._handle(name, entry.again)) if entry.again else None

    def sample_digest(self, name: str) -> asyncio.Task[None]:
        """Set up a digest of the bundled feed, in place of an older one, and deliver it now."""
        return self._begin(name, self._sample_digest(name))

    async def judge(self, name: str, entry: Entry, article: str, *, good: bool) -> None:
        """Keep what the person thinks of a briefing."""
        await self.records.judge(Verdict(_thread(name, entry.thread), article, name, good))
        self.boards.of(name).judge(entry.number, good=good)

    def _begin(self, name: str, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._telling(name, work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _telling(self, name: str, work: Coroutine[object, object, None]) -> None:
        """What the front desk could not tell, the database that cannot be used, stands on the board."""
        try:
            await work
        except StandfirstError as error:
            self.boards.of(name).add(uuid4().hex, Notice(str(error)))

    async def _hear(self, name: str, line: str, thread: str) -> None:
        board, asked_there = self.boards.of(name), _thread(name, thread)
        request = await asked_in(line, name, asked_there, self.records)
        if request is None:
            return
        if request.kind == "ask" and not thread:
            latest = await self.records.latest(asked_there.channel)
            known = {each.thread for each in board.entries}
            thread = latest.ident if latest and latest.ident in known else ""
        there = _thread(name, thread or uuid4().hex)
        shown = line.strip()
        board.add(there.ident, Said(shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN].rstrip()} …"))
        await self._handle(name, request, there)
        if request.kind == "forget":
            await self._forget(board)

    async def _handle(self, name: str, request: Request, there: Thread | None = None) -> None:
        board, thread = self.boards.of(name), there or request.about
        board.begin(thread.ident, "Working …")
        try:
            with named(f"{PLATFORM} {uuid4().hex}"):
                await self.front_desk.handle(request, BoardOutlet(board, thread, request))
        finally:
            board.end(thread.ident)

    async def _sample_digest(self, name: str) -> None:
        channel = _thread(name, "").channel
        for one in await self._samples(channel):
            await self.subscriptions.remove(one)
        await self._hear(name, f"/digest daily 08:30 UTC {self.site.feed}", "")
        for one in await self._samples(channel):
            await self._hear(name, f"/digest run {one.ident}", "")
        await self.press.run_due(PLATFORM, channel)

    async def _samples(self, channel: Channel) -> list[Subscription]:
        every = await self.subscriptions.of_workspace(PLATFORM, channel.workspace)
        return [each for each in every if each.channel == channel and self.site.feed in each.sources]

    async def _forget(self, board: Board) -> None:
        """What the database has forgotten is not shown any more."""
        shown = {article for each in board.entries for article in each.articles}
        board.keep_only([each for each in shown if await self.records.filed(each)])


def _thread(name: str, ident: str) -> Thread:
    """All conversations are of one workspace, so that they share its budget."""
    return Thread(Channel(PLATFORM, "", name), ident)
