"""What is true of every extraction, whatever was read."""

from __future__ import annotations

from stemma.model.claim import Claim
from stemma.model.dates import parse_date
from stemma.model.document import Document
from stemma.model.event import Event
from stemma.model.extraction import Extraction
from stemma.model.vocabulary import vocabulary


def check(document: Document, found: Extraction) -> None:
    """Spans stand in the text, all who are named are listed, terms are those of the vocabulary, dates can be read."""
    known, events = {e.id for e in found.entities}, {e.id for e in found.events}
    assert found.document == document.id
    assert len(known) == len(found.entities)
    assert len(events) == len(found.events)
    assert found.subject is None or found.subject in known
    for claim in found.claims:
        assert claim.subject in known
        assert claim.object is None or claim.object in known
        assert claim.object != claim.subject
        assert (vocabulary().predicate(claim.predicate).literal is None) == (claim.literal is None)
    for event in found.events:
        vocabulary().event_type(event.type)
        assert {p.entity for p in event.participants} <= known
        assert event.place is None or event.place in known
        assert event.caused_by is None or event.caused_by in events - {event.id}
    things: list[Claim | Event] = [*found.claims, *found.events]
    for thing in things:
        assert thing.date is None or parse_date(thing.date)
        for span in thing.spans:
            assert span.document == document.id
            assert span.end <= len(document.text)
            assert span.quote(document.text).strip()
