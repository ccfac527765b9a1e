"""The clock calls what it is given, again and again, never the same twice at a time."""

from __future__ import annotations

import asyncio

from adapters.clock import ticking


async def test_each_tick_is_called_at_once_and_again() -> None:
    called = list[str]()
    again = asyncio.Event()

    async def one() -> None:
        called.append("one")
        if called.count("one") == 3:
            again.set()

    async with ticking([(one, 0.01)]):
        await asyncio.wait_for(again.wait(), 20)


async def test_one_that_fails_is_called_again_and_does_not_end_the_others() -> None:
    failed, other = asyncio.Event(), asyncio.Event()
    times = 0

    async def fails() -> None:
        nonlocal times
        times += 1
        if times == 2:
            failed.set()
        raise RuntimeError(times)

    async def goes_on() -> None:
        if failed.is_set():
            other.set()

    async with ticking([(fails, 0.01), (goes_on, 0.01)]):
        await asyncio.wait_for(other.wait(), 20)


async def test_one_that_still_runs_is_not_begun_again() -> None:
    begun, let_go, other = 0, asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        nonlocal begun
        begun += 1
        await let_go.wait()

    seen = 0

    async def quick() -> None:
        nonlocal seen
        seen += 1
        if seen == 5:
            other.set()

    async with ticking([(slow, 0.01), (quick, 0.01)]):
        await asyncio.wait_for(other.wait(), 20)
        assert begun == 1
        let_go.set()


async def test_what_runs_when_it_is_left_may_end_and_is_cancelled_if_it_does_not() -> None:
    ended = list[str]()
    started, let_go = asyncio.Event(), asyncio.Event()

    async def ends() -> None:
        await let_go.wait()
        ended.append("by itself")

    async def hangs() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    async with ticking([(ends, 60.0), (hangs, 60.0)], grace=0.2):
        await started.wait()
        let_go.set()
    assert ended == ["by itself", "cancelled"]
