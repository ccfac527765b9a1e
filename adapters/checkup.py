"""What is found when the set-up is looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, and a sentence about it.

    ``None`` is for what nobody has to mend: what is not set up, or mends itself.
    """

    well: bool | None
    says: str
