"""What failed is tried again by whoever may see the page, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, encode_basic_auth

from adapters.database.claims import Look, claim
from adapters.database.deliveries import last_of
from adapters.database.subscriptions import keep
from adapters.doorkeeper import Doorkeeper
from tests.adapters.database.samples import NOON
from tests.adapters.operator.conftest import HOUR, MORNING, failed, operated_pages
from tests.fakes import at_once

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.operator.conftest import Operated

PASSWORD = "four words or more"
HERE = {"Sec-Fetch-Site": "same-origin"}
PATHS = ("", "/deliveries", "/sources", "/spend", "/why", "/operator.css", "/favicon.svg")


async def test_a_delivery_that_failed_is_due_again_and_the_page_is_shown(operated: Operated) -> None:
    kept = failed(operated.database)
    assert claim(operated.database, Look("slack", 1), NOON + HOUR) == ()
    path = f"{operated.address}/operator/digests/{kept.ident}/retry"
    async with ClientSession(headers=HERE) as browser, browser.post(path) as answer:
        assert [each.status for each in answer.history] == [303]
        assert answer.url.path == "/operator/deliveries"
    (again,) = claim(operated.database, Look("slack", 1), NOON + HOUR)
    assert (again.slot, again.subscription.ident) == (NOON, kept.ident)


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}])
async def test_what_another_page_sends_tries_nothing_again(operated: Operated, headers: dict[str, str]) -> None:
    kept = failed(operated.database)
    path = f"{operated.address}/operator/digests/{kept.ident}/retry"
    async with ClientSession(headers=headers) as browser, browser.post(path) as answer:
        assert answer.status == 403
    assert last_of(operated.database, kept.ident) == (NOON, "failed", "Slack was away.")


async def test_a_link_tries_nothing_again(operated: Operated) -> None:
    kept = failed(operated.database)
    path = f"{operated.address}/operator/digests/{kept.ident}/retry"
    async with ClientSession(headers=HERE) as browser, browser.get(path) as answer:
        assert answer.status == 405
    assert last_of(operated.database, kept.ident) == (NOON, "failed", "Slack was away.")


async def test_what_did_not_fail_is_not_done_twice(operated: Operated) -> None:
    kept = keep(operated.database, MORNING)
    for digest in (kept.ident, kept.ident + 1):
        path = f"{operated.address}/operator/digests/{digest}/retry"
        async with ClientSession(headers=HERE) as browser, browser.post(path) as answer:
            assert answer.status == 409
            assert "load the page again" in await answer.text()


@pytest.mark.parametrize(("given", "status"), [(None, 401), ("another one", 401), (PASSWORD, 200)])
async def test_with_a_password_only_who_knows_it_sees_the_pages(tmp_path: Path, given: str | None, status: int) -> None:
    headers = {} if given is None else {"Authorization": encode_basic_auth("anyone", given)}
    async with (
        operated_pages(tmp_path, Doorkeeper(password=PASSWORD, pause=at_once)) as opened,
        ClientSession(headers=headers) as browser,
    ):
        for path in PATHS:
            async with browser.get(f"{opened.address}/operator{path}") as answer:
                assert answer.status == status


async def test_without_the_password_nothing_is_tried_again(tmp_path: Path) -> None:
    async with (
        operated_pages(tmp_path, Doorkeeper(password=PASSWORD, pause=at_once)) as opened,
        ClientSession(headers=HERE) as browser,
    ):
        kept = failed(opened.database)
        async with browser.post(f"{opened.address}/operator/digests/{kept.ident}/retry") as answer:
            assert answer.status == 401
        assert last_of(opened.database, kept.ident) == (NOON, "failed", "Slack was away.")
