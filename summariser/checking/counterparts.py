"""Which word of the evidence each word of a point comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.beside import overlap, surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summariser.checking.reading import Reading


def counterparts(point: Reading, evidence: Reading, same: Mapping[str, frozenset[str]]) -> dict[int, int]:
    """For each word of sense of the point, the place in the evidence of the one that it comes from."""
    there: dict[str, list[int]] = {}
    for at, word in enumerate(evidence.words):
        if word.telling or word.sort == "n":
            there.setdefault(word.stem, []).append(at)
    near: dict[int, dict[str, float]] = {}
    found: dict[int, int] = {}
    for at, word in enumerate(point.words):
        if not (word.telling or word.sort == "n"):
            continue
        alike = same.get(word.stem, frozenset()) | {word.stem}
        places = [place for stem in alike for place in there.get(stem, ())]
        if not places:
            continue
        mine = surroundings(point, at, at + 1)
        for place in places:
            if place not in near:
                near[place] = surroundings(evidence, place, place + 1)
        found[at] = max(places, key=lambda place: (overlap(mine, near[place], same), -place))
    return found
