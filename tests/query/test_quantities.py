"""Numbers and ranges of persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.query.quantities import Quantity, named, quantity, written


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40", 40, 40),
        ("300-1000", 300, 1000),
        ("300–1,000", 300, 1000),
        ("10,000 to 12,000", 10000, 12000),
        ("7500+", 7500, None),
        ("at least 20", 20, None),
        ("fewer than 10000", None, 10000),
        ("≤150", None, 150),
        ("about 400", 300, 500),
        ("up to 5-6", 5, 6),
    ],
)
def test_the_numbers_of_a_text(text: str, low: int | None, high: int | None) -> None:
    assert quantity(text) == Quantity(low, high)


@pytest.mark.parametrize("text", ["several hundred", "", "small"])
def test_words_have_no_number(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("300-1000", "1000", True), ("40", "16", False), ("7500+", "9000", True), ("7500+", "100", False)],
)
def test_ranges_agree_if_one_number_is_in_both(one: str, other: str, agree: bool) -> None:
    first, second = quantity(one), quantity(other)
    assert first is not None
    assert second is not None
    assert first.agrees_with(second) is agree
    assert second.agrees_with(first) is agree


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("300-1000", "300–1,000"),
        ("40", "40"),
        ("7500+", "7,500+"),
        ("10000 to 12000", "10,000 to 12,000"),
        ("several hundred", "several hundred"),
        ("12,000", "12,000"),
    ],
)
def test_numbers_as_readers_expect_them(text: str, shown: str) -> None:
    assert written(text) == shown


@given(st.integers(0, 10**14), st.integers(0, 10**14))
def test_writing_a_range_changes_no_number(low: int, high: int) -> None:
    assert quantity(written(f"{low}-{high}")) == Quantity(min(low, high), max(low, high))


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = quantity(text)
    assert found is None or found.low is not None or found.high is not None
    written(text)


@pytest.mark.parametrize(
    ("who", "yes"), [("Syrian soldiers", True), ("only 16", False), ("", False), ("16 deaths", False)]
)
def test_a_number_names_nobody(who: str, yes: bool) -> None:
    assert named(who) is yes
