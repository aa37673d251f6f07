"""Fit how sure each kind of finding is, on documents that neither frames nor network were made on.

usage: calibrate.py --scorer score.py --annotations FOLDER [FOLDER ...] --texts FOLDER [FOLDER ...]
                    --documents NAME [NAME ...] --model FOLDER [--claims CONFIDENCE] [--events CONFIDENCE]

For each source of claims and events (a frame that the network also sees, a frame alone, the network alone, …) two
numbers are fitted by logistic regression, an offset and a weight of the log-odds of the network's chance. They are
written into ``labels.json`` of ``--model``, with the confidence from which on what the network alone finds is given.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from corpus import Annotated, annotated

from stemma.extract.learned.network import Network, load_network
from stemma.extract.rules.engine import RulesExtractor
from stemma.model.extraction import Extraction

_CONSTANT = ("alias", "infobox", "list", "frame alone")
"""Sources of whose findings the network gives no chance: they get their share of right ones."""
_SURE = {"infobox": [3.5, 0.0], "list": [1.5, 0.0]}
"""For sources of which the documents hold nothing."""
Finding = tuple[str, float, bool]
"""Its source, the network's chance, and whether it is right."""


def findings(document: Annotated, extraction: Extraction, scorer: ModuleType) -> Iterator[Finding]:
    """What the extraction found in the annotated part of a document, judged by the scorer's rules."""
    entities = [{**e, "record": "entity"} for e in document.entities]
    same = scorer.Aliases(entities)
    text = document.document.text
    names = {e.id: e.name for e in extraction.entities}
    for claim in extraction.claims:
        if not document.start <= claim.spans[0].start < document.end:
            continue
        said = {
            "subject": names[claim.subject],
            "predicate": claim.predicate,
            "object": names.get(claim.object or "", claim.literal),
            "polarity": claim.saying.polarity,
        }
        matched = [g for g in document.claims if scorer.same_claim(g, said, same)]
        if not (matched and all(g.get("optional") for g in matched)):
            yield _source(claim.found_by, claim.confidence), claim.confidence, bool(matched)
    taken: set[int] = set()
    for event in extraction.events:
        if not document.start <= event.spans[0].start < document.end:
            continue
        words = [{"start": s.start, "end": s.end, "quote": text[s.start : s.end]} for s in event.spans]
        matches = [
            i
            for i, g in enumerate(document.events)
            if i not in taken
            and g["type"] == event.type
            and scorer.overlap(g["evidence"], words)
            and scorer.times_touch(g["time"], event.date)
        ]
        taken.update(matches[:1])
        if not (matches and document.events[matches[0]].get("optional")):
            source = "model event" if event.found_by.startswith("model.") else "frame event"
            yield source, event.confidence, bool(matches)


def _source(found_by: str, confidence: float) -> str:
    first = found_by.partition(".")[0]
    if first in ("model", "alias", "infobox", "list"):
        return first
    return "frame alone" if confidence == Network.UNSEEN else "frame"


def fitted(found: list[Finding]) -> list[float]:
    """Offset and weight by penalised logistic regression (Newton's method)."""
    if found[0][0] in _CONSTANT:
        right = sum(ok for _, _, ok in found)
        return [round(math.log((right + 1) / (len(found) - right + 1)), 3), 0.0]
    bounded = np.clip([chance for _, chance, _ in found], 1e-3, 1 - 1e-3)
    table = np.stack([np.ones(len(found)), np.log(bounded / (1 - bounded))], axis=1)
    right_ones = np.array([ok for _, _, ok in found], float)
    penalty = np.diag([0.1, 0.3])
    weights = np.zeros(2)
    for _ in range(100):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right_ones) + penalty @ weights
        weights -= np.linalg.solve((table.T * (chance * (1 - chance))) @ table + penalty, slope)
    return [round(float(w), 3) for w in weights]


def main(arguments: list[str]) -> int:
    """Read, judge, fit, write; 0 if all went well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("annotations", "texts"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", required=True)
    parser.add_argument("--documents", nargs="+", required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--claims", type=float, default=0.4)
    parser.add_argument("--events", type=float, default=0.45)
    options = parser.parse_args(arguments)
    scorer = _module(options.scorer)
    network = load_network(options.model)
    network.labels["confidence"] = {}
    network.labels["least"] |= {"claim": 0.0, "event": 0.0}
    extractor = RulesExtractor(network=network)
    found: dict[str, list[Finding]] = {}
    for folder in options.annotations:
        for document in annotated(folder, options.texts, frozenset()):
            if document.name in options.documents:
                for finding in findings(document, extractor.extract(document.document), scorer):
                    found.setdefault(finding[0], []).append(finding)
    confidence: dict[str, Any] = {**_SURE, **{source: fitted(rows) for source, rows in sorted(found.items())}}
    for source, rows in sorted(found.items()):
        print(source, len(rows), f"right {sum(ok for _, _, ok in rows) / len(rows):.3f}", confidence[source])
    path = options.model / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    labels["confidence"] = confidence
    labels["least"] |= {"claim": options.claims, "event": options.events}
    path.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    return 0


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
