"""A backup is made, put back and used, through the command line; so is one of PostgreSQL's, by its own programs."""

from __future__ import annotations

import os
import stat
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from adapters.database import deliveries
from adapters.database.archive import file_reading, filed
from adapters.database.claims import Look, claim
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from bot.model import Channel, Subscription
from bot.schedule import parse
from summariser.model import Article
from tests.command_line import sentence, spoil_the_last_page, typed
from tests.postgres import _programs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import Postgres

pytestmark = pytest.mark.usefixtures("socket_enabled")

HARBOUR = Article("The harbour will close.", url="https://paper.example/harbour")


def fill(url: str) -> None:
    """An article, and a digest that is due."""
    now = datetime.now(UTC)
    with open_database(url) as database:
        file_reading(database, HARBOUR, link=HARBOUR.url or "", body_sha256=None, at=now)
        one = Subscription(Channel("slack", "T1", "C1"), "Briefing", parse("daily 08:30 UTC"), (), "U1", now)
        deliveries.order(database, keep(database, one).ident, now, now)


def holds_it_all(url: str) -> None:
    with open_database(url) as database:
        assert filed(database, HARBOUR.fingerprint) == HARBOUR
        (delivery,) = claim(database, Look("slack", 9), datetime.now(UTC))
        assert delivery.again, "it may have been posted since the backup was made"


def one_file(copy: Path) -> bool:
    """Without a log that would have to go with it: the write version in its header (sqlite.org/fileformat.html)."""
    return copy.read_bytes()[18:20] == b"\1\1" and not copy.with_name(f"{copy.name}-wal").exists()


def dump_and_put_back(postgres: Postgres, old: str, new: str, dump: Path) -> None:
    """As docs/deployment.md has it."""
    programs = _programs(postgres.folder)
    without_the_queue = "--exclude-schema=standfirst_jobs_*"
    subprocess.run([programs / "pg_dump", "--format=custom", f"--file={dump}", without_the_queue, old], check=True)
    subprocess.run([programs / "pg_restore", "--no-owner", f"--dbname={new}", dump], check=True)


async def test_a_backup_is_one_file_for_its_owner_alone_and_is_put_back(tmp_path: Path) -> None:
    old, new = f"sqlite:///{tmp_path / 'old.db'}", f"sqlite:///{tmp_path / 'new.db'}"
    copy = tmp_path / "copy.db"
    fill(old)
    with open_database(old):  # somebody has it open, and its log is not empty
        made = await typed("backup", str(copy), settings={"DATABASE_URL": old})
    assert (made.code, made.told) == (0, "")
    assert made.out.startswith("The database is copied, and the copy is whole: ")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert one_file(copy)
    back = await typed("restore", str(copy), settings={"DATABASE_URL": new})
    assert (back.code, back.out.strip()) == (
        0,
        "The database is ready. Digests due, each looked for before it is posted: 1.",
    )
    holds_it_all(new)


@pytest.mark.parametrize("beside", ["", "-wal", "-shm"])
async def test_a_backup_is_not_put_where_a_database_or_its_log_is(tmp_path: Path, beside: str) -> None:
    fill(f"sqlite:///{tmp_path / 'copy.db'}")
    there = tmp_path / f"new.db{beside}"
    there.write_bytes(b"something")
    answer = await typed(
        "restore", str(tmp_path / "copy.db"), settings={"DATABASE_URL": f"sqlite:///{tmp_path / 'new.db'}"}
    )
    assert answer.code == 1
    assert "a database is there already; move it away first" in sentence(answer)
    assert there.read_bytes() == b"something"


async def test_a_backup_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    fill(f"sqlite:///{tmp_path / 'old.db'}")
    (tmp_path / "copy.db").write_text("precious")
    answer = await typed(
        "backup", str(tmp_path / "copy.db"), settings={"DATABASE_URL": f"sqlite:///{tmp_path / 'old.db'}"}
    )
    assert answer.code == 1
    assert "that file is there already; give the name of a new one." in sentence(answer)
    assert (tmp_path / "copy.db").read_text() == "precious"


async def test_a_damaged_database_is_not_taken_for_a_backup(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    fill(f"sqlite:///{file}")
    spoil_the_last_page(file)
    answer = await typed("backup", str(tmp_path / "copy.db"), settings={"DATABASE_URL": f"sqlite:///{file}"})
    assert answer.code == 1
    assert sentence(answer) == ("There is no backup now: the database is damaged; restore it from an earlier backup.")
    assert not (tmp_path / "copy.db").exists()


async def test_a_database_of_postgresql_is_dumped_put_back_and_doubted(postgres: Postgres, tmp_path: Path) -> None:
    old = postgres.fresh(f"old_{uuid4().hex}")
    new = postgres.fresh(f"new_{uuid4().hex}")
    fill(old)
    dump_and_put_back(postgres, old, new, tmp_path / "standfirst.dump")
    back = await typed("restore", settings={"DATABASE_URL": new})
    assert back.out.strip() == "The database is ready. Digests due, each looked for before it is posted: 1."
    holds_it_all(new)
    refused = await typed("backup", str(tmp_path / "x"), settings={"DATABASE_URL": new})
    assert "for PostgreSQL use pg_dump" in sentence(refused)


async def test_what_somebody_wants_deleted_is_deleted_from_the_terminal(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'standfirst.db'}"
    fill(url)
    article = await typed("forget", HARBOUR.url or "", settings={"DATABASE_URL": url})
    assert article.out.strip() == "Forgotten: 1 text of an article."
    person = ("forget", "--in", "slack:T1", "--person", "U1", "me")
    asked = await typed(*person, settings={"DATABASE_URL": url})
    assert asked.out.strip() == "That would forget 1 digest, for good; if you want that: /forget me yes."
    done = await typed(*person, "yes", settings={"DATABASE_URL": url})
    assert done.out.strip() == "Forgotten: 1 digest."
    nothing = await typed("forget", "everything", "please", settings={"DATABASE_URL": url})
    assert (nothing.code, os.linesep in nothing.out) == (2, False)
