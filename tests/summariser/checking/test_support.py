"""The gate, point by point: what is borne out passes, what is wrong in one thing does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.checking.failure import FailureKind
from summariser.model import Article, Span
from summariser.quotes import scan
from summariser.reading import read_text
from summariser.sentences import sentences
from summariser.support import LONGEST_POINT, failures
from tests.samples import HOSTILE
from tests.summariser.checking.examples import ALL, SLIPS, Example

ARTICLES = sorted((Path(__file__).parents[3] / "seeds" / "articles").glob("*.txt"))
_words = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(HOSTILE),
        st.sampled_from(
            ["not", "said", "£1.9bn", "“No", "”", "3 May", "Dame Ruth", "half", "5'2\"", "nicht", "pas", "7 a.m."]
        ),
    ),
    max_size=25,
).map(" ".join)
_languages = st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "nl", "xx"])


@pytest.mark.parametrize(("example", "point"), [(each, point) for each in ALL for point in each.good])
def test_a_point_that_its_evidence_bears_out_passes(example: Example, point: str) -> None:
    assert failures(point, example.spans, example.article, language=example.wanted) == ()


@pytest.mark.parametrize(
    ("example", "point"), [(each, point) for each in ALL for point in each.bad if point not in SLIPS]
)
def test_a_point_that_is_wrong_in_one_thing_is_stopped(example: Example, point: str) -> None:
    found = failures(point, example.spans, example.article, language=example.wanted)
    assert found
    assert all(each.said and each.why.endswith((".", "”.")) and each.kind in get_args(FailureKind) for each in found)


@pytest.mark.parametrize("point", sorted(SLIPS))
def test_what_slips_through_is_known(point: str) -> None:
    """When one of these is stopped, take it off the list and out of docs/checks.md."""
    example = next(each for each in ALL if point in each.bad)
    assert failures(point, example.spans, example.article, language=example.wanted) == ()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_s_own_sentence_passes(path: Path) -> None:
    """Whole, with itself as its evidence; but for one that orders its reader about, has a link or cuts a quotation."""
    article = read_text(path.read_text()).article
    marked = [quotation.outer for quotation in scan(article.text, article.language)]
    for sentence in sentences(article.text, article.language):
        if any(sentence.span.overlaps(each) and not sentence.span.covers(each) for each in marked):
            continue
        said = " ".join(sentence.span.cut(article.text).split())
        assert all(each.kind == "form" for each in failures(said, [sentence.span], article)), said


@st.composite
def _asked(draw: st.DrawFn) -> tuple[str, list[Span], Article, str | None]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=4))
    article = Article(draw(_words), published=draw(st.none() | st.dates()), language=draw(_languages))
    return draw(_words), [Span(min(pair), max(pair)) for pair in pairs], article, draw(_languages)


@settings(max_examples=60, deadline=None)
@given(_asked())
def test_any_text_and_any_stretches_are_judged(asked: tuple[str, list[Span], Article, str | None]) -> None:
    """Nothing raises, and what is found names what it found."""
    point, spans, article, wanted = asked
    found = failures(point, spans, article, language=wanted)
    assert isinstance(found, tuple)
    assert all(each.why for each in found)


def test_a_point_without_evidence_is_stopped() -> None:
    article = Article("The mill burned down.", language="en")
    assert failures("The mill burned down.", [], article)
    assert failures("The mill burned down.", [Span(400, 500)], article)


def test_a_point_is_no_essay() -> None:
    article = Article("The mill burned down. " * 200, language="en")
    assert failures("The mill burned down. " * (LONGEST_POINT // 20), [Span(0, 21)], article)
    assert failures("The mill burned down.", [Span(0, len(article.text))], article) == ()


def test_evidence_may_overlap_and_run_past_the_end() -> None:
    article = Article("The mill burned down on Sunday.", language="en")
    spans = [Span(0, 21), Span(10, 31), Span(0, 900)]
    assert failures("On Sunday the mill burned down.", spans, article) == ()


@pytest.mark.parametrize(
    ("evidence", "point", "kind"),
    [
        ("Elmport beat Wray Town 4-1.", "Elmport beat Wray Town 1-4.", "figure"),
        (
            "Dana Quist was born in Wexcombe and raised in Arlen.",
            "Dana Quist was born in Arlen and raised in Wexcombe.",
            "roles",
        ),
        (
            "The mill burned down.",
            "Eleven tired sailors quarrelled about marmalade prices yesterday evening.",
            "unsupported",
        ),
        ("The mill burned down.", "The mill delighted thirsty travellers.", "unsupported"),
        ("The mill burned down.", "The mill burned down, see mill.example today.", "form"),
        ("The mill burned down.", "The mill\u202e burned down.", "form"),
        ("The mill burned down.", "Le moulin a brûlé, et il ne reste rien de la roue ni des murs.", "form"),
        ("Were the boats safe? None was.", "The boats were safe.", "negation"),
        ("The mill burned down on Sunday.", "The mill burned down on Monday.", "date"),
        ("The bridge may open in May.", "The bridge will open in May.", "hedge"),
        ("“We lost,” said Ada Moll.", "“We won,” said Ada Moll.", "quotation"),
        (
            "The loss of the customer took £52m from sales.",
            "The loss of the harbour took £52m from sales.",
            "unsupported",
        ),
    ],
)
def test_a_failure_says_of_what_kind_it_is(evidence: str, point: str, kind: str) -> None:
    found = failures(point, [Span(0, len(evidence))], Article(evidence, published=date(2026, 9, 17), language="en"))
    assert kind in {each.kind for each in found}


@pytest.mark.parametrize(
    ("before", "evidence", "point", "kind"),
    [
        ("The judge listened.", "It came to light in May, the prosecutor said.",
         "It came to light in May, the judge said.", "attribution"),
        ("", "“She died in her sleep,” said Ada Moll.", "She died in her sleep, doctors said.", "attribution"),
        ("The choir of Glenmarrow sang.", "Mia Hall was born in Portskellie.",
         "Mia Hall was born in Glenmarrow.", "name"),
        ("The choir of Glenmarrow sang.", "It sings for Elmport and Portskellie.",
         "It sings for Elmport and Glenmarrow.", "name"),
    ],
)  # fmt: skip
def test_what_the_article_has_elsewhere_is_not_what_the_evidence_says(
    before: str, evidence: str, point: str, kind: str
) -> None:
    article = Article(f"{before} {evidence}".strip(), language="en")
    span = Span(len(article.text) - len(evidence), len(article.text))
    assert {each.kind for each in failures(point, [span], article)} == {kind}


def test_what_the_next_says_is_not_the_first_one_s() -> None:
    evidence = (
        "Greta Amsel disagreed. “Tobias is a good man, but he needs new glasses,” she said. Ada Moll told Harbour "
        "Radio that the foul had been as clear as a bell to all the crowd and to her."
    )
    point = (
        "Greta Amsel said he needs glasses, while Ada Moll said the foul had been as clear as a bell to all the crowd "
        "and to her."
    )
    assert failures(point, [Span(0, len(evidence))], Article(evidence, language="en")) == ()


def test_the_same_stretch_twice_is_one() -> None:
    article = Article("Ten boats sank.", language="en")
    once = failures("Eleven boats sank.", [Span(0, 15)], article)
    assert failures("Eleven boats sank.", [Span(0, 15)] * 900, article) == once
