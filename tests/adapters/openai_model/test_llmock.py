"""Against LLMock, a server that we did not write, which also judges how its clients took what it did to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from llmock.pytest_plugin import LLMock
from llmock.testing import LLMockServer

from adapters.openai_model.checkup import findings, offered
from adapters.openai_model.model import opened
from adapters.openai_model.pauses import Timing
from bot import errors
from bot.settings import ModelSettings
from tests.adapters.openai_model.conftest import PROMPT, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

OBJECT = '{"word": "harbour"}'


@pytest.fixture(scope="module")
def llmock_server() -> Iterator[LLMockServer]:
    """One for these tests, in place of its own fixture, which changes the environment."""
    import pytest_socket  # noqa: PLC0415 - it comes before the fixture that lets a single test use sockets

    pytest_socket.enable_socket()
    with LLMockServer() as server:
        yield server


@pytest.fixture
def llmock(llmock_server: LLMockServer) -> LLMock:
    return LLMock(llmock_server).reset()


def settings(llmock: LLMock) -> ModelSettings:
    return ModelSettings("gpt-4o", llmock.base_url(), "sk-any", deadline=20.0)


async def asked(llmock: LLMock, timing: Timing | None = None) -> str:
    """The word it answers with, or the kind of error."""
    async with opened(settings(llmock), timing or Clock().timing()) as model:
        try:
            return str((await model.complete(PROMPT)).fields["word"])
        except errors.ModelError as error:
            return error.kind


async def test_its_answer_by_schema_is_taken(llmock: LLMock) -> None:
    assert await asked(llmock)
    assert llmock.last_request.status == 200
    llmock.assert_resilient(strict=True)


async def test_its_rate_limits_are_waited_for_and_its_verdict_is_that_they_were(llmock: LLMock) -> None:
    """With the real clock: LLMock measures the pause. It asks for a hundredth of a second."""
    llmock.rate_limit(times=2, retry_after=0.01).reply(OBJECT)
    assert await asked(llmock, Timing()) == "harbour"
    assert len(llmock.requests) == 3
    llmock.assert_resilient()


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_what_passes_is_asked_again(llmock: LLMock, status: int) -> None:
    llmock.fail(status, times=2, retry_after=0.01).reply(OBJECT)
    assert await asked(llmock, Timing()) == "harbour"
    llmock.assert_resilient()


@pytest.mark.parametrize(
    ("status", "kind"), [(401, "key_refused"), (403, "key_refused"), (402, "out_of_quota"), (405, "not_a_model_server")]
)
async def test_what_does_not_pass_is_not_asked_again(llmock: LLMock, status: int, kind: str) -> None:
    llmock.fail(status, times=None)
    assert await asked(llmock) == kind
    assert len(llmock.requests) == 1
    llmock.assert_resilient()


async def test_its_outage_ends_after_three_requests(llmock: LLMock) -> None:
    llmock.fail(503, times=None, retry_after=0.01)
    assert await asked(llmock, Timing()) == "model_failing"
    assert len(llmock.requests) == 3
    llmock.assert_resilient()


async def test_its_full_context_is_told(llmock: LLMock) -> None:
    llmock.context_overflow(times=None)
    assert await asked(llmock) == "prompt_too_long"
    llmock.assert_resilient()


async def test_its_real_quota_is_told_when_there_is_no_time_to_wait(llmock: LLMock) -> None:
    llmock.limits(rpm=1)
    assert await asked(llmock)
    assert await asked(llmock) == "model_limited"
    llmock.assert_resilient()


async def test_its_prose_is_no_answer(llmock: LLMock) -> None:
    llmock.reply(f"Certainly! {OBJECT}", times=None)
    assert await asked(llmock) == "answer_malformed"


async def test_one_that_is_too_slow_is_given_up(llmock: LLMock) -> None:
    llmock.delay(0.6)
    async with opened(replace(settings(llmock), deadline=0.3)) as model:
        with pytest.raises(errors.ModelTooSlow):
            await model.complete(PROMPT)


async def test_what_it_lists_is_offered_and_looked_at(llmock: LLMock) -> None:
    names = await offered(settings(llmock))
    assert names
    chosen = replace(settings(llmock), name=names[0])
    assert [each.well async for each in findings(chosen)] == [True, True]
