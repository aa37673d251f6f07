"""Happenings that the network finds: words that tell of one, and who takes part as what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from stemma.extract.learned.candidates import Thing, role_row, things, topic_thing
from stemma.extract.learned.network import softmax
from stemma.extract.learned.sight import Sight
from stemma.extract.rules.draft import EventDraft
from stemma.extract.rules.reading import Told
from stemma.extract.rules.saying import saying
from stemma.extract.rules.when import clause_date, edtf
from stemma.model.claim import Saying
from stemma.model.event import Role

_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
_ROLES: tuple[Role, ...] = ("actor", "target", "other")


def events(told: Told, sight: Sight) -> Iterator[EventDraft]:
    """What the network thinks one sentence tells of."""
    found: list[Thing] | None = None
    for token in told.sentence:
        kind, chance = telling(token, told, sight)
        if chance < sight.network.labels["least"]["trigger"]:
            continue
        if found is None:
            found = parties(told)
        yield _draft(token, kind, chance, found, told, sight)


def telling(token: Token, told: Told, sight: Sight, kind: str | None = None) -> tuple[str, float]:
    """The type of happening that ``token`` most likely tells of (or ``kind``), and how likely it tells of that."""
    start, end = told.parsed.places[token.i]
    if token.pos_ not in _TELLING or token.i in told.parsed.dates or end <= start:
        return "", 0.0
    chances = sight.read.triggers[sight.read.pieces(start, end)[0]]
    names = sight.network.labels["triggers"]
    column = names.index(kind) if kind is not None else int(chances[1:].argmax()) + 1
    return names[column], float(chances[column])


def parties(told: Told) -> list[Thing]:
    """Everybody who may take part in what the sentence tells of; the topic may without being named."""
    found = [t for t in things(told.sentence, told.parsed, told.who) if t.party is not None]
    topic = topic_thing(told.topic)
    return [*found, topic] if topic is not None else found


def roles(trigger: Token, found: Sequence[Thing], told: Told, sight: Sight) -> Iterator[tuple[Thing, str, float]]:
    """What each of ``found`` is in the happening that ``trigger`` tells of, "" for nothing, and how sure that is."""
    if not found:
        return
    rows = np.stack([role_row(trigger, thing, told.parsed, sight) for thing in found])
    names = sight.network.labels["roles"]
    for thing, chances in zip(found, softmax(sight.network.roles(rows)), strict=True):
        column = int(chances.argmax())
        yield thing, names[column], float(chances[column])


def _draft(trigger: Token, kind: str, chance: float, found: Sequence[Thing], told: Told, sight: Sight) -> EventDraft:
    parsed = told.parsed
    mention = clause_date(trigger, parsed)
    said = saying(trigger, parsed, told.who)
    draft = EventDraft(
        type=kind,
        spans=[],
        date=edtf(mention) if mention is not None else told.discourse.story,
        dated_here=mention is not None,
        saying=Saying(said.modality, "positive", said.speaker, said.chain),
        found_by="model.events",
        confidence=chance,
        trigger=trigger,
        passage=told.passage,
        sentence=told.number,
    )
    spots = [parsed.places[trigger.i]]
    for thing, role, sure in roles(trigger, found, told, sight):
        if thing.referent is None or sure < sight.network.labels["least"]["role"]:
            continue
        if role == "place" and thing.kind == "place":
            draft.place = draft.place or thing.referent
        elif role in _ROLES and thing.kind in ("organization", "person"):
            draft.add(thing.referent, role)
        else:
            continue
        if thing.start >= 0:
            spots.append((thing.start, thing.end))
    draft.spans = [parsed.passage.span(min(s for s, _ in spots), max(e for _, e in spots))]
    return draft
