"""What comes is read strictly, and nothing that comes raises."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.openai_model.answers import answer, strictly
from adapters.openai_model.failures import Failed, failure
from adapters.openai_model.received import Received
from bot.errors import ModelUnsuited, NoSuchModel
from summariser.ports import Reply
from tests.adapters.openai_model.conftest import NOW

ASKED = {"model": "m", "messages": [{"role": "user", "content": "hello"}]}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
OBJECT = '{"word": "harbour", "n": 1}'


@pytest.mark.parametrize(
    "text",
    [
        OBJECT,
        f"  {OBJECT}\n",
        f"```\n{OBJECT}\n```",
        f"```json\n{OBJECT}\n```\n",
        f"```JSON {OBJECT}```",
    ],
)
def test_one_object_is_taken_bare_or_in_one_fence(text: str) -> None:
    assert strictly(text) == {"word": "harbour", "n": 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "harbour",
        '"harbour"',
        "[1]",
        "null",
        f"{OBJECT} {OBJECT}",
        f"Sure! {OBJECT}",
        f"{OBJECT} Sure!",
        f"Sure!\n```json\n{OBJECT}\n```",
        f"```json\n{OBJECT}\n```\nSure!",
        f"```\n{OBJECT}\n```\n```\n{OBJECT}\n```",
        f"```python\n{OBJECT}\n```",
        f"<think>so</think>{OBJECT}",
        "{'word': 'harbour'}",
        '{"word": NaN}',
        '{"word": Infinity}',
        '{"word": "harbour",}',
        OBJECT[:-1],
        "{" * 100_000,
        '{"a": ' + "[" * 100_000,
        '{"b": ' + "[" * 500 + "]" * 500 + "}",
        '{"a": ' * 500 + "1" + "}" * 500,
        '{"n": ' + "9" * 10_000 + "}",
    ],
    ids=lambda text: text[:40],
)
def test_anything_else_is_nothing(text: str) -> None:
    assert strictly(text) is None


@given(st.text() | JSON.map(json.dumps))
def test_no_words_of_a_model_raise(text: str) -> None:
    found = strictly(text)
    assert found is None or isinstance(found, dict)


@given(st.integers(200, 599), st.text() | JSON.map(json.dumps))
def test_no_answer_of_a_servers_raises(status: int, text: str) -> None:
    assert isinstance(answer(Received(status, {}, text), ASKED, NOW), Reply | Failed)


@given(JSON, JSON, JSON, JSON)
def test_no_shape_of_a_completion_raises(choice: object, message: object, content: object, usage: object) -> None:
    for choices in (choice, [choice], [{"message": message}], [{"message": {"content": content}}]):
        body = json.dumps({"choices": choices, "usage": usage, "model": usage, "error": message})
        assert isinstance(answer(Received(200, {}, body), ASKED, NOW), Reply | Failed)


@given(JSON, st.sampled_from(["error", "detail"]), st.sampled_from([200, 400, 404, 422, 429, 500]))
def test_no_shape_of_an_error_raises(error: object, name: str, status: int) -> None:
    for told in (error, {"message": error, "code": error, "param": error, "type": error}, [error, {"msg": error}]):
        assert isinstance(failure(Received(status, {}, json.dumps({name: told})), NOW), Failed)


@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        {"prompt_tokens": "12"},
        {"prompt_tokens": -1, "completion_tokens": True},
        {"prompt_tokens": 10**30, "completion_tokens": 10**9},
    ],
)
def test_a_count_that_is_none_is_not_taken(usage: object) -> None:
    message = {"content": OBJECT}
    body = {"choices": [{"message": message, "finish_reason": "stop"}], "usage": usage}
    reply = answer(Received(200, {}, json.dumps(body)), ASKED, NOW)
    assert isinstance(reply, Reply)
    assert (reply.tokens_in, reply.tokens_out) == (2, 7)


def test_what_a_server_repeats_of_the_prompt_does_not_say_what_was_refused() -> None:
    """FastAPI's 422 has all that it was sent beside what is wrong with it."""
    detail = [{"loc": ["body", "temperature"], "msg": "not permitted", "input": "the maximum context length"}]
    told = failure(Received(422, {}, json.dumps({"detail": detail})), NOW)
    assert (type(told.error), told.part) == (ModelUnsuited, "temperature")


def test_an_error_that_is_a_sentence_is_read() -> None:
    told = failure(Received(404, {}, '{"error": "model \'smol\' not found, try pulling it first"}'), NOW)
    assert type(told.error) is NoSuchModel
