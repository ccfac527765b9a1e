"""The container's steps without a container: `python -m tests.deployment`, as root on Linux.

What the Dockerfile installs is installed into a new environment; then two bots and two workers run from it as "nobody",
with every file system to be read only but one in memory, on a real PostgreSQL, against a scripted Slack. A digest comes
due and a command comes in twice, once over each socket; both are to be posted once. Then all are stopped.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from adapters import files
from adapters.database.opening import open_database
from adapters.database.tables import deliveries, subscriptions
from adapters.demo_site import demo_site
from tests.bot.test_run import a_paper, line_with
from tests.peers.slack.server import APP_TOKEN, scripted_slack
from tests.postgres import running_postgres

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from tests.peers.slack.server import ScriptedSlack

ROOT = Path(__file__).parents[2]
NOBODY = "65534"
CONFINED = (
    "mount -o remount,bind,ro / && mount -t tmpfs tmpfs /dev/shm && "
    'exec setpriv --reuid="$1" --regid="$1" --clear-groups --no-new-privs --bounding-set=-all "$2" "$3"'
)
"""In a mount namespace of its own: nothing can be written but /dev/shm, by nobody, who can become nobody else."""


def installed(folder: Path) -> Path:
    """The command, as the Dockerfile's second `uv sync` installs it, for the system's Python, which nobody may run."""
    (uv,) = (ROOT / ".tools").glob("uv-*/bin/uv")
    environment = os.environ | {"UV_PROJECT_ENVIRONMENT": str(folder / "standfirst"), "UV_LINK_MODE": "copy"}
    steps = ("sync", "--quiet", "--locked", "--no-default-groups", "--extra", "postgresql", "--no-editable")
    python = shutil.which("python3", path="/usr/local/bin:/usr/bin") or "python3"
    subprocess.run([uv, *steps, "--python", python], cwd=ROOT, env=environment, check=True)
    return folder / "standfirst" / "bin" / "standfirst"


@asynccontextmanager
async def started(command: Path, does: str, settings: Mapping[str, str]) -> AsyncGenerator[asyncio.subprocess.Process]:
    """One of the four, once it is ready."""
    confined = ("unshare", "--mount", "sh", "-c", CONFINED, "sh", NOBODY, command, does)
    process = await asyncio.create_subprocess_exec(*confined, cwd="/", env=settings, stderr=PIPE)
    try:
        await line_with(process, "ready")
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def rehearsed(command: Path, url: str) -> None:
    """All of it, told line by line."""
    async with AsyncExitStack() as stack:
        slack, host = await stack.enter_async_context(scripted_slack()), await stack.enter_async_context(a_paper())
        site = await stack.enter_async_context(demo_site(files.bundled()))
        settings = {
            "PATH": "/usr/bin:/bin",
            "HOME": "/nonexistent",
            "TMPDIR": "/dev/shm",  # noqa: S108 - the one place where it may write
            "PYTHONDONTWRITEBYTECODE": "1",
            "DATABASE_URL": url,
            "STANDFIRST_ENGINE": "procrastinate",
            "STANDFIRST_LISTEN": "127.0.0.1:0",
            "STANDFIRST_ALLOW_HOSTS": f"{host},{site.host}",
            "SLACK_BOT_TOKEN": "xoxb-T1",
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": slack.api,
        }
        begun = time.monotonic()
        every = [
            await stack.enter_async_context(started(command, does, settings))
            for does in ("run", "run", "worker", "worker")
        ]
        print(f"two bots and two workers on one new database: ready after {time.monotonic() - begun:.1f} s")
        await a_digest(slack, url, f"http://{host}/feed.xml")
        await a_command_told_twice(slack, site.articles[0])
        begun = time.monotonic()
        for process in every:
            process.send_signal(signal.SIGTERM)
        codes = [await asyncio.wait_for(process.wait(), 30) for process in every]
        print(f"stopped after {time.monotonic() - begun:.1f} s, with the codes {codes}")
        with open_database(url) as database, database.reading() as connection:
            print(f"deliveries in the ledger: {connection.execute(select(deliveries.c.state)).scalars().all()}")
        print(f"posts: {len(slack.posts())}; what Slack would have refused: {slack.problems or 'nothing'}")


async def a_digest(slack: ScriptedSlack, url: str, feed: str) -> None:
    """It comes due, and is posted."""
    slot = datetime.now(UTC).replace(second=0, microsecond=0)
    await slack.command(f"daily {slot:%H:%M} UTC {feed}", command="/digest")
    await slack.until(lambda: "is set up" in str(slack.responses()))
    with open_database(url) as database, database.writing() as connection:
        connection.execute(update(subscriptions).values(planned=slot - timedelta(minutes=1), due=slot))
    await slack.until(lambda: len(slack.posts()) == 3)
    print(f"a digest: {len(slack.posts())} messages")


async def a_command_told_twice(slack: ScriptedSlack, link: str) -> None:
    """The same, over one socket and then the other."""
    for _ in range(2):
        await slack.command(link, trigger_id="the.same")
    await slack.until(lambda: len(slack.posts()) == 4)
    print("a command that was told of twice: 1 briefing")


def main() -> None:
    """Install it, and rehearse."""
    if os.geteuid() != 0:
        sys.exit("It confines processes to what they may read, and that only root may do.")
    with tempfile.TemporaryDirectory(prefix="standfirst-") as name, running_postgres() as postgres:
        Path(name).chmod(0o755)
        asyncio.run(rehearsed(installed(Path(name)), postgres.fresh("rehearsal")))


if __name__ == "__main__":
    main()
