"""From the trained network to the files that ship: an int8 ONNX encoder, the heads, the word pieces and the labels."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from examples import NAMES, PREDICATES, ROLES, TRIGGERS, WORDS
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

_AXES = {0: "windows", 1: "pieces"}


def export(network: Network, tokenizer: Tokenizer, folder: Path, least: dict[str, object]) -> None:
    """Write what ``stemma.extract.learned.network`` reads into ``folder``.

    ``least`` are the probabilities from which on a label is believed: "trigger", "role", and "predicates", a list.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    outputs = ["names", "literals", "triggers", "vectors"]
    blank = torch.zeros(1, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            network,
            (blank + 5, blank),
            plain,
            input_names=["pieces", "marks"],
            output_names=outputs,
            dynamic_axes=dict.fromkeys(["pieces", "marks", *outputs], _AXES),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8)
    heads = {
        f"{name}.{key}": value.detach().numpy().astype(np.float16)
        for name, judge in (("pairs", network.pairs), ("roles", network.roles))
        for key, value in judge.state_dict().items()
    }
    np.savez_compressed(folder / "heads.npz", **heads)  # type: ignore[arg-type]
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    labels = {
        "names": NAMES,
        "literals": WORDS,
        "triggers": TRIGGERS,
        "predicates": PREDICATES,
        "roles": ROLES,
        "least": least,
    }
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
