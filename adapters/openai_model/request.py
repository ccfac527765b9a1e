"""What is sent to the server: a prompt, in the dialect it takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from adapters.openai_model.shape import in_words

if TYPE_CHECKING:
    from adapters.openai_model.dialects import Dialect
    from summariser.ports import Prompt

_NOT_IN_A_NAME = re.compile(r"[^a-zA-Z0-9_-]")
_LONGEST_NAME = 64


def request(prompt: Prompt, model: str, dialect: Dialect) -> dict[str, Any]:
    """The body of a request for a completion."""
    rules = prompt.rules if dialect.mode == "schema" else f"{prompt.rules}\n\n{in_words(prompt.schema)}"
    body: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": rules}, {"role": "user", "content": prompt.material}],
    }
    if dialect.mode != "text":
        body["response_format"] = _format(prompt) if dialect.mode == "schema" else {"type": "json_object"}
    if dialect.temperature:
        body["temperature"] = 0
    if dialect.limit:
        body[dialect.limit] = prompt.most_tokens
    return body


def _format(prompt: Prompt) -> dict[str, Any]:
    name = _NOT_IN_A_NAME.sub("_", prompt.name)[:_LONGEST_NAME] or "answer"
    return {"type": "json_schema", "json_schema": {"name": name, "schema": prompt.schema, "strict": True}}
