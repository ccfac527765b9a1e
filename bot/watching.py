"""What whoever runs the bot sees of each thing that is asked for: under which name it is logged, and how it went."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import datetime

Step = Literal[
    "command", "question", "delivery", "poll",
    "fetch", "extract", "summarise", "answer", "model", "compose", "post",
]  # fmt: skip
"""What is asked for, by a person or by the clock; and the parts of it, each of which may have others in it."""

_request: ContextVar[str] = ContextVar("request", default="")


@contextmanager
def request(ident: str) -> Generator[None]:
    """Until left, all that is done here and in tasks that are begun here is done for the request of that name.

    It is the key under which the request is on record, so that a log and the ledger can be laid beside each other.
    """
    before = _request.set(ident)
    try:
        yield
    finally:
        _request.reset(before)


def current_request() -> str:
    """The name of the request that something is being done for; empty where it is for none."""
    return _request.get()


class Watch(Protocol):
    """Whoever counts what happens."""

    def acknowledged(self, platform: str, seconds: float) -> None:
        """Somebody was shown that what they asked for has come in, ``seconds`` after it had."""
        ...

    def during(self, step: Step, **about: str) -> AbstractContextManager[None]:
        """Until left, that step is under way.

        ``about`` tells it from others of its kind: a platform, the host of a site, the name of a model; never a text,
        a whole address or a person.
        """
        ...

    def errand(self, platform: str, seconds: float, *, done: bool) -> None:
        """A command came to an end, ``seconds`` after it was begun here."""
        ...

    def posted(self, platform: str, slot: datetime) -> None:
        """The digest of ``slot``, an aware time, was posted just now."""
        ...

    def model(self, outcome: str, seconds: float) -> None:
        """A language model was asked, and ``seconds`` later answered ("answered"), or failed (the kind of failure)."""
        ...

    def gated(self, *, written: int, repaired: int, replaced: int) -> None:
        """Points of a language model's passed the gate as they were, after a repair, or gave way to the article's."""
        ...


class Unwatched:
    """A ``Watch`` for where nobody counts: a terminal, and most tests."""

    def acknowledged(self, platform: str, seconds: float) -> None:
        """Nobody counts it."""

    def during(self, step: Step, **about: str) -> AbstractContextManager[None]:
        """Nobody counts it."""
        del step, about
        return nullcontext()

    def errand(self, platform: str, seconds: float, *, done: bool) -> None:
        """Nobody counts it."""

    def posted(self, platform: str, slot: datetime) -> None:
        """Nobody counts it."""

    def model(self, outcome: str, seconds: float) -> None:
        """Nobody counts it."""

    def gated(self, *, written: int, repaired: int, replaced: int) -> None:
        """Nobody counts it."""
