"""Post -> Block Kit: what it looks like, and that Slack would take whatever there is to show."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from adapters.plain import plain
from adapters.slack.rendering.escaping import escaped, safe_link
from adapters.slack.rendering.posts import Surroundings, messages
from adapters.wording import quoted_paragraphs
from bot.answering import answer
from bot.commands import Brief
from bot.model import Linked, Notice, Quoted
from summariser.answers import answer as find_answer
from summariser.model import Answer, Article, Briefing, Point, Quote, Span, Speaker
from summariser.reading import read_text
from tests.peers.slack.checks import message_problems
from tests.samples import HOSTILE, briefings, posts, quoteds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Post

ACTIVE = re.compile(r"<[^>]*>")


def briefing(story: str) -> Briefing:
    post = answer(Brief(), story)
    assert isinstance(post, Briefing)
    return post


def shown(post: Post) -> list[Any]:
    return [block for message in messages(post) for block in message.blocks]


def texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    """All that is written in a part of a message, in the order in which it is read."""
    if isinstance(part, list | tuple):
        for each in part:
            yield from texts(each)
    elif isinstance(part, dict):
        for name, each in part.items():
            if name == "text" and isinstance(each, str):
                yield each
            else:
                yield from texts(each)


def unspaced(text: str) -> str:
    """What is left without white space, and without what stands for controls, of which some are white space."""
    return re.sub(r"[\s\ufffd]", "", plain(text))


def of_kind(part: Any, kind: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of any shape
    if isinstance(part, list | tuple):
        for each in part:
            yield from of_kind(each, kind)
    elif isinstance(part, dict):
        if part.get("type") == kind:
            yield part
        for each in part.values():
            yield from of_kind(each, kind)


def test_a_briefing_reads_from_headline_to_buttons(story: str) -> None:
    (message,) = messages(briefing(story))
    kinds = [block["type"] for block in message.blocks]
    assert kinds == ["rich_text", "context", "rich_text", "rich_text", "context", "actions", "context_actions"]
    assert next(texts(message.blocks)) == "Harbour will close for a month, mayor says"
    (quote,) = of_kind(message.blocks, "rich_text_quote")
    assert [*texts(quote)] == ["“We can't wait for the wall to fall into the sea. The repair has to be done now.”"]
    assert "— Anna Berg, the mayor" in [*texts(message.blocks)] or "— Anna Berg, mayor" in [*texts(message.blocks)]
    assert message.text.startswith("Harbour will close for a month, mayor says. ")


def test_the_headline_leads_to_the_article_and_to_nowhere_else(story: str) -> None:
    post = answer(Brief(), story)
    assert isinstance(post, Briefing)
    linked = Briefing(
        Article(story, url="https://paper.example/a"), post.headline, post.points, post.quotes, post.checks
    )
    assert [each["url"] for each in of_kind(shown(linked), "link")] == ["https://paper.example/a"]


def test_more_quotes_are_offered_only_where_there_are_more(story: str) -> None:
    post = briefing(story)
    assert [each["text"]["text"] for each in of_kind(shown(post), "button")] == ["Ask"]
    more = Briefing(post.article, post.headline, post.points, post.quotes, post.checks, further=3)
    assert [each["text"]["text"] for each in of_kind(shown(more), "button")] == ["More quotes (3)", "Ask"]


def test_what_one_person_sees_can_be_shared_and_is_not_judged(story: str) -> None:
    (message,) = messages(briefing(story), Surroundings(private=True))
    assert [each["text"]["text"] for each in of_kind(message.blocks, "button")] == ["Ask", "Share with the channel"]
    assert not [*of_kind(message.blocks, "feedback_buttons")]


def test_a_translation_stands_below_its_quotation_and_is_marked_as_one(story: str) -> None:
    (message,) = messages(replace(briefing(story), language="de", translations=("Wir warten nicht.",)))
    said = [*texts(message.blocks)]
    assert said[said.index("In German, by a machine: Wir warten nicht.") - 1].startswith("— ")


def test_an_answer_is_the_passage_and_where_it_stands(story: str) -> None:
    article = replace(read_text(story).article, site="The Courier")
    (message,) = messages(find_answer("When will the harbour close?", [article]))
    assert [*texts(message.blocks)] == [
        "From Monday.",
        "The harbour at Sandmouth will close for a month from Monday, the town council decided last night.",
        "— The Courier",
    ]


def test_what_the_article_does_not_say_is_said_so(story: str) -> None:
    (message,) = messages(find_answer("Who won the cup?", [Article(story)]))
    assert [*texts(message.blocks)] == ["The article doesn’t say."]


@given(posts)
def test_slack_would_take_every_message_of_any_post(post: Post) -> None:
    for private in (False, True):
        for message in messages(post, Surroundings(private=private)):
            assert message_problems([*message.blocks]) == []
            assert 0 < len(message.text) <= 3_000


@given(posts)
def test_nothing_in_a_post_calls_anybody_or_is_a_mark_of_slacks(post: Post) -> None:
    for message in messages(post):
        assert not ACTIVE.search(message.text)
        for block in message.blocks:
            for kind in ("mrkdwn", "user", "usergroup", "broadcast", "channel", "emoji", "markdown"):
                assert not [*of_kind(block, kind)]


@given(briefings())
def test_a_briefing_links_only_to_its_article(post: Briefing) -> None:
    links = {each["url"] for each in of_kind(shown(post), "link")}
    assert links <= {post.article.url}


@given(quoteds())
def test_every_quotation_is_there_whole_and_in_its_place(post: Quoted) -> None:
    """Pieces of a long one are put together again, less the white space between them."""
    written = "".join(texts([*of_kind(shown(post), "rich_text_quote")]))
    expected = "".join(unspaced(paragraph) for quote in post.quotes for paragraph in quoted_paragraphs(quote))
    assert unspaced(written) == expected


@given(briefings())
def test_every_point_is_there_whole_and_in_its_place(post: Briefing) -> None:
    written = "".join(texts([*of_kind(shown(post), "rich_text_list")]))
    expected = "".join(unspaced(point.text) for point in post.points)
    assert unspaced(written) == expected


def test_a_quotation_longer_than_a_message_goes_on_in_the_next() -> None:
    text = "We will not wait for it. " * 1_200
    quote = Quote(Article(text), (Span(0, len(text)),), "direct", Speaker("Ann Lee", "mayor"), credited=True)
    parts = messages(Quoted(Article(text), (quote,)))
    assert len(parts) == 3
    for part in parts[:-1]:
        ends = [*texts([*of_kind(part.blocks, "rich_text_quote")])]
        assert all(each.endswith(".") for each in ends), "cut inside a sentence"
    assert "— Ann Lee, mayor" in [*texts(parts[-1].blocks)]


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_has_no_mark_of_slacks(text: str) -> None:
    assert not re.search(r"[<>]", escaped(text))
    assert not re.search(r"&(?!amp;|lt;|gt;)", escaped(text))


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "slack://channel?id=C1", "mailto:a@b.example", "https://a.example/|x",
        "https://a.example/>x", "https://a.example/ x", "//a.example", "https:///a", "https://[a", "ftp://a.example",
        "https://a.example/" + "a" * 3_000,
    ],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_an_address_of_the_web_is_a_link() -> None:
    assert safe_link("https://a.example/b?c=d&e#f") == "https://a.example/b?c=d&e#f"


def test_links_lead_to_their_articles_and_unsafe_ones_nowhere() -> None:
    (message,) = messages(Linked((("They go", "https://paper.example/a"), ("Bad", "javascript:alert(1)"))))
    good, bad = (block["elements"][0]["elements"][0] for block in message.blocks)
    assert (good["text"], good["url"]) == ("They go", "https://paper.example/a")
    assert (bad["type"], bad["text"]) == ("text", "Bad")


def test_a_notice_is_its_sentence() -> None:
    (message,) = messages(Notice("Give a <link> & go."))
    assert message.text == "Give a &lt;link&gt; &amp; go."
    assert [*texts(message.blocks)] == ["Give a <link> & go."]


def test_an_answer_from_several_articles_names_each() -> None:
    one, two = Article("The pier is red.", site="A"), Article("The pier is blue.", site="B")
    both = find_answer("What colour is the pier?", [one, two])
    assert isinstance(both, Answer)
    assert {passage.article.site for passage in both.passages} <= {"A", "B"}


def test_a_point_that_fills_a_message_is_cut_behind_a_sentence() -> None:
    text = "The council decided it at night. " * 500
    post = Briefing(Article(text), "Night", (Point(text, (Span(0, 1),)),), (), answer(Brief(), text).checks)  # type: ignore[union-attr]  # a briefing has them
    lists = [*of_kind(shown(post), "rich_text_list")]
    assert len(lists) > 1
    assert all("".join(texts(each)).endswith(".") for each in lists)
