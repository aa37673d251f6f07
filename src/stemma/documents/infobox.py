"""Reads the fields of an infobox: ``label: value, value`` in any of the forms it comes in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from stemma.documents.infobox_cut import Slot, bare, slots
from stemma.documents.infobox_keys import Key, Values, key_of
from stemma.documents.infobox_marks import glued_fate, sort_of
from stemma.documents.masking import HIDDEN, seen, trimmed
from stemma.model.document import InfoboxField, InfoboxItem

_SUB_HEAD = re.compile(r"[^\W\d_][^:()\n]{1,40}:(?=\s|\Z)")
_PICTURE_FILE = r"(?:(?:file|image):)?[^\s|]{1,200}\.(?:svg|png|jpe?g|gif|webp)"
_RESIDUE = re.compile(
    rf"[\s\x00]*(?:{_PICTURE_FILE}[|\s\x00]+|(?:border\|)?x?\d{{1,4}}(?:x\d{{1,4}})?px[|\s\x00]*)", re.IGNORECASE
)
_RESIDUE_END = re.compile(r"[\s\x00|]+x?\d{1,4}(?:x\d{1,4})?px[\s\x00]*\Z", re.IGNORECASE)
_ONLY_PICTURE = re.compile(r"[^\n|]{1,200}\.(?:svg|png|jpe?g|gif|webp)\Z", re.IGNORECASE)
_CROSS_REFERENCE = re.compile(r"(?:see|for a list|full list)\b", re.IGNORECASE)
_AGE = re.compile(r";?\s*\d{1,3}\s+years?(?:,? \d{1,2} months?)? ago\s*\Z")
_MACHINE_DATE = re.compile(r"\([,\s\x00]{0,3}\d{4}(?:-\d\d){0,2}[,\s\x00]{0,3}\)")
_LEADING = re.compile(r"(?:and|or|also)\s", re.IGNORECASE)
_PHRASE = re.compile(r"[A-Z]\w*\s[a-z]+\s(?:in|to|of|from|throughout|across)\b")
_CONNECTIVES = re.compile(
    r"\b(?:to|in|of|and|or|from|by|with|for|at|on|the|incl\.?|including|as well as|between|especially|mainly|mostly)\Z",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:in|to|of|and|from|throughout|across)\b")
_BRACKETED = re.compile(r"\s*\(.*\)\s*\Z", re.DOTALL)
_SEAM = re.compile(r"(?<!\d),+(?=\S)|,+(?=\S)(?!\d{3}(?!\d))")


_MOST_TAILS = 8
"""How many fates, remarks and names are taken off the end of one value."""
_TAIL = 80
"""How long, in code points, the end of a value is in which a fate is looked for."""


@dataclass(slots=True)
class _Draft:
    """An item in the making."""

    text: str
    start: int
    end: int
    depth: int = 0
    group: str = ""
    marks: list[str] = field(default_factory=list)
    qualifiers: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    lost: bool = False

    def item(self) -> InfoboxItem:
        extra = tuple(self.marks), tuple(self.qualifiers), tuple(self.aliases)
        return InfoboxItem(self.text, self.start, self.end, *extra, self.group, self.depth, self.lost)


def read_field(
    text: str,
    masked: str,
    label: tuple[int, int],
    value: tuple[int, int],
    *,
    flat: bool = False,
    heads: frozenset[tuple[int, int]] = frozenset(),
) -> InfoboxField:
    """One field, given where its label and its value stand.

    ``flat`` marks a value whose links, notes and line breaks were all turned
    into commas. ``heads`` are ranges of the text that are set in bold, or are
    titles of lists: where one is a whole item, it is a sub-head.
    """
    label_start, label_end = trimmed(masked, *label)
    name = seen(masked, label_start, label_end)
    key = key_of(name)
    if key.values == "address" and not flat:
        masked = text
    start, end = trimmed(text, *value)
    items = _items(text, masked, slots(text, masked, start, end, key.values, flat=flat), key, flat=flat, heads=heads)
    return InfoboxField(name, key.name, label_start, max(label_end, end), tuple(items))


def _items(
    text: str, masked: str, places: list[Slot], key: Key, *, flat: bool, heads: frozenset[tuple[int, int]]
) -> list[InfoboxItem]:
    drafts: list[_Draft] = []
    previous: _Draft | None = None
    group, group_depth = "", 0
    for slot in places:
        if slot.depth < group_depth:
            group, group_depth = "", 0
        if slot.lost:
            drafts.append(_Draft("", slot.start, slot.end, slot.depth, group, lost=True))
            continue
        start, end = bare(masked, slot.start, slot.end)
        if key.values not in ("text", "address", "dates", "amounts"):
            head = _sub_head(masked, start, end, heads, alone=len(places) == 1)
            if head is not None:
                group, group_depth = seen(masked, start, head).strip(" :'"), slot.depth
                start = head
        if previous is not None and _attached(masked, start, end, previous, key.values, flat=flat):
            continue
        draft = _draft(text, masked, start, end, slot.end, key.values, flat=flat)
        if draft is not None:
            draft.depth, draft.group = slot.depth, group
            drafts.append(draft)
            previous = draft
    return [d.item() for d in drafts]


def _sub_head(masked: str, start: int, end: int, heads: frozenset[tuple[int, int]], *, alone: bool) -> int | None:
    """Where a sub-head at the start of a slot ends: "State opponents:", or a whole item in bold."""
    if (start, end) in heads and not alone:
        return end
    m = _SUB_HEAD.match(masked, start, end)
    return m.end() if m is not None else None


def _attached(masked: str, start: int, end: int, previous: _Draft, values: Values, *, flat: bool) -> bool:
    """Whether a slot holds only a remark or a fate, which then goes to the item before it."""
    shown = seen(masked, start, end)
    if shown in ("†", "#", "✝") or (values == "persons" and shown in ("KIA", "POW", "WIA", "MIA")):
        found = glued_fate("x" + shown, values)
        previous.marks.append(found[1] if found else shown)
    elif _BRACKETED.match(shown) and shown.count("(") == 1:
        content = shown.strip()[1:-1]
        _file_away(_joined(content) if flat else content, previous, values)
    else:
        return False
    previous.end = end
    return True


def _file_away(content: str, draft: _Draft, values: Values) -> None:
    """Put what stands in brackets where it belongs."""
    content = content.strip(" ,;*")
    sort, meaning = sort_of(content, draft.text, values)
    if meaning:
        draft.marks.insert(0, meaning)
    if sort == "remark":
        draft.qualifiers.insert(0, content)
    elif sort == "name":
        draft.aliases.insert(0, content)


def _draft(text: str, masked: str, start: int, end: int, limit: int, values: Values, *, flat: bool) -> _Draft | None:
    """The item in a slot, or None where there is none: connecting words, cross references, pictures.

    ``limit`` is where the slot ends, hidden marks included.
    """
    while (residue := _RESIDUE.match(masked, start, end)) is not None and residue.end() > start:
        start = residue.end()
    if (tail := _RESIDUE_END.search(masked, max(start, end - _TAIL), end)) is not None:
        end = tail.start()
    start, end = bare(masked, start, end)
    if flat and masked[start : start + 1] == ".":
        start, end = bare(masked, start + 1, end)
    draft = _Draft("", start, end)
    if values in ("text", "address"):
        draft.text = _joined(seen(masked, start, end)) if flat else seen(masked, start, end)
    else:
        stop = _strip_tail(masked, start, end, values, draft, flat=flat)
        shown = masked[start:stop]
        if flat and values == "dates":
            shown = _MACHINE_DATE.sub("", shown)
        shown = seen(shown, 0, len(shown))
        if values == "dates":
            shown = _AGE.sub("", shown)
        draft.text = _joined(shown, dates=values == "dates") if flat else shown
        if flat:
            draft.text = _LEADING.sub("", draft.text, count=1) if _LEADING.match(draft.text) else draft.text
        draft.end = _whole_template(text, start, draft.end, limit)
    draft.text = unescape(draft.text).strip(" ,;*" if values not in ("text", "address") else " ,")
    worthless = not any(c.isalnum() for c in draft.text) or _ONLY_PICTURE.match(draft.text)
    if worthless or _CROSS_REFERENCE.match(draft.text) or (flat and _is_connective(draft.text, values)):
        return None
    return draft


def _strip_tail(masked: str, start: int, end: int, values: Values, draft: _Draft, *, flat: bool) -> int:
    """Take fates, remarks and other names off the end of a slot; where what is left ends.

    Sets ``draft.end``: fates, remarks and names belong to what is written, empty brackets do not.
    """
    stop, kept = end, False
    draft.end = end
    for _ in range(_MOST_TAILS):
        _, stop = trimmed(masked, start, stop, also=",;*" if flat else ",;")
        if not kept:
            draft.end = stop
        written = masked[start:stop]
        opener = _opener(written) if values != "events" or _fate_only(written) else None
        if opener is not None and opener > 0:
            content = seen(written, opener + 1, len(written) - 1)
            draft.text = seen(written, 0, opener)
            kept = kept or sort_of(content, draft.text, values)[0] != "nothing"
            if not (flat and _MACHINE_DATE.fullmatch(written[opener:])):
                _file_away(_joined(content) if flat else content, draft, values)
            stop = start + opener
        elif (fate := glued_fate(written[-_TAIL:].replace(HIDDEN, " "), values)) is not None:
            kept = True
            draft.marks.insert(0, fate[1])
            stop = start + max(0, len(written) - _TAIL) + fate[0]
        else:
            break
    return stop


def _whole_template(text: str, start: int, end: int, limit: int) -> int:
    """Where an item ends that ends inside a template: behind it."""
    if text[end - 1 : end + 1] == "{{" and end < limit:
        end += 1
    if text.count("{{", start, end) > text.count("}}", start, end):
        closer = text.find("}}", end, limit)
        return closer + 2 if closer >= 0 else end
    return end


def _opener(written: str) -> int | None:
    """Where the bracket that closes at the end of ``written`` opens."""
    if not written.endswith(")"):
        return None
    depth = 0
    for at in range(len(written) - 1, max(-1, len(written) - 400), -1):
        depth += (written[at] == ")") - (written[at] == "(")
        if depth == 0:
            return at
    return None


def _fate_only(written: str) -> bool:
    opener = _opener(written)
    return opener is not None and sort_of(written[opener + 1 : -1], "", "events")[0] in ("fate", "nothing")


def _joined(flattened: str, *, dates: bool = False) -> str:
    """A flattened value as it was: the commas at the seams taken out, those that were written kept."""
    flattened = re.sub(r",+(?=[.;:)])|(?<=\(),+", "", flattened)
    flattened = re.sub(r"(?<=[.!?]),+\s?", " ", flattened)
    flattened = re.sub(r",{2,}\s?", " " if dates else ", ", flattened)
    flattened = " ".join(_SEAM.sub(" ", flattened).split()).strip(" ,")
    return re.sub(r"(?<=\d)\s[–-](?=\S)", "–", flattened) if dates else flattened


def _is_connective(shown: str, values: Values) -> bool:
    """Whether a piece of a flattened list of names only leads from one link to the next: "and", "Incursions to"."""
    if values not in ("persons", "names", "places"):
        return False
    words = shown.split()
    capitals = [any(c.isupper() or c.isdigit() for c in w) for w in words]
    if not any(capitals) and any("a" <= c <= "z" for c in shown):
        return True
    if values == "places" and _PHRASE.match(shown):
        return True
    return _CONNECTIVES.search(shown) is not None or (not any(capitals[1:]) and _LINKED.search(shown) is not None)
