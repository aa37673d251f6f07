"""Relations: what the claims about one subject, predicate and object add up to.

Rules
1. Claims belong together if they have the same predicate and the same
   subject and object, entities that are the same counting as one; for a
   symmetric predicate in either direction. Literals are compared by ``fold``,
   but dates not at all: there is one founding, however it is dated.
2. Of a state ("part of"), an interval gives the start, the end or both; a date
   that is no interval attests it at that time. Of a point ("split from"), the
   date is when it happened, and it has no ending.
3. Several starts (or ends) that may be one date are narrowed to what they
   share; if they cannot be one, the bounds take in all of them, and the ledger
   shows them as a disagreement.
4. An end is *stated* if a claim gives its date or says "former". It closes the
   undated claims of the relation as well: an infobox that still lists an ally
   does not reopen it. A claim dated wholly after every stated end does: then
   the end is *last attested*.
5. Without a stated end, the dissolution or merger of either party ends it,
   as *inferred*, at that date at the latest.
6. Otherwise the end is *last attested* at the latest date for which the relation is
   claimed, or *unknown* where no claim has a date.
7. Negative claims stand against the relation; they neither end nor date it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from stemma.model.claim import Claim
from stemma.model.dates import certainly_before, compatible, parse_date, same_or_within
from stemma.model.names import fold
from stemma.model.vocabulary import vocabulary
from stemma.query.material import Material

EndingKind = Literal["stated", "inferred", "last_attested", "unknown"]
Key = tuple[str, str, str]

_ENDLESS = 10**9
"""Days: longer than any stretch of time that has both ends."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a relation ended: ``date`` is EDTF text where there is one; ``party`` the entity whose end ended it."""

    kind: EndingKind
    date: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What the claims about one subject, predicate and object add up to; the module's text has the rules.

    ``object`` is an entity id or a literal, as the predicate has it. ``starts``,
    ``ends`` and ``attested`` are EDTF texts in order of time, none only a less
    precise form of another. ``ending`` is None for what happens at a point of
    time. The four days bound start and end; None where nothing does.
    """

    subject: str
    predicate: str
    object: str
    claims: tuple[Claim, ...]
    against: tuple[Claim, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    attested: tuple[str, ...]
    ending: Ending | None
    earliest_start: int | None = None
    latest_start: int | None = None
    earliest_end: int | None = None
    latest_end: int | None = None


def relation_key(claim: Claim, material: Material) -> Key:
    """The subject, predicate and object that ``claim`` shares with all that say the same."""
    subject = material.one(claim.subject)
    predicate = vocabulary().predicate(claim.predicate)
    object = material.one(claim.object) if claim.object is not None else fold(claim.literal or "")
    if predicate.literal == "date":
        object = ""
    if predicate.symmetric and object < subject:
        subject, object = object, subject
    return subject, claim.predicate, object


def relations(material: Material, claims: Iterable[Claim] | None = None) -> list[Relation]:
    """The relations that ``claims`` (all of the material if None) add up to, in order of first mention."""
    lives = deaths(material)
    groups: dict[Key, list[Claim]] = {}
    for claim in material.claims if claims is None else claims:
        groups.setdefault(relation_key(claim, material), []).append(claim)
    return [_relation(key, group, lives) for key, group in groups.items()]


def deaths(material: Material) -> dict[str, str]:
    """For each organization said to be dissolved or merged into another: the earliest, most precise date of it."""
    dates: dict[str, list[str]] = {}
    for claim in material.claims:
        if claim.predicate in ("dissolved", "merged_into") and claim.date and claim.saying.polarity == "positive":
            dates.setdefault(material.one(claim.subject), []).append(claim.date)
    return {entity: min(texts, key=_by_end) for entity, texts in dates.items()}


def distinct(texts: Iterable[str]) -> list[str]:
    """``texts`` without repeats and without dates that only say another of them less precisely, in order of time."""
    ordered = sorted(dict.fromkeys(texts), key=_width)
    kept: list[str] = []
    for text in ordered:
        if not any(_less_precise(text, other) for other in kept):
            kept.append(text)
    return sorted(kept, key=_by_start)


def sort_dates(claims: Iterable[Claim], point: bool) -> tuple[list[str], list[str], list[str]]:
    """The dates of ``claims`` as starts, ends, and times at which what they say is attested.

    ``point`` is whether that happens at a time, rather than holding over one.
    """
    starts: list[str] = []
    ends: list[str] = []
    attested: list[str] = []
    for claim in claims:
        if claim.date is None:
            continue
        date = parse_date(claim.date)
        if point or date.is_interval:
            starts += [claim.date.partition("/")[0]] if date.earliest_start is not None else []
            ends += [claim.date.rpartition("/")[2]] if date.earliest_end is not None else []
        else:
            attested.append(claim.date)
    return starts, ends, attested


def _relation(key: Key, group: list[Claim], lives: Mapping[str, str]) -> Relation:
    subject, predicate, object = key
    timing = vocabulary().predicate(predicate).timing
    positive = tuple(c for c in group if c.saying.polarity == "positive")
    starts, ends, attested = sort_dates(positive, timing == "point")
    former = any(c.former for c in positive)
    ending = None
    if timing == "state" and positive:
        ending = _ending([*starts, *attested], ends, former, (subject, object), lives)
    first = _bounds([(d.earliest_start, d.latest_start) for d in map(parse_date, starts)])
    last = _bounds([(d.earliest_end, d.latest_end) for d in map(parse_date, ends)])
    if ending is not None and ending.kind == "inferred" and ending.date is not None:
        last = (None, parse_date(ending.date).latest_end)
    began_by = [d.latest_end for d in map(parse_date, attested) if d.latest_end is not None]
    if began_by:
        first = (first[0], min(began_by) if first[1] is None else min(first[1], *began_by))
    return Relation(
        subject,
        predicate,
        object,
        claims=positive,
        against=tuple(c for c in group if c.saying.polarity == "negative"),
        starts=tuple(distinct(starts)),
        ends=tuple(distinct(ends)),
        attested=tuple(distinct(attested)),
        ending=ending,
        earliest_start=first[0],
        latest_start=first[1],
        earliest_end=last[0],
        latest_end=last[1],
    )


def _ending(
    held: list[str], ends: list[str], former: bool, parties: tuple[str, str], lives: Mapping[str, str]
) -> Ending:
    if ends and held and all(_before(end, _last(held)) for end in ends):
        return Ending("last_attested", _last(held))
    if ends or former:
        return Ending("stated", _last(ends) if ends else None)
    over = [(lives[p], p) for p in parties if p in lives and not (held and _before(lives[p], _last(held)))]
    if over:
        date, party = min(over, key=lambda pair: _by_end(pair[0]))
        return Ending("inferred", date, party)
    return Ending("last_attested", _last(held)) if held else Ending("unknown")


def _bounds(sides: list[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    known = [(low, high) for low, high in sides if low is not None and high is not None]
    if not known:
        return None, None
    lows, highs = zip(*known, strict=True)
    return (max(lows), min(highs)) if max(lows) <= min(highs) else (min(lows), max(highs))


def _last(texts: Iterable[str]) -> str:
    return max(distinct(texts), key=lambda text: _by_end(text)[0])


def _before(a: str, b: str) -> bool:
    return certainly_before(parse_date(a), parse_date(b))


def _less_precise(text: str, other: str) -> bool:
    date, narrower = parse_date(text), parse_date(other)
    return compatible(date, narrower) and same_or_within(narrower, date)


def _width(text: str) -> int:
    date = parse_date(text)
    if date.earliest_start is None or date.latest_end is None:
        return _ENDLESS
    return date.latest_end - date.earliest_start


def _by_start(text: str) -> tuple[int, int]:
    date = parse_date(text)
    first = date.earliest_start if date.earliest_start is not None else date.earliest_end
    return (first if first is not None else _ENDLESS), _width(text)


def _by_end(text: str) -> tuple[int, int]:
    date = parse_date(text)
    last = date.latest_end if date.latest_end is not None else date.latest_start
    return (last if last is not None else _ENDLESS), _width(text)
