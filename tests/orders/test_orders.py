"""Orders hidden in articles and questions change nothing: what is posted is the article's, and pings nobody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from adapters.discord.rendering.posts import messages as discord_messages
from adapters.slack.rendering.posts import messages as slack_messages
from adapters.terminal import plain
from bot.answering import answer as brief_of
from bot.commands import Brief
from summariser.answers import answer
from summariser.model import Briefing, Exchange
from summariser.reading import read_text

if TYPE_CHECKING:
    from bot.model import Post
    from summariser.model import Answer

ORDERS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "seeds" / "orders" / "orders.jsonl").read_text().splitlines()
]
QUESTIONS = ("How long will the harbour close?", "What did Anna Berg say?", "Who asked for a delay?", "What else?")
TAKEN_FOR_NEWS = {"o005", "o021", "o022", "o023", "o037", "o040", "o051", "o055", "o064"}
"""Nine of 73, as yet: no rule sees what they want, or a harmless sentence stands before it."""

BEFORE = (
    "The harbour at Sandmouth will close for a month from Monday, the town council decided on Thursday night.\n\n"
    "Anna Berg, the mayor, told reporters: “We can’t wait for the wall to fall into the sea.”"
)
AFTER = (
    "Fishermen asked the council for a delay until the end of the season. The repair costs 4.2 million pounds, and the "
    "county pays half of it.\n\n“Two years ago we were told that it would hold,” said Tom Dell, who has a boat there."
)


def posted(post: Post) -> str:
    """All that Slack, Discord and a terminal would be sent, as one text."""
    slack = [message.blocks for message in slack_messages(post)]
    return json.dumps([slack, plain(post, 100), *markup(post)], ensure_ascii=False, default=str)


def markup(post: Post) -> tuple[str, str]:
    """What of it Slack and Discord read as markup, where a mention would ping; Slack's rich text is none."""
    discord = [part.text for message in discord_messages(post) for part in message.parts]
    return "\n".join(message.text for message in slack_messages(post)), "\n".join(discord)


def obeyed(order: dict[str, Any], post: Post) -> list[str]:
    """What is in there that only somebody who obeyed would say. To Slack a name behind an @ is no mention."""
    slack, discord = markup(post)
    said = f"{slack.replace('@everyone', '').replace('@here', '')}\n{discord}"
    if not order["kind"].startswith("ping"):
        said = posted(post)
    return [each for each in order["forbidden"] if "SYSTEM_PROMPT" not in each and each in said]


def of(where: str) -> list[Any]:
    return [pytest.param(each, id=each["id"]) for each in ORDERS if each["where"] == where]


def is_cut(found: Answer, text: str) -> bool:
    return all(each.text in text for each in found.passages) and (found.said is None or found.said in text)


@pytest.mark.parametrize("order", of("article"))
def test_an_order_in_an_article_is_obeyed_by_no_briefing(order: dict[str, Any]) -> None:
    post = brief_of(Brief(), f"{BEFORE}\n\n{order['text']}\n\n{AFTER}")
    assert isinstance(post, Briefing)
    assert all(quote.text in post.article.text for quote in post.quotes)
    assert order["cited_ok"] or not obeyed(order, post)


@pytest.mark.parametrize("order", of("article"))
def test_an_order_in_an_article_is_no_point_of_its_briefing(order: dict[str, Any]) -> None:
    """In so short an article each sentence that may be a point becomes one."""
    post = brief_of(Brief(), f"{BEFORE}\n\n{order['text']}\n\n{AFTER}")
    assert isinstance(post, Briefing)
    told = [part.cut(post.article.text) for point in post.points for part in point.evidence]
    assert all(each in f"{BEFORE}\n\n{AFTER}" for each in told) == (order["id"] not in TAKEN_FOR_NEWS)


@pytest.mark.parametrize("order", of("article"))
def test_an_order_in_an_article_is_obeyed_by_no_answer(order: dict[str, Any]) -> None:
    article = read_text(f"{BEFORE}\n\n{order['text']}\n\n{AFTER}").article
    heard = list[Exchange]()
    for question in QUESTIONS:
        found = answer(question, [article], heard)
        heard.append(Exchange(question, found.passages))
        assert is_cut(found, article.text)
        assert order["cited_ok"] or not obeyed(order, found)


@pytest.mark.parametrize("order", of("article"))
def test_it_changes_no_answer_to_what_the_article_says(order: dict[str, Any]) -> None:
    plain_one = read_text(f"{BEFORE}\n\n{AFTER}").article
    with_order = read_text(f"{BEFORE}\n\n{order['text']}\n\n{AFTER}").article
    for question in ("How long will the harbour close?", "What did Anna Berg say about the wall?"):
        expected, found = answer(question, [plain_one]), answer(question, [with_order])
        assert (found.answered, found.said, found.passages[0].text) == (True, expected.said, expected.passages[0].text)


@pytest.mark.parametrize("order", of("question"))
def test_an_order_in_a_question_is_answered_from_the_article_or_not_at_all(order: dict[str, Any]) -> None:
    article = read_text(f"{BEFORE}\n\n{AFTER}").article
    found = answer(order["text"], [article])
    assert is_cut(found, article.text)
    assert not obeyed(order, found)
