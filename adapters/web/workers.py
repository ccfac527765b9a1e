"""Hostile pages are read in processes of their own, which are ended when they take too long or too much."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Self, TypeVar, cast

from adapters.pool import Bounds, Crew
from bot.errors import Fault, StandfirstError, TooBig, TooSlow, WorkerDied, WorkerLate

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.web.model import Document, Elsewhere
    from summariser.reading import Reading

Answer = TypeVar("Answer")

BOUNDS = Bounds(seconds=4.0, memory=36_000_000)
"""For one document. An ordinary page takes a tenth of a second and five megabytes; its tree is about ten times its
text. With what the processes are made of this keeps a hostile page under 200 MB in all."""

ROOMY = Bounds(seconds=60.0, memory=500_000_000)
"""For the headlines of a digest: a thousand of them, put together to stories, take 2 s and 100 MB; vectors 100 MB."""

_READING, _COMPOSING = ("adapters.web.read", "bot.newsdesk"), ("bot.composing",)


@dataclass(frozen=True, slots=True)
class _Raised:
    error: StandfirstError


class Workers:
    """A bounded number of such processes. To be left when done: that ends them.

    ``roomy`` ones are for what takes many headlines at once; none of that is a page that somebody could make larger.
    """

    def __init__(self, jobs: int, *, bounds: Bounds = BOUNDS, roomy: bool = False) -> None:
        bounds, modules = (ROOMY, _COMPOSING) if roomy else (bounds, _READING)
        self._crew: Crew[Callable[[], object], object] = Crew(
            _do, jobs=jobs, bounds=bounds, prepare=partial(_load, modules)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._crew.dismiss()

    def ready(self) -> None:
        """Start one before it is needed."""
        self._crew.ready()

    async def run(self, work: Callable[[], Answer], site: str = "") -> Answer:
        """What ``work`` gives; it must be picklable, and so must its answer. ``site`` is named in what is raised.

        Raises:
            StandfirstError: whatever ``work`` raises of it.
            TooSlow: if it takes too long.
            TooBig: if it takes too much memory, or nests too deeply.
            Fault: if it fails in a way it should not.
        """
        try:
            answer = await asyncio.wrap_future(self._crew.submit(work))
        except WorkerLate as error:
            raise TooSlow(site) from error
        except WorkerDied as error:
            raise TooBig(site) from error  # its memory was what it could die of
        if isinstance(answer, _Raised):
            raise TooBig(site) if isinstance(answer.error, TooBig) else answer.error
        return cast("Answer", answer)


def read(document: Document, *, raw: bool) -> Reading | Elsewhere:
    """The article in ``document``, or where else it is; loads what reads pages only where it is called.

    Raises:
        Unread: if there is none.
    """
    from adapters.web.read import read as read_document  # noqa: PLC0415 - see above

    return read_document(document, raw=raw)


def _load(modules: tuple[str, ...]) -> None:
    """What is loaded before the clock runs."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy's library takes 32 MB a core otherwise
    for module in modules:
        import_module(module)


def _do(work: Callable[[], object]) -> object:
    try:
        return work()
    except StandfirstError as error:
        return _Raised(error)
    except (MemoryError, RecursionError):
        return _Raised(TooBig())
    except Exception as error:  # noqa: BLE001 - the door of the worker: one page's fault is one answer
        return _Raised(Fault(type(error).__name__))
