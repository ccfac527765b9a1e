"""The same work over many items, on several cores: answers in the items' order, or one at a time as they are asked.

The standard library's process pool gives up on everything when one worker dies. Here each worker has a pipe
of its own, so a death costs one item, and its successor takes the next. A worker that takes too long is ended.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import resource_tracker
from pathlib import Path
from queue import Empty, Queue, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.errors import WorkerDied, WorkerLate

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from multiprocessing.connection import Connection

    from bot.errors import StandfirstError

Item = TypeVar("Item")
Answer = TypeVar("Answer")

AHEAD = 4
"""Items a worker may be ahead of the one that is waited for: enough to keep it busy, few enough to stay small."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one item may take: ``seconds``, and ``memory`` in bytes more than its worker had when it began.

    Memory is bound where the system has such limits: what asks for more gets a ``MemoryError``, or dies of it.
    """

    seconds: float | None = None
    memory: int | None = None


UNBOUND = Bounds()

_spawn = multiprocessing.get_context("spawn")  # a fork would copy our threads' locks as they happen to stand


def in_order(
    work: Callable[[Item], Answer],
    items: Iterable[Item],
    *,
    jobs: int,
    fallen: Callable[[Item, StandfirstError], Answer],
    bounds: Bounds = UNBOUND,
) -> Generator[Answer]:
    """The answers of ``work`` to ``items``, in order, each as soon as it is there.

    ``work`` runs in up to ``jobs`` processes, so it and the items must be picklable. ``fallen`` answers for
    an item whose worker died, or went beyond its ``bounds``. ``items`` is read in a thread of its own, never more
    than a few ahead, so it may be endless, and may wait for an answer before it gives the next item.

    Raises:
        Exception: whatever ``items`` raises, after the answers to what came before it.
    """
    ordered: Queue[tuple[Item, Future[Answer]] | BaseException | None] = Queue(maxsize=AHEAD * jobs)
    stop = Event()
    with Crew(work, jobs=jobs, bounds=bounds) as crew:
        Thread(target=_feed, args=(crew, items, ordered, stop), daemon=True).start()
        try:
            while (ahead := ordered.get()) is not None:
                if isinstance(ahead, BaseException):
                    raise ahead
                item, answer = ahead
                try:
                    yield answer.result()
                except (WorkerDied, WorkerLate) as error:
                    yield fallen(item, error)
        finally:
            stop.set()
            crew.dismiss()
            _empty(ordered)


def _feed(
    crew: Crew[Item, Answer],
    items: Iterable[Item],
    ordered: Queue[tuple[Item, Future[Answer]] | BaseException | None],
    stop: Event,
) -> None:
    end: BaseException | None = None
    try:
        for item in items:
            if stop.is_set():
                return
            ordered.put((item, crew.submit(item)))
    except BaseException as error:  # noqa: BLE001 - raised again where the answers are read
        end = error
    ordered.put(end)


class Crew(Generic[Item, Answer]):
    """Up to ``jobs`` processes that do ``work``, hired as they are needed; a thread waits for each.

    An item that goes beyond its bounds costs its worker. What a worker does to ``prepare`` counts against none.
    """

    def __init__(
        self,
        work: Callable[[Item], Answer],
        *,
        jobs: int,
        bounds: Bounds = UNBOUND,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        self._work = work
        self._bounds = bounds
        self._prepare = prepare
        self._idle: SimpleQueue[_Worker[Item, Answer]] = SimpleQueue()
        self._hired: list[_Worker[Item, Answer]] = []
        self._hiring = Lock()  # two threads that hire at once must not lose each other's from the list
        self._threads = ThreadPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)
        self._dismissed = False

    def __enter__(self) -> Crew[Item, Answer]:
        return self

    def __exit__(self, *failure: object) -> None:
        self.dismiss()

    def ready(self) -> None:
        """Start one worker before it is needed, while something else is waited for."""
        self._threads.submit(lambda: self._idle.put(self._take()))

    def submit(self, item: Item) -> Future[Answer]:
        """The answer to ``item``, later; ``WorkerDied`` or ``WorkerLate`` where there is none."""
        return self._threads.submit(self._ask, item)

    def dismiss(self) -> None:
        """End all workers, whatever they are doing."""
        self._dismissed = True
        for worker in self._hired:
            worker.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _ask(self, item: Item) -> Answer:
        worker = self._take()
        try:
            answer = worker.ask(item, self._bounds.seconds)
        except (EOFError, OSError) as error:
            worker.stop()
            raise WorkerDied from error
        except BaseException:  # it is late, or the item could not be sent
            worker.stop()
            raise
        self._idle.put(worker)
        return answer

    def _take(self) -> _Worker[Item, Answer]:
        try:
            return self._idle.get_nowait()
        except Empty:
            worker = _Worker(self._work, self._prepare, self._bounds.memory)
            with self._hiring:
                self._hired = [each for each in self._hired if each.alive] + [worker]
            if self._dismissed:
                worker.stop()
            return worker


class _Worker(Generic[Item, Answer]):
    def __init__(self, work: Callable[[Item], Answer], prepare: Callable[[], None] | None, memory: int | None) -> None:
        self._pipe, theirs = _spawn.Pipe()
        self._process = _spawn.Process(target=_serve, args=(theirs, work, prepare, memory), daemon=True)
        self._process.start()
        theirs.close()  # so that the worker's death is the end of the pipe
        self._begun = False

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def ask(self, item: Item, seconds: float | None) -> Answer:
        if not self._begun:  # Python's start and the imports are ours, not the item's
            self._pipe.recv()
            self._begun = True
        self._pipe.send(item)
        if not self._pipe.poll(seconds):
            raise WorkerLate
        answer: Answer = self._pipe.recv()
        return answer

    def stop(self) -> None:
        with contextlib.suppress(ValueError):  # closed already
            self._process.kill()


def _serve(
    pipe: Connection,
    work: Callable[[Item], Answer],
    prepare: Callable[[], None] | None,
    memory: int | None,
) -> None:
    if prepare is not None:
        prepare()
    if memory is not None:
        _limit(memory)
    pipe.send(None)
    while True:
        try:
            item = pipe.recv()
            pipe.send(work(item))
        except (EOFError, MemoryError):  # the parent is gone; or nothing more can be done here
            return


def _limit(memory: int) -> None:
    """Let this process take up ``memory`` bytes more than it has, where the system says how much that is."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return
    import resource  # noqa: PLC0415 - Windows has none

    has = int(status.partition("VmData:")[2].split()[0]) * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (has + memory, has + memory))


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; a worker inherits this thread's mask and stays quiet."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # when the first worker starts it, it takes our mask off again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _empty(queue: Queue[tuple[Item, Future[Answer]] | BaseException | None]) -> None:
    """Let a feeder that waits for room go on, to find that it should stop."""
    try:
        while True:
            queue.get_nowait()
    except Empty:
        return
