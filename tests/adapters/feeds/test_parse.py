"""Whole feeds, of every format and fault."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.feeds import swift
from adapters.feeds.encoding import as_utf8
from adapters.feeds.parse import parse
from bot.errors import BrokenFeed, NotAFeed
from tests.evaluation.feeds import SEEDS, differences, lost
from tests.evaluation.feeds import read as read_seed

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
GOLD = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
NOT_MENDED = {"rss20-mismatched-tags.xml", "rss20-doctype-entities.xml"}
"""Here feedparser, and so ours, has less than somebody who reads it by eye."""


def rss(*items: str, head: str = "") -> bytes:
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Holm Evening Post</title>"
        f"<link>https://holm.example/</link>{head}{''.join(items)}</channel></rss>"
    ).encode()


@pytest.mark.parametrize("name", sorted(GOLD))
def test_no_headline_is_lost_that_feedparser_finds(name: str) -> None:
    assert lost(name, GOLD[name]) == []


@pytest.mark.parametrize("name", sorted(set(GOLD) - NOT_MENDED))
def test_every_sample_reads_as_its_gold_says(name: str) -> None:
    wrong = [each for each in differences(GOLD[name], read_seed(name, GOLD[name])) if each[1] != each[2]]
    assert wrong == []


@pytest.mark.parametrize("name", [n for n in sorted(GOLD) if n.startswith("ordinary") and not n.endswith(".json")])
def test_ordinary_feeds_are_read_the_swift_way(name: str) -> None:
    """Goes red when fastfeedparser's extractor changes under us: then all would still be right, but slow."""
    assert swift.read(as_utf8((SEEDS / name).read_bytes(), None)) is not None


def test_a_page_is_no_feed_but_names_its_own() -> None:
    page = (SEEDS / "not-page-with-feeds.html").read_bytes()
    with pytest.raises(NotAFeed, match=r"try https://holm\.example/feed\.xml or "):
        parse(page, url="https://holm.example/news", content_type="text/html", now=NOW)


@pytest.mark.parametrize("cut", ["<item><title", "<item><title>One</title", "<item><pubDate>today</pubDate></item>"])
def test_a_feed_none_of_whose_articles_has_a_title_or_a_link_is_called_broken(cut: str) -> None:
    whole = rss(cut)
    with pytest.raises(BrokenFeed, match="That feed is broken: none of its articles has a title or a link"):
        parse(whole[: whole.rindex(b"</channel>")], url=None, content_type=None, now=NOW)


def test_what_is_cut_off_in_its_second_article_still_brings_the_first() -> None:
    whole = rss("<item><title>The ferry is back</title></item>", "<item><tit")
    found = parse(whole[: whole.rindex(b"</channel>")], url=None, content_type=None, now=NOW)
    assert [each.title for each in found.headlines] == ["The ferry is back"]


def test_what_the_feed_says_about_itself_is_kept() -> None:
    head = "<language>en-GB</language><ttl>45</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours>"
    item = "<item><title>A</title><link>https://holm.example/1</link></item>"
    feed = parse(rss(item, head=head), url="https://holm.example/rss", content_type=None, now=NOW)
    assert (feed.title, feed.site, feed.url) == (
        "Holm Evening Post",
        "https://holm.example/",
        "https://holm.example/rss",
    )
    assert (feed.language, feed.interval, feed.quiet_hours) == ("en-GB", timedelta(minutes=45), frozenset({0, 3}))


def test_random_guids_leave_identities_alone() -> None:
    morning, evening = (read_seed(f"rss20-random-guids-{when}.xml", {}) for when in ("morning", "evening"))
    assert morning is not None
    assert evening is not None
    assert [each.ident for each in morning.headlines] == [each.ident for each in evening.headlines]
    assert [each.guid for each in morning.headlines] != [each.guid for each in evening.headlines]


def test_an_article_in_the_feed_needs_no_fetch_and_a_teaser_is_none() -> None:
    feed = read_seed("rss20-content-encoded.xml", {})
    assert feed is not None
    assert (feed.headlines[0].text or "").endswith("\n\nSecond part.")
    plain = read_seed("rss20-plain.xml", {})
    assert plain is not None
    assert plain.headlines[0].text is None


def test_ten_thousand_items_are_all_found() -> None:
    many = rss(*(f"<item><title>News {n}</title><link>https://holm.example/{n}</link></item>" for n in range(10_000)))
    feed = parse(many, url=None, content_type=None, now=NOW)
    assert len({each.ident for each in feed.headlines}) == 10_000


def test_twenty_megabytes_in_one_item_are_read() -> None:
    text = f"<description>{'word ' * 4_000_000}</description>"
    item = f"<item><title>Long</title><link>https://holm.example/1</link>{text}</item>"
    assert [each.title for each in parse(rss(item), url=None, content_type=None, now=NOW).headlines] == ["Long"]


def test_elements_nested_deep_cost_no_headline() -> None:
    item = f"<item><title>Deep</title><link>https://holm.example/1</link>{'<a>' * 5_000}{'</a>' * 5_000}</item>"
    assert [each.title for each in parse(rss(item), url=None, content_type=None, now=NOW).headlines] == ["Deep"]


def test_no_entity_reaches_a_file_or_grows(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the tide tables", encoding="utf-8")
    outside = f'<!DOCTYPE rss [<!ENTITY steal SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    item = "<item><title>A</title><link>https://holm.example/1</link><description>&steal;</description></item>"
    body = rss(item).replace(b"<rss", outside.encode() + b"<rss", 1)
    feed = parse(body, url=None, content_type=None, now=NOW)
    assert "tide" not in feed.headlines[0].summary
    bomb = read_seed("rss20-entity-bomb.xml", {})
    assert bomb is not None
    assert all(len(each.summary) < 1_000 for each in bomb.headlines)


def test_a_path_is_not_opened_as_a_file() -> None:
    """feedparser opens what it takes for a file's name; it only ever sees a stream."""
    with pytest.raises(NotAFeed):
        parse(str(SEEDS / "rss20-plain.xml").encode(), url=None, content_type=None, now=NOW)


@given(st.binary(max_size=300) | st.sampled_from([rss(), b"<rss>", b'{"items": [', b"<feed", b"\xff\xfe<\x00"]))
def test_any_bytes_are_a_feed_or_refused(body: bytes) -> None:
    try:
        parse(body, url=None, content_type=None, now=NOW)
    except (BrokenFeed, NotAFeed):
        return


@given(st.data())
def test_a_feed_cut_anywhere_is_a_feed_or_refused(data: st.DataObject) -> None:
    body = (SEEDS / data.draw(st.sampled_from(sorted(n for n in GOLD if not n.startswith("ordinary"))))).read_bytes()
    cut = data.draw(st.integers(0, len(body)))
    flipped = data.draw(st.integers(0, 255))
    at = data.draw(st.integers(0, max(0, cut - 1)))
    damaged = body[:at] + bytes([flipped]) + body[at + 1 : cut]
    try:
        feed = parse(damaged, url="https://holm.example/rss", content_type=None, now=NOW)
    except (BrokenFeed, NotAFeed):
        return
    for each in feed.headlines:
        assert each.ident
        assert each.link is None or each.link.startswith("http")
        assert "\x00" not in f"{each.title}{each.summary}{each.text}"
