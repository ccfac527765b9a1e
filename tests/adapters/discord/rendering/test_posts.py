"""Post -> Components V2 or embeds: what it looks like, and that Discord would take whatever there is to show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.rendering.escaping import escaped, linked, safe_link
from adapters.discord.rendering.layouts import buttons_below, container, embed, mark
from adapters.discord.rendering.posts import Surroundings, messages, text
from adapters.plain import plain
from adapters.wording import quoted_paragraphs
from bot.answering import answer
from bot.commands import Brief
from bot.model import Digest, Linked, Notice, Quoted, Story
from summariser.answers import answer as find_answer
from summariser.model import Article, Briefing
from summariser.reading import read_text
from tests.peers.discord.checks import COMPONENTS_V2, problems
from tests.samples import HOSTILE, posts, quoteds

if TYPE_CHECKING:
    from bot.model import Post

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
LIVE = [
    "@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</brief:1>", "<t:1:R>", "<:x:1>", "<id:browse>",
    "https://evil.example/", "steam://run/1", "discord://-/x", "discord.gg/abc", "discord.com/invite/abc", "dsc.gg/x",
    "[safe](https://evil.example)", "[safe](javascript:alert)", "**b**", "*i*", "__u__", "~~s~~", "||spoiler||",
    "`code`", "```py\nx\n```", "# heading", "-# small", "- item", "1. item", "* item", "+ item", "> quote", ">>> quote",
    ":tada:", "\\*", "\\\\@everyone",
]  # fmt: skip


def briefing(story: str) -> Briefing:
    post = answer(Brief(), story)
    assert isinstance(post, Briefing)
    return post


def payload(post: Post, **where: bool) -> list[dict[str, Any]]:
    """Each of its messages, as it would be sent."""
    return [
        {"components": [container(message, mark("key")).to_component_dict()], "flags": COMPONENTS_V2}
        for message in messages(post, Surroundings(**where))
    ]


def labels(post: Post, **where: bool) -> list[str]:
    (*_, last) = messages(post, Surroundings(**where))
    return [each.label for each in last.buttons]


def shown(markdown: str) -> str:
    """What a person sees of foreign text that was escaped."""
    return ESCAPE.sub(r"\1", markdown)


def unspaced(said: str) -> str:
    return re.sub(r"[\s\ufffd]", "", plain(said))


def test_a_translation_stands_below_its_quotation_and_is_marked_as_one(story: str) -> None:
    made = answer(Brief(), story)
    assert isinstance(made, Briefing)
    (message,) = messages(replace(made, language="de", translations=("Wir warten nicht.",)))
    said = shown(text([message])).splitlines()
    assert said[said.index("-# In German, by a machine: Wir warten nicht.") - 1].startswith("— ")


def test_a_briefing_reads_from_headline_to_buttons(story: str) -> None:
    article = replace(read_text(story).article, url="https://paper.example/harbour", site="The Courier")
    (message,) = messages(replace(briefing(story), article=article))
    head, points, quote, checks = message.parts
    assert shown(head.text).startswith("### Harbour will close for a month, mayor says\n-# The Courier · ")
    assert head.beside
    assert (head.beside.label, head.beside.opens) == ("Read", "https://paper.example/harbour")
    assert all(line.startswith("- ") for line in points.text.splitlines())
    said, who = quote.text.splitlines()
    assert said == "> “We can't wait for the wall to fall into the sea. The repair has to be done now.”"
    assert who.startswith("— Anna Berg, ")
    assert checks.text.startswith("-# ")
    assert [each.label for each in message.buttons] == ["Ask", "Open a thread", "Good", "Bad"]


def test_the_stripe_carries_the_number_by_which_the_post_is_known_again(story: str) -> None:
    (sent,) = payload(briefing(story))
    (frame,) = sent["components"]
    assert frame["id"] == mark("key") != mark("another key")
    assert frame["accent_color"]


def test_buttons_are_those_that_make_sense_where_the_post_stands(story: str) -> None:
    post = replace(briefing(story), further=3)
    assert labels(post) == ["More quotes (3)", "Ask", "Open a thread", "Good", "Bad"]
    assert labels(post, threads=False) == ["More quotes (3)", "Ask", "Good", "Bad"]
    assert labels(post, private=True) == ["More quotes (3)", "Ask", "Share with the channel"]


def test_two_stories_with_the_same_text_are_no_reason_to_refuse_a_digest(story: str) -> None:
    twice = (Story(briefing(story)), Story(briefing(story)))
    (sent,) = payload(Digest("Morning", "UTC", datetime(2026, 11, 23, tzinfo=UTC), twice, 2))
    assert problems("message", sent) == []


def test_what_the_article_does_not_say_is_said_so(story: str) -> None:
    assert text(messages(find_answer("Who won the cup?", [Article(story)]))) == "The article doesn’t say."


@given(posts, st.booleans())
def test_discord_would_take_every_message_of_any_post(post: Post, private: bool) -> None:
    sent = payload(post, private=private)
    assert sent
    assert [problem for each in sent for problem in problems("message", each)] == []


@given(posts)
def test_discord_would_take_every_message_as_an_embed_too(post: Post) -> None:
    for message in messages(post):
        rows = [
            {"type": 1, "components": [each.to_component_dict() for each in row]}
            for row in buttons_below(message, mark("key"))
        ]
        assert problems("message", {"embeds": [embed(message).to_dict()], "components": rows}) == []


@given(quoteds())
def test_no_letter_of_a_quotation_is_lost(post: Quoted) -> None:
    said = unspaced(shown(text(messages(post))).replace("\n> ", "\n").removeprefix("> "))
    at = 0
    for quote in post.quotes:
        for paragraph in quoted_paragraphs(quote):
            at = said.index(unspaced(paragraph), at) + len(unspaced(paragraph))


@pytest.mark.parametrize("foreign", sorted({*LIVE, *HOSTILE}))
def test_foreign_text_is_shown_as_it_stands_and_does_nothing(foreign: str) -> None:
    safe = escaped(foreign)
    assert shown(safe) == plain(foreign)
    bare = ESCAPE.sub("\x00", safe)  # what Discord still looks at, each escaped character away
    assert not re.search(r"[`*_~|<>\[\]()#@]|\w+://|://|discord\.|dsc\.gg|^\s*[-+] |^\s*\d+\. ", bare, re.MULTILINE)
    assert "\\" not in bare


@given(st.text())
def test_any_text_is_shown_as_it_stands(foreign: str) -> None:
    assert shown(escaped(foreign)) == plain(foreign)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "steam://run/1", "https://a b", "//x", "", "https://x>y", None])
def test_only_addresses_of_the_web_are_links(url: str | None) -> None:
    assert safe_link(url) is None
    assert linked("Read", url) == "Read"


def test_a_link_cannot_end_early() -> None:
    assert linked("a]b", "https://x.example/)>(") == "a\\]b"
    assert linked("a]b", "https://x.example/a)b(c") == "[a\\]b](<https://x.example/a%29b%28c>)"


def test_links_lead_to_their_articles_and_unsafe_ones_nowhere() -> None:
    post = Linked((("They *go*", "https://paper.example/a"), ("Bad", "javascript:alert")))
    assert text(messages(post)) == "**[They \\*go\\*](<https://paper.example/a>)**\n\n**Bad**"


def test_a_notice_is_its_sentence() -> None:
    assert text(messages(Notice("Give a link."))) == "Give a link."
