"""The network as it runs: text in, and for each word piece what it may be part of, and a vector that stands for it."""

from __future__ import annotations

import json
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.config import settings
from stemma.extract.learned.pieces import windows

Floats = NDArray[np.float32]
KINDS = ("organization", "person", "place", "conflict")
LITERALS = ("ideology", "composition", "publishes", "strength", "armed_with", "stated_goal", "died")


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the network reads it; row ``i`` of each table belongs to piece ``i``.

    ``starts`` and ``ends`` are where the pieces stand in the text. ``names``,
    ``literals`` and ``triggers`` are probabilities; ``vectors`` feed the heads
    that judge pairs.
    """

    starts: list[int]
    ends: list[int]
    names: Floats
    literals: Floats
    triggers: Floats
    vectors: Floats

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """The first and last piece that the characters from ``start`` to ``end`` fall on."""
        first = min(bisect_right(self.ends, start), len(self.ends) - 1)
        last = max(first, bisect_left(self.starts, end) - 1)
        return first, last

    def vector(self, start: int, end: int) -> Floats:
        """What stands for the words from ``start`` to ``end``: the mean of their first and last piece."""
        first, last = self.pieces(start, end)
        mean: Floats = (self.vectors[first] + self.vectors[last]) / 2
        return mean


class Head:
    """A judge of pairs: two layers over the vectors of the pair and what else is known of it."""

    def __init__(self, weights: dict[str, Floats], name: str) -> None:
        self._first, self._first_bias = weights[f"{name}.first.weight"].T, weights[f"{name}.first.bias"]
        self._last, self._last_bias = weights[f"{name}.last.weight"].T, weights[f"{name}.last.bias"]

    def __call__(self, rows: Floats) -> Floats:
        """One row of scores (before any squashing) for each of ``rows``."""
        inner = np.maximum(rows @ self._first + self._first_bias, 0)
        scores: Floats = inner @ self._last + self._last_bias
        return scores


class Network:
    """The trained network: the encoder, run by ONNX Runtime on one core, and the heads on top of it."""

    UNSEEN = 0.7
    """The confidence, before any is fitted, of what the network gives no chance of."""

    def __init__(self, model: bytes | str, tokenizer: str, weights: dict[str, Floats], labels: dict[str, Any]) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.labels = labels
        self.pairs = Head(weights, "pairs")
        self.roles = Head(weights, "roles")

    def read(self, text: str) -> Read | None:
        """``text``, at any length, read window by window; None if there is nothing in it."""
        places: list[tuple[int, int]] = []
        tables: list[Sequence[Floats]] = []
        for window in windows(self._tokenizer, text):
            feed = {"pieces": np.array([window.pieces]), "marks": np.array([window.marks])}
            tables.append([table[0, 1:-1] for table in self._session.run(None, feed)])
            places += window.places
        if not places:
            return None
        names, literals, triggers, vectors = (np.concatenate(parts) for parts in zip(*tables, strict=True))
        return Read(
            [s for s, _ in places],
            [e for _, e in places],
            softmax(names),
            softmax(literals),
            softmax(triggers),
            vectors,
        )


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities, row by row."""
    grown: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = grown / grown.sum(axis=-1, keepdims=True)
    return shares


def sigmoid(scores: Floats) -> Floats:
    """Scores as probabilities, each by itself."""
    shares: Floats = np.reciprocal(1 + np.exp(-scores))
    return shares


def load_network(folder: Path) -> Network:
    """The network whose files ``training/export.py`` wrote into ``folder``.

    Raises:
        FileNotFoundError: if one of them is not there.
        ImportError: if ONNX Runtime or the tokenizers are not installed.
    """
    with np.load(folder / "heads.npz") as archive:
        weights = {name: archive[name].astype(np.float32) for name in archive.files}
    return Network(
        (folder / "encoder.onnx").read_bytes(),
        (folder / "tokenizer.json").read_text("utf-8"),
        weights,
        json.loads((folder / "labels.json").read_text("utf-8")),
    )


@cache
def network() -> Network | None:
    """The network that ships with the package; None, and a warning, if it or what runs it is not installed."""
    try:
        with as_file(files(__package__) / "model") as folder:
            return load_network(folder)
    except (FileNotFoundError, ImportError) as error:
        warnings.warn(
            f"the network that finds names and claims cannot be loaded ({error}); documents are read by frames alone, "
            "which find less",
            RuntimeWarning,
            stacklevel=2,
        )
        return None


def default_network() -> Network | None:
    """The network, unless the settings turn it off."""
    return network() if settings().network else None
