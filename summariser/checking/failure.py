"""What is wrong with a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FailureKind = Literal[
    "figure",
    "date",
    "name",
    "role",
    "negation",
    "direction",
    "hedge",
    "attribution",
    "roles",
    "quotation",
    "form",
    "claim",
    "unsupported",
]


@dataclass(frozen=True, slots=True)
class Failure:
    """``said`` are the words of the point that fail; ``why`` is a sentence for people, and for the model to mend it."""

    kind: FailureKind
    said: str
    why: str
