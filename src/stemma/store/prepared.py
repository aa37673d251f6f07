"""One reading of a document, checked and hashed, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.errors import EvidenceError, StoreError
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.entity import Entity, Name
from stemma.model.event import Event, event_claims
from stemma.model.extraction import Extraction
from stemma.model.ids import content_id
from stemma.store.records import FourDays, days, sha256, structure_hash, structure_text

NameFacts = tuple[str, str, str]
EntityFacts = tuple[str, str, Sequence[NameFacts], Sequence[tuple[str, str]]]
ClaimFacts = tuple[str, float, str]


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a reading is made of, but for its entities and claims: ids, the hash of the structure, and two counts."""

    document: str | None
    structure_sha256: str | None
    extractor: str
    version: str
    about: str | None
    claims: int
    events: int

    def id(self, entities: Iterable[EntityFacts], claims: Iterable[ClaimFacts]) -> str:
        """A hash of the reading, in whatever order its parts come.

        Args:
            entities: of each its id, kind, names (text, kind, script) and external ids.
            claims: of each its id, its confidence, and what found it.
        """
        said = sorted((id, float(confidence) + 0.0, found_by) for id, confidence, found_by in claims)  # never -0.0
        return content_id(
            "run",
            *(self.document, self.structure_sha256, self.extractor, self.version),
            *(self.about, self.claims, self.events, sorted(entities), said),
        )


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """A claim, and the days that its date allows."""

    claim: Claim
    days: FourDays


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and what one extractor made of it, ready to be written.

    ``structure`` is JSON, ``run`` the id of the reading. ``entities`` and
    ``claims`` are by id, in the extraction's order, with the events among them.
    """

    document: Document
    text_sha256: str
    structure: str
    facts: RunFacts
    run: str
    entities: dict[str, Entity]
    claims: dict[str, PreparedClaim]


def prepare(document: Document, extraction: Extraction) -> Prepared:
    """Check that the extraction is one of the document and holds together, and hash it.

    Raises:
        EvidenceError, DateError, StoreError: as ``Store.write`` says.
    """
    id = document.id
    if extraction.document != id:
        raise StoreError(f"an extraction of {extraction.document} cannot be kept with {id}, {document.title!r}")
    events = {event.id: event for event in extraction.events}
    said = {claim.id: claim for claim in extraction.claims}
    claims = said | {claim.id: claim for event in extraction.events for claim in event_claims(event)}
    entities = _entities(document, [*extraction.entities, *map(event_entity, events.values())])
    extractor, version = _made_by(document, extraction, claims.values())
    _check_references(document, extraction, entities, claims.values())
    for claim in claims.values():
        _check_evidence(document, id, claim)
    body = structure_text(document)
    facts = RunFacts(
        document=id,
        structure_sha256=structure_hash(document.title, document.format, document.published, body),
        extractor=extractor,
        version=version,
        about=extraction.subject,
        claims=len(said),
        events=len(events),
    )
    return Prepared(
        document=document,
        text_sha256=_text_hash(document),
        structure=body,
        facts=facts,
        run=facts.id(
            map(_entity_facts, entities.values()),
            ((claim_id, claim.confidence, claim.found_by) for claim_id, claim in claims.items()),
        ),
        entities=entities,
        claims={claim_id: PreparedClaim(claim, days(claim.date)) for claim_id, claim in claims.items()},
    )


def event_entity(event: Event) -> Entity:
    """The entity that the claims of ``event`` are about, named by its type and date."""
    return Entity(event.id, "event", (Name(f"{event.type} {event.date or ''}".strip() or "event"),))


def _entity_facts(entity: Entity) -> EntityFacts:
    return entity.id, entity.kind, [(n.text, n.kind, n.script) for n in entity.names], entity.external_ids


def _entities(document: Document, entities: Iterable[Entity]) -> dict[str, Entity]:
    by_id: dict[str, Entity] = {}
    for entity in entities:
        if by_id.setdefault(entity.id, entity) != entity:
            raise StoreError(f"{document.title}: the extraction has two entities {entity.id}, {entity.name!r}")
    return by_id


def _made_by(document: Document, extraction: Extraction, claims: Iterable[Claim]) -> tuple[str, str]:
    makers = {(claim.extractor, claim.version) for claim in claims}
    if extraction.extractor:
        makers.add((extraction.extractor, extraction.version))
    if len(makers) > 1:
        names = ", ".join(sorted(f"{extractor!r} {version!r}" for extractor, version in makers))
        raise StoreError(f"{document.title}: one extraction is made by one version of one extractor, not by {names}")
    return makers.pop() if makers else ("", extraction.version)


def _check_references(
    document: Document, extraction: Extraction, entities: dict[str, Entity], claims: Iterable[Claim]
) -> None:
    named = [("the subject of the extraction", extraction.subject)]
    for claim in claims:
        named += [(f"a claim ({claim.predicate})", claim.subject), (f"a claim ({claim.predicate})", claim.object)]
    for what, id in named:
        if id is not None and id not in entities:
            raise StoreError(f"{document.title}: {what} names {id}, which is not among the extraction's entities")


def _check_evidence(document: Document, id: str, claim: Claim) -> None:
    for span in claim.spans:
        if span.document != id:
            problem = f"stands in another document, {span.document}"
        elif span.end > len(document.text):
            problem = f"is outside a text of {len(document.text):,} characters"
        elif not span.quote(document.text).strip():
            problem = "is blank"
        else:
            continue
        raise EvidenceError(f"{document.title}: the evidence {span.start}:{span.end} for {claim.predicate!r} {problem}")


def _text_hash(document: Document) -> str:
    try:
        return sha256(document.text)
    except UnicodeEncodeError as error:
        raise StoreError(f"{document.title}: the text is not Unicode: {error}") from error
