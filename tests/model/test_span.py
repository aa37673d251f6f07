"""Spans: bounded, ordered, quoting exactly, overlapping where they share a code point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.span import Span

bounds = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda b: (b[0], b[0] + b[1]))


@given(st.text(), st.text(min_size=1), st.text())
def test_a_planted_quote_is_found_again(before: str, words: str, after: str) -> None:
    span = Span("document-1", len(before), len(before) + len(words))
    assert span.quote(before + words + after) == words


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 0)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: {start}:{end}"):
        Span("document-1", start, end)


@given(bounds, bounds)
def test_overlap_is_sharing_a_code_point(one: tuple[int, int], other: tuple[int, int]) -> None:
    a, b = Span("document-1", *one), Span("document-1", *other)
    assert a.overlaps(b) == b.overlaps(a) == bool(set(range(*one)) & set(range(*other)))


def test_spans_of_two_documents_never_overlap() -> None:
    assert not Span("document-1", 0, 9).overlaps(Span("document-2", 0, 9))


def test_spans_sort_as_they_stand() -> None:
    spans = [Span("document-1", 7, 9), Span("document-1", 2, 8), Span("document-1", 2, 4)]
    assert [(s.start, s.end) for s in sorted(spans)] == [(2, 4), (2, 8), (7, 9)]
