"""What a language model is asked for a briefing, and what of its answer is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.generative import drafted, mended, reviewed, translated
from summariser.numbering import numbered
from summariser.reading import read_text
from tests.bot.test_copywriting import GOOD, INVENTED, STORY

if TYPE_CHECKING:
    from summariser.generative import Draft

READ = numbered(read_text(STORY).article)
FIRST, SECOND = GOOD["points"]
WRONG = INVENTED[0]["points"][0]


def draft(*points: dict[str, Any]) -> Draft:
    return drafted({**GOOD, "points": [*points]}, len(points))


def test_a_point_may_say_again_what_an_earlier_one_says_that_failed() -> None:
    assert reviewed(draft(WRONG, FIRST, SECOND), READ, None).failed == (0,)
    assert reviewed(draft(FIRST, SECOND, FIRST), READ, None).failed == (2,)


@pytest.mark.parametrize("named", [1, "1", "F1", "[F1]"], ids=repr)
def test_a_repair_may_name_its_point_as_the_point_was_shown(named: object) -> None:
    review = reviewed(draft(WRONG, SECOND), READ, None)
    assert mended(review, {"points": [{"number": named, **FIRST}]}, READ).failed == ()


@pytest.mark.parametrize("named", [True, 2, "F2", "0", -1, None, 1.5, [1], {}], ids=repr)
def test_a_repair_of_no_point_that_failed_is_no_repair(named: object) -> None:
    review = reviewed(draft(WRONG, SECOND), READ, None)
    assert mended(review, {"points": [{"number": named, **FIRST}]}, READ) == review


@pytest.mark.parametrize("named", [1, "Q1"], ids=repr)
def test_a_translation_may_name_its_quote_as_the_quote_was_shown(named: object) -> None:
    said = "Wir können nicht warten, bis die Mauer ins Meer fällt."
    assert translated({"translations": [{"number": named, "text": said}]}, READ.quotes[:1], "de") == (said,)


def test_numbers_that_are_nested_without_end_are_none() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert drafted({"points": [{"text": FIRST["text"], "sentences": deep}], "quotes": deep}, 1).points[0].sentences == ()
