"""Whether what is for something in the evidence is for it in the point: *campaigned against*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading


def wrong_sides(case: Case) -> Iterator[Failure]:
    """*campaigned against* made *campaigned for*."""
    against, pro = (
        AGAINST.get(case.point.language or "en", AGAINST["en"]),
        PRO.get(case.point.language or "en", PRO["en"]),
    )
    ours, theirs = _prepositions(case.point, against | pro), _prepositions(case.evidence, against | pro)
    for at, head in ours:
        low = case.point.words[at].low
        alike = case.same.get(head, frozenset((head,))) | {head}
        known = {case.evidence.words[place].low for place, other in theirs if other in alike}
        if known and not known & (pro if low in pro else against) and (low in against or known & against):
            said = case.point.cut(max(0, at - 1), at + 1)
            yield Failure(
                "direction", said, f"The evidence says {', '.join(sorted(known))} where the point says {low}."
            )


def _prepositions(reading: Reading, wanted: frozenset[str]) -> list[tuple[int, str]]:
    """Where each stands, and the stem of the word that it hangs on."""
    found = list[tuple[int, str]]()
    for at, word in enumerate(reading.words):
        if word.low in wanted:
            before = next(
                (reading.words[back] for back in range(at - 1, max(-1, at - 3), -1) if reading.words[back].telling),
                None,
            )
            if before is not None and before.stem not in _VOTES:
                found.append((at, before.stem))
    return found


_VOTES = frozenset(("vote", "vot", "stimm", "stemm", "voix"))


AGAINST = dict.fromkeys(("es", "pt"), frozenset(("contra",))) | {
    "en": frozenset(("against",)),
    "de": frozenset(("gegen",)),
    "fr": frozenset(("contre",)),
    "it": frozenset(("contro",)),
    "nl": frozenset(("tegen",)),
}


PRO = {
    "en": frozenset(("for",)),
    "de": frozenset(("für",)),
    "fr": frozenset(("pour",)),
    "es": frozenset(("por", "favor")),
    "it": frozenset(("per", "favore")),
    "pt": frozenset(("por", "favor")),
    "nl": frozenset(("voor",)),
}
