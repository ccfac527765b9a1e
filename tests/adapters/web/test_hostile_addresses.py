"""Links that lead inside, each tried for real: with listeners wherever they could arrive, none is reached.

pytest-socket forbids every connection but to loopback, so that one which is only attempted is heard, too.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import aiohttp
import pytest

from adapters.web.fetch import Fetcher, Limits
from adapters.web.turns import Turns
from bot import errors
from tests.adapters.web.hostile.links import links
from tests.adapters.web.hostile.names import LOOP, PUBLIC, HostileZone
from tests.adapters.web.servers import Listeners, answering, listening

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Mapping

    from tests.adapters.web.servers import Answer

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])

EVERYWHERE = ("0.0.0.0", "::1")  # noqa: S104 - also what 127.0.0.2 and our own address lead to
PORTS = (80, 443, 8000, 8080, 8443, 6379, 0)
LINKS = links()
DIRECTLY = {"AddressRefused", "BadAddress", "NotFound"}
"""How a link that leads inside may end; a name that nobody knows leads nowhere."""

REDIRECTED = {*DIRECTLY, "Garbled", "Astray"}
"""The same for a redirect: some of these make a head that is none, some lead back to where they came from."""

GOOD = "<!DOCTYPE html><title>Ferry</title><p>The ferry to Sandmouth runs again from Monday, its captain said."
OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"


@asynccontextmanager
async def everywhere() -> AsyncGenerator[Listeners]:
    async with listening(EVERYWHERE, PORTS) as listeners:
        yield listeners


def fetcher(*, allowed: Iterable[str] = (), zone: HostileZone | None = None, seconds: float = 5.0) -> Fetcher:
    resolver = zone or HostileZone()
    return Fetcher(allowed=allowed, resolver=resolver, turns=Turns(pause=0), limits=Limits(seconds=seconds))


async def outcome(fetch: Fetcher, link: str) -> str:
    """The kind of failure by its name; anything that is no sentence for a person is told as it is."""
    try:
        async with asyncio.timeout(20):
            document = await fetch.fetch(link)
    except errors.Unread as error:
        return type(error).__name__ if str(error).isprintable() else f"unprintable: {error!r}"
    except BaseException as error:  # noqa: BLE001 - a crash is what is looked for
        return f"crashed: {error!r}"
    return f"read: {document.url}"


async def wrong(fetch: Fetcher, tries: Mapping[str, str], right: set[str]) -> dict[str, str]:
    """Of ``tries``, by name, those that ended otherwise than is right."""
    outcomes = await asyncio.gather(*(outcome(fetch, link) for link in tries.values()))
    return {repr(name): ended for name, ended in zip(tries, outcomes, strict=True) if ended not in right}


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert sum(map(len, LINKS.values())) > 900


async def test_a_client_without_a_guard_would_be_counted() -> None:
    async with everywhere() as listeners, aiohttp.ClientSession(connector=_unguarded()) as session:
        for port in listeners.ports:
            for host in ("127.0.0.1", "127.1", "loop.test", "[::1]"):
                with suppress(aiohttp.ClientError):
                    await session.get(f"http://{host}:{port}/")
        assert listeners.reached >= 2 * len(listeners.ports)


def _unguarded() -> aiohttp.TCPConnector:
    return aiohttp.TCPConnector(resolver=HostileZone(), force_close=True)


@pytest.mark.parametrize("kind", LINKS)
async def test_no_link_leads_inside(kind: str) -> None:
    async with everywhere() as listeners, fetcher(allowed=["demo.test:8080"]) as fetch:
        assert await wrong(fetch, {link: link for link in LINKS[kind]}, DIRECTLY) == {}
        assert listeners.reached == 0


@pytest.mark.parametrize("kind", LINKS)
async def test_no_link_leads_inside_at_another_port(kind: str) -> None:
    """The same hosts, at the port of a listener that nobody could know."""
    async with everywhere() as listeners, fetcher() as fetch:
        port = max(listeners.ports)
        moved = {link: _at(link, port) for link in LINKS[kind]}
        assert await wrong(fetch, moved, DIRECTLY) == {}
        assert listeners.reached == 0


def _at(link: str, port: int) -> str:
    scheme, slashes, rest = link.partition("//")
    host, slash, path = rest.partition("/")
    return f"{scheme}{slashes}{host}:{port}{slash}{path}"


@pytest.mark.parametrize("kind", LINKS)
async def test_no_redirect_leads_inside(kind: str) -> None:
    """Sent as raw bytes, by turns with each status that redirects; what stays on the site finds nothing there."""
    statuses = (301, 302, 303, 307, 308)

    async def redirect(path: str, writer: asyncio.StreamWriter) -> None:
        if not path.startswith("/to?link="):
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        link = unquote(path.removeprefix("/to?link="), errors="surrogatepass")
        status = statuses[len(path) % len(statuses)]
        head = f"HTTP/1.1 {status} Moved\r\nLocation: {link}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        writer.write(head.encode(errors="surrogatepass"))

    async with (
        everywhere() as listeners,
        answering(redirect) as site,
        fetcher(allowed=[site.host, "demo.test:8080"]) as fetch,
    ):
        tries = {link: site.url("/to?link=" + quote(link, safe="", errors="surrogatepass")) for link in LINKS[kind]}
        assert await wrong(fetch, tries, REDIRECTED) == {}
        assert listeners.reached == 0


@pytest.mark.parametrize("kind", ["loopback, spelt as IPv4", "names that lead inside", "schemes and shapes"])
async def test_a_robots_txt_leads_nowhere_inside(kind: str) -> None:
    """The page is read or not, as the rules that could not be had decide; what counts is where they were looked for."""
    async with everywhere() as listeners:
        for link in LINKS[kind]:
            async with answering(_robots_at(link)) as site, fetcher(allowed=[site.host]) as fetch:
                ended = await outcome(fetch, site.url("/a"))
                assert ended.removeprefix("read: ") in {site.url("/a"), *REDIRECTED}, repr(link)
        assert listeners.reached == 0


def _robots_at(link: str) -> Answer:
    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        if path == "/robots.txt":
            head = f"HTTP/1.1 302 Found\r\nLocation: {link}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            writer.write(head.encode(errors="surrogatepass"))
        else:
            writer.write(f"{OK}Content-Length: {len(GOOD)}\r\n\r\n{GOOD}".encode())

    return answer


async def test_an_inner_address_at_the_end_of_many_hops_is_not_reached() -> None:
    def pages(last: str) -> Answer:
        async def answer(path: str, writer: asyncio.StreamWriter) -> None:
            hop = int(path.removeprefix("/")) if path[1:].isdigit() else 0
            there = last if hop == 5 else f"/{hop + 1}"
            status = "404 Not Found" if path == "/robots.txt" else "302 Found"
            head = f"HTTP/1.1 {status}\r\nLocation: {there}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            writer.write(head.encode())

        return answer

    async with everywhere() as listeners:
        for last in ("http://127.0.0.1/", "//[::1]/", "http://loop.test/", "\\\\127.0.0.1\\", "http:\\\\127.0.0.1"):
            async with answering(pages(last)) as site, fetcher(allowed=[site.host]) as fetch:
                assert await outcome(fetch, site.url("/1")) in {"AddressRefused", "BadAddress", "NotFound", "Astray"}
        assert listeners.reached == 0


@pytest.mark.parametrize("inside", ["127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1"])
async def test_a_name_that_turns_inside_between_two_looks_is_not_followed(inside: str) -> None:
    """Public when it is looked at, private when it is connected: whichever look comes first, none connects inside."""
    for script in (
        ((PUBLIC,), (inside,)),
        ((inside,), (PUBLIC,)),
        ((PUBLIC,), (PUBLIC,), (inside,)),
        ((PUBLIC, inside),),
        ((inside, PUBLIC),),
    ):
        zone = HostileZone({"turns.test": script})
        async with everywhere() as listeners, fetcher(zone=zone) as fetch:
            ended = [await outcome(fetch, "http://turns.test/") for _ in range(4)]
            assert not any(each.startswith("read") for each in ended)
            assert script[0] == (PUBLIC,) or ended[0] == "AddressRefused"
            assert listeners.reached == 0


async def test_another_port_of_the_host_that_was_named_is_not_reached() -> None:
    async with everywhere() as listeners:
        port = max(listeners.ports)

        async def moved(path: str, writer: asyncio.StreamWriter) -> None:
            status = "404 Not Found" if path == "/robots.txt" else "302 Found"
            there = f"http://127.0.0.1:{port}/"
            writer.write(f"HTTP/1.1 {status}\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n".encode())

        async with answering(moved) as site, fetcher(allowed=[site.host]) as fetch:
            assert await outcome(fetch, site.url("/a")) == "AddressRefused"
        assert listeners.reached == 0


async def test_a_host_is_named_letter_by_letter() -> None:
    """Naming one place opens no other that merely resolves to it, begins like it or ends like it."""
    async with everywhere() as listeners:
        port = max(listeners.ports)
        tries = ["127.1:{}", "2130706433:{}", "[::ffff:127.0.0.1]:{}", "127.0.0.1.:{}", "loop.test:{}", "localhost:{}",
                 "127.0.0.1:{}.evil.test", "127.0.0.1:{}@loop.test", "evil.test:{}@127.0.0.1", "127.0.0.2:{}",
                 "a.127.0.0.1:{}", "0.0.0.0:{}", "①27.0.0.1:{}1", "127.0.0.1.nip.io:{}", "[::1]:{}"]  # fmt: skip
        async with fetcher(allowed=[f"127.0.0.1:{port}"]) as fetch:
            assert await wrong(fetch, {each: f"http://{each.format(port)}/" for each in tries}, DIRECTLY) == {}
        assert listeners.reached == 0


@pytest.mark.parametrize(
    "variable", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"]
)
async def test_no_proxy_of_the_environment_is_used(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would resolve names itself, past the guard."""
    async with everywhere() as listeners:
        monkeypatch.setenv(variable, f"http://127.0.0.1:{max(listeners.ports)}")
        async with answering(_saying(OK)) as site, fetcher(allowed=[site.host]) as fetch:
            assert await outcome(fetch, site.url("/a")) == f"read: {site.url('/a')}"
            assert await outcome(fetch, "http://loop.test/") == "AddressRefused"
        assert listeners.reached == 0


