"""The same work over many items, on several cores, with the answers in the items' order."""

from __future__ import annotations

import itertools
import os
import signal
from contextlib import closing
from multiprocessing import active_children
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from adapters.pool import AHEAD, Bounds, Crew, in_order
from bot.errors import WorkerDied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.errors import StandfirstError

DEADLY = 13


def double(number: int) -> int:
    if number % 5 == 0:
        sum(range(200_000))  # the others overtake it
    if number == DEADLY:
        os._exit(1)
    return number * 2


def deaf(number: int) -> bool:
    del number
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def fallen(number: int, error: StandfirstError) -> int:
    del error
    return -number


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_come_in_order_and_a_death_costs_one(jobs: int) -> None:
    answers = list(in_order(double, range(30), jobs=jobs, fallen=fallen))
    assert answers == [-DEADLY if number == DEADLY else number * 2 for number in range(30)]


def test_a_worker_leaves_ctrl_c_to_its_parent() -> None:
    """From its first moment: while Python starts, an interrupt would print a traceback."""
    assert list(in_order(deaf, range(4), jobs=2, fallen=fallen)) == [True] * 4


def test_an_endless_supply_is_read_only_a_little_ahead() -> None:
    taken = list[int]()

    def supply() -> Iterator[int]:
        for number in itertools.count(100):
            taken.append(number)
            yield number

    with closing(in_order(double, supply(), jobs=2, fallen=fallen)) as answers:
        assert [next(answers) for _ in range(20)] == [number * 2 for number in range(100, 120)]
    assert len(taken) <= 20 + 2 * AHEAD + 2


def test_an_answer_does_not_wait_for_the_next_item() -> None:
    """A program that writes a line and reads its answer before it writes the next gets that answer."""
    asked: SimpleQueue[int | None] = SimpleQueue()
    with closing(in_order(double, iter(asked.get, None), jobs=2, fallen=fallen)) as answers:
        for number in (1, 2, 3):
            asked.put(number)
            assert next(answers) == number * 2
        asked.put(None)
        assert list(answers) == []


def test_what_the_supply_raises_comes_after_the_answers_before_it() -> None:
    def supply() -> Iterator[int]:
        yield 1
        raise LookupError

    answers = in_order(double, supply(), jobs=2, fallen=fallen)
    assert next(answers) == 2
    with pytest.raises(LookupError):
        next(answers)


def endless(number: int) -> int:
    while number == DEADLY:
        pass
    return number


def hungry(megabytes: int) -> int:
    return len(bytearray(megabytes * 1_000_000))


def test_an_item_that_takes_too_long_costs_only_itself() -> None:
    numbers = [1, DEADLY, 2]
    assert list(in_order(endless, numbers, jobs=1, fallen=fallen, bounds=Bounds(seconds=1))) == [1, -DEADLY, 2]


def test_what_asks_for_too_much_memory_is_refused_and_the_next_is_done() -> None:
    with Crew(hungry, jobs=1, bounds=Bounds(memory=100_000_000)) as crew:
        with pytest.raises(WorkerDied):
            crew.submit(400).result()
        assert crew.submit(20).result() == 20_000_000


def test_a_worker_that_was_made_ready_does_the_work() -> None:
    with Crew(endless, jobs=1) as crew:
        crew.ready()
        assert crew.submit(7).result() == 7


def test_an_item_that_cannot_be_sent_leaves_no_worker_behind() -> None:
    deep = list[object]()
    for _ in range(100_000):
        deep = [deep]
    before = {*active_children()}
    with Crew[object, bool](bool, jobs=1) as crew:
        with pytest.raises(RecursionError):
            crew.submit(deep).result()
        left = {*active_children()} - before
        for process in left:
            process.join(5)
        assert not any(process.is_alive() for process in left)
