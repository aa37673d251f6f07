"""An extractor for texts that are claims line by line, and the stores that every test of the contract is run on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stemma.model.claim import Claim, Saying
from stemma.model.document import Block, Document, InfoboxField, InfoboxItem, Section, Source
from stemma.model.entity import Entity, Name, entity_id
from stemma.model.event import Casualties, Event, Participant
from stemma.model.extraction import Extraction
from stemma.model.span import Span
from stemma.store.base import Store
from stemma.store.open import open_store

STORES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: open_store(str(folder / "stemma.db"), create=True),
}
"""Every database on which the contract is tested: its name, and how an empty store is made."""


@dataclass(frozen=True)
class LineExtractor:
    """Reads lines like "Ahrar allied_with Nusra 2014-05" and "clash: Ahrar against Nusra 2017-01".

    The first name of the text is its subject.
    """

    version: str = "1"
    name: str = "lines"

    def extract(self, document: Document) -> Extraction:
        """One claim or one event for each line."""
        entities: dict[str, Entity] = {}
        claims: list[Claim] = []
        events: list[Event] = []
        made: dict[str, Any] = {"extractor": self.name, "version": self.version, "found_by": "line"}

        def known(name: str) -> str:
            id = entity_id(document.source.id, name)
            spellings = (Name(name), Name(name[:3].upper(), "abbreviation")) if len(name) > 4 else (Name(name),)
            entities.setdefault(id, Entity(id, "organization", spellings, (("test", name),)))
            return id

        start = 0
        for line in document.text.split("\n"):
            words, spans = line.split(), (Span(document.id, start, start + max(1, len(line))),)
            start += len(line) + 1
            date = words[-1] if words and words[-1][:1].isdigit() else None
            match words:
                case [kind, a, "against", b, *_] if kind.endswith(":"):
                    participants = (Participant(known(a), "actor"), Participant(known(b), "target"))
                    counts = (Casualties(b, killed="40", status="claimed", by=a), Casualties(b, killed="16"))
                    events.append(Event(kind[:-1], spans, date, None, participants, counts, **made))
                case [a, predicate, b, *_] if b != date:
                    claims.append(Claim(known(a), predicate, known(b), None, spans, date, **made))
                case [a, predicate, *_]:
                    claims.append(Claim(known(a), predicate, None, "x", spans, date, Saying("reported"), **made))
        subject = claims[0].subject if claims else None
        return Extraction(document.id, subject, tuple(entities.values()), tuple(claims), tuple(events))

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """``extract`` for each."""
        return map(self.extract, documents)


def line_document(text: str, page: str = "Ahrar", origin: str = "ahrar.txt", fetched: str = "2024-01-01") -> Document:
    """A version of the page called ``page``, with some of every kind of structure."""
    item = InfoboxItem(text="Nusra", start=0, end=5, marks=("killed",), qualifiers=("until 2017",), depth=1)
    return Document(
        source=Source(page, "A test", f"{page}.txt"),
        title=page,
        text=text,
        format="lines",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        sections=(Section("", 0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text), skips=((1, 2), (4, 5))),),
        infobox=(InfoboxField("Allies", "allies", 0, 5, (item, InfoboxItem("", 5, 5, lost=True))),),
        published="2023-12",
        origin=origin,
        fetched=fetched,
    )


@pytest.fixture(scope="session")
def extractor() -> LineExtractor:
    """Version 1 of an extractor that needs no language pipeline."""
    return LineExtractor()


@pytest.fixture(scope="session")
def newer_extractor() -> LineExtractor:
    """Version 2 of it, which reads the same."""
    return LineExtractor(version="2")


@pytest.fixture(scope="session")
def new_document() -> Callable[..., Document]:
    """Makes documents for that extractor."""
    return line_document


@pytest.fixture(params=STORES.values(), ids=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, on every database in turn."""
    with request.param(tmp_path) as made:
        yield made


@pytest.fixture(scope="module", params=STORES.values(), ids=list(STORES))
def lasting_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store, on every database in turn, that fills up with all that the tests of one file write."""
    with request.param(tmp_path_factory.mktemp("lasting")) as made:
        yield made
