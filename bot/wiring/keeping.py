"""The database, looked after from the command line: its tables, a copy of it, what is to be deleted from it."""
# ruff: noqa: PLC0415 - SQLAlchemy takes longer to load than a mistake takes to be told

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adapters import console, files
from bot.forgetting import Forgetter, Wisher
from bot.model import Channel, Notice, Thread
from bot.settings import from_environment

if TYPE_CHECKING:
    from bot.typed import Forget


def migrate() -> int:
    """Bring the tables up to date, and tell from which version to which; the exit code.

    Raises:
        BadSettings: if settings cannot be.
        StoreUnusable: if the database cannot be used.
    """
    from adapters.database.migrations import HEAD
    from adapters.database.opening import open_database

    with open_database(_address()) as database:
        found = database.found
    was = "The database had no tables" if found is None else f"The tables were at version {found}"
    says = f"The tables are at version {found}, the newest." if found == HEAD else f"{was}; now: {HEAD}."
    console.show(Notice(says), as_json=False)
    return 0


def back_up(file: str) -> int:
    """Copy the database to a new file; the exit code.

    Raises:
        BadSettings: if settings cannot be.
        NotBackedUp: if that is impossible.
        StoreUnusable: if the database cannot be read.
    """
    from adapters.database.backup import back_up

    size = back_up(_address(), Path(file))
    console.show(Notice(f"The database is copied, and the copy is whole: {size:,} bytes."), as_json=False)
    return 0


def restore(file: str | None) -> int:
    """Put a backup back, or take it that somebody has; what may have been posted since is doubted; the exit code.

    Raises:
        BadSettings: if settings cannot be.
        NotBackedUp: if the database is there already, or cannot be written.
        StoreUnusable: if the database cannot be used.
    """
    from adapters.database.backup import put_back
    from adapters.database.doubt import doubt
    from adapters.database.opening import open_database

    if file is not None:
        put_back(Path(file), _address())
    with open_database(_address()) as database:
        number = doubt(database, datetime.now(UTC))
    looked_for = "No digest is due." if number == 0 else f"Digests due, each looked for before it is posted: {number}."
    console.show(Notice(f"The database is ready. {looked_for}"), as_json=False)
    return 0


def forget(wish: Forget, platform: str, workspace: str, person: str) -> int:
    """Delete what was asked to be forgotten there, and tell what that was; the exit code.

    Raises:
        BadSettings: if settings cannot be.
        StoreUnusable: if the database cannot be used.
    """
    from adapters.chat import HERE, PLATFORM
    from adapters.database.opening import open_database
    from adapters.database.records import Records

    channel = HERE if platform == PLATFORM else Channel(platform, workspace, "")
    with open_database(_address()) as database:
        forgetter = Forgetter(Records(database, partial(datetime.now, UTC)))
        said = asyncio.run(forgetter.forget(wish, Wisher(person, Thread(channel, ""), manages=True)))
    console.show(Notice(said), as_json=False)
    return 0


def _address() -> str:
    return from_environment(os.environ).database or files.own_database()
