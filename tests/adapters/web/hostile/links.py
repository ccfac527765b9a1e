"""The table of hostile links, by kind."""

from __future__ import annotations

import re
from pathlib import Path

TABLE = Path(__file__).with_name("links.txt")

_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))")


def links() -> dict[str, list[str]]:
    """Each kind with its links, in the order of the table."""
    kinds = dict[str, list[str]]()
    kind = list[str]()
    for line in TABLE.read_text("utf-8").split("\n"):
        if line.startswith("## "):
            kinds[line.removeprefix("## ")] = kind = []
        elif line and not line.startswith("# "):
            kind.append(_ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), line))
    return kinds
