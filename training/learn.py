"""The training loop: batches of like length, a learning rate that rises and falls, and what it scores."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import torch
from encoder import Encoder
from examples import NAMES, UNKNOWN, WORDS, Example, decode
from network import Network, batch, pair_rows
from torch import nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

_BATCH = 8
_RATES = {"encoder": 1.2e-4, "heads": 1e-3}


def learn(
    encoder: Encoder, examples: Sequence[Example], epochs: int, seed: int = 7, report: Sequence[Example] = ()
) -> Network:
    """A network trained on ``examples``; scored on ``report`` at the end of every second epoch."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)
    network = Network(encoder)
    low = {id(p) for p in encoder.words.parameters()} | {id(p) for p in encoder.positions.parameters()}
    low |= {id(p) for layer in encoder.layers[: encoder.frozen] for p in layer.parameters()}
    low |= {id(encoder.types), *(id(p) for p in encoder.norm.parameters())}
    upper = [p for p in encoder.parameters() if id(p) not in low]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimiser = AdamW(
        [{"params": upper, "lr": _RATES["encoder"]}, {"params": heads, "lr": _RATES["heads"]}], weight_decay=0.01
    )
    steps = epochs * (len(examples) // _BATCH + 1)
    rate = LambdaLR(optimiser, lambda step: min((step + 1) / (0.1 * steps), 1.0) * max(0.02, 1 - step / steps))
    began = time.monotonic()
    for epoch in range(epochs):
        network.train()
        total: dict[str, float] = {}
        for group in _batches(examples, shuffled):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = network.loss(batch(group))
                loss = torch.stack([p.float() for p in parts.values()]).sum()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_([*upper, *heads], 1.0)
            optimiser.step()
            optimiser.zero_grad()
            rate.step()
            for name, part in parts.items():
                total[name] = total.get(name, 0.0) + float(part.detach())
        line = " ".join(f"{name} {value * _BATCH / len(examples):.3f}" for name, value in total.items())
        print(f"epoch {epoch + 1} {time.monotonic() - began:.0f} s: {line}", flush=True)
        if report and (epoch % 4 == 3 or epoch + 1 == epochs):
            print("   ", " ".join(f"{name} {value:.3f}" for name, value in scores(network, report).items()), flush=True)
    return network.eval()


def _batches(examples: Sequence[Example], shuffled: random.Random) -> list[list[Example]]:
    """Groups of windows of about one length, in any order."""
    order = sorted(examples, key=lambda e: len(e.window.pieces) + shuffled.random() * 12)
    groups = [list(order[i : i + _BATCH]) for i in range(0, len(order), _BATCH)]
    shuffled.shuffle(groups)
    return groups


def scores(network: Network, examples: Sequence[Example]) -> dict[str, float]:
    """F1 of names, their spans alone, literals, triggers, pairs (at .5) and roles."""
    network.eval()
    counts: dict[str, list[int]] = {}

    def count(task: str, gold: set[object], found: set[object]) -> None:
        row = counts.setdefault(task, [0, 0, 0])
        for i, n in enumerate((len(gold & found), len(gold), len(found))):
            row[i] += n

    with torch.no_grad():
        for example in examples:
            made = batch([example])
            names, literals, triggers, vectors = network(made.pieces, made.marks)
            places = example.window.places
            for task, table, gold, labels in (
                ("names", names, example.names, NAMES),
                ("literals", literals, example.literals, WORDS),
            ):
                found = set(decode(table[0, 1:-1].argmax(-1).tolist(), labels, places))
                wanted = set(decode(gold[1:-1], labels, places))
                count(task, set(wanted), set(found))
                count(f"{task} spans", {s[:2] for s in wanted}, {s[:2] for s in found})
            best = triggers[0, 1:-1].argmax(-1).tolist()
            gold_triggers = {(i, n) for i, n in enumerate(example.triggers[1:-1]) if n > 0 and n != UNKNOWN}
            count("triggers", set(gold_triggers), {(i, n) for i, n in enumerate(best) if n > 0})
            for task, judged, judge, three in (
                ("pairs", made.pairs, network.pairs, True),
                ("roles", made.roles, network.roles, False),
            ):
                if not judged:
                    continue
                rows = judge(pair_rows(vectors, judged, three))
                if three:
                    chosen = {(i, n) for i, n in (rows > 0).nonzero().tolist()}
                    count(task, {(i, n) for i, (_, j) in enumerate(judged) for n in j.labels}, set(chosen))
                else:
                    picked = rows.argmax(-1).tolist()
                    count(
                        task,
                        {(i, j.labels[0]) for i, (_, j) in enumerate(judged) if j.labels[0]},
                        {(i, n) for i, n in enumerate(picked) if n},
                    )
    return {task: 2 * both / max(gold + found, 1) for task, (both, gold, found) in counts.items()}
