"""Documents, their sources, and what an extractor makes of one."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from stemma.model.document import Block, Document, InfoboxField, InfoboxItem, Section, Source
from stemma.model.extraction import Extraction

SOURCE = Source("Ansar al-Tawhid", "Wikipedia", "ansar-al-tawhid.txt")
DOCUMENT = Document(SOURCE, "Ansar al-Tawhid", "= Ansar al-Tawhid =\n", "encyclopaedia", "ab" * 32)


def test_a_source_is_its_title_publisher_and_file_name() -> None:
    assert Source("Ansar al-Tawhid", "Wikipedia", "ansar-al-tawhid.txt").id == SOURCE.id
    others = [replace(SOURCE, title="x"), replace(SOURCE, publisher="x"), replace(SOURCE, file_name="x")]
    assert len({SOURCE.id, *(s.id for s in others)}) == 4


def test_the_same_bytes_of_the_same_source_are_the_same_document() -> None:
    again = replace(DOCUMENT, origin="elsewhere.txt", fetched="2025-02-03T10:00:00Z", blocks=(Block("heading", 0, 19),))
    assert again.id == DOCUMENT.id


def test_other_bytes_or_another_source_are_another_document() -> None:
    assert replace(DOCUMENT, sha256="cd" * 32).id != DOCUMENT.id
    assert replace(DOCUMENT, source=replace(SOURCE, publisher="x")).id != DOCUMENT.id


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DOCUMENT.text = "other"  # type: ignore[misc]


def test_structure_has_sensible_defaults() -> None:
    assert Block("paragraph", 0, 9) == Block("paragraph", 0, 9, section=0, depth=0, skips=())
    item = InfoboxItem("Hezbollah", 3, 12)
    assert (item.marks, item.qualifiers, item.aliases, item.group, item.depth, item.lost) == ((), (), (), "", 0, False)
    assert InfoboxField("Opponents", "opponents", 0, 12, (item,)).items[0].text == "Hezbollah"
    assert Section("History", 2, 0, 12).level == 2


def test_an_extraction_may_be_empty() -> None:
    empty = Extraction(DOCUMENT.id)
    assert (empty.subject, empty.entities, empty.claims, empty.events) == (None, (), (), ())
