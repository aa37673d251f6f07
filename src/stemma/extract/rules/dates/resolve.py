"""From what an expression says to a date, counted from where it stands in the story."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.errors import DateError
from stemma.extract.rules.dates.anchor import SEASON_MONTH, Anchor, year_text
from stemma.extract.rules.dates.said import Said
from stemma.model.calendar import civil, day_number
from stemma.model.dates import parse_date

_DAYS_OF = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
_YEARS_OF = {"year": 1, "decade": 10, "century": 100}
_VAGUER = {"hour": "day", "day": "month", "night": "month", "week": "month", "month": "year", "year": "year"}
"""The precision that is left when a number of these units is not told."""

_FORWARD = 3
"""Months: stories go forward, so a bare month is taken nearest to a point this far ahead of the anchor."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where an expression stands.

    ``story`` is the story's time, ``latest`` the date named last (if only in
    passing), ``years`` those of the section's heading, ``published`` when the
    document was written; ``since`` is the start of the range that the expression ends.
    """

    story: Anchor | None = None
    latest: Anchor | None = None
    years: tuple[int | None, int | None] = (None, None)
    published: Anchor | None = None
    since: Anchor | None = None


def resolve(said: Said, setting: Setting) -> str | None:
    """The EDTF text of what is said, None if it gives no date or there is nothing to count from."""
    match said.kind:
        case "calendar":
            value = _calendar(said, setting)
        case "shift" if not said.unanchored:
            value = _shift(said, counted_from(said, setting))
        case "same":
            value = _same(said.unit, counted_from(said, setting))
        case _:
            value = None
    if value is None:
        return None
    try:
        return parse_date(value + "~" if said.approximate else value).text
    except DateError:
        return None


def counted_from(said: Said, setting: Setting) -> Anchor | None:
    """Where to count from.

    "Today" is the day of writing; "this year" and "ago" refer to it if the
    story is told of that time. "Two days later" needs a day to count from, and
    passes over a mere year named since.
    """
    written, story, latest = setting.published, setting.story, setting.latest
    if said.now == "today":
        return written
    if said.now == "this" and written is not None and (latest is None or abs(written.year - latest.year) <= 1):
        return written
    if latest is None or story is None:
        return latest
    too_vague = (said.unit in _DAYS_OF and story.day and not latest.day) or (
        said.unit == "month" and story.month and not latest.month
    )
    return story if too_vague else latest


def _calendar(said: Said, setting: Setting) -> str | None:
    if said.weekday is not None and not said.day:
        return _weekday(said.weekday, setting)
    month = said.month
    if said.day and not month:
        month = setting.story.month if setting.story is not None else 0
        if not month:
            return None
    year = said.year
    if not year:
        chosen = _choose_year(said, month or SEASON_MONTH[said.season], setting)
        if chosen is None:
            return None
        year = year_text(chosen)
    if said.season:
        return f"{year}-{said.season}"
    return "-".join([year] + [f"{part:02d}" for part in (month, said.day) if part])


def _choose_year(said: Said, month: int, setting: Setting) -> int | None:
    """The year of a bare day, month or season: that of the section, else the one nearest to the story's time."""
    story, (low, high) = setting.story, setting.years
    if said.of_year is not None:
        return story.year + said.of_year if story is not None else None
    if setting.since is not None:
        return setting.since.year + (month < setting.since.month)
    if low is not None and low == high:
        return low
    if story is None:
        written = setting.published
        if written is not None:
            return written.year - (month > (written.month or 12))
        return low if low is not None else high
    if said.direction > 0:
        year = story.year + (month <= (story.month or 12))
    elif said.direction < 0:
        year = story.year - (month >= (story.month or 1))
    elif story.month:
        target = story.months + _FORWARD
        year = min((story.year - 1, story.year, story.year + 1), key=lambda y: abs(y * 12 + month - 1 - target))
    else:
        year = story.year
    year = max(low, year) if low is not None else year
    return min(high, year) if high is not None else year


def _weekday(weekday: int, setting: Setting) -> str | None:
    """A weekday by itself: the first from the story's day on, else the last before the text was published."""
    story, written = setting.story, setting.published
    if story is not None and story.day:
        day = day_number(story.year, story.month, story.day)
        return Anchor(*civil(day + (weekday - (day - 1)) % 7)).text
    if written is not None and written.day:
        day = day_number(written.year, written.month, written.day)
        return Anchor(*civil(day - ((day - 1) - weekday) % 7)).text
    return None


def _same(unit: str, base: Anchor | None) -> str | None:
    """The unit of time that holds ``base``, no finer than ``base`` itself; a week is as vague as its month."""
    if base is None:
        return None
    match unit:
        case "year":
            return year_text(base.year)
        case "month" | "week" | "fortnight" | "weekend":
            return Anchor(base.year, base.month).text
        case "decade":
            return f"{base.year // 10:03d}X" if base.year >= 0 else None
        case "century":
            return f"{base.year // 100:02d}XX" if base.year >= 0 else None
        case _:
            return base.text


def _shift(said: Said, base: Anchor | None) -> str | None:
    """``base`` moved by a number of units, as precise as the unit and ``base`` are."""
    if base is None:
        return None
    if said.count is None:
        return _same(_VAGUER.get(said.unit, "decade"), base)
    count = said.count * said.direction
    if said.unit in _DAYS_OF and base.day:
        days = count * _DAYS_OF[said.unit]
        return Anchor(*civil(day_number(base.year, base.month, base.day) + days)).text
    if said.unit == "month" and base.month:
        years, month = divmod(base.months + count, 12)
        return Anchor(years, month + 1).text
    if said.unit in _YEARS_OF:
        year = base.year + count * _YEARS_OF[said.unit]
        if said.unit == "year":
            return year_text(year)
        return _same(said.unit, Anchor(year)) if said.relative else year_text(year) + "~"
    return base.text
