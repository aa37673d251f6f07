"""Reads running text line by line: paragraphs, lists, headings, and what is left of tables and pictures.

Two sorts of headings are known: marked ones (``==History==``) and bare ones,
short lines with blank lines around them. Lines that follow each other without
a blank line are one paragraph where the text is hard-wrapped, and one
paragraph each where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.documents.body import NO_PROSE_SECTIONS, PROSE_WORDS, Body
from stemma.documents.masking import BREAK, HIDDEN, seen, trimmed
from stemma.model.names import fold

WRAPPED_WIDTH = 120
"""A text most of which stands in lines no longer than this, in code points, is taken to be hard-wrapped."""
HEADING_WIDTH = 100
HEADING_WORDS = 14

_LINE = re.compile(rf"[^\n{BREAK}]*")
_MARKED_HEADING = re.compile(r"[ \t\x00]*(={1,6})([^=\n][^\n]*?)(={1,6})[ \t\x00]*\Z")
_ITEM = re.compile(r"([ \t\x00]*)((?:[-*•◦▪‣·][ \t]{1,8}){1,40}|(?:\d{1,2}|[a-z])[.)][ \t]{1,8})(?=\S)")
_TIGHT_ITEM = re.compile(r"([ \t\x00]*)(\*{1,6})(?=[^\s*])")
_EMPTY_ITEM = re.compile(r"[ \t\x00]*(?:[-*•◦▪‣·][ \t\x00]{0,8}){1,40}\Z")
_WIKI_ITEM = re.compile(r"\x00*([*#:;]{1,40})[ \t]*")
_COLUMNS = re.compile(r"[ \t]*-{3,}(?:[ \t]{1,40}-{3,}){1,40}[ \t]*\Z")
_TABLE_MARK = re.compile(r"[ \t\x00]*(?:\{\||\|\}|\|-|\|\+|!)|[^\n]{0,300}?(?:\|\||!!)")
_CELL = re.compile(r"[ \t\x00]*\|(?:[^|\n]{0,100}=[^|\n]{0,100}\|)?")
_TABLE_CAPTION = re.compile(r"[ \t]*:[ \t]")
_GRID_LINE = re.compile(r"[ \t]*(?:\+[-=+]{3,}|\|.*\|[ \t]*\Z)")
_RULE = re.compile(r"[ \t]*([-=_*])(?:[ \t]?\1){2,}[ \t]*\Z")
_REFERENCE = re.compile(r"[ \t]*\[\d{1,4}\](?:[ \t]|\Z)")
_CATEGORIES = re.compile(r"[^.!?\n]{0,200}?\bCategory:\S")
_FILE = re.compile(
    r"(?:(?:file|image):)?[^|]{1,250}\.(?:jpe?g|png|svg|gif|webp|tiff?|og[gv]|webm|pdf)[\s.\]]{0,9}(\|?)\Z",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"[.!?:;,…][\"'”’)\]]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Style:
    """How running text is laid out: which headings it has, and whether its lists are marked as in wikitext."""

    marked_headings: bool = False
    bare_headings: bool = False
    wiki_lists: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines without a blank line between them, and how many blank lines stand before."""

    blanks: int
    lines: list[tuple[int, int]]


@dataclass(slots=True)
class _Open:
    """A paragraph, or a list item of some ``depth``, that the next line may go on with."""

    start: int
    end: int
    depth: int | None = None
    indent: int = 0


def read_lines(text: str, masked: str, start: int, style: Style, body: Body) -> None:
    """Read everything from ``start`` on into ``body``."""
    _LineReader(text, masked, style, body).read(start)


