"""Prose as the engine reads it: a block without its marks, and the way back to the document's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model.document import Block, Document
from stemma.model.span import Span

LONGEST = 8_000
"""The longest passage, in code points. A longer block is cut at a sentence end, or at a space."""

_SPACES = frozenset({"&nbsp;", "&#160;", "&ensp;", "&emsp;", "&thinsp;", "&#8201;"})
"""What is skipped as markup but stands for a space."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of clean prose. ``offsets[i]`` is where character ``i`` of ``text`` stands in the document."""

    document: str
    block: Block
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the document that holds the characters from ``start`` to ``end``, without outer spaces."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.document, self.offsets[start], self.offsets[end - 1] + 1)


def passages(document: Document) -> Iterator[Passage]:
    """The prose of ``document``, block by block, in order; blocks without words are left out."""
    for block in document.blocks:
        offsets: list[int] = []
        letters: list[str] = []
        position = block.start
        for skip_start, skip_end in (*block.skips, (block.end, block.end)):
            kept = document.text[position:skip_start]
            offsets.extend(range(position, position + len(kept)))
            letters.append(kept)
            if document.text[skip_start:skip_end] in _SPACES:
                offsets.append(skip_start)
                letters.append(" ")
            position = max(position, skip_end)
        text = "".join(" " if c.isspace() else c for c in "".join(letters))
        for start, end in _pieces(text):
            if any(c.isalnum() for c in text[start:end]):
                yield Passage(document.id, block, text[start:end], tuple(offsets[start:end]))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > LONGEST:
        stop = text.rfind(". ", start, start + LONGEST)
        if stop <= start:
            stop = text.rfind(" ", start, start + LONGEST)
        end = start + LONGEST if stop <= start else stop + 1
        yield start, end
        start = end
    yield start, len(text)
