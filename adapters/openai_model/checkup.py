"""Which models a server has, and what is missing for one to work, with what to do about it."""

from __future__ import annotations

import asyncio
from difflib import get_close_matches
from typing import TYPE_CHECKING

from adapters.checkup import Finding
from adapters.openai_model.client import client, models
from adapters.openai_model.failures import Failed, failure
from adapters.openai_model.model import opened
from adapters.openai_model.pauses import Timing
from adapters.openai_model.received import json_array, json_object, listed, mapping
from bot.errors import ModelError, ModelsUnlisted, ModelTooSlow, NoSuchModel, NotAModelServer
from summariser.ports import Prompt

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from adapters.openai_model.dialects import Mode
    from adapters.openai_model.received import Received
    from bot.settings import ModelSettings

SHOWN = 5
"""Names of models in one sentence."""

_REDIRECT = 300
_TRIAL = Prompt(
    name="checkup",
    version=1,
    rules="Repeat the word that stands between the quotation marks.",
    material="“harbour”",
    schema={
        "type": "object",
        "properties": {"word": {"type": "string", "description": "the word, without the quotation marks"}},
        "required": ["word"],
        "additionalProperties": False,
    },
    most_tokens=1_000,  # models that think before they answer spend most of them on that
)
_MODES: dict[Mode, str] = {
    "schema": "the server holds it to the form of an answer",
    "json": "the server holds it to JSON, and the form of an answer is told in words",
    "text": "the form of an answer is told in words, and what does not keep to it is thrown away; a model or server "
    "that takes JSON schemas would lose less",
}


async def offered(settings: ModelSettings) -> Sequence[str]:
    """The names of the models that the server lists, in alphabetical order.

    Raises:
        ModelsUnlisted: if it lists none.
        ModelError: if it cannot be asked.
    """
    result = await _offered(settings)
    if isinstance(result, ModelError):
        raise result
    return result


async def findings(settings: ModelSettings) -> AsyncIterator[Finding]:
    """Whether the server answers and takes the key, and whether the model does, and how it is asked."""
    names = await _offered(settings)
    if isinstance(names, ModelError):
        if not isinstance(names, ModelsUnlisted):
            yield Finding(well=False, says=str(names))
            return
        yield Finding(well=True, says="The server answers, but does not list its models.")
        names = ()
    else:
        yield Finding(well=True, says=f"The server answers{_takes(settings)}, and lists {_shown(names)}.")
    yield await _of_the_model(settings, names)


async def _of_the_model(settings: ModelSettings, names: Sequence[str]) -> Finding:
    """Asked for a trifle, because some servers have models that they don't list, and list some that don't answer."""
    async with opened(settings) as model:
        try:
            await model.complete(_TRIAL)
        except NoSuchModel as error:
            near = get_close_matches(settings.name, names)
            return Finding(well=False, says=f"{error}{_meant(near)}")
        except ModelError as error:
            return Finding(well=False, says=str(error))
        how = _MODES[model.mode] if model.mode else _MODES["text"]
        return Finding(well=True, says=f"{settings.name} answers: {how}.")


async def _offered(settings: ModelSettings) -> Sequence[str] | ModelError:
    try:
        async with asyncio.timeout(settings.deadline), client(settings) as server:
            received = await models(server)
    except TimeoutError:
        return ModelTooSlow()
    return received.error if isinstance(received, Failed) else _names(received)


def _names(received: Received) -> Sequence[str] | ModelError:
    if received.status >= _REDIRECT:
        error = failure(received, Timing().now()).error
        return ModelsUnlisted() if isinstance(error, NotAModelServer | NoSuchModel) else error
    body, bare = json_object(received.text), json_array(received.text)  # bare is how Together has it
    if body is None and bare is None:
        return NotAModelServer()
    every = bare or listed((body or {}).get("data")) or ()
    names = {str(each["id"]) for each in map(mapping, every) if each and each.get("id")}
    return tuple(sorted(names)) or ModelsUnlisted()


def _takes(settings: ModelSettings) -> str:
    return " and takes OPENAI_API_KEY" if settings.key else ""


def _shown(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return f"{', '.join(names[:SHOWN])}{more}"


def _meant(near: Sequence[str]) -> str:
    return f" Did you mean {' or '.join(near)}?" if near else ""
