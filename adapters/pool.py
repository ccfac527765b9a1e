"""The same work over many items, on several cores, with the answers in the items' order.

The standard library's process pool gives up on everything when one worker dies. Here each worker has a pipe
of its own, so a death costs one item, and its successor takes the next.
"""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import resource_tracker
from queue import Empty, Queue, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Answer = TypeVar("Answer")

AHEAD = 4
"""Items a worker may be ahead of the one that is waited for: enough to keep it busy, few enough to stay small."""

_spawn = multiprocessing.get_context("spawn")  # a fork would copy our threads' locks as they happen to stand


def in_order(
    work: Callable[[Item], Answer],
    items: Iterable[Item],
    *,
    jobs: int,
    fallen: Callable[[Item], Answer],
) -> Generator[Answer]:
    """The answers of ``work`` to ``items``, in order, each as soon as it is there.

    ``work`` runs in up to ``jobs`` processes, so it and the items must be picklable. ``fallen`` answers for
    an item whose worker died. ``items`` is read in a thread of its own, never more than a few ahead, so it
    may be endless, and may wait for an answer before it gives the next item.

    Raises:
        Exception: whatever ``items`` raises, after the answers to what came before it.
    """
    crew = _Crew(work, jobs)
    ordered: Queue[Future[Answer] | BaseException | None] = Queue(maxsize=AHEAD * jobs)
    stop = Event()
    Thread(target=_feed, args=(crew, items, fallen, ordered, stop), daemon=True).start()
    try:
        while (ahead := ordered.get()) is not None:
            if isinstance(ahead, BaseException):
                raise ahead
            yield ahead.result()
    finally:
        stop.set()
        crew.dismiss()
        _empty(ordered)


def _feed(
    crew: _Crew[Item, Answer],
    items: Iterable[Item],
    fallen: Callable[[Item], Answer],
    ordered: Queue[Future[Answer] | BaseException | None],
    stop: Event,
) -> None:
    end: BaseException | None = None
    try:
        for item in items:
            if stop.is_set():
                return
            ordered.put(crew.submit(item, fallen))
    except BaseException as error:  # noqa: BLE001 - raised again where the answers are read
        end = error
    ordered.put(end)


class _Crew(Generic[Item, Answer]):
    """Up to ``jobs`` workers, hired as they are needed; a thread waits for each."""

    def __init__(self, work: Callable[[Item], Answer], jobs: int) -> None:
        self._work = work
        self._idle: SimpleQueue[_Worker[Item, Answer]] = SimpleQueue()
        self._hired: list[_Worker[Item, Answer]] = []
        self._threads = ThreadPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)
        self._dismissed = False

    def submit(self, item: Item, fallen: Callable[[Item], Answer]) -> Future[Answer]:
        return self._threads.submit(self._ask, item, fallen)

    def dismiss(self) -> None:
        self._dismissed = True
        for worker in self._hired:
            worker.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _ask(self, item: Item, fallen: Callable[[Item], Answer]) -> Answer:
        worker = self._take()
        try:
            answer = worker.ask(item)
        except (EOFError, OSError):
            worker.stop()
            return fallen(item)
        self._idle.put(worker)
        return answer

    def _take(self) -> _Worker[Item, Answer]:
        try:
            return self._idle.get_nowait()
        except Empty:
            worker = _Worker(self._work)
            self._hired = [each for each in self._hired if each.alive] + [worker]
            if self._dismissed:
                worker.stop()
            return worker


class _Worker(Generic[Item, Answer]):
    def __init__(self, work: Callable[[Item], Answer]) -> None:
        self._pipe, theirs = _spawn.Pipe()
        self._process = _spawn.Process(target=_serve, args=(theirs, work), daemon=True)
        self._process.start()
        theirs.close()  # so that the worker's death is the end of the pipe

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def ask(self, item: Item) -> Answer:
        self._pipe.send(item)
        answer: Answer = self._pipe.recv()
        return answer

    def stop(self) -> None:
        self._process.terminate()


def _serve(pipe: Connection, work: Callable[[Item], Answer]) -> None:
    while True:
        try:
            item = pipe.recv()
        except EOFError:  # the parent is gone
            return
        pipe.send(work(item))


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; a worker inherits this thread's mask and stays quiet."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # when the first worker starts it, it takes our mask off again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _empty(queue: Queue[Future[Answer] | BaseException | None]) -> None:
    """Let a feeder that waits for room go on, to find that it should stop."""
    try:
        while True:
            queue.get_nowait()
    except Empty:
        return
