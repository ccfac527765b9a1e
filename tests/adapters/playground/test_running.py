"""The playground as `standfirst run` serves it, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE
from typing import TYPE_CHECKING

from aiohttp import ClientSession, CookieJar

from tests.command_line import OURS, ROOT, sentence, typed

if TYPE_CHECKING:
    from pathlib import Path


async def test_without_a_token_a_bundled_article_is_briefed_and_the_process_stops_when_asked(tmp_path: Path) -> None:
    known = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    given = {"DATABASE_URL": f"sqlite:///{tmp_path / 'standfirst.db'}", "STANDFIRST_LISTEN": "127.0.0.1:0"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=known | given, stderr=PIPE
    )
    assert process.stderr
    try:
        told = (await asyncio.wait_for(process.stderr.readline(), 60)).decode()
        address = re.fullmatch(r"standfirst: Playground: ready, at (http://127\.0\.0\.1:\d+)/\.\n", told)
        assert address, told
        async with ClientSession(headers={"Sec-Fetch-Site": "same-origin"}, cookie_jar=CookieJar(unsafe=True)) as page:
            async with page.get(address[1]) as answer:
                sample = re.search(r'value="(http://127\.0\.0\.1:\d+/news/02-[^"]+)"', await answer.text())
            assert sample
            async with page.post(f"{address[1]}/say", data={"text": sample[1]}) as answer:
                assert "checked against the article" in await answer.text()
            async with page.get(f"{address[1]}/operator") as answer:
                assert "There is no digest yet" in await answer.text()
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_it_is_not_served_to_others_without_a_password(tmp_path: Path) -> None:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path / 's.db'}", "STANDFIRST_LISTEN": "0.0.0.0:8080"}
    answer = await typed("run", settings=settings)
    assert answer.code == 2
    assert sentence(answer) == (
        "STANDFIRST_PASSWORD is not set, and at 0.0.0.0 everyone could use the playground; set it."
    )
    assert not (tmp_path / "s.db").exists()
