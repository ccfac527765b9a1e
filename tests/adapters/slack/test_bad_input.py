"""What cannot be briefed gets one clear sentence, to the asker alone, and leaves nothing half done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import AddressRefused, NoArticle, NotAPage, Paywalled, StandfirstError, TooBig, TooSlow
from tests.adapters.slack.conftest import LINK

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Bot


async def told_for(bot: Bot, text: str) -> str:
    """The one sentence that comes back, after which nothing stands in the channel."""
    await bot.slack.command(text)
    await bot.settled()
    assert bot.slack.posts() == []
    *progress, told = bot.slack.responses()
    assert len(progress) <= 1
    said: str = told["text"]
    return said


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            Paywalled("paper.example"),
            "paper.example asks for a subscription, so I could only read its beginning; paste",
        ),
        (
            AddressRefused("10.0.0.1"),
            "10.0.0.1 is not on the public internet, so I will not open it; give a public link",
        ),
        (NotAPage("paper.example"), "That link leads to a file without text on paper.example; link to an article"),
        (TooBig("paper.example"), "paper.example sent more than an article can be; link to a single article"),
        (TooSlow("paper.example"), "paper.example took too long to read; try again in a few minutes"),
        (NoArticle("paper.example"), "I found no article on that page of paper.example; link to a single article"),
        (RuntimeError("any"), "That failed, and the fault is mine; it is on record."),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
async def test_a_link_that_cannot_be_briefed(bot: Bot, error: StandfirstError, says: str) -> None:
    bot.articles.shelf[LINK] = error
    assert (await told_for(bot, LINK)).startswith(says)


async def test_a_text_of_three_words(bot: Bot) -> None:
    said = await told_for(bot, "Three short words")
    assert said == "It has only 3 words; give an article of at least a few sentences."


async def test_a_text_of_half_a_million_characters(bot: Bot) -> None:
    said = await told_for(bot, "The harbour will close. " * 21_000)
    assert said.startswith("That is 503,999 characters, and an article has at most 200,000; give one article")


async def test_an_article_that_is_no_longer_kept_says_so(bot: Bot) -> None:
    slack = bot.slack
    await slack.command(LINK)
    await bot.settled()
    (briefing,) = slack.posts()
    with bot.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM readings")
    await slack.press(briefing, "ask")
    await slack.until(lambda: slack.made("views.open"))
    await slack.submit(slack.made("views.open")[0]["view"], {"question": {"value": "How long?"}})
    await bot.settled()
    assert slack.posts() == [briefing]
    assert slack.responses()[-1]["text"] == "I no longer have that article; give me its link or its text again."


async def test_no_secret_and_no_article_stands_in_the_log(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    bot.articles.shelf[LINK] = RuntimeError("any")
    bot.slack.faults["chat.postMessage"].append("error is_archived")
    await bot.slack.command(LINK)
    await bot.slack.command("The harbour will close for a month from Monday, the council decided last night.")
    await bot.settled()
    assert "xoxb" not in caplog.text
    assert "harbour will close" not in caplog.text
