"""`standfirst check` says whether the model can be used, and what to do if not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from adapters.openai_model.checkup import findings, offered
from bot.errors import (
    KeyRefused,
    ModelError,
    ModelFailing,
    ModelsUnlisted,
    ModelTooSlow,
    ModelUnreachable,
    NotAModelServer,
)
from tests.peers.openai.server import EVERYTHING

if TYPE_CHECKING:
    from tests.adapters.openai_model.conftest import Room


async def said(room: Room, **changes: Any) -> list[tuple[bool | None, str]]:  # noqa: ANN401 - of each field's type
    return [(each.well, each.says) async for each in findings(room.settings(**changes))]


async def test_what_the_server_lists_is_offered_in_order(room: Room) -> None:
    room.server.models = ("b", "a", "c")
    assert await offered(room.settings()) == ("a", "b", "c")


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("401", KeyRefused),
        ("403", KeyRefused),
        ("404", ModelsUnlisted),
        ("404 page", ModelsUnlisted),
        ("404 model", ModelsUnlisted),
        ("405", ModelsUnlisted),
        ("200 page", NotAModelServer),
        ("200 list", ModelsUnlisted),
        ("200 other", ModelsUnlisted),
        ("503", ModelFailing),
        ("endless", ModelFailing),
        ("drop", ModelUnreachable),
    ],
)
async def test_a_server_that_offers_nothing_is_told_why(room: Room, fault: str, kind: type[ModelError]) -> None:
    room.server.faults.append(fault)
    with pytest.raises(ModelError) as raised:
        await offered(room.settings())
    assert type(raised.value) is kind


async def test_a_bare_list_is_read_too(room: Room) -> None:
    room.server.faults.append("200 models")
    assert await offered(room.settings()) == ("model-8", "model-9")


async def test_an_ordinary_web_site_is_said_to_be_none_and_nothing_else(room: Room) -> None:
    room.server.faults.append("200 page")
    ((well, told),) = await said(room)
    assert not well
    assert told.startswith("What answers at OPENAI_BASE_URL is not a server of language models")


async def test_a_server_that_does_not_say_in_time_is_given_up(room: Room) -> None:
    room.server.faults.append("hang")
    with pytest.raises(ModelTooSlow):
        await offered(room.settings(deadline=0.3))


async def test_what_is_well_is_said_to_be(room: Room) -> None:
    assert await said(room) == [
        (True, "The server answers and takes OPENAI_API_KEY, and lists model-1, model-2."),
        (True, "model-1 answers: the server holds it to the form of an answer."),
    ]


async def test_of_many_models_a_few_are_named(room: Room) -> None:
    room.server.models = tuple(f"model-{number}" for number in range(1, 9))
    (_, first), _ = await said(room)
    assert first.endswith("lists model-1, model-2, model-3, model-4, model-5 and 3 more.")


@pytest.mark.parametrize(
    ("refuses", "how"),
    [({"schema"}, "the server holds it to JSON, and"), ({"schema", "json"}, "the form of an answer is told in words")],
)
async def test_how_the_model_is_asked_is_said(room: Room, refuses: set[str], how: str) -> None:
    room.server.takes = EVERYTHING - refuses
    assert (await said(room))[-1][1].startswith(f"model-1 answers: {how}")


async def test_without_a_key_none_is_said_to_be_taken(room: Room) -> None:
    room.server.key = None
    assert (await said(room, key=None))[0] == (True, "The server answers, and lists model-1, model-2.")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"key": "sk-old"}, "does not take the key, or not for this model; set OPENAI_API_KEY"),
        ({"base_url": "http://127.0.0.1:9/v1"}, "could not be reached, or cut the connection; check the network"),
    ],
)
async def test_what_stops_everything_is_told_alone(room: Room, changes: dict[str, str], says: str) -> None:
    ((well, told),) = await said(room, **changes)
    assert not well
    assert says in told


async def test_a_model_that_is_not_there_is_told_with_those_of_like_names(room: Room) -> None:
    (_, (well, told)) = await said(room, name="model1")
    assert not well
    assert told.endswith("one that `standfirst models` lists. Did you mean model-1 or model-2?")


async def test_a_model_that_is_not_chosen_is_told_with_those_there_are(room: Room) -> None:
    (first, second) = await said(room, name="")
    assert first[1].endswith("lists model-1, model-2.")
    assert second == (
        False,
        "No language model is chosen; set STANDFIRST_MODEL to one that `standfirst models` lists.",
    )


async def test_a_server_that_lists_nothing_may_answer_all_the_same(room: Room) -> None:
    room.server.faults.append("404")
    assert await said(room) == [
        (True, "The server answers, but does not list its models."),
        (True, "model-1 answers: the server holds it to the form of an answer."),
    ]


async def test_a_model_that_keeps_to_no_form_is_found(room: Room) -> None:
    room.server.faults.extend(["", "prose", "prose", "prose"])
    assert (await said(room))[-1] == (
        False,
        (
            "The language model did not answer in the form it was asked for; try again, or set STANDFIRST_MODEL to a "
            "stronger model."
        ),
    )
