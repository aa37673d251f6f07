"""What the tests of the readers share: reading a text, and seeing of a document what its reader would see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stemma.documents.read import read_bytes
from stemma.model.document import Block, Document, InfoboxField, InfoboxItem

Read = Callable[..., Document]
Prose = Callable[[Document], list[str]]
Field = Callable[[Document, str], InfoboxField]


@pytest.fixture
def read() -> Read:
    """Read a text as a file called ``name``."""

    def read_text(text: str, name: str = "Page.txt", format: str | None = None) -> Document:
        return read_bytes(text.encode(), name, format=format)

    return read_text


@pytest.fixture
def prose() -> Prose:
    """The words of every block, what is skipped left out."""
    return lambda document: [words(document, block) for block in document.blocks]


@pytest.fixture
def field() -> Field:
    """The field of an infobox that has some key."""

    def find(document: Document, key: str) -> InfoboxField:
        return next(f for f in document.infobox if f.key == key)

    return find


@pytest.fixture
def items() -> Callable[[str], list[InfoboxItem]]:
    """The items of one line of an infobox in the plain form of an encyclopaedia page: ``Allies: A, B``."""

    def read_line(line: str) -> list[InfoboxItem]:
        document = read_bytes(f"= Test Group =\n\nTest Group\n- {line}\n\nA text.".encode(), "Test_Group.txt")
        assert document.format == "encyclopaedia"
        (found,) = document.infobox
        return list(found.items)

    return read_line


def words(document: Document, block: Block) -> str:
    """What is read of a block, white space as one space."""
    parts, at = [], block.start
    for start, end in block.skips:
        parts.append(document.text[at:start])
        at = end
    parts.append(document.text[at : block.end])
    return " ".join("".join(parts).split())
