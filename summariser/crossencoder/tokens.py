"""Two texts as one row of tokens, as BERT reads them (Devlin et al. 2019, arXiv:1810.04805).

vocabulary.txt is that of BERT's uncased English models (Google, Apache-2.0): a token a line, its number the line's.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

_START, _END, _UNKNOWN = 101, 102, "[UNK]"
"""The numbers of [CLS] and [SEP]."""

_CONTEXT = 24

_NOTHING, _SHARED, _ALONE, _FOUND = range(4)
"""Of a token, what the row says besides: of the first text's, whether what it is read with has it too; of all others,
whether the first text has it. A small network needn't learn to compare words then."""


class Pair(NamedTuple):
    """``first`` is judged against ``second``; ``before`` is what stands before the second, of which the end is read."""

    first: str
    before: str
    second: str


class Row(NamedTuple):
    """The numbers of the tokens, from which of them on they are the second text's, and for each what it shares.

    ``places`` are the characters of the second text that its tokens stand for: where each begins and ends.
    """

    tokens: list[int]
    second: int
    shares: list[int]
    places: list[tuple[int, int]]


def row(pair: Pair, *, most_of_first: int, most: int) -> Row:
    """A pair as tokens: at most ``most`` of them, and of the first text ``most_of_first``."""
    first = encoded(pair.first).ids[:most_of_first]
    before = encoded(pair.before).ids[-_CONTEXT:]
    head = [_START, *first, _END, *before, *([_END] if before else [])]
    read_second = encoded(pair.second)
    second = read_second.ids[: max(0, most - len(head) - 1)]
    asked, read = {*first}, {*before, *second}
    shares = [
        *(_NOTHING, *(_SHARED if token in read else _ALONE for token in first), _NOTHING),
        *(_FOUND if token in asked else _NOTHING for token in [*head[len(first) + 2 :], *second, _END]),
    ]
    return Row([*head, *second, _END], len(head), shares, read_second.offsets[: len(second)])


def vocabulary() -> list[str]:
    """Every token, in the order of their numbers."""
    return files("summariser.crossencoder").joinpath("vocabulary.txt").read_text("utf-8").rstrip("\n").split("\n")


def is_word(text: str) -> bool:
    """Whether it is a word of English, or a name that is common there: one that has a token of its own."""
    return _tokenizer().token_to_id(text.lower()) is not None


def encoded(text: str) -> Encoding:
    """Its tokens: their numbers, and the characters that they stand for."""
    return _tokenizer().encode(text, add_special_tokens=False)


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415 - 0.1 seconds, seldom needed

    numbers = {token: number for number, token in enumerate(vocabulary())}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token=_UNKNOWN, max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer
