"""Numbers of persons, and the noun that a number goes with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import parsed, word

from stemma.extract.rules.quantities import number_of, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("40", "40"),
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("1,000,000", "1000000"),
        ("more than 1,000", "1000"),
        ("≤150", "150"),
        ("7,500+", "7500"),
        ("10,000-strong", "10000"),
        ("4,000 (2014)", "4000"),
        ("300–1,000", "300-1000"),
        ("300-1000", "300-1000"),
        ("500-1000 (2012)", "500-1000"),
        ("40,000 – 60,000", "40000-60000"),
        ("between 15 and 20", "15-20"),
        ("15 to 20", "15-20"),
        ("20 or 30", "20-30"),
        ("two", "2"),
        ("twenty-one", "21"),
        ("two thousand", "2000"),
        ("one hundred and fifty", "150"),
        ("one thousand two hundred", "1200"),
        ("two million three hundred thousand", "2300000"),
        ("5 million", "5000000"),
        ("2.5 million", "2500000"),
        ("a dozen", "12"),
        ("a hundred", "100"),
        ("several hundred", "several hundred"),
        ("dozens", "dozens"),
        ("thousands", "thousands"),
        ("a few", "a few"),
        ("no number", None),
        ("", None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    assert parse_number(text) == number


def test_a_range_that_runs_backwards_is_its_first_number() -> None:
    assert parse_number("20-15") == "20"


def test_numbers_of_any_length_are_read_or_left() -> None:
    parse_number("1" * 5000 + "-" + "2" * 5000)
    parse_number("1," * 5000)
    parse_number("one " * 5000)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_digits_are_read_however_grouped(low: int, high: int) -> None:
    assert parse_number(f"{low:,}") == parse_number(str(low)) == str(low)
    if low < high:
        assert parse_number(f"{low:,}–{high:,}") == f"{low}-{high}"


@given(st.text(max_size=60))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or number


@pytest.mark.parametrize(
    ("text", "noun", "number"),
    [
        ("They killed 40 soldiers.", "soldiers", "40"),
        ("They killed some 40 young soldiers.", "soldiers", "40"),
        ("They killed between 15 and 20 soldiers.", "soldiers", "15-20"),
        ("They killed 15 to 20 soldiers.", "soldiers", "15-20"),
        ("They killed 15–20 soldiers.", "soldiers", "15-20"),
        ("They killed two soldiers.", "soldiers", "2"),
        ("They killed 1,000 soldiers.", "soldiers", "1000"),
        ("They killed dozens of soldiers.", "soldiers", "dozens"),
        ("They killed several soldiers.", "soldiers", "several"),
        ("They killed soldiers.", "soldiers", None),
    ],
)
def test_the_number_of_a_noun(text: str, noun: str, number: str | None) -> None:
    reading = parsed(text)
    assert number_of(word(reading, noun), reading.parsed) == number
