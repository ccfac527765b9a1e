"""The transformer with what it has learnt to judge of two texts read together: a cross-encoder.

Its matrices stay as they are. Learnt is a product of two thin ones beside each (LoRA, Hu et al. 2021,
arXiv:2106.09685), the norms, a row of numbers for what a token shares with the other text, a head of two steps over
the first token and the mean of the second text's, and one that says of each token whether the answer begins or ends
there (Devlin et al. 2019, arXiv:1810.04805). That is a file of 1.3 MB, answers.safetensors, which
`tests.evaluation.crossencoder` learns again (docs/crossencoder.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summariser.crossencoder.base import HEADS, WIDTH, Layer, Linear, Norm, base
from summariser.crossencoder.tokens import row
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy import float32
    from numpy.typing import NDArray

    from summariser.crossencoder.base import Base
    from summariser.crossencoder.tokens import Pair, Row

    Numbers = NDArray[float32]

_STEPS = {
    "query": "q", "key": "k", "value": "v", "attended": "o", "wide": "up", "narrow": "down",
}  # fmt: skip
_TINY = 1e-12
_LONGEST = 30
"""Tokens of the words that answer, as with Devlin et al. 2019; of 8,300 in what was learnt from 8 have more."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The log odds that the second text answers the first, and which of its words likeliest do."""

    odds: float
    words: Span


@dataclass(frozen=True, slots=True)
class CrossEncoder:
    """A judgement that was learnt, and how many tokens are read: of the first text, and of both together."""

    base: Base
    shares: Numbers
    hidden: Linear
    out: Linear
    ends: Linear
    most_of_first: int
    most: int

    def __call__(self, pair: Pair) -> Judgement:
        """On one core, in some 20 milliseconds. Several at once would be no faster."""
        import numpy as np  # noqa: PLC0415 - 0.1 seconds, for what most briefings do without

        read = row(pair, most_of_first=self.most_of_first, most=self.most)
        with _threads().limit(limits=1, user_api="blas"):
            states = self._states(read)
            seen = np.concatenate([states[0], states[read.second :].mean(axis=0)])
            odds = float(_through(self.out, np.tanh(_through(self.hidden, seen)))[0])
            words = _likeliest(_through(self.ends, states[read.second :]), read)
            return Judgement(odds, _whole(words, pair.second))

    def _states(self, read: Row) -> Numbers:
        """What each token has become of, a row of numbers each."""
        import numpy as np  # noqa: PLC0415 - as above

        first, many = self.base, len(read.tokens)
        second = (np.arange(many) >= read.second).astype(np.int64)
        states = first.words[read.tokens] * first.scales[read.tokens] + first.places[:many] + first.texts[second]
        states = _normed(first.norm, states) + self.shares[read.shares]
        for layer in first.layers:
            states = _normed(layer.after_attention, states + _attention(layer, states))
            states = _normed(layer.after_steps, states + _through(layer.narrow, _gelu(_through(layer.wide, states))))
        return states


def _likeliest(ends: Numbers, read: Row) -> Span:
    """The words that an answer likeliest begins and ends with."""
    import numpy as np  # noqa: PLC0415 - as above

    begins, stops = ends[: len(read.places)].T
    if not len(begins):
        return Span(0, 0)
    both = begins[:, None] + stops[None, :]
    behind = np.arange(len(begins))[None, :] - np.arange(len(begins))[:, None]
    possible = (behind >= 0) & (behind < _LONGEST)
    first, last = divmod(int(np.where(possible, both, -np.inf).argmax()), len(begins))
    return Span(read.places[first][0], read.places[last][1])


def _whole(words: Span, text: str) -> Span:
    """The same up to where its first and last word begin and end: a token may be a part of one."""
    start, end = words.start, words.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


@cache
def cross_encoder() -> CrossEncoder:
    """What has learnt whether a sentence answers a question; read in some 0.3 seconds."""
    from safetensors.numpy import load  # noqa: PLC0415  # pyright: ignore[reportUnknownVariableType] - as above; a part of its type is unknown

    learnt: dict[str, Numbers] = {
        key: value.astype("float32")
        for key, value in load(files("summariser.crossencoder").joinpath("answers.safetensors").read_bytes()).items()
    }
    read = base()
    return CrossEncoder(
        base=replace(read, layers=tuple(_taught(layer, number, learnt) for number, layer in enumerate(read.layers))),
        shares=learnt["match"],
        hidden=Linear(learnt["h1.weight"].T, learnt["h1.bias"]),
        out=Linear(learnt["h2.weight"].T, learnt["h2.bias"]),
        ends=Linear(learnt["ends.weight"].T, learnt["ends.bias"]),
        most_of_first=int(learnt["most_of_first"][0]),
        most=int(learnt["most"][0]),
    )


@cache
def _threads() -> Any:  # noqa: ANN401 - it has no types
    """Of numpy: by itself it starts one for each core, and on a busy machine they wait for each other."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs] - it looks for what numpy has loaded; it has none

    return ThreadpoolController()


def _taught(layer: Layer, number: int, learnt: Mapping[str, Numbers]) -> Layer:
    """A layer with what was learnt of it added."""
    within = f"layers.{number}."
    if f"{within}q.A" not in learnt:
        return layer
    steps = {name: _added(getattr(layer, name), learnt, within + short) for name, short in _STEPS.items()}
    return replace(
        layer,
        **steps,
        after_attention=Norm(learnt[f"{within}l1w"], learnt[f"{within}l1b"]),
        after_steps=Norm(learnt[f"{within}l2w"], learnt[f"{within}l2b"]),
    )


def _added(linear: Linear, learnt: Mapping[str, Numbers], name: str) -> Linear:
    beside: Any = learnt[f"{name}.B"] @ learnt[f"{name}.A"]
    return Linear(linear.matrix + beside.T, linear.bias)


def _attention(layer: Layer, states: Numbers) -> Numbers:
    """What each token takes from the others, by how well what they offer fits what it looks for."""
    import numpy as np  # noqa: PLC0415 - as above

    many = len(states)
    part = WIDTH // HEADS

    def heads(linear: Linear) -> Numbers:
        return _through(linear, states).reshape(many, HEADS, part).transpose(1, 0, 2)

    fit = heads(layer.query) @ heads(layer.key).transpose(0, 2, 1) / np.float32(part**0.5)
    fit = np.exp(fit - fit.max(axis=-1, keepdims=True))
    fit /= fit.sum(axis=-1, keepdims=True)
    taken = (fit @ heads(layer.value)).transpose(1, 0, 2).reshape(many, WIDTH)
    return _through(layer.attended, taken)


def _through(linear: Linear, numbers: Numbers) -> Numbers:
    return numbers @ linear.matrix + linear.bias


def _normed(norm: Norm, numbers: Numbers) -> Numbers:
    import numpy as np  # noqa: PLC0415 - as above

    centred = numbers - numbers.mean(axis=-1, keepdims=True)
    spread: Numbers = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_TINY))
    normed: Numbers = centred / spread * norm.weight + norm.bias
    return normed


def _gelu(numbers: Numbers) -> Numbers:
    """Gaussian error linear units, by their approximation (Hendrycks and Gimpel 2016, arXiv:1606.08415)."""
    import numpy as np  # noqa: PLC0415 - as above

    inner = np.float32((2 / np.pi) ** 0.5) * (numbers + np.float32(0.044715) * numbers * numbers * numbers)
    passed: Numbers = np.float32(0.5) * numbers * (1 + np.tanh(inner))
    return passed
