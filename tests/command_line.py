"""The command as somebody types it: a process of its own, with the settings that are given and no others."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent.parent
OURS = ("STANDFIRST_", "SLACK_", "DISCORD_", "OPENAI_", "DATABASE_", "OTEL_", "PG")


@dataclass(frozen=True, slots=True)
class Typed:
    """What came of a command."""

    code: int | None
    out: str
    told: str


async def typed(
    *args: str, settings: Mapping[str, str], stdin: str = "", before: Callable[[], None] | None = None
) -> Typed:
    """Type it; ``before`` is called in the new process, before it becomes that command."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    command = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *args,
        cwd=ROOT,
        env={**known, **settings},
        stdin=-1,
        stdout=-1,
        stderr=-1,
        preexec_fn=before,
    )
    out, told = await asyncio.wait_for(command.communicate(stdin.encode()), 120)
    return Typed(command.returncode, out.decode(), told.decode())


def sentence(answer: Typed) -> str:
    """What was told, if that is one line, and not the end of a program that broke."""
    (line,) = answer.told.splitlines()
    assert line.startswith("standfirst: ")
    return line.removeprefix("standfirst: ")


def spoil_the_last_page(file: Path) -> None:
    """Damage that is met only by whoever looks for it."""
    pages = bytearray(file.read_bytes())
    pages[-4_096:] = b"\xff" * 4_096
    file.write_bytes(pages)
