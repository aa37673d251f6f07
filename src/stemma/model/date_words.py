"""EDTF text in English words, for readers. The text must be a valid date: ``dates.describe`` sees to that."""

from __future__ import annotations

import re

from stemma.model.edtf_point import Point, read_point, year_range

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_QUARTER = ("spring", "summer", "autumn", "winter")
_PARTS = ("first", "second", "third", "fourth")
_PARTS_OF_YEAR: dict[str, str] = {
    **{str(first + i): name for first in (21, 25, 29) for i, name in enumerate(_QUARTER)},
    **{str(33 + i): f"the {part} quarter of" for i, part in enumerate(_PARTS)},
    **{str(37 + i): f"the {part} third of" for i, part in enumerate(_PARTS[:3])},
    **{str(40 + i): f"the {part} half of" for i, part in enumerate(_PARTS[:2])},
}
_RANGE_OF_ONE = re.compile(r"\[([^.,\[\]]+)\.\.([^.,\[\]]+)\]")
_AFTER_TEN = range(11, 14)


def describe_interval(start: str, end: str) -> str:
    """The words for ``start``/``end``: "from March 2018 to May 2020", "until May 2020", "from 2018"."""
    first, last = describe_side(start), describe_side(end)
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first}" if end else f"from {first} to an unknown date"
    if last:
        return f"until {last}" if start else f"from an unknown date to {last}"
    return "at an unknown time"


def describe_side(text: str) -> str:
    """The words for one side of an interval, "" for one that is open or unknown."""
    return "" if text in ("", "..") else describe_point(text)


def describe_point(text: str) -> str:
    """The words for a date that is not an interval."""
    between = _RANGE_OF_ONE.fullmatch(text)
    if between:
        return f"between {describe_point(between[1])} and {describe_point(between[2])}"
    point = read_point(text)
    if point is None or not point.year:
        return text
    hedges = ("possibly " if point.uncertain else "") + ("about " if point.approximate else "")
    return hedges + _plain(point)


def _plain(point: Point) -> str:
    year = _year(point.year)
    if point.month in ("", "XX"):
        return f"day {int(point.day)} of a month of {year}" if point.day.isdigit() else year
    if point.month in _PARTS_OF_YEAR:
        return f"{_PARTS_OF_YEAR[point.month]} {year}"
    month = f"{MONTHS[int(point.month) - 1]} {year}"
    return f"{int(point.day)} {month}" if point.day.isdigit() else month


def _year(year: str) -> str:
    """ "2018", "the 1970s", "the 19th century", "44 BC", "AD 43"; years are astronomical, 0 being 1 BC."""
    low, high = year_range(year)
    if low == high:
        if low > 0:
            return f"AD {low}" if low < 1000 else _digits(low)
        return f"{_digits(1 - low)} BC"
    if re.fullmatch(r"[0-9]{3}X", year) and low >= 1000:
        return f"the {low}s"
    if re.fullmatch(r"-?[0-9]{2}XX", year):
        return (
            f"the {_ordinal(-high // 100 + 1)} century BC"
            if year[0] == "-"
            else f"the {_ordinal(low // 100 + 1)} century"
        )
    if year == "XXXX":
        return "an unknown year"
    return f"a year from {_year(_four(low))} to {_year(_four(high))}"


def _four(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _digits(number: int) -> str:
    return f"{number:,}" if number > 9999 else str(number)


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in _AFTER_TEN else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
