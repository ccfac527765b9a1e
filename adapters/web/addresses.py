"""Which addresses may be opened: pages on the public internet, and hosts that the operator named.

A link is looked at as text first, which gives the clearer sentence. What decides is ``guarded_socket``: it sees each
address in the moment before it is connected, so that no name can be resolved twice with two answers, and no spelling
of an address is overlooked.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass, replace
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, TypeAlias

from aiohttp.abc import AbstractResolver, ResolveResult
from ssrfguard import DEFAULT_DENIED as _IANA
from ssrfguard import AddressTable, Block, BlockedAddressError, BlockedURLError, Policy, Reach
from yarl import URL

from bot.errors import AddressRefused, BadAddress

if TYPE_CHECKING:
    from collections.abc import Iterable

AddrInfo: TypeAlias = tuple[int, int, int, str, tuple[str | int | bytes, ...]]
"""What ``socket.getaddrinfo`` gives: family, kind, protocol, name, and the address itself."""

_AZURE = Block(
    ip_network("168.63.129.16/32"),
    "Platform services of Azure",
    "learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16",
    Reach.DENIED,
    "A public address that inside Azure leads to the host of the virtual machine.",
)
_TABLE = AddressTable(
    (
        # What IANA excepts from its reserved blocks serves routers and name servers; no site is there.
        *(replace(block, reach=Reach.DENIED) if block.reach is Reach.PERMITTED else block for block in _IANA.blocks),
        _AZURE,
    )
)
_GIVEN_OUT = ip_network("2000::/3")
"""All of IPv6 that IANA has given out to networks: iana.org/assignments/ipv6-unicast-address-assignments."""

_NAT64 = ip_network("64:ff9b::/96")
"""How a network without IPv4 of its own reaches it (RFC 6052); the table looks at the address inside."""

_ISATAP = {0x00005EFE, 0x02005EFE}
"""RFC 5214 6.1: the third quarter of an address that carries an IPv4 address of the network it is in."""

_POLICY = Policy(denied_networks=_TABLE)
_SCHEMES = {"http", "https"}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")  # left out in silence by some parsers of addresses, not by others


@dataclass(frozen=True, slots=True)
class Allowed:
    """Hosts that the operator lets us reach although they are not public, each as ``host:port``."""

    hosts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, hosts: Iterable[str]) -> Allowed:
        """Those hosts, however they are spelt."""
        return cls(frozenset(host.strip().lower() for host in hosts))

    def has(self, url: URL) -> bool:
        """Whether exactly this host, spelt like this, at this port, was named."""
        host = f"[{url.host}]" if url.host and ":" in url.host else url.host
        return f"{host}:{url.port}" in self.hosts


class _Refused(OSError):
    """Raised under the HTTP client, which passes on errors of this family only."""


def checked(link: str, allowed: Allowed) -> URL:
    """The address in ``link``, without its fragment, if it may be opened as far as its text tells.

    Raises:
        BadAddress: if it is not the address of a page: another scheme, user names, an odd host.
        AddressRefused: if it is an address that is not public, or at a port where no site is.
    """
    try:
        url = URL(link.strip()).with_fragment(None)
        host, port = url.host or "", url.port
        spelt = str(url)
    except ValueError as error:
        raise BadAddress from error
    if url.scheme not in _SCHEMES or not host or url.user is not None or _CONTROLS.search(link.strip()):
        raise BadAddress(host)
    if allowed.has(url):
        return url
    try:
        _POLICY.check_url(spelt)
    except BlockedURLError as error:
        refused = isinstance(error.__cause__, BlockedAddressError) or port not in _POLICY.allowed_ports
        raise (AddressRefused if refused else BadAddress)(host) from error
    return url


def guarded_socket(info: AddrInfo) -> socket.socket:
    """A socket for the address in ``info``, which is about to be connected.

    Raises:
        OSError: if that address is not public; ``was_refused`` knows it.
    """
    family, kind, protocol, _, address = info
    if not _is_public(str(address[0])):
        raise _Refused
    return socket.socket(family, kind, protocol)


def was_refused(error: BaseException | None) -> bool:
    """Whether ``error`` is the refusal of ``guarded_socket``."""
    return isinstance(error, _Refused)


class GuardedResolver(AbstractResolver):
    """Refuses a name that has an address which is not public, whatever its others are: that is how rebinding looks."""

    def __init__(self, names: AbstractResolver) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of ``host``.

        Raises:
            AddressRefused: if one of them is not public.
        """
        found = await self._names.resolve(host, port, family)
        if not all(_is_public(each["host"]) for each in found):
            raise AddressRefused(host)
        return found

    async def close(self) -> None:
        """Close what resolves."""
        await self._names.close()


def _is_public(address: str) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        tunnel = (int(parsed) >> 32) & 0xFFFFFFFF in _ISATAP
        if parsed.scope_id is not None or tunnel or not (parsed in _GIVEN_OUT or parsed in _NAT64):
            return False
    return not _TABLE.classify(parsed).blocked
