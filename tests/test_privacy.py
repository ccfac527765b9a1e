"""docs/privacy.md tells of every table, and what holds words is deleted in time."""

from __future__ import annotations

import re
from pathlib import Path

from adapters.database import retention
from adapters.database.tables import metadata

PAGE = Path(__file__).parent.parent / "docs" / "privacy.md"


def test_every_table_has_its_line() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [*dict.fromkeys(rows)], "once"
    assert set(rows) == set(metadata.tables)


def test_every_table_but_those_of_what_people_have_set_is_purged() -> None:
    purged = {name for name in metadata.tables if f"delete({name})" in Path(retention.__file__).read_text()}
    assert set(metadata.tables) - purged == {"channels", "subscriptions"}
