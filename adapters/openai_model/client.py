"""The openai client, set up so that it does nothing of its own accord, and what comes of one request of it.

A failure becomes a value here: the client's own exceptions hold the request and the server's words, so none of them is
passed on, not even as a cause that a log would print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from openai import APIConnectionError, AsyncOpenAI, DefaultAsyncHttpxClient, Omit

from adapters.openai_model.failures import Failed
from adapters.openai_model.received import Received
from bot.errors import ModelFailing, ModelUnreachable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Mapping
    from typing import Protocol

    from bot.settings import ModelSettings

    class _Response(Protocol):
        @property
        def status_code(self) -> int: ...
        @property
        def headers(self) -> Mapping[str, str]: ...
        @property
        def has_redirect_location(self) -> bool: ...
        def aiter_bytes(self) -> AsyncIterator[bytes]: ...


NO_KEY = "none"
"""In place of a key where there is none, because the client wants one; it is not sent."""

_LONGEST = 4_000_000
"""Bytes of an answer. A completion has some thousands; a list of hundreds of models comes near a million."""


class _Answered(Exception):
    """The answer, before the client reads it: it would read all there is, also of one that has no end."""

    def __init__(self, received: Received | Failed) -> None:
        super().__init__()
        self.received = received


def client(settings: ModelSettings) -> AsyncOpenAI:
    """A client that asks once and waits as long as it is let; retries and deadlines are ours."""
    http = DefaultAsyncHttpxClient(timeout=None, event_hooks={"response": [_take]})
    key = settings.key or NO_KEY
    return AsyncOpenAI(api_key=key, base_url=settings.base_url, max_retries=0, timeout=None, http_client=http)


async def complete(server: AsyncOpenAI, body: Mapping[str, Any]) -> Received | Failed:
    """What the server answers to a request for a completion."""
    raw = server.chat.completions.with_raw_response
    # Which of its overloads it is, none can tell from a dict.
    return await _received(cast("Awaitable[object]", raw.create(**body, extra_headers=_headers(server))))


async def models(server: AsyncOpenAI) -> Received | Failed:
    """What the server answers when asked for its models."""
    return await _received(server.models.with_raw_response.list(extra_headers=_headers(server)))


def _headers(server: AsyncOpenAI) -> Mapping[str, str | Omit]:
    """Without a key nothing is said of one: the client would take another from the environment."""
    return {"Authorization": Omit()} if server.api_key == NO_KEY else {}


async def _received(under_way: Awaitable[object]) -> Received | Failed:
    try:
        await under_way
    except _Answered as answered:
        return answered.received
    except APIConnectionError:
        return Failed(ModelUnreachable(), again=True)
    raise AssertionError  # whatever is answered is taken


async def _take(response: _Response) -> None:
    if not response.has_redirect_location:
        raise _Answered(await _read(response))


async def _read(response: _Response) -> Received | Failed:
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > _LONGEST:
            return Failed(ModelFailing())
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Received(response.status_code, headers, body.decode("utf-8", "replace"))
