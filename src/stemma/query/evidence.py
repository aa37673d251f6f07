"""Numbered evidence: each quote gets one number, however many claims rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from stemma.model.document import Document
from stemma.model.span import Span
from stemma.query.material import Material


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say something, and where they stand. ``line`` counts from 1; ``claims`` rest on them."""

    number: int
    document: str
    title: str
    section: str
    line: int
    spans: tuple[Span, ...]
    quote: str
    claims: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Numbering:
    """Gives out evidence numbers, from 1, in the order in which they are asked for."""

    material: Material
    _numbers: dict[tuple[Span, ...], int] = field(default_factory=dict)
    _claims: dict[tuple[Span, ...], dict[str, None]] = field(default_factory=dict)

    def number(self, spans: tuple[Span, ...], claim: str = "") -> int:
        """The number of ``spans``, on which the claim with id ``claim`` rests."""
        number = self._numbers.setdefault(spans, len(self._numbers) + 1)
        self._claims.setdefault(spans, {}).update({claim: None} if claim else {})
        return number

    def numbers(self, said: Iterable[tuple[tuple[Span, ...], str]]) -> tuple[int, ...]:
        """The numbers of several, sorted, each once."""
        return tuple(sorted({self.number(spans, claim) for spans, claim in said}))

    def given(self) -> tuple[Evidence, ...]:
        """All evidence numbered so far."""
        return tuple(self._evidence(spans, number) for spans, number in self._numbers.items())

    def _evidence(self, spans: tuple[Span, ...], number: int) -> Evidence:
        document = self.material.documents[spans[0].document]
        return Evidence(
            number=number,
            document=document.id,
            title=document.title,
            section=section_of(document, spans[0].start),
            line=line_of(document, spans[0].start),
            spans=spans,
            quote=self.material.words(spans),
            claims=tuple(self._claims[spans]),
        )


def section_of(document: Document, offset: int) -> str:
    """Under which heading ``offset`` stands: "History", "infobox, Leader"; "" in the lead or where there are none."""
    for box in document.infobox:
        if box.start <= offset < box.end:
            return f"infobox, {box.label}" if box.label else "infobox"
    inside = [s for s in document.sections if s.start <= offset < s.end and s.level > 0]
    return max(inside, key=lambda s: (s.level, s.start)).title if inside else ""


def line_of(document: Document, offset: int) -> int:
    """The line of the document's text on which ``offset`` stands, from 1."""
    return document.text.count("\n", 0, offset) + 1
