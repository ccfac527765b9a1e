"""The port LanguageModel over the openai client: within a deadline, a few at a time, and not while the server fails."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from adapters.openai_model.asking import Asking
from adapters.openai_model.breaker import Breaker, Resting, abandoned, admitted, after
from adapters.openai_model.client import client, complete
from adapters.openai_model.pauses import Timing
from bot.errors import ModelError, ModelNotChosen, ModelResting, ModelTooSlow

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable

    from openai import AsyncOpenAI

    from adapters.openai_model.asking import Outcome
    from adapters.openai_model.dialects import Dialect, Mode
    from bot.settings import ModelSettings
    from summariser.ports import Prompt, Reply

Answer = TypeVar("Answer")

AT_ONCE = 8
"""Prompts under way at a time. More get rate limits from a server far away and slow down one nearby."""

DOUBTS = 2
"""Prompts in a row to which a proven way to ask is refused for no reason given, until another takes its place."""


@dataclass(slots=True)
class OpenAIModel:
    """A language model on a server. ``summariser.ports.LanguageModel``.

    It belongs to one event loop. What it found out about the server it knows until it is closed.
    """

    settings: ModelSettings
    timing: Timing = field(default_factory=Timing)
    _server: AsyncOpenAI = field(init=False, repr=False)
    _turns: asyncio.Semaphore = field(init=False, repr=False)
    _breaker: Breaker = field(default=Breaker(), init=False)
    _finding_out: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False)
    _known: Dialect | None = field(default=None, init=False)
    _doubts: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._server = client(self.settings)
        self._turns = asyncio.Semaphore(AT_ONCE)

    @property
    def mode(self) -> Mode | None:
        """How the server is asked for JSON, once an answer was of use."""
        return self._known.mode if self._known else None

    async def complete(self, prompt: Prompt) -> Reply:
        """The object it answers with, and the tokens of all attempts; those a server doesn't count are estimated.

        An estimate is a token for every four characters. A request that the deadline ends counts with the longest
        answer it may have had.

        Raises:
            ModelError: if there is none to be had in time; the class says why.
        """
        if not self.settings.name:
            raise ModelNotChosen
        until = asyncio.get_running_loop().time() + self.settings.deadline
        async with self._turn(until):
            probe = self._admit()
            result = await self._watched(prompt, until, probe=probe)
        if isinstance(result, ModelError):
            raise result
        return result

    async def close(self) -> None:
        """Let go of the connections."""
        await self._server.close()

    @asynccontextmanager
    async def _turn(self, until: float) -> AsyncGenerator[None]:
        """One of the turns there are; waiting for it is part of the deadline, but no fault of the server's."""
        if not await _in_time(self._turns.acquire(), until):
            raise ModelTooSlow
        try:
            yield
        finally:
            self._turns.release()

    def _admit(self) -> bool:
        """Whether this prompt is the one that finds out if the server is well again."""
        decision = admitted(self._breaker, self.timing.ticks())
        if isinstance(decision, Resting):
            raise ModelResting(decision.seconds, self._breaker.because)
        self._breaker = decision
        return decision.probing

    async def _watched(self, prompt: Prompt, until: float, *, probe: bool) -> Reply | ModelError:
        """What comes of the prompt, which the breaker is told."""
        try:
            result = await self._asked(prompt, until)
        except BaseException:  # whoever asked went away, or something of ours broke
            if probe:
                self._breaker = abandoned(self._breaker)
            raise
        error = result if isinstance(result, ModelError) else None
        self._breaker = after(self._breaker, error, self.timing.ticks())
        return result

    async def _asked(self, prompt: Prompt, until: float) -> Reply | ModelError:
        """While nothing is known of the server one prompt finds out; each other waits for it half of its own time."""
        half = until - self.settings.deadline / 2
        if self._known is None and await _in_time(self._finding_out.acquire(), half):
            try:
                if self._known is None:
                    return await self._asked_now(prompt, until)
            finally:
                self._finding_out.release()
        return await self._asked_now(prompt, until)

    async def _asked_now(self, prompt: Prompt, until: float) -> Reply | ModelError:
        asking = Asking(prompt, self.settings.name, partial(complete, self._server), self.timing, until)
        outcome = await _in_time(asking.outcome(self._known), until)
        if outcome is None:
            return asking.charged(ModelTooSlow())
        self._learn(outcome)
        return outcome.result

    def _learn(self, outcome: Outcome) -> None:
        """Which way to ask was of use. One refusal without a reason proves nothing against another way."""
        if outcome.dialect:
            self._doubts = self._doubts + 1 if outcome.doubtful else 0
            if self._doubts in {0, DOUBTS}:
                self._known, self._doubts = outcome.dialect, 0


async def _in_time(work: Awaitable[Answer], until: float) -> Answer | None:
    """What comes of ``work``, or ``None`` if it is not done ``until`` then, a moment of the loop's clock."""
    try:
        async with asyncio.timeout_at(until):
            return await work
    except TimeoutError:
        return None


@asynccontextmanager
async def opened(settings: ModelSettings, timing: Timing | None = None) -> AsyncGenerator[OpenAIModel]:
    """A language model, closed when it is left."""
    model = OpenAIModel(settings, timing or Timing())
    try:
        yield model
    finally:
        await model.close()
