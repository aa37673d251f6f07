"""One EDTF date that is not an interval: its parts, its first and last possible day.

Levels 0 and 1 of EDTF and the commoner parts of level 2 are read here by one
pattern. Sets, exponents and times of day go to the ``edtf`` library, which
takes a quarter of a second to import; what neither knows (sets with an open
end, significant digits) is no date here.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

from stemma.model.calendar import day_number, days_in_month, month_span

MAX_TEXT = 100
"""The longest date that is read, in code points."""

SEASONS: dict[str, tuple[int, int]] = {
    **{str(code): (3 * code - 60, 3) for code in (21, 22, 23, 24)},
    **{str(code): (3 * code - 72, 3) for code in (25, 26, 27, 28)},
    **{str(code): (3 * code - 78 - 12 * (code > 30), 3) for code in (29, 30, 31, 32)},
    **{str(code): (3 * code - 98, 3) for code in (33, 34, 35, 36)},
    **{str(code): (4 * code - 147, 4) for code in (37, 38, 39)},
    **{str(code): (6 * code - 239, 6) for code in (40, 41)},
}
"""The codes that stand in a month's place, each with its first month and its number of months.

21 to 24 are spring to winter with no hemisphere said; like 25 to 28 they are
read as northern, winter beginning in December of the year named. 29 to 32 are
southern, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves of the year.
"""

_POINT = re.compile(
    r"(?P<q1>[~?%]?)(?P<year>-?[0-9X]{4}|Y-?[1-9][0-9]{4,11})(?P<q2>[~?%]?)"
    r"(?:-(?P<q3>[~?%]?)(?P<month>[0-9]{2}|XX)(?P<q4>[~?%]?)"
    r"(?:-(?P<q5>[~?%]?)(?P<day>[0-9]{2}|XX)(?P<q6>[~?%]?))?)?"
)
_FOR_THE_LIBRARY = re.compile(
    r"\[[0-9.,~?%-]+\]|\{[0-9.,~?%-]+\}"  # one of a set, all of a set
    r"|Y-?[0-9]{1,4}E[1-8]"
    r"|-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:Z+-]+"
)
"""What the library may see: on some other texts it prints to standard output, or never ends."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date: the parts as written ("" where there is none), and the first and last day it may be.

    ``year``, ``month`` (or season) and ``day`` carry no qualifiers; all three
    are "" for what only the library reads. The days allow for ``approximate``.
    """

    text: str
    first: int
    last: int
    approximate: bool = False
    uncertain: bool = False
    year: str = ""
    month: str = ""
    day: str = ""


def read_point(text: str) -> Point | None:
    """The date ``text``, or None if it is not one."""
    match = _POINT.fullmatch(text)
    if match is None:
        return _by_library(text)
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    if year.startswith("-0000") or (day and month in SEASONS):
        return None
    qualifiers = "".join(match[f"q{i}"] or "" for i in range(1, 7))
    approximate = "~" in qualifiers or "%" in qualifiers
    days = _days(year, month, day, widen=approximate)
    if days is None:
        return None
    return Point(text, *days, approximate, "?" in qualifiers or "%" in qualifiers, year, month, day)


def year_range(year: str) -> tuple[int, int]:
    """The least and greatest year that ``year`` may be: "197X" is 1970 to 1979, "-01XX" is -199 to -100."""
    digits = year.removeprefix("Y")
    bounds = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return min(bounds), max(bounds)


def _days(year: str, month: str, day: str, widen: bool) -> tuple[int, int] | None:
    """First and last day of a date; with ``widen``, one unit of its own precision more on each side."""
    low, high = year_range(year)
    more = 1 if widen else 0
    if month in ("", "XX") and day in ("", "XX"):
        years = more * 10 ** (len(year) - len(year.rstrip("X")))
        return day_number(low - years, 1, 1), day_number(high + years, 12, 31)
    if day in ("", "XX"):
        first_month, months = SEASONS.get(month, (int(month), 1))
        if not 1 <= first_month <= 12:
            return None
        return (
            month_span(low, first_month - more * months, months)[0],
            month_span(high, first_month + more * months, months)[1],
        )
    candidates = [
        day_number(y, m, int(day))
        for y in _few(low, high)
        for m in (range(1, 13) if month == "XX" else (int(month),))
        if 1 <= m <= 12 and 1 <= int(day) <= days_in_month(y, m)
    ]
    return (min(candidates) - more, max(candidates) + more) if candidates else None


def _few(low: int, high: int) -> list[int]:
    """Years enough to hold the first and the last that have any given day: a leap year comes within eight."""
    return sorted({*range(low, min(high, low + 8) + 1), *range(max(low, high - 8), high + 1)})


def _by_library(text: str) -> Point | None:
    """``text`` as the ``edtf`` library reads it; its bounds are taken as they are, not widened."""
    if len(text) > MAX_TEXT or not _FOR_THE_LIBRARY.fullmatch(text):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its grammar uses names that newer pyparsing deprecates
        import edtf
        from pyparsing import ParseException

        try:
            date = edtf.parse_edtf(text)
            first, last = (day_number(*bound[:3]) for bound in (date.lower_strict(), date.upper_strict()))
        except (ParseException, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return None  # the library lets errors of its own code through
    if first > last:
        return None
    return Point(text, first, last, "~" in text or "%" in text, "?" in text or "%" in text)
