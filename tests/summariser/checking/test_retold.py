"""The gate on the sample articles retold: how many of either sort it tells right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.sentences import sentences
from summariser.support import failures
from tests.evaluation.gate import sample
from tests.summariser.checking.retold import BAD, GOOD

if TYPE_CHECKING:
    from summariser.support import Failure

STOPPED = frozenset(
    (
        "Gavin Brathwaite had promised",  # what somebody says that somebody else said
        "Okwuosa, the centre-half known to fans",  # the 93rd minute is three into stoppage time
        "The mayor said no warning came",  # a “No” and a reason, without a because
        "Cada botella, que costaba 1,10 euros",  # «un euro con diez»
    )
)
"""How the good ones begin that are stopped all the same."""

CAUGHT = 46
"""Of the bad ones."""


def _found(name: str, numbers: tuple[int, ...], point: str) -> tuple[Failure, ...]:
    article = sample(name)
    split = sentences(article.text, article.language)
    return failures(point, [split[number].span for number in numbers], article)


@pytest.mark.parametrize(
    ("name", "numbers", "point"), [each for each in GOOD if not each[2].startswith(tuple(STOPPED))]
)
def test_what_is_retold_passes(name: str, numbers: tuple[int, ...], point: str) -> None:
    assert _found(name, numbers, point) == ()


def test_most_that_is_changed_by_a_word_is_stopped() -> None:
    """One word in a point that else is right: the hardest kind. When more are caught, raise the number."""
    assert sum(bool(_found(*each)) for each in BAD) >= CAUGHT
