"""Claims read together, with the entities and documents they need to be understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stemma.model.claim import Claim
from stemma.model.document import Document, InfoboxField
from stemma.model.entity import Entity
from stemma.model.event import Event, event_claims, event_from_claims
from stemma.model.extraction import Extraction
from stemma.model.judgement import Judgement
from stemma.model.span import Span
from stemma.query.confidence import SureClaims
from stemma.query.find import kin
from stemma.resolve.exact import same_entities
from stemma.store.base import Store

_PERSON_PREDICATES = frozenset({"led_by", "member_of", "founded_by"})
_REJECTED = frozenset({"wrong", "corrected"})


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Claims, events, and what they name.

    ``claims`` has none about events: those are put together as ``events``.
    ``canonical`` leads from the ids of entities that are the same to one of
    them; ``about`` from a document's id to the entity it is about. ``carriers``
    leads from an event's id to the claim that gives its type. ``set_aside``
    are the claims left out because a reviewer judged them wrong or corrected
    them, ``unsure`` those left out for their confidence.
    """

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    canonical: Mapping[str, str]
    about: Mapping[str, str]
    carriers: Mapping[str, str]
    set_aside: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    def one(self, entity: str) -> str:
        """The id that stands for ``entity`` and all that are the same."""
        return self.canonical.get(entity, entity)

    def name(self, entity: str) -> str:
        """The name to call ``entity`` by; its id where it has none here."""
        known = self.entities.get(self.one(entity)) or self.entities.get(entity)
        return known.name if known else entity

    def kind(self, entity: str) -> str:
        """The kind of ``entity``, "" where it is not known here."""
        known = self.entities.get(self.one(entity)) or self.entities.get(entity)
        return known.kind if known else ""

    def names(self, entity: str) -> set[str]:
        """All names of ``entity``."""
        one = self.one(entity)
        return {name.text for id, known in self.entities.items() if self.one(id) == one for name in known.names}

    def belongs(self, person: str, group: str) -> bool:
        """Whether ``person`` is said to lead ``group`` or to be a member of it."""
        pair = (self.one(person), self.one(group))
        return any(
            pair in ((self.one(c.object or ""), self.one(c.subject)), (self.one(c.subject), self.one(c.object or "")))
            for c in self.claims
            if c.predicate in ("led_by", "member_of")
        )

    def circle(self, entity: str) -> frozenset[str]:
        """``entity`` and the persons who lead it, founded it or are members of it, as canonical ids."""
        one = self.one(entity)
        persons = {
            self.one(other)
            for claim in self.claims
            if claim.predicate in _PERSON_PREDICATES and claim.object is not None
            for this, other in ((claim.subject, claim.object), (claim.object, claim.subject))
            if self.one(this) == one and self.kind(other) == "person"
        }
        return frozenset({one, *persons})

    def quote(self, span: Span) -> str:
        """The words of ``span``."""
        return span.quote(self.documents[span.document].text)

    def words(self, spans: Iterable[Span]) -> str:
        """The words of several spans in the order of the text, an ellipsis between them; overlaps are told once."""
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.overlaps(merged[-1]):
                last = merged.pop()
                span = Span(last.document, last.start, max(last.end, span.end))
            merged.append(span)
        return " … ".join(dict.fromkeys(self.quote(span) for span in merged))

    def infobox_field(self, claim: Claim) -> InfoboxField | None:
        """The infobox field that ``claim`` was read from, None if it comes from prose."""
        span = claim.spans[0]
        fields = self.documents[span.document].infobox
        return next((f for f in fields if f.start <= span.start and span.end <= f.end), None)


