"""Whether Slack would take a payload: by its own types, by slack_sdk's models, and by the sizes it refuses."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft7Validator
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Json = Mapping[str, Any]

SCHEMAS = Path(__file__).parent / "schemas" / "payloads.json"

MOST_TEXT = 13_200
"""Characters of all texts in a message's blocks above which Slack refuses (slackapi/bolt-js#2509)."""

LENGTHS = {"plain_text": 3_000, "mrkdwn": 3_000, "button": 75, "header": 150}
BOUNDS = {"action_id": 255, "block_id": 255, "value": 2_000, "url": 3_000}
ELEMENTS = {"context": 10, "actions": 25, "context_actions": 5}


def problems(method: str, payload: Json) -> list[str]:
    """What Slack would not take in a call of ``method``; nothing, if it would take it all."""
    found = [*_misshapen(method, payload)]
    if "blocks" in payload:
        found += message_problems(payload["blocks"])
        found += [] if len(payload.get("text") or "") <= 40_000 else ["text: over 40,000 characters"]
    if "view" in payload:
        found += _view_problems(payload["view"])
    return found


def message_problems(blocks: Sequence[Json]) -> list[str]:
    """What Slack would not take among the blocks of one message."""
    found = [] if 0 < len(blocks) <= 50 else [f"{len(blocks)} blocks in a message"]
    total = sum(len(text) for block in blocks for text in _texts(block))
    found += [] if total <= MOST_TEXT else [f"{total} characters in the blocks of a message"]
    return [*found, *_block_problems(blocks)]


def _view_problems(view: Json) -> list[str]:
    found = [] if len(view["blocks"]) <= 100 else [f"{len(view['blocks'])} blocks in a view"]
    found += [] if len(view.get("private_metadata") or "") <= 3_000 else ["private_metadata: over 3,000 characters"]
    found += [] if len((view.get("title") or {}).get("text", "")) <= 24 else ["title: over 24 characters"]
    try:
        View(**view).validate_json()
    except SlackObjectFormationError as error:
        found.append(f"slack_sdk: {error}")
    return [*found, *_block_problems(view["blocks"])]


def _block_problems(blocks: Sequence[Json]) -> Iterator[str]:
    for block in blocks:
        for validator in _validators(block["type"]):
            yield from (
                f"{block['type']}{error.json_path[1:]}: {error.message[:300]}" for error in validator.iter_errors(block)
            )
        parsed = Block.parse(dict(block))
        if parsed is None:
            yield f"{block['type']}: slack_sdk knows no such block"
            continue
        try:
            parsed.validate_json()
        except SlackObjectFormationError as error:
            yield f"slack_sdk: {block['type']}: {error}"
        yield from _too_long(block, block["type"])


def _too_long(part: Any, inside: str) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    if isinstance(part, list):
        for each in part:
            yield from _too_long(each, inside)
    elif isinstance(part, dict):
        kind = part.get("type", inside)
        labels = inside in {"button", "header"}
        longest = LENGTHS.get(inside if labels else kind)
        text = part.get("text")
        if longest and isinstance(text, str) and not 0 < len(text) <= longest:
            yield f"{kind} in {inside}: {len(text)} characters of text"
        for name, most in BOUNDS.items():
            if len(part.get(name) or "") > most:
                yield f"{kind}: a {name} over {most} characters"
        if len(part.get("elements") or ()) > ELEMENTS.get(kind, len(part.get("elements") or ())):
            yield f"{kind}: {len(part['elements'])} elements"
        for each in part.values():
            yield from _too_long(each, kind if kind in {"button", "header"} else inside)


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    if isinstance(part, list):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, dict):
        for name, each in part.items():
            if name in {"text", "url", "alt_text"} and isinstance(each, str):
                yield each
            else:
                yield from _texts(each)


def _misshapen(method: str, payload: Json) -> Iterator[str]:
    if method not in _schemas()["properties"]:
        return
    shell = {name: value for name, value in payload.items() if name not in {"blocks", "view"}}
    for error in _validator(method).iter_errors(dict(payload) if len(shell) == len(payload) else _hollow(payload)):
        yield f"{method}{error.json_path[1:]}: {error.message[:300]}"


def _hollow(payload: Json) -> dict[str, Any]:
    """The payload with one block for all: each is looked at by itself, which gives clearer answers."""
    divider = [{"type": "divider"}]
    hollow = {**payload}
    if "blocks" in payload:
        hollow["blocks"] = divider
    if "view" in payload:
        hollow["view"] = {**payload["view"], "blocks": divider}
    return hollow


@cache
def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = json.loads(SCHEMAS.read_text())
    return schemas


@cache
def _validator(name: str) -> Draft7Validator:
    return Draft7Validator({**_schemas()["properties"][name], "definitions": _schemas()["definitions"]})


@cache
def _validators(block: str) -> tuple[Draft7Validator, ...]:
    """One for the definition of that kind of block; the blocks are those that end in "Block"."""
    definitions = _schemas()["definitions"]
    named = [
        name
        for name, each in definitions.items()
        if name.endswith("Block") and each.get("properties", {}).get("type", {}).get("const") == block
    ]
    return tuple(Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": definitions}) for name in named)


def manifest_problems(manifest: Json) -> list[str]:
    """What Slack would not take in an app's manifest, by its types; these have not heard of one scope yet."""
    found = [
        f"manifest{each.json_path[1:]}: {each.message[:300]}" for each in _validator("manifest").iter_errors(manifest)
    ]
    return [each for each in found if "'assistant:write' is not one of" not in each]
