"""Where answers and digests go in the playground: on the board of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Thread

if TYPE_CHECKING:
    from adapters.playground.board import Board, Boards
    from bot.front_desk import Request
    from bot.model import Channel, Delivery, Digest, Notice, Post

_REPEATABLE = frozenset({"brief_link", "brief_text", "brief_filed", "quotes"})
"""What is answered by a post, so that a notice means that it failed."""


@dataclass(frozen=True, slots=True)
class BoardOutlet:
    """Where one answer goes: into ``thread``. ``bot.ports.Outlet``."""

    board: Board
    thread: Thread
    request: Request

    async def progress(self, doing: str) -> None:
        """What is being done, below what was asked."""
        self.board.begin(self.thread.ident, doing)

    async def post(self, post: Post) -> Thread:
        """On the board, and it can be asked about."""
        self.board.add(self.thread.ident, post)
        return self.thread

    async def tell(self, notice: Notice) -> None:
        """The same; there is nobody else."""
        again = self.request if self.request.kind in _REPEATABLE else None
        self.board.add(self.thread.ident, notice, again)


@dataclass(frozen=True, slots=True)
class BoardDigests:
    """Digests on the boards of the conversations they were set up in. ``bot.digests.Platform``."""

    boards: Boards

    async def post_digest(self, delivery: Delivery, digest: Digest, key: str) -> Thread:
        """It begins a thread of its own, named by ``key``, by which it is known again."""
        channel = delivery.subscription.channel
        board = self.boards.of(channel.ident)
        if not delivery.again or all(each.thread != key for each in board.entries):
            board.add(key, digest)
        return Thread(channel, key)

    async def tell_person(self, channel: Channel, person: str, notice: Notice, key: str) -> None:
        """In the same place: a conversation has but one person."""
        del person
        self.boards.of(channel.ident).add(key, notice)
