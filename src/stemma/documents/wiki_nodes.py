"""Walks parsed wikitext and says, with offsets, what a reader of the page does not see.

The parser's nodes know what they are but not where: each node's place is the
sum of the lengths of what comes before it, since a page's nodes written out
one after the other are the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import mwparserfromhell
import yaml
from mwparserfromhell.nodes import Argument, Comment, ExternalLink, Node, Tag, Template, Wikilink
from mwparserfromhell.wikicode import Wikicode

from stemma.documents.body import PROSE_WORDS
from stemma.documents.masking import BREAK, Edit, trimmed
from stemma.documents.wiki_guard import blunted

_NO_PROSE_TAGS = frozenset(
    (
        *("chem", "gallery", "graph", "hr", "imagemap", "mapframe", "math", "ref", "references", "score", "script"),
        *("source", "style", "syntaxhighlight", "templatestyles", "timeline"),
    )
)
_BLOCK_TAGS = frozenset(("blockquote", "center", "div", "dl", "h1", "h2", "h3", "h4", "li", "ol", "p", "poem", "ul"))
_PICTURE_LINK = re.compile(r"\s*(?:file|image|category|media|[a-z]{2,3})\s*:", re.IGNORECASE)
_COUNTED = re.compile(r"\d+\Z")

_BOLD = re.compile(r"'''([^'\n]{1,300})'''")

Range = tuple[int, int]


@dataclass(slots=True)
class Page:
    """What was found: ``edits`` to make, ``infoboxes``, their ``fields`` (label and value), and what is in ``bold``."""

    edits: list[Edit] = field(default_factory=list)
    infoboxes: list[Range] = field(default_factory=list)
    fields: list[tuple[Range, Range]] = field(default_factory=list)
    bold: list[Range] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Templates:
    """The data of ``wiki_templates.yaml``."""

    shown: dict[str, list[str]]
    quotations: dict[str, list[str]]
    lists: frozenset[str]
    dates: frozenset[str]
    fates: dict[str, str]


@cache
def templates() -> Templates:
    """What a reader sees of which templates."""
    data = yaml.safe_load(files("stemma.documents").joinpath("wiki_templates.yaml").read_text(encoding="utf-8"))
    return Templates(
        data["shown"], data["quotations"], frozenset(data["lists"]), frozenset(data["dates"]), data["fates"]
    )


def read_nodes(text: str, at: int = 0, closing: str = "") -> Page:
    """Parse ``text``, which stands at ``at`` in the page; ``closing`` is added for the parser where it is missing."""
    page = Page()
    safe = blunted(text + closing)
    code = mwparserfromhell.parse(safe)
    if str(code) == safe:
        _Walker(page).nodes(code, at)
    page.bold += [(at + m.start(1), at + m.end(1)) for m in _BOLD.finditer(text)]
    return page


class _Walker:
    def __init__(self, page: Page) -> None:
        self._page = page

    def nodes(self, code: Wikicode, at: int) -> None:
        for node in code.nodes:
            width = len(str(node))
            self._node(node, at, at + width)
            at += width

    def _hide(self, start: int, end: int) -> None:
        self._page.edits.append((start, end, ""))

    def _node(self, node: Node, at: int, end: int) -> None:
        match node:
            case Template():
                self._template(node, at, end)
            case Wikilink():
                self._link(node, at, end)
            case ExternalLink():
                if node.brackets and node.title is not None:
                    start = end - 1 - len(str(node.title))
                    self._hide(at, start)
                    self.nodes(node.title, start)
                    self._hide(end - 1, end)
                elif node.brackets:
                    self._hide(at, end)
            case Tag():
                self._tag(node, at, end)
            case Comment() | Argument():
                self._hide(at, end)
            case _:
                pass

    def _link(self, node: Wikilink, at: int, end: int) -> None:
        title = str(node.title)
        if _PICTURE_LINK.match(title):
            self._hide(at, end)
            return
        start = at + 2 + (len(title) + 1 if node.text is not None else len(title) - len(title.lstrip(" :")))
        self._hide(at, start)
        if node.text is not None:
            self.nodes(node.text, start)
        self._hide(end - 2, end)

    def _tag(self, node: Tag, at: int, end: int) -> None:
        name = str(node.tag).strip().casefold()
        if name in _NO_PROSE_TAGS:
            self._hide(at, end)
        elif name == "table":
            self._table(node, at, end)
        elif not node.self_closing:
            start, stop = _inside(node, at, end)
            around = BREAK if name in _BLOCK_TAGS else ""
            self._page.edits.append((at, start, around))
            if name in ("b", "strong"):
                self._page.bold.append((start, stop))
            self.nodes(node.contents, start)
            self._page.edits.append((stop, end, around))

    def _table(self, node: Tag, at: int, end: int) -> None:
        """A table: cells that say something stay, each on a line of its own."""
        start, stop = _inside(node, at, end)
        self._page.edits.append((at, start, BREAK))
        for child in node.contents.nodes:
            width = len(str(child))
            name = str(child.tag).strip().casefold() if isinstance(child, Tag) else ""
            if isinstance(child, Tag) and not child.self_closing and name in ("tr", "tbody", "thead", "tfoot"):
                self._table(child, start, start + width)
            elif isinstance(child, Tag) and not child.self_closing and name in ("td", "th"):
                inside, inside_end = _inside(child, start, start + width)
                if _is_caption(child) or len(child.contents.strip_code().split()) < PROSE_WORDS:
                    self._page.edits.append((start, start + width, BREAK))
                else:
                    self._page.edits.append((start, inside, BREAK))
                    self.nodes(child.contents, inside)
                    self._hide(inside_end, start + width)
            else:
                self._hide(start, start + width)
            start += width
        self._hide(stop, end)

    def _template(self, node: Template, at: int, end: int) -> None:
        name = " ".join(str(node.name).replace("_", " ").split()).casefold()
        known = templates()
        if name.startswith("infobox") or name.endswith(" infobox"):
            self._infobox(node, at, end)
        elif name in known.fates:
            self._page.edits.append((at, end, known.fates[name]))
        elif name in known.dates:
            self._date(node, at, end)
        elif name in known.lists:
            self._list(node, at, end)
        elif name in known.quotations:
            self._some(node, at, end, known.quotations[name], around=BREAK)
        elif (shown := _shown(name, known)) is not None:
            self._some(node, at, end, shown)
        else:
            self._hide(at, end)

    def _arguments(self, node: Template, at: int) -> list[tuple[str, bool, int, int, Wikicode]]:
        """Name, whether it is written, start (after the pipe), start of the value, and value of each argument."""
        at += 2 + len(str(node.name))
        found = []
        for p in node.params:
            start = at + 1
            value = start + (len(str(p.name)) + 1 if p.showkey else 0)
            found.append((str(p.name).strip().casefold(), p.showkey, start, value, p.value))
            at = value + len(str(p.value))
        return found

    def _infobox(self, node: Template, at: int, end: int) -> None:
        self._page.infoboxes.append((at, end))
        for _, named, start, value, code in self._arguments(node, at):
            if named:
                self._page.fields.append(((start, value - 1), (value, value + len(str(code)))))
                self.nodes(code, value)

    def _date(self, node: Template, at: int, end: int) -> None:
        """A date: year, month and day with hyphens between them."""
        parts = [
            (value, value + len(str(code)))
            for _, named, _, value, code in self._arguments(node, at)
            if not named and _COUNTED.match(str(code).strip())
        ][:3]
        for start, stop in parts:
            if start > at:
                self._page.edits.append((at, start, "-" if (start, stop) != parts[0] else ""))
            at = stop
        self._hide(at, end)

    def _list(self, node: Template, at: int, end: int) -> None:
        """A list: every argument begins a line; a title is set in bold."""
        for name, named, start, value, code in self._arguments(node, at):
            stop = value + len(str(code))
            if not named or name == "title" or _COUNTED.match(name):
                self._page.edits.append((at, value, BREAK))
                self.nodes(code, value)
                if name == "title":
                    self._page.bold.append((value, stop))
            else:
                self._hide(at, start)
                self._hide(start, stop)
            at = stop
        self._hide(at, end)

    def _some(self, node: Template, at: int, end: int, shown: list[str], around: str = "") -> None:
        """A template that shows some of its arguments, with ``around`` before and after each."""
        arguments = self._arguments(node, at)
        unnamed = [a[0] for a in arguments if not a[1]]
        wanted = {unnamed[-1] if s == "last" and unnamed else s for s in shown}
        for name, _, _, value, code in arguments:
            if name in wanted:
                self._page.edits.append((at, value, around))
                self.nodes(code, value)
                at = value + len(str(code))
        self._page.edits.append((at, end, around))


def _inside(node: Tag, at: int, end: int) -> Range:
    """Where the content of a tag stands."""
    close = len(node.closing_wiki_markup or "") if node.wiki_markup else len(str(node.closing_tag)) + 3
    return end - close - len(str(node.contents)), end - close


def _is_caption(cell: Tag) -> bool:
    return bool(cell.wiki_markup == "|" and str(cell.contents).startswith("+"))


def _shown(name: str, known: Templates) -> list[str] | None:
    if name in known.shown:
        return known.shown[name]
    return next((a for n, a in known.shown.items() if n.endswith("*") and name.startswith(n[:-1])), None)


def heads(page: Page, masked: str) -> frozenset[Range]:
    """The bold ranges without blanks at their ends."""
    return frozenset(trimmed(masked, start, end) for start, end in page.bold)
