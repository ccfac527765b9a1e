"""A prompt is answered."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from adapters.openai_model.breaker import Breaker
from adapters.openai_model.model import AT_ONCE, OpenAIModel
from bot.errors import AnswerMalformed, ModelError, ModelNotChosen, ModelTooSlow
from summariser.ports import Reply
from tests.adapters.openai_model.conftest import PROMPT, Room
from tests.peers.openai.server import ANSWER, KEY


async def test_the_object_it_answers_with_and_what_it_cost(model: OpenAIModel) -> None:
    assert await model.complete(PROMPT) == Reply(ANSWER, model="model-1-2026", tokens_in=11, tokens_out=7, requests=1)


async def test_rules_and_material_are_kept_apart(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    (body,) = room.server.asked()
    assert body["messages"] == [
        {"role": "system", "content": PROMPT.rules},
        {"role": "user", "content": PROMPT.material},
    ]
    assert (body["temperature"], body["max_tokens"]) == (0, 100)


async def test_a_name_that_a_schema_cannot_have_is_made_one(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    await model.complete(replace(PROMPT, name="ü" * 100))
    await model.complete(replace(PROMPT, name=""))
    named = [body["response_format"]["json_schema"]["name"] for body in room.server.asked()]
    assert named == ["brief_the_story_", "_" * 64, "answer"]


async def test_tokens_that_are_not_counted_are_estimated_by_characters(room: Room, model: OpenAIModel) -> None:
    room.server.counts = False
    reply = await model.complete(PROMPT)
    characters = len(PROMPT.rules) + len(PROMPT.material)
    assert (reply.tokens_in, reply.tokens_out) == (-(-characters // 4), -(-len('{"word": "harbour"}') // 4))


async def test_without_a_key_none_is_sent(room: Room) -> None:
    room.server.key = None
    async with room.model(key=None) as model:
        await model.complete(PROMPT)
    assert [call.key for call in room.server.calls] == [""]


async def test_the_key_is_sent(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    assert [call.key for call in room.server.calls] == [f"Bearer {KEY}"]


async def test_a_model_that_is_not_chosen_is_not_asked(room: Room) -> None:
    async with room.model(name="") as model:
        with pytest.raises(ModelNotChosen):
            await model.complete(PROMPT)
    assert room.server.calls == []


async def test_no_more_are_under_way_than_a_server_takes(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    room.server.held = asyncio.Event()
    asked = [asyncio.create_task(model.complete(PROMPT)) for _ in range(AT_ONCE + 4)]
    await room.server.until(lambda: room.server.under_way == AT_ONCE)
    for _ in range(100):
        await asyncio.sleep(0)
    assert len(room.server.asked()) == 1 + AT_ONCE
    room.server.held.set()
    assert [reply.fields for reply in await asyncio.gather(*asked)] == [ANSWER] * (AT_ONCE + 4)


async def test_waiting_for_a_turn_is_part_of_the_deadline_and_no_fault_of_the_servers(room: Room) -> None:
    async with room.model(deadline=0.05) as model:
        for _ in range(AT_ONCE):
            await model._turns.acquire()
        with pytest.raises(ModelTooSlow):
            await model.complete(PROMPT)
        assert model._breaker == Breaker()
    assert room.server.calls == []


async def test_what_the_deadline_ended_is_told_with_the_error_and_the_last_request_by_the_most_it_may_have_come_to(
    room: Room,
) -> None:
    room.server.faults.extend(["prose", "hang"])
    async with room.model(deadline=0.5) as model:
        with pytest.raises(ModelTooSlow) as raised:
            await model.complete(PROMPT)
    told = sum(len(message["content"]) for message in room.server.asked()[1]["messages"])
    assert raised.value.requests == 2
    assert (raised.value.tokens_in, raised.value.tokens_out) == (11 + -(-told // 4), 7 + PROMPT.most_tokens)


@pytest.mark.parametrize("fault", ["drop", "500"])
async def test_all_requests_are_told_those_in_vain_too(room: Room, model: OpenAIModel, fault: str) -> None:
    room.server.faults.append(fault)
    reply = await model.complete(PROMPT)
    assert (reply.requests, reply.tokens_in, reply.tokens_out) == (2, 11, 7)


async def test_who_is_sent_away_without_a_request_has_made_none(room: Room, model: OpenAIModel) -> None:
    room.server.faults.append("401")
    told = list[int]()
    for _ in range(2):
        with pytest.raises(ModelError) as raised:
            await model.complete(PROMPT)
        told.append(raised.value.requests)
    assert told == [1, 0]


async def test_what_was_spent_in_vain_is_told_with_the_error(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    room.server.faults.append("prose")
    with pytest.raises(AnswerMalformed) as raised:
        await model.complete(PROMPT)
    assert (raised.value.tokens_in, raised.value.tokens_out) == (11, 7)
