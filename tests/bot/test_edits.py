"""What people type behind /digest, and what they mean by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edits import Act, Change, Create, Edit, Export, Follow, Form, HowTo, ListThem, Why, parse_edit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Form()),
        ("new", Form()),
        ("help", HowTo()),
        ("LIST", ListThem()),
        ("preview 1", Act("preview", 1)),
        ("retry #12", Act("retry", 12)),
        ("add 1 paper.example, https://radio.example/feed", Follow(1, ("paper.example", "https://radio.example/feed"))),
        ("import 1 https://paper.example/all.opml", Follow(1, ("https://paper.example/all.opml",))),
        ("drop 1 paper.example", Follow(1, ("paper.example",), add=False)),
        ("set 1 stories 5", Change(1, "stories", "5")),
        ('set 1 words harbour OR "sea wall"', Change(1, "words", 'harbour OR "sea wall"')),
        ("set 1 words", Change(1, "words", "")),
        ("set 1 colour blue", HowTo()),
        ("set 1", HowTo()),
        ("export 2", Export(2)),
        ("why https://paper.example/wall", Why("https://paper.example/wall")),
        ("why 2 paper.example/wall", Why("paper.example/wall", 2)),
        (
            "weekdays 08:30 Europe/London quiet 22:00-07:00 paper.example",
            Create("weekdays 08:30 Europe/London quiet 22:00-07:00", ("paper.example",)),
        ),
        ("pause", Create("pause", ())),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, meant: Edit) -> None:
    assert parse_edit(typed) == meant


@given(
    st.text() | st.lists(st.sampled_from(["set", "why", "1", "#", "words", "a.example", "add", "export"])).map(" ".join)
)
def test_anything_that_can_be_typed_is_something(typed: str) -> None:
    assert parse_edit(typed) is not None
