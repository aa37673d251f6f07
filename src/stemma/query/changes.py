"""Changes: what dated claims say happened ("founded", "joined", "left", "became leader")."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Claim
from stemma.model.dates import compatible, parse_date
from stemma.model.event import Event
from stemma.model.span import Span
from stemma.model.vocabulary import vocabulary
from stemma.query.articles import joined
from stemma.query.material import Material
from stemma.query.phrases import Phase, phrases
from stemma.query.relations import Key, distinct, relation_key
from stemma.query.sentences import change, in_sentence


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What one or more claims say happened at ``date`` (EDTF text, no interval), as a sentence."""

    predicate: str
    phase: Phase
    date: str
    text: str
    claims: tuple[Claim, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of the first of the claims."""
        return self.claims[0].spans

    def concerns(self, entity: str, material: Material) -> bool:
        """Whether ``entity`` (a canonical id) is one of the parties, or the one who died led it or was a member."""
        parties = {material.one(id) for c in self.claims for id in (c.subject, c.object) if id}
        if self.predicate == "died":
            return entity in parties | _groups_of(parties, material)
        return entity in parties


def changes(material: Material) -> list[Change]:
    """The changes that the dated, positive claims of ``material`` tell of; claims that say the same make one."""
    groups: dict[tuple[Key, Phase], list[tuple[str, Claim]]] = {}
    for claim in material.claims:
        if claim.saying.polarity == "positive" and claim.predicate in phrases().changes:
            for phase, date in _phases(claim):
                groups.setdefault((relation_key(claim, material), phase), []).append((date, claim))
    found = [made for (key, phase), said in groups.items() for made in _gathered(key[1], phase, said, material)]
    return _with_founders(found, material)


def same_words(change: Change, event: Event) -> bool:
    """Whether ``change`` and ``event`` are told by the same words, of days that may be one."""
    if event.date is not None and not compatible(parse_date(event.date), parse_date(change.date)):
        return False
    return any(a.overlaps(b) for c in change.claims for a in c.spans for b in event.spans)


def _phases(claim: Claim) -> list[tuple[Phase, str]]:
    """The days that ``claim`` gives, and whether each is a start, an end, or the point at which something happened."""
    wordings = phrases().changes[claim.predicate]
    date = claim.date or (claim.literal if vocabulary().predicate(claim.predicate).literal == "date" else None)
    if date is None:
        return []
    if "/" not in date:
        return [("point", date)] if "point" in wordings else []
    start, end = date.split("/", 1)
    sides: list[tuple[Phase, str]] = [("start", start), ("end", end)]
    if "start" not in wordings:
        sides = [("point", end if start in ("", "..") else start)]
    return [(phase, side) for phase, side in sides if side not in ("", "..") and phase in wordings]


def _gathered(predicate: str, phase: Phase, said: list[tuple[str, Claim]], material: Material) -> list[Change]:
    made: list[Change] = []
    taken: set[str] = set()
    for lead in distinct(date for date, _ in said):
        own = [c for date, c in said if c.id not in taken and compatible(parse_date(date), parse_date(lead))]
        taken.update(c.id for c in own)
        if own:
            firm = min(own, key=lambda c: (c.saying.modality != "stated", c.date != lead))
            made.append(Change(predicate, phase, lead, change(firm, phase, material), tuple(own)))
    return made


def _with_founders(found: list[Change], material: Material) -> list[Change]:
    """``found`` with each founding told once: its day, and by whom, where both are said of days that may be one."""
    foundings = [c for c in found if c.predicate == "founded"]
    founders = [c for c in found if c.predicate == "founded_by"]
    merged: list[Change] = []
    for founding in foundings:
        subject = material.one(founding.claims[0].subject)
        own = [
            c
            for c in founders
            if material.one(c.claims[0].subject) == subject
            and compatible(parse_date(c.date), parse_date(founding.date))
        ]
        if own:
            founders = [c for c in founders if c not in own]
            names = joined([in_sentence(c.claims[0].object or "", material) for c in own])
            claims = tuple(claim for c in (founding, *own) for claim in c.claims)
            date = distinct([founding.date, *(c.date for c in own)])[0]
            text = f"{founding.text} by {names}"
            merged.append(Change(founding.predicate, founding.phase, date, text, claims))
        else:
            merged.append(founding)
    return [*merged, *founders, *(c for c in found if c.predicate not in ("founded", "founded_by"))]


def _groups_of(persons: set[str], material: Material) -> set[str]:
    groups = {material.one(c.subject) for c in material.claims if c.predicate == "led_by" and c.object in persons}
    return groups | {
        material.one(c.object)
        for c in material.claims
        if c.predicate == "member_of" and c.object and material.one(c.subject) in persons
    }
