"""What every export does, and the one traversal that feeds them all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Protocol, TextIO

from stemma.errors import StemmaError
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import Event, event_from_claims
from stemma.model.extraction import Extraction
from stemma.store.base import Store


@dataclass(frozen=True, slots=True)
class Part:
    """A document and what it says: as an extractor gave it, or as a store kept it."""

    document: Document
    extraction: Extraction


class Exporter(Protocol):
    """Writes one format."""

    @property
    def name(self) -> str:
        """What the format is called in the table of exporters."""
        ...

    def write(self, parts: Iterable[Part], out: TextIO) -> int:
        """Write all of ``parts`` to ``out``; how many claims and events these were."""
        ...


def parts(store: Store, entities: Collection[str] | None = None) -> Iterator[Part]:
    """The current documents of ``store`` by title, each with its claims and events in their order.

    With ``entities`` (ids) only the claims and events that name one of them, and the documents that have any.

    Raises:
        StoreError: if the store cannot be read.
    """
    for row in store.documents():
        plain, events = _read(store, row.id, None if entities is None else frozenset(entities))
        if plain or events or entities is None:
            named = store.entities(sorted(_named(plain, events) | ({row.about} if row.about else set())))
            said: list[Claim | Event] = [*plain, *events]
            extraction = Extraction(
                document=row.id,
                subject=row.about,
                entities=tuple(named.values()),
                claims=tuple(plain),
                events=tuple(events),
                extractor=next((one.extractor for one in said), ""),
                version=next((one.version for one in said), ""),
            )
            yield Part(store.document(row.id), extraction)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A file to write text to, which is at ``path`` when all is written, and nowhere if anything goes wrong.

    What is no plain file (a pipe, say) is written to as it is.

    Raises:
        StemmaError: if it cannot be written; what stood at ``path`` before is still there.
    """
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as out:
                yield out
            return
        unfinished = path.with_name(f".{path.name[:100]}.{token_hex(8)}.part")
        try:
            with unfinished.open("x", encoding="utf-8", newline="\n") as out:
                yield out
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise StemmaError(f"cannot write {path}: {error.strerror or error}") from error


def _read(store: Store, document: str, entities: frozenset[str] | None) -> tuple[list[Claim], list[Event]]:
    plain: list[Claim] = []
    of_event: dict[str, list[Claim]] = {}
    for claim in store.claims_of(document):
        if claim.predicate.startswith("event_"):
            of_event.setdefault(claim.subject, []).append(claim)
        else:
            plain.append(claim)
    events = [event_from_claims(own) for own in of_event.values()]
    if entities is None:
        return plain, events
    return (
        [c for c in plain if c.subject in entities or c.object in entities],
        [e for e in events if any(p.entity in entities for p in e.participants) or e.place in entities],
    )


def _named(claims: Iterable[Claim], events: Iterable[Event]) -> set[str]:
    ids = {id for c in claims for id in (c.subject, c.object) if id}
    for event in events:
        ids.update(p.entity for p in event.participants)
        ids.update([event.place] if event.place else [])
    return ids
