"""The text of a document, line by line, with the words of its claims and events marked in place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from stemma.export.html.items import Item, Sheet, in_short, is_hedged
from stemma.export.html.marks import Piece, Ranges, pieces
from stemma.export.html.tags import Html, join, tag, text
from stemma.model.document import Document
from stemma.model.event import Event

LONGEST_TEXT = 2_000_000
"""How much of a text is shown, in code points."""

_MOST_MARKS = 40
"""To how many items one piece of text is marked as belonging, those with fewest words first."""

_MOST_NUMBERS = 12
"""How many numbers stand behind one word; another leads to those after them."""

_DEEPEST = 3


def marked_text(sheet: Sheet) -> Html:
    """The text of the sheet's document. Every line is an element of its own; empty lines are left out."""
    document = sheet.part.document
    length = min(len(document.text), LONGEST_TEXT)
    read = _read(document)
    lines = _lines(document.text, length)
    cuts = [*(start for start, _ in lines), *(end for _, end in lines), *read.bounds()]
    parts = iter([*pieces(sheet.items, cuts, length), Piece(length, length)])
    kinds = _Kinds(document)
    made: list[Html] = []
    piece = next(parts)
    left_out: list[Item] = []  # items that begin in an empty line: what leads to them leads to the line after it
    for start, end in lines:
        inside: list[Html] = []
        while piece.start < end:
            if piece.start < start:
                left_out += piece.begins
            else:
                inside += [_anchors(left_out, sheet), _piece(piece, document.text, sheet, piece.start not in read)]
                left_out = []
            piece = next(parts)
        if inside:
            made.append(tag("p", *inside, class_=kinds.of(start, end), dir="auto"))
    left_out += [item for later in (piece, *parts) for item in later.begins]
    made.append(_anchors(left_out, sheet))
    if length < len(document.text):
        rest = f"The rest of the text, {len(document.text) - length:,} characters, is not shown."
        made.append(tag("p", rest, class_="cut"))
    return join(made, Html("\n"))


def _lines(words: str, length: int) -> list[tuple[int, int]]:
    """Where the lines up to ``length`` begin and end that are not empty."""
    found = []
    start = 0
    while start < length:
        stop = words.find("\n", start, length)
        end = length if stop < 0 else stop
        if words[start:end].strip():
            found.append((start, end))
        start = end + 1
    return found


def _read(document: Document) -> Ranges:
    """What was read: blocks without what they skip, and the infobox."""
    found = [(field.start, field.end) for field in document.infobox]
    for block in document.blocks:
        at = block.start
        for start, end in (*block.skips, (block.end, block.end)):
            found.append((at, start))
            at = max(at, end)
    return Ranges(found)


class _Kinds:
    """What kind of line stands where."""

    def __init__(self, document: Document) -> None:
        self._blocks = sorted(document.blocks, key=lambda b: b.start)
        self._starts = [b.start for b in self._blocks]
        self._levels = [s.level for s in document.sections]
        self._box = Ranges((field.start, field.end) for field in document.infobox)

    def of(self, start: int, end: int) -> str:
        """The class of the line from ``start`` to ``end``."""
        i = bisect_right(self._starts, max(start, end - 1)) - 1
        if i >= 0 and self._blocks[i].end > start:
            block = self._blocks[i]
            if block.kind == "heading":
                level = self._levels[block.section] if block.section < len(self._levels) else 1
                return "h sub" if level > 1 else "h"
            return "li" if block.kind == "list_item" else ""
        return "box" if start in self._box or end - 1 in self._box else ""


def _anchors(items: Sequence[Item], sheet: Sheet) -> Html:
    """Where a link to the words of each of ``items`` leads."""
    return join(tag("i", class_=f"w w{item.number}", id=sheet.anchor("w", item.number)) for item in items)


def _piece(piece: Piece, words: str, sheet: Sheet, unread: bool) -> Html:
    shown = text(words[piece.start : piece.end])
    anchors = _anchors(piece.begins, sheet)
    if not piece.items:
        return join([anchors, tag("span", shown, class_="o") if unread else shown])
    first = piece.items[0]
    mark = tag(
        "a",
        shown,
        class_=_mark_class(piece.items),
        href=f"#{sheet.anchor('c', first.number)}",
        title=in_short(first, sheet),
        tabindex="-1",
    )
    return join([anchors, mark, *_numbers(piece.ends, sheet)])


def _mark_class(items: Sequence[Item]) -> str:
    kinds = ["m"]
    events = sum(isinstance(item.said, Event) for item in items)
    if events:
        kinds.append("e")
    if events < len(items):
        kinds.append(f"k{min(len(items) - events, _DEEPEST)}")
    if all(is_hedged(item.said.saying) for item in items):
        kinds.append("hedged")
    return " ".join([*kinds, *(f"s{item.number}" for item in items[:_MOST_MARKS])])


def _numbers(items: Sequence[Item], sheet: Sheet) -> Iterator[Html]:
    """The numbers behind the last word of ``items``, each a link to its card."""
    if not items:
        return
    links = []
    for item in items[:_MOST_NUMBERS]:
        kind = "n e" if isinstance(item.said, Event) else "n"
        links.append(_link(item, str(item.number), kind, sheet))
    if len(items) > _MOST_NUMBERS:
        following = items[_MOST_NUMBERS]
        links.append(_link(following, f"+{len(items) - _MOST_NUMBERS}", "n", sheet))
    yield tag("sup", *links)


def _link(item: Item, shown: str, kind: str, sheet: Sheet) -> Html:
    return tag("a", shown, class_=kind, href=f"#{sheet.anchor('c', item.number)}", title=in_short(item, sheet))
