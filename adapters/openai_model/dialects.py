"""How a server wants to be asked for a JSON object. Servers and models differ, so what they take is found out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

Mode = Literal["schema", "json", "text"]
"""How the shape of the answer is asked for: the server holds the model to a JSON Schema; the server sees to it that it
is JSON, and the shape is told in words; all is told in words. From the best to the last resort."""

Limit = Literal["max_tokens", "max_completion_tokens"]
"""How the bound on the answer is called. OpenAI's newer models refuse the older name. It comes first all the same,
because servers that don't know the newer one don't refuse it but ignore it."""

Part = Literal["mode", "temperature", "limit"]
"""What of a request a server may refuse."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to ask. Without a ``limit`` the server's own bound holds."""

    mode: Mode = "schema"
    temperature: bool = True
    limit: Limit | None = "max_tokens"


@dataclass(frozen=True, slots=True)
class Search:
    """How one prompt is being asked, and what was refused of it so far.

    ``proven`` is whether an answer in this way has been of use before.
    """

    dialect: Dialect
    proven: bool
    modes: frozenset[Mode] = frozenset()
    limits: frozenset[Limit] = frozenset()

    def without(self, part: Part) -> Search | None:
        """The next way to ask, where ``part`` of this one was refused; ``None`` if there is no other."""
        if part == "temperature" and self.dialect.temperature:
            return replace(self, dialect=replace(self.dialect, temperature=False))
        if part == "limit" and self.dialect.limit is not None:
            return self._without_limit(self.dialect.limit)
        # What refuses a part that was not sent means something else, most likely the mode.
        return self._without_mode()

    def _without_limit(self, refused: Limit) -> Search:
        limits = self.limits | {refused}
        left: list[Limit] = [each for each in get_args(Limit) if each not in limits]
        return replace(self, limits=limits, dialect=replace(self.dialect, limit=left[0] if left else None))

    def _without_mode(self) -> Search | None:
        modes = self.modes | {self.dialect.mode}
        left: list[Mode] = [each for each in get_args(Mode) if each not in modes]
        return replace(self, modes=modes, proven=False, dialect=replace(self.dialect, mode=left[0])) if left else None


def search(known: Dialect | None) -> Search:
    """The beginning: as it is ``known`` to work, or the best way there is."""
    return Search(known or Dialect(), proven=known is not None)
