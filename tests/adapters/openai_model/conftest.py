"""The adapter over real sockets, against a scripted server; time and chance are the test's."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from adapters.openai_model.model import OpenAIModel, opened
from adapters.openai_model.pauses import Timing
from bot.settings import ModelSettings
from summariser.ports import Prompt
from tests.peers.openai.server import KEY, ScriptedModels, scripted_models

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
PROMPT = Prompt(
    name="brief the story!",
    version=1,
    rules="Repeat the word.",
    material="[1] The harbour of Sandmouth",
    schema={
        "type": "object",
        "properties": {"word": {"type": "string"}},
        "required": ["word"],
        "additionalProperties": False,
    },
    most_tokens=100,
)


@dataclass(slots=True)
class Clock:
    """A clock that a test moves, and the pauses that were taken, none of which takes time."""

    ticks: float = 1_000.0
    pauses: list[float] = field(default_factory=list[float])

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def timing(self) -> Timing:
        return Timing(now=lambda: NOW, ticks=lambda: self.ticks, pause=self.pause, chance=lambda: 0.5)


@dataclass(slots=True)
class Room:
    """A server, a clock, and models that are asked by it."""

    server: ScriptedModels
    clock: Clock = field(default_factory=Clock)

    def settings(self, **changes: Any) -> ModelSettings:  # noqa: ANN401 - of each field's type
        return replace(ModelSettings("model-1", self.server.url, KEY, deadline=20.0), **changes)

    @asynccontextmanager
    async def model(self, **changes: Any) -> AsyncGenerator[OpenAIModel]:  # noqa: ANN401 - of each field's type
        async with opened(self.settings(**changes), self.clock.timing()) as model:
            yield model


@pytest.fixture(autouse=True)
def _sockets(socket_enabled: None) -> None:
    """These tests talk over loopback."""


@pytest_asyncio.fixture
async def room() -> AsyncGenerator[Room]:
    """A server of one's own; whatever it was sent, it must have been able to take."""
    async with scripted_models() as server:
        yield Room(server)
        assert server.problems == []


@pytest_asyncio.fixture
async def model(room: Room) -> AsyncGenerator[OpenAIModel]:
    """A model on it."""
    async with room.model() as opened_model:
        yield opened_model
