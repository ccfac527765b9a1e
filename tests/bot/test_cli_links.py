"""Links typed at the terminal: the whole command, and a site on loopback that the operator allowed."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.adapters.web.site import serving

if TYPE_CHECKING:
    from tests.adapters.web.site import Site

pytestmark = pytest.mark.enable_socket

ROOT = Path(__file__).parent.parent.parent

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour will close for a month | The Courier</title>
<link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour will close for a month</h1>
<p>The harbour at Sandmouth will close for a month from Monday, the town council decided last night, after part of its
outer wall gave way in the storms of January.</p>
<p>“We can't wait for the wall to fall into the sea. The repair has to be done now,” Anna Berg, the mayor, told
reporters.</p>
<p>Fishermen had asked the council to wait until the end of the season in October, when most of them are ashore.</p>
</article></body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title><link>/</link>
<item><title>Harbour will close</title><link>/story</link><pubDate>Mon, 02 Feb 2026 09:00:00 GMT</pubDate></item>
<item><title>Ferry late</title><link>/ferry</link></item></channel></rss>"""


@dataclass(frozen=True, slots=True)
class Typed:
    """What came of a command."""

    code: int | None
    out: str
    told: str


async def typed(*args: str, site: Site | None, home: Path, stdin: bytes = b"") -> Typed:
    env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "DATABASE_URL": ""}
    env |= {"STANDFIRST_ALLOW_HOSTS": site.host if site else ""}
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *args, cwd=ROOT, env=env, stdin=-1, stdout=-1, stderr=-1
    )
    out, told = await command.communicate(stdin)
    return Typed(command.returncode, out.decode(), told.decode())


async def test_a_link_is_briefed(tmp_path: Path) -> None:
    async with serving({"/story": PAGE}) as site:
        answer = await typed("brief", site.url("/story"), site=site, home=tmp_path)
    assert (answer.code, answer.told) == (0, "")
    assert answer.out.startswith("Harbour will close for a month\n")
    assert "— Anna Berg, mayor" in answer.out
    assert site.url("/story") in answer.out


async def test_links_and_files_are_answered_in_order_and_a_failure_stops_nothing(tmp_path: Path, story: str) -> None:
    file = tmp_path / "story.txt"
    file.write_text(story)
    async with serving({"/story": PAGE}) as site:
        names = [site.url("/story"), str(file), site.url("/gone"), site.url("/story")]
        answer = await typed("quotes", "--json", *names, site=site, home=tmp_path)
    assert answer.code == 2
    urls = [json.loads(line)["article"]["url"] for line in answer.out.splitlines()]
    assert urls == [site.url("/story"), None, site.url("/story")]
    assert answer.told == (
        f"standfirst: {site.url('/gone')}: 127.0.0.1 has no page at that address; check the link, or paste the text.\n"
    )


async def test_a_page_is_read_as_json(tmp_path: Path) -> None:
    async with serving({"/story": PAGE}) as site:
        answer = await typed("read", "--json", site.url("/story"), site=site, home=tmp_path)
    fields = json.loads(answer.out)
    assert set(fields) == {
        "title", "byline", "site", "url", "published", "updated", "language", "paywall", "text", "dropped",
    }  # fmt: skip
    assert fields["title"] == "Harbour will close for a month"
    assert fields["text"].startswith("The harbour at Sandmouth")


async def test_a_private_address_is_refused_where_nobody_allowed_it(tmp_path: Path) -> None:
    async with serving({"/story": PAGE}) as site:
        answer = await typed("brief", site.url("/story"), "http://localhost/", site=None, home=tmp_path)
        assert site.asked == []
    assert answer.code == 2
    assert answer.told.count("is not on the public internet") == 2


