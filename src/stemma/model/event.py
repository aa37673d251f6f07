"""Events: happenings, kept as claims about an entity of kind event."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from stemma.errors import EvidenceError, VocabularyError
from stemma.model.claim import STATED, Claim, Saying
from stemma.model.ids import content_id
from stemma.model.span import Span

Role = Literal["actor", "target", "other"]
CountStatus = Literal["claimed", "confirmed", "reported"]
ROLES: tuple[Role, ...] = get_args(Role)
STATUSES: tuple[CountStatus, ...] = get_args(CountStatus)


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: an entity id and a role."""

    entity: str
    role: Role

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise VocabularyError(f"no role is called {self.role!r}; there are {', '.join(ROLES)}")


@dataclass(frozen=True, slots=True)
class Casualties:
    """A count of persons hurt: each figure a number or a range of persons as text ("40", "15-20").

    ``who`` names those counted, as the document does; ``status`` is
    "claimed" by a party, "confirmed" or "reported"; ``by`` names who counts.
    """

    who: str
    killed: str | None = None
    wounded: str | None = None
    captured: str | None = None
    missing: str | None = None
    status: CountStatus = "reported"
    by: str | None = None

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise VocabularyError(f"no status is called {self.status!r}; there are {', '.join(STATUSES)}")


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. ``place`` and the participants are entity ids; ``date`` is EDTF text.

    ``caused_by`` is the id of the event of which the document says this one came.
    """

    type: str
    spans: tuple[Span, ...]
    date: str | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    saying: Saying = STATED
    caused_by: str | None = None
    extractor: str = ""
    version: str = ""
    found_by: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.spans:
            raise EvidenceError(f"an event without evidence: {self.type}")

    @property
    def id(self) -> str:
        """A hash of the happening's type, date, place and words."""
        return content_id("event", self.type, self.date, self.place, [[s.document, s.start, s.end] for s in self.spans])

    @property
    def document(self) -> str:
        """The id of the document that tells of it."""
        return self.spans[0].document


def event_claims(event: Event) -> list[Claim]:
    """The claims that say the same as ``event``; ``event_from_claims`` turns them back."""

    def claim(predicate: str, object: str | None, literal: str | None) -> Claim:
        return Claim(
            subject=event.id,
            predicate=predicate,
            object=object,
            literal=literal,
            spans=event.spans,
            date=event.date,
            saying=event.saying,
            extractor=event.extractor,
            version=event.version,
            found_by=event.found_by,
            confidence=event.confidence,
        )

    claims = [claim("event_type", None, event.type)]
    if event.place is not None:
        claims.append(claim("event_place", event.place, None))
    claims += [claim(f"event_{p.role}", p.entity, None) for p in event.participants]
    for count in event.casualties:
        record = {k: getattr(count, k) for k in count.__slots__ if getattr(count, k) is not None}
        claims.append(claim("event_casualties", None, json.dumps(record, ensure_ascii=False, sort_keys=True)))
    if event.caused_by is not None:
        claims.append(claim("event_caused_by", event.caused_by, None))
    return claims


def event_from_claims(claims: Iterable[Claim]) -> Event:
    """The event that ``claims``, all about one event, add up to.

    Raises:
        VocabularyError: if a claim is not one of an event's, or none gives the type.
    """
    event: Event | None = None
    participants: list[Participant] = []
    casualties: list[Casualties] = []
    place = caused_by = None
    for c in claims:
        match c.predicate:
            case "event_type":
                event = Event(
                    type=c.literal or "",
                    spans=c.spans,
                    date=c.date,
                    saying=c.saying,
                    extractor=c.extractor,
                    version=c.version,
                    found_by=c.found_by,
                    confidence=c.confidence,
                )
            case "event_place":
                place = c.object
            case "event_caused_by":
                caused_by = c.object
            case "event_actor" | "event_target" | "event_other":
                role: Role = c.predicate.removeprefix("event_")  # type: ignore[assignment]
                participants.append(Participant(c.object or "", role))
            case "event_casualties":
                casualties.append(Casualties(**json.loads(c.literal or "{}")))
            case other:
                raise VocabularyError(f"not a claim of an event: {other!r}")
    if event is None:
        raise VocabularyError("no claim gives the type of the event")
    return replace(
        event, place=place, participants=tuple(participants), casualties=tuple(casualties), caused_by=caused_by
    )
