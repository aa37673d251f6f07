"""Where the text is marked: overlapping spans cut into pieces that stand side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.export.html.items import Item


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which nothing changes; offsets in code points of the document.

    ``items`` are those whose words it belongs to, the one with fewest words
    first. ``begins`` are the items whose first words begin with it, ``ends`` those whose
    last words end with it.
    """

    start: int
    end: int
    items: tuple[Item, ...] = ()
    begins: tuple[Item, ...] = ()
    ends: tuple[Item, ...] = ()


def pieces(items: Sequence[Item], cuts: Iterable[int], length: int) -> Iterator[Piece]:
    """The text from 0 to ``length`` in pieces, cut where the words of an item begin or end, and at ``cuts``."""
    opens: dict[int, list[Item]] = {}
    closes: dict[int, list[Item]] = {}
    begins: dict[int, list[Item]] = {}
    ends: dict[int, list[Item]] = {}
    for item in items:
        spans = [(s.start, min(s.end, length)) for s in item.said.spans if s.start < length]
        for start, end in spans:
            opens.setdefault(start, []).append(item)
            closes.setdefault(end, []).append(item)
        if spans:
            begins.setdefault(min(start for start, _ in spans), []).append(item)
            ends.setdefault(max(end for _, end in spans), []).append(item)
    sizes = {item.number: sum(s.end - s.start for s in item.said.spans) for item in items}
    bounds = sorted({0, length, *opens, *closes, *(cut for cut in cuts if 0 < cut < length)})
    open_now: dict[int, tuple[int, Item]] = {}  # by number: how many spans of the item are open here
    for start, end in pairwise(bounds):
        for item in closes.get(start, ()):
            count = open_now[item.number][0] - 1
            if count:
                open_now[item.number] = (count, item)
            else:
                del open_now[item.number]
        for item in opens.get(start, ()):
            open_now[item.number] = (open_now.get(item.number, (0, item))[0] + 1, item)
        over = sorted((item for _, item in open_now.values()), key=lambda i: (sizes[i.number], i.number))
        yield Piece(start, end, tuple(over), tuple(begins.get(start, ())), tuple(ends.get(end, ())))


class Ranges:
    """Ranges of a text, asked whether one holds an offset. They may touch and overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted(ranges):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            elif start < end:
                merged.append([start, end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def __contains__(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]

    def apart(self) -> list[tuple[int, int]]:
        """The ranges in order, those that touch or overlap as one."""
        return list(zip(self._starts, self._ends, strict=True))

    def bounds(self) -> list[int]:
        """Where they begin and end."""
        return [*self._starts, *self._ends]
