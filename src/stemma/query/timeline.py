"""The timeline: what happened, in order of date, each with whose words it rests on.

Happenings come from two sides. Events are told as sentences. Dated claims
that tell of a change ("founded", "joined", "left", "became leader") are told
too, and an event "change of group" with the same words is told by them.
A vague date stands at its earliest day; what has no date stands at the end,
unless it came of something that has. What is told in the same words of the
same date, in several documents say, is told once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from stemma.model.dates import describe, parse_date
from stemma.model.event import Casualties, Event
from stemma.model.span import Span
from stemma.query.changes import Change, changes, same_words
from stemma.query.evidence import Numbering
from stemma.query.material import Material
from stemma.query.sentences import adds, counts, excerpt, says_little, sentence

_END_OF_TIME = 10**9
_LASTING = ("since ", "from ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One happening.

    ``date`` is EDTF text, None where there is none, and ``when`` the same in
    words. ``text`` is the sentence, ``counts`` the casualties in words beside
    each other, ``quote`` the words themselves where the sentence leaves out
    what matters. ``came_of`` is the event id of what led to it. ``involved``
    is whether the dossier's entity took part, rather than a document
    about it telling of it.
    """

    date: str | None
    when: str
    text: str
    type: str
    place: str
    participants: tuple[tuple[str, str], ...]
    casualties: tuple[Casualties, ...]
    counts: str
    quote: str
    event: str | None
    came_of: str | None
    involved: bool
    claims: tuple[str, ...]
    evidence: tuple[int, ...]


def timeline(material: Material, entity: str, numbering: Numbering) -> tuple[Entry, ...]:
    """The happenings of ``entity`` (a canonical id), and those that documents about it tell of, in order of date."""
    circle = material.circle(entity)
    told = [e for e in material.events if _concerns(e, entity, circle, material)]
    groups = [e for e in told if e.type == "group_change"]
    found = changes(material)
    covered = {e.id: [c for c in found if same_words(c, e)] for e in groups}
    own = [c for c in found if c.concerns(entity, material) or any(c in cover for cover in covered.values())]
    deaths = [c for c in own if c.predicate == "died" and any(same_words(c, e) for e in told)]
    ordered = _in_order([e for e in told if not covered.get(e.id)], [c for c in own if c not in deaths], material)
    entries = (
        _event_entry(item, entity, circle, material, numbering)
        if isinstance(item, Event)
        else _change_entry(item, [e for e in groups if item in covered[e.id]], entity, material, numbering)
        for item in ordered
    )
    return tuple(_each_once(entries))


def event_when(event: Event, words: str) -> str:
    """The date of ``event`` in words; one of which only the first day is known is "after" it, unless it lasted."""
    if event.date is None:
        return ""
    if event.date.endswith("/.."):
        start = describe(event.date.removesuffix("/.."))
        lasting = any(cue in f" {words.casefold()}" for cue in _LASTING)
        return f"{'from' if lasting else 'after'} {start}"
    if event.date.startswith("../"):
        return f"by {describe(event.date.removeprefix('../'))}"
    start, slash, end = event.date.partition("/")
    if not slash or not start or not end:
        return describe(event.date)
    first, last = describe(start), describe(end)
    year = last.rsplit(" ", 1)[-1]
    return f"{first.removesuffix(f' {year}')} – {last}"


def _each_once(entries: Iterable[Entry]) -> list[Entry]:
    """Entries of one date that say the same, in several documents perhaps, as one with the evidence of all."""
    merged: dict[tuple[str | None, str, str], Entry] = {}
    for entry in entries:
        key = (entry.date, entry.text, entry.counts)
        first = merged.setdefault(key, entry)
        if first is not entry:
            merged[key] = replace(
                first,
                involved=first.involved or entry.involved,
                claims=tuple(dict.fromkeys((*first.claims, *entry.claims))),
                evidence=tuple(sorted({*first.evidence, *entry.evidence})),
            )
    return list(merged.values())


def _concerns(event: Event, entity: str, circle: Collection[str], material: Material) -> bool:
    told_by = material.about.get(event.document)
    return _takes_part(event, circle, material) or (told_by is not None and material.one(told_by) == entity)


def _takes_part(event: Event, circle: Collection[str], material: Material) -> bool:
    return any(material.one(p.entity) in circle for p in event.participants)


def _event_entry(event: Event, entity: str, circle: Collection[str], material: Material, numbering: Numbering) -> Entry:
    words = material.words(event.spans)
    text = sentence(event, entity, material)
    when = event_when(event, words)
    quote = excerpt(words) if says_little(event) and adds(words, f"{text} {when}") else ""
    carrier = material.carriers.get(event.id, "")
    return Entry(
        date=event.date,
        when=when,
        text=text or f"“{excerpt(words)}”",
        type=event.type,
        place=material.name(event.place) if event.place else "",
        participants=tuple((p.role, material.name(p.entity)) for p in event.participants),
        casualties=event.casualties,
        counts=counts(event, text, material),
        quote=quote if text else "",
        event=event.id,
        came_of=event.caused_by,
        involved=_takes_part(event, circle, material),
        claims=(carrier,) if carrier else (),
        evidence=numbering.numbers([(event.spans, carrier)]),
    )


def _change_entry(
    change: Change, events: Sequence[Event], entity: str, material: Material, numbering: Numbering
) -> Entry:
    carriers = [(e.spans, material.carriers.get(e.id, "")) for e in events]
    said: list[tuple[tuple[Span, ...], str]] = [(c.spans, c.id) for c in change.claims]
    return Entry(
        date=change.date,
        when=describe(change.date),
        text=change.text,
        type=change.predicate,
        place=next((material.name(e.place) for e in events if e.place), ""),
        participants=tuple(dict.fromkeys((p.role, material.name(p.entity)) for e in events for p in e.participants)),
        casualties=(),
        counts="",
        quote="",
        event=events[0].id if events else None,
        came_of=next((e.caused_by for e in events if e.caused_by), None),
        involved=change.concerns(entity, material),
        claims=tuple(dict.fromkeys(id for _, id in [*said, *carriers] if id)),
        evidence=numbering.numbers([*said, *carriers]),
    )


def _in_order(events: Iterable[Event], found: Iterable[Change], material: Material) -> list[Event | Change]:
    items: list[Event | Change] = [*events, *found]
    by_id = {e.id: e for e in items if isinstance(e, Event)}

    def key(item: Event | Change) -> tuple[int, int, int, str, int]:
        date, depth = item.date, 0
        cause = item
        # What has no date stands behind what led to it, however long that chain is.
        while date is None and isinstance(cause, Event) and cause.caused_by in by_id and depth < len(by_id):
            cause = by_id[cause.caused_by]
            date, depth = cause.date, depth + 1
        span = item.spans[0]
        return (*_day(date), depth, material.documents[span.document].title, span.start)

    return sorted(items, key=key)


def _day(date: str | None) -> tuple[int, int]:
    """The earliest day of ``date``; "by" a day comes before it, "after" a day behind its last."""
    if date is None:
        return _END_OF_TIME, 0
    read = parse_date(date)
    if read.latest_end is None and read.latest_start is not None:
        return read.latest_start, 1
    if read.earliest_start is None and read.earliest_end is not None:
        return read.earliest_end, -1
    return read.earliest_start or 0, 0
