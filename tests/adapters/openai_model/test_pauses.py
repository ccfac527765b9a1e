"""Between two attempts there is a pause: as long as the server asks for, if there is time for that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.openai_model.pauses import asked_for, before_next
from bot.errors import ModelFailing, ModelLimited
from tests.adapters.openai_model.conftest import NOW, PROMPT, Room
from tests.peers.openai.server import ANSWER

if TYPE_CHECKING:
    from adapters.openai_model.model import OpenAIModel


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3", 3.0),
        ("0.25", 0.25),
        ("0", 0.0),
        ("-1", 0.0),
        ("Fri, 27 Nov 2026 08:30:30 GMT", 30.0),
        ("Fri, 27 Nov 2026 08:30:30 -0000", 30.0),
        ("Fri, 27 Nov 2026 09:30:30 +0100", 30.0),
        ("Fri, 27 Nov 2026 08:00:00 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("", None),
    ],
)
def test_what_a_server_asks_for_is_read_in_each_form_it_may_have(value: str, seconds: float | None) -> None:
    assert asked_for({"retry-after": value}, NOW) == seconds


def test_milliseconds_are_finer_and_win() -> None:
    assert asked_for({"retry-after": "2", "retry-after-ms": "1250"}, NOW) == 1.25


@given(st.text())
def test_no_header_raises(value: str) -> None:
    asked = asked_for({"retry-after": value, "retry-after-ms": value}, NOW)
    assert asked is None or asked >= 0


def test_each_pause_is_twice_the_one_before_it_with_chance_around() -> None:
    assert [before_next(1, None, chance) for chance in (0.0, 0.5, 1.0)] == [0.25, 0.5, 0.75]
    assert [before_next(2, None, chance) for chance in (0.0, 0.5, 1.0)] == [0.5, 1.0, 1.5]


@pytest.mark.parametrize("asked", [0.0, 0.25, 3.0, 30.0])
@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_a_pause_is_never_shorter_than_what_was_asked_for(asked: float, chance: float) -> None:
    assert asked <= before_next(1, asked, chance) <= asked + 1


@pytest.mark.parametrize(
    ("retry_after", "pauses"),
    [
        ("3", [3.5, 3.5]),
        ("0.25", [0.375, 0.375]),
        ((NOW + timedelta(seconds=5)).strftime("%a, %d %b %Y %H:%M:%S GMT"), [5.5, 5.5]),
        ("", [0.5, 1.0]),
    ],
    ids=["whole seconds", "a fraction", "a date", "none"],
)
@pytest.mark.parametrize("fault", ["429", "503"])
async def test_the_server_is_asked_again_after_the_pause_it_asks_for(
    room: Room, model: OpenAIModel, fault: str, retry_after: str, pauses: list[float]
) -> None:
    room.server.retry_after = retry_after
    room.server.faults.extend([fault] * 2)
    assert (await model.complete(PROMPT)).fields == ANSWER
    assert room.clock.pauses == pauses


@pytest.mark.parametrize("retry_after", ["60", "Fri, 27 Nov 2026 09:00:00 GMT"])
async def test_a_pause_for_which_there_is_no_time_is_not_begun(
    room: Room, model: OpenAIModel, retry_after: str
) -> None:
    room.server.retry_after = retry_after
    room.server.faults.append("429")
    with pytest.raises(ModelLimited) as raised:
        await model.complete(PROMPT)
    assert raised.value.after in {60.0, 1800.0}
    assert (room.clock.pauses, len(room.server.asked())) == ([], 1)


async def test_a_server_that_fails_for_longer_than_there_is_time_is_not_waited_for(room: Room) -> None:
    room.server.faults.append("503")
    async with room.model(deadline=0.4) as model:
        with pytest.raises(ModelFailing):
            await model.complete(PROMPT)
    assert room.clock.pauses == []


def test_now_is_aware() -> None:
    from adapters.openai_model.pauses import Timing  # noqa: PLC0415 - the real one is of use here only

    assert Timing().now().tzinfo is UTC
    assert Timing().now() > datetime(2026, 1, 1, tzinfo=UTC)
