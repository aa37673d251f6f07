"""Documents: one version of one text, with the structure a reader found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.ids import content_id

BlockKind = Literal["paragraph", "list_item", "heading"]


@dataclass(frozen=True, slots=True)
class Source:
    """A work and its publisher; the versions of one page share a source."""

    title: str
    publisher: str = ""
    file_name: str = ""

    @property
    def id(self) -> str:
        """A hash of title, publisher and file name."""
        return content_id("source", self.title, self.publisher, self.file_name)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, level (0 is the lead), and where it stands, in code points."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose that is read as one: a paragraph, a list item or a heading.

    ``start`` and ``end`` bound it in the document's text. ``skips`` are the
    ranges inside it that are no prose (footnote marks, markup, link targets),
    sorted and apart. ``section`` indexes ``Document.sections``; ``depth`` is
    how deep a list item is nested, from 0.
    """

    kind: BlockKind
    start: int
    end: int
    section: int = 0
    depth: int = 0
    skips: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class InfoboxItem:
    """One value of an infobox field.

    ``text`` is the value a reader would write, ``start`` and ``end`` where it
    stands. ``marks`` are fates glued to it ("killed", "captured", …),
    ``qualifiers`` the bracketed remarks after it ("formerly", "until July
    2017"), ``group`` the sub-head it stands under ("State opponents"),
    ``depth`` how deep it is nested, from 0. ``aliases`` are other names given
    in brackets. A ``lost`` item is a slot whose value did not survive (a flag
    picture, say): its text is empty.
    """

    text: str
    start: int
    end: int
    marks: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""
    depth: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True)
class InfoboxField:
    """One line of an infobox: the ``label`` as written, the ``key`` it is a variant of ("" if unknown), its items."""

    label: str
    key: str
    start: int
    end: int
    items: tuple[InfoboxItem, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one text.

    ``text`` is the file's own text with line ends as ``\\n``; every offset
    counts code points in it. ``sha256`` is of the file's bytes. ``published``
    is EDTF text where the document gives it. ``fetched`` is when the file was
    read, an ISO 8601 time in UTC, and ``origin`` where it was got (a path or URL);
    neither is part of the id.
    """

    source: Source
    title: str
    text: str
    format: str
    sha256: str
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    infobox: tuple[InfoboxField, ...] = ()
    published: str | None = None
    origin: str = ""
    fetched: str = ""

    @property
    def id(self) -> str:
        """A hash of the source and the bytes: the same bytes of the same source are the same document."""
        return content_id("document", self.source.id, self.sha256)
