"""Of an article too long to be shown at once, what is asked first, and what is kept."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summariser.numbering import numbered
from summariser.reading import read_text
from summariser.skimming import MOST_PARTS, parts, skimmed, unread

SHORT = numbered(read_text("The council of Sandmouth closed the harbour on Monday. It will open in May.").article)
LONG = numbered(
    read_text(
        "\n\n".join(
            f"The council of town {number} decided nothing on that long day, and it rained on day {number} of the "
            f"fair, so that nobody who lives there went out to see it."
            for number in range(3_000)
        )
    ).article
)


def test_what_can_be_shown_at_once_has_no_parts() -> None:
    assert parts(SHORT) == []


def test_parts_follow_each_other_up_to_as_many_as_are_read() -> None:
    found = parts(LONG)
    assert len(found) == MOST_PARTS
    assert found[0].numbers[0] == 1
    assert all(one.numbers.stop == other.numbers.start for one, other in pairwise(found))


def test_of_a_part_only_sentences_that_stand_in_it_are_kept() -> None:
    first, second = parts(LONG)[:2]
    assert f"[{second.numbers[0]}] " in second.prompt.material
    answer = {"sentences": [second.numbers[0], 99_999, 1, 0]}
    assert (skimmed(answer, first), skimmed(answer, second)) == ((1,), (second.numbers[0],))


def test_what_no_part_shows_is_counted_as_unread() -> None:
    found = parts(LONG)
    assert unread(LONG, []) == 1
    assert unread(LONG, found[:1]) > unread(LONG, found) > 0
    assert unread(LONG, found[:6]) == pytest.approx(1 - (1 - unread(LONG, found)) / 2, abs=0.01)
