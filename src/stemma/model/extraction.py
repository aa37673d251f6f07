"""What an extractor makes of one document."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Claim
from stemma.model.entity import Entity
from stemma.model.event import Event


@dataclass(frozen=True, slots=True)
class Extraction:
    """The entities, claims and events of the document with id ``document``.

    ``subject`` is the entity the document is about, None if that is not
    known. Claims and events name entities by id; all are in ``entities``.
    ``extractor`` and ``version`` say who read it: the same as in its claims
    and events, and needed where there are none.
    """

    document: str
    subject: str | None = None
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    extractor: str = ""
    version: str = ""
