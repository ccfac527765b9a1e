"""What people ask for, on whatever platform, is handed to whoever does it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.editing import Editing
from bot.edits import Create, parse_edit
from bot.errors import Undelivered
from bot.forgetting import Wisher
from bot.model import Notice
from bot.newsdesk import Asker
from bot.typed import Forget, Help, Link, Nothing, Pasted, Question, Speak
from bot.watching import Unwatched

if TYPE_CHECKING:
    from bot.conversations import Conversations
    from bot.editing import Editor
    from bot.errands import Errand
    from bot.forgetting import Forgetter
    from bot.model import Post, Thread
    from bot.newsdesk import Newsdesk
    from bot.ports import Outlet
    from bot.typed import Typed
    from bot.watching import Step, Watch

Kind = Literal[
    "brief_link", "brief_text", "brief_filed", "ask", "quotes", "help", "digest", "digest_form", "language", "forget"
]  # fmt: skip
"""``text`` is the link, the article, the question, what was typed behind ``/digest`` or ``/forget``, the form of a
digest, written, or the name of a language."""

_GIVEN_UP = "I tried that several times and was interrupted each time; ask again, or tell whoever runs me."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What one person asks for; ``about`` is where: the channel, and the thread in it, whose name may be empty.

    ``article`` is the fingerprint of the one it is about; empty, it is about those of the thread. ``any_digest`` is
    whether the platform lets them change the digests that others set up, ``manages`` whether they manage the workspace.
    """

    kind: Kind
    person: str
    about: Thread
    text: str = ""
    article: str = ""
    any_digest: bool = False
    manages: bool = False


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """Takes requests. ``help_text`` is what can be done on the platform, as it is done there."""

    desk: Newsdesk
    conversations: Conversations
    editor: Editor
    forgetter: Forgetter
    help_text: str
    watch: Watch = field(default_factory=Unwatched)

    async def carry_out(self, errand: Errand, request: Request, outlet: Outlet) -> None:
        """Do what is on record, unless it was tried too often; what goes wrong is told to whoever asked.

        Raises:
            StoreUnusable: if what is needed cannot be looked up now.
        """
        try:
            if errand.given_up:
                await outlet.tell(Notice(_GIVEN_UP))
            else:
                await self.handle(request, outlet)
        except Undelivered as error:
            await tell(outlet, str(error))

    async def handle(self, request: Request, outlet: Outlet) -> None:
        """Do it; the answer and whatever goes wrong go to ``outlet``.

        Raises:
            Undelivered: if the answer is not there, or nobody can tell.
        """
        step: Step = "question" if request.kind == "ask" else "command"
        with self.watch.during(step, platform=request.about.channel.platform, kind=request.kind):
            await self._handle(request, _Watched(outlet, self.watch))

    async def _handle(self, request: Request, outlet: Outlet) -> None:
        by = Editing(request.about.channel, request.person, request.any_digest)
        asker = Asker(request.person, request.about.channel)
        match request.kind:
            case "brief_link":
                await self.desk.brief(Link(request.text), asker, outlet)
            case "brief_text":
                await self.desk.brief(Pasted(request.text), asker, outlet)
            case "brief_filed":
                await self.desk.brief_again(request.article, asker, outlet)
            case "quotes":
                await self.desk.quotes(request.article, outlet)
            case "ask":
                about = request.article or request.about
                await self.conversations.reply(request.text, about, asker, outlet)
            case "digest" | "digest_form":
                edit = parse_edit(request.text) if request.kind == "digest" else Create.read(request.text)
                await self.editor.handle(edit, by, outlet)
            case "language":
                await self.desk.speak(request.text, asker, outlet)
            case "forget":
                wisher = Wisher(request.person, request.about, request.manages)
                await self.forgetter.handle(request.text, wisher, outlet)
            case "help":
                await outlet.tell(Notice(self.help_text))


@dataclass(frozen=True, slots=True)
class _Watched:
    """An outlet whose posts are timed, whoever of those behind the desk posts them. ``bot.ports.Outlet``."""

    outlet: Outlet
    watch: Watch

    async def progress(self, doing: str) -> None:
        await self.outlet.progress(doing)

    async def post(self, post: Post) -> Thread | None:
        with self.watch.during("post"):
            return await self.outlet.post(post)

    async def tell(self, notice: Notice) -> None:
        with self.watch.during("post"):
            await self.outlet.tell(notice)


async def tell(outlet: Outlet, text: str) -> None:
    """Say it to whoever asked; if that is impossible, to the log."""
    try:
        await outlet.tell(Notice(text))
    except Undelivered as error:
        _log.error("An answer was not delivered, and nobody could be told: %s", error)


def kind_of(what: Typed, *, question: Kind) -> tuple[Kind, str]:
    """What somebody who typed ``what`` asks for; ``question`` is what something short without a link is there."""
    match what:
        case Link(url):
            return "brief_link", url
        case Pasted(text):
            return "brief_text", text
        case Question(text):
            return question, text
        case Speak(language):
            return "language", language
        case Forget(thing, link, sure):
            return "forget", f"{link or thing} {'yes' if sure else ''}".strip()
        case Help() | Nothing():
            return "help", ""
