"""Slack's Web API, with what a failure means: it was not sent, it was refused, or nobody can tell."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from contextlib import asynccontextmanager
from json import JSONDecodeError
from typing import TYPE_CHECKING, Any, TypeVar, cast

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, TraceConfig
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.errors import Gone, Late, Refused, Undelivered, Unknown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState

OFFICIAL = "https://slack.com/api/"

TIMEOUT_SECONDS = 15
"""For one request. Slack answers within one or two; what takes longer has an outcome that nobody knows."""

MOST_WAITS = 8
"""For a rate limit, within one request."""

LONGEST_WAIT_SECONDS = 60.0
"""For a rate limit. Slack asks for 1 to 30 seconds."""

MOST_CONNECTS = 3
"""Attempts to reach Slack at all; each is safe, since nothing was sent."""

Answered = Mapping[str, Any]
"""What Slack answered, as its JSON has it."""

Answer = TypeVar("Answer")

_BETWEEN_CONNECTS = 0.2
_LONGEST_NAME = 40
_OK = 200
_LIMITED = 429
_SERVER_ERROR = 500

_OURS_TO_GUESS = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Answers of Slack's that leave it open whether something was done."""

_REMEDIES = {
    "unreachable": "Slack could not be reached; try again in a minute.",
    "not_in_channel": "I am not in that channel; type /invite @Standfirst there and ask again.",
    "channel_not_found": "I can't see that channel; type /invite @Standfirst there and ask again.",
    "is_archived": "That channel is archived, so I can't post there; ask in another.",
    "restricted_action": "Your workspace doesn't let apps post there; ask in another channel, or ask an admin.",
    "ratelimited": "Slack asks me to slow down; try again in a minute.",
    "missing_scope": "I lack a permission for that; whoever installed me can see which with: standfirst check.",
    "msg_too_long": "Slack says that the answer is too long; ask in a direct message to me, and tell whoever runs me.",
    "msg_blocks_too_long": "Slack says that the answer is too long; tell whoever runs me.",
    "expired_trigger_id": "That took too long to open; try again.",
}
_GONE = frozenset({"is_archived", "account_inactive", "team_not_found"})
"""Answers after which waiting helps nothing."""

_NO_REMEDY = "Slack did not take my answer ({reason}); try again, or tell whoever runs me."


class WaitsAsAsked(AsyncRetryHandler):
    """Tries again only when Slack says that it did nothing because of its rate limits, after the time it asks for.

    slack_sdk's own takes whole seconds only; proxies in front of Slack send fractions.
    """

    def __init__(self) -> None:
        super().__init__(max_retry_count=MOST_WAITS)

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002 - the signature is slack_sdk's
        request: HttpRequest,  # noqa: ARG002 - the same
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002 - the same
    ) -> bool:
        return response is not None and response.status_code == _LIMITED

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002 - the signature is slack_sdk's
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002 - the same
    ) -> None:
        """Wait for as long as ``Retry-After`` says, and a little longer, so that not all come back at once."""
        state.next_attempt_requested = True
        asked = _seconds(response) if response else 1.0
        await asyncio.sleep(asked + random.uniform(0, min(1.0, asked)))  # noqa: S311 - no secret
        state.increment_current_attempt()


def web_client(token: str | None, base_url: str = OFFICIAL, timeout: int = TIMEOUT_SECONDS) -> AsyncWebClient:
    """A client of the Web API that never sends anything twice of its own accord; ``timeout`` is in seconds."""
    return AsyncWebClient(token=token, base_url=base_url, timeout=timeout, retry_handlers=[WaitsAsAsked()])


@asynccontextmanager
async def only_while(allowed: Callable[[], bool], client: AsyncWebClient) -> AsyncGenerator[AsyncWebClient]:
    """The same client, of which nothing leaves when it is not ``allowed`` any more, not even after a wait of its own.

    It is looked at once a connection is there, in the moment before a request is written to it.

    Raises:
        Late: in place of a request that would have left then; it was not sent.
    """

    async def look(*_: object) -> None:
        if not allowed():
            raise Late

    trace = TraceConfig()
    trace.on_connection_create_end.append(look)
    trace.on_connection_reuseconn.append(look)
    async with ClientSession(timeout=ClientTimeout(total=client.timeout), trace_configs=[trace]) as session:
        yield AsyncWebClient(
            token=client.token,
            base_url=client.base_url,
            timeout=client.timeout,
            session=session,
            retry_handlers=client.retry_handlers,
        )


