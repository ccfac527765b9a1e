"""JSON-LD as publishers write it, and as they break it."""

from __future__ import annotations

import json

import pytest

from adapters.web.reading.linked_data import linked_data

NODE = {"@type": "NewsArticle", "headline": "Ferry to sail again", "datePublished": "2026-02-03"}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(NODE),
        json.dumps([{"@type": "Organization"}, NODE]),
        json.dumps({"@graph": [{"@type": "BreadcrumbList"}, NODE]}),
        json.dumps({"@type": "WebPage", "mainEntity": NODE}),
        json.dumps(NODE | {"@type": ["Article", "http://schema.org/ReportageNewsArticle"]}),
        json.dumps({"@type": "Organization"}) + json.dumps(NODE),
        "<!--\n" + json.dumps(NODE) + "\n-->",
        "//<![CDATA[\n" + json.dumps(NODE) + "\n//]]>",
        json.dumps(NODE)[:-1] + ",}",
        json.dumps(NODE) + ";",
        '{"@type": "NewsArticle", "headline": "Ferry\n to sail again", "datePublished": "2026-02-03"}',
        '{"@type": "NewsArticle", "headline": "Ferry to sail\\ again", "datePublished": "2026-02-03"}',
        json.dumps(NODE).replace('"', "&quot;"),
    ],
)
def test_the_article_is_found_however_it_is_wrapped_or_broken(text: str) -> None:
    found = linked_data([text])
    assert (found.article, found.title, found.published) == (True, "Ferry to sail again", "2026-02-03")


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[" * 100_000, '{"@type": 3, "@id": []}', '{"@type": "NewsArticle"}']
)
def test_broken_data_says_nothing_and_stops_nothing(text: str) -> None:
    assert linked_data([text]).title is None


def test_authors_are_followed_by_their_ids_and_persons_told_from_papers() -> None:
    graph = [
        NODE | {"author": [{"@id": "#ann"}, {"@type": "Organization", "name": "The Courier"}]},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
    ]
    found = linked_data([json.dumps({"@graph": graph})])
    assert found.people == ("Ann Lee",)
    assert found.authors == ("Ann Lee", "The Courier")


@pytest.mark.parametrize(
    ("said", "free"), [(True, True), ("False", False), ("http://schema.org/False", False), (None, None)]
)
def test_whether_it_is_free_is_a_truth_or_its_name(said: object, free: bool | None) -> None:
    assert linked_data([json.dumps(NODE | {"isAccessibleForFree": said})]).free is free


def test_the_text_loses_its_markup_and_keeps_its_paragraphs() -> None:
    found = linked_data([json.dumps(NODE | {"articleBody": "<p>One &amp; two.</p><p>Three <b>four</b>.</p>"})])
    assert (found.body or "").split("\n\n")[0] == "One & two."
    assert "Three" in (found.body or "").split("\n\n")[1]


def test_of_several_articles_the_one_of_the_headline_is_meant() -> None:
    other = NODE | {"headline": "Goat on the mail boat"}
    assert linked_data([json.dumps([NODE, other])], "Goat on the mail boat").title == "Goat on the mail boat"
