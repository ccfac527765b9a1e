"""A disk, a file, a server or a port that can't be used: one sentence, an exit code, and nothing is overwritten."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import socket
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from psycopg import sql

from adapters.database.migrations import HEAD
from adapters.database.opening import open_database
from tests.command_line import sentence, typed
from tests.peers.slack.server import SECRET, scripted_slack

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from tests.command_line import Typed
    from tests.postgres import Postgres

pytestmark = pytest.mark.usefixtures("socket_enabled")

SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": "http://127.0.0.1:9/api/"}
COMMANDS = {
    "run": ("run",),
    "chat": ("chat",),
    "brief": ("brief", "https://paper.example/harbour"),
    "migrate": ("migrate",),
    "forget": ("forget", "workspace", "yes"),
}


def newer(file: Path) -> None:
    open_database(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE standfirst_version SET version_num = '9999'")


def damaged(file: Path) -> None:
    open_database(f"sqlite:///{file}").close()
    pages = bytearray(file.read_bytes())
    pages[100:8_192] = b"\xff" * 8_092
    file.write_bytes(pages)


def another(file: Path) -> None:
    file.write_text("Dear diary, today I wrote no database at all.\n" * 100)


GROUNDS: dict[Callable[[Path], None], str] = {
    newer: "a newer version of Standfirst made it",
    damaged: "it is damaged; restore it from a backup",
    another: "the file is no SQLite database; give another path",
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("spoilt", GROUNDS, ids=lambda each: each.__name__)
async def test_a_file_that_is_not_ours_to_use_is_told_and_left_as_it_is(
    tmp_path: Path, spoilt: Callable[[Path], None], command: str
) -> None:
    file = tmp_path / "standfirst.db"
    spoilt(file)
    before = file.read_bytes()
    answer = await typed(*COMMANDS[command], settings=SLACK | {"DATABASE_URL": f"sqlite:///{file}"})
    assert answer.code == 1
    assert sentence(answer).startswith(f"The database cannot be used: {GROUNDS[spoilt]}")
    assert file.read_bytes() == before


@pytest.mark.parametrize("spoilt", GROUNDS, ids=lambda each: each.__name__)
async def test_check_tells_it_among_the_rest(tmp_path: Path, spoilt: Callable[[Path], None]) -> None:
    file = tmp_path / "standfirst.db"
    spoilt(file)
    before = file.read_bytes()
    answer = await typed("check", settings={"DATABASE_URL": f"sqlite:///{file}"})
    assert answer.code == 1
    assert len([line for line in answer.told.splitlines() if "FAILS" in line]) == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["run", "chat", "migrate"])
async def test_a_disk_that_is_only_to_be_read_is_told(a_disk: Disk, command: str) -> None:
    file = a_disk.folder / "standfirst.db"
    open_database(f"sqlite:///{file}").close()
    before = file.read_bytes()
    with a_disk.only_to_be_read():
        answer = await typed(*COMMANDS[command], settings=SLACK | {"DATABASE_URL": f"sqlite:///{file}"})
        assert answer.code == 1
        assert "and whether its disk can be written to." in sentence(answer)
        answer = await typed("backup", str(a_disk.folder / "copy.db"), settings={"DATABASE_URL": f"sqlite:///{file}"})
        assert answer.code == 1
        assert "There is no backup now: it cannot be written" in sentence(answer)
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["run", "chat", "migrate"])
async def test_a_full_disk_is_told_and_what_stood_there_stands(a_disk: Disk, command: str) -> None:
    file = a_disk.folder / "standfirst.db"
    a_disk.fill(but=20_000)
    answer = await typed(*COMMANDS[command], settings=SLACK | {"DATABASE_URL": f"sqlite:///{file}"})
    assert answer.code == 1
    assert sentence(answer) == "The database cannot be used: its disk is full; make room and try again."
    a_disk.empty()
    assert (await typed("migrate", settings={"DATABASE_URL": f"sqlite:///{file}"})).out.strip() == (
        f"The database had no tables; now: {HEAD}."
    )


async def test_a_backup_that_finds_no_room_leaves_nothing_behind(a_disk: Disk, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'standfirst.db'}"
    open_database(url).close()
    a_disk.fill(but=20_000)
    answer = await typed("backup", str(a_disk.folder / "copy.db"), settings={"DATABASE_URL": url})
    assert answer.code == 1
    assert "There is no backup now: it cannot be written" in sentence(answer)
    assert [each.name for each in a_disk.folder.iterdir()] == ["filling"]


async def test_where_files_may_grow_no_further_that_is_told(tmp_path: Path) -> None:
    def no_further() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    url = f"sqlite:///{tmp_path / 'standfirst.db'}"
    answer = await typed("migrate", settings={"DATABASE_URL": url}, before=no_further)
    assert answer.code == 1
    assert "its disk reports an error; check the disk" in sentence(answer)
    assert (await typed("migrate", settings={"DATABASE_URL": url})).out.strip() == (
        f"The database had no tables; now: {HEAD}."
    )


@pytest.mark.parametrize("command", ["run", "worker", "chat", "migrate"])
async def test_a_wrong_password_is_told_without_it(postgres: Postgres, command: str) -> None:
    name = f"reporter_{uuid4().hex[:8]}"
    create = sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'right'").format(sql.Identifier(name))
    postgres.execute(create)
    url = postgres.url(user=f"{name}:sesame")
    there = {"DATABASE_URL": url, "STANDFIRST_ENGINE": "procrastinate"}
    answer = await typed(*COMMANDS.get(command, (command,)), settings=SLACK | there)
    assert answer.code == 1
    assert "password authentication failed" in sentence(answer)
    assert "sesame" not in answer.told


async def test_a_port_that_is_taken_is_told_and_nothing_is_started(tmp_path: Path) -> None:
    async with scripted_slack() as slack:
        with closing(socket.socket()) as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            there = {
                "SLACK_BOT_TOKEN": "xoxb-T1",
                "SLACK_SIGNING_SECRET": SECRET,
                "SLACK_API_URL": slack.api,
                "STANDFIRST_LISTEN": f"127.0.0.1:{port}",
                "DATABASE_URL": f"sqlite:///{tmp_path / 'standfirst.db'}",
            }
            answer = await typed("run", settings=there)
    assert answer.code == 1
    assert answer.told.splitlines()[-1] == (
        f"standfirst: Port {port} of 127.0.0.1 is taken by another program; set STANDFIRST_LISTEN to another."
    )


async def test_of_many_that_start_at_once_on_a_server_one_makes_the_tables(postgres: Postgres) -> None:
    url = postgres.fresh(f"migrate_{uuid4().hex}")
    every: list[Typed] = await asyncio.gather(*(typed("migrate", settings={"DATABASE_URL": url}) for _ in range(4)))
    assert {each.code for each in every} == {0}
    assert sorted(each.out.strip() for each in every) == [
        f"The database had no tables; now: {HEAD}.",
        *[f"The tables are at version {HEAD}, the newest."] * 3,
    ]


async def test_tables_of_an_earlier_version_are_brought_up_and_both_versions_named(tmp_path: Path) -> None:
    file = tmp_path / "standfirst.db"
    open_database(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE standfirst_version SET version_num = '0006'")
        connection.execute("DROP TABLE channels")
    answer = await typed("migrate", settings={"DATABASE_URL": f"sqlite:///{file}"})
    assert (answer.code, answer.out.strip()) == (0, f"The tables were at version 0006; now: {HEAD}.")


class Disk:
    """A small disk of its own: half a megabyte, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def only_to_be_read(self) -> Generator[None]:
        """Nobody may write to it meanwhile."""
        _mount("-o", "remount,ro", self.folder)
        yield
        _mount("-o", "remount,rw", self.folder)

    def fill(self, *, but: int) -> None:
        """Leave so many bytes."""
        free = shutil.disk_usage(self.folder).free
        (self.folder / "filling").write_bytes(b"\0" * (free - but))

    def empty(self) -> None:
        """Make room again."""
        (self.folder / "filling").unlink()


@pytest.fixture
def a_disk(tmp_path: Path) -> Iterator[Disk]:
    """Where there is a right to mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or _mount("-t", "tmpfs", "-o", "size=512k", "standfirst", folder):
        pytest.skip("only root may mount a disk, and not everywhere")
    yield Disk(folder)
    subprocess.run(["umount", folder], check=True)  # noqa: S607 - the system's


def _mount(*args: str | Path) -> int:
    return subprocess.run(["mount", *args], check=False, capture_output=True).returncode  # noqa: S607 - the system's
