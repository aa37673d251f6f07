"""Content hashes: stable, told apart by what is said, and strict about what they hash."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.ids import content_id

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda parts: st.lists(parts, max_size=3),
    max_leaves=6,
)


@given(st.lists(plain, max_size=4))
def test_an_id_is_a_prefix_and_24_hexadecimal_digits(parts: list[object]) -> None:
    made = content_id("claim", *parts)
    assert re.fullmatch("claim-[0-9a-f]{24}", made)
    assert made == content_id("claim", *parts)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_what_differs_has_another_id(one: list[str], other: list[str]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


def test_ids_stay_the_same_between_versions() -> None:
    # A store keeps them for ever: a change here orphans every stored claim.
    assert content_id("source", "Ansar al-Tawhid", "", None, True, 3) == "source-87d5850b42728ebf64721630"


def test_the_boundary_between_parts_counts() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert content_id("x", ["a"], "b") != content_id("x", ["a", "b"])


def test_tuples_and_lists_say_the_same() -> None:
    assert content_id("x", ("a", ["b", 1])) == content_id("x", ["a", ("b", 1)])


def test_what_has_no_stable_text_is_refused() -> None:
    with pytest.raises(TypeError, match="no stable text for date"):
        content_id("x", ["a", date(2018, 3, 2)])
    with pytest.raises(TypeError, match="no stable text for set"):
        content_id("x", {"a"})
