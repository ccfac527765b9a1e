"""A scripted server on loopback that speaks OpenAI's protocol, over real sockets.

It writes down every request and how it was answered, checks each as the API would, and does wrong what a test tells it
to do wrong. What it refuses, it refuses in the words such servers are known to use.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.peers.openai.checks import problems

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    Json = dict[str, Any]

PATIENCE = 20.0
"""Seconds until a test that waits for something gives up; nothing waits this long unless it is broken."""

KEY = "sk-right-and-secret"
ANSWER: Json = {"word": "harbour"}
EVERYTHING = frozenset({"schema", "json", "temperature", "max_tokens", "max_completion_tokens"})

_STATUSES: dict[str, tuple[int, Json | str]] = {
    "400": (400, {"message": "Bad request"}),
    "400 filtered": (400, {"message": "The response was filtered", "code": "content_filter"}),
    "400 no model": (400, {"message": "Model Not Exist", "type": "invalid_request_error"}),
    "400 too long": (400, {"message": "Input is too large", "code": "context_length_exceeded"}),
    "400 too long for vLLM": (400, {"message": "This model's maximum context length is 4096 tokens.", "code": 400}),
    "400 too long for llama.cpp": (400, {"message": "exceeds the available context size", "code": 400}),
    "401": (401, {"message": "Incorrect API key provided: sk-right-and-secret", "code": "invalid_api_key"}),
    "402": (402, {"message": "Insufficient Balance", "code": "invalid_request_error"}),
    "403": (403, {"message": "You are not allowed to use this model", "code": "forbidden"}),
    "403 moderated": (403, {"message": "Your model requires moderation and your input was flagged", "code": 403}),
    "403 guarded": (403, {"message": "Request blocked: prompt injection patterns detected"}),
    "404": (404, {"message": "Invalid URL (POST /chat/completions)", "type": "invalid_request_error"}),
    "404 model": (404, {"message": "The model `x` does not exist or you do not have access to it."}),
    "404 page": (404, "<html>The model car you look for was not found"),
    "405": (405, "Method Not Allowed"),
    "413": (413, "Request Entity Too Large"),
    "429 quota": (429, {"message": "You exceeded your quota", "type": "insufficient_quota", "code": "credit"}),
    "500": (500, "Internal Server Error"),
    "501": (501, "Not Implemented"),
    "502": (502, "<html>Bad gateway"),
    "503": (503, {"message": "Overloaded"}),
    "504": (504, "upstream request timeout"),
    "529": (529, {"message": "Overloaded", "type": "overloaded_error"}),
    "200 page": (200, "<html>Welcome"),
    "200 list": (200, "[1]"),
    "200 models": (200, '[{"id": "model-9", "object": "model"}, {"id": "model-8", "object": "model"}]'),
    "200 other": (200, '{"hello": "world"}'),
    "200 relayed 502": (200, '{"error": {"code": 502, "message": "Provider returned error"}}'),
    "200 relayed 403": (200, '{"error": {"code": 403, "message": "Your input was flagged"}}'),
    "200 relayed": (200, '{"error": {"message": "Provider returned error"}}'),
    "truncated": (200, '{"choices": [{"message": {"content": "{'),
}
"""Faults that are a status with a body: a text is sent as it is, an object as the ``error`` of one."""

_CHOICES: dict[str, Json] = {
    "length": {"finish_reason": "length"},
    "length to others": {"finish_reason": "MAX_TOKENS"},
    "unfinished": {"finish_reason": None},
    "content_filter": {"finish_reason": "content_filter"},
    "refusal": {"message": {"role": "assistant", "content": None, "refusal": "I can't help with that."}},
    "empty": {"message": {"role": "assistant", "content": " \n"}},
    "null": {"message": {"role": "assistant", "content": None}},
    "tools": {"finish_reason": "tool_calls", "message": {"role": "assistant", "content": None, "tool_calls": []}},
    "parts": {"message": {"content": [{"type": "text", "text": '{"word": '}, {"type": "text", "text": '"harbour"}'}]}},
}
_SAYS = {
    "prose": 'Here you are: {"word": "harbour"}',
    "prose after": '{"word": "harbour"} I hope this helps!',
    "fence": '```json\n{"word": "harbour"}\n```',
    "list": '[{"word": "harbour"}]',
    "shape": '{"result": "harbour"}',
    "half": '{"word": "harb',
}
"""Faults that are a choice, or the words of one."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request, and how it was answered."""

    method: str
    key: str
    body: Json
    answer: str


