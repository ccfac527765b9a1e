"""What somebody wants forgotten is deleted at once: a thread, an article, everything of theirs, or of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import MayNotForget
from bot.model import Held, Notice, Scope
from bot.newsdesk import telling
from bot.typed import Forget, parse_forget

if TYPE_CHECKING:
    from bot.model import Thread
    from bot.ports import Outlet, Records

HELP = """\
/forget thread: what I know of this thread, or of the latest one here: its questions, and what nobody else asked about
/forget example.org/article: the same for an article
/forget me: everything that you asked for here, and the digests that you manage
/forget workspace: everything of this workspace, for those who manage it
What stands in the channel is not mine to forget; delete it there."""

NOTHING = "There is nothing of that here that I could forget for you."


@dataclass(frozen=True, slots=True)
class Wisher:
    """Who wants something forgotten, and where: the channel, and the thread in it, whose name may be empty.

    Who ``manages`` the workspace may have forgotten what others asked for, too.
    """

    person: str
    about: Thread
    manages: bool = False


@dataclass(frozen=True, slots=True)
class Forgetter:
    """Forgets, and says what that was; before much goes at once it asks for a word more."""

    records: Records

    async def handle(self, text: str, by: Wisher, outlet: Outlet) -> None:
        """Do what was typed behind ``/forget``.

        Raises:
            Undelivered: if what became of it cannot be told, or nobody can tell.
        """
        async with telling(outlet):
            wish = parse_forget(text)
            await outlet.tell(Notice(HELP if wish is None else await self.forget(wish, by)))

    async def forget(self, wish: Forget, by: Wisher) -> str:
        """Do it; what was forgotten, or what else has to be said first.

        Raises:
            MayNotForget: if it is more than theirs, and they don't manage the workspace.
            StoreUnusable: if the database cannot be used.
        """
        scope = await self._scope(wish, by)
        if scope is None:
            return NOTHING
        large = wish.what in {"me", "workspace"}
        held = await self.records.forget(scope, really=wish.sure or not large)
        if held == Held():
            return NOTHING
        if large and not wish.sure:
            return f"That would forget {_listed(held)}, for good; if you want that: /forget {wish.what} yes."
        return f"Forgotten: {_listed(held)}."

    async def _scope(self, wish: Forget, by: Wisher) -> Scope | None:
        """How far it reaches; ``None`` if there is no such thread.

        Raises:
            MayNotForget: if it is more than theirs, and they don't manage the workspace.
        """
        channel = by.about.channel
        whose = "" if by.manages else by.person
        match wish.what:
            case "thread":
                thread = by.about if by.about.ident else await self.records.latest(channel)
                return Scope(channel.platform, channel.workspace, whose, thread=thread) if thread else None
            case "article":
                return Scope(channel.platform, channel.workspace, whose, link=wish.link)
            case "me":
                return Scope(channel.platform, channel.workspace, by.person)
            case "workspace":
                if not by.manages:
                    raise MayNotForget
                return Scope(channel.platform, channel.workspace)


def _listed(held: Held) -> str:
    """How many there were of each, as a sentence has it."""
    every = [
        _counted(held.threads, "thread"),
        _counted(held.questions, "question"),
        _counted(held.opinions, "opinion"),
        _counted(held.articles, "text of an article", "texts of articles"),
        _counted(held.digests, "digest"),
    ]
    *most, last = filter(None, every)
    return f"{', '.join(most)} and {last}" if most else last


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}" if number else ""
