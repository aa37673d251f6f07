"""Markdown, with or without front matter: markdown-it finds the blocks, the marks inside them are hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from stemma.documents.base import Reading
from stemma.documents.body import PROSE_WORDS, Body
from stemma.documents.frontmatter import FrontMatter, read_front_matter
from stemma.documents.inline import emphasis, hide_inline
from stemma.documents.lines import Style, read_lines
from stemma.documents.masking import HIDDEN, edited, hide, seen
from stemma.documents.titles import subject

_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_MARKS = re.compile(r"\*\*[^\s*][^*\n]{0,200}\*\*|\[[^\[\]\n]{1,200}\]\(https?://")
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,2000}?---[ \t]*(?:\n|\Z)")
_FRONT_KEY = re.compile(r"^[A-Za-z][\w-]*:", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_ESCAPED = "\ue001"
_TICKS = re.compile(r"`{1,3}")
_ITEM_MARK = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTE_MARK = re.compile(r"^[ \t]{0,40}(?:>[ \t]{0,4}){1,40}", re.MULTILINE)
_HEADING_MARK = re.compile(r"[ \t]*(?:>[ \t]*)*#{1,6}[ \t]*")
_HEADING_END = re.compile(r"[ \t]#+[ \t]*\Z")
_LOOK = 20_000


class MarkdownReader:
    """Reads Markdown pages."""

    format = "markdown"

    def sniff(self, text: str) -> float:
        """Sure with front matter; likely with ``#`` headings or with links and bold words."""
        front = _FRONT.match(text)
        if front is not None and _FRONT_KEY.search(front.group()):
            return 0.98
        look = text[:_LOOK]
        if _HEADING.search(look):
            return 0.8
        return 0.5 if len(_MARKS.findall(look)) >= 2 else 0.0

    def read(self, text: str, name: str) -> Reading:
        """Title and dates from the front matter, whose description is the first paragraph."""
        masked = _masked(text)
        lines = _line_starts(text)
        tokens = _parser().parse(text)
        body = Body(text, masked)
        front = FrontMatter()
        if tokens and tokens[0].type == "front_matter" and tokens[0].map:
            first, last = tokens.pop(0).map or (0, 0)
            start, end = lines[first + 1], lines[last - 1]
            found = read_front_matter(text, start, max(start, end))
            if found is None:
                read_lines(text[:end], masked[:end], start, Style(), body)
            else:
                front = found
            for s, e in front.prose:
                body.paragraph(s, e)
        page = _Blocks(text, masked, lines, body)
        page.read(tokens)
        title, blocks = page.title, body.blocks()
        if not (front.title or title):
            lead = next((text[b.start : b.end] for b in blocks if b.kind == "paragraph"), "")
            title = subject(lead, text, name)
        return Reading(front.title or title, body.sections(), blocks, (), front.published, front.publisher)


def _parser() -> MarkdownIt:
    """A parser of blocks alone: what is inside them is found by patterns, which know where it stands.

    Indented lines are quotations on the pages we read, hence no code blocks.
    """
    parser = MarkdownIt("commonmark").use(front_matter_plugin).enable("table")
    parser.disable(["code", "inline", "text_join", "html_block", "reference"])
    return parser


def _masked(text: str) -> str:
    """The text with its marks hidden; a character behind a backslash is out of reach meanwhile, and then put back."""
    escapes = [m.start() for m in _ESCAPE.finditer(text)]
    masked = edited(text, ((at, at + 2, HIDDEN + _ESCAPED) for at in escapes))
    masked = hide(masked, (m.span() for m in _QUOTE_MARK.finditer(masked)))
    masked = hide_inline(masked)
    masked = hide(masked, emphasis(masked, "*"))
    masked = hide(masked, (m.span() for m in _TICKS.finditer(masked)))
    return edited(masked, ((at + 1, at + 2, text[at + 1]) for at in escapes if masked[at + 1] == _ESCAPED))


def _line_starts(text: str) -> list[int]:
    """The offset of each line, and, twice, that of the text's end."""
    starts = [0] + [m.end() for m in re.finditer("\n", text)]
    return [*starts, len(text), len(text)]


class _Blocks:
    """Takes the tokens of a page in turn and fills a ``Body``; keeps the title, if a heading is it."""

    def __init__(self, text: str, masked: str, lines: list[int], body: Body) -> None:
        self.title = ""
        self._text, self._masked, self._lines, self._body = text, masked, lines, body
        self._depth = -1
        self._in_item = False
        self._in_heading = 0
        self._heading_level = 0
        self._in_table = 0
        self._cell_at = 0

    def read(self, tokens: list[Token]) -> None:
        """The first heading is the title where it is the only one of the highest level."""
        headings = [t for t in tokens if t.type == "heading_open"]
        shift = 1 if sum(t.tag == "h1" for t in headings) <= 1 else 0
        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._depth += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._depth -= 1
                case "list_item_open" | "list_item_close":
                    self._in_item = token.type == "list_item_open"
                case "table_open" | "table_close":
                    self._in_table += 1 if token.type == "table_open" else -1
                case "heading_open":
                    self._in_heading = int(token.tag[1])
                    is_title = token is headings[0] and token.tag == "h1" and shift == 1
                    self._heading_level = 0 if is_title else max(1, self._in_heading - shift)
                case "inline" if token.map is not None:
                    self._inline(token, self._lines[token.map[0]], self._lines[token.map[1]])
                case "fence" if token.map is not None and not self._closed(token, token.map[1]):
                    end = self._lines[token.map[1]]
                    read_lines(self._text[:end], self._masked[:end], self._lines[token.map[0] + 1], Style(), self._body)
                case _:
                    pass

    def _inline(self, token: Token, start: int, end: int) -> None:
        if self._in_table:
            self._cell(token.content, start, end)
        elif self._in_heading:
            start, end = _heading(self._text, start, end)
            if self._heading_level:
                self._body.heading(start, end, self._heading_level)
            else:
                self.title = seen(self._masked, start, end)
            self._in_heading = 0
        elif self._in_item:
            mark = _ITEM_MARK.match(self._text, start, end)
            self._body.item(mark.end() if mark else start, end, max(0, self._depth))
            self._in_item = False
        else:
            for s, e in _paragraphs(self._text, start, end):
                self._body.paragraph(s, e)

    def _cell(self, content: str, start: int, end: int) -> None:
        """A cell of a table is a paragraph if it says something; a name or a number alone is not prose."""
        at = self._text.find(content, max(start, self._cell_at), end) if content else -1
        if at >= 0:
            self._cell_at = at + len(content)
            if len(content.split()) >= PROSE_WORDS:
                self._body.paragraph(at, self._cell_at)

    def _closed(self, fence: Token, last: int) -> bool:
        """Whether a block of code ends with its mark: one that is never closed takes in all that follows it."""
        lines = self._text[self._lines[last - 1] : self._lines[last]].strip()
        return lines.startswith(fence.markup) and fence.map is not None and last - fence.map[0] > 1


def _heading(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a heading: without ``#`` before and after them, or without the line drawn under them."""
    mark = _HEADING_MARK.match(text, start, end)
    start = mark.end() if mark else start
    stop = text.find("\n", start, end)
    stop = end if stop < 0 else stop
    tail = _HEADING_END.search(text, start, stop)
    return start, tail.start() if tail else stop


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph, cut in two wherever a line of it ends with two spaces or more."""
    at = start
    for m in re.finditer(r"[ ]{2,8}\n", text[start:end]):
        yield at, start + m.start()
        at = start + m.end()
    yield at, end
