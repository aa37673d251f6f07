"""Cuts the value of an infobox field into slots, one for each value.

Slots are set apart by list marks, line breaks and, in a value of one line, by
commas that are not inside brackets, numbers or dates. An empty slot is *lost*:
something stood there that did not survive, a flag picture, say. Which empty
places are lost slots is decided so:

- in a list, an item of its own with nothing in it, unless items are nested under it;
- between commas set off from each other by white space (``, , ,``); a comma
  before the first value alone, or after the last, is a slip of the pen;
- never between commas that touch (``,,``): those are the seams of a flattened
  value, whose links and notes were joined with commas;
- never where a footnote mark stands (``,[1],``): that belongs to the value before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stemma.documents.infobox_keys import Values
from stemma.documents.masking import BREAK, HIDDEN, pairs, seen, trimmed

_LINE = re.compile(rf"[^\n{BREAK}]+")
_BULLET = re.compile(r"([ \t\x00]*)((?:\*[ \t]*|[-•·](?=[ \t\x00]|\Z)[ \t]*){1,40})")
_COMMA = re.compile("[,،]")
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_MONTH_DAY = re.compile(rf"\b(?:{_MONTH})\.?\s{{1,3}}\d{{1,2}}\Z", re.IGNORECASE)
_YEAR_NEXT = re.compile(r"\s{0,3}\d{4}\b")
_THOUSANDS_NEXT = re.compile(r"\d{3}(?!\d)")
_NUMBER_NEXT = re.compile(r"[\s\x00]{0,20}[~≈≤≥<>±]?\s?\d")
_JOINED_NEXT = re.compile(r"[\s\x00,]{0,40}(?:[–—\-(;]|\Z)")
_PICTURE = re.compile(r"\s*(?:\(\s*\)|\{\{\s*flag|\[\[\s*(?:file|image)\s*:)", re.IGNORECASE)


@dataclass(slots=True)
class Slot:
    """A place for one value: where it stands, how deep it is nested, and whether its value is lost."""

    start: int
    end: int
    depth: int = 0
    lost: bool = False


def slots(text: str, masked: str, start: int, end: int, values: Values, *, flat: bool) -> list[Slot]:
    """The slots between ``start`` and ``end``, in order and apart; ``flat`` marks a value flattened with commas."""
    if values == "none":
        return []
    entries = _entries(text, masked, start, end)
    if len(entries) == 1 and not entries[0].lost and values not in ("text", "address"):
        only = entries[0]
        return _at_commas(text, masked, only, values, flat=flat)
    return entries


def _entries(text: str, masked: str, start: int, end: int) -> list[Slot]:
    """One slot a list item or line; lines set deeper than the mark of an item belong to it."""
    entries: list[Slot] = []
    bulleted: list[bool] = []
    indents: list[int] = []
    line_start = masked.rfind("\n", 0, start) + 1
    if not masked[line_start:start].strip():
        start = line_start
    for line in _LINE.finditer(masked, start, end):
        s, e = line.span()
        written = line.group()
        indent = len(written) - len(written.lstrip())
        shown = seen(masked, s, e)
        bullet = _BULLET.match(masked, s, e)
        if bullet is not None:
            indent = len(bullet.group(1).expandtabs(4))
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indents[-1] < indent:
                indents.append(indent)
            marks = bullet.group(2).replace(" ", "").replace("\t", "")
            entries.append(Slot(bullet.end(), e, len(indents) - 1 + len(marks) - 1))
        elif entries and bulleted[-1] and indent > indents[-1] and (shown or HIDDEN in written):
            entries[-1].end = e
            continue
        elif shown:
            entries.append(Slot(s, e))
        elif _PICTURE.search(text, s, e):
            entries.append(Slot(*_ends(text, s, e), lost=True))
        else:
            continue
        bulleted.append(bullet is not None)
    for n, entry in enumerate(entries):
        if bulleted[n] and not seen(masked, entry.start, entry.end):
            nested = n + 1 < len(entries) and entries[n + 1].depth > entry.depth
            entry.lost = not nested
            if entry.lost:
                entry.start, entry.end = _mark_before(masked, entry.start)
    return [e for e in entries if e.lost or seen(masked, e.start, e.end)]


def _mark_before(masked: str, at: int) -> tuple[int, int]:
    """Where the list mark before ``at`` stands: the place of a lost item."""
    while at > 0 and masked[at - 1] not in "*-•·":
        at -= 1
    return at - 1, at


def _at_commas(text: str, masked: str, entry: Slot, values: Values, *, flat: bool) -> list[Slot]:
    """One entry cut at its commas."""
    commas = list(_parting_commas(masked, entry.start, entry.end, values, flat=flat))
    bounds = [entry.start - 1, *commas, entry.end]
    pieces = [Slot(a + 1, b, entry.depth) for a, b in pairwise(bounds)]
    if not flat and values in ("persons", "names", "places", "events", "words"):
        _find_lost(text, masked, pieces)
    return [p for p in pieces if p.lost or seen(masked, p.start, p.end)]


def _parting_commas(masked: str, start: int, end: int, values: Values, *, flat: bool) -> Iterator[int]:
    """The commas of a value that part it."""
    value = masked[start:end]
    protected = pairs(value, "(", ")")[0]
    if flat:
        protected += pairs(value, "[", "]")[0]
    protected.sort()
    at, inside_until = 0, 0
    for m in _COMMA.finditer(value):
        here = m.start()
        while at < len(protected) and protected[at][0] < here:
            inside_until = max(inside_until, protected[at][1])
            at += 1
        if here < inside_until:
            continue
        before, after = value[max(0, here - 20) : here], value[here + 1 : here + 60]
        if before[-1:].isdigit() and _THOUSANDS_NEXT.match(after):
            continue
        if _YEAR_NEXT.match(after) and _MONTH_DAY.search(before):
            continue
        if values == "amounts" and not _NUMBER_NEXT.match(after):
            continue
        if values == "dates" and (_JOINED_NEXT.match(after) or before.rstrip(" ,\x00")[-1:] in ("–", "—", "-")):
            continue
        yield start + here


def _find_lost(text: str, masked: str, pieces: list[Slot]) -> None:
    """Mark the empty slots that are lost; each gets the place of the comma that ends it."""
    at = 0
    while at < len(pieces):
        run = at
        while run < len(pieces) and not text[pieces[run].start : pieces[run].end].strip():
            run += 1
        empty = pieces[at:run]
        if run == len(pieces):
            empty = empty[:-1]
        set_off = all(p.end > p.start for p in (empty if at else empty[1:]))
        if empty and set_off and (at > 0 or len(empty) > 1):
            for p in empty:
                p.lost, p.start, p.end = True, p.end, p.end + 1
        at = max(run, at) + 1
    for p in pieces:
        if not p.lost and not seen(masked, p.start, p.end) and _PICTURE.match(text, p.start, p.end):
            p.lost = True
            p.start, p.end = _ends(text, p.start, p.end)


def _ends(text: str, start: int, end: int) -> tuple[int, int]:
    written = text[start:end]
    left = len(written) - len(written.lstrip())
    return start + left, start + len(written.rstrip())


def bare(masked: str, start: int, end: int) -> tuple[int, int]:
    """A slot without blanks, stray commas and stops at its ends."""
    return trimmed(masked, start, end, also=",،;")
