"""One prompt until it is answered: attempts, pauses between them, and the ways to ask that a server takes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from adapters.openai_model.answers import answer, tokens_of
from adapters.openai_model.dialects import search
from adapters.openai_model.failures import Failed
from adapters.openai_model.pauses import before_next
from adapters.openai_model.request import request
from bot.errors import AnswerMalformed
from summariser.ports import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.openai_model.dialects import Dialect, Part, Search
    from adapters.openai_model.pauses import Timing
    from adapters.openai_model.received import Received
    from bot.errors import ModelError
    from summariser.ports import Prompt

    Send = Callable[[Mapping[str, Any]], Awaitable[Received | Failed]]

MOST_REPEATS = 2
"""Further attempts after a failure that may pass, for one prompt."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it, with all the tokens it took, and the way to ask that was of use, if one was.

    ``doubtful`` is whether that way stands in for a proven one for no reason that the server gave: what was in this
    prompt may be one.
    """

    result: Reply | ModelError
    dialect: Dialect | None = None
    doubtful: bool = False


@dataclass(slots=True)
class Asking:
    """One prompt, to the model of that name. ``until`` is the moment of the loop's clock when it has to be done.

    What it took is known at any time: a request that is under way counts with the most it may come to.
    """

    prompt: Prompt
    model: str
    send: Send
    timing: Timing
    until: float
    repeats: int = field(default=0, init=False)
    requests: int = field(default=0, init=False)
    tokens_in: int = field(default=0, init=False)
    tokens_out: int = field(default=0, init=False)

    async def outcome(self, known: Dialect | None) -> Outcome:
        """Ask in the way that is ``known`` to work, or find one out."""
        way, doubtful = search(known), False
        while True:
            got = await self._patiently(way.dialect)
            following = way.without(part) if (part := self._refused(got, way)) else None
            if following is None:
                return replace(self._ended(got, way), doubtful=doubtful)
            doubtful = doubtful or (way.proven and isinstance(got, Failed) and not got.named)
            way = following

    def charged(self, error: ModelError) -> ModelError:
        """The error that ended it, with what it took."""
        error.requests, error.tokens_in, error.tokens_out = self.requests, self.tokens_in, self.tokens_out
        return error

    async def _patiently(self, dialect: Dialect) -> Reply | Failed:
        """The answer in that dialect, with pauses and further attempts while there is time for them."""
        body = request(self.prompt, self.model, dialect)
        while True:
            got = await self._once(body)
            if isinstance(got, Reply) or not got.again or self.repeats == MOST_REPEATS:
                return got
            self.repeats += 1
            pause = before_next(self.repeats, got.after, self.timing.chance())
            if pause >= self.until - asyncio.get_running_loop().time():
                return got
            await self.timing.pause(pause)

    async def _once(self, body: Mapping[str, Any]) -> Reply | Failed:
        before = self.tokens_in, self.tokens_out
        self.requests += 1
        self.tokens_in += tokens_of(body)
        self.tokens_out += self.prompt.most_tokens
        sent = await self.send(body)
        got = sent if isinstance(sent, Failed) else answer(sent, body, self.timing.now())
        spent = got.error if isinstance(got, Failed) else got
        self.tokens_in, self.tokens_out = before[0] + spent.tokens_in, before[1] + spent.tokens_out
        lacks = isinstance(got, Reply) and set(self.prompt.schema.get("required", ())) - got.fields.keys()
        return Failed(AnswerMalformed()) if lacks else got

    def _refused(self, got: Reply | Failed, way: Search) -> Part | None:
        """What of the request did not work, if something else may.

        Some servers don't refuse a mode but ignore it. So one that was never of use before is taken to be ignored if
        what comes is malformed.
        """
        if isinstance(got, Reply):
            return None
        if not isinstance(got.error, AnswerMalformed):
            return got.part
        return None if way.proven else "mode"

    def _ended(self, got: Reply | Failed, way: Search) -> Outcome:
        if isinstance(got, Reply):
            spent = replace(got, requests=self.requests, tokens_in=self.tokens_in, tokens_out=self.tokens_out)
            return Outcome(spent, way.dialect)
        # A malformed answer to the last way there is: no other helps, so the next prompt need not try them all again.
        return Outcome(self.charged(got.error), way.dialect if isinstance(got.error, AnswerMalformed) else None)
