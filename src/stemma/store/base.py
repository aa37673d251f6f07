"""What a store can do, whatever database is below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Protocol, Self

from stemma.model.claim import Claim
from stemma.model.document import Document, Source
from stemma.model.entity import Entity
from stemma.model.extraction import Extraction
from stemma.model.judgement import Judgement

WriteOutcome = Literal["new", "version", "unchanged", "reread"]


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did.

    ``outcome`` is "new" for the first document of its source, "version" for a
    changed one, "unchanged" where document and extraction were there already,
    and "reread" where the document was there and another extractor or version
    of it added an extraction. ``version`` counts the versions of the source, from 1.
    """

    document: str
    outcome: WriteOutcome
    version: int
    claims: int
    events: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text: what lists of documents show. ``length`` is in code points."""

    id: str
    source: Source
    title: str
    format: str
    origin: str
    fetched: str
    published: str | None
    sha256: str
    length: int
    version: int
    current: bool
    about: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a store that is not as it was written: ``what``, and the document and claim it concerns, if any."""

    what: str
    document: str | None = None
    claim: str | None = None


class Store(Protocol):
    """A store of documents, entities, claims and judgements.

    Claims about events (predicates ``event_*``) are claims like all others:
    their subject is the event's id. "Current" claims are those of the newest
    version of each source, from its last reading. The newest version is the
    one that was added last, the last reading the one that was added last:
    writing again what is there already changes neither.

    Every method raises StoreError if the database fails, or if what it holds is damaged.
    """

    def write(self, document: Document, extraction: Extraction) -> Written:
        """Add a document and what was extracted from it, whole or not at all.

        Of a document that is there already, ``origin`` and ``fetched`` stay as they were first.

        Raises:
            EvidenceError: if a span of the extraction is not inside the document's text, or is blank.
            DateError: if the date of a claim is not EDTF.
            StoreError: if the store cannot be written, if the extraction does not hold together (claims of
                another extractor, entities that it does not have), or if the document was stored with another text.
        """
        ...

    def reading(self, document: str, extractor: str, version: str) -> Written | None:
        """What writing this document as this version of this extractor read it would answer: "unchanged".

        None if the store has no such reading, so that the document must be read.
        """
        ...

    def document(self, id: str) -> Document:
        """The document with this id, text and infobox and all, in its last reading's structure. Raises NotFound."""
        ...

    def documents(self, current: bool = True) -> list[DocumentRow]:
        """All documents by title; only the newest version of each source if ``current``."""
        ...

    def entity(self, id: str) -> Entity:
        """The entity with this id, as its current readings know it (else its last one). Raises NotFound."""
        ...

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """The entities with these ids; ids that are not there are left out."""
        ...

    def entities_named(self, name: str) -> list[Entity]:
        """The entities that have a name with the same ``name_key``, those with most current claims first.

        Only names of current readings count. Events are not found by name.
        """
        ...

    def names_like(self, name: str, limit: int = 5) -> list[str]:
        """Main names that resemble ``name``, closest first: what to suggest when nothing is found."""
        ...

    def claim(self, id: str) -> Claim:
        """The claim whose id is, or begins with, ``id`` (where only one does). Raises NotFound."""
        ...

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """The claims with these ids, in the order given; ids that are not there are left out."""
        ...

    def claims_about(self, entities: Iterable[str]) -> list[Claim]:
        """The current claims that have one of these entities as subject or object, in document order."""
        ...

    def claims_of(self, document: str) -> list[Claim]:
        """The claims of the last reading of one document, whatever its version, in document order. Raises NotFound."""
        ...

    def all_claims(self, current: bool = True) -> Iterator[Claim]:
        """Every claim, in order of document and place; all readings of all versions if not ``current``."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; the same one twice changes nothing.

        Raises:
            NotFound: if the store does not have the claim or the entities it is about.
        """
        ...

    def judgements(self, about: str | None = None) -> list[Judgement]:
        """All judgements, or those on one claim or entity (on either side), oldest first."""
        ...

    def problems(self) -> Iterator[Problem]:
        """Everything that is not as it was written; see ``stemma.store.verify``."""
        ...

    def close(self) -> None:
        """Give the database back."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
