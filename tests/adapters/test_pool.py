"""The same work over many items, on several cores, with the answers in the items' order."""

from __future__ import annotations

import itertools
import os
import signal
from contextlib import closing
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from adapters.pool import AHEAD, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def fallen(number: int) -> int:
    return -number


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_come_in_order_and_a_death_costs_one(jobs: int) -> None:
    answers = list(in_order(double, range(30), jobs=jobs, fallen=fallen))
    assert answers == [-DEADLY if number == DEADLY else number * 2 for number in range(30)]


def test_a_worker_leaves_ctrl_c_to_its_parent() -> None:
    """From its first moment: while Python starts, an interrupt would print a traceback."""
    assert list(in_order(deaf, range(4), jobs=2, fallen=bool)) == [True] * 4


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
