"""Passages: prose without its marks, and the way back to the document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prose import prose

from stemma.extract.rules.text import LONGEST, passages
from stemma.model.document import Block


def test_marks_are_skipped_and_spans_lead_back() -> None:
    text = "Hamas[1] left\nGaza[2]."
    document = replace(prose(text), blocks=(Block("paragraph", 0, len(text), skips=((5, 8), (18, 21))),))
    (passage,) = passages(document)
    assert passage.text == "Hamas left Gaza."
    span = passage.span(0, len("Hamas left"))
    assert span.quote(text) == "Hamas[1] left"
    assert passage.span(11, 15).quote(text) == "Gaza"


def test_a_span_has_no_outer_spaces() -> None:
    text = "  Hamas  left  "
    document = replace(prose(text), blocks=(Block("paragraph", 0, len(text)),))
    (passage,) = passages(document)
    assert passage.span(0, len(passage.text)).quote(text) == "Hamas  left"


def test_blocks_without_words_are_left_out() -> None:
    assert [p.text for p in passages(prose("---\n\n* …\nHamas left."))] == ["Hamas left."]


def test_what_is_skipped_whole_is_left_out() -> None:
    document = replace(prose("Hamas left."), blocks=(Block("paragraph", 0, 11, skips=((0, 11),)),))
    assert list(passages(document)) == []


@pytest.mark.parametrize("unit", ["Hamas left Gaza. ", "word ", "x"])
def test_a_long_block_is_cut_into_pieces_that_lose_nothing(unit: str) -> None:
    text = unit * (3 * LONGEST // len(unit))
    found = list(passages(prose(text)))
    assert len(found) > 1
    assert all(len(p.text) <= LONGEST for p in found)
    assert "".join(p.text for p in found) == text.replace("\n", " ") or unit == "Hamas left Gaza. "
    offsets = [o for p in found for o in p.offsets]
    assert offsets == sorted(set(offsets))
    assert "".join(text[o] for o in offsets).split() == text.split()
