"""What holds for every date."""

from __future__ import annotations

import warnings
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stemma.errors import DateError
from stemma.model.calendar import civil, day_number
from stemma.model.dates import EdtfDate, certainly_before, compatible, describe, interval, parse_date, same_or_within

years = st.integers(-9999, 9999).map(lambda y: f"{'-' if y < 0 else ''}{abs(y):04d}")
months = st.integers(1, 12).map(lambda m: f"{m:02d}")
days = st.integers(1, 28).map(lambda d: f"{d:02d}")
parts_of_year = st.integers(21, 41).map(str)
qualifiers = st.sampled_from(["", "~", "?", "%"])
vague_years = st.one_of(
    st.integers(0, 999).map(lambda y: f"{y:03d}X"), st.integers(0, 99).map(lambda y: f"{y:02d}XX"), st.just("XXXX")
)
plain_points = st.one_of(
    years,
    st.tuples(years, months).map("-".join),
    st.tuples(years, months, days).map("-".join),
    st.tuples(years, parts_of_year).map("-".join),
)
points = st.tuples(st.one_of(plain_points, vague_years), qualifiers).map("".join)
sides = st.one_of(points, st.sampled_from(["", ".."]))
intervals = st.tuples(sides, sides).map("/".join)
like_edtf = st.text(alphabet="0123456789XY-/.~?%[]{},TZES: ", max_size=24)
rare_forms = st.from_regex(
    r"[\[{][0-9]{4}([,.~?%-]|\.\.|[0-9]{2}){0,6}[\]}]|Y-?[0-9]{1,4}E[0-9]|[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:Z+-]{1,9}",
    fullmatch=True,
)
READ_OTHERWISE = ("-24", "-28", "-29", "-30", "-31", "-32")
"""Winters, which the library ends with the year, and the south's seasons."""


def ordered(a: int | None, b: int | None) -> bool:
    return a is None or b is None or a <= b


@given(st.integers(-(10**14), 10**14))
def test_every_day_number_is_a_day_and_back(day: int) -> None:
    year, month, day_of_month = civil(day)
    assert day_number(year, month, day_of_month) == day


@given(st.dates())
def test_days_agree_with_datetime(day: date) -> None:
    assert civil(day.toordinal()) == (day.year, day.month, day.day)
    assert parse_date(day.isoformat()).earliest_start == day.toordinal()


@given(points)
def test_points_are_read_and_bounded(text: str) -> None:
    parsed = parse_date(text)
    assert parsed.text == text
    assert parsed.earliest_start is not None
    assert ordered(parsed.earliest_start, parsed.latest_start)
    assert (parsed.earliest_start, parsed.latest_start) == (parsed.earliest_end, parsed.latest_end)


@given(intervals)
def test_the_bounds_of_intervals_are_ordered(text: str) -> None:
    try:
        parsed = parse_date(text)
    except DateError:
        return
    assert ordered(parsed.earliest_start, parsed.latest_start)
    assert ordered(parsed.earliest_end, parsed.latest_end)
    assert ordered(parsed.earliest_start, parsed.earliest_end)
    assert ordered(parsed.latest_start, parsed.latest_end)


@given(points, points)
def test_an_interval_is_read_back_or_refused(a: str, b: str) -> None:
    first, last = parse_date(a), parse_date(b)
    if certainly_before(last, first):
        with pytest.raises(DateError):
            interval(a, b)
    else:
        joined = parse_date(interval(a, b))
        assert joined.earliest_start == first.earliest_start
        assert joined.latest_end == last.latest_end


@given(points)
def test_about_is_wider(text: str) -> None:
    bare = text.rstrip("~?%")
    assert same_or_within(parse_date(bare), parse_date(bare + "~"))
    assert compatible(parse_date(bare), parse_date(text))


@settings(deadline=None)
@given(st.one_of(points, intervals, like_edtf, rare_forms, st.text(max_size=30)))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        parsed = parse_date(text)
    except DateError:
        return
    assert isinstance(parsed, EdtfDate)
    assert describe(text).strip()


@settings(deadline=None)
@given(plain_points)
def test_bounds_agree_with_the_edtf_library(text: str) -> None:
    assume(not text.endswith(READ_OTHERWISE) or text.count("-") - text.startswith("-") != 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import edtf

        theirs = edtf.parse_edtf(text)
    parsed = parse_date(text)
    assert parsed.earliest_start == day_number(*theirs.lower_strict()[:3])
    assert parsed.latest_end == day_number(*theirs.upper_strict()[:3])
