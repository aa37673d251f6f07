"""Spans: where in a document something is said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: ``start`` and ``end`` in code points, end exclusive.

    Raises:
        ValueError: if it is empty, runs backwards or starts before the text.
    """

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def quote(self, text: str) -> str:
        """The words of the span in ``text``, the text of its document."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end
