"""Claims and events as the page numbers them, and what it says of each in few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.export.base import Part
from stemma.model.claim import Claim, Saying
from stemma.model.entity import Entity
from stemma.model.event import Event
from stemma.model.vocabulary import vocabulary

LONGEST_NAME = 160
"""The most that is shown of a name, a value or a speaker, in code points."""


@dataclass(frozen=True, slots=True)
class Item:
    """A claim or an event, and its number on the page, from 1 in each document."""

    number: int
    said: Claim | Event


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One document on the page: its part, its items in the order of the text, and what ids mean.

    ``prefix`` begins all anchors of this document; ``places`` leads from the
    id of an entity to its number in the list of entities, ``numbers`` from the
    id of an event to that of its item.
    """

    part: Part
    prefix: str
    items: tuple[Item, ...]
    entities: Mapping[str, Entity]
    places: Mapping[str, int]
    numbers: Mapping[str, int]

    def name(self, entity: str) -> str:
        """What ``entity`` is called; its id where it has no name here."""
        known = self.entities.get(entity)
        return known.name if known else entity

    def anchor(self, letter: str, number: int) -> str:
        """The id of an element: "c" is a claim's or event's card, "w" its words, "e" an entity."""
        return f"{self.prefix}{letter}{number}"


def sheet(part: Part, prefix: str = "") -> Sheet:
    """``part`` with its claims and events numbered in the order of its text."""
    found: list[Claim | Event] = [*part.extraction.claims, *part.extraction.events]
    found.sort(key=lambda s: (s.spans[0].start, s.spans[0].end, s.id))
    items = tuple(Item(number, said) for number, said in enumerate(found, 1))
    entities = {e.id: e for e in sorted(part.extraction.entities, key=lambda e: (e.name.casefold(), e.id))}
    return Sheet(
        part,
        prefix,
        items,
        entities,
        {id: number for number, id in enumerate(entities, 1)},
        {i.said.id: i.number for i in items if isinstance(i.said, Event)},
    )


def named_in(said: Claim | Event) -> list[str]:
    """The ids of the entities that ``said`` names, each once."""
    if isinstance(said, Claim):
        ids = [said.subject, said.object]
    else:
        ids = [*(p.entity for p in said.participants), said.place]
    return list(dict.fromkeys(id for id in ids if id is not None))


def label(said: Claim | Event) -> str:
    """What a reader calls the predicate or the type of the event."""
    terms = vocabulary()
    return (terms.predicate(said.predicate) if isinstance(said, Claim) else terms.event_type(said.type)).label


def in_short(item: Item, sheet: Sheet) -> str:
    """The item on one line: "12: Ansar al-Tawhid – not part of – al-Qaeda"."""
    said = item.said
    if isinstance(said, Claim):
        denied = "not " if said.saying.polarity == "negative" else ""
        value = sheet.name(said.object) if said.object is not None else said.literal or ""
        parts = [sheet.name(said.subject), f"{denied}{label(said)}", value]
    else:
        roles = {
            role: [sheet.name(p.entity) for p in said.participants if p.role == role] for role in ("actor", "target")
        }
        parts = [label(said), *(", ".join(names) for names in roles.values() if names)]
    return f"{item.number}: " + " – ".join(part[:LONGEST_NAME] for part in parts)


def is_hedged(saying: Saying) -> bool:
    """Whether anything but the author's own plain voice says so."""
    return saying.modality != "stated" or saying.speaker is not None or saying.polarity == "negative"
