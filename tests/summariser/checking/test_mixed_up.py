"""One put in the other's place, and one made out of two."""

from __future__ import annotations

import pytest

from summariser.checking.case import case
from summariser.checking.mixed_up import mixed_up
from summariser.model import Article, Span


def _wrong(evidence: str, point: str, before: str = "") -> bool:
    article = Article(f"{before}\n\n{evidence}", language="en")
    return bool([*mixed_up(case(point, [Span(len(before) + 2, len(article.text))], article, "en"))])


@pytest.mark.parametrize(
    ("point", "wrong"),
    [
        ("Dana Quist was raised in Arlen and born in Wexcombe.", False),
        ("Dana Quist, raised in Arlen, was born in Wexcombe.", False),
        ("Dana Quist was born in Arlen and raised in Wexcombe.", True),
    ],
)
def test_two_places_that_are_exchanged_are_seen(point: str, *, wrong: bool) -> None:
    assert _wrong("Dana Quist was born in Wexcombe and raised in Arlen.", point) is wrong


def test_a_first_name_stays_with_its_surname() -> None:
    known = "The keeper, Jonah Abel, said he was tired. The striker, Rui Castro, said nothing."
    evidence = "Jonah Abel saved a penalty by Rui Castro, he said."
    assert _wrong(evidence, "Keeper Rui Abel saved a penalty.", known)
    assert not _wrong(evidence, "Keeper Jonah Abel saved a penalty.", known)
