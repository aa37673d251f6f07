"""The annotated texts that the network learns from, as read from the folders that the user names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stemma.documents.read import read_file
from stemma.model.document import Document

_RE3D_KINDS = {"Organisation": "organization", "Person": "person", "Location": "place"}


@dataclass(frozen=True)
class Annotated:
    """A document of which the characters from ``start`` to ``end`` are annotated; records as in the claim format."""

    name: str
    document: Document
    start: int
    end: int
    entities: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    def name_spans(self) -> list[tuple[int, int, str]]:
        """Where the annotated names stand, longest first where they overlap: start, end, kind."""
        kinds = {n: e["kind"] for e in self.entities for n in (e["name"], *e.get("aliases", ())) if len(n) > 1}
        if not kinds:
            return []
        names = sorted(kinds, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        text = self.document.text
        return [(m.start(), m.end(), kinds[m.group()]) for m in pattern.finditer(text, self.start, self.end)]


def annotated(folder: Path, texts: Sequence[Path], held: frozenset[str]) -> Iterator[Annotated]:
    """Every ``*.gold.jsonl`` of ``folder`` whose text lies in one of ``texts``; those named in ``held`` are left out.

    Raises:
        FileNotFoundError: if the text of an annotation is in none of the folders.
    """
    for path in sorted(folder.glob("*.gold.jsonl")):
        name = path.name.removesuffix(".gold.jsonl")
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        scope = next((r for r in records if r["record"] == "scope" and ("document" in r or "until" in r)), {})
        file = _text_file(scope.get("document") or name, texts)
        if file is None:
            raise FileNotFoundError(f"{path}: its text is in none of {', '.join(map(str, texts))}")
        if file.stem in held:
            continue
        document = read_file(file)
        yield Annotated(
            name,
            document,
            scope.get("from", 0),
            scope.get("until", len(document.text)),
            [r for r in records if r["record"] == "entity" and "kind" in r],
            [r for r in records if r["record"] == "claim"],
            [r for r in records if r["record"] == "event"],
        )


def _text_file(name: str, texts: Sequence[Path]) -> Path | None:
    for folder in texts:
        for suffix in ("", ".txt", ".wikitext", ".md"):
            if (folder / f"{name}{suffix}").is_file():
                return folder / f"{name}{suffix}"
    return None


def re3d(folder: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The texts of re3d with their names: organizations, persons and places."""
    for documents in sorted(folder.glob("*/documents.json")):
        spans: dict[str, list[tuple[int, int, str]]] = {}
        for record in _lines(documents.with_name("entities.json")):
            kind = _RE3D_KINDS.get(record["type"])
            if kind and record["value"][:1].isupper():
                spans.setdefault(record["documentId"], []).append((record["begin"], record["end"], kind))
        for record in _lines(documents):
            yield record["text"], sorted(spans.get(record["_id"], []))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
