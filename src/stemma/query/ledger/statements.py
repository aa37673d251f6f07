"""Disagreements between claims: whether it holds, which value, which date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from stemma.model.claim import Claim
from stemma.model.dates import compatible, describe, may_overlap, parse_date
from stemma.model.names import fold
from stemma.model.vocabulary import Predicate, vocabulary
from stemma.query.date_phrases import when
from stemma.query.ledger.base import Conflict, Found, Kind, Severity, severity, side
from stemma.query.ledger.wording import about, object_of, relation_topic
from stemma.query.material import Material
from stemma.query.quantities import quantity, written
from stemma.query.relations import distinct, relations


def polarity(material: Material) -> Iterator[Conflict]:
    """What is said to hold and said not to hold, of times that may meet."""
    for relation in relations(material):
        against = [c for c in relation.against if any(_may_meet(c, other) for other in relation.claims)]
        if against and relation.predicate != "died":
            label = vocabulary().predicate(relation.predicate).label
            what = f"{label} {object_of(relation.claims[0], material)}"
            sides = (
                side(_timed(what, relation.claims), relation.claims, material),
                side(_timed(f"not {what}", against), against, material),
            )
            yield Conflict("polarity", relation_topic(relation, material), about(relation), sides, severity(sides))


def value(material: Material) -> Iterator[Conflict]:
    """Numbers of what has one at a time, of times that may meet, whose ranges share none.

    Never more than moderate: numbers without a date may be of different times.
    Words without digits ("several hundred") are not compared.
    """
    for claims in _by_subject(material, lambda p: p.holds == "one" and p.literal == "number_range"):
        known = {c.id: q for c in claims if (q := quantity(c.literal or "")) is not None}
        apart = {
            claim.id
            for a, b in combinations([c for c in claims if c.id in known], 2)
            if not known[a.id].agrees_with(known[b.id]) and _may_meet(a, b)
            for claim in (a, b)
        }
        if apart:
            groups = _grouped((c for c in claims if c.id in apart), lambda c: fold(written(c.literal or "")))
            sides = [side(_timed(written(g[0].literal or ""), g), g, material) for g in groups]
            yield _of_subject("value", claims[0], sides, "moderate", material)


def date(material: Material) -> Iterator[Conflict]:
    """Dates of one founding, dissolution or death that cannot be the same; one more precise than the other can."""
    for claims in _by_subject(material, lambda p: p.holds == "one" and p.timing == "point"):
        dated = [c for c in claims if c.date is not None]
        leads = distinct(c.date for c in dated if c.date is not None)
        apart = {
            lead for a, b in combinations(leads, 2) if not compatible(parse_date(a), parse_date(b)) for lead in (a, b)
        }
        if apart:
            label = vocabulary().predicate(claims[0].predicate).label
            sides = [
                side(f"{label} {describe(lead)}", _agreeing(lead, dated), material) for lead in leads if lead in apart
            ]
            yield _of_subject("date", claims[0], sides, severity(sides), material)


def _agreeing(lead: str, claims: Iterable[Claim]) -> list[Claim]:
    return [c for c in claims if c.date is not None and compatible(parse_date(c.date), parse_date(lead))]


def _may_meet(a: Claim, b: Claim) -> bool:
    """Whether what ``a`` and ``b`` speak of may share a day; the undated may be of any."""
    return a.date is None or b.date is None or may_overlap(parse_date(a.date), parse_date(b.date))


def _timed(what: str, claims: Iterable[Claim]) -> str:
    time = when(claims, point=False)
    return f"{what}, {time}" if time else what


def _grouped(claims: Iterable[Claim], key: Callable[[Claim], str]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    return list(groups.values())


def _by_subject(material: Material, wanted: Callable[[Predicate], bool]) -> Iterator[list[Claim]]:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in material.claims:
        if claim.saying.polarity == "positive" and wanted(vocabulary().predicate(claim.predicate)):
            groups[material.one(claim.subject), claim.predicate].append(claim)
    yield from groups.values()


def _of_subject(kind: Kind, claim: Claim, sides: Sequence[Found], level: Severity, material: Material) -> Conflict:
    subject = material.one(claim.subject)
    topic = f"{material.name(subject)}, {vocabulary().predicate(claim.predicate).label}"
    return Conflict(kind, topic, frozenset({subject}), tuple(sides), level)
