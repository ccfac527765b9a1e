"""Whatever goes wrong is told as what it is, in a bounded number of requests."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import pytest

from bot import errors
from tests.adapters.openai_model.conftest import PROMPT, Room
from tests.peers.openai.server import ANSWER

if TYPE_CHECKING:
    from adapters.openai_model.model import OpenAIModel

ONE, ALL = 1, 3
"""Requests: one, where another would meet the same; or all that there are, where it might not."""


async def failed(model: OpenAIModel) -> errors.ModelError:
    with pytest.raises(errors.ModelError) as raised:
        await model.complete(PROMPT)
    return raised.value


@pytest.mark.parametrize(
    ("fault", "kind", "requests"),
    [
        ("401", errors.KeyRefused, ONE),
        ("403", errors.KeyRefused, ONE),
        ("404 model", errors.NoSuchModel, ONE),
        ("400 no model", errors.NoSuchModel, ONE),
        ("404", errors.NotAModelServer, ONE),
        ("404 page", errors.NotAModelServer, ONE),
        ("405", errors.NotAModelServer, ONE),
        ("200 page", errors.NotAModelServer, ONE),
        ("200 list", errors.NotAModelServer, ONE),
        ("200 other", errors.NotAModelServer, ONE),
        ("402", errors.OutOfQuota, ONE),
        ("429 quota", errors.OutOfQuota, ONE),
        ("429", errors.ModelLimited, ALL),
        ("500", errors.ModelFailing, ALL),
        ("501", errors.ModelFailing, ONE),
        ("502", errors.ModelFailing, ALL),
        ("503", errors.ModelFailing, ALL),
        ("504", errors.ModelFailing, ALL),
        ("529", errors.ModelFailing, ALL),
        ("200 relayed 502", errors.ModelFailing, ALL),
        ("200 relayed", errors.ModelFailing, ALL),
        ("truncated", errors.ModelFailing, ALL),
        ("endless", errors.ModelFailing, ONE),
        ("drop", errors.ModelUnreachable, ALL),
        ("400 too long", errors.PromptTooLong, ONE),
        ("400 too long for vLLM", errors.PromptTooLong, ONE),
        ("400 too long for llama.cpp", errors.PromptTooLong, ONE),
        ("413", errors.PromptTooLong, ONE),
        ("400 filtered", errors.AnswerDeclined, ONE),
        ("403 moderated", errors.AnswerDeclined, ONE),
        ("403 guarded", errors.AnswerDeclined, ONE),
        ("200 relayed 403", errors.AnswerDeclined, ONE),
        ("content_filter", errors.AnswerDeclined, ONE),
        ("refusal", errors.AnswerDeclined, ONE),
        ("length", errors.AnswerCutOff, ONE),
        ("length to others", errors.AnswerCutOff, ONE),
        ("unfinished", errors.AnswerCutOff, ONE),
        ("empty", errors.AnswerEmpty, ONE),
        ("null", errors.AnswerEmpty, ONE),
        ("tools", errors.AnswerEmpty, ONE),
        ("no choices", errors.AnswerEmpty, ONE),
        ("prose", errors.AnswerMalformed, ONE),
        ("prose after", errors.AnswerMalformed, ONE),
        ("list", errors.AnswerMalformed, ONE),
        ("half", errors.AnswerMalformed, ONE),
    ],
)
async def test_each_fault_has_its_error_and_is_met_no_more_often_than_it_may_pass(
    room: Room, model: OpenAIModel, fault: str, kind: type[errors.ModelError], requests: int
) -> None:
    await model.complete(PROMPT)
    room.server.faults.extend([fault] * 10)
    assert type(await failed(model)) is kind
    assert len(room.server.asked()) == 1 + requests


async def test_an_article_that_a_server_will_not_read_stops_nobody_elses(room: Room, model: OpenAIModel) -> None:
    room.server.faults.append("403 moderated")
    assert type(await failed(model)) is errors.AnswerDeclined
    assert (await model.complete(PROMPT)).fields == ANSWER


@pytest.mark.parametrize("fault", ["429", "500", "502", "503", "504", "529", "drop", "truncated", "200 relayed 502"])
async def test_what_passes_is_met_twice_and_not_told(room: Room, model: OpenAIModel, fault: str) -> None:
    room.server.faults.extend([fault] * 2)
    assert (await model.complete(PROMPT)).fields == ANSWER
    assert len(room.clock.pauses) == 2


@pytest.mark.parametrize("fault", ["fence", "parts"])
async def test_what_is_only_dressed_up_is_taken(room: Room, model: OpenAIModel, fault: str) -> None:
    room.server.faults.append(fault)
    assert (await model.complete(PROMPT)).fields == ANSWER


async def test_repeats_are_counted_over_all_ways_to_ask(room: Room, model: OpenAIModel) -> None:
    room.server.faults.extend(["500", "400", "500", "400", "500"])
    assert type(await failed(model)) is errors.ModelFailing
    assert room.server.modes() == ["schema", "schema", "json", "json", "text"]


async def test_a_server_that_never_answers_is_given_up_at_the_deadline(room: Room) -> None:
    room.server.faults.append("hang")
    async with room.model(deadline=0.3) as model:
        assert type(await failed(model)) is errors.ModelTooSlow


async def test_a_server_that_is_not_there_is_said_to_be_unreachable(room: Room) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    async with room.model(base_url=f"http://127.0.0.1:{port}/v1") as model:
        assert type(await failed(model)) is errors.ModelUnreachable
    assert len(room.clock.pauses) == 2


@pytest.mark.parametrize("address", ["http://a..b/v1", "http://.../v1"])
async def test_an_address_that_cannot_be_is_said_to_be_unreachable(room: Room, address: str) -> None:
    async with room.model(base_url=address) as model:
        assert type(await failed(model)) is errors.ModelUnreachable


async def test_a_path_that_is_not_there_is_no_server_of_models(room: Room) -> None:
    async with room.model(base_url=f"{room.server.base}/v2") as model:
        assert type(await failed(model)) is errors.NotAModelServer


async def test_who_goes_away_is_let_go_and_leaves_no_trace(room: Room, model: OpenAIModel) -> None:
    room.server.held = asyncio.Event()
    asked = asyncio.create_task(model.complete(PROMPT))
    await room.server.until(lambda: room.server.under_way)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    room.server.held = None
    assert (await model.complete(PROMPT)).fields == ANSWER
