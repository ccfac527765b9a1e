"""The people of an article, and which of them a name means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.lexicon import Gender
    from summariser.model import Span


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the article names, filled in while it is read.

    ``words`` is the fullest name in lower case, without honorifics; ``heads`` the nouns for what they do;
    ``is_person`` whether anything says that they are no place or body; ``speaks`` whether a verb of saying is theirs.
    """

    name: str
    words: tuple[str, ...]
    role: str | None = None
    gender: Gender | None = None
    mentions: list[Span] = field(default_factory=list["Span"])
    heads: set[str] = field(default_factory=set[str])
    is_person: bool = False
    speaks: bool = False

    def may_be(self, gender: Gender | None) -> bool:
        """Whether nothing speaks against their being of ``gender``."""
        return gender is None or self.gender in (gender, None)

    def is_named(self, given: Sequence[str]) -> bool:
        """Whether a shorter or longer form can be the same name: *Graham*, *L. Graham* for *Lindsey Graham*."""
        if self.words[-1] != given[-1]:
            return False
        if len(self.words) == 1 or len(given) == 1:
            return True
        mine = self.words[0]
        return mine == given[0] or mine[0] == given[0] or mine[:1] + "." == given[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names somebody: token ``at`` of paragraph ``line``.

    ``subject`` when their name leads its sentence, ``closing`` when that sentence is the paragraph's last,
    ``speaks`` when a verb of saying follows the name.
    """

    span: Span
    person: Person
    line: int
    at: int
    subject: bool
    closing: bool
    speaks: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody an article names and each place where it does, in order; ``topic`` is whom it is about, if anybody."""

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    mentions_of: dict[int, list[Mention]]
    starts: tuple[int, ...]
    by_surname: dict[str, list[Person]]
    by_given: dict[str, list[Person]]
    by_head: dict[str, list[Person]]
    bodies: dict[str, str]
    topic: Person | None

    def named(self, words: Sequence[str], gender: Gender | None, before: int) -> Person | None:
        """Whoever a name of these words (lower case, no honorific) means at the offset ``before``."""
        same = [person for person in self.by_surname.get(words[-1], ()) if person.is_named(words)]
        if not same and len(words) == 1:
            same = list(self.by_given.get(words[0], ()))
        if gender in ("f", "m"):
            same = [person for person in same if person.may_be(gender)] or same
        same = [person for person in same if person.mentions[0].start <= before] or same
        return max(same, key=lambda person: (len(person.mentions), -person.mentions[0].start), default=None)

    def whole(self, name: str) -> str:
        """The full form of an organisation's name that is used in short: *Calder* for *Calder Optics*."""
        words = name.lower().split()
        return self.bodies.get(words[0], name) if len(words) == 1 else name

    def before(self, offset: int) -> Iterator[Mention]:
        """The mentions that begin before ``offset``, the nearest first."""
        for index in range(bisect_right(self.starts, offset - 1) - 1, -1, -1):
            yield self.mentions[index]

    def last_mention(self, person: Person, offset: int) -> Mention | None:
        """Where ``person`` was named last before ``offset``."""
        theirs = self.mentions_of[id(person)]
        at = bisect_left(theirs, offset, key=lambda mention: mention.span.start)
        return theirs[at - 1] if at else None
