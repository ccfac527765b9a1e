"""A command comes in with an article's text, a post goes out."""

from __future__ import annotations

import pytest

from bot.commands import Brief, Quotes
from bot.errors import NotAnArticle
from bot.model import Quoted
from bot.newsdesk import answer
from summariser.model import Briefing


def test_a_briefing_has_the_points_asked_for(story: str) -> None:
    post = answer(Brief(points=1), story)
    assert isinstance(post, Briefing)
    assert len(post.points) == 1


def test_every_quotation_comes_in_order(story: str) -> None:
    post = answer(Quotes(), f"{story}\nShe added: “It is a matter of weeks before the wall goes.”\n")
    assert isinstance(post, Quoted)
    assert [quote.text[:6] for quote in post.quotes] == ["We can", "It is "]


def test_raw_offsets_index_the_input(story: str) -> None:
    text = f"Read more\r\n\r\n{story}"
    post = answer(Quotes(raw=True), text)
    assert post.article.text == text
    assert post.quotes[0].spans[0].cut(text).startswith("We can't wait")


@pytest.mark.parametrize("command", [Brief(), Quotes(), Brief(raw=True)])
def test_a_refusal_keeps_the_summarisers_words(command: Brief | Quotes) -> None:
    with pytest.raises(NotAnArticle, match="only 3 words"):
        answer(command, "Three short words")


@pytest.mark.parametrize("points", [0, 11, -1])
def test_a_briefing_of_no_points_or_too_many_cannot_be_asked_for(points: int) -> None:
    with pytest.raises(ValueError, match="1 to 10 points"):
        Brief(points=points)
