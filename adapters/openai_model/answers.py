"""A completion -> the JSON object in it and what it cost, or why there is none to be had."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from adapters.openai_model.failures import Failed, failure
from adapters.openai_model.received import json_object, listed, mapping
from bot.errors import (
    AnswerCutOff,
    AnswerDeclined,
    AnswerEmpty,
    AnswerMalformed,
    ModelFailing,
    NotAModelServer,
)
from bot.metering import estimated
from summariser.ports import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from adapters.openai_model.received import Received
    from bot.errors import ModelError

_MOST_TOKENS = 10_000_000
"""Of one request, a count is taken for one: more than that no model reads, and a database may not hold it."""

_OK, _REDIRECT = 200, 300
_FENCED = re.compile(r"```(?:json)?(.*)```", re.DOTALL | re.IGNORECASE)
_CUT, _FILTERED = frozenset({"length", "max_tokens"}), frozenset({"content_filter", "safety"})
"""Why a model stopped; the second of each is what Anthropic's and Google's servers call it."""


def answer(received: Received, asked: Mapping[str, Any], now: datetime) -> Reply | Failed:
    """What ``received`` answers to the body that was ``asked``.

    Tokens are the server's count, or an estimate by characters if it gives none.
    """
    if not _OK <= received.status < _REDIRECT:
        return failure(received, now)
    body = json_object(received.text)
    if body is None:
        # Half an object is a server's that broke off; anything else was never meant to be one.
        broke_off = received.text.lstrip().startswith("{")
        return Failed(ModelFailing(), again=True) if broke_off else Failed(NotAModelServer())
    if (choices := listed(body.get("choices"))) is None:
        # Servers that pass requests on report a failure of the next one with status 200 (OpenRouter: API, errors).
        return failure(received, now) if body.get("error") else Failed(NotAModelServer())
    choice = (mapping(choices[0]) if choices else None) or {}
    return _reply(choice, body, asked)


def tokens_of(asked: Mapping[str, Any]) -> int:
    """What a request has of tokens, by its characters."""
    return estimated(sum(len(message["content"]) for message in asked["messages"]))


def strictly(text: str) -> Mapping[str, Any] | None:
    """The one JSON object that ``text`` is, perhaps in one code fence; ``None`` if there is anything else."""
    bare = text.strip()
    fenced = _FENCED.fullmatch(bare)
    return json_object(fenced[1] if fenced else bare)


def _reply(choice: Mapping[str, Any], body: Mapping[str, Any], asked: Mapping[str, Any]) -> Reply | Failed:
    message = mapping(choice.get("message")) or {}
    text = _text(message.get("content"))
    tokens_in, tokens_out = _tokens(body, asked, text)
    fields = strictly(text)
    error = _problem(choice, message, text) or (AnswerMalformed() if fields is None else None)
    if error is not None or fields is None:
        failed = error or AnswerMalformed()
        failed.tokens_in, failed.tokens_out = tokens_in, tokens_out
        return Failed(failed)
    return Reply(fields, str(body.get("model") or asked["model"]), tokens_in, tokens_out)


def _problem(choice: Mapping[str, Any], message: Mapping[str, Any], text: str) -> ModelError | None:
    stopped = str(choice.get("finish_reason") or "").lower()
    if message.get("refusal") or stopped in _FILTERED:
        return AnswerDeclined()
    if choice and (not stopped or stopped in _CUT):
        return AnswerCutOff()
    return None if text.strip() else AnswerEmpty()


def _text(content: object) -> str:
    """The words of a message: a text, or a list of parts, as some servers have it."""
    if isinstance(content, str):
        return content
    parts = [mapping(each) or {} for each in listed(content) or ()]
    return "".join(str(each.get("text") or "") for each in parts)


def _tokens(body: Mapping[str, Any], asked: Mapping[str, Any], text: str) -> tuple[int, int]:
    """What was asked and what was answered, in tokens."""
    usage = mapping(body.get("usage")) or {}
    return (
        _count(usage.get("prompt_tokens"), tokens_of(asked)),
        _count(usage.get("completion_tokens"), estimated(len(text))),
    )


def _count(given: object, otherwise: int) -> int:
    if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= _MOST_TOKENS:
        return given
    return otherwise
