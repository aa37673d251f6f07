"""Disagreements over endings, deaths and roles: mostly an infobox that says less than the prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from stemma.model.claim import Claim
from stemma.model.dates import certainly_before, compatible, describe, parse_date
from stemma.model.vocabulary import vocabulary
from stemma.query.date_phrases import when
from stemma.query.ledger.base import Conflict, firm, severity, side
from stemma.query.ledger.wording import about, object_of, relation_topic
from stemma.query.material import Material
from stemma.query.relations import Relation, relations
from stemma.query.roles import is_acting, is_deputy, role_in
from stemma.query.statements import names_in

_PRESENT = re.compile(r"\b(?:is|are|has|have|works?|remains?|continues?|maintains?|belongs?|cooperates?)\b")
_PAST = re.compile(r"\b(?:was|were|had|been|did|former|formerly|until|previously|once|joined|established|formed)\b")
_MOST_READ = 2000
"""Code points of the evidence that are searched for its tense."""


def ending(material: Material) -> Iterator[Conflict]:
    """What is listed as if it still held, against the end that the same relation is said to have had.

    Listed so are undated or open infobox values, and undated prose in the present tense.
    """
    for relation in relations(material):
        ended = [c for c in relation.claims if c.former or _has_end(c)]
        listed = [c for c in relation.claims if c not in ended and _as_if_still(c, material)]
        if relation.ending is None or relation.ending.kind != "stated" or not listed or not ended:
            continue
        claim = relation.claims[0]
        what = f"{vocabulary().predicate(claim.predicate).label} {object_of(claim, material)}"
        end = when([c for c in ended if c.date], point=False)
        sides = (
            side(f"{what}, without an end", listed, material),
            side(f"{what} {end}" if end else f"no longer {what}", ended, material),
        )
        yield Conflict("ending", relation_topic(relation, material), about(relation), sides, "minor")


def bounds(material: Material) -> Iterator[Conflict]:
    """Starts, or ends, of one relation that cannot be the same, unless it ended and began again in between."""
    for relation in relations(material):
        if vocabulary().predicate(relation.predicate).timing != "state":
            continue
        for dates, turns, word, place in (
            (relation.starts, relation.ends, "from", 0),
            (relation.ends, relation.starts, "until", -1),
        ):
            once = [d for d in dates if any(_of_one_time(d, other, turns) for other in dates if other != d)]
            if once:
                claim = relation.claims[0]
                what = f"{vocabulary().predicate(claim.predicate).label} {object_of(claim, material)}"
                sides = [
                    side(f"{what} {word} {describe(date)}", _with_bound(relation, date, place), material)
                    for date in once
                ]
                yield Conflict("date", relation_topic(relation, material), about(relation), tuple(sides), "minor")


def _of_one_time(date: str, other: str, turns: Iterable[str]) -> bool:
    """Whether no turn of the relation lies between two of its dates that cannot be the same."""
    first, last = sorted((parse_date(date), parse_date(other)), key=lambda d: d.earliest_start or 0)
    return not compatible(first, last) and not any(
        not certainly_before(parse_date(turn), first) and not certainly_before(last, parse_date(turn)) for turn in turns
    )


def _with_bound(relation: Relation, date: str, place: int) -> list[Claim]:
    """The claims of ``relation`` whose start (``place`` 0) or end (-1) may be ``date``."""
    bounded = [c for c in relation.claims if c.date is not None and "/" in c.date]
    sides = [(c, (c.date or "").split("/")[place]) for c in bounded]
    return [c for c, text in sides if text not in ("", "..") and compatible(parse_date(text), parse_date(date))]


def fate(material: Material) -> Iterator[Conflict]:
    """A death that is denied; or one told as a fact, against a document that has it only from somebody.

    A document that itself tells the death as a fact in its prose has made the hedge its own, and does not count.
    """
    for person, claims in _deaths(material).items():
        said = [c for c in claims if c.saying.polarity == "positive"]
        denied = [c for c in claims if c.saying.polarity == "negative"]
        known = [c for c in said if firm(c)]
        adopted = {c.document for c in known if material.infobox_field(c) is None}
        hedged = [c for c in said if not firm(c) and c.document not in adopted]
        topic, parties = f"Fate of {material.name(person)}", frozenset({person})
        if said and denied:
            sides = (side(_death(said), said, material), side("not dead", denied, material))
            yield Conflict("fate", topic, parties, sides, severity(sides))
        if known and hedged:
            sides = (side(_death(known), known, material), side(_death(hedged), hedged, material))
            yield Conflict("fate", topic, parties, sides, "moderate")


def role(material: Material) -> Iterator[Conflict]:
    """A person whom an infobox lists among the leaders, and prose calls a deputy or acting one."""
    for relation in relations(material, [c for c in material.claims if c.predicate == "led_by"]):
        roles = {c.id: _role(c, material) for c in relation.claims}
        listed = [
            c
            for c in relation.claims
            if material.infobox_field(c) is not None and not _lesser(roles[c.id]) and not c.former
        ]
        lesser = [c for c in relation.claims if material.infobox_field(c) is None and _lesser(roles[c.id])]
        if listed and lesser:
            box = material.infobox_field(listed[0])
            label = f" under {box.label!r}" if box is not None and box.label else ""
            sides = (
                side(f"listed among the leaders{label}", listed, material),
                side(roles[lesser[0].id], lesser, material),
            )
            topic = f"Role of {material.name(relation.object)} in {material.name(relation.subject)}"
            yield Conflict("role", topic, about(relation), sides, "minor")


def _has_end(claim: Claim) -> bool:
    return claim.date is not None and "/" in claim.date and parse_date(claim.date).latest_end is not None


def _as_if_still(claim: Claim, material: Material) -> bool:
    infobox = material.infobox_field(claim) is not None
    if claim.date is not None:
        return infobox and claim.date.endswith("/..")
    words = material.words(claim.spans)[:_MOST_READ]
    return infobox or (bool(_PRESENT.search(words)) and not _PAST.search(words))


def _deaths(material: Material) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in material.claims:
        if claim.predicate == "died":
            found[material.one(claim.subject)].append(claim)
    return found


def _death(claims: Iterable[Claim]) -> str:
    said = list(claims)
    manners = ", ".join(dict.fromkeys(c.literal for c in said if c.literal))
    time = when([c for c in said if c.date], point=True)
    return f"{manners}, {time}" if time else manners


def _role(claim: Claim, material: Material) -> str:
    return role_in(material.words(claim.spans), names_in(claim, claim.object or "", material))


def _lesser(role: str) -> bool:
    return is_deputy(role) or is_acting(role)
