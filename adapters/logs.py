"""What the program notes for whoever runs it, a line each: for people, or as JSON for programs.

The standard library's logging does it: what is asked for is one formatter, and the libraries beneath us log there too.
"""

from __future__ import annotations

import json
import logging
import time
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.watching import current_request

if TYPE_CHECKING:
    from types import TracebackType

    from bot.settings import Log

OURS = ("adapters", "bot", "summariser")


def log_to_standard_error(form: Log) -> None:
    """Let it stand there from now on, with its time in UTC; as JSON also what went well."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines() if form == "json" else _for_people())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    if form == "json":
        for name in OURS:
            logging.getLogger(name).setLevel(logging.INFO)


def _for_people() -> logging.Formatter:
    formatter = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    return formatter


class Lines(logging.Formatter):
    """A record as one line of JSON: ``time``, ``level``, ``logger``, ``says``, and where there is one its ``request``.

    Of an exception it has the ``error``'s class and where it came ``from``, never its message: a foreign library may
    have put into that what it was given, which can be a token or somebody's text.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "says": record.getMessage(),
        }
        if ident := current_request():
            line["request"] = ident
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["from"] = " < ".join(_frames(record.exc_info[2]))
        return json.dumps(line, ensure_ascii=True)  # no lone surrogate, and no line separator, gets out


def _frames(trace: TracebackType | None) -> list[str]:
    """Where it was, the innermost first."""
    return [f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(traceback.extract_tb(trace))]
