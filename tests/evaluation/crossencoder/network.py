# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportUntypedBaseClass=false
# PyTorch is not among what the project installs: it is large, and wanted only to learn again.
"""The network of `summariser.crossencoder`, for learning: its matrices stand still, and thin ones beside them learn."""

from __future__ import annotations

from math import ceil, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from summariser.crossencoder.base import HEADS, WIDTH, base
from summariser.crossencoder.tokens import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.crossencoder.base import Layer, Linear
    from summariser.crossencoder.tokens import Pair, Row

RANK, SCALE = 16, 2.0
"""Of the thin matrices, and what their product is multiplied by (alpha over rank)."""

FIRST = 1
"""The first layer that learns: what the lowest does to words is as good for one task as for another."""

HIDDEN = 128
DROPPED = 0.1
TINY = 1e-12
GROUPS = 3

NEW = ("h1", "h2", "match", "ends")
"""What the base has nothing of."""

WEIGHTS = Path(__file__).parents[3] / "summariser" / "crossencoder" / "answers.safetensors"


class Judged(NamedTuple):
    """Log odds of a pair; and how likely the answer begins, and ends, at no token and at each of the second text's."""

    odds: Tensor
    ends: Tensor


class Step(nn.Module):
    """A matrix that stands still, and the two thin ones beside it that learn."""

    def __init__(self, linear: Linear, *, learns: bool) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.from_numpy(linear.matrix.T.copy()), requires_grad=False)
        self.bias = nn.Parameter(torch.from_numpy(linear.bias.copy()), requires_grad=False)
        self.learns = learns
        if learns:
            out, into = self.weight.shape
            self.A = nn.Parameter(torch.randn(RANK, into) / sqrt(into))
            self.B = nn.Parameter(torch.zeros(out, RANK))

    def forward(self, numbers: Tensor) -> Tensor:
        plain = functional.linear(numbers, self.weight, self.bias)
        if not self.learns:
            return plain
        thin = functional.linear(functional.dropout(numbers, DROPPED, self.training), self.A)
        return plain + functional.linear(thin, self.B) * SCALE


