"""Only what an extractor was sure enough of: the one place where that is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from stemma.model.claim import Claim
from stemma.model.event import Event
from stemma.model.extraction import Extraction
from stemma.store.base import Store


def is_sure(said: Claim | Event, least: float) -> bool:
    """Whether the confidence of ``said`` is ``least`` (0 to 1) or more."""
    return said.confidence >= least


def surest(extraction: Extraction, least: float) -> Extraction:
    """``extraction`` with the claims and events that have a confidence of ``least`` (0 to 1) or more.

    Entities that only the others name are left out as well, and so is whatever
    an event came of that is not there any more.
    """
    if least <= 0.0:
        return extraction
    claims = tuple(c for c in extraction.claims if is_sure(c, least))
    sure = [e for e in extraction.events if is_sure(e, least)]
    kept = {e.id for e in sure}
    events = tuple(e if e.caused_by is None or e.caused_by in kept else replace(e, caused_by=None) for e in sure)
    named = {id for c in claims for id in (c.subject, c.object)} | {e.place for e in events} | {extraction.subject}
    named |= {p.entity for e in events for p in e.participants}
    return replace(
        extraction, claims=claims, events=events, entities=tuple(e for e in extraction.entities if e.id in named)
    )


@dataclass(slots=True, eq=False)
class SureClaims:
    """The claims of ``store`` that have a confidence of ``least`` (0 to 1) or more.

    All claims of one event have the same confidence, so that an event is there
    whole or not at all. ``unsure`` are the ids of the claims that were met and
    left out, of an event's only the one that gives its type.
    """

    store: Store
    least: float = 0.0
    unsure: set[str] = field(default_factory=set)

    def about(self, entities: Iterable[str]) -> list[Claim]:
        """See ``Store.claims_about``."""
        return self._sure(self.store.claims_about(entities))

    def of(self, document: str) -> list[Claim]:
        """See ``Store.claims_of``."""
        return self._sure(self.store.claims_of(document))

    def _sure(self, claims: Sequence[Claim]) -> list[Claim]:
        self.unsure.update(c.id for c in claims if not is_sure(c, self.least) and _is_counted(c))
        return [c for c in claims if is_sure(c, self.least)]


def _is_counted(claim: Claim) -> bool:
    return not claim.predicate.startswith("event_") or claim.predicate == "event_type"