async def test_a_page_in_a_file_is_read_like_one_on_the_web(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    from_file = await typed("quotes", "--json", str(file), site=None, home=tmp_path)
    from_stdin = await typed("quotes", "--json", "-", site=None, home=tmp_path, stdin=PAGE.encode())
    assert from_file.out == from_stdin.out
    assert json.loads(from_file.out)["article"]["title"] == "Harbour will close for a month"


async def test_a_stream_of_pages(tmp_path: Path) -> None:
    lines = [
        {"id": 1, "html": PAGE, "url": "https://courier.example/story"},
        {"id": "two", "html": "<p>", "url": "https://courier.example/empty"},
        {"id": 3, "url": "https://courier.example/none"},
        {"id": 4, "html": PAGE, "url": "https://courier.example/again"},
    ]
    stdin = "\n".join(map(json.dumps, lines)).encode()
    answer = await typed("read", "--jsonl", "-", "--jobs", "2", site=None, home=tmp_path, stdin=stdin)
    first, empty, none, again = map(json.loads, answer.out.splitlines())
    assert answer.code == 0
    assert set(first) == {"id", "title", "byline", "published", "language", "paywall", "text"}
    assert (first["id"], first["language"], first["paywall"]) == (1, "en", None)
    assert first["text"] == again["text"]
    assert set(empty) == {"id", "error"}
    assert 'has no "html" that is a string' in none["error"]


async def test_a_feed_is_listed_from_its_own_address_and_from_its_sites(tmp_path: Path) -> None:
    async with serving({"/": PAGE, "/rss.xml": FEED}) as site:
        for path in ("/rss.xml", "/"):
            answer = await typed("feed", "--json", site.url(path), site=site, home=tmp_path)
            feed = json.loads(answer.out)
            assert [each["title"] for each in feed["headlines"]] == ["Harbour will close", "Ferry late"]
            assert feed["url"] == site.url("/rss.xml")
            assert feed["headlines"][0]["link"] == site.url("/story")
            assert feed["headlines"][0]["published"] == "2026-02-02T09:00:00+00:00"
        shown = await typed("feed", site.url("/rss.xml"), site=site, home=tmp_path)
        assert "• Harbour will close\n" in shown.out


async def test_feeds_are_written_as_a_list_and_read_from_one(tmp_path: Path) -> None:
    async with serving({"/": PAGE, "/rss.xml": FEED}) as site:
        written = await typed("feed", "--opml", site.url("/"), site.url("/gone"), site=site, home=tmp_path)
        assert written.code == 2
        assert f'xmlUrl="{site.url("/rss.xml")}"' in written.out
        (tmp_path / "feeds.opml").write_text(written.out)
        again = await typed("feed", "--json", str(tmp_path / "feeds.opml"), site=site, home=tmp_path)
        assert json.loads(again.out)["title"] == "The Courier"


async def test_what_is_no_list_of_feeds_is_told(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text("just words")
    answer = await typed("feed", str(tmp_path / "feeds.opml"), site=None, home=tmp_path)
    assert answer.code == 2
    assert "That is no list of feeds" in answer.told


async def test_what_is_no_feed_is_told(tmp_path: Path) -> None:
    file = tmp_path / "no.xml"
    file.write_text("just words")
    answer = await typed("feed", str(file), site=None, home=tmp_path)
    assert answer.code == 2
    assert "That is no feed" in answer.told


async def test_what_was_read_is_kept_and_asked_for_again_only_if_it_changed(tmp_path: Path) -> None:
    async with serving({"/story": PAGE}) as site:
        await typed("read", site.url("/story"), site=site, home=tmp_path)
    assert list((tmp_path / "data").rglob("standfirst.db"))


async def test_a_database_that_cannot_be_written_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder belongs")
    async with serving({"/story": PAGE}) as site:
        answer = await typed("brief", site.url("/story"), site=site, home=tmp_path)
    assert answer.code == 0
    assert answer.out.startswith("Harbour will close")
    assert "Nothing that is read will be kept." in answer.told


async def test_settings_that_cannot_be_are_told_together(tmp_path: Path) -> None:
    env = {**os.environ, "HOME": str(tmp_path), "STANDFIRST_ALLOW_HOSTS": "x", "STANDFIRST_USER_AGENTS": "y"}
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "brief", "http://a.example/", cwd=ROOT, env=env, stderr=-1
    )
    _, told = await command.communicate()
    assert command.returncode == 2
    assert b"STANDFIRST_ALLOW_HOSTS" in told
    assert b"STANDFIRST_USER_AGENTS" in told


async def test_a_digest_tells_what_can_be_read_and_says_when_the_next_comes(tmp_path: Path) -> None:
    async with serving({"/story": PAGE, "/rss.xml": FEED}) as site:
        answer = await typed("digest", "--at", "daily 08:30", site.url("/rss.xml"), site=site, home=tmp_path)
    assert answer.code == 0, answer.told
    title, *rest = answer.out.splitlines()
    assert title.endswith("1 story from 1 source")
    assert "1 Harbour will close for a month" in rest
    assert rest[-1].startswith("Next: ")
    assert rest[-1].endswith("08:30 UTC")


async def test_a_digest_without_its_words_has_nothing_new(tmp_path: Path) -> None:
    async with serving({"/story": PAGE, "/rss.xml": FEED}) as site:
        answer = await typed("digest", "--words", "crows", "--json", site.url("/rss.xml"), site=site, home=tmp_path)
    assert json.loads(answer.out)["stories"] == []


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--at", "25:00"], "That is no schedule"),
        (["--zone", "Europe/Londn"], "did you mean Europe/London"),
        (["--words", "(a"], "I can't read those words: a bracket is not closed."),
    ],
)
async def test_what_cannot_be_a_digest_is_said(tmp_path: Path, args: list[str], says: str) -> None:
    async with serving({"/rss.xml": FEED}) as site:
        answer = await typed("digest", *args, site.url("/rss.xml"), site=site, home=tmp_path)
    assert answer.code == 2
    assert says in answer.told


async def test_articles_are_put_together_by_their_ids_and_bad_lines_named(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "title": "Harbour to close", "text": "Sandmouth harbour closes after sea wall cracks."},
        {"id": 2, "title": "Crows count", "text": "Crows in Lindau learned to count aloud."},
        {"id": "c", "title": "Sandmouth harbour closed", "text": "The sea wall at Sandmouth harbour has cracks."},
    ]
    stdin = b"\n".join([*(json.dumps(each).encode() for each in lines), b"nonsense"])
    answer = await typed("cluster", "--jsonl", "-", site=None, home=tmp_path, stdin=stdin)
    assert [json.loads(line) for line in answer.out.splitlines()] == [
        {"id": "a", "story": "a"},
        {"id": 2, "story": 2},
        {"id": "c", "story": "a"},
    ]
    assert (answer.code, "Line 4 is not JSON" in answer.told) == (2, True)
