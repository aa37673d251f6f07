"""Documents and extractions from annotations: what a perfect extractor would have made of a text."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from stemma.model.claim import Claim, Saying
from stemma.model.document import Block, Document, InfoboxField, InfoboxItem, Section, Source
from stemma.model.entity import Entity, Kind, Name, entity_id
from stemma.model.event import Casualties, Event, Participant
from stemma.model.extraction import Extraction
from stemma.model.names import name_key, script_of
from stemma.model.span import Span
from stemma.model.vocabulary import vocabulary

MADE: dict[str, Any] = {"extractor": "annotations", "version": "1", "found_by": "by hand"}
_KEYS = {"opponents": "opponents", "leader": "leader", "leaders": "leader", "allies": "allies", "partof": "part_of"}


def document(text: str, title: str, file_name: str = "") -> Document:
    """A document of ``text``: headings in "=" signs, and an infobox of lines "- Key: value, value"."""
    sections: list[Section] = [Section("", 0, 0, len(text))]
    fields: list[InfoboxField] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.startswith("==") and line.endswith("=="):
            level = len(line) - len(line.lstrip("=")) - 1
            sections.append(Section(line.strip("= "), level, start, len(text)))
        elif line.startswith("- ") and ": " in line and len(sections) == 1:
            label, _, values = line[2:].partition(": ")
            fields.append(InfoboxField(label, _KEYS.get(label.casefold(), ""), start, end, _items(values, end)))
        start = end + 1
    closed = [
        Section(s.title, s.level, s.start, next((n.start for n in sections[i + 1 :] if n.level <= s.level), s.end))
        for i, s in enumerate(sections)
    ]
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(title, "Annotated", file_name or f"{name_key(title)}.txt")
    return Document(
        source,
        title,
        text,
        "encyclopaedia",
        digest,
        tuple(closed),
        _paragraphs(text, max((field.end for field in fields), default=0)),
        infobox=tuple(fields),
        origin=file_name,
        fetched="2025-06-01T12:00:00Z",
    )


def _paragraphs(text: str, start: int) -> tuple[Block, ...]:
    """What stands between empty lines from ``start`` on, headings apart."""
    parts = re.finditer(r"^(?!=)[^\n]+(?:\n(?!=)[^\n]+)*", text[start:], re.MULTILINE)
    return tuple(Block("paragraph", start + part.start(), start + part.end()) for part in parts)


def extraction(document: Document, records: Iterable[dict[str, Any]]) -> Extraction:
    """What ``records`` in the interchange format say of ``document``; of evidence only the quotes are needed."""
    return _Reader(document, list(records)).extraction()


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _items(values: str, end: int) -> tuple[InfoboxItem, ...]:
    items: list[InfoboxItem] = []
    at = end - len(values)
    for value in values.split(","):
        items.append(InfoboxItem(value.strip(), at, at + len(value), lost=not value.strip()))
        at += len(value) + 1
    return tuple(items)


class _Reader:
    def __init__(self, document: Document, records: list[dict[str, Any]]) -> None:
        self.document = document
        self.records = records
        self.entities: dict[str, Entity] = {}
        self.main: dict[str, str] = {}
        self.kinds: dict[str, Sequence[Kind]] = {}
        for record in records:
            if record["record"] == "entity":
                for alias in (record["name"], *record.get("aliases", ())):
                    self.main.setdefault(name_key(alias), record["name"])
                if record.get("kind"):
                    self.kinds[record["name"]] = [record["kind"]]

    def extraction(self) -> Extraction:
        claims = tuple(dict.fromkeys(self.claim(r) for r in self.records if r["record"] == "claim"))
        made = [(r, self.event(r)) for r in self.records if r["record"] == "event"]
        by_quote = {r["evidence"][0]["quote"]: e for r, e in made}
        events: dict[str, Event] = {}
        for record, event in made:
            cause = by_quote.get(record.get("caused_by", ""))
            linked = replace(event, caused_by=cause.id) if cause else event
            events.setdefault(linked.id, linked)
        subject = self.known(self.main.get(name_key(self.document.title), self.document.title), "organization")
        return Extraction(
            self.document.id, subject, tuple(self.entities.values()), claims, tuple(events.values()), "annotations", "1"
        )

    def claim(self, record: dict[str, Any]) -> Claim:
        predicate = vocabulary().predicate(record["predicate"])
        literal = predicate.literal is not None
        return Claim(
            subject=self.known(record["subject"], *predicate.subject_kinds),
            predicate=predicate.name,
            object=None if literal else self.known(record["object"], *predicate.object_kinds),
            literal=record["object"] if literal else None,
            spans=self.spans(record),
            date=record.get("time"),
            saying=self.saying(record),
            former=record.get("former", False),
            confidence=record.get("confidence", 1.0),
            **MADE,
        )

    def event(self, record: dict[str, Any]) -> Event:
        place = record.get("place")
        return Event(
            type=record["type"],
            spans=self.spans(record),
            date=record.get("time"),
            place=self.known(place, "place") if place else None,
            participants=tuple(
                Participant(self.known(p["name"], "organization", "person"), p["role"])
                for p in record.get("participants", ())
            ),
            casualties=tuple(self.count(c) for c in record.get("casualties", ())),
            saying=self.saying(record),
            confidence=record.get("confidence", 1.0),
            **MADE,
        )

    def count(self, record: dict[str, Any]) -> Casualties:
        given: dict[str, Any] = {k: str(v) if isinstance(v, int) else v for k, v in record.items()}
        return Casualties(**given)

    def saying(self, record: dict[str, Any]) -> Saying:
        return Saying(
            record.get("modality", "stated"),
            record.get("polarity", "positive"),
            record.get("attributed_to"),
            tuple(record.get("chain", ())),
        )

    def spans(self, record: dict[str, Any]) -> tuple[Span, ...]:
        found = []
        for evidence in record["evidence"]:
            start = evidence["start"] if "start" in evidence else self.document.text.index(evidence["quote"])
            found.append(Span(self.document.id, start, start + len(evidence["quote"])))
        return tuple(found)

    def known(self, name: str, *kinds: Kind) -> str:
        """The id of ``name``, which must be of one of ``kinds``: each use leaves fewer."""
        main = self.main.get(name_key(name), name)
        id = entity_id(self.document.source.id, main)
        left = [kind for kind in self.kinds.get(main, kinds) if kind in kinds] or self.kinds[main]
        self.kinds[main] = left
        self.entities[id] = Entity(id, left[0], self.names(main))
        return id

    def names(self, main: str) -> tuple[Name, ...]:
        spellings = [main]
        for record in self.records:
            if record["record"] == "entity" and record["name"] == main:
                spellings += record.get("aliases", ())
            if record["record"] == "claim" and record["predicate"] == "also_known_as" and record["subject"] == main:
                spellings.append(record["object"])
        unique = list(dict.fromkeys(spellings))
        return tuple(
            Name(text, "main" if n == 0 else "native" if script_of(text) not in ("Latn", "Zyyy") else "alias")
            for n, text in enumerate(unique)
        )
