"""Finding disagreements: every rule put to the claims, each conflict once, the gravest first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from stemma.query.evidence import Evidence, Numbering
from stemma.query.find import kin
from stemma.query.ledger.base import Conflict, Disagreement, Found, Rule, Side
from stemma.query.ledger.casualties import casualties
from stemma.query.ledger.endings import bounds, ending, fate, role
from stemma.query.ledger.statements import date, polarity, value
from stemma.query.material import Material, gather, gather_document
from stemma.resolve.exact import same_entities
from stemma.store.base import Store

_RULES: tuple[Rule, ...] = (polarity, value, date, casualties, fate, bounds, ending, role)
_SEVERITIES = ("serious", "moderate", "minor")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The disagreements found under one ``title``: a document's, or an entity's of which several documents tell."""

    title: str
    disagreements: tuple[Disagreement, ...]
    evidence: tuple[Evidence, ...]


def disagreements(material: Material, about: Collection[str] | None, numbering: Numbering) -> tuple[Disagreement, ...]:
    """The disagreements among the claims of ``material``, the gravest first.

    Only those that concern one of ``about`` (canonical entity ids), all if None.
    """
    found: dict[str, Conflict] = {}
    for rule in _RULES:
        for conflict in rule(material):
            if about is None or conflict.about & set(about):
                found.setdefault(conflict.id, conflict)
    ordered = sorted(found.values(), key=lambda c: _SEVERITIES.index(c.severity))
    return tuple(_numbered(conflict, numbering) for conflict in ordered)


def whole_ledger(store: Store, least: float = 0.0) -> Iterator[Ledger]:
    """The disagreements inside each document, then those between the documents about one entity.

    Claims with a confidence below ``least`` (0 to 1) take no part.

    Raises:
        StoreError: if the store cannot be read.
    """
    seen: set[str] = set()
    rows = store.documents()
    for row in rows:
        yield from _ledger(row.title, gather_document(store, row.id, least), None, seen)
    for ids in _told_of(store, [row.about for row in rows if row.about is not None]):
        material = gather(store, ids, least)
        if len(material.documents) > 1:
            yield from _ledger(material.name(ids[0]), material, material.circle(ids[0]), seen)


def _told_of(store: Store, entities: Sequence[str]) -> list[list[str]]:
    """The ids of each of ``entities`` with those of all that are the same."""
    judged = store.judgements()
    known = kin(store, store.entities(dict.fromkeys(entities)).values(), judged)
    canonical = same_entities(known.values(), judged)
    wanted = dict.fromkeys(canonical[entity] for entity in entities if entity in canonical)
    return [[id for id in known if canonical[id] == one] for one in wanted]


def _ledger(title: str, material: Material, about: Collection[str] | None, seen: set[str]) -> Iterator[Ledger]:
    numbering = Numbering(material)
    new = tuple(d for d in disagreements(material, about, numbering) if d.id not in seen)
    seen.update(d.id for d in new)
    if new:
        yield Ledger(title, new, numbering.given())


def _numbered(conflict: Conflict, numbering: Numbering) -> Disagreement:
    sides = tuple(_side(found, numbering) for found in conflict.sides)
    sources = {s.source for s in sides}
    return Disagreement(
        id=conflict.id,
        kind=conflict.kind,
        topic=conflict.topic,
        about=tuple(sorted(conflict.about)),
        sides=sides,
        severity=conflict.severity,
        infobox_against_prose=sources == {"infobox", "prose"},
    )


def _side(found: Found, numbering: Numbering) -> Side:
    boxed = {ground.infobox for ground in found.grounds}
    source = {frozenset({True}): "infobox", frozenset({False}): "prose"}.get(frozenset(boxed), "infobox and prose")
    return Side(
        says=found.says,
        voice=found.voice,
        source=source,
        documents=tuple(dict.fromkeys(ground.spans[0].document for ground in found.grounds)),
        claims=tuple(ground.claim for ground in found.grounds),
        evidence=numbering.numbers((ground.spans, ground.claim) for ground in found.grounds),
    )
