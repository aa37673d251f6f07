"""The proleptic Gregorian calendar in whole numbers, for any year.

Day numbers are those of ``datetime.date.toordinal``: 1 January of the year 1
is day 1. Years are astronomical, as in ISO 8601: the year 0 is 1 BC, -43 is 44 BC.
The arithmetic is Howard Hinnant's ``days_from_civil`` and ``civil_from_days``
(https://howardhinnant.github.io/date_algorithms.html): years begin in March,
so that the leap day is the last, and are counted in eras of 400 years.
"""

from __future__ import annotations

_DAYS_PER_ERA = 146_097
_BEFORE_YEAR_ONE = 305
"""Days from 1 March of the year 0, where eras begin, to the last day of that year."""

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether ``year`` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of ``month`` (1 to 12) in ``year``."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day; ``month`` counts from 1 to 12, ``day`` from 1.

    Raises:
        ValueError: if there is no such month, or no such day in it.
    """
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"no such day: year {year}, month {month}, day {day}")
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_PER_ERA + day_of_era - _BEFORE_YEAR_ONE - 1


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number: the inverse of ``day_number``."""
    era, day_of_era = divmod(day + _BEFORE_YEAR_ONE, _DAYS_PER_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    month = (month_from_march + 2) % 12 + 1
    year = era * 400 + year_of_era + (month <= 2)
    return year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1


def month_span(year: int, month: int, months: int = 1) -> tuple[int, int]:
    """The first and last day number of ``months`` months from ``month`` of ``year``.

    A ``month`` under 1 or over 12 is one of the years before or after.
    """
    first_year, first_month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = month + months
    return (
        day_number(first_year, first_month, 1),
        day_number(year + (last - 1) // 12, (last - 1) % 12 + 1, 1) - 1,
    )
