"""A command comes in with an article's text, a post goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering import answer, answer_link
from bot.commands import Brief, Quotes, Read
from bot.errors import NotAnArticle, NotFound, Paywalled
from bot.model import Quoted
from summariser.model import Article, Briefing
from summariser.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ports import Answer


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
    assert isinstance(post, Quoted)
    assert post.article.text == text
    assert post.quotes[0].spans[0].cut(text).startswith("We can't wait")


@pytest.mark.parametrize("command", [Brief(), Quotes(), Brief(raw=True)])
def test_a_refusal_keeps_the_summarisers_words(command: Brief | Quotes) -> None:
    with pytest.raises(NotAnArticle, match="only 3 words"):
        answer(command, "Three short words")


def test_an_article_is_given_as_it_was_read(story: str) -> None:
    post = answer(Read(), f"{story}\nSign up to our newsletter for the best of our journalism.\n")
    assert isinstance(post, Reading)
    assert post.article.text.endswith("in October.")
    assert len(post.dropped) == 1


class Shop:
    """Articles from a table, and nowhere else to think: the ports' fakes."""

    def __init__(self, **articles: Article) -> None:
        self.articles = articles

    async def read(self, link: str, *, raw: bool = False) -> Reading:
        del raw
        if link not in self.articles:
            raise NotFound(link)
        return Reading(self.articles[link])

    async def run(self, work: Callable[[], Answer]) -> Answer:
        return work()


async def test_a_link_is_briefed_from_its_article(story: str) -> None:
    shop = Shop(a=Article(story, url="https://courier.example/a"))
    post = await answer_link(Brief(), "a", shop, shop)
    assert isinstance(post, Briefing)
    assert post.article.url == "https://courier.example/a"


async def test_the_failure_of_a_link_is_passed_on() -> None:
    shop = Shop()
    with pytest.raises(NotFound):
        await answer_link(Brief(), "a", shop, shop)


async def test_the_opening_that_a_paywall_shows_is_not_briefed_as_if_it_were_all(story: str) -> None:
    shop = Shop(short=Article(story, site="The Courier", paywall=True), long=Article(story * 4, paywall=True))
    with pytest.raises(Paywalled, match="The Courier asks for a subscription"):
        await answer_link(Brief(), "short", shop, shop)
    assert isinstance(await answer_link(Brief(), "long", shop, shop), Briefing)
    assert isinstance(await answer_link(Read(), "short", shop, shop), Reading)


@pytest.mark.parametrize("points", [0, 11, -1])
def test_a_briefing_of_no_points_or_too_many_cannot_be_asked_for(points: int) -> None:
    with pytest.raises(ValueError, match="1 to 10 points"):
        Brief(points=points)
