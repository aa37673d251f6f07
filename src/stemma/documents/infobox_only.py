"""A file that is an infobox and nothing else: the title, then one ``Label: value,value`` a line."""

from __future__ import annotations

import re

from stemma.documents.base import Reading
from stemma.documents.infobox import read_field
from stemma.documents.infobox_keys import UNKNOWN, key_of
from stemma.documents.inline import hide_inline
from stemma.documents.masking import hide, seen
from stemma.documents.titles import file_title
from stemma.model.document import InfoboxField, Section

_LINE = re.compile(r"[^\n]+")
_FIELD = re.compile(r"[ \t]*([^\W\d_][^:\n]{0,60}?)[ \t]*:(?!//)[ \t]*([^\n]*)")
_FLAT_NOTE = re.compile(r"\[,[^\[\]\n]{1,60},\]")
_LONGEST = 200_000


class InfoboxReader:
    """Reads files such as ``Abu_Sayyaf.infobox.txt``.

    Their values are flattened: links, notes and line breaks of the page were all turned into commas.
    """

    format = "infobox"

    def sniff(self, text: str) -> float:
        """Sure where every line but the first is a field, and one of them a field that is known."""
        lines = [line for line in text[:_LONGEST].split("\n") if line.strip()]
        fields = [_FIELD.match(line) for line in lines[1:]]
        if not fields or len(text) > _LONGEST or not all(fields) or _FIELD.match(lines[0]):
            return 0.0
        known = sum(m is not None and key_of(m.group(1)) is not UNKNOWN for m in fields)
        return 0.9 if known else 0.05

    def read(self, text: str, name: str) -> Reading:
        """The fields; a line that is no field goes on with the one before it."""
        masked = hide_inline(text)
        masked = hide(masked, (m.span() for m in _FLAT_NOTE.finditer(masked)))
        fields: list[InfoboxField] = []
        title = ""
        spans = [m.span() for m in _LINE.finditer(masked) if m.group().strip()]
        starts = [n for n, (s, e) in enumerate(spans) if _FIELD.match(masked, s, e)]
        if spans and starts[:1] != [0]:
            title = seen(masked, *spans[0])
        for n, following in zip(starts, [*starts, len(spans)][1:], strict=True):
            m = _FIELD.match(masked, *spans[n])
            if m is not None:
                fields.append(read_field(text, masked, m.span(1), (m.start(2), spans[following - 1][1]), flat=True))
        sections = (Section("", 0, 0, len(text)),)
        return Reading(title or file_title(name), sections, (), tuple(fields))
