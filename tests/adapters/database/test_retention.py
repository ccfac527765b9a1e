"""What is not needed any more goes, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.database.archive import file_reading, history
from adapters.database.fetches import Kept, checked, keep, kept
from adapters.database.repeats import note_lines
from adapters.database.retention import Purged, purge
from summariser.model import Article
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from adapters.database.opening import Database

DAY = timedelta(days=1)


def page(url: str) -> Kept:
    return Kept(url, url, None, None, None, b"", NOON)


def test_what_was_last_used_before_the_day_goes_and_the_rest_stays(db: Database) -> None:
    keep(db, page("https://old.example"))
    keep(db, page("https://checked.example"))
    checked(db, "https://checked.example", NOON + DAY)
    for link, at in (("old", NOON), ("again", NOON), ("again", NOON + DAY)):
        file_reading(db, Article("The harbour will close."), link=link, body_sha256=None, at=at)
    note_lines(db, "old.example", "0" * 64, ["The harbour will close."], NOON)
    note_lines(db, "new.example", "0" * 64, ["The harbour will close."], NOON + DAY)

    assert purge(db, NOON + DAY) == Purged(fetches=1, readings=1, sheets=1)
    assert purge(db, NOON + DAY) == Purged(fetches=0, readings=0, sheets=0)
    assert [bool(kept(db, url)) for url in ("https://old.example", "https://checked.example")] == [False, True]
    assert [len(history(db, link)) for link in ("old", "again")] == [0, 1]
