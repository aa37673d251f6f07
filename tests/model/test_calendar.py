"""The calendar in whole numbers."""

from __future__ import annotations

from datetime import date

import pytest

from stemma.model.calendar import civil, day_number, days_in_month, is_leap, month_span


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1582, 10, 15), date(2000, 2, 29), date(2018, 3, 2), date.max])
def test_days_are_numbered_as_in_datetime(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


def test_the_year_zero_is_the_one_before_the_year_one() -> None:
    assert civil(0) == (0, 12, 31)
    assert day_number(0, 1, 1) == -365, "the year 0 is a leap year"
    assert day_number(-1, 12, 31) == -366


@pytest.mark.parametrize(
    ("year", "leap"), [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True)]
)
def test_leap_years(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert days_in_month(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (2, 29), (4, 31), (1, 0)])
def test_a_day_that_is_not_in_the_calendar_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no such day"):
        day_number(2023, month, day)


def test_months_may_run_over_the_end_of_the_year() -> None:
    assert month_span(2018, 12, 3) == (day_number(2018, 12, 1), day_number(2019, 2, 28))
    assert month_span(2018, 0) == (day_number(2017, 12, 1), day_number(2017, 12, 31))
    assert month_span(2018, 13) == (day_number(2019, 1, 1), day_number(2019, 1, 31))
