"""The openai client, set up so that it does nothing of its own accord, and what comes of one request of it.

A failure becomes a value here: the client's own exceptions hold the request and the server's words, so none of them is
passed on, not even as a cause that a log would print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from openai import APIConnectionError, APIStatusError, AsyncOpenAI, Omit

from adapters.openai_model.failures import Failed
from adapters.openai_model.received import Received
from bot.errors import ModelUnreachable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping
    from typing import Protocol

    from bot.settings import ModelSettings

    class _Response(Protocol):
        @property
        def status_code(self) -> int: ...
        @property
        def headers(self) -> Mapping[str, str]: ...
        @property
        def text(self) -> str: ...


NO_KEY = "none"
"""In place of a key where there is none, because the client wants one; it is not sent."""


def client(settings: ModelSettings) -> AsyncOpenAI:
    """A client that asks once and waits as long as it is let; retries and deadlines are ours."""
    return AsyncOpenAI(api_key=settings.key or NO_KEY, base_url=settings.base_url, max_retries=0, timeout=None)


async def complete(server: AsyncOpenAI, body: Mapping[str, Any]) -> Received | Failed:
    """What the server answers to a request for a completion."""
    raw = server.chat.completions.with_raw_response
    # Which of its overloads it is, none can tell from a dict.
    return await _received(cast("Awaitable[_Response]", raw.create(**body, extra_headers=_headers(server))))


async def models(server: AsyncOpenAI) -> Received | Failed:
    """What the server answers when asked for its models."""
    return await _received(server.models.with_raw_response.list(extra_headers=_headers(server)))


def _headers(server: AsyncOpenAI) -> Mapping[str, str | Omit]:
    """Without a key nothing is said of one: the client would take another from the environment."""
    return {"Authorization": Omit()} if server.api_key == NO_KEY else {}


async def _received(under_way: Awaitable[_Response]) -> Received | Failed:
    try:
        return _read(await under_way)
    except APIStatusError as error:
        return _read(error.response)
    except APIConnectionError:
        return Failed(ModelUnreachable(), again=True)


def _read(response: _Response) -> Received:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Received(response.status_code, headers, response.text)
