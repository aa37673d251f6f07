"""Disagreements over how many were hurt.

Counts are compared within one happening, figure by figure. They are of one
side if they name the same people, leaving out words that any side may have
("soldiers", "members"). A count of all ("dead, including civilians"), or of
two sides together, may be larger than that of one of them, but not smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from stemma.model.dates import compatible, parse_date
from stemma.model.event import Casualties, Event
from stemma.model.names import fold
from stemma.model.vocabulary import vocabulary
from stemma.query.articles import with_article
from stemma.query.ledger.base import Conflict, Found, Ground, event_ground
from stemma.query.material import Material
from stemma.query.quantities import Quantity, named, quantity, written
from stemma.query.sentences import evidence_words, location
from stemma.query.timeline import event_when

_FIGURES = ("killed", "wounded", "captured", "missing")


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    data = yaml.safe_load((files("stemma.query.ledger") / "casualties.yaml").read_text("utf-8"))
    return frozenset(data["anybody"].split()), tuple(data["including"])


@dataclass(frozen=True, slots=True)
class _Count:
    event: Event
    record: Casualties
    text: str
    number: Quantity

    @property
    def sides(self) -> frozenset[str]:
        """The words that say who is counted; empty for a count of all."""
        who = fold(self.record.who)
        anybody, including = _words()
        if any(word in who for word in including):
            return frozenset()
        return frozenset(word for word in who.split() if word not in anybody and not word.isdecimal())

    @property
    def joint(self) -> bool:
        """Whether several sides are counted together."""
        return " and " in f" {fold(self.record.who)} "


def casualties(material: Material) -> Iterator[Conflict]:
    """Counts of one happening that cannot all be right."""
    for happening in _happenings(material.events):
        for figure in _FIGURES:
            known = _counts(happening, figure)
            apart = [c for c in known if any(_conflict(c, other) for other in known)]
            if apart:
                yield _conflict_of(figure, apart, material)


def same_happening(a: Event, b: Event) -> bool:
    """Whether two events are taken for one: of one type and day, with an actor and a target or a place in common."""
    if a.type != b.type or a.date is None or b.date is None:
        return False
    first, second = parse_date(a.date), parse_date(b.date)
    if not compatible(first, second) or not (_is_a_day(a.date) and _is_a_day(b.date)):
        return False
    shared = {(p.role, p.entity) for p in a.participants} & {(p.role, p.entity) for p in b.participants}
    return {role for role, _ in shared} >= {"actor", "target"} or bool(shared and a.place and a.place == b.place)


def _is_a_day(date: str) -> bool:
    read = parse_date(date)
    return read.earliest_start is not None and read.earliest_start == read.latest_end


def _happenings(events: Sequence[Event]) -> list[list[Event]]:
    groups: list[list[Event]] = []
    for event in (e for e in events if e.casualties):
        own = next((g for g in groups if any(same_happening(event, other) for other in g)), None)
        if own is None:
            groups.append([event])
        else:
            own.append(event)
    return groups


def _counts(events: Sequence[Event], figure: str) -> list[_Count]:
    found: list[_Count] = []
    for event in events:
        for record in event.casualties:
            text = getattr(record, figure)
            number = quantity(text) if text else None
            if text and number is not None:
                found.append(_Count(event, record, text, number))
    return found


def _conflict(a: _Count, b: _Count) -> bool:
    """Whether not both counts can be right."""
    if a.number.agrees_with(b.number):
        return False
    if _includes(a, b):
        return a.number.below(b.number)
    if _includes(b, a):
        return b.number.below(a.number)
    return a.sides <= b.sides or b.sides <= a.sides


def _includes(whole: _Count, part: _Count) -> bool:
    """Whether those counted in ``part`` are some of those counted in ``whole``."""
    if not whole.sides:
        return bool(part.sides)
    return whole.joint and bool(part.sides) and part.sides < whole.sides


def _conflict_of(figure: str, counts: Sequence[_Count], material: Material) -> Conflict:
    sides: dict[tuple[str, str], list[_Count]] = {}
    for count in counts:
        who = f" ({count.record.who})" if named(count.record.who) else ""
        sides.setdefault((f"{written(count.text)} {figure}{who}", _voice(count.record)), []).append(count)
    found = tuple(_side(says, voice, own, material) for (says, voice), own in sides.items())
    event = counts[0].event
    label = vocabulary().event_type(event.type).label
    words = evidence_words(event, material)
    parts = [f"{label}{location(event, words, material)}", event_when(event, words)]
    about = {material.one(p.entity) for c in counts for p in c.event.participants}
    # A party's own boast weighs less than two counts that nobody boasts of.
    statuses = {c.record.status for c in counts}
    return Conflict(
        "casualties",
        f"{figure.capitalize()} in the {', '.join(part for part in parts if part)}",
        frozenset(about),
        found,
        "moderate" if "claimed" in statuses else "serious",
    )


def _side(says: str, voice: str, counts: Sequence[_Count], material: Material) -> Found:
    grounds: dict[str, Ground] = {}
    for count in counts:
        ground = event_ground(count.event, material)
        grounds.setdefault(ground.claim, ground)
    return Found(says, voice, counts[0].record.status != "claimed", tuple(grounds.values()))


def _voice(record: Casualties) -> str:
    status = "" if record.status == "reported" and not record.by else record.status
    return f"{status} by {with_article(record.by)}" if record.by else status
