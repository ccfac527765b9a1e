"""What the summariser asks of a language model, and what it gets: values, so that who talks to one stays outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a language model is asked: what it has to do, what it has to work on, and the shape of its answer.

    ``name`` and ``version`` tell prompts apart in caches, costs and metrics. ``rules`` are ours, ``material`` is what
    others wrote, numbered and fenced. ``schema`` is the JSON Schema of the object that is wanted. ``most_tokens``
    bounds the answer.
    """

    name: str
    version: int
    rules: str
    material: str
    schema: Mapping[str, Any]
    most_tokens: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What a language model answered: a JSON object, whose fields may hold anything, and what it cost in tokens.

    ``model`` is what the server calls the model that answered. It took so many ``requests``: none, if it was kept.
    """

    fields: Mapping[str, Any]
    model: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    requests: int = 0


class LanguageModel(Protocol):
    """A language model, wherever it runs."""

    async def complete(self, prompt: Prompt) -> Reply:
        """The object it answers with. It has the fields that the schema requires, but nobody has looked into them yet.

        Raises:
            ModelError: if there is none to be had in time; the class says why.
        """
        ...
