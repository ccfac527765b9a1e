"""Whether Discord would take a payload: by its own specification, and by the bounds that stand only in its manual."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Json = Mapping[str, Any]

Kind = Literal["message", "edit", "webhook", "webhook_edit", "callback_message", "callback_modal", "command"]

SCHEMAS = Path(__file__).parent / "schemas" / "payloads.json"

COMPONENTS_V2 = 1 << 15
LABELS = {"label": 80, "custom_id": 100}


def problems(kind: Kind, payload: Json) -> list[str]:
    """What Discord would not take in a request of that kind; nothing, if it would take it all."""
    payload = _with_numbers_as_text(payload)
    found = [f"{kind}{each.json_path[1:]}: {each.message[:300]}" for each in _errors(kind, payload)]
    message = payload.get("data", {}) if kind.startswith("callback") else payload
    return found if kind in {"callback_modal", "command"} else [*found, *_message_problems(message)]


def _with_numbers_as_text(payload: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Discord takes its numbers as either (reference: ID serialization), and discord.py sends some as they are."""
    if isinstance(payload, list):
        return [_with_numbers_as_text(each) for each in payload]
    if not isinstance(payload, dict):
        return payload
    return {
        name: str(each) if name in {"message_id", "channel_id", "guild_id"} and each else _with_numbers_as_text(each)
        for name, each in payload.items()
    }


def _message_problems(message: Json) -> Iterator[str]:
    if len(message.get("content") or "") > 2_000:
        yield f"content: {len(message['content'])} characters"
    in_embeds = sum(map(len, _texts(message.get("embeds"), {"title", "description", "name", "value", "text"})))
    if in_embeds > 6_000:
        yield f"{in_embeds} characters in embeds"
    inside = [*_components(message.get("components"))]
    if (message.get("flags") or 0) & COMPONENTS_V2:
        if message.get("content") or message.get("embeds"):
            yield "a content or embeds beside components of the second version"
        if len(inside) > 40:
            yield f"{len(inside)} components"
        written = sum(_length(text) for text in _texts(message.get("components"), {"content"}))
        if written > 4_000:
            yield f"{written} characters in components"
        if any(not text.strip() for text in _texts(message.get("components"), {"content"})):
            yield "a text without a character that is shown"
    elif any(each["type"] not in {1, 2, 3, 5, 6, 7, 8} for each in inside):
        yield "components of the second version without their flag"
    yield from _doubled([each["id"] for each in inside if each.get("id")], "id")
    yield from _doubled([each["custom_id"] for each in inside if each.get("custom_id")], "custom_id")
    for each in inside:
        yield from (f"{name}: over {most}" for name, most in LABELS.items() if len(each.get(name) or "") > most)


def _doubled(idents: list[Any], name: str) -> Iterator[str]:
    if len(set(idents)) < len(idents):
        yield f"a {name} stands twice: {idents}"


def _components(part: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of any shape
    for each in part or ():
        yield each
        yield from _components(each.get("components"))
        yield from _components([each["accessory"]] if each.get("accessory") else [])


def _texts(part: Any, names: set[str]) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    if isinstance(part, list):
        for each in part:
            yield from _texts(each, names)
    elif isinstance(part, dict):
        for name, each in part.items():
            if name in names and isinstance(each, str):
                yield each
            else:
                yield from _texts(each, names)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _errors(kind: Kind, payload: Json) -> Iterator[Any]:
    for error in _validator(kind).iter_errors(dict(payload)):
        deepest = best_match([error])
        yield deepest or error


@cache
def _validator(kind: Kind) -> Draft7Validator:
    schemas: dict[str, Any] = json.loads(SCHEMAS.read_text())
    return Draft7Validator({**schemas["properties"][kind], "definitions": schemas["definitions"]})