class Block(nn.Module):
    """A layer. The names are those in the files of weights."""

    def __init__(self, layer: Layer, *, learns: bool) -> None:
        super().__init__()
        steps = {
            "q": layer.query,
            "k": layer.key,
            "v": layer.value,
            "o": layer.attended,
            "up": layer.wide,
            "down": layer.narrow,
        }
        for name, linear in steps.items():
            self.add_module(name, Step(linear, learns=learns))
        for name, norm in (("l1", layer.after_attention), ("l2", layer.after_steps)):
            for part, numbers in (("w", norm.weight), ("b", norm.bias)):
                self.register_parameter(
                    name + part, nn.Parameter(torch.from_numpy(numbers.copy()), requires_grad=learns)
                )

    def forward(self, states: Tensor, real: Tensor) -> Tensor:
        many, long, _ = states.shape
        query, key, value = (
            step(states).view(many, long, HEADS, WIDTH // HEADS).transpose(1, 2) for step in (self.q, self.k, self.v)
        )
        taken = functional.scaled_dot_product_attention(query, key, value, attn_mask=real)
        states = states + self._dropped(self.o(taken.transpose(1, 2).reshape(many, long, WIDTH)))
        states = functional.layer_norm(states, (WIDTH,), self.l1w, self.l1b, TINY)
        states = states + self._dropped(self.down(functional.gelu(self.up(states))))
        return functional.layer_norm(states, (WIDTH,), self.l2w, self.l2b, TINY)

    def _dropped(self, numbers: Tensor) -> Tensor:
        return functional.dropout(numbers, DROPPED, self.training)


class Network(nn.Module):
    """The transformer and its head; ``most_of_first`` and ``most`` are the tokens it reads of a pair."""

    def __init__(self, *, most_of_first: int, most: int) -> None:
        super().__init__()
        self.most_of_first, self.most = most_of_first, most
        read = base()
        self.words = torch.from_numpy(read.words * read.scales)
        self.places, self.texts = torch.from_numpy(read.places.copy()), torch.from_numpy(read.texts.copy())
        self.norm = [torch.from_numpy(each.copy()) for each in (read.norm.weight, read.norm.bias)]
        self.layers = nn.ModuleList(Block(each, learns=number >= FIRST) for number, each in enumerate(read.layers))
        self.match = nn.Parameter(torch.zeros(4, WIDTH))
        self.h1, self.h2 = nn.Linear(2 * WIDTH, HIDDEN), nn.Linear(HIDDEN, 1)
        self.ends = nn.Linear(WIDTH, 2)

    def forward(self, pairs: Sequence[Pair]) -> list[Judged]:
        """What is judged, in the order of the pairs; those of like length are read together."""
        rows = [row(pair, most_of_first=self.most_of_first, most=self.most) for pair in pairs]
        order = sorted(range(len(rows)), key=lambda number: len(rows[number].tokens))
        many = ceil(len(rows) / GROUPS)
        judged: dict[int, Judged] = {}
        for start in range(0, len(order), many):
            together = order[start : start + many]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds, ends = self._judged([rows[number] for number in together])
            for number, own, own_ends in zip(together, odds.float(), ends.float(), strict=True):
                read = rows[number]
                tokens = own_ends[read.second : read.second + len(read.places)]
                judged[number] = Judged(own, torch.cat([own_ends[:1], tokens]))
        return [judged[number] for number in range(len(rows))]

    def _judged(self, rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
        longest = max(len(each.tokens) for each in rows)
        tokens = torch.tensor([each.tokens + [0] * (longest - len(each.tokens)) for each in rows])
        place = torch.arange(longest)[None]
        real = place < torch.tensor([[len(each.tokens)] for each in rows])
        second = (place >= torch.tensor([[each.second] for each in rows])) & real
        states = self.words[tokens] + self.places[:longest] + self.texts[second.long()]
        shares = torch.tensor([each.shares + [0] * (longest - len(each.tokens)) for each in rows])
        states = functional.layer_norm(states, (WIDTH,), *self.norm, TINY) + self.match[shares]
        for layer in self.layers:
            states = layer(states, real[:, None, None])
        weight = second[:, :, None].to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.h2(torch.tanh(self.h1(torch.cat([states[:, 0], mean], -1)))).squeeze(-1), self.ends(states)

    def optimiser(self, thin: float, head: float) -> torch.optim.AdamW:
        """AdamW with a rate for the thin matrices and the norms, and one for what starts from nothing."""
        learning = [(name, each) for name, each in self.named_parameters() if each.requires_grad]
        return torch.optim.AdamW(
            [
                {"params": [each for name, each in learning if not name.startswith(NEW)], "lr": thin},
                {"params": [each for name, each in learning if name.startswith(NEW)], "lr": head},
            ],
            weight_decay=0.01,
        )

    def resume(self, share: float = 1.0) -> None:
        """Go on from what is written there; or go back to it by a share of the way.

        Half-way, what was learnt last holds, and less of what was learnt before is lost (arXiv:2109.01903).
        """
        known = load_file(WEIGHTS)
        with torch.no_grad():
            for key, each in self.named_parameters():
                if key in known:
                    each.lerp_(known[key].float() / (SCALE if key.endswith(".B") else 1), share)

    def save(self, path: Path = WEIGHTS) -> None:
        """Write what was learnt, as 16-bit numbers: where the cross-encoder reads it, or elsewhere."""
        learnt = {
            key: (each.detach() * (SCALE if key.endswith(".B") else 1)).half().contiguous()
            for key, each in self.named_parameters()
            if each.requires_grad
        }
        sizes = {"most_of_first": self.most_of_first, "most": self.most}
        learnt |= {key: torch.tensor([float(each)]).half() for key, each in sizes.items()}
        save_file(learnt, path)
