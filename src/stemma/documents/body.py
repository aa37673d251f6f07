"""Gathers the sections and blocks of a document in the order in which a reader meets them."""

from __future__ import annotations

from stemma.documents.masking import hidden_ranges, seen, trimmed
from stemma.model.document import Block, BlockKind, Section
from stemma.model.names import fold

NO_PROSE_SECTIONS = frozenset(
    fold(title)
    for title in (
        *("See also", "Related articles", "Related pages", "Navigation", "Gallery", "Image gallery", "Images"),
        *(
            "References",
            "References and notes",
            "References and footnotes",
            "Reference list",
            "Notes",
            "Notes and references",
        ),
        *(
            "Footnotes",
            "Endnotes",
            "Explanatory notes",
            "Citations",
            "Notes and citations",
            "Inline citations",
            "Source",
        ),
        *("Sources", "Primary sources", "Secondary sources", "General sources", "General references", "Works cited"),
        *(
            "Cited works",
            "Books",
            "Literature",
            "Literature cited",
            "Bibliography",
            "Selected bibliography",
            "Annotated bibliography",
        ),
        *("Further reading", "Suggested reading", "Recommended reading", "Further information", "Further resources"),
        *("External links", "External sources", "Web links", "Categories", "Category", "Tags", "Contents"),
    )
)
"""Sections whose text lists works, pages or pictures, as ``fold`` writes their titles: no block comes from them."""

PROSE_WORDS = 6
"""A table's cell is read as a paragraph from this many words on; shorter ones are data."""


class Body:
    """Sections and blocks of one masked text, added in the order of the text.

    A section runs from its heading to the next one; the lead, section 0, starts
    the text. What stands in a section that is no prose, or in one below it,
    becomes no block.
    """

    def __init__(self, text: str, masked: str) -> None:
        self._text = text
        self._masked = masked
        self._heads: list[tuple[str, int, int]] = [("", 0, 0)]
        self._blocks: list[Block] = []
        self._silent: int | None = None

    def heading(self, start: int, end: int, level: int) -> None:
        """Begin a section at a heading of ``level``, from 1."""
        start, end = trimmed(self._masked, start, end)
        title = seen(self._masked, start, end)
        if not title:
            return
        if self._silent is not None and level <= self._silent:
            self._silent = None
        if self._silent is None and fold(title) in NO_PROSE_SECTIONS:
            self._silent = level
        self._heads.append((title, level, start))
        self._add("heading", start, end, 0)

    def paragraph(self, start: int, end: int) -> None:
        """A paragraph, given with whatever blanks and marks surround it."""
        self._add("paragraph", start, end, 0)

    def item(self, start: int, end: int, depth: int) -> None:
        """A list item without its mark, nested ``depth`` deep, from 0."""
        self._add("list_item", start, end, depth)

    def _add(self, kind: BlockKind, start: int, end: int, depth: int) -> None:
        start, end = trimmed(self._masked, start, end)
        if self._silent is None and any(c.isalnum() for c in seen(self._masked, start, end)):
            skips = hidden_ranges(self._masked, start, end)
            self._blocks.append(Block(kind, start, end, len(self._heads) - 1, depth, skips))

    def sections(self) -> tuple[Section, ...]:
        """Every section, also those without prose."""
        ends = [start for _, _, start in self._heads[1:]] + [len(self._text)]
        return tuple(Section(t, level, start, end) for (t, level, start), end in zip(self._heads, ends, strict=True))

    def blocks(self) -> tuple[Block, ...]:
        """Every block that has prose in it."""
        return tuple(self._blocks)
