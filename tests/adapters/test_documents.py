"""Post -> JSON, in the shape that is fixed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from adapters.documents import fields, line
from bot.model import Linked, Quoted
from summariser.model import Article, Briefing, Checks, Point, Quote, Span, Speaker

TEXT = "“We go,” said Ann.\n\n“Never.”"
ARTICLE = Article(TEXT, title="They go", site="The Paper", published=date(2026, 2, 1), language="en")
SAID = Quote(
    ARTICLE,
    spans=(Span(1, 6), Span(21, 27)),
    kind="direct",
    speaker=Speaker("Ann", "mayor"),
    evidence=(Span(14, 17),),
    confidence=0.97,
    credited=True,
)
UNKNOWN = Quote(ARTICLE, spans=(Span(21, 27),), kind="part")
ARTICLE_FIELDS = {
    "title": "They go",
    "byline": None,
    "site": "The Paper",
    "url": None,
    "published": "2026-02-01",
    "language": "en",
    "text": TEXT,
}
SAID_FIELDS = {
    "text": "We go\n\nNever.",
    "spans": [[1, 6], [21, 27]],
    "speaker": {"name": "Ann", "role": "mayor"},
    "evidence": [[14, 17]],
    "kind": "direct",
    "confidence": 0.97,
    "credited": True,
}
UNKNOWN_FIELDS = {
    "text": "Never.",
    "spans": [[21, 27]],
    "speaker": None,
    "evidence": [],
    "kind": "part",
    "confidence": 0.0,
    "credited": False,
}


def test_the_shape_of_a_briefing_is_fixed() -> None:
    briefing = Briefing(
        ARTICLE, "They go", (Point("Ann goes.", (Span(0, 18),)),), (SAID,), Checks(1, 1, ("a date",)), dropped=("Ad",)
    )
    assert fields(briefing) == {
        "article": ARTICLE_FIELDS,
        "headline": "They go",
        "points": [{"text": "Ann goes.", "evidence": [[0, 18]]}],
        "quotes": [SAID_FIELDS],
        "summariser": "embedded",
        "instead": None,
        "language": None,
        "translations": [],
        "checks": {
            "points": 1,
            "quotes": 1,
            "written": 0,
            "repaired": 0,
            "replaced": 0,
            "unread": 0.0,
            "failures": ["a date"],
        },
        "dropped": ["Ad"],
    }


def test_the_shape_of_the_quotations_is_fixed() -> None:
    assert fields(Quoted(ARTICLE, (SAID, UNKNOWN))) == {
        "article": ARTICLE_FIELDS,
        "quotes": [SAID_FIELDS, UNKNOWN_FIELDS],
    }


def test_the_shape_of_links_is_fixed() -> None:
    post = Linked((("They go", "https://paper.example/a"), ("", "https://paper.example/b")))
    assert fields(post) == {
        "links": [
            {"title": "They go", "url": "https://paper.example/a"},
            {"title": None, "url": "https://paper.example/b"},
        ]
    }


def test_a_time_of_day_is_kept_with_its_zone() -> None:
    article = Article("x", published=datetime(2026, 2, 1, 9, 30, tzinfo=UTC))
    assert fields(Quoted(article, ()))["article"]["published"] == "2026-02-01T09:30:00+00:00"


@given(st.text(st.characters()))
@example("half a pair: \ud800")
@example("\x85\u2028\u2029")
def test_any_text_is_one_line_that_reads_back_the_same(text: str) -> None:
    """Lone surrogates and every character that some reader takes for a line end included."""
    written = line({"text": text})
    assert written.endswith(b"\n")
    assert len(written.decode().splitlines()) == 1
    assert json.loads(written) == {"text": text}


def test_letters_stay_letters() -> None:
    assert line({"text": "Zoë “ja”"}) == '{"text": "Zoë “ja”"}\n'.encode()
