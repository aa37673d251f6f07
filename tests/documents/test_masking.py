"""Masked text keeps the length and the places of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.documents.masking import BREAK, GAP, HIDDEN, edited, hidden_ranges, hide, pairs, seen, trimmed

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


def test_hidden_text_is_not_seen() -> None:
    masked = hide("the '''Group''' is", [(4, 7), (12, 15)])
    assert seen(masked, 0, len(masked)) == "the Group is"
    assert hidden_ranges(masked, 0, len(masked)) == ((4, 7), (12, 15))


def test_a_break_is_seen_as_a_space_and_so_is_a_gap() -> None:
    masked = edited("a<br>b&nbsp;c", [(1, 5, BREAK), (6, 12, GAP)])
    assert seen(masked, 0, len(masked)) == "a b c"


def test_an_edit_is_filled_up_and_never_longer_than_its_range() -> None:
    assert edited("{{KIA}}x", [(0, 7, "†")]) == "†" + HIDDEN * 6 + "x"
    assert edited("ab", [(0, 1, "long")]) == "lb"


def test_trimming_takes_blanks_and_marks() -> None:
    masked = hide("  ''name'', ", [(2, 4), (8, 10)])
    assert trimmed(masked, 0, len(masked), also=",") == (4, 8)
    assert trimmed("   ", 0, 3) == (0, 0)


@given(st.text(max_size=30), RANGES)
def test_hiding_changes_no_length(text: str, ranges: list[tuple[int, int]]) -> None:
    inside = [(a, b) for a, b in ranges if a <= b <= len(text)]
    masked = hide(text, inside)
    assert len(masked) == len(text)
    covered = {n for a, b in inside for n in range(a, b)}
    assert all((masked[n] == HIDDEN) == (n in covered or text[n] == HIDDEN) for n in range(len(text)))


@given(st.text(alphabet="([)] \n", max_size=40))
def test_pairs_match_and_do_not_cross(text: str) -> None:
    found, openers, closers = pairs(text, "(", ")", stop="\n")
    assert 2 * len(found) + len(openers) + len(closers) == text.count("(") + text.count(")")
    for start, end in found:
        inside = text[start:end]
        assert (inside[0], inside[-1]) == ("(", ")")
        assert inside.count("(") == inside.count(")")
        assert "\n" not in inside
