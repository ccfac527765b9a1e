from __future__ import annotations

import numpy as np

from summariser.crossencoder.base import LAYERS, WIDTH, base
from summariser.crossencoder.tokens import vocabulary


def test_every_matrix_of_the_transformer_is_read_and_stands_in_its_place() -> None:
    read = base()
    assert len(read.layers) == LAYERS
    assert (read.words.shape[1], read.places.shape, read.texts.shape) == (WIDTH, (512, WIDTH), (2, WIDTH))
    for layer in read.layers:
        assert layer.query.matrix.shape == layer.key.matrix.shape == layer.value.matrix.shape == (WIDTH, WIDTH)
        assert layer.wide.matrix.shape == layer.narrow.matrix.T.shape == (WIDTH, 4 * WIDTH)
        assert layer.wide.bias.shape == (4 * WIDTH,)


def test_each_number_has_its_scale_and_a_token_the_meaning_that_is_nearest_to_its_own() -> None:
    read = base()
    rows = read.words * read.scales
    lengths = np.linalg.norm(rows, axis=1)
    lines = vocabulary()
    spoken = rows[lines.index("minister")]
    cosines = {
        word: float(spoken @ rows[lines.index(word)] / lengths[lines.index(word)]) for word in ("ministry", "banana")
    }
    assert cosines["ministry"] > cosines["banana"]
    assert read.words.shape[0] == len(lines)