def gather(store: Store, subjects: Iterable[str], least: float = 0.0) -> Material:
    """All that the store's current claims say of ``subjects``, entity ids that mean one and the same.

    That is their own claims; the happenings they took part in, and those that led
    to these or came of them; everything in the documents that are about
    them; and the claims about their leaders, members and founders, under whatever source.
    Claims with a confidence below ``least`` (0 to 1) are left out.

    Raises:
        StoreError: if the store cannot be read.
    """
    sure = SureClaims(store, least)
    ids = list(dict.fromkeys(subjects))
    rows = [row for row in store.documents() if row.about in set(ids)]
    found = {c.id: c for c in sure.about(ids)}
    for row in rows:
        found.update((c.id, c) for c in sure.of(row.id))
    persons = {c.object for c in found.values() if c.predicate in _PERSON_PREDICATES and c.object and c.subject in ids}
    persons |= {c.subject for c in found.values() if c.predicate in _PERSON_PREDICATES and c.object in ids}
    judged = store.judgements()
    met = [e for e in store.entities(sorted(persons)).values() if e.kind == "person"]
    alike = [e.id for e in kin(store, met, judged).values() if e.kind == "person"]
    found.update((c.id, c) for c in sure.about(alike))
    events = {c.subject for c in found.values() if c.predicate.startswith("event_")}
    found.update((c.id, c) for c in sure.about(sorted(events)))
    linked = {c.subject for c in found.values() if c.predicate.startswith("event_")}
    linked |= {c.object for c in found.values() if c.predicate == "event_caused_by" and c.object}
    found.update((c.id, c) for c in sure.about(sorted(linked - events)))
    material = _assemble(store, found.values(), judged, ids, [row.id for row in rows])
    return replace(
        material,
        canonical={**material.canonical, **dict.fromkeys(ids, ids[0])},
        unsure=tuple(sorted(sure.unsure)),
    )


def gather_document(store: Store, document: str, least: float = 0.0) -> Material:
    """All that the current claims of one document say, but for those with a confidence below ``least`` (0 to 1).

    Raises:
        NotFound: if there is no such document.
        StoreError: if the store cannot be read.
    """
    sure = SureClaims(store, least)
    material = _assemble(store, sure.of(document), store.judgements(), [], [document])
    return replace(material, unsure=tuple(sorted(sure.unsure)))


def gather_claims(store: Store, claims: Collection[Claim]) -> Material:
    """These claims alone, also where a reviewer judged them wrong.

    Raises:
        StoreError: if the store cannot be read.
    """
    return _assemble(store, claims, [], [], [])


def from_extraction(document: Document, extraction: Extraction) -> Material:
    """What one extraction says, without a store."""
    return Material(
        claims=extraction.claims,
        events=extraction.events,
        entities={e.id: e for e in extraction.entities},
        documents={document.id: document},
        canonical=same_entities(extraction.entities, ()),
        about={document.id: extraction.subject} if extraction.subject else {},
        carriers={e.id: event_claims(e)[0].id for e in extraction.events},
    )


def _assemble(
    store: Store,
    claims: Iterable[Claim],
    judged: Collection[Judgement],
    also_entities: Iterable[str],
    also_documents: Iterable[str],
) -> Material:
    rejected = {j.about for j in judged if j.verdict in _REJECTED}
    found = list(claims)
    kept = [c for c in found if c.id not in rejected]
    plain = [c for c in kept if not c.predicate.startswith("event_")]
    of_event: dict[str, list[Claim]] = defaultdict(list)
    for claim in kept:
        if claim.predicate.startswith("event_"):
            of_event[claim.subject].append(claim)
    told = {id: own for id, own in of_event.items() if any(c.predicate == "event_type" for c in own)}
    events = [event_from_claims(own) for own in told.values()]
    entities = store.entities(sorted({*also_entities, *_named_in(plain, events)}))
    documents = {id: store.document(id) for id in sorted({*also_documents, *(c.document for c in kept)})}
    return Material(
        claims=tuple(sorted(plain, key=_reading_order(documents))),
        events=tuple(sorted(events, key=_reading_order(documents))),
        entities=entities,
        documents=documents,
        canonical=same_entities(entities.values(), judged),
        about={row.id: row.about for row in store.documents() if row.about and row.id in documents},
        carriers={id: next(c.id for c in own if c.predicate == "event_type") for id, own in told.items()},
        set_aside=tuple(sorted(c.id for c in found if c.id in rejected)),
    )


def _reading_order(documents: Mapping[str, Document]) -> Callable[[Claim | Event], tuple[str | int, ...]]:
    """Documents by title, the one published first before others; what they say in the order of their texts."""

    def key(said: Claim | Event) -> tuple[str | int, ...]:
        span = said.spans[0]
        document = documents[span.document]
        return document.title, document.published or "", document.origin, document.id, span.start, span.end, said.id

    return key


def _named_in(claims: Iterable[Claim], events: Iterable[Event]) -> Iterator[str]:
    for claim in claims:
        yield claim.subject
        if claim.object is not None:
            yield claim.object
    for event in events:
        yield from (p.entity for p in event.participants)
        if event.place is not None:
            yield event.place
