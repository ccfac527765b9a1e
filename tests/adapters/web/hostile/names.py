"""Names as a hostile zone, or one of the public services that give back any address, would resolve them."""

from __future__ import annotations

import errno
import re
import socket
from ipaddress import IPv4Address, ip_address
from itertools import repeat
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver, ResolveResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LOOP = ("127.0.0.1", "::1")
PUBLIC = "8.8.8.8"
"""Looks public. Nothing connects to it: pytest-socket forbids that in these tests, and would be heard."""

METADATA = "169.254.169.254"

ANSWERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "private.test": (("10.0.0.1",),),
    "loop.test": (("127.0.0.1",),),
    "loop6.test": (("::1",),),
    "mapped.test": (("::ffff:127.0.0.1",),),
    "link-local.test": (("fe80::1",),),
    "zoned.test": (("fe80::1%lo",), ("::1%lo",), ("::1%1",)),
    "metadata.test": ((METADATA,),),
    "azure.test": (("168.63.129.16",),),
    "nat64.test": (("64:ff9b::7f00:1",),),
    "sixtofour.test": (("2002:7f00:1::1",),),
    "teredo.test": (("2001:0:4136:e378:8000:63bf:80ff:fffe",),),
    "isatap.test": (("fe80::5efe:7f00:1",),),
    "unspecified.test": (("0.0.0.0",),),  # noqa: S104 - an answer, nothing is bound to it
    "unspecified6.test": (("::",),),
    "broadcast.test": (("255.255.255.255",),),
    "multicast.test": (("224.0.0.1", "ff02::1"),),
    "ula.test": (("fd00::1",),),
    "site-local.test": (("fec0::1",),),
    "cgnat.test": (("100.64.0.1",),),
    "benchmark.test": (("198.18.0.1",),),
    "docs.test": (("192.0.2.1", "198.51.100.1", "203.0.113.1"),),
    "docs6.test": (("2001:db8::1",),),
    "alias.test": (("192.168.0.1", "127.0.0.1"),),
    "public-then-private.test": ((PUBLIC, "127.0.0.1"),),
    "private-then-public.test": (("127.0.0.1", PUBLIC),),
    "public-and-loop6.test": ((PUBLIC, "::1"),),
    "many-then-one-private.test": ((*(f"8.8.8.{last}" for last in range(1, 60)), "127.0.0.1"),),
    "rebind.test": (("192.0.2.1",), ("127.0.0.1",)),
    "rebind-thrice.test": (("192.0.2.1",), ("192.0.2.2",), ("192.0.2.3",), LOOP),
    "flip.test": (("127.0.0.1",), ("192.0.2.1",), ("127.0.0.1",), ("192.0.2.1",)),
    "nonsense.test": (("999.0.0.1",),),
    "a-name-as-address.test": (("localhost",),),
    "short-form.test": (("127.1",), ("2130706433",), ("0x7f.1",), ("0177.0.0.1",)),
    "demo.test": (LOOP,),
    "evildemo.test": (LOOP,),
    "localtest.me": (LOOP,),
    "www.localtest.me": (LOOP,),
    "lvh.me": (LOOP,),
    "sub.lvh.me": (LOOP,),
    "vcap.me": (LOOP,),
    "lacolhost.com": (LOOP,),
    "yoogle.com": (LOOP,),
    "spoofed.burp.test": (LOOP,),
    "localhost.test": (LOOP,),
    "metadata.google.internal": ((METADATA,),),
    "metadata": ((METADATA,),),
    "metadata.goog": ((METADATA,),),
    "instance-data": ((METADATA,),),
    "instance-data.ec2.internal": ((METADATA,),),
    "metadata.tencentyun.com": (("169.254.0.23",),),
    "metadata.platformequinix.com": (("192.0.0.192",),),
    "kubernetes.default.svc": (("10.96.0.1",),),
    "kubernetes.default.svc.cluster.local": (("10.96.0.1",),),
    "kubernetes": (("10.96.0.1",),),
    "host.docker.internal": (("172.17.0.1",),),
    "router.local": (("192.168.0.1",),),
    "intranet": (("10.0.0.2",),),
    "wpad": (LOOP,),
    "loopback": (LOOP,),
    "local": (LOOP,),
    "localhost4": (LOOP,),
    "localhost6": (LOOP,),
    "ip6-localhost": (LOOP,),
    "ip6-loopback": (LOOP,),
    "localhost.localdomain": (LOOP,),
    "localhost4.localdomain4": (LOOP,),
    "localhost6.localdomain6": (LOOP,),
}
"""By name, one set of addresses a call; the last stays."""

_EMBEDDING = re.compile(r"(?:^|[.-])(?:nip\.io|sslip\.io|xip\.io|traefik\.me|rbndr\.us|1u\.ms)$")
_INSIDE = re.compile(r"\d+[.-]\d+[.-]\d+[.-]\d+")
_INSIDE_HEX = re.compile(r"(?:^|\.)(?:0x)?([0-9a-f]{8})(?=\.)")


class HostileZone(AbstractResolver):
    """Resolves by ``ANSWERS`` and otherwise as the system would, which also knows 127.1 and 0x7f.1; asks nobody."""

    def __init__(self, more: Mapping[str, Iterable[tuple[str, ...]]] | None = None) -> None:
        self._scripts: dict[str, Iterator[tuple[str, ...]]] = {}
        self._answers = {**ANSWERS, **(more or {})}
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The next answer for that name; ``family`` is passed over, as some resolvers do."""
        del family
        self.asked.append(host)
        return [_result(host, address, port) for address in self._addresses(host.lower().rstrip("."))]

    async def close(self) -> None:
        """Nothing is open."""

    def _addresses(self, name: str) -> tuple[str, ...]:
        if name in self._answers:
            script = self._scripts.setdefault(name, _lasting(self._answers[name]))
            return next(script)
        if name.endswith("localhost"):
            return LOOP
        if _EMBEDDING.search(name):
            return _embedded(name)
        try:
            return (socket.inet_ntoa(socket.inet_aton(name)),)
        except (OSError, UnicodeError) as error:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from error


def _lasting(answers: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    last: tuple[str, ...] = ()
    for last in answers:
        yield last
    yield from repeat(last)


def _embedded(name: str) -> tuple[str, ...]:
    """The addresses within such a name: 10.0.0.1.nip.io, 10-0-0-1.nip.io, 0a000001.nip.io; some have two."""
    plain = [found.replace("-", ".") for found in _INSIDE.findall(name)]
    hexadecimal = [str(IPv4Address(int(found, 16))) for found in _INSIDE_HEX.findall(name)]
    if plain or hexadecimal:
        return (*plain, *hexadecimal)
    try:
        return (str(ip_address(name.partition(".")[0].replace("-", ":"))),)
    except ValueError as error:
        raise OSError(errno.EINVAL, "no address in it") from error


def _result(host: str, address: str, port: int) -> ResolveResult:
    return {
        "hostname": host,
        "host": address,
        "port": port,
        "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
        "proto": socket.IPPROTO_TCP,
        "flags": socket.AI_NUMERICHOST,
    }
