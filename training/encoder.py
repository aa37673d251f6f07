"""The encoder that is trained: a BERT of six layers, read from the weights of an installed package or a folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder: vocabulary, width, layers, heads, inner width, longest input (in pieces)."""

    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int
    longest: int


class Layer(nn.Module):
    """Self-attention and a feed-forward step, each added to what came in and normalised."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.joined = nn.Linear(shape.width, shape.width)
        self.joined_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, attended: Tensor) -> Tensor:
        batch, length, width = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        mixed = scaled_dot_product_attention(
            split(self.query(states)), split(self.key(states)), split(self.value(states)), attn_mask=attended
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.joined_norm(states + self.dropout(self.joined(mixed)))
        return self.outer_norm(states + self.dropout(self.outer(gelu(self.inner(states)))))


class Encoder(nn.Module):
    """Word pieces and the marks on them in, one vector a piece out.

    ``marks`` are small integers that say what the spelling of a piece's word is
    (the vocabulary knows no capitals); their vectors begin at zero. The words'
    vectors and the lowest ``frozen`` layers stay as they were learned from far
    more text than there is here; the marks come in above them.
    """

    def __init__(self, shape: Shape, marks: int, dropout: float = 0.1, frozen: int = 2) -> None:
        super().__init__()
        self.shape = shape
        self.frozen = frozen
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.longest, shape.width)
        self.types = nn.Parameter(torch.zeros(shape.width))
        self.marks = nn.Embedding(marks, shape.width)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, marks: Tensor) -> Tensor:
        """``pieces`` and ``marks``: batch × length, 0 where nothing stands."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        attended = (pieces != 0)[:, None, None, :]
        with torch.no_grad():
            states = self.norm(self.words(pieces) + self.positions(place) + self.types)
            for layer in self.layers[: self.frozen]:
                states = layer(states, attended)
        states = states + self.marks(marks)
        for layer in self.layers[self.frozen :]:
            states = layer(states, attended)
        return states


def pretrained(folder: Path, marks: int) -> Encoder:
    """The encoder whose ``config.json`` and ``model.safetensors`` lie in ``folder``."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shape = Shape(
        config["vocab_size"],
        config["hidden_size"],
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["intermediate_size"],
        config["max_position_embeddings"],
    )
    encoder = Encoder(shape, marks)
    weights = load_file(folder / "model.safetensors")
    state = encoder.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"]
    state["types"] = weights["embeddings.token_type_embeddings.weight"][0]
    for ours, theirs in (("norm", "embeddings.LayerNorm"),):
        for part in ("weight", "bias"):
            state[f"{ours}.{part}"] = weights[f"{theirs}.{part}"]
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "joined": "attention.output.dense",
        "joined_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for number in range(shape.layers):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = weights[f"encoder.layer.{number}.{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder
