"""What a digest needs is done within the bounds of the processes it is done in."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from functools import partial

from adapters.web.workers import Workers
from bot.composing import in_sections, sort_out
from bot.model import Headline
from summariser.embedding import about

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def headlines(number: int) -> list[Headline]:
    """So many, two of each story, with a whole article each."""
    found = list[Headline]()
    for each in range(number):
        chance = random.Random(each // 2)  # noqa: S311 - no secret
        words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randrange(3, 9))) for _ in range(150)]
        text = " ".join(words).capitalize()
        link = f"https://paper{each % 2}.example/{each}"
        found.append(Headline(text[:60], link, link, NOW - timedelta(minutes=each), text=f"{text}. {text}."))
    return found


async def test_a_thousand_headlines_are_put_together_and_told_by_topic() -> None:
    fresh = headlines(1_000)
    with Workers(1, roomy=True) as roomy:
        groups = await roomy.run(partial(sort_out, fresh[:500], fresh[500:]))
        assert len(groups) == 250
        texts = ["A late header sent the Rovers into the football cup final.", "It rained."] * 250
        assert await roomy.run(partial(about, ["football"], texts)) == [{"football"}, set()] * 250
        assert await roomy.run(partial(in_sections, [])) == []