class _LineReader:
    def __init__(self, text: str, masked: str, style: Style, body: Body) -> None:
        self._text = text
        self._masked = masked
        self._style = style
        self._body = body
        self._open: _Open | None = None
        self._indents: list[int] = []
        self._wrapped = False

    def read(self, start: int) -> None:
        runs = list(self._runs(start))
        lengths = [e - s - self._masked.count(HIDDEN, s, e) for run in runs for s, e in run.lines]
        self._wrapped = sum(n for n in lengths if n <= WRAPPED_WIDTH) >= 0.9 * sum(lengths)
        heads = [run.blanks for n, run in enumerate(runs) if self._is_heading(run, last=n + 1 == len(runs))]
        double_spaced = sum(blanks >= 2 for blanks in heads) >= 2
        caption_next = False
        for n, run in enumerate(runs):
            if caption_next and len(run.lines) == 1:
                caption_next = False
            elif self._is_heading(run, last=n + 1 == len(runs)):
                self._indents.clear()
                self._body.heading(*run.lines[0], level=2 if double_spaced and run.blanks < 2 else 1)
            elif any(_COLUMNS.match(self._masked, s, e) for s, e in run.lines):
                self._indents.clear()
            elif all(_GRID_LINE.match(self._masked, s, e) for s, e in run.lines):
                self._grid(run)
            else:
                caption_next = [self._line(s, e) for s, e in run.lines][-1]
                self._close()

    def _runs(self, start: int) -> Iterator[_Run]:
        at, blanks, lines = start, 2, list[tuple[int, int]]()
        while at <= len(self._masked):
            m = _LINE.match(self._masked, at)
            s, e = m.span() if m else (at, at)
            if self._masked[s:e].strip():
                lines.append((s, e))
            else:
                if lines:
                    yield _Run(blanks, lines)
                    blanks, lines = 0, []
                blanks += 1
            at = e + 1
        if lines:
            yield _Run(blanks, lines)

    def _is_heading(self, run: _Run, *, last: bool) -> bool:
        """Whether a run is a bare heading: one short line that begins like a title and does not end like a sentence."""
        s, e = run.lines[0]
        if not self._style.bare_headings or len(run.lines) > 1 or e - s > 2 * HEADING_WIDTH:
            return False
        line = seen(self._masked, s, e)
        if fold(line) in NO_PROSE_SECTIONS:
            return True
        if (
            last
            or not line
            or len(line) > HEADING_WIDTH
            or len(line.split()) > HEADING_WORDS
            or self._masked[s].isspace()
        ):
            return False
        begin = line.lstrip("\"'“‘«¡¿(")[:1]
        return (
            begin.isalnum()
            and not begin.islower()
            and not line.startswith("(")
            and not _UNFINISHED.search(line)
            and not any(p.match(line) for p in (_FILE, _CATEGORIES, _ITEM))
            and not _REFERENCE.match(self._text, s, e)
        )

    def _line(self, s: int, e: int) -> bool:
        """Read one line; whether it was a picture whose caption comes next."""
        line = self._masked[s:e]
        shown = seen(self._masked, s, e)
        picture = _FILE.match(shown) if len(shown) < 300 else None
        heading = _MARKED_HEADING.match(line) if self._style.marked_headings else None
        if heading is not None:
            self._close()
            self._indents.clear()
            self._body.heading(s + heading.start(2), s + heading.end(2), max(1, len(heading.group(1)) - 1))
        elif picture or not shown or self._is_no_prose(line, shown, s, e):
            self._close()
        elif (cell := _CELL.match(line)) is not None:
            self._close()
            if len(shown.split()) >= PROSE_WORDS:
                self._body.paragraph(s + cell.end(), e)
        elif not self._item(line, s, e):
            self._prose(line, s, e)
        return bool(picture and picture.group(1))

    def _is_no_prose(self, line: str, shown: str, s: int, e: int) -> bool:
        """Whether a line is an entry of a list of references or categories, or a mark of a table."""
        return bool(
            _REFERENCE.match(self._text, s, e)
            or _CATEGORIES.match(shown)
            or _RULE.match(line)
            or _TABLE_MARK.match(line)
            or (_TABLE_CAPTION.match(line) and not self._style.wiki_lists)
        )

    def _item(self, line: str, s: int, e: int) -> bool:
        """Read a list item, if the line is one."""
        if self._style.wiki_lists and (wiki := _WIKI_ITEM.match(line)) is not None:
            self._close()
            marks = wiki.group(1)
            is_item = marks[-1] in "*#"
            self._open = _Open(s + wiki.end(), e, depth=len(marks) - 1 if is_item else None)
            return True
        if _EMPTY_ITEM.match(line):
            self._close()
            return True
        item = _ITEM.match(line) or (None if self._style.wiki_lists else _TIGHT_ITEM.match(line))
        if item is None:
            return False
        self._close()
        indent = len(item.group(1).expandtabs(4))
        marks = item.group(2)
        deeper = len(marks.split()) - 1 if item.re is _ITEM else len(marks) - 1
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        self._open = _Open(s + item.end(), e, depth=len(self._indents) - 1 + deeper, indent=indent)
        return True

    def _prose(self, line: str, s: int, e: int) -> None:
        indent = len(line) - len(line.lstrip())
        goes_on = self._open is not None and self._text[s - 1 : s] == "\n"
        in_item = self._open is not None and self._open.depth is not None and indent > self._open.indent
        if self._open is not None and goes_on and (self._wrapped or in_item):
            self._open.end = e
            return
        self._close()
        if not indent:
            self._indents.clear()
        self._open = _Open(s, e)

    def _grid(self, run: _Run) -> None:
        """Read the inside of a framed table of one column; one of more columns has no prose."""
        rows = [(s, e) for s, e in run.lines if self._masked[s:e].strip().startswith("|")]
        if any(self._masked.count("|", s, e) > 2 for s, e in rows):
            return
        self._indents.clear()
        for s, e in rows:
            start, end = trimmed(self._masked, s, e)
            self._line(start + 1, end - 1)
        self._close()

    def _close(self) -> None:
        if self._open is not None:
            if self._open.depth is None:
                self._body.paragraph(self._open.start, self._open.end)
            else:
                self._body.item(self._open.start, self._open.end, self._open.depth)
        self._open = None
