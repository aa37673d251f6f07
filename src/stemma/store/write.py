"""Adding one reading to the tables, inside a transaction that somebody else holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select, update
from sqlalchemy.sql.dml import Insert

from stemma.errors import StoreError
from stemma.model.names import name_key
from stemma.store import tables as t
from stemma.store.base import WriteOutcome, Written
from stemma.store.prepared import Prepared
from stemma.store.records import chain_text, quote_hash

Key = TypeVar("Key", str, int)

CHUNK = 500
"""How many ids one question carries: databases limit its parameters."""


def chunks(ids: Iterable[Key]) -> Iterator[list[Key]]:
    """``ids``, or numbers, each once, in lists short enough for one question."""
    rest = iter(dict.fromkeys(ids))
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def numbers_of(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of those rows of ``table`` that are there, by id."""
    numbers: dict[str, int] = {}
    for chunk in chunks(ids):
        rows = connection.execute(select(table.c.id, table.c.n).where(table.c.id.in_(chunk)))
        numbers.update((row.id, row.n) for row in rows)
    return numbers


@dataclass(frozen=True, slots=True)
class Writer:
    """Adds ``reading``; ``insert_new`` makes an INSERT that leaves alone what is there."""

    connection: Connection
    insert_new: Callable[[Table], Insert]
    reading: Prepared

    def write(self) -> Written:
        """Add what is new in the reading.

        Raises:
            StoreError: if the document is there with another text.
        """
        document, version, outcome = self._document()
        if outcome == "unchanged" and not numbers_of(self.connection, t.run, [self.reading.run]):
            outcome = "reread"
        if outcome != "unchanged":
            self._contents(document)
        facts = self.reading.facts
        return Written(self.reading.document.id, outcome, version, facts.claims, facts.events)

    def _contents(self, document: int) -> None:
        entities = self._numbered(t.entity, [{"id": id} for id in self.reading.entities])
        claims = self._claims(document, entities)
        run = self._run(document, entities)
        self._add(t.run_claim, self._run_claims(run, claims))
        self._add(t.run_entity, self._run_entities(run, entities))
        self._add(t.name, self._names(run, entities))
        self._add(t.external_id, self._external_ids(run, entities))

    def _numbered(self, table: Table, rows: Collection[dict[str, Any]]) -> dict[str, int]:
        """The numbers of ``rows`` by id, those that are new having been added."""
        known = numbers_of(self.connection, table, (row["id"] for row in rows))
        new = [row for row in rows if row["id"] not in known]
        if new:
            self.connection.execute(self.insert_new(table), new)
        return known | numbers_of(self.connection, table, (row["id"] for row in new))

    def _add(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        if listed := list(rows):
            self.connection.execute(table.insert(), listed)

    def _document(self) -> tuple[int, int, WriteOutcome]:
        """Number and version of the document, and "unchanged" if it was there."""
        d, document = t.document.c, self.reading.document
        known = self.connection.execute(select(d.n, d.version, d.text_sha256).where(d.id == document.id)).one_or_none()
        if known is not None:
            if known.text_sha256 != self.reading.text_sha256:
                raise StoreError(f"{document.title}: {document.id} is in the store, but its bytes gave another text")
            return known.n, known.version, "unchanged"
        source = self._source()
        last = func.coalesce(func.max(d.version), 0)
        version: int = self.connection.execute(select(last + 1).where(d.source == source)).scalar_one()
        row = {
            "id": document.id,
            "source": source,
            "version": version,
            "sha256": document.sha256,
            "text_sha256": self.reading.text_sha256,
            "length": len(document.text),
            "origin": document.origin,
            "fetched": document.fetched,
            "text": document.text,
        }
        return self._numbered(t.document, [row])[document.id], version, "version" if version > 1 else "new"

    def _source(self) -> int:
        source = self.reading.document.source
        row = {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "file_name": source.file_name,
        }
        return self._numbered(t.source, [row])[source.id]

    def _structure(self, document: int) -> int:
        s, reading = t.structure.c, self.reading
        sha256 = reading.facts.structure_sha256
        row = {
            "document": document,
            "sha256": sha256,
            "title": reading.document.title,
            "format": reading.document.format,
            "published": reading.document.published,
            "body": reading.structure,
        }
        self.connection.execute(self.insert_new(t.structure), [row])
        number: int = self.connection.execute(
            select(s.n).where(s.document == document, s.sha256 == sha256)
        ).scalar_one()
        return number

    def _claims(self, document: int, entities: dict[str, int]) -> dict[str, int]:
        known = numbers_of(self.connection, t.claim, self.reading.claims)
        new = [id for id in self.reading.claims if id not in known]
        numbers = self._numbered(t.claim, [self._claim(id, document, entities) for id in new])
        self._add(t.span, self._spans(numbers))
        return known | numbers

    def _claim(self, id: str, document: int, entities: dict[str, int]) -> dict[str, Any]:
        claim = self.reading.claims[id].claim
        earliest_start, latest_start, earliest_end, latest_end = self.reading.claims[id].days
        return {
            "id": id,
            "document": document,
            "start": claim.spans[0].start,
            "subject": entities[claim.subject],
            "predicate": claim.predicate,
            "object": None if claim.object is None else entities[claim.object],
            "literal": claim.literal,
            "date": claim.date,
            "earliest_start": earliest_start,
            "latest_start": latest_start,
            "earliest_end": earliest_end,
            "latest_end": latest_end,
            "modality": claim.saying.modality,
            "polarity": claim.saying.polarity,
            "speaker": claim.saying.speaker,
            "chain": chain_text(claim.saying),
            "former": int(claim.former),
        }

    def _spans(self, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
        for id, number in numbers.items():
            for ordinal, span in enumerate(self.reading.claims[id].claim.spans):
                quote = quote_hash(span.quote(self.reading.document.text))
                yield {"claim": number, "ordinal": ordinal, "start": span.start, "end": span.end, "quote": quote}

    def _run(self, document: int, entities: dict[str, int]) -> int:
        """Add the run; it becomes the current one of its source if the document is the newest version."""
        d, r, facts = t.document.c, t.run.c, self.reading.facts
        siblings = select(d.n).where(d.source == select(d.source).where(d.n == document).scalar_subquery())
        newest = self.connection.execute(siblings.order_by(d.version.desc()).limit(1)).scalar_one()
        if newest == document:
            replaced = r.document.in_(siblings) & (r.current == 1)
            self.connection.execute(update(t.run).where(replaced).values(current=0))
        row = {
            "id": self.reading.run,
            "document": document,
            "structure": self._structure(document),
            "extractor": facts.extractor,
            "version": facts.version,
            "about": None if facts.about is None else entities[facts.about],
            "claims": facts.claims,
            "events": facts.events,
            "current": int(newest == document),
        }
        return self._numbered(t.run, [row])[self.reading.run]

    def _run_claims(self, run: int, claims: dict[str, int]) -> Iterator[dict[str, Any]]:
        for ordinal, (id, prepared) in enumerate(self.reading.claims.items()):
            made = {"confidence": prepared.claim.confidence, "found_by": prepared.claim.found_by}
            yield {"claim": claims[id], "run": run, "ordinal": ordinal, **made}

    def _run_entities(self, run: int, entities: dict[str, int]) -> Iterator[dict[str, Any]]:
        for entity in self.reading.entities.values():
            yield {"entity": entities[entity.id], "run": run, "kind": entity.kind}

    def _names(self, run: int, entities: dict[str, int]) -> Iterator[dict[str, Any]]:
        for entity in self.reading.entities.values():
            for ordinal, name in enumerate(entity.names):
                key = None if entity.kind == "event" else name_key(name.text)
                which = {"entity": entities[entity.id], "run": run, "ordinal": ordinal}
                yield {**which, "text": name.text, "kind": name.kind, "script": name.script, "name_key": key}

    def _external_ids(self, run: int, entities: dict[str, int]) -> Iterator[dict[str, Any]]:
        for entity in self.reading.entities.values():
            for ordinal, (scheme, value) in enumerate(entity.external_ids):
                which = {"entity": entities[entity.id], "run": run, "ordinal": ordinal}
                yield {**which, "scheme": scheme, "value": value}
