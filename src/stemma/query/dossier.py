"""The dossier: everything known of one entity, each line with whose words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stemma.model.document import Document
from stemma.model.span import Span
from stemma.query.articles import with_article
from stemma.query.evidence import Evidence, Numbering
from stemma.query.find import Subject
from stemma.query.layout import Part, layout
from stemma.query.ledger import Disagreement, disagreements
from stemma.query.material import Material, gather
from stemma.query.statements import Statement, statements
from stemma.query.timeline import Entry, timeline
from stemma.store.base import Store

_COUNT_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
_SUMMED_UP = (
    ("ideology", "ideology", "{}"),
    ("lineage", "split_from", "split from {}"),
    ("life", "merged_into", "merged into {}"),
    ("places", "active_in", "active in {}"),
    ("life", "origin", "from {}"),
    ("leaders", "led_by", "led by {}"),
)
_ONLY_ONE = frozenset({"led_by"})
_MOST_PER_FACT = 2
_MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a dossier. ``remarks`` tell what is missing from it, with their evidence numbers."""

    id: str
    title: str
    statements: tuple[Statement, ...]
    remarks: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known of one entity.

    ``life`` is its first and last date in words, "" where it has none;
    ``summary`` a few facts in words. ``entries`` is the timeline, dated
    ones first in order of time; ``evidence`` every quote by its number.
    ``documents`` are the titles of those read, ``set_aside`` how many claims
    are left out because a reviewer judged them wrong or corrected them,
    ``unsure`` how many because their confidence is below ``least``.
    """

    id: str
    name: str
    kind: str
    life: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    disagreements: tuple[Disagreement, ...]
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    claims: int
    set_aside: int
    unsure: int = 0
    least: float = 0.0


def dossier(store: Store, subject: Subject, least: float = 0.0) -> Dossier:
    """The dossier of ``subject``, from claims with a confidence of ``least`` (0 to 1) or more.

    Raises:
        StoreError: if the store cannot be read.
    """
    return replace(dossier_from(gather(store, subject.ids, least), subject), least=least)


def dossier_from(material: Material, subject: Subject) -> Dossier:
    """The dossier of ``subject`` from claims at hand; its evidence is numbered from the first section on."""
    entity = material.one(subject.ids[0])
    numbering = Numbering(material)
    sections = _each_person_once(s for s in (_section(part, entity, material, numbering) for part in layout()) if s)
    entries = timeline(material, entity, numbering)
    disputes = disagreements(material, material.circle(entity), numbering)
    evidence = numbering.given()
    return Dossier(
        id=entity,
        name=subject.name,
        kind=subject.kind,
        life=_life(sections),
        summary=tuple(_summary(sections)),
        sections=sections,
        entries=entries,
        disagreements=disputes,
        evidence=evidence,
        documents=tuple(dict.fromkeys(e.title for e in evidence)),
        claims=len({id for e in evidence for id in e.claims}),
        set_aside=len(material.set_aside),
        unsure=len(material.unsure),
    )


def _section(part: Part, entity: str, material: Material, numbering: Numbering) -> Section | None:
    found = tuple(s for line in part.lines for s in statements(line, entity, material, numbering, part.endings))
    remarks = tuple(_lost(part, entity, material, numbering))
    return Section(part.id, part.title, found, remarks) if found or remarks else None


def _each_person_once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """``sections`` with the details of each person only where that person is named first."""
    told: set[str | None] = set()
    made: list[Section] = []
    for section in sections:
        lines = tuple(replace(s, details=()) if s.entity in told else s for s in section.statements)
        told.update(s.entity for s in lines if s.details)
        made.append(replace(section, statements=lines))
    return tuple(made)


def _lost(part: Part, entity: str, material: Material, numbering: Numbering) -> Iterable[tuple[str, tuple[int, ...]]]:
    """What the infoboxes of documents about ``entity`` list for this section only as pictures that were lost."""
    for document in material.documents.values():
        if material.one(material.about.get(document.id, "")) == entity:
            yield from _lost_in(document, part, numbering)


def _lost_in(document: Document, part: Part, numbering: Numbering) -> Iterable[tuple[str, tuple[int, ...]]]:
    for box in document.infobox:
        lost = sum(item.lost for item in box.items)
        if box.key in part.infobox and lost:
            many = lost > 1
            words = f"{_COUNT_WORDS.get(lost, str(lost))} more {'are' if many else 'is'} listed only as "
            words += f"{'pictures that were' if many else 'a picture that was'} lost"
            yield words, numbering.numbers([((Span(document.id, box.start, box.end),), "")])


def _life(sections: Iterable[Section]) -> str:
    """The dates of its life in words: "2 March 2018 – 29 January 2025"."""
    dates: dict[str, str] = {}
    for section in sections:
        for statement in section.statements:
            if statement.predicate in ("founded", "dissolved") and not statement.negative:
                dates.setdefault(statement.predicate, statement.text)
            if statement.predicate == "died" and section.id == "life" and not statement.negative:
                dates.setdefault("died", next((v.when for v in statement.voices if v.when), ""))
    match dates:
        case {"founded": first, "dissolved": last}:
            return f"{first} – {last}"
        case {"founded": first}:
            return f"founded {first}"
        case {"dissolved": last}:
            return f"dissolved {last}"
        case {"died": date} if date:
            return f"died {date}"
    return ""


def _summary(sections: Iterable[Section]) -> Iterable[str]:
    """A few facts, each from a line that nobody hedges."""
    by_id = {s.id: s for s in sections}
    told = 0
    for section, predicate, words in _SUMMED_UP:
        lines = by_id[section].statements if section in by_id else ()
        plain = [
            s.text
            for s in lines
            if s.predicate == predicate
            and not s.negative
            and not s.label.endswith(" of")
            and (s.ending is None or s.ending.kind != "stated")
            and any(v.words == "" for v in s.voices)
        ]
        if plain and told < _MOST_FACTS and (predicate not in _ONLY_ONE or len(plain) == 1):
            told += 1
            plain = [text for text in plain if not any(text in other for other in plain if other != text)]
            plain = [text for text in plain if "," not in text] or plain[:1]
            named = plain[:_MOST_PER_FACT] if predicate == "ideology" else [with_article(plain[0])]
            yield words.format(" and ".join(named))