@dataclass(slots=True)
class ScriptedModels:
    """A server of language models, as far as a client sees it.

    ``takes`` are the parts of a request that it does not refuse, ``ignores`` the modes it doesn't know of. ``faults``
    come one a request. While it is ``held``, no completion is answered.
    """

    base: str = ""
    key: str | None = KEY
    models: tuple[str, ...] = ("model-1", "model-2")
    takes: frozenset[str] = EVERYTHING
    ignores: frozenset[str] = frozenset()
    counts: bool = True
    faults: deque[str] = field(default_factory=deque[str])
    retry_after: str = ""
    held: asyncio.Event | None = None
    calls: list[Call] = field(default_factory=list[Call])
    problems: list[str] = field(default_factory=list[str])
    under_way: int = 0
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        """What a client is told in place of OpenAI's address."""
        return f"{self.base}/v1"

    def asked(self) -> list[Json]:
        """The bodies of all requests for completions."""
        return [call.body for call in self.calls if call.method == "completion"]

    def modes(self) -> list[str]:
        """The mode of each request for a completion."""
        return [mode_of(body) for body in self.asked()]

    def wire(self) -> str:
        """The log: a line a request, with how it was answered."""
        return "\n".join(f"{call.method:11} {call.answer:28} {sorted(call.body)}" for call in self.calls)

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until that is so."""
        async with asyncio.timeout(PATIENCE):
            while not happened():
                self._changed.clear()
                await self._changed.wait()

    async def list_models(self, request: web.Request) -> web.StreamResponse:
        """`GET /models`."""
        fault = self.faults.popleft() if self.faults else ""
        self._note("models", request, {}, fault or "ok")
        if early := await self._fault(request, fault):
            return early
        if self._locked_out(request):
            return _status("401")
        every = [{"id": each, "object": "model", "created": 0, "owned_by": "us"} for each in self.models]
        return web.json_response({"object": "list", "data": every})

    async def complete(self, request: web.Request) -> web.StreamResponse:
        """`POST /chat/completions`."""
        body: Json = await request.json()
        self.problems += problems(body)
        fault = self.faults.popleft() if self.faults else ""
        refused = "" if fault else self._refuses(request, body)
        self._note("completion", request, body, fault or refused or "ok")
        self.under_way += 1
        self._changed.set()
        try:
            if self.held:
                await self.held.wait()
            return await self._fault(request, fault) or (
                _status(refused) if refused == "401" else _refusal(refused) if refused else self._answer(body, fault)
            )
        finally:
            self.under_way -= 1

    def _refuses(self, request: web.Request, body: Json) -> str:
        """What of a request it does not take, if anything."""
        if self._locked_out(request):
            return "401"
        if body["model"] not in self.models:
            return "model"
        if mode_of(body) not in self.takes | self.ignores | {"text"}:
            return mode_of(body)
        limits = {"temperature", "max_tokens", "max_completion_tokens"}
        return next((each for each in sorted(limits & body.keys()) if each not in self.takes), "")

    def _locked_out(self, request: web.Request) -> bool:
        return self.key is not None and request.headers.get("Authorization") != f"Bearer {self.key}"

    async def _fault(self, request: web.Request, fault: str) -> web.StreamResponse | None:
        if fault == "drop":
            return _cut_off(request)
        if fault == "endless":
            return await _without_end(request)
        if fault == "hang":
            await self.closing.wait()
        if fault == "429":
            error = {"message": "Rate limit reached for requests", "code": "rate_limit_exceeded"}
            return self._with_pause(web.json_response({"error": error}, status=429))
        return self._with_pause(_status(fault)) if fault in _STATUSES else None

    def _with_pause(self, response: web.Response) -> web.Response:
        if self.retry_after:
            response.headers["Retry-After"] = self.retry_after
        return response

    def _answer(self, body: Json, fault: str) -> web.Response:
        ignored = mode_of(body) in self.ignores
        says = _SAYS["prose"] if ignored else _SAYS.get(fault, json.dumps(ANSWER))
        choice = {"index": 0, "message": {"role": "assistant", "content": says}, "finish_reason": "stop"}
        answer = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": f"{body['model']}-2026",
            "choices": [] if fault == "no choices" else [choice | _CHOICES.get(fault, {})],
        }
        return web.json_response(
            answer | ({"usage": {"prompt_tokens": 11, "completion_tokens": 7}} if self.counts else {})
        )

    def _note(self, method: str, request: web.Request, body: Json, answer: str) -> None:
        self.calls.append(Call(method, request.headers.get("Authorization", ""), body, answer))
        self._changed.set()


def mode_of(body: Json) -> str:
    """How an answer was asked for."""
    kind = str((body.get("response_format") or {}).get("type"))
    return {"json_schema": "schema", "json_object": "json"}.get(kind, "text")


@asynccontextmanager
async def scripted_models() -> AsyncGenerator[ScriptedModels]:
    """A server of one's own, on loopback."""
    server = ScriptedModels()
    app = web.Application(client_max_size=10_000_000)
    app.router.add_get("/v1/models", server.list_models)
    app.router.add_post("/v1/chat/completions", server.complete)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        server.closing.set()
        await runner.cleanup()


def _status(fault: str) -> web.Response:
    status, body = _STATUSES[fault]
    if isinstance(body, str):
        kind = "application/json" if body[0] in "{[" else "text/html"
        return web.Response(status=status, text=body, content_type=kind)
    return web.json_response({"error": body}, status=status)


def _refusal(part: str) -> web.Response:
    """In the words of OpenAI, vLLM and LiteLLM, each for what it is known to refuse."""
    unsupported = "Unsupported parameter: '{}' is not supported with this model."
    errors: dict[str, tuple[int, Json]] = {
        "model": (404, {"message": "The model does not exist", "code": "model_not_found"}),
        "schema": (400, {"message": "Invalid parameter: 'response_format' of type 'json_schema' is not supported"}),
        "json": (422, {"message": "response_format: Input should be 'text'"}),
        "temperature": (400, {"message": "Unsupported value: 0. Only the default is.", "param": "temperature"}),
        "max_tokens": (
            400,
            {"message": f"{unsupported.format('max_tokens')} Use 'max_completion_tokens' instead.", "param": None},
        ),
        "max_completion_tokens": (400, {"message": unsupported.format("max_completion_tokens")}),
    }
    status, error = errors[part]
    return web.json_response({"error": error}, status=status)


async def _without_end(request: web.Request) -> web.StreamResponse:
    """Blanks, which JSON may begin with, for as long as somebody reads."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    with suppress(ConnectionError):
        while True:
            await response.write(b" " * 1_000_000)
    return response


def _cut_off(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
