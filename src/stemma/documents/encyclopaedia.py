"""The plain form of an encyclopaedia page: ``= Title =``, ``- Label: value, value`` lines, ``==Section==`` heads."""

from __future__ import annotations

import re

from stemma.documents.base import Reading
from stemma.documents.body import Body
from stemma.documents.infobox import read_field
from stemma.documents.infobox_keys import UNKNOWN, key_of
from stemma.documents.inline import hide_inline
from stemma.documents.lines import Style, read_lines
from stemma.documents.masking import seen
from stemma.documents.titles import subject
from stemma.model.document import InfoboxField
from stemma.model.names import fold

STYLE = Style(marked_headings=True)

_TITLE = re.compile(r"\s*=[ \t]*([^=\s][^=\n]{0,300}?)[ \t]*=[ \t]*(?=\n|\Z)")
_HEADING = re.compile(r"^={2,6}[^=\n]{1,200}={2,6}[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"[^\n]*")
_FIELD = re.compile(r"-[ \t]+([^\W\d_][^:\n]{0,60}?)[ \t]*:(?!//)(?=[ \t\x00]|$)([^\n]*)", re.MULTILINE)
_GOES_ON = re.compile(r"[ \t]+\S")
_WIKI_MARKS = re.compile(r"\[\[|\{\{|'''|<ref\b", re.IGNORECASE)
_LOOK = 20_000


class EncyclopaediaReader:
    """Reads pages with ``=`` around the title and the section heads, and an infobox of ``- Label: value`` lines."""

    format = "encyclopaedia"

    def sniff(self, text: str) -> float:
        """Sure with a title between ``=``; likely with section heads or an infobox, where no wiki marks are."""
        look = text[:_LOOK]
        marked = _WIKI_MARKS.search(look) is not None
        if _TITLE.match(look):
            return 0.3 if marked else 0.95
        fields = [m for m in _FIELD.finditer(look) if key_of(m.group(1)) is not UNKNOWN]
        if not marked and (_HEADING.search(text) or len(fields) >= 3):
            return 0.7
        return 0.0

    def read(self, text: str, name: str) -> Reading:
        """Title, infobox and body; without a title, the one line before the infobox is it."""
        masked = hide_inline(text)
        at, title = 0, ""
        if (head := _TITLE.match(masked)) is not None:
            at, title = head.end(), seen(masked, *head.span(1))
        at, title, fields = _top(text, masked, at, title)
        body = Body(text, masked)
        read_lines(text, masked, at, STYLE, body)
        blocks = body.blocks()
        if not title:
            lead = next((text[b.start : b.end] for b in blocks if b.kind == "paragraph"), "")
            title = subject(lead, text, name)
        return Reading(title, body.sections(), blocks, fields)


def _names_the_page(masked: str, shown: str, end: int, title: str) -> bool:
    """Whether a line before the infobox repeats the title, or stands in its place: right above the first field."""
    following = _FIELD.match(masked, end + 1)
    above = following is not None and key_of(following.group(1)) is not UNKNOWN and shown[-1] not in ".!?:"
    return not title or fold(shown) == fold(title) or above


def _top(text: str, masked: str, at: int, title: str) -> tuple[int, str, tuple[InfoboxField, ...]]:
    """Read the repeated title and the infobox from ``at`` on: where the body begins, the title, the fields."""
    fields: list[InfoboxField] = []
    open_field: tuple[tuple[int, int], int, int] | None = None
    begin, line_before = at, ""
    while at <= len(masked):
        line = _LINE.match(masked, at)
        end = line.end() if line else at
        shown = seen(masked, at, end)
        m = _FIELD.match(masked, at, end)
        if m is not None and (fields or open_field or key_of(m.group(1)) is not UNKNOWN):
            if open_field is not None:
                fields.append(read_field(text, masked, open_field[0], open_field[1:]))
            open_field = (m.span(1), m.start(2), end)
        elif open_field is not None and _GOES_ON.match(masked, at, end):
            open_field = (open_field[0], open_field[1], end)
        elif open_field is not None or (shown and not _names_the_page(masked, shown, end, title or line_before)):
            break
        elif shown:
            line_before = shown
        at = end + 1
    if open_field is not None:
        fields.append(read_field(text, masked, open_field[0], open_field[1:]))
        return min(at, len(text)), title or line_before, tuple(fields)
    return (min(at, len(text)), title, ()) if title else (begin, title, ())
