"""A server that keeps failing is left alone for a while, which grows; then one prompt finds out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from adapters.openai_model.breaker import (
    FAILURES,
    FIRST_REST,
    LONGEST_REST,
    Breaker,
    Resting,
    abandoned,
    admitted,
    after,
)
from bot import errors
from tests.adapters.openai_model.conftest import PROMPT, Room
from tests.peers.openai.server import ANSWER

if TYPE_CHECKING:
    from adapters.openai_model.model import OpenAIModel

AWAY = [
    errors.ModelUnreachable(),
    errors.ModelFailing(),
    errors.ModelLimited(),
    errors.ModelTooSlow(),
    errors.ModelUnsuited(),
]
OF_THE_PROMPT = [
    errors.PromptTooLong(),
    errors.AnswerCutOff(),
    errors.AnswerDeclined(),
    errors.AnswerEmpty(),
    errors.AnswerMalformed(),
]
UNUSABLE = [errors.KeyRefused(), errors.NoSuchModel(), errors.NotAModelServer(), errors.OutOfQuota()]


def failing(times: int, error: errors.ModelError | None = None, breaker: Breaker | None = None) -> Breaker:
    known = breaker or Breaker()
    for _ in range(times):
        known = after(known, error or errors.ModelFailing(), 0.0)
    return known


def probing(breaker: Breaker, now: float) -> Breaker:
    let_through = admitted(breaker, now)
    assert isinstance(let_through, Breaker)
    assert let_through.probing
    return let_through


@pytest.mark.parametrize("error", AWAY, ids=lambda error: type(error).__name__)
def test_failures_of_the_servers_in_a_row_open_it(error: errors.ModelError) -> None:
    assert admitted(failing(FAILURES - 1, error), 0.0) == failing(FAILURES - 1, error)
    assert admitted(failing(FAILURES, error), 0.0) == Resting(FIRST_REST)


@pytest.mark.parametrize("error", [None, *OF_THE_PROMPT], ids=lambda error: type(error).__name__)
def test_an_answer_of_whatever_kind_ends_the_row(error: errors.ModelError | None) -> None:
    assert after(failing(FAILURES - 1), error, 0.0) == Breaker()


@pytest.mark.parametrize("error", UNUSABLE, ids=lambda error: type(error).__name__)
def test_what_waiting_does_not_mend_opens_it_at_once_and_for_long(error: errors.ModelError) -> None:
    assert admitted(after(Breaker(), error, 0.0), 0.0) == Resting(LONGEST_REST)


@pytest.mark.parametrize(("asked", "rest"), [(40.0, 40.0), (86_400.0, LONGEST_REST)])
def test_a_server_that_asks_for_a_pause_has_it(asked: float, rest: float) -> None:
    assert admitted(after(Breaker(), errors.ModelLimited(asked), 0.0), 0.0) == Resting(rest)


def test_after_its_rest_one_prompt_is_let_through_and_the_others_wait_for_what_comes_of_it() -> None:
    opened = failing(FAILURES)
    assert admitted(opened, FIRST_REST - 0.5) == Resting(0.5)
    probe = probing(opened, FIRST_REST)
    assert isinstance(admitted(probe, FIRST_REST), Resting)
    assert after(probe, None, FIRST_REST) == Breaker()


def test_each_rest_is_twice_as_long_up_to_the_longest() -> None:
    breaker, now, rests = failing(FAILURES), 0.0, list[float]()
    for _ in range(30):
        decision = admitted(breaker, now)
        assert isinstance(decision, Resting)
        rests.append(decision.seconds)
        now += decision.seconds
        breaker = after(probing(breaker, now), errors.ModelTooSlow(), now)
    assert rests[:8] == [15, 30, 60, 120, 240, 480, 600, 600]
    assert rests[-1] == LONGEST_REST


def test_what_was_under_way_when_it_opened_makes_no_rest_longer() -> None:
    assert failing(3, breaker=failing(FAILURES)) == failing(FAILURES)


def test_a_probe_that_went_away_lets_the_next_find_out() -> None:
    probe = probing(failing(FAILURES), FIRST_REST)
    probing(abandoned(probe), FIRST_REST)


async def failed(model: OpenAIModel) -> errors.ModelError:
    with pytest.raises(errors.ModelError) as raised:
        await model.complete(PROMPT)
    return raised.value


async def test_while_it_rests_the_server_is_not_asked_and_why_is_known(room: Room, model: OpenAIModel) -> None:
    room.server.faults.extend(["500"] * 3 * FAILURES)
    for _ in range(FAILURES):
        assert type(await failed(model)) is errors.ModelFailing
    resting = await failed(model)
    assert isinstance(resting, errors.ModelResting)
    assert (resting.seconds, resting.because) == (FIRST_REST, "model_failing")
    assert len(room.server.asked()) == 3 * FAILURES


async def test_a_server_that_is_well_again_is_asked_as_before(room: Room, model: OpenAIModel) -> None:
    room.server.key = "sk-another"
    assert type(await failed(model)) is errors.KeyRefused
    assert type(await failed(model)) is errors.ModelResting
    room.server.key = None
    room.clock.ticks += LONGEST_REST
    for _ in range(2):
        assert (await model.complete(PROMPT)).fields == ANSWER


async def test_one_that_hangs_is_left_alone_too(room: Room) -> None:
    room.server.faults.extend(["hang"] * FAILURES)
    async with room.model(deadline=0.1) as model:
        for _ in range(FAILURES):
            assert type(await failed(model)) is errors.ModelTooSlow
        assert type(await failed(model)) is errors.ModelResting


async def test_of_many_that_come_after_a_rest_one_is_let_through(room: Room, model: OpenAIModel) -> None:
    room.server.faults.append("401")
    await failed(model)
    room.clock.ticks += LONGEST_REST
    room.server.held = asyncio.Event()
    probe = asyncio.create_task(model.complete(PROMPT))
    await room.server.until(lambda: room.server.under_way)
    others = await asyncio.gather(*(model.complete(PROMPT) for _ in range(5)), return_exceptions=True)
    assert {type(each) for each in others} == {errors.ModelResting}
    room.server.held.set()
    assert (await probe).fields == ANSWER


async def test_a_probe_whose_asker_goes_away_leaves_the_way_free(room: Room, model: OpenAIModel) -> None:
    room.server.faults.append("401")
    await failed(model)
    room.clock.ticks += LONGEST_REST
    room.server.held = asyncio.Event()
    probe = asyncio.create_task(model.complete(PROMPT))
    await room.server.until(lambda: room.server.under_way)
    probe.cancel()
    await asyncio.gather(probe, return_exceptions=True)
    room.server.held = None
    assert (await model.complete(PROMPT)).fields == ANSWER


async def test_who_asked_before_the_rest_and_goes_away_lets_no_second_probe_through(
    room: Room, model: OpenAIModel
) -> None:
    await model.complete(PROMPT)
    room.server.held = asyncio.Event()
    early = asyncio.create_task(model.complete(PROMPT))
    await room.server.until(lambda: room.server.under_way)
    model._breaker = after(model._breaker, errors.KeyRefused(), room.clock.ticks)
    room.clock.ticks += LONGEST_REST
    probe = asyncio.create_task(model.complete(PROMPT))
    await room.server.until(lambda: room.server.under_way == 2)
    early.cancel()
    await asyncio.gather(early, return_exceptions=True)
    assert type(await failed(model)) is errors.ModelResting
    room.server.held.set()
    assert (await probe).fields == ANSWER
