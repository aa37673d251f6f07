"""How matters of disagreement are named."""

from __future__ import annotations

from stemma.model.claim import Claim
from stemma.model.vocabulary import vocabulary
from stemma.query.material import Material
from stemma.query.relations import Relation


def relation_topic(relation: Relation, material: Material) -> str:
    """A relation as a heading: "Ansar al-Tawhid, part of the coalition"."""
    label = vocabulary().predicate(relation.predicate).label
    claim = (relation.claims or relation.against)[0]
    return f"{material.name(claim.subject)}, {label} {object_of(claim, material)}"


def object_of(claim: Claim, material: Material) -> str:
    """The name or the literal that ``claim`` has as its object."""
    return material.name(claim.object) if claim.object is not None else claim.literal or ""


def about(relation: Relation) -> frozenset[str]:
    """The canonical ids of the parties of ``relation``."""
    claim = (relation.claims or relation.against)[0]
    return frozenset({relation.subject, relation.object} if claim.object is not None else {relation.subject})
