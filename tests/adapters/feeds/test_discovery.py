"""From a page to its feeds."""

from __future__ import annotations

from adapters.feeds.discovery import guesses, offered

PAGE = b"""<html><head><base href="/uk/">
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
<link rel="alternate" type="application/rss+xml" title="News &amp; more" href="news.xml">
<link rel="ALTERNATE home" type="application/feed+json" href="//feeds.holm.example/all.json">
<link rel="alternate" type="application/json" href="/wp-json/posts/1">
<link rel="alternate" type="text/html" hreflang="fr" href="/fr/">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
</head><body><a href="news.xml">RSS</a> <a href="/sport/rss/">Sport</a> <a href="/feedback">Tell us</a></body></html>"""


def test_feeds_that_a_page_names_come_first_and_comments_last() -> None:
    assert [each.url for each in offered(PAGE, "https://holm.example/uk/today")] == [
        "https://holm.example/uk/news.xml",
        "https://feeds.holm.example/all.json",
        "https://holm.example/sport/rss/",
        "https://holm.example/uk/comments.xml",
    ]


def test_a_feed_is_called_what_the_page_calls_it() -> None:
    assert offered(PAGE, "https://holm.example/")[0].title == "News & more"


def test_usual_places_are_tried_below_the_page_first() -> None:
    tried = guesses("https://holm.example/uk/today.html")
    assert tried[0] == "https://holm.example/uk/feed"
    assert "https://holm.example/rss.xml" in tried
    assert len(set(tried)) == len(tried)


def test_a_site_may_be_named_without_its_scheme() -> None:
    assert guesses("holm.example")[0] == "https://holm.example/feed"
