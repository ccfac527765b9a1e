"""The bot in a terminal: the same commands and the same posts as elsewhere, for one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

from adapters.lines import asked_in
from bot.errors import Undelivered
from bot.model import Channel, Notice, Thread
from bot.watching import request as named

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.behind import Behind
    from bot.digests import Press
    from bot.front_desk import FrontDesk
    from bot.model import Delivery, Digest, Post
    from bot.ports import Records

PLATFORM, PERSON = "terminal", "you"
HERE = Channel(PLATFORM, "", "chat")

HELP = """\
A link, or /brief with a link or a text: briefs an article
/brief language German: has briefings in another language, quotes beside their translation
A question: asks about the latest article, or the stories of the latest digest
/quotes: every quotation of the latest article
/digest weekdays 08:30 Europe/London example.org: sets up a digest; /digest help says what else can be typed
/forget: deletes what I know of a thread, an article, or all of it
/quit, or Ctrl-D: ends"""

QUIT = frozenset({"/quit", "/exit", "/q"})


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation. ``show`` puts a post where the person sees it."""

    front_desk: FrontDesk
    press: Press
    records: Records
    show: Callable[[Post], None]

    async def hear(self, line: str) -> None:
        """Do what was typed, and show what comes of it.

        Raises:
            StoreUnusable: if what is needed cannot be looked up now.
        """
        if request := await asked_in(line, PERSON, Thread(HERE, ""), self.records):
            outlet = ChatOutlet(self.show)
            try:
                with named(f"{PLATFORM} {outlet.ident}"):
                    await self.front_desk.handle(request, outlet)
            except Undelivered as error:  # a screen takes everything; it is here because platforms may not
                self.show(Notice(str(error)))


def chat(behind: Behind, show: Callable[[Post], None]) -> Chat:
    """A conversation that begins now."""
    press = behind.press(ChatDigests(show))
    return Chat(behind.front_desk(HELP), press, behind.records, show)


@dataclass(frozen=True, slots=True)
class ChatOutlet:
    """Where one answer goes: on the screen. ``bot.ports.Outlet``."""

    show: Callable[[Post], None]
    ident: str = field(default_factory=lambda: uuid4().hex)

    async def progress(self, doing: str) -> None:
        """What is being done, in a line."""
        self.show(Notice(doing))

    async def post(self, post: Post) -> Thread | None:
        """On the screen, and it can be asked about."""
        self.show(post)
        return Thread(HERE, self.ident)

    async def tell(self, notice: Notice) -> None:
        """The same; there is nobody else."""
        self.show(notice)


@dataclass(frozen=True, slots=True)
class ChatDigests:
    """Digests on the screen: the stories, then the briefing of each. ``bot.digests.Platform``."""

    show: Callable[[Post], None]

    async def post_digest(self, delivery: Delivery, digest: Digest, key: str) -> Thread:
        """A screen remembers nothing, so what was broken off is shown again."""
        self.show(digest)
        for story in digest.stories:
            self.show(story.briefing)
        return Thread(delivery.subscription.channel, key)

    async def tell_person(self, channel: Channel, person: str, notice: Notice, key: str) -> None:
        """There is but one person."""
        del channel, person, key
        self.show(notice)
