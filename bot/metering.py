"""What a language model costs: each prompt is asked once, each workspace has its share, and all of it is on record."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from bot.errors import BudgetSpent, ModelError
from bot.watching import Unwatched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from bot.settings import ModelSettings, Price
    from bot.watching import Watch
    from summariser.ports import LanguageModel, Prompt, Reply

_MILLION = Decimal(1_000_000)
_CHARACTERS_A_TOKEN = 4


@dataclass(frozen=True, slots=True)
class Spent:
    """What a workspace used of a model on a day (UTC): calls, which are all requests that were sent, and tokens."""

    workspace: str
    day: date
    model: str
    calls: int
    tokens_in: int
    tokens_out: int

    def money(self, price: Price | None) -> Decimal:
        """What that costs, by prices for a million tokens; nothing where they are not known."""
        if price is None:
            return Decimal(0)
        return (self.tokens_in * price.tokens_in + self.tokens_out * price.tokens_out) / _MILLION


class Books(Protocol):
    """Where what was asked and what it cost is on record."""

    async def answered(self, key: str) -> Reply | None:
        """What was answered to the prompt of that key, if that is still kept."""
        ...

    async def answer(self, key: str, reply: Reply) -> None:
        """Keep what was answered."""
        ...

    async def spent(self, workspace: str, day: date) -> Sequence[Spent]:
        """What a workspace used on a day, a row a model."""
        ...

    async def spend(self, spent: Spent) -> None:
        """Add to it."""
        ...


@dataclass(slots=True)
class Notebook:
    """Books that are kept as long as the process: where there is no database."""

    _answers: dict[str, Reply] = field(default_factory=dict[str, "Reply"], init=False)

    async def answered(self, key: str) -> Reply | None:
        """What was answered to the prompt of that key."""
        return self._answers.get(key)

    async def answer(self, key: str, reply: Reply) -> None:
        """Keep what was answered."""
        self._answers[key] = reply

    async def spent(self, workspace: str, day: date) -> Sequence[Spent]:
        """Nothing: a command at a terminal has no cap."""
        del workspace, day
        return ()

    async def spend(self, spent: Spent) -> None:
        """It is not kept."""
        del spent


@dataclass(slots=True)
class Metered:
    """A language model within its caps. ``now`` gives an aware UTC time. `bot.copywriting.Writing`.

    ``watch`` counts its calls. It belongs to one event loop: whoever asks the same as somebody who is waiting waits for
    the same answer.
    """

    model: LanguageModel
    settings: ModelSettings
    books: Books
    now: Callable[[], datetime]
    watch: Watch = field(default_factory=Unwatched)
    _under_way: dict[str, asyncio.Task[Reply]] = field(default_factory=dict[str, "asyncio.Task[Reply]"], init=False)

    @property
    def name(self) -> str:
        """What it is called, beside what it wrote."""
        return self.settings.name

    async def complete(self, prompt: Prompt, workspace: str) -> Reply:
        """The object it answers with; the same prompt is asked once, and again only when its answer is forgotten.

        Raises:
            BudgetSpent: if the workspace has used up what it may today.
            ModelError: if there is no answer to be had in time.
        """
        key = key_of(prompt, self.settings.name)
        kept = await self.books.answered(key)
        if kept is not None:
            return kept
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._asked(prompt, key, workspace))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key, None))
        return await asyncio.shield(task)

    async def _asked(self, prompt: Prompt, key: str, workspace: str) -> Reply:
        await self._within_budget(workspace)
        began = time.monotonic()
        try:
            with self.watch.during("model", model=self.settings.name):
                reply = await self.model.complete(prompt)
        except ModelError as error:
            self.watch.model(error.kind, time.monotonic() - began)
            await self._note(workspace, error)
            raise
        self.watch.model("answered", time.monotonic() - began)
        await self._note(workspace, reply)
        await self.books.answer(key, reply)
        return reply

    async def _note(self, workspace: str, cost: Reply | ModelError) -> None:
        if cost.requests:
            counted = cost.requests, cost.tokens_in, cost.tokens_out
            await self.books.spend(Spent(workspace, self.now().date(), self.settings.name, *counted))

    async def _within_budget(self, workspace: str) -> None:
        """Whether anything may be asked. What is under way is not counted: a cap may be passed by a few calls."""
        settings = self.settings
        if settings.tokens_per_day is None and settings.money is None:
            return
        rows = await self.books.spent(workspace, self.now().date())
        tokens = sum(each.tokens_in + each.tokens_out for each in rows)
        money = sum((each.money(settings.price) for each in rows), Decimal(0))
        if settings.tokens_per_day is not None and tokens >= settings.tokens_per_day:
            raise BudgetSpent
        if settings.money is not None and money >= settings.money:
            raise BudgetSpent


def estimated(characters: int) -> int:
    """The tokens of a text where nobody counted them: about right for English, too few for most other languages."""
    return -(-characters // _CHARACTERS_A_TOKEN)


def key_of(prompt: Prompt, model: str) -> str:
    """What a prompt's answer is kept under: a hash of all that is sent, and to which model."""
    sent = [prompt.name, prompt.version, prompt.rules, prompt.material, prompt.schema, prompt.most_tokens, model]
    return sha256(json.dumps(sent, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
