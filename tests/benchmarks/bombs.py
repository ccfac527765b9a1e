"""What hostile pages cost the whole path: ``standfirst read`` on each bomb, and on a good page after it.

    python -m tests.benchmarks.bombs [WORD ...]

With words, only the bombs that have one of them in their name. Fails if a bomb ends otherwise than in its sentence or
in an article, if the good page is not read, or if it takes more than ``SECONDS`` or ``MEMORY``; Python's start counts.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot import errors
from tests.adapters.web.hostile.pages import page_bombs
from tests.adapters.web.hostile.pdfs import pdf_bombs
from tests.adapters.web.hostile.trial import Trial, tried
from tests.adapters.web.hostile.wire import whole, wire_bombs

if TYPE_CHECKING:
    from tests.adapters.web.hostile.wire import Send

SECONDS = 15.0
MEMORY = 200_000_000
MEGABYTE = 1_000_000


def main() -> int:
    """Print the table; the exit code."""
    words = sys.argv[1:]
    bombs = {name: send for name, send in every().items() if not words or any(word in name for word in words)}
    print(f"{'':<56}{'ends in':<16}{'s':>6}{'MB':>6}", flush=True)
    trials = {name: _tried(name, send) for name, send in bombs.items()}
    failed = [name for name, trial in trials.items() if _faults(trial)]
    slowest = max(trials.values(), key=lambda trial: trial.seconds)
    largest = max(trials.values(), key=lambda trial: trial.memory)
    print(
        f"\n{len(trials)} bombs, {len(failed)} beyond bounds; at most {slowest.seconds:.1f} s"
        f" and {largest.memory / MEGABYTE:.0f} MB"
    )
    return bool(failed)


def every() -> dict[str, Send]:
    """All bombs, those that trickle at a byte a second."""
    pages = {name: whole(page.body, page.kind.encode("latin-1")) for name, page in page_bombs().items()}
    pdfs = {name: whole(body, b"application/pdf") for name, body in pdf_bombs().items()}
    return {**wire_bombs(pause=1.0), **pages, **pdfs}


def _tried(name: str, send: Send) -> Trial:
    with tempfile.TemporaryDirectory() as home:
        trial = asyncio.run(tried([send], Path(home)))
    print(
        f"{name:<56}{trial.outcomes[0]:<16}{trial.seconds:>6.1f}{trial.memory / MEGABYTE:>6.0f}  {_faults(trial)}",
        flush=True,
    )
    return trial


def _faults(trial: Trial) -> str:
    """What is wrong with it, in words; nothing if it is as it should be."""
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.Unread)}
    return ", ".join(
        fault
        for fault, wrong in (
            ("no sentence", not kinds.union({"read"}).issuperset(trial.outcomes)),
            ("the next page is not read", not trial.good),
            ("too slow", trial.seconds > SECONDS),
            ("too large", trial.memory > MEMORY),
        )
        if wrong
    )


if __name__ == "__main__":
    sys.exit(main())
