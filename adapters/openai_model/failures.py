"""What a server's failure means: which error a person is told, and whether another attempt, or another way, may help.

Codes are those of OpenAI's documentation (guides, error codes); wordings are what is known of vLLM, llama.cpp,
Ollama, LiteLLM and Azure's filter, not re-read in their sources. Words of the server's are looked at, and never passed
on: they may hold the prompt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.openai_model.pauses import asked_for
from adapters.openai_model.received import json_object, listed, mapping
from bot.errors import (
    AnswerDeclined,
    KeyRefused,
    ModelFailing,
    ModelLimited,
    ModelUnsuited,
    NoSuchModel,
    NotAModelServer,
    OutOfQuota,
    PromptTooLong,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from adapters.openai_model.dialects import Part
    from adapters.openai_model.received import Received
    from bot.errors import ModelError

_PASSING = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
"""Statuses after which the same request may be answered; 529 is Anthropic's and others' for being overloaded."""

_SPENT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_DECLINED = frozenset({"content_filter", "content_policy_violation", "invalid_prompt"})
_MODERATED = re.compile(r"moderation|flagged|guardrail|prompt.injection")
"""Where a 403 is about a text and not about the key (OpenRouter: API, errors)."""

_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|maximum context length|context (?:window|length|size)|"
    r"prompt is too long|too many tokens in the prompt"
)
_NO_MODEL = re.compile(r"model_not_found|(?:invalid|unknown) model|model\b.{0,100}?not (?:found|exist)")
_PARTS: dict[str, Part] = {
    "temperature": "temperature",
    "max_tokens": "limit",
    "max_completion_tokens": "limit",
    "response_format": "mode",
    "json_schema": "mode",
    "json_object": "mode",
}
_PART = re.compile("|".join(_PARTS))
_STATUS = re.compile(r"[45]\d\d")
_WRONG, _PAYMENT, _FORBIDDEN, _TOO_LARGE, _LIMITED, _BROKEN = 400, 402, 403, 413, 429, 500
_LONGEST = 4_000
"""Characters of an answer that are looked at for words."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An attempt without an answer.

    ``again`` is whether the same may be tried once more, ``after`` so many seconds where the server says so. ``part``
    is what of the request was refused: what the server ``named``, or else the likeliest.
    """

    error: ModelError
    again: bool = False
    after: float | None = None
    part: Part | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    status: int
    code: str
    words: str
    in_json: bool


def failure(received: Received, now: datetime) -> Failed:
    """What an answer means that is no completion."""
    told = _told(received)
    kind = next((kind for applies, kind in _KINDS if applies(told)), NotAModelServer)
    after = asked_for(received.headers, now)
    if kind is ModelUnsuited:
        named = _PART.search(told.words)
        # What nobody names is most likely the mode, where servers differ most.
        return Failed(kind(), part=_PARTS[named[0]] if named else "mode", named=named is not None)
    error = ModelLimited(after) if kind is ModelLimited else kind()
    return Failed(error, again=told.status in _PASSING and kind in {ModelLimited, ModelFailing}, after=after)


_KINDS: tuple[tuple[Callable[[_Told], bool], type[ModelError]], ...] = (
    (lambda told: told.code in _DECLINED, AnswerDeclined),
    (lambda told: told.status == _PAYMENT or told.code in _SPENT, OutOfQuota),
    (lambda told: told.status == _FORBIDDEN and bool(_MODERATED.search(told.words)), AnswerDeclined),
    (lambda told: told.status in {401, 403}, KeyRefused),
    (lambda told: told.status == _TOO_LARGE, PromptTooLong),
    (lambda told: told.status < _LIMITED and bool(_TOO_LONG.search(told.words)), PromptTooLong),
    (lambda told: told.status == _LIMITED, ModelLimited),
    (lambda told: told.status in _PASSING or told.status >= _BROKEN, ModelFailing),
    (lambda told: told.in_json and told.status in {400, 404} and bool(_NO_MODEL.search(told.words)), NoSuchModel),
    (lambda told: told.status in {400, 422}, ModelUnsuited),
)
"""Which error it is: the first that applies. Whatever else answers is no such server."""


def _told(received: Received) -> _Told:
    body = json_object(received.text)
    fields = mapping((body or {}).get("error")) or body or {}
    code, kind, param = (str(fields.get(name) or "") for name in ("code", "type", "param"))
    known = next((each for each in (code, kind) if each in _SPENT | _DECLINED), code)
    looked_at = f"{param} {known} {_words(fields, received.text)[:_LONGEST]}".lower()
    return _Told(_status(received, code), known, looked_at, in_json=body is not None)


def _words(fields: Mapping[str, Any], text: str) -> str:
    said = fields.get("message") or fields.get("detail")
    # Servers built on FastAPI say what is wrong with which part, and repeat all that they were sent beside it.
    parts = [mapping(each) or {} for each in listed(said) or ()]
    return said if isinstance(said, str) else " ".join(f"{each.get('loc')} {each.get('msg')}" for each in parts) or text


def _status(received: Received, code: str) -> int:
    """The status, or the code that stands for one where a failure comes with the status of success."""
    if received.status >= _WRONG:
        return received.status
    return int(code) if _STATUS.fullmatch(code) else _BROKEN
