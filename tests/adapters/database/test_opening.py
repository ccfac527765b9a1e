"""Opening a database, or being told in one sentence why it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from psycopg import sql
from sqlalchemy import event, inspect, text

from adapters.database.archive import file_reading, filed
from adapters.database.engines import engine_for, write_ahead
from adapters.database.fetches import LARGEST, Kept, keep, kept
from adapters.database.migrations import HEAD, VERSION_TABLE
from adapters.database.opening import Database, open_database
from adapters.database.refusals import refusals
from adapters.database.tables import metadata
from adapters.database.turns import take_turn
from bot.errors import StoreUnusable
from summariser.model import Article
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from tests.postgres import Postgres

ROOT = Path(__file__).parents[3]
PAGE = Kept("https://sandmouth-courier.example/harbour", "", None, None, None, b"<p>The harbour will close.", NOON)


def test_a_fresh_database_has_our_tables_and_opens_again_with_what_was_kept(url: str) -> None:
    with open_database(url) as db:
        ours = {*metadata.tables}
        assert {*ours, VERSION_TABLE} == set(inspect(db.engine).get_table_names())
        keep(db, PAGE)
    with open_database(url) as db:
        assert kept(db, PAGE.url) == PAGE


def test_several_processes_that_open_a_fresh_database_at_once_all_succeed(url: str) -> None:
    """Each is ready before any may begin, then opens it and writes the same page twenty times."""
    program = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from adapters.database.fetches import keep, kept\n"
        "from adapters.database.opening import open_database\n"
        "from tests.adapters.database.test_opening import PAGE\n"
        "print('ready', flush=True)\n"
        "url = sys.stdin.readline().strip()\n"
        "with open_database(url) as db:\n"
        "    for number in range(20):\n"
        "        keep(db, replace(PAGE, etag=f'{number}'))\n"
        "    print(kept(db, PAGE.url).body == PAGE.body)\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write(f"{url}\n")
        process.stdin.flush()
    assert [process.communicate() for process in processes] == [("True\n", "")] * 3


def test_on_a_server_whoever_opens_waits_for_who_is_opening(postgres: Postgres) -> None:
    url = postgres.fresh("taking_turns")
    waits = text("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
    engine = engine_for(url)
    with ThreadPoolExecutor(1) as thread, engine.connect() as connection:
        take_turn(connection, "schema")
        second = thread.submit(open_database, url)
        while not connection.scalar(waits):
            assert not second.done()
        connection.rollback()
        second.result().close()
    engine.dispose()


def test_an_sqlite_file_that_somebody_writes_to_is_waited_for(tmp_path: Path) -> None:
    """SQLite refuses at once to change how a file is written that is being written to."""
    url = f"sqlite:///{tmp_path / 'a.db'}"
    open_database(url).close()
    writer = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    writer.execute("PRAGMA journal_mode = DELETE")
    writer.execute("BEGIN IMMEDIATE")
    tried: list[str] = []

    def refuse_once(statement: str) -> None:
        tried.append(statement)
        if len(tried) == 2:
            writer.execute("COMMIT")

    engine = engine_for(url)
    event.listen(engine, "connect", lambda connection, _: connection.set_trace_callback(refuse_once))
    write_ahead(engine)
    assert tried == ["PRAGMA journal_mode = WAL"] * 2
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    writer.close()
    engine.dispose()


def test_a_database_that_is_up_to_date_opens_without_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    open_database(url).close()
    program = (
        "import sys; from adapters.database.opening import open_database; open_database(sys.argv[1]).close(); "
        "print([name for name in sys.modules if name.startswith('alembic')])"
    )
    done = subprocess.run([sys.executable, "-c", program, url], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_without_psycopg_it_is_said_what_to_install() -> None:
    program = (
        "import sys; sys.modules['psycopg'] = None; from adapters.database.opening import open_database; "
        "open_database('postgresql:///name')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "StoreUnusable" in done.stderr
    assert "pip install 'psycopg[binary]'" in done.stderr


def test_several_fresh_databases_are_opened_at_once_by_one_process(tmp_path: Path) -> None:
    """Alembic itself can make the tables of one at a time only."""
    with ThreadPoolExecutor(4) as threads:
        for db in threads.map(open_database, [f"sqlite:///{tmp_path / f'{number}.db'}" for number in range(8)]):
            keep(db, PAGE)
            db.close()


def test_an_sqlite_file_is_made_with_its_folder_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "standfirst.db"
    open_database(f"sqlite:///{file}").close()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_an_sqlite_file_lets_readers_go_on_beside_a_writer_and_checks_references(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'a.db'}") as db, db.reading() as connection:
        pragmas = {name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")}
        assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}
        keep(db, PAGE)


def test_a_write_is_all_or_nothing(db: Database) -> None:
    def interrupted() -> None:
        with db.writing() as connection:
            connection.execute(text("DELETE FROM fetches"))
            raise KeyboardInterrupt

    keep(db, PAGE)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert kept(db, PAGE.url) == PAGE


def test_a_database_from_a_newer_version_is_refused_and_left_alone(url: str) -> None:
    with open_database(url) as db, db.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608 - our own constant
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == "9999"  # noqa: S608 - the same
    with pytest.raises(StoreUnusable, match=f"newer version of Standfirst made it .*9999.*{HEAD}"):
        open_database(url)


def test_an_address_that_is_none_of_ours_is_refused() -> None:
    for url in ("", "standfirst.db", "mysql://user@host/name", "postgresql://h:port/n", "sqlite+pysqlcipher", "\x00"):
        with pytest.raises(StoreUnusable, match="give sqlite:///PATH or postgresql://"):
            open_database(url)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:a?mode=memory&uri=true"])
def test_a_database_in_memory_only_is_refused(url: str) -> None:
    """Each thread would have its own."""
    with pytest.raises(StoreUnusable, match="names no file"):
        open_database(url)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anna:sesame@/name?host=/nowhere",
        "postgresql:///name?user=anna&password=sesame&host=/nowhere",
        "postgresql://anna:sesame@host:sesame/name",
        "mysql://anna:sesame@host/name",
        "anna:sesame@host",
    ],
)
def test_a_password_is_never_told(url: str) -> None:
    with pytest.raises(StoreUnusable) as refused:
        open_database(url)
    assert "sesame" not in "".join(traceback.format_exception(refused.value))


def test_an_open_database_does_not_show_its_address(db: Database) -> None:
    assert repr(db) == "Database(found=None)"


def test_nor_does_its_engine_show_a_password_wherever_it_was_given(postgres: Postgres) -> None:
    for url in (f"{postgres.fresh('shown')}&password=sesame", postgres.url("shown", user="postgres:sesame")):
        with open_database(url) as db:
            assert "sesame" not in repr(db.engine)


def test_no_error_shows_what_was_to_be_stored(db: Database) -> None:
    """Article text and headers belong in no log."""
    with pytest.raises(Exception, match="time zone") as failed:
        keep(db, Kept("https://a.example", "", "a-secret", None, None, b"", NOON.replace(tzinfo=None)))
    assert "a-secret" not in f"{failed.value} {failed.value!r}"


# Files


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"Not a database at all. " * 100)
    with pytest.raises(StoreUnusable, match="no SQLite database"):
        open_database(f"sqlite:///{file}")
    assert file.read_bytes() == b"Not a database at all. " * 100


def test_another_programs_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.db"
    theirs = sqlite3.connect(file)
    theirs.execute("CREATE TABLE bookmarks (address TEXT)")
    theirs.close()
    before = file.read_bytes()
    with pytest.raises(StoreUnusable, match="another program's"):
        open_database(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    open_database(f"sqlite:///{file}").close()
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(StoreUnusable, match="damaged; restore"):
        open_database(f"sqlite:///{file}")
    file.write_bytes(whole[:5000])
    with pytest.raises(StoreUnusable, match="damaged; restore"):
        open_database(f"sqlite:///{file}")


def test_damage_found_later_is_told_the_same_way(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    with open_database(url) as db:
        keep(db, PAGE)
        with db.reading() as connection:
            root: int = connection.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'fetches'"))
    with (tmp_path / "a.db").open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    with open_database(url) as db, pytest.raises(StoreUnusable, match="damaged; restore"):
        kept(db, PAGE.url)


@pytest.mark.parametrize("place", [b"Courier", b"2026-11-02 12", b"body_bytes"], ids=["text", "moment", "name"])
@pytest.mark.parametrize("rot", [b"\xff", b"?"], ids=["no text", "other text"])
def test_a_byte_that_has_changed_is_told_or_harmless(tmp_path: Path, place: bytes, rot: bytes) -> None:
    """SQLite keeps no checksums: it may be in a name, in a text or in a moment."""
    file = tmp_path / "a.db"
    article = Article("The harbour at Sandmouth, the Courier reports, will close.", published=date(2026, 11, 1))
    with open_database(f"sqlite:///{file}") as db:
        keep(db, PAGE)
        text_sha256 = file_reading(db, article, link="a", body_sha256=None, at=NOON)
    whole = file.read_bytes()
    file.write_bytes(whole.replace(place, place[:-1] + rot))
    with suppress(StoreUnusable), open_database(f"sqlite:///{file}") as db:
        assert kept(db, PAGE.url) in {PAGE, None}
        assert filed(db, text_sha256) in {article, None}


def test_a_folder_where_a_file_belongs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        open_database(f"sqlite:///{tmp_path}")


def test_a_file_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a file, not a folder")
    for path in (f"{tmp_path}/a.txt/b.db", f"{tmp_path}/{'x' * 300}.db", f"{tmp_path}/a\x00b.db"):
        with pytest.raises(StoreUnusable, match="cannot be made"):
            open_database(f"sqlite:///{path}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_or_folder_without_permission_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    open_database(f"sqlite:///{file}").close()
    file.chmod(0o400)
    with pytest.raises(StoreUnusable, match="cannot be written to"):
        open_database(f"sqlite:///{file}")
    file.chmod(0o000)
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        open_database(f"sqlite:///{file}")
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnusable, match="cannot be made"):
        open_database(f"sqlite:///{tmp_path / 'b.db'}")
    tmp_path.chmod(0o700)


def test_what_is_only_to_be_read_is_told_as_that(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path / 'a.db'}").close()
    connection = sqlite3.connect(f"file:{tmp_path / 'a.db'}?mode=ro", uri=True)
    with pytest.raises(StoreUnusable, match="cannot be written to"), refusals():
        connection.execute("DELETE FROM fetches")
    connection.close()


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """SQLite's own limit on pages gives the same error as a disk without room."""
    with open_database(f"sqlite:///{tmp_path / 'a.db'}") as db:
        keep(db, PAGE)
        with db.reading() as connection:
            connection.execute(text("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreUnusable, match="disk is full"):
            keep(db, Kept("https://b.example", "", None, None, None, os.urandom(LARGEST // 100), NOON))
        assert kept(db, PAGE.url) == PAGE


def test_a_file_that_another_program_keeps_locked_is_told() -> None:
    connection, other = (sqlite3.connect("file:locked?mode=memory&cache=shared", uri=True, timeout=0) for _ in range(2))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreUnusable, match="keeps it locked"), refusals():
        connection.execute("BEGIN IMMEDIATE")
    connection.close()
    other.close()


# Servers


def test_a_wrong_password_a_missing_one_and_a_missing_database_are_told(postgres: Postgres) -> None:
    """In the server's words where it has any."""
    role = sql.Identifier("anna")
    postgres.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(role))
    postgres.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'sesame'").format(role))
    with pytest.raises(
        StoreUnusable, match=r'refuses the connection \(password authentication failed for user "anna"\)'
    ):
        open_database(postgres.url(user="anna:guess"))
    with pytest.raises(StoreUnusable, match="asks for a password"):
        open_database(postgres.url(user="anna"))
    with pytest.raises(StoreUnusable, match=r'refuses the connection \(database "none" does not exist\)'):
        open_database(postgres.url("none"))


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="cannot be reached"):
        open_database(f"postgresql:///name?host={tmp_path}")


def test_a_user_who_may_not_make_tables_is_told(postgres: Postgres) -> None:
    role = sql.Identifier("guest")
    postgres.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(role))
    postgres.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'guest'").format(role))
    postgres.fresh("not_theirs")
    with pytest.raises(StoreUnusable, match="may not do that"):
        open_database(postgres.url("not_theirs", user="guest:guest"))


def test_a_server_that_only_lets_us_read_is_told(postgres: Postgres) -> None:
    """When the tables are to be made, and when they are there already."""
    url = postgres.fresh("only_read")
    only_read = f"{url}&options=-c%20default_transaction_read_only%3Don"
    with pytest.raises(StoreUnusable, match="only lets us read"):
        open_database(only_read)
    open_database(url).close()
    with pytest.raises(StoreUnusable, match="only lets us read"):
        open_database(only_read)


def test_the_old_name_of_the_scheme_is_understood(postgres: Postgres) -> None:
    url = postgres.fresh("old_name").replace("postgresql://", "postgres://")
    open_database(url).close()


def test_a_connection_that_the_server_ended_is_replaced(postgres: Postgres) -> None:
    with open_database(postgres.fresh("restarted")) as db:
        keep(db, PAGE)
        postgres.execute(
            sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}").format("restarted")
        )
        assert kept(db, PAGE.url) == PAGE
