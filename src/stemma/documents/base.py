"""What every reader can do, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from stemma.model.document import Block, InfoboxField, Section


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a text: everything of a document that depends on the format.

    ``title`` is the page's title; ``published`` is EDTF text, ``publisher``
    who published it, both where the text says so. All offsets count code
    points of the text that was read.
    """

    title: str
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    infobox: tuple[InfoboxField, ...] = ()
    published: str | None = None
    publisher: str = ""


class Reader(Protocol):
    """Reads one format."""

    @property
    def format(self) -> str:
        """What the format is called in the table of readers."""
        ...

    def sniff(self, text: str) -> float:
        """How sure it is, from 0 to 1, that ``text`` is of its format; the surest reader is used."""
        ...

    def read(self, text: str, name: str) -> Reading:
        """The structure of ``text``, whose line ends are ``\\n``.

        ``name`` is the file's name without folders: the title where the text has none.
        Any text can be read; one that is not of the format just shows less structure.
        """
        ...
