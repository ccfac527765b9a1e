"""Lists of feeds, in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.feeds.opml import Outline, read_opml, write_opml
from bot.errors import NotOpml

LIST = b"""<?xml version="1.0"?><opml version="1.0"><body>
<outline text="Coast"><outline text="Ferries &amp; harbours">
<outline type="rss" text="Holm &eacute;t&eacute; & more" xmlUrl="https://holm.example/rss" htmlUrl="https://holm.example/"/>
</outline></outline><outline xmlurl="https://skerry.example/feed"/>
<outline text="Again" xmlUrl="https://holm.example/rss"/><outline text="Not a feed" xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def test_folders_are_kept_and_each_feed_is_named_once() -> None:
    assert read_opml(LIST) == (
        Outline(
            "Holm été & more", "https://holm.example/rss", "https://holm.example/", ("Coast", "Ferries & harbours")
        ),
        Outline("https://skerry.example/feed", "https://skerry.example/feed"),
    )


@pytest.mark.parametrize("body", [b"", b"{}", b"<rss/>", b"\x00\xff", b"<opm"])
def test_what_is_no_list_is_refused_in_a_sentence(body: bytes) -> None:
    with pytest.raises(NotOpml):
        read_opml(body)


def test_folders_as_deep_as_somebody_pleases_are_read() -> None:
    deep = b'<outline text="a">' * 200 + b'<outline xmlUrl="https://holm.example/rss"/>' + b"</outline>" * 200
    (only,) = read_opml(b"<opml><body>" + deep + b"</body></opml>")
    assert len(only.folders) == 200


NAMES = st.text(alphabet=st.characters(categories=["L", "N", "P"], exclude_characters="&<"), min_size=1, max_size=12)


@given(
    st.lists(
        st.builds(Outline, NAMES, NAMES.map(lambda n: f"https://{n}"), folders=st.lists(NAMES, max_size=3).map(tuple)),
        unique_by=lambda o: o.feed,
    )
)
def test_a_list_that_was_written_is_read_again(outlines: list[Outline]) -> None:
    again = read_opml(write_opml(outlines, "Mine"))
    assert {(o.title, o.feed, o.folders) for o in again} == {(o.title, o.feed, o.folders) for o in outlines}
