"""Statements: the lines of a dossier, each with whose words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from stemma.model.claim import Claim
from stemma.model.dates import compatible, describe, parse_date
from stemma.model.vocabulary import vocabulary
from stemma.query.date_phrases import ending_words, in_order, when
from stemma.query.evidence import Numbering
from stemma.query.layout import Line
from stemma.query.material import Material
from stemma.query.quantities import written
from stemma.query.relations import Ending, Relation, distinct, relations
from stemma.query.roles import is_former, role_in
from stemma.query.voices import firmness, voice

_COUNTED = re.compile(
    r"[ -](?:\w+ ){0,2}?(fighters|members|men|soldiers|militants|personnel|troops|combatants|guerrillas|volunteers|"
    r"guerillas|recruits|activists|insurgents|rebels|people|persons)\b"
)
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Voice:
    """Those who say one thing in one way: the ``words`` that hedge it ("": the author's own voice), and when it was."""

    words: str
    when: str
    claims: tuple[str, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One line: ``label`` and ``text`` say what, ``voices`` who says so, firmest first.

    ``entity`` is the id of the entity that ``text`` names, None for a literal.
    ``notes`` are short remarks ("deputy leader"), ``ending`` how it ended
    with ``ending_text`` to say it, ``details`` are lines about the person named.
    """

    predicate: str
    label: str
    text: str
    voices: tuple[Voice, ...]
    entity: str | None = None
    negative: bool = False
    notes: tuple[str, ...] = ()
    ending: Ending | None = None
    ending_text: str = ""
    details: tuple[Statement, ...] = ()


def statements(
    line: Line, entity: str, material: Material, numbering: Numbering, tell_endings: bool
) -> list[Statement]:
    """What ``line`` of a dossier says of ``entity`` (a canonical id): positive statements first, then the denials."""
    claims = [c for c in material.claims if _belongs(c, line, entity, material)]
    if vocabulary().predicate(line.predicate).literal == "date":
        return _dated(line, entity, claims, material, numbering)
    found = relations(material, claims)
    for_it = sorted((r for r in found if r.claims), key=lambda r: (_firmest(r, line), in_order(r.claims)))
    against = sorted((r for r in found if r.against), key=lambda r: in_order(r.against))
    return [
        *(_positive(line, entity, r, material, numbering, tell_endings) for r in for_it),
        *(s for r in against for s in _negative(line, entity, r, material, numbering)),
    ]


def voices(claims: Iterable[Claim], numbering: Numbering, point: bool) -> tuple[Voice, ...]:
    """``claims`` gathered by who says them and how, firmest first."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: firmness(c.saying)):
        groups.setdefault(voice(claim.saying), []).append(claim)
    return tuple(
        Voice(
            words=words,
            when=when(group, point),
            claims=tuple(c.id for c in group),
            evidence=numbering.numbers((c.spans, c.id) for c in group),
        )
        for words, group in groups.items()
    )


def _firmest(relation: Relation, line: Line) -> int:
    """For deaths the firm ones come first; all else is in order of date."""
    return min(firmness(c.saying) for c in relation.claims) if line.predicate == "died" else 0


def _belongs(claim: Claim, line: Line, entity: str, material: Material) -> bool:
    if claim.predicate != line.predicate:
        return False
    if (line.former == "only" and not claim.former) or (line.former == "not" and claim.former):
        return False
    sides = {"subject": [claim.subject], "object": [claim.object] if claim.object else []}[line.side]
    if vocabulary().predicate(claim.predicate).symmetric and claim.object:
        sides = [claim.subject, claim.object]
    return any(material.one(side) == entity for side in sides)


def _positive(
    line: Line, entity: str, relation: Relation, material: Material, numbering: Numbering, tell_endings: bool
) -> Statement:
    other, text = _other(relation, relation.claims[0], entity, material)
    point = vocabulary().predicate(line.predicate).timing != "state"
    ending = relation.ending
    told = ending if ending is not None and line.endings and (tell_endings or ending.kind == "stated") else None
    party = ""
    if told is not None and told.party is not None and told.party != entity:
        party = material.name(told.party)
    person = other is not None and material.kind(other) == "person"
    # The numbers of the line itself come before those of its details.
    voiced = voices(relation.claims, numbering, point)
    said = [replace(v, when="") if _dates_itself(text, v) else v for v in voiced]
    # What is last attested on the one day that is known needs no other date beside it.
    if told is not None and told.kind == "last_attested" and len(said) == len(relation.attested) == 1:
        said = [replace(said[0], when=said[0].when if relation.starts else "")]
    return Statement(
        predicate=line.predicate,
        label=line.label,
        text=text,
        voices=tuple(said),
        entity=other,
        notes=_notes(line, relation.claims, material) if other is None or person else (),
        ending=ending,
        ending_text=ending_words(told, relation.starts, party) if told else "",
        details=_details(line, other, material, numbering) if other is not None and person else (),
    )


def _negative(line: Line, entity: str, relation: Relation, material: Material, numbering: Numbering) -> list[Statement]:
    """What stands against ``relation``: what the entity itself denies, then what others say."""
    other, text = _other(relation, relation.against[0], entity, material)
    names = material.names(entity)
    own = [c for c in relation.against if c.saying.modality == "claimed" and c.saying.speaker in names]
    others = [c for c in relation.against if c not in own]
    point = vocabulary().predicate(line.predicate).timing != "state"
    return [
        Statement(
            predicate=line.predicate,
            label=label,
            text=text,
            voices=voices(claims, numbering, point),
            entity=other,
            negative=True,
        )
        for label, claims in ((line.denied, own), (line.negative, others))
        if claims
    ]


def _dated(
    line: Line, entity: str, claims: Sequence[Claim], material: Material, numbering: Numbering
) -> list[Statement]:
    """One statement for each date that cannot be the same as another; the most precise form of it is its text."""
    made: list[Statement] = []
    for polarity in ("positive", "negative"):
        said = [c for c in claims if c.saying.polarity == polarity]
        for group in _same_date(said):
            forms = list(dict.fromkeys(_date_text(c) for c in group))
            best = distinct(forms)[0]
            others = [describe(form) for form in forms if form != best and describe(form) != describe(best)]
            made.append(
                Statement(
                    predicate=line.predicate,
                    label=line.label if polarity == "positive" else line.negative,
                    text=describe(best),
                    voices=tuple(
                        Voice(v.words, "", v.claims, v.evidence) for v in voices(group, numbering, point=True)
                    ),
                    negative=polarity == "negative",
                    notes=(f"also given as {', '.join(others)}",) if others else (),
                )
            )
    return made


def _same_date(claims: Sequence[Claim]) -> list[list[Claim]]:
    """``claims`` in groups of compatible dates, each led by its most precise one."""
    groups: list[list[Claim]] = []
    precise = distinct(_date_text(c) for c in claims)
    for lead in precise:
        own = [c for c in claims if compatible(parse_date(_date_text(c)), parse_date(lead))]
        taken = {c.id for group in groups for c in group}
        groups.append([c for c in own if c.id not in taken])
    return [group for group in groups if group]


def _date_text(claim: Claim) -> str:
    return claim.date or claim.literal or ""


def _dates_itself(text: str, said: Voice) -> bool:
    """Whether ``text`` has every year of the voice's date in it: "Daraa offensive (June 2017)"."""
    years = set(_YEAR.findall(said.when))
    return bool(years) and years <= set(_YEAR.findall(text))


def _other(relation: Relation, claim: Claim, entity: str, material: Material) -> tuple[str | None, str]:
    """Who or what stands on the other side of ``relation`` from ``entity``: an id if it is an entity, and its text."""
    if claim.object is None:
        text = claim.literal or ""
        if vocabulary().predicate(claim.predicate).literal == "number_range":
            counted = _COUNTED.search(material.words(claim.spans)) if text[-1:].isdigit() or text[-1:] == "+" else None
            text = written(text) + (f" {counted[1]}" if counted else "")
        return None, text
    other = relation.object if relation.subject == entity else relation.subject
    return other, material.name(other)


def _notes(line: Line, claims: Iterable[Claim], material: Material) -> tuple[str, ...]:
    """For a person the roles that the words give."""
    if line.predicate not in ("led_by", "member_of"):
        return ()
    persons = [(c, c.object if line.predicate == "led_by" else c.subject) for c in claims]
    roles = [role_in(material.words(c.spans), names_in(c, person or "", material)) for c, person in persons]
    plain = {"leader", "commander", "head", "chief", "member", ""}
    return tuple(dict.fromkeys(role for role in roles if role not in plain and not is_former(role)))


def names_in(claim: Claim, person: str, material: Material) -> str:
    """The longest name of ``person`` (an entity id) that stands in the words of ``claim``, or else the main one."""
    known = material.entities.get(person)
    words = material.words(claim.spans)
    names = [n.text for n in known.names] if known else []
    return next((name for name in sorted(names, key=len, reverse=True) if name in words), material.name(person))


def _details(line: Line, person: str, material: Material, numbering: Numbering) -> tuple[Statement, ...]:
    labels = {"also_known_as": "also known as", "origin": "from", "died": "died"}
    own = [Line(p, labels.get(p, p), f"not {labels.get(p, p)}", f"not {labels.get(p, p)}") for p in line.details]
    return tuple(s for detail in own for s in statements(detail, person, material, numbering, tell_endings=False))
