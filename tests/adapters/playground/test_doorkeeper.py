"""Who may see the pages."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, TCPConnector, encode_basic_auth

from adapters.doorkeeper import MOST_WRONG, WRONG_SECONDS, Doorkeeper, doorkeeper, is_exposed
from bot.settings import Settings
from tests.adapters.playground.conftest import a_playground
from tests.fakes import at_once

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.playground.conftest import Playground

PASSWORD = "four words or more"


async def test_a_name_whose_address_was_changed_under_it_sees_nothing(playground: Playground) -> None:
    async with ClientSession() as browser, browser.get(playground.address, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 421
        assert "Standfirst ·" not in await answer.text()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 202),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),  # another port of this machine
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
async def test_what_another_page_sends_is_not_done(
    playground: Playground, headers: dict[str, str], status: int
) -> None:
    async with (
        ClientSession(headers={"X-Live": "yes"} | headers) as browser,
        browser.post(f"{playground.address}/say", data={"text": "help"}) as answer,
    ):
        assert answer.status == status


async def test_a_browser_without_fetch_metadata_is_known_by_its_origin(playground: Playground) -> None:
    async with (
        ClientSession(headers={"X-Live": "yes", "Origin": playground.address}) as browser,
        browser.post(f"{playground.address}/say", data={"text": "help"}) as answer,
    ):
        assert answer.status == 202


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (None, 401),
        ("another one", 401),
        ("", 401),
        (PASSWORD, 200),
    ],
)
async def test_with_a_password_only_who_knows_it_gets_in(tmp_path: Path, given: str | None, status: int) -> None:
    headers = {} if given is None else {"Authorization": encode_basic_auth("anyone", given)}
    async with (
        a_playground(tmp_path, Doorkeeper(password=PASSWORD, pause=at_once)) as opened,
        ClientSession(headers=headers) as browser,
    ):
        for path in ("/", "/feed", "/static/playground.css"):
            async with browser.get(opened.address + path) as answer:
                assert answer.status == status


async def test_wrong_passwords_wait_one_after_the_other_and_the_right_one_waits_for_none(tmp_path: Path) -> None:
    waits, go_on = list[float](), asyncio.Event()

    async def pause(seconds: float) -> None:
        waits.append(seconds)
        await go_on.wait()

    wrong = {"Authorization": encode_basic_auth("anyone", "wrong")}
    right = {"Authorization": encode_basic_auth("anyone", PASSWORD)}
    guard = Doorkeeper(password=PASSWORD, pause=pause)
    async with (
        a_playground(tmp_path, guard) as opened,
        ClientSession(connector=TCPConnector(limit=0)) as browser,
    ):

        async def status(headers: dict[str, str]) -> int:
            async with browser.get(opened.address, headers=headers) as answer:
                return answer.status

        tries = [asyncio.create_task(status(wrong)) for _ in range(MOST_WRONG + 1)]
        (too_many,), rest = await asyncio.wait(tries, return_when=asyncio.FIRST_COMPLETED)
        assert (await too_many, waits) == (429, [WRONG_SECONDS])
        assert await status(right) == 200
        assert await status({}) == 401
        go_on.set()
        assert {await each for each in rest} == {401}
        assert len(waits) == MOST_WRONG


async def test_a_password_that_is_no_base64_is_refused_like_a_wrong_one(tmp_path: Path) -> None:
    async with (
        a_playground(tmp_path, Doorkeeper(password=PASSWORD, pause=at_once)) as opened,
        ClientSession(headers={"Authorization": "Basic é!"}) as browser,
        browser.get(opened.address) as answer,
    ):
        assert answer.status == 401


async def test_every_answer_forbids_foreign_scripts_frames_and_guessing(playground: Playground) -> None:
    async with ClientSession() as browser:
        for path in ("/", "/nothing-here", "/static/nothing", "/post/7", "/article/" + "0" * 64):
            async with browser.get(playground.address + path) as answer:
                if path == "/nothing-here":  # no page of ours
                    continue
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy
                assert "unsafe" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_name_that_others_reach_us_by_is_let_through() -> None:
    keeper = doorkeeper(Settings(url="https://bot.example.org:8443/news", listen=("0.0.0.0", 80), password=PASSWORD))  # noqa: S104 - the subject
    assert "bot.example.org" in keeper.hosts
    assert PASSWORD not in repr(keeper)


def test_what_a_proxy_lets_others_reach_needs_a_password_too() -> None:
    url = "https://bot.example.org"
    assert is_exposed(Settings(url=url))
    assert not is_exposed(Settings(url=url, password=PASSWORD))
    assert not is_exposed(Settings(url="http://localhost:8080"))


async def test_where_others_could_see_the_pages_nobody_does(tmp_path: Path) -> None:
    keeper = doorkeeper(Settings(url="https://bot.example.org"))
    async with (
        a_playground(tmp_path, keeper) as opened,
        ClientSession() as browser,
        browser.get(opened.address) as answer,
    ):
        assert answer.status == 403
        assert "STANDFIRST_PASSWORD" in await answer.text()


@pytest.mark.parametrize(
    ("host", "password", "exposed"),
    [
        ("127.0.0.1", None, False),
        ("127.8.8.8", None, False),
        ("localhost", None, False),
        ("::1", None, False),
        ("0.0.0.0", None, True),  # noqa: S104 - the subject
        ("192.168.1.2", None, True),
        ("127.evil.example", None, True),
        ("0.0.0.0", PASSWORD, False),  # noqa: S104 - the subject
    ],
)
def test_what_others_can_reach_needs_a_password(host: str, password: str | None, exposed: bool) -> None:
    assert is_exposed(Settings(listen=(host, 8080), password=password)) is exposed
