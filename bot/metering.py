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
    the same answer, and whoever was first pays for it.

    What is under way counts with the most that a request for it may take, so that prompts that come at once pass a cap
    by no more than one of them does. Those of other processes are not seen until they end.
    """

    model: LanguageModel
    settings: ModelSettings
    books: Books
    now: Callable[[], datetime]
    watch: Watch = field(default_factory=Unwatched)
    _under_way: dict[str, asyncio.Task[Reply]] = field(default_factory=dict[str, "asyncio.Task[Reply]"], init=False)
    _reserved: dict[str, Spent] = field(default_factory=dict[str, Spent], init=False)
    _counting: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    @property
    def name(self) -> str:
        """What it is called, beside what it wrote."""
        return self.settings.name

    @property
    def deadline(self) -> float:
        """Seconds that all it is asked for one briefing may take."""
        return self.settings.deadline

    async def complete(self, prompt: Prompt, workspace: str) -> Reply:
        """The object it answers with; the same prompt is asked once, and again only when its answer is forgotten.

        What is kept costs nothing, and is there for those too who have nothing left.

        Raises:
            BudgetSpent: if the workspace has used up what it may today.
            ModelError: if there is no answer to be had in time.
        """
        key = key_of(prompt, self.settings.name)
        if key not in self._under_way and (kept := await self.books.answered(key)) is not None:
            return kept
        async with self._counting:
            rows = await self._rows(workspace)
            task = self._under_way.get(key)
            self._within_budget(rows if task else [*rows, *self._reserved_for(workspace)])
            task = task or self._begun(prompt, key, workspace)
        return await asyncio.shield(task)

    def _begun(self, prompt: Prompt, key: str, workspace: str) -> asyncio.Task[Reply]:
        self._reserved[key] = self._spent(workspace, 0, *_most(prompt))
        task = asyncio.create_task(self._answered(prompt, key, workspace))
        self._under_way[key] = task
        task.add_done_callback(lambda _: self._ended(key))
        return task

    def _ended(self, key: str) -> None:
        del self._under_way[key]
        self._reserved.pop(key, None)

    async def _answered(self, prompt: Prompt, key: str, workspace: str) -> Reply:
        # Another who asked the same may have had the answer since it was looked for.
        kept = await self.books.answered(key)
        return await self._asked(prompt, key, workspace) if kept is None else kept

    async def _asked(self, prompt: Prompt, key: str, workspace: str) -> Reply:
        began = time.monotonic()
        try:
            with self.watch.during("model", model=self.settings.name):
                reply = await self.model.complete(prompt)
        except ModelError as error:
            self.watch.model(error.kind, time.monotonic() - began)
            await self._note(key, workspace, error)
            raise
        self.watch.model("answered", time.monotonic() - began)
        await self._note(key, workspace, reply)
        await self.books.answer(key, reply)
        return reply

    async def _note(self, key: str, workspace: str, cost: Reply | ModelError) -> None:
        """What it took, in place of what was reserved for it; nobody counts between the two."""
        async with self._counting:
            if cost.requests:
                await self.books.spend(self._spent(workspace, cost.requests, cost.tokens_in, cost.tokens_out))
            del self._reserved[key]

    def _spent(self, workspace: str, calls: int, tokens_in: int, tokens_out: int) -> Spent:
        return Spent(workspace, self.now().date(), self.settings.name, calls, tokens_in, tokens_out)

    async def _rows(self, workspace: str) -> Sequence[Spent]:
        """What a workspace used today, as far as a cap may want to know."""
        settings = self.settings
        capped = settings.tokens_per_day is not None or settings.money is not None
        return await self.books.spent(workspace, self.now().date()) if capped else ()

    def _reserved_for(self, workspace: str) -> Sequence[Spent]:
        return [each for each in self._reserved.values() if each.workspace == workspace]

    def _within_budget(self, rows: Sequence[Spent]) -> None:
        settings = self.settings
        tokens = sum(each.tokens_in + each.tokens_out for each in rows)
        money = sum((each.money(settings.price) for each in rows), Decimal(0))
        if settings.tokens_per_day is not None and tokens >= settings.tokens_per_day:
            raise BudgetSpent
        if settings.money is not None and money >= settings.money:
            raise BudgetSpent


def _most(prompt: Prompt) -> tuple[int, int]:
    """The tokens that one request for it may take: of what is asked, and of what is answered."""
    return estimated(len(prompt.rules) + len(prompt.material)), prompt.most_tokens


def estimated(characters: int) -> int:
    """The tokens of a text where nobody counted them: about right for English, too few for most other languages."""
    return -(-characters // _CHARACTERS_A_TOKEN)


def key_of(prompt: Prompt, model: str) -> str:
    """What a prompt's answer is kept under: a hash of all that is sent, and to which model."""
    sent = [prompt.name, prompt.version, prompt.rules, prompt.material, prompt.schema, prompt.most_tokens, model]
    return sha256(json.dumps(sent, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
