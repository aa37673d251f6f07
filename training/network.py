"""The network while it is trained: the encoder, what is read off each piece, and the judges of pairs."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from encoder import Encoder
from examples import NAMES, PREDICATES, ROLES, TRIGGERS, UNKNOWN, WORDS, Example, Judged
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from stemma.extract.learned.candidates import KNOWN

VECTOR = 128
"""How long the vectors are that the judges of pairs are given."""
_HIDDEN = 256


class Judge(nn.Module):
    """Two layers over a row: see ``stemma.extract.learned.network.Head``, which runs it."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.first = nn.Linear(width, _HIDDEN)
        self.last = nn.Linear(_HIDDEN, labels)
        self.dropout = nn.Dropout(0.2)

    def forward(self, rows: Tensor) -> Tensor:
        scores: Tensor = self.last(self.dropout(torch.relu(self.first(self.dropout(rows)))))
        return scores


@dataclass
class Batch:
    """Windows side by side, and the pairs of all of them; ``owner`` says whose window each pair is in."""

    pieces: Tensor
    marks: Tensor
    names: Tensor
    literals: Tensor
    triggers: Tensor
    pairs: list[tuple[int, Judged]]
    roles: list[tuple[int, Judged]]


def batch(examples: list[Example]) -> Batch:
    """``examples`` filled up to one length."""
    longest = max(len(e.window.pieces) for e in examples)

    def table(rows: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])

    return Batch(
        table([e.window.pieces for e in examples], 0),
        table([e.window.marks for e in examples], 0),
        table([e.names for e in examples], UNKNOWN),
        table([e.literals for e in examples], UNKNOWN),
        table([e.triggers for e in examples], UNKNOWN),
        [(i, p) for i, e in enumerate(examples) for p in e.pairs],
        [(i, p) for i, e in enumerate(examples) for p in e.roles],
    )


class Network(nn.Module):
    """Encoder and heads; ``forward`` is the part that is exported, ``loss`` is what training makes small."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.names = nn.Linear(width, len(NAMES))
        self.literals = nn.Linear(width, len(WORDS))
        self.triggers = nn.Linear(width, len(TRIGGERS))
        self.vectors = nn.Linear(width, VECTOR)
        self.pairs = Judge(4 * VECTOR + KNOWN, len(PREDICATES))
        self.roles = Judge(3 * VECTOR + KNOWN, len(ROLES))
        nn.init.constant_(self.pairs.last.bias, -4.0)  # most pairs stand in no relation

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of names, literals and triggers, and the vectors: batch × length × each."""
        states = self.dropout(self.encoder(pieces, marks))
        return self.names(states), self.literals(states), self.triggers(states), self.vectors(states)

    def loss(self, made: Batch) -> dict[str, Tensor]:
        """What each task gets wrong in one batch."""
        names, literals, triggers, vectors = self(made.pieces, made.marks)
        parts = {
            "names": _tagging(names, made.names),
            "literals": _tagging(literals, made.literals),
            "triggers": _tagging(triggers, made.triggers),
        }
        vectors = vectors.float()
        if made.pairs:
            scores = self.pairs(pair_rows(vectors, made.pairs, three=True))
            target = torch.zeros_like(scores)
            for row, (_, judged) in enumerate(made.pairs):
                target[row, judged.labels] = 1.0
            parts["pairs"] = binary_cross_entropy_with_logits(scores, target, reduction="sum") / len(made.pairs) * 8
        if made.roles:
            scores = self.roles(pair_rows(vectors, made.roles, three=False))
            parts["roles"] = cross_entropy(scores, torch.tensor([j.labels[0] for _, j in made.roles])) * 0.5
        return parts


def _tagging(scores: Tensor, labels: Tensor) -> Tensor:
    if bool((labels == UNKNOWN).all()):
        return torch.zeros(())
    return cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN)


def pair_rows(vectors: Tensor, judged: list[tuple[int, Judged]], three: bool) -> Tensor:
    """One row for each pair, as ``stemma.extract.learned.candidates`` makes them."""
    owner = torch.tensor([i for i, _ in judged])

    def mean(spans: list[tuple[int, int]]) -> Tensor:
        first = torch.tensor([max(s, -1) for s, _ in spans])
        last = torch.tensor([max(e, -1) for _, e in spans])
        found = (vectors[owner, first + 1] + vectors[owner, last + 1]) / 2  # piece 0 is the outer sign
        there: Tensor = found * (first >= 0).unsqueeze(1)
        return there

    one, two = mean([j.first for _, j in judged]), mean([j.second for _, j in judged])
    parts = [one, two, one * two]
    if three:
        parts.append(mean([j.middle for _, j in judged]))
    parts.append(torch.tensor([j.known.tolist() for _, j in judged]))
    return torch.cat(parts, dim=1)
