"""What a disagreement is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from stemma.model.claim import Claim
from stemma.model.event import Event
from stemma.model.ids import content_id
from stemma.model.span import Span
from stemma.query.material import Material
from stemma.query.voices import firmness, voice

Kind = Literal["polarity", "value", "date", "ending", "fate", "casualties", "role"]
Severity = Literal["serious", "moderate", "minor"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What one side rests on: a claim's (or an event's) id and words. ``infobox`` is whether an infobox has them."""

    claim: str
    spans: tuple[Span, ...]
    infobox: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One side as it is found: what it says, who says so and how ("" for the author's own voice), how firm it is."""

    says: str
    voice: str
    firm: bool
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sides that cannot all be true. ``about`` are canonical entity ids it concerns; ``topic`` names the matter."""

    kind: Kind
    topic: str
    about: frozenset[str]
    sides: tuple[Found, ...]
    severity: Severity

    @property
    def id(self) -> str:
        """A hash of the kind and of the claims on each side: the same disagreement found twice is one."""
        return content_id("conflict", self.kind, sorted(sorted(g.claim for g in s.grounds) for s in self.sides))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement, as a reader sees it: ``source`` is "infobox", "prose" or "infobox and prose"."""

    says: str
    voice: str
    source: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides that cannot all be true.

    ``severity`` is "serious" where every side is said without hedge,
    "moderate" where one is only claimed, alleged or passed on, and "minor" where
    both can be true in turn: an undated line against an end, a word for a role.
    ``infobox_against_prose`` holds where the infobox stands alone on one side.
    """

    id: str
    kind: Kind
    topic: str
    about: tuple[str, ...]
    sides: tuple[Side, ...]
    severity: Severity
    infobox_against_prose: bool


class Rule(Protocol):
    """Finds the conflicts of one kind."""

    def __call__(self, material: Material) -> Iterable[Conflict]: ...


def ground(claim: Claim, material: Material) -> Ground:
    """What rests on ``claim``."""
    return Ground(claim.id, claim.spans, material.infobox_field(claim) is not None)


def event_ground(event: Event, material: Material) -> Ground:
    """What rests on ``event``: the claim that carries it, or its own id where no store gave one."""
    return Ground(material.carriers.get(event.id, event.id), event.spans)


def side(says: str, claims: Iterable[Claim], material: Material) -> Found:
    """A side on which ``claims`` stand; its voice is that of the firmest."""
    said = sorted(claims, key=lambda c: firmness(c.saying))
    return Found(says, voice(said[0].saying), firm(said[0]), tuple(ground(c, material) for c in said))


def firm(claim: Claim) -> bool:
    """Whether ``claim`` is said in the author's own voice."""
    return claim.saying.modality == "stated" and claim.saying.speaker is None


def severity(sides: Iterable[Found]) -> Severity:
    """ "serious" if every side is firm, else "moderate"."""
    return "serious" if all(s.firm for s in sides) else "moderate"
