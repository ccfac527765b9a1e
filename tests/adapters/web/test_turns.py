"""Manners towards a host."""

from __future__ import annotations

import asyncio

import pytest

from adapters.web import turns
from adapters.web.turns import AT_ONCE, Turns
from bot.errors import Blocked


async def test_a_host_is_asked_by_a_few_at_once_and_the_others_wait() -> None:
    manners = Turns(pause=0)
    inside, most = 0, 0
    go = asyncio.Event()

    async def ask(host: str) -> None:
        nonlocal inside, most
        async with manners.turn(host):
            inside += 1
            most = max(most, inside)
            await go.wait()
            inside -= 1

    tasks = [asyncio.create_task(ask("busy.example")) for _ in range(10)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert inside == AT_ONCE
    async with manners.turn("other.example"):
        go.set()
    await asyncio.gather(*tasks)
    assert most == AT_ONCE


async def test_two_requests_to_a_host_start_a_pause_apart() -> None:
    manners = Turns(pause=0.05)
    clock = asyncio.get_running_loop().time
    starts = list[float]()
    for _ in range(3):
        async with manners.turn("slow.example"):
            starts.append(clock())
    assert starts[2] - starts[0] >= 0.1


async def test_a_host_at_rest_is_not_asked() -> None:
    manners = Turns()
    manners.rest("tired.example", 60)
    with pytest.raises(Blocked):
        async with manners.turn("tired.example"):
            pytest.fail("it was asked")
    async with manners.turn("awake.example"):
        pass


async def test_hosts_are_not_remembered_without_end_and_never_forgotten_while_asked() -> None:
    manners = Turns(pause=0)
    async with manners.turn("held.example"):
        for number in range(turns.MOST_HOSTS + 50):
            async with manners.turn(f"h{number}.example"):
                pass
        manners.rest("held.example", 60)
        assert len(manners._hosts) == turns.MOST_HOSTS
        with pytest.raises(Blocked):
            async with manners.turn("held.example"):
                pytest.fail("its state was forgotten")
