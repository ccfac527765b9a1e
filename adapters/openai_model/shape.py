"""The shape of an answer in words, for servers that don't hold a model to a JSON Schema.

Small models follow a list of fields better than a schema. What of a schema has no words here is given as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_ANSWER = "Answer with one JSON object and nothing else: no words before or after it, no code fence."
_NAMES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "object": "an object",
    "array": "a list",
}
_KNOWN = {
    "type", "properties", "required", "additionalProperties", "items", "enum", "description", "title",
    "minItems", "maxItems", "minimum", "maximum", "minLength", "maxLength",
}  # fmt: skip


def in_words(schema: Schema) -> str:
    """What an answer by ``schema`` has to be, for a model to read."""
    if not _plain(schema) or schema.get("type") != "object":
        return f"{_ANSWER}\nIt keeps to this JSON Schema:\n{json.dumps(schema, ensure_ascii=False)}"
    return "\n".join((_ANSWER, "It has these fields and no others:", *_fields(schema, "")))


def _plain(schema: Schema) -> bool:
    """Whether there are words for all of it."""
    inner = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    return schema.keys() <= _KNOWN and all(isinstance(each, Mapping) and _plain(each) for each in inner)  # pyright: ignore[reportUnknownArgumentType] - JSON


def _fields(schema: Schema, indent: str) -> list[str]:
    required = schema.get("required", ())
    lines = list[str]()
    for name, of in schema.get("properties", {}).items():
        may_lack = "" if name in required else ", may be left out"
        lines += _field(f'{indent}- "{name}": ', of, may_lack, f"{indent}  ")
    return lines


def _field(begins: str, schema: Schema, ends: str, indent: str) -> list[str]:
    described = f" ({schema['description']})" if schema.get("description") else ""
    return [f"{begins}{_kind(schema)}{ends}{described}", *_inside(schema, indent)]


def _inside(schema: Schema, indent: str) -> list[str]:
    if "properties" in schema:
        return _fields(schema, indent)
    items = schema.get("items")
    return _field(f"{indent}each of them: ", items, "", f"{indent}  ") if items else []


def _kind(schema: Schema) -> str:
    if "enum" in schema:
        return " or ".join(json.dumps(each, ensure_ascii=False) for each in schema["enum"])
    of = schema.get("type", ())
    kinds = [of] if isinstance(of, str) else of
    return " or ".join(_NAMES.get(each, each) for each in kinds) + _bounds(schema)


def _bounds(schema: Schema) -> str:
    words = {
        "minItems": "at least {} of them",
        "maxItems": "at most {} of them",
        "minimum": "at least {}",
        "maximum": "at most {}",
        "minLength": "at least {} characters",
        "maxLength": "at most {} characters",
    }
    return "".join(f", {says.format(schema[name])}" for name, says in words.items() if name in schema)
