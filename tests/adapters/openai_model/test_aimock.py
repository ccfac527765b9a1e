"""Against aimock, a server from npm that we did not write, with a key, answers by fixture, and chaos in them."""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from adapters.openai_model.checkup import findings
from adapters.openai_model.model import opened
from bot.errors import ModelError
from bot.settings import ModelSettings
from summariser.ports import Reply
from tests.adapters.openai_model.conftest import PROMPT, Clock
from tests.peers.npm_peers import aimock, needs_peers

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

KEY = "sk-of-aimock"
OBJECT = '{"word": "harbour"}'


def says(material: str, response: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """A fixture: what is answered where the material has these words."""
    return {"match": {"userMessage": material}, "response": response, **more}


FIXTURES = [
    says("whole", {"content": OBJECT, "model": "gpt-aimock", "usage": {"prompt_tokens": 5, "completion_tokens": 3}}),
    says("“harbour”", {"content": OBJECT}),
    says("prose", {"content": f"Sure: {OBJECT}"}),
    says("cut off", {"content": OBJECT, "finishReason": "length"}),
    says("filtered", {"content": OBJECT, "finishReason": "content_filter"}),
    says("limited", {"error": {"message": "slow down"}, "status": 429, "retryAfter": 2}),
    says("limited for long", {"error": {"message": "slow down"}, "status": 429, "retryAfter": 600}),
    says("failing", {"error": {"message": "oops"}, "status": 500}),
    says("garbled", {"content": OBJECT}, chaos={"malformedRate": 1}),
    says("disconnected", {"content": OBJECT}, chaos={"disconnectRate": 1}),
    says("dropped", {"content": OBJECT}, chaos={"dropRate": 1}),
    says("chaotic limits", {"content": OBJECT}, chaos={"rateLimitRate": 1}),
]


@asynccontextmanager
async def server() -> AsyncGenerator[ModelSettings]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    fixtures = sorted(FIXTURES, key=lambda each: -len(each["match"]["userMessage"]))  # the first that matches answers
    async with aimock(port, fixtures, KEY) as base:
        yield ModelSettings("gpt-4o", f"{base}/v1", KEY)


@needs_peers
async def test_each_of_its_answers_is_taken_for_what_it_is() -> None:
    expected = {
        "whole": "harbour",
        "prose": "answer_malformed",
        "cut off": "answer_cut_off",
        "filtered": "answer_declined",
        "limited": "model_limited",
        "limited for long": "model_limited",
        "failing": "model_failing",
        "garbled": "model_failing",
        "disconnected": "model_unreachable",
        "dropped": "model_failing",
        "chaotic limits": "model_limited",
    }
    async with server() as settings:
        assert {material: await _asked(settings, material) for material in expected} == expected


async def _asked(settings: ModelSettings, material: str) -> str:
    async with opened(settings, Clock().timing()) as model:
        try:
            return str((await model.complete(replace(PROMPT, material=material))).fields["word"])
        except ModelError as error:
            return error.kind


@needs_peers
async def test_its_count_of_tokens_and_its_name_of_the_model_are_told() -> None:
    async with server() as settings, opened(settings, Clock().timing()) as model:
        assert await model.complete(replace(PROMPT, material="whole")) == Reply(
            {"word": "harbour"}, model="gpt-aimock", tokens_in=5, tokens_out=3, requests=1
        )


@needs_peers
async def test_the_checkup_is_content_with_it_and_not_with_another_key() -> None:
    async with server() as settings:
        assert [each.well async for each in findings(settings)] == [True, True]
        (refused,) = [each async for each in findings(replace(settings, key="sk-other"))]
        assert "set OPENAI_API_KEY" in refused.says