async def call(client: AsyncWebClient, method: str, **arguments: Any) -> Answered:  # noqa: ANN401 - JSON of any shape
    """What Slack answers to a method that changes something; ``None`` among the arguments is left out.

    Raises:
        Refused: if Slack said no.
        Unknown: if nobody can tell what became of it.
    """
    return (await call_with_headers(client, method, **arguments))[0]


async def call_with_headers(
    client: AsyncWebClient,
    method: str,
    **arguments: Any,  # noqa: ANN401 - JSON of any shape
) -> tuple[Answered, Mapping[str, str]]:
    """The same, and the headers of the answer, their names in lower case: some things Slack says only there.

    Raises:
        Refused: if Slack said no.
        Unknown: if nobody can tell what became of it.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    answer = await _attempted(lambda: client.api_call(method, json=given))  # pyright: ignore[reportUnknownMemberType] - slack_sdk's dict
    headers = {str(name).lower(): str(value) for name, value in answer.headers.items()}  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportUnknownArgumentType] - the same
    return _fields(answer.data), headers  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - the same


async def look_up(client: AsyncWebClient, method: str, **arguments: str | int) -> Answered:
    """What Slack answers to a method that only reads.

    Raises:
        Refused: if Slack said no.
        Unknown: if it gave no answer.
    """
    answer = await _attempted(lambda: client.api_call(method, http_verb="GET", params=arguments))  # pyright: ignore[reportUnknownMemberType] - slack_sdk's dict
    return _fields(answer.data)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - the same


async def respond(answer_url: str, **message: Any) -> None:  # noqa: ANN401 - JSON of any shape
    """Send ``message`` to the address that came with a command; to the asker alone unless it says otherwise.

    Raises:
        Refused: if Slack said no; the address lives half an hour and takes five messages.
        Unknown: if nobody can tell what became of it.
    """
    client = AsyncWebhookClient(answer_url, timeout=TIMEOUT_SECONDS, retry_handlers=[WaitsAsAsked()])
    answer = await _attempted(lambda: client.send_dict(message))  # pyright: ignore[reportUnknownMemberType] - slack_sdk's dict
    if answer.status_code >= _SERVER_ERROR:
        raise Unknown
    if answer.status_code != _OK:
        reason = answer.body if len(answer.body) < _LONGEST_NAME else "refused"
        raise refused("ratelimited" if answer.status_code == _LIMITED else reason)


async def _attempted(request: Callable[[], Awaitable[Answer]]) -> Answer:
    """What comes of ``request``, which is made again only while it can't have been sent."""
    for attempt in range(1, MOST_CONNECTS):
        try:
            return await _made(request)
        except ClientConnectorError:
            await asyncio.sleep(attempt * _BETWEEN_CONNECTS)
    try:
        return await _made(request)
    except ClientConnectorError as error:
        reason = "unreachable"
        raise refused(reason) from error


async def _made(request: Callable[[], Awaitable[Answer]]) -> Answer:
    try:
        return await request()
    except ClientConnectorError:
        raise
    except (ClientError, TimeoutError, JSONDecodeError, UnicodeDecodeError) as error:
        raise Unknown from error
    except SlackApiError as error:
        raise _meaning(error) from error


def refused(reason: str) -> Refused:
    """Slack's no, with what a person can do about it."""
    remedy = _REMEDIES.get(reason) or _NO_REMEDY.format(reason=reason)
    return Gone(remedy) if reason in _GONE else Refused(reason, remedy)


def _meaning(error: SlackApiError) -> Undelivered:
    response = cast("object", error.response)  # pyright: ignore[reportUnknownMemberType] - of two kinds, by how it came
    status = getattr(response, "status_code", None) or getattr(response, "status", None) or _OK
    data: object = getattr(response, "data", None)
    if status == _LIMITED:
        return refused("ratelimited")
    if status >= _SERVER_ERROR or not isinstance(data, Mapping):
        return Unknown()
    reason = str(cast("Answered", data).get("error") or "")
    return Unknown() if not reason or reason in _OURS_TO_GUESS else refused(reason)


def _fields(data: object) -> Answered:
    return cast("Answered", data)


def _seconds(response: HttpResponse) -> float:
    asked = [value for name, values in response.headers.items() if name.lower() == "retry-after" for value in values]
    try:
        return min(max(float(asked[0]), 0.0), LONGEST_WAIT_SECONDS)
    except (IndexError, ValueError):
        return 1.0
