"""Points in the story's time."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAIN = re.compile(r"(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T.*)?)?)?[~?%]?")

SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month each EDTF season begins in."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point in time as far as it is known: 0 for an unknown ``month`` or ``day``; years are astronomical."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def months(self) -> int:
        """Months since January of the year 0; the middle of the year where the month is not known."""
        return self.year * 12 + (self.month - 1 if self.month else 6)

    @property
    def text(self) -> str:
        """EDTF text."""
        return "-".join([year_text(self.year)] + [f"{part:02d}" for part in (self.month, self.day) if part])


def year_text(year: int) -> str:
    """A year as EDTF text; a year of more than four digits gives text that is none."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def anchor_of(value: str | None) -> Anchor | None:
    """The point that a date stands for, of an interval its start (or its end, if that is open).

    None for what is no single year, month or day: a decade, a set, no date.
    """
    start, _, end = (value or "").partition("/")
    match = _PLAIN.fullmatch(end if start in ("", "..") else start)
    if match is None:
        return None
    month = int(match["month"] or 0)
    return Anchor(int(match["year"]), SEASON_MONTH.get(month, month), int(match["day"] or 0))
