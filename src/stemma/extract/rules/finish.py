"""From drafts to the model: ids given, the same thing said once, everybody who is named listed."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.extract.rules.cast import Referent
from stemma.extract.rules.draft import ClaimDraft, EventDraft
from stemma.extract.rules.names import Named
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.entity import Entity
from stemma.model.event import Casualties, Event, Participant
from stemma.model.extraction import Extraction


def finish(
    document: Document,
    named: Named,
    claims: Sequence[ClaimDraft],
    events: Sequence[EventDraft],
    extractor: str,
    version: str,
) -> Extraction:
    """The extraction that the drafts add up to; of drafts that say the same with the same words the surest is kept."""
    made: dict[int, Entity] = {}

    def entity(referent: Referent) -> str:
        if id(referent) not in made:
            made[id(referent)] = named.cast.entity(referent)
        return made[id(referent)].id

    done = [
        Claim(
            subject=entity(d.subject),
            predicate=d.predicate,
            object=entity(d.object) if d.object is not None else None,
            literal=d.literal,
            spans=tuple(sorted(set(d.spans))),
            date=d.date,
            saying=d.saying,
            former=d.former,
            extractor=extractor,
            version=version,
            found_by=d.found_by,
            confidence=d.confidence,
        )
        for d in _once(claims)
    ]
    happened = _events(events, entity, extractor, version)
    subject = entity(named.subject) if named.subject is not None else None
    return Extraction(
        document=document.id,
        extractor=extractor,
        version=version,
        subject=subject,
        entities=tuple({e.id: e for e in made.values()}.values()),
        claims=tuple(sorted({c.id: c for c in done}.values(), key=lambda c: (c.spans[0].start, c.predicate, c.id))),
        events=happened,
    )


def _once(claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The drafts without those that say what a surer one says with words that overlap its own."""
    said: dict[tuple[object, ...], list[ClaimDraft]] = {}
    for draft in sorted(claims, key=lambda d: (-d.confidence, d.spans[0].start)):
        key = (id(draft.subject), draft.predicate, id(draft.object), draft.literal, draft.saying.polarity)
        if not any(draft.spans[0].overlaps(known.spans[0]) for known in said.setdefault(key, [])):
            said[key].append(draft)
    return [draft for drafts in said.values() for draft in drafts]


def _events(drafts: Sequence[EventDraft], entity, extractor: str, version: str) -> tuple[Event, ...]:  # type: ignore[no-untyped-def]
    made: dict[int, Event] = {}
    for draft in drafts:
        cause = made.get(id(draft.cause)) if draft.cause is not None else None
        made[id(draft)] = Event(
            type=draft.type,
            spans=tuple(sorted(set(draft.spans))),
            date=draft.date,
            place=entity(draft.place) if draft.place is not None else None,
            participants=tuple(dict.fromkeys(Participant(entity(r), role) for r, role in draft.parties)),
            casualties=tuple(
                Casualties(who=c.who, status=c.status, by=c.by, **c.figures)  # type: ignore[arg-type]
                for c in draft.counts
            ),
            saying=draft.saying,
            caused_by=cause.id if cause is not None else None,
            extractor=extractor,
            version=version,
            found_by=draft.found_by,
            confidence=draft.confidence,
        )
    return tuple({e.id: e for e in made.values()}.values())
