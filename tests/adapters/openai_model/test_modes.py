"""Servers differ in how they want to be asked for JSON; what one takes is found out once."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from adapters.openai_model.model import AT_ONCE, OpenAIModel
from bot.errors import AnswerMalformed, KeyRefused, ModelUnsuited
from summariser.ports import Reply
from tests.adapters.openai_model.conftest import PROMPT, Room
from tests.peers.openai.server import ANSWER, EVERYTHING


async def test_a_server_that_takes_a_schema_is_given_it_and_no_words_about_it(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    (body,) = room.server.asked()
    assert body["response_format"]["json_schema"]["schema"] == PROMPT.schema
    assert body["messages"][0]["content"] == PROMPT.rules
    assert model.mode == "schema"


@pytest.mark.parametrize(
    ("refuses", "modes"),
    [({"schema"}, ["schema", "json"]), ({"schema", "json"}, ["schema", "json", "text"])],
    ids=["a schema", "JSON too"],
)
async def test_where_a_mode_is_refused_the_next_is_tried_and_the_shape_told_in_words(
    room: Room, model: OpenAIModel, refuses: set[str], modes: list[str]
) -> None:
    room.server.takes = EVERYTHING - refuses
    assert (await model.complete(PROMPT)).fields == ANSWER
    assert room.server.modes() == modes
    assert '- "word": text' in room.server.asked()[-1]["messages"][0]["content"]


async def test_what_was_found_out_is_remembered(room: Room, model: OpenAIModel) -> None:
    room.server.takes = frozenset()
    for _ in range(3):
        await model.complete(PROMPT)
    assert room.server.modes()[-2:] == ["text", "text"]
    first, last = room.server.asked()[0], room.server.asked()[-1]
    assert {"temperature", "max_tokens", "response_format"} <= first.keys()
    assert last.keys() == {"model", "messages"}
    assert len(room.server.asked()) == 8, "two modes, the temperature and two limits were refused, once each"


async def test_of_many_that_come_first_at_once_one_finds_out(room: Room, model: OpenAIModel) -> None:
    room.server.takes = EVERYTHING - {"schema"}
    replies = await asyncio.gather(*(model.complete(PROMPT) for _ in range(AT_ONCE)))
    assert [each.fields for each in replies] == [ANSWER] * AT_ONCE
    assert room.server.modes() == ["schema", *["json"] * AT_ONCE]


async def test_who_would_wait_too_long_for_another_to_find_out_does_so_itself(room: Room) -> None:
    room.server.held = asyncio.Event()
    async with room.model(deadline=2.0) as model:
        asked = [asyncio.create_task(model.complete(PROMPT)) for _ in range(3)]
        await room.server.until(lambda: room.server.under_way == 3)
        room.server.held.set()
        assert [reply.fields for reply in await asyncio.gather(*asked)] == [ANSWER] * 3


async def test_where_the_first_finds_nothing_out_the_next_does(room: Room, model: OpenAIModel) -> None:
    room.server.faults.append("401")
    first, second = await asyncio.gather(model.complete(PROMPT), model.complete(PROMPT), return_exceptions=True)
    assert type(first) is KeyRefused
    assert isinstance(second, Reply)
    assert model.mode == "schema"


async def test_what_was_found_out_outlives_a_failure(room: Room, model: OpenAIModel) -> None:
    room.server.takes = EVERYTHING - {"schema"}
    await model.complete(PROMPT)
    room.server.faults.append("401")
    with pytest.raises(KeyRefused):
        await model.complete(PROMPT)
    assert model.mode == "json"


async def test_a_mode_that_comes_in_place_of_a_proven_one_has_to_prove_itself(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    room.server.faults.extend(["400", "prose"])
    assert (await model.complete(PROMPT)).fields == ANSWER
    assert room.server.modes() == ["schema", "schema", "json", "text"]


async def test_another_model_finds_out_for_itself(room: Room) -> None:
    room.server.takes = EVERYTHING - {"schema"}
    for name in room.server.models:
        async with room.model(name=name) as model:
            await model.complete(PROMPT)
    assert room.server.modes() == ["schema", "json"] * 2


@pytest.mark.parametrize("was", ["json", "text"])
async def test_what_was_found_out_is_found_out_anew_once_it_is_refused_twice_in_a_row(
    room: Room, model: OpenAIModel, was: str
) -> None:
    room.server.takes = EVERYTHING - ({"schema"} if was == "json" else {"schema", "json"})
    await model.complete(PROMPT)
    assert model.mode == was
    room.server.takes = EVERYTHING
    for found in (was, "schema"):
        room.server.faults.append("400")
        assert (await model.complete(PROMPT)).fields == ANSWER
        assert room.server.modes()[-2:] == [was, "schema"]
        assert model.mode == found


async def test_refusals_of_no_reason_that_do_not_come_in_a_row_change_nothing(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    for _ in range(3):
        room.server.faults.append("400")
        for _ in range(2):
            assert (await model.complete(PROMPT)).fields == ANSWER
    assert model.mode == "schema"
    assert room.server.modes() == ["schema", *["schema", "json", "schema"] * 3]


async def test_a_mode_that_is_refused_by_its_name_is_not_tried_again(room: Room, model: OpenAIModel) -> None:
    await model.complete(PROMPT)
    room.server.takes = EVERYTHING - {"schema"}
    for _ in range(2):
        assert (await model.complete(PROMPT)).fields == ANSWER
    assert room.server.modes() == ["schema", "schema", "json", "json"]


async def test_a_server_that_ignores_a_schema_is_told_the_shape_in_words(room: Room, model: OpenAIModel) -> None:
    room.server.ignores = frozenset({"schema"})
    room.server.takes = EVERYTHING - {"schema"}
    reply = await model.complete(PROMPT)
    assert reply.fields == ANSWER
    assert room.server.modes() == ["schema", "json"]
    assert (reply.tokens_in, reply.tokens_out) == (22, 14), "both were answered, and both cost"


async def test_an_object_without_the_fields_that_were_asked_for_is_taken_for_one_of_no_schema(
    room: Room, model: OpenAIModel
) -> None:
    room.server.faults.append("shape")
    assert (await model.complete(PROMPT)).fields == ANSWER
    assert room.server.modes() == ["schema", "json"]


@pytest.mark.parametrize("fault", ["shape", "prose"])
async def test_once_a_mode_was_of_use_a_malformed_answer_in_it_is_the_models_fault(
    room: Room, model: OpenAIModel, fault: str
) -> None:
    await model.complete(PROMPT)
    room.server.faults.append(fault)
    with pytest.raises(AnswerMalformed) as raised:
        await model.complete(PROMPT)
    assert (raised.value.tokens_in, raised.value.tokens_out) == (11, 7)
    assert room.server.modes() == ["schema"] * 2


async def test_an_object_without_the_fields_that_were_asked_for_is_no_answer_in_the_last_mode_either(
    room: Room, model: OpenAIModel
) -> None:
    room.server.faults.extend(["shape"] * 4)
    for _ in range(2):
        with pytest.raises(AnswerMalformed):
            await model.complete(PROMPT)
    assert room.server.modes() == ["schema", "json", "text", "text"]


async def test_a_model_that_keeps_to_no_shape_is_not_asked_in_every_way_each_time(
    room: Room, model: OpenAIModel
) -> None:
    room.server.faults.extend(["prose"] * 4)
    spent = list[tuple[int, int]]()
    for _ in range(2):
        with pytest.raises(AnswerMalformed) as raised:
            await model.complete(PROMPT)
        spent.append((raised.value.tokens_in, raised.value.tokens_out))
    assert spent == [(33, 21), (11, 7)]
    assert room.server.modes() == ["schema", "json", "text", "text"]


async def test_a_server_that_refuses_every_mode_is_said_to(room: Room, model: OpenAIModel) -> None:
    room.server.faults.extend(["400"] * 3)
    with pytest.raises(ModelUnsuited):
        await model.complete(PROMPT)
    assert room.server.modes() == ["schema", "json", "text"]
    assert model.mode is None


@pytest.mark.parametrize("part", ["temperature", "max_tokens"])
async def test_a_parameter_that_is_refused_is_not_sent_again(room: Room, model: OpenAIModel, part: str) -> None:
    room.server.takes = EVERYTHING - {part}
    for _ in range(2):
        assert (await model.complete(PROMPT)).fields == ANSWER
    assert [part in body for body in room.server.asked()] == [True, False, False]
    assert room.server.modes() == ["schema"] * 3, "it was not the mode that was refused"


async def test_the_newer_name_of_the_limit_is_sent_where_the_older_is_refused(room: Room, model: OpenAIModel) -> None:
    room.server.takes = EVERYTHING - {"max_tokens"}
    await model.complete(replace(PROMPT, most_tokens=42))
    assert room.server.asked()[-1]["max_completion_tokens"] == 42
