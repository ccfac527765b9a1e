"""An address -> the bytes behind it, within bounds, or the reason there are none."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING

import brotli
import pytest
from aiohttp import web

from adapters.web.fetch import Agents, Fetcher, Limits
from adapters.web.turns import Turns
from bot import errors
from tests.adapters.web.site import Site, serving

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.adapters.web.site import Answer

pytestmark = pytest.mark.enable_socket

PAGE = "<p>The harbour will close."


def fetcher(site: Site, *, size: int = 100_000, seconds: float = 20.0, agents: Agents | None = None) -> Fetcher:
    limits = Limits(seconds=seconds, size=size)
    return Fetcher(allowed=[site.host], limits=limits, agents=agents, turns=Turns(pause=0))


def answering(response: Callable[[], web.StreamResponse]) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return response()

    return answer


def moving(to: str, status: int = 302) -> Answer:
    return answering(lambda: web.Response(status=status, headers={"Location": to}))


async def test_a_page_comes_with_where_it_was_and_what_was_sent_with_it() -> None:
    sent = {"ETag": '"1"', "Last-Modified": "Mon, 02 Feb 2026 10:00:00 GMT"}
    page = answering(lambda: web.Response(text=PAGE, content_type="text/html", headers=sent))
    async with serving({"/a": page}) as site, fetcher(site) as fetch:
        document = await fetch.fetch(f" {site.url('/a')}#part ")
        assert document.body.decode() == PAGE
        assert document.url == site.url("/a")
        assert document.content_type == "text/html; charset=utf-8"
        assert (document.etag, document.last_modified) == ('"1"', sent["Last-Modified"])


async def test_what_has_not_changed_is_not_sent_again() -> None:
    async def page(request: web.Request) -> web.StreamResponse:
        unchanged = request.headers.get("If-None-Match") == '"1"'
        return web.Response(status=304) if unchanged else web.Response(text=PAGE, headers={"ETag": '"1"'})

    async with serving({"/a": page}) as site, fetcher(site) as fetch:
        first = await fetch.fetch(site.url("/a"))
        assert await fetch.fetch(site.url("/a"), known=first) is first


async def test_what_was_known_of_another_address_is_not_asked_about() -> None:
    pages: dict[str, Answer | str] = {"/old": moving("/new"), "/new": PAGE, "/other": PAGE}
    async with serving(pages) as site, fetcher(site) as fetch:
        known = await fetch.fetch(site.url("/other"))
        await fetch.fetch(site.url("/old"), known=known)
        assert not any("If-None-Match" in headers or "If-Modified-Since" in headers for headers in site.headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed(status: int) -> None:
    async with serving({"/a": moving("b?c=1", status), "/b": PAGE}) as site, fetcher(site) as fetch:
        assert (await fetch.fetch(site.url("/a"))).url == site.url("/b?c=1")


async def test_five_redirects_are_followed_and_a_sixth_is_not() -> None:
    pages: dict[str, Answer | str] = {f"/{n}": moving(f"/{n + 1}") for n in range(6)}
    pages["/6"] = PAGE
    async with serving(pages) as site, fetcher(site) as fetch:
        assert (await fetch.fetch(site.url("/1"))).url == site.url("/6")
        with pytest.raises(errors.Astray):
            await fetch.fetch(site.url("/0"))


@pytest.mark.parametrize(
    ("there", "kind"),
    [
        ("http://127.0.0.1:1/", errors.AddressRefused),
        ("//[::1]/", errors.AddressRefused),
        ("http://localhost/", errors.AddressRefused),
        ("file:///etc/passwd", errors.BadAddress),
        ("http://a@example.org/", errors.BadAddress),
        ("http://[", errors.BadAddress),
    ],
)
async def test_a_redirect_is_looked_at_like_a_link(there: str, kind: type[errors.Unread]) -> None:
    async with serving({"/a": moving(there)}) as site, fetcher(site) as fetch:
        with pytest.raises(kind):
            await fetch.fetch(site.url("/a"))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (204, errors.NoArticle),
        (302, errors.Garbled),
        (304, errors.Garbled),
        (401, errors.Forbidden),
        (402, errors.Paywalled),
        (403, errors.Forbidden),
        (404, errors.NotFound),
        (406, errors.Blocked),
        (410, errors.NotFound),
        (429, errors.Blocked),
        (451, errors.Forbidden),
        (500, errors.Unreachable),
        (503, errors.Unreachable),
    ],
)
async def test_a_status_says_which_failure_it_is(status: int, kind: type[errors.Unread]) -> None:
    async with serving({"/a": answering(lambda: web.Response(status=status))}) as site, fetcher(site) as fetch:
        with pytest.raises(errors.Unread) as raised:
            await fetch.fetch(site.url("/a"))
        assert raised.type is kind


async def test_a_wall_against_programs_is_told_from_a_login() -> None:
    wall = answering(lambda: web.Response(status=403, headers={"cf-mitigated": "challenge"}))
    async with serving({"/a": wall}) as site, fetcher(site) as fetch:
        with pytest.raises(errors.Blocked):
            await fetch.fetch(site.url("/a"))


async def test_a_host_that_asks_for_rest_is_left_alone() -> None:
    busy = answering(lambda: web.Response(status=429, headers={"Retry-After": "3000"}))
    async with serving({"/a": busy, "/b": PAGE}) as site, fetcher(site) as fetch:
        for _ in range(2):
            with pytest.raises(errors.Blocked):
                await fetch.fetch(site.url("/a"))
        with pytest.raises(errors.Blocked):
            await fetch.fetch(site.url("/b"))
        assert site.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "application/vnd.ms-excel"])
async def test_a_file_without_words_is_not_taken(kind: str) -> None:
    page = answering(lambda: web.Response(body=b"x" * 90_000, content_type=kind))
    async with serving({"/a": page}) as site, fetcher(site) as fetch:
        with pytest.raises(errors.NotAPage):
            await fetch.fetch(site.url("/a"))


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gzip"), (brotli.compress, "br")])
async def test_what_is_unpacked_is_counted_not_what_was_sent(pack: Callable[[bytes], bytes], name: str) -> None:
    def page(size: int) -> Answer:
        return answering(lambda: web.Response(body=pack(b"a" * size), headers={"Content-Encoding": name}))

    async with serving({"/good": page(100_000), "/bad": page(100_001)}) as site, fetcher(site) as fetch:
        assert len((await fetch.fetch(site.url("/good"))).body) == 100_000
        with pytest.raises(errors.TooBig):
            await fetch.fetch(site.url("/bad"))


async def test_packing_that_is_broken_is_damage() -> None:
    page = answering(lambda: web.Response(body=b"not gzip", headers={"Content-Encoding": "gzip"}))
    async with serving({"/a": page}) as site, fetcher(site) as fetch:
        with pytest.raises(errors.Garbled):
            await fetch.fetch(site.url("/a"))


async def test_a_site_that_never_answers_is_too_slow_and_the_next_page_works() -> None:
    async def silence(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    async with serving({"/slow": silence, "/a": PAGE}) as site, fetcher(site, seconds=0.5) as fetch:
        with pytest.raises(errors.TooSlow):
            await fetch.fetch(site.url("/slow"))
        assert (await fetch.fetch(site.url("/a"))).body


async def test_nobody_there_and_no_such_name_are_told_apart() -> None:
    async with serving({}) as site:
        gone = Site(site.port)
    async with fetcher(gone) as fetch:
        with pytest.raises(errors.Unreachable):
            await fetch.fetch(gone.url("/a"))
        with pytest.raises(errors.NotFound):
            await fetch.fetch("http://no-such-name.invalid/")


async def test_robots_txt_is_asked_once_and_obeyed() -> None:
    rules = "User-agent: *\nDisallow: /private/\n"
    pages: dict[str, Answer | str] = {"/a": PAGE, "/b": PAGE, "/private/c": PAGE, "/d": moving("/private/c")}
    async with serving(pages, robots=rules) as site, fetcher(site) as fetch:
        await asyncio.gather(fetch.fetch(site.url("/a")), fetch.fetch(site.url("/b")))
        for path in ("/private/c", "/d"):
            with pytest.raises(errors.RobotsRefused):
                await fetch.fetch(site.url(path))
        assert sorted(site.asked) == ["/a", "/b", "/d", "/robots.txt"]


async def test_rules_that_cannot_be_asked_for_close_the_site() -> None:
    """RFC 9309: what a server error hides might be a refusal. The next asker tries again."""
    async with (
        serving({"/robots.txt": answering(lambda: web.Response(status=500)), "/a": PAGE}) as site,
        fetcher(site) as fetch,
    ):
        for _ in range(2):
            with pytest.raises(errors.Unreachable):
                await fetch.fetch(site.url("/a"))
        assert site.asked == ["/robots.txt", "/robots.txt"]


async def test_an_endless_robots_txt_is_read_as_far_as_it_must_be() -> None:
    rules = "User-agent: *\nDisallow: /private/\n" + "# and so on\n" * 100_000
    async with serving({"/a": PAGE, "/private/b": PAGE}, robots=rules) as site, fetcher(site) as fetch:
        assert (await fetch.fetch(site.url("/a"))).body
        with pytest.raises(errors.RobotsRefused):
            await fetch.fetch(site.url("/private/b"))


async def test_we_say_who_we_are_and_a_host_may_see_another_name() -> None:
    async with serving({"/a": PAGE}) as site:
        async with fetcher(site, agents=Agents(contact="news@our.example")) as fetch:
            await fetch.fetch(site.url("/a"))
        async with fetcher(site, agents=Agents(by_host={"127.0.0.1": "OurReader/2"})) as fetch:
            await fetch.fetch(site.url("/a"))
        usual, named = site.headers[1]["User-Agent"], site.headers[3]["User-Agent"]
        assert usual.startswith("Standfirst/")
        assert "+news@our.example" in usual
        assert named == "OurReader/2"


async def test_a_cookie_comes_back_within_a_fetch_and_not_after_it() -> None:
    async def door(request: web.Request) -> web.StreamResponse:
        if request.cookies.get("seen") == "1":
            return web.Response(text=PAGE)
        return web.Response(status=302, headers={"Location": "/a", "Set-Cookie": "seen=1"})

    async with serving({"/a": door}) as site, fetcher(site) as fetch:
        for _ in range(2):
            assert (await fetch.fetch(site.url("/a"))).body
        assert site.asked.count("/a") == 4
