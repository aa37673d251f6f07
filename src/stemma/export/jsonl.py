"""JSON Lines: the interchange format. One record a line: documents, entities, claims and events.

A record names its entities by their main names. Beside the fields of the
format each has ours: its id and document, who passed it on (``chain``), and by
what it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from stemma.export.base import Part
from stemma.export.json_text import json_text
from stemma.model.claim import Claim, Saying
from stemma.model.document import Document
from stemma.model.entity import Entity
from stemma.model.event import Casualties, Event
from stemma.model.span import Span

_FIGURES = ("killed", "wounded", "captured", "missing")


class JsonLines:
    """Writes the interchange format; see ``stemma.export.base.Exporter``."""

    name = "jsonl"

    def write(self, parts: Iterable[Part], out: TextIO) -> int:
        """One line for each record. How many claims and events were written."""
        written = 0
        for part in parts:
            for record in records(part):
                out.write(json_text(record) + "\n")
                written += record["record"] in ("claim", "event")
        return written


def records(part: Part) -> Iterator[dict[str, Any]]:
    """The records of one document: itself, its claims and events in the order of its text, and its entities."""
    document, extraction = part.document, part.extraction
    names = {e.id: e.name for e in extraction.entities}
    yield _document(document, names.get(extraction.subject or ""))
    said: list[Claim | Event] = sorted(
        [*extraction.claims, *extraction.events], key=lambda s: (s.spans[0].start, s.spans[0].end, s.id)
    )
    for one in said:
        yield _claim(one, document, names) if isinstance(one, Claim) else _event(one, document, names)
    yield from (_entity(e) for e in sorted(extraction.entities, key=lambda e: (e.name, e.id)))


def _document(document: Document, about: str | None) -> dict[str, Any]:
    return {
        "record": "document",
        "id": document.id,
        "title": document.title,
        "about": about,
        "source": {
            "title": document.source.title,
            "publisher": document.source.publisher,
            "file_name": document.source.file_name,
        },
        "format": document.format,
        "sha256": document.sha256,
        "published": document.published,
        "origin": document.origin,
        "fetched": document.fetched,
    }


def _claim(claim: Claim, document: Document, names: dict[str, str]) -> dict[str, Any]:
    return {
        "record": "claim",
        "subject": names.get(claim.subject, claim.subject),
        "predicate": claim.predicate,
        "object": claim.literal if claim.object is None else names.get(claim.object, claim.object),
        "time": claim.date,
        "former": claim.former,
        "polarity": claim.saying.polarity,
        "modality": claim.saying.modality,
        "attributed_to": claim.saying.speaker,
        "evidence": _evidence(claim.spans, document),
        **_ours(claim, claim.saying),
    }


def _event(event: Event, document: Document, names: dict[str, str]) -> dict[str, Any]:
    return {
        "record": "event",
        "type": event.type,
        "time": event.date,
        "place": names.get(event.place, event.place) if event.place else None,
        "participants": [{"name": names.get(p.entity, p.entity), "role": p.role} for p in event.participants],
        "casualties": [_casualties(c) for c in event.casualties],
        "modality": event.saying.modality,
        "attributed_to": event.saying.speaker,
        "evidence": _evidence(event.spans, document),
        "caused_by": event.caused_by,
        **_ours(event, event.saying),
    }


def _ours(said: Claim | Event, saying: Saying) -> dict[str, Any]:
    return {
        "id": said.id,
        "document": said.document,
        "chain": list(saying.chain),
        "extractor": said.extractor,
        "version": said.version,
        "found_by": said.found_by,
        "confidence": said.confidence,
    }


def _casualties(count: Casualties) -> dict[str, Any]:
    figures = {figure: getattr(count, figure) for figure in _FIGURES}
    return {
        **{f: int(n) if n.isascii() and n.isdigit() else n for f, n in figures.items() if n is not None},
        "who": count.who,
        "status": count.status,
        "by": count.by,
    }


def _evidence(spans: Iterable[Span], document: Document) -> list[dict[str, Any]]:
    return [{"start": s.start, "end": s.end, "quote": s.quote(document.text)} for s in spans]


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "record": "entity",
        "name": entity.name,
        "aliases": [n.text for n in entity.names[1:]],
        "kind": entity.kind,
        "id": entity.id,
        "external_ids": [list(pair) for pair in entity.external_ids],
    }
