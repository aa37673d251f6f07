"""How well documents are read: extraction against annotations, whole or with a part of the engine left out.

usage: accuracy.py --scorer score.py --annotations FOLDER --texts FOLDER [FOLDER ...] [--only NAME ...] [--without PART]
                   [--predicates]

Prints F1 of claims, events and event slots for each document and their means, how often time, modality, speaker and
evidence of the claims found are right, and how far confidence is from the share that is right (expected calibration
error, ten bins). PART is one of network, infobox, references (pronouns and descriptions).
"""

from __future__ import annotations

import importlib.util
import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

from spacy.tokens import Token

from stemma.documents.read import read_file
from stemma.export.base import Part
from stemma.export.jsonl import records
from stemma.extract.rules import reading
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.engine import RulesExtractor
from stemma.extract.rules.who import Who
from stemma.model.document import Document

Record = dict[str, Any]
_ATTRIBUTES = ("time", "modality", "attributed_to", "evidence")


def main() -> int:
    """Read, score, print; 0 whatever the scores."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--annotations", type=Path, required=True)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--without", choices=("network", "infobox", "references"))
    parser.add_argument("--predicates", action="store_true", help="how many of each predicate are found")
    options = parser.parse_args()
    scorer = _module(options.scorer)
    extractor = RulesExtractor(network=None) if options.without == "network" else RulesExtractor()
    if options.without == "references":
        vars(reading)["Who"] = _Nobody
    results: list[tuple[float, float, float]] = []
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    by: dict[str, Counter[str]] = {}
    sure: list[tuple[float, bool]] = []
    for name, gold, file, start, end in _annotated(options.annotations, options.texts, set(options.only)):
        document = read_file(file)
        if options.without == "infobox":
            document = replace(document, infobox=())
        found = _found(document, extractor, start, end)
        claims, _, _ = scorer.score_claims(_of(gold, "claim"), _of(found, "claim"), scorer.Aliases(gold))
        events, _, _ = scorer.score_events(_of(gold, "event"), _of(found, "event"), scorer.Aliases(gold))
        results.append((claims["f1"], events["f1"], events["slots"]["f1"]))
        print(f"{name:42} claims {results[-1][0]:.3f}  events {results[-1][1]:.3f}  slots {results[-1][2]:.3f}")
        for key in _ATTRIBUTES:
            right[key] += claims["attributes"][key]["right"]
            of[key] += claims["attributes"][key]["of"]
        for predicate, counts in claims["by_predicate"].items():
            by.setdefault(predicate, Counter()).update(counts)
        same = scorer.Aliases(gold)
        for record in _of(found, "claim"):
            ok = any(scorer.same_claim(g, record, same) for g in _of(gold, "claim"))
            sure.append((record["confidence"], ok))
    if not results:
        print("no annotated document was found", file=sys.stderr)
        return 1
    print(f"mean of {len(results)}: claims {mean(r[0] for r in results):.3f}  events {mean(r[1] for r in results):.3f}"
          f"  slots {mean(r[2] for r in results):.3f}")  # fmt: skip
    print("  ".join(f"{key} {right[key] / of[key]:.2f} of {of[key]}" for key in _ATTRIBUTES if of[key]))
    print(f"calibration error of claims {_calibration_error(sure):.3f}")
    if options.predicates:
        for predicate, counts in sorted(by.items(), key=lambda item: -item[1]["gold"]):
            print(f"{predicate:24} found {counts['found']:3} of {counts['gold']:3}  wrong {counts['wrong']:3}")
    return 0


def _annotated(
    folder: Path, texts: list[Path], only: set[str]
) -> Iterator[tuple[str, list[Record], Path, int, int | None]]:
    for path in sorted(folder.glob("*.gold.jsonl")):
        name = path.name.removesuffix(".gold.jsonl")
        if only and name not in only:
            continue
        gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        scopes = [r for r in gold if r["record"] == "scope"]
        left_out = {p for s in scopes for p in s.get("without", ())}
        scope: Record = next((s for s in scopes if "until" in s), {})
        stem = scope.get("document", name)
        files = [t / f"{stem}{suffix}" for t in texts for suffix in ("", ".txt", ".wikitext", ".md")]
        file = next((f for f in files if f.is_file()), None)
        if file is None:
            raise FileNotFoundError(f"{path}: its text is in none of {', '.join(map(str, texts))}")
        kept = [r for r in gold if r.get("predicate") not in left_out]
        yield name, kept, file, scope.get("from", 0), scope.get("until")


def _found(document: Document, extractor: RulesExtractor, start: int, end: int | None) -> list[Record]:
    made = records(Part(document, extractor.extract(document)))
    return [
        r
        for r in made
        if r["record"] in ("claim", "event") and start <= r["evidence"][0]["start"] < (end or len(document.text))
    ]


def _of(rows: list[Record], kind: str) -> list[Record]:
    return [r for r in rows if r["record"] == kind]


def _calibration_error(sure: list[tuple[float, bool]]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, ok in sure:
        bins.setdefault(min(int(confidence * 10), 9), []).append((confidence, ok))
    return sum(abs(sum(c - ok for c, ok in rows)) for rows in bins.values()) / max(len(sure), 1)


class _Nobody(Who):
    """Resolves names, but no pronoun and no description."""

    def _pronoun(self, token: Token) -> list[Party]:
        return []

    def _description(self, token: Token, noun: str) -> list[Party]:
        return []


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
