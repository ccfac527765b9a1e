"""What it means when a server, or the way to it, gives no page: one kind of failure for each."""

from __future__ import annotations

import socket
from types import MappingProxyType
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import hdrs

from adapters.web.addresses import was_refused
from bot.errors import (
    AddressRefused,
    BadAddress,
    Blocked,
    Forbidden,
    Garbled,
    NoArticle,
    NotAPage,
    NotFound,
    Paywalled,
    Unreachable,
    Unread,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

BUSY = frozenset({429, 503})
"""Statuses by which a server asks for rest."""

_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_WORDLESS = ("audio/", "font/", "image/", "video/", "application/zip", "application/x-", "application/vnd.")
_WALLS = ("cf-mitigated", "x-datadome", "x-px-block", "x-amzn-waf-action")
"""Headers by which the usual guards against programs sign their refusals."""

_STATUSES: Mapping[int, type[Unread]] = MappingProxyType(
    {
        204: NoArticle,
        205: NoArticle,
        401: Forbidden,
        402: Paywalled,
        403: Forbidden,
        404: NotFound,
        407: Forbidden,
        410: NotFound,
        451: Forbidden,
    }
)
"""RFC 9110 15, as far as a status says more than its hundred does."""

_HUNDREDS: Mapping[int, type[Unread]] = MappingProxyType({4: Blocked, 5: Unreachable})
_SUCCESS = 2


def of_status(status: int, headers: Mapping[str, str]) -> type[Unread] | None:
    """What the status and the headers say, if it is not that here is a page."""
    hundred = status // 100
    if hundred == _SUCCESS and status not in _STATUSES:
        wordless = headers.get(hdrs.CONTENT_TYPE, "").strip().lower().startswith(_WORDLESS)
        return NotAPage if wordless else None
    if hundred in _HUNDREDS and any(wall in headers for wall in _WALLS):
        return Blocked
    return _STATUSES.get(status) or _HUNDREDS.get(hundred, Garbled)


def retry_after(response: aiohttp.ClientResponse) -> float:
    """Seconds. RFC 9110 10.2.3 also allows a date, which few send; they are asked again after the shortest rest."""
    value = response.headers.get(hdrs.RETRY_AFTER, "")
    return float(value) if value.isascii() and value.isdigit() else 0.0


def of_error(host: str, error: aiohttp.ClientError) -> Unread:
    """What a failure of the HTTP client says."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return (NotFound if error.os_error.errno in _NO_SUCH_NAME else Unreachable)(host)
        case aiohttp.ClientConnectorError():
            return (AddressRefused if was_refused(error.os_error) else Unreachable)(host)
        case aiohttp.InvalidURL():
            return BadAddress(host)
        case aiohttp.ClientResponseError() | aiohttp.ClientPayloadError():
            return Garbled(host)
        case _:
            return Unreachable(host)