@pytest.mark.parametrize(
    "pointer",
    [
        'Alt-Svc: http/1.1="127.0.0.1:{port}"; ma=86400, h2=":{port}"; persist=1',
        "Refresh: 0; url=http://127.0.0.1:{port}/",
        "Link: <http://127.0.0.1:{port}/>; rel=preload, <http://127.0.0.1:{port}/feed>; rel=alternate",
        "Content-Location: http://127.0.0.1:{port}/",
        "Location: http://127.0.0.1:{port}/",
        "SourceMap: http://127.0.0.1:{port}/",
        'NEL: {{}}\r\nReport-To: {{"endpoints":[{{"url":"http://127.0.0.1:{port}/"}}]}}',
    ],
)
async def test_no_header_of_a_page_leads_on(pointer: str) -> None:
    async with everywhere() as listeners:
        header = pointer.format(port=max(listeners.ports))
        async with answering(_saying(f"{OK}{header}\r\n")) as site, fetcher(allowed=[site.host]) as fetch:
            for _ in range(2):
                assert await outcome(fetch, site.url("/a")) == f"read: {site.url('/a')}"
        assert listeners.reached == 0


async def test_nothing_in_a_page_is_fetched() -> None:
    """A refresh, a frame, a picture, a style, another version: they are the reader's to name, not the fetcher's."""
    async with everywhere() as listeners:
        there = f"http://127.0.0.1:{max(listeners.ports)}/"
        page = (
            f'<meta http-equiv=refresh content="0; url={there}"><base href="{there}"><link rel=amphtml href="{there}">'
            f'<link rel=stylesheet href="{there}"><img src="{there}"><iframe src="{there}"></iframe>{GOOD}'
        )
        async with answering(_saying(OK, page)) as site, fetcher(allowed=[site.host]) as fetch:
            assert await outcome(fetch, site.url("/a")) == f"read: {site.url('/a')}"
        assert listeners.reached == 0


