"""Overlapping spans cut into pieces."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.export.html.items import Item
from stemma.export.html.marks import Ranges, pieces
from stemma.model.claim import Claim
from stemma.model.span import Span

LENGTH = 60
places = st.tuples(st.integers(0, LENGTH + 10), st.integers(1, 30)).map(lambda p: (p[0], p[0] + p[1]))


def item(number: int, spans: list[tuple[int, int]]) -> Item:
    return Item(number, Claim("e", "strength", None, "1", tuple(Span("d", *span) for span in spans)))


@given(
    st.lists(st.lists(places, min_size=1, max_size=3), max_size=8).map(
        lambda lists: [item(number, spans) for number, spans in enumerate(lists, 1)]
    ),
    st.lists(st.integers(-5, LENGTH + 5), max_size=5),
)
def test_pieces_tile_the_text_and_know_whose_words_they_are(items: list[Item], cuts: list[int]) -> None:
    found = list(pieces(items, cuts, LENGTH))
    assert [p.start for p in found] == [0, *(p.end for p in found[:-1])]
    assert found[-1].end == LENGTH
    for piece in found:
        over = {i.number for i in items if any(s.start < piece.end and piece.start < s.end for s in i.said.spans)}
        assert {i.number for i in piece.items} == over
        assert len(piece.items) == len(over)
        assert not any(piece.start < cut < piece.end for cut in cuts)
    inside = {i.number for i in items if any(s.start < LENGTH for s in i.said.spans)}
    assert sorted(i.number for p in found for i in p.begins) == sorted(inside)
    assert sorted(i.number for p in found for i in p.ends) == sorted(inside)


def test_the_item_with_fewest_words_comes_first() -> None:
    wide, narrow = item(1, [(0, 20)]), item(2, [(5, 10)])
    (_, middle, _) = pieces([wide, narrow], [], 20)
    assert [i.number for i in middle.items] == [2, 1]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=10), st.integers(-1, 45))
def test_ranges_hold_what_one_of_them_holds(ranges: list[tuple[int, int]], offset: int) -> None:
    assert (offset in Ranges(ranges)) == any(start <= offset < end for start, end in ranges)
    apart = Ranges(ranges).apart()
    assert all(one[1] < two[0] for one, two in pairwise(apart))
