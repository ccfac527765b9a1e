"""What OpenAI's API takes of a request for a completion, from its reference; anything else is a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]

_TEXT = {"type": "string", "minLength": 1}
_COMPLETION = Draft202012Validator(
    {
        "type": "object",
        "required": ["model", "messages"],
        "additionalProperties": False,
        "properties": {
            "model": _TEXT,
            "messages": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "required": ["role", "content"],
                    "additionalProperties": False,
                    "properties": {"role": {"enum": ["system", "user", "assistant"]}, "content": _TEXT},
                },
            },
            "temperature": {"type": "number", "minimum": 0, "maximum": 2},
            "max_tokens": {"type": "integer", "minimum": 1},
            "max_completion_tokens": {"type": "integer", "minimum": 1},
            "response_format": {
                "oneOf": [
                    {"properties": {"type": {"const": "json_object"}}, "additionalProperties": False},
                    {
                        "required": ["type", "json_schema"],
                        "additionalProperties": False,
                        "properties": {
                            "type": {"const": "json_schema"},
                            "json_schema": {
                                "type": "object",
                                "required": ["name", "schema", "strict"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string", "pattern": "^[a-zA-Z0-9_-]{1,64}$"},
                                    "schema": {"type": "object"},
                                    "strict": {"const": True},
                                },
                            },
                        },
                    },
                ]
            },
        },
    }
)


def problems(body: Json) -> list[str]:
    """What the API would not take, a line each."""
    found = [f"{error.json_path}: {error.message}" for error in _COMPLETION.iter_errors(body)]
    if {"max_tokens", "max_completion_tokens"} <= body.keys():
        found.append("both names of the limit")
    wanted = body.get("response_format") or {}
    if wanted.get("type") == "json_object" and "json" not in str(body.get("messages")).lower():
        found.append("json_object without the word JSON in a message")  # OpenAI answers 400
    if wanted.get("type") == "json_schema":
        found += _loose(wanted["json_schema"].get("schema") or {}, "$")
    return found


def _loose(schema: Json, where: str) -> Iterator[str]:
    """What of a schema strict mode does not take."""
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            yield f"{where}: strict mode wants additionalProperties to be false"
        if set(schema.get("required", ())) != set(schema.get("properties", {})):
            yield f"{where}: strict mode wants every property to be required"
    for name, inner in schema.get("properties", {}).items():
        yield from _loose(inner, f"{where}.{name}")
    if "items" in schema:
        yield from _loose(schema["items"], f"{where}[]")
