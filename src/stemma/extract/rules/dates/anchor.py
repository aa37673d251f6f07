"""Points in the story's time."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The point that a date stands for, of an interval its start; None for a decade, a century or no date."""
    if value is None or "X" in value:
        return None
    start, _, end = value.partition("/")
    text = (end if start in ("", "..") else start).rstrip("~?%")
    sign, numbers = (-1, text[1:].split("-")) if text.startswith("-") else (1, text.split("-"))
    year, month, day = (int(number) for number in [*numbers, "0", "0"][:3])
    return Anchor(sign * year, SEASON_MONTH.get(month, month), day)
