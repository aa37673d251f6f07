"""Plain text without marks: names in capitals, bare headings, ``[1]`` marks, and lists of references at the end."""

from __future__ import annotations

import re

from stemma.documents.base import Reading
from stemma.documents.body import Body
from stemma.documents.inline import hide_inline
from stemma.documents.lines import Style, read_lines
from stemma.documents.masking import hide, pairs, seen
from stemma.documents.titles import subject

STYLE = Style(bare_headings=True)

_LINE = re.compile(r"[^\n]+")
_FOOTNOTE = re.compile(r"\[\d{1,4}\]")
_CAPTION_BEGINS = re.compile(r"[.!?:\"”][\x00 \t]*(?=[ \t][\x00]*[^\W\d_A-Z]|[ \t][,(–])")


class PlainReader:
    """Reads text without any marks; what no other reader wants is read so too."""

    format = "plain"

    def sniff(self, text: str) -> float:
        """Any text may be plain."""
        return 0.1

    def read(self, text: str, name: str) -> Reading:
        """Sections by bare headings; the title is the name in capitals at the start."""
        masked = hide_inline(hide(text, captions(text)))
        body = Body(text, masked)
        read_lines(text, masked, 0, STYLE, body)
        blocks = body.blocks()
        lead = next((seen(masked, b.start, b.end) for b in blocks if b.kind == "paragraph"), "")
        return Reading(subject(lead, text, name), body.sections(), blocks)


def captions(text: str) -> list[tuple[int, int]]:
    """What conversions leave of a picture: its caption up to a ``]]`` that nothing opens.

    The caption runs from the start of the line, where that begins in lower
    case or with a comma or bracket, or from where a sentence begins so.
    """
    found: list[tuple[int, int]] = []
    noted = hide(text, (m.span() for m in _FOOTNOTE.finditer(text)))
    if "]]" not in noted:
        return found
    lone = pairs(noted, "[[", "]]", stop="\n")[2]
    at = 0
    for line in _LINE.finditer(noted):
        start = line.start()
        while at < len(lone) and lone[at] < line.end():
            end = lone[at] + 2
            begin = noted[start:end].strip("\x00 \t'\"")[:1]
            if begin.isupper():
                starts = [m.end() for m in _CAPTION_BEGINS.finditer(noted, start, end)]
                found.append((starts[-1] if starts else end - 2, end))
            else:
                found.append((start, end))
            start = end
            at += 1
    return found
