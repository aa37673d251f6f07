"""Wikitext, as pages are written, and hybrids: an infobox template followed by text that was half converted."""

from __future__ import annotations

import re

from stemma.documents.base import Reading
from stemma.documents.body import Body
from stemma.documents.infobox import read_field
from stemma.documents.inline import hide_inline
from stemma.documents.lines import Style, read_lines
from stemma.documents.masking import edited, hide
from stemma.documents.plain import captions
from stemma.documents.titles import subject
from stemma.documents.wiki_nodes import Page, Range, heads, read_nodes

_INFOBOX = re.compile(r"\{\{\s{0,9}infobox\b", re.IGNORECASE)
_MARKS = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]|\{\{[^{}]{1,200}\}\}|'''[^'\n]{1,200}'''|<ref\b", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t\x00]*={2,6}[^=\n]{1,300}={2,6}[ \t\x00]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n(?=[^\s|*#:\-•_{}(])")
_LOOK = 20_000


class WikitextReader:
    """Reads wikitext."""

    format = "wikitext"

    def sniff(self, text: str) -> float:
        """Sure with an infobox template near the start; likely with three marks or more that only wikitext has."""
        look = text[:_LOOK]
        box = _INFOBOX.search(look)
        if box is not None:
            return 0.97 if not look[: box.start()].strip() else 0.9
        return 0.75 if len(_MARKS.findall(look)) >= 3 else 0.0

    def read(self, text: str, name: str) -> Reading:
        """Infobox templates, then the body: by ``==`` heads where it has such, by bare heads where it has none."""
        page = _page(text)
        masked = hide_inline(edited(text, page.edits), star_lists=True)
        bold = heads(page, masked)
        fields = tuple(read_field(text, masked, label, value, heads=bold) for label, value in page.fields)
        masked = hide(masked, page.infoboxes)
        marked = _HEADING.search(masked) is not None
        if not marked:
            masked = hide(masked, captions(masked))
        body = Body(text, masked)
        read_lines(text, masked, 0, Style(marked_headings=marked, bare_headings=not marked, wiki_lists=True), body)
        blocks = body.blocks()
        title = next((f.items[0].text for f in fields if f.key == "name" and f.items), "")
        if not title:
            lead = next((b for b in blocks if b.kind == "paragraph"), None)
            title = subject(text[max(0, lead.start - 3) : lead.end] if lead else "", text, name)
        return Reading(title, body.sections(), blocks, fields)


def _page(text: str) -> Page:
    """What the parser finds; an infobox that is never closed ends before the first paragraph of prose."""
    page = read_nodes(text)
    box = _INFOBOX.search(text)
    if box is None or any(start <= box.start() < end for start, end in page.infoboxes):
        return page
    prose = _PARAGRAPH.search(text, box.start())
    end = prose.start() if prose else len(text)
    opened = read_nodes(text[box.start() : end], box.start(), closing="}}")
    rest = read_nodes(text[end:], end)
    before = read_nodes(text[: box.start()])
    return Page(
        before.edits + opened.edits + rest.edits,
        [*before.infoboxes, (box.start(), end), *rest.infoboxes],
        before.fields + _within(opened.fields, end) + rest.fields,
        before.bold + opened.bold + rest.bold,
    )


def _within(fields: list[tuple[Range, Range]], end: int) -> list[tuple[Range, Range]]:
    """Fields of which the end that was added for the parser is cut off."""
    return [(label, (start, min(stop, end))) for label, (start, stop) in fields if start <= end]
