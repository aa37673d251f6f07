"""Claims and events while they are made: about members of the cast, before ids are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from stemma.extract.rules.cast import Referent
from stemma.model.claim import STATED, Saying
from stemma.model.event import Role
from stemma.model.span import Span


@dataclass(slots=True)
class ClaimDraft:
    """A claim in the making: as ``stemma.model.claim.Claim``, with referents for entity ids."""

    subject: Referent
    predicate: str
    object: Referent | None
    literal: str | None
    spans: list[Span]
    date: str | None = None
    saying: Saying = STATED
    former: bool = False
    found_by: str = ""
    confidence: float = 0.7


@dataclass(slots=True)
class CountDraft:
    """A count of persons: ``figures`` maps "killed", "wounded", "captured", "missing" to a number or range as text."""

    who: str
    figures: dict[str, str]
    status: str = "reported"
    by: str | None = None
    span: Span | None = None


@dataclass(slots=True)
class EventDraft:
    """A happening in the making, with where it stood: ``passage`` and ``sentence`` count from 0.

    ``dated_here`` is set where its own clause dates it, ``follows`` where the
    text says that it came of what was told before, ``in_story`` where its sentence names a place at all, ``by_default``
    where nobody is named and only the topic takes part.
    """

    type: str
    spans: list[Span]
    date: str | None = None
    dated_here: bool = False
    place: Referent | None = None
    parties: list[tuple[Referent, Role]] = field(default_factory=list)
    counts: list[CountDraft] = field(default_factory=list)
    saying: Saying = STATED
    found_by: str = ""
    confidence: float = 0.6
    trigger: Token | None = None
    passage: int = 0
    sentence: int = 0
    cause: EventDraft | None = None
    follows: bool = False
    in_story: bool = False
    by_default: bool = False

    def has(self, referent: Referent) -> bool:
        """Whether ``referent`` takes part."""
        return any(r is referent for r, _ in self.parties)

    def add(self, referent: Referent, role: Role) -> None:
        """Let ``referent`` take part in ``role``, unless it does already in that role."""
        if not any(r is referent and known == role for r, known in self.parties):
            self.parties.append((referent, role))