async def test_no_cookie_and_no_name_reaches_another_host() -> None:
    cookies = "Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2; Domain=localhost\r\nSet-Cookie: c=3; Domain=127.0.0.1\r\n"
    async with answering(_saying(OK)) as other:
        there = f"http://localhost:{other.port}/"
        moved = f"HTTP/1.1 302 Found\r\nLocation: {there}\r\nConnection: close\r\n{cookies}"
        async with (
            answering(_saying(moved)) as first,
            fetcher(allowed=[first.host, f"localhost:{other.port}"]) as fetch,
        ):
            assert await outcome(fetch, first.url("/a")) == f"read: {there}"
        asked = "".join(other.heads).lower()
        assert not any(header in asked for header in ("\ncookie:", "\nauthorization:", "\nreferer:", "\norigin:"))


def _saying(head: str, page: str = GOOD) -> Answer:
    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        if path == "/robots.txt":
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            writer.write(f"{head}Content-Length: {len(page.encode())}\r\n\r\n{page}".encode())

    return answer


@pytest.mark.parametrize("name", ["loop.test", "loop6.test", "mapped.test", "alias.test", "public-and-loop6.test"])
async def test_a_name_is_refused_before_its_robots_txt_is_asked_for(name: str) -> None:
    zone = HostileZone({name: (LOOP,)})
    async with everywhere() as listeners, fetcher(zone=zone) as fetch:
        assert await outcome(fetch, f"http://{name}/a") == "AddressRefused"
        assert listeners.reached == 0
