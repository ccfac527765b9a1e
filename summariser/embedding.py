"""What texts mean, as vectors: near to each other where they are about the same, whatever their words.

The vectors are wordllama's (MIT; github.com/dleemiller/WordLlama): the token embeddings of a large language model,
trained once more for sentences. A text's vector is the mean of its tokens', without small words. It knows English best.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from summariser.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import float32
    from numpy.typing import NDArray

    Vectors = NDArray[float32]

ABOUT = 0.17
"""Cosine from which a text is about a topic; see `make eval`, topics."""

OPENING = 400
"""Characters of a text that tell what it is about."""

_WEIGHTS, _TOKENS = "weights/l2_supercat_256.safetensors", "tokenizers/l2_supercat_tokenizer_config.json"
_WORD = re.compile(r"[^\W\d_]{3,}")


def about(topics: Sequence[str], texts: Sequence[str]) -> list[frozenset[str]]:
    """Those of the topics that each text is about."""
    near = text_vectors(texts) @ text_vectors(topics).T
    return [frozenset(topic for topic, cosine in zip(topics, row, strict=True) if cosine >= ABOUT) for row in near]


def nearest(text: str, described: Mapping[str, str], *, least: float, ahead: float) -> str | None:
    """The name whose description is nearest to a text, by a cosine of at least ``least``, clearly ahead of the next."""
    cosines = (text_vectors([*described.values()]) @ text_vectors([text])[0]).tolist()
    (best, name), (second, _) = sorted(zip(cosines, described, strict=True), reverse=True)[:2]
    return name if best >= least and best - second >= ahead else None


def word_vectors(words: Sequence[str]) -> Vectors:
    """A row of length 1 for each word, however small; of zeros for one without a token."""
    return _rows([word.lower() for word in words])


def text_vectors(texts: Sequence[str]) -> Vectors:
    """A row of length 1 for each text, by its opening; of zeros for one without words."""
    return _rows(
        [" ".join(word for word in _WORD.findall(text[:OPENING].lower()) if word not in SMALL) for text in texts]
    )


def _rows(texts: Sequence[str]) -> Vectors:
    import numpy as np  # noqa: PLC0415 - 0.1 seconds, for what most briefings do without

    weights, tokens = _model()
    rows = np.zeros((len(texts), weights.shape[1]), dtype=np.float32)
    for row, encoded in zip(rows, tokens.encode_batch(texts, add_special_tokens=False), strict=True):
        if encoded.ids:
            mean = weights[encoded.ids].astype(np.float32).mean(axis=0)
            row[:] = mean / np.linalg.norm(mean)
    return rows


@cache
def _model() -> tuple[Any, Any]:
    """The weights and the tokenizer, from their files: wordllama's own loader asks the network for them."""
    from safetensors.numpy import load_file  # noqa: PLC0415  # pyright: ignore[reportUnknownVariableType] - as above; a part of its type is unknown
    from tokenizers import Tokenizer  # noqa: PLC0415 - as above

    found = find_spec("wordllama")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(name="wordllama")
    folder = found.submodule_search_locations[0]
    (weights,) = load_file(f"{folder}/{_WEIGHTS}").values()
    tokens = Tokenizer.from_file(f"{folder}/{_TOKENS}")
    tokens.no_padding()
    tokens.no_truncation()
    return weights, tokens
