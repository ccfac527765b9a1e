"""The shape of an answer is told in words that a small model can follow."""

from __future__ import annotations

import json
from typing import Any

import pytest

from adapters.openai_model.shape import in_words


def test_each_field_is_named_with_what_it_holds() -> None:
    schema = {
        "type": "object",
        "properties": {
            "headline": {"type": "string", "maxLength": 90, "description": "what happened"},
            "tone": {"enum": ["calm", "urgent"]},
            "quote": {"type": ["integer", "null"], "minimum": 1},
            "points": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {
                    "type": "object",
                    "properties": {
                        "text": {"type": "string"},
                        "evidence": {"type": "array", "items": {"type": "integer"}},
                    },
                    "required": ["text", "evidence"],
                    "additionalProperties": False,
                },
            },
        },
        "required": ["headline", "quote", "points"],
        "additionalProperties": False,
    }
    assert in_words(schema) == (
        "Answer with one JSON object and nothing else: no words before or after it, no code fence.\n"
        "It has these fields and no others:\n"
        '- "headline": text, at most 90 characters (what happened)\n'
        '- "tone": "calm" or "urgent", may be left out\n'
        '- "quote": a whole number or null, at least 1\n'
        '- "points": a list, at least 1 of them, at most 3 of them\n'
        "  each of them: an object\n"
        '    - "text": text\n'
        '    - "evidence": a list\n'
        "      each of them: a whole number"
    )


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {"a": {"anyOf": [{"type": "string"}, {"type": "null"}]}}},
        {"type": "object", "properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "array", "items": {"const": 1}}}},
        {"type": "array"},
    ],
)
def test_a_schema_there_are_no_words_for_is_given_as_it_is(schema: dict[str, Any]) -> None:
    words = in_words(schema)
    assert words.endswith(json.dumps(schema))
    assert "JSON" in words
