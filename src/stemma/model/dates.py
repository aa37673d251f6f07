"""Dates as vague as their source: EDTF text (ISO 8601-2) and the four day numbers it allows.

A date that is not an interval has one range, in which it both starts and
ends: of "2018-03" nothing says that the whole month is meant. In "A/B" the
start lies in A and the end in B.

Approximate dates (``~``, ``%``) are widened on both sides by one unit of their
own precision: "about 2018" may be 2017 or 2019, "about March 2018" February or
April. EDTF gives no measure; this is the default padding of the ``edtf``
library, and without it "no" would be answered where "possibly" is right.
Uncertain dates (``?``) keep their bounds: the doubt is whether they are right
at all, and no width would answer it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from stemma.errors import DateError
from stemma.model.calendar import civil, day_number
from stemma.model.date_words import describe_interval, describe_point
from stemma.model.edtf_point import Point, read_point

__all__ = [
    "EdtfDate",
    "certainly_before",
    "civil",
    "compatible",
    "day_number",
    "describe",
    "interval",
    "may_overlap",
    "parse_date",
    "same_or_within",
]

_EXPECTED = "a date like 2018-03-02, 2018-03, 2018-21 (spring), 2018, 197X, 2018~, ../2020-05, 2018/.. or -0044-03-15"


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date: its EDTF ``text``, and the first and last day on which it may start and may end.

    Days are proleptic Gregorian ordinals (1 January of the year 1 is 1, the
    day before is 0). Both bounds of a side are None where the side is open
    ("..") or unknown (empty). ``approximate`` and ``uncertain`` are true if any
    part of the text is so marked.
    """

    text: str
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    approximate: bool = False
    uncertain: bool = False

    @property
    def is_interval(self) -> bool:
        """Whether it is written with a start and an end."""
        return "/" in self.text

    @property
    def open_start(self) -> bool:
        """Whether no start is set: "../2020"."""
        return self.text.startswith("../")

    @property
    def open_end(self) -> bool:
        """Whether no end is set: "2018/.."."""
        return self.text.endswith("/..")

    @property
    def unknown_start(self) -> bool:
        """Whether there is a start, but nobody knows when: "/2020"."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether there is an end, but nobody knows when: "2018/"."""
        return self.text.endswith("/")


@lru_cache(maxsize=8192)
def parse_date(text: str) -> EdtfDate:
    """Read EDTF text.

    Raises:
        DateError: if it is none, or an interval that ends before it starts.
    """
    start_text, slash, end_text = text.partition("/")
    if not slash:
        point = _point(text, text)
        return EdtfDate(text, point.first, point.last, point.first, point.last, point.approximate, point.uncertain)
    start, end = (None if side in ("", "..") else _point(side, text) for side in (start_text, end_text))
    sides = [side for side in (start, end) if side is not None]
    return EdtfDate(
        text,
        *_bounds(text, start, end),
        approximate=any(side.approximate for side in sides),
        uncertain=any(side.uncertain for side in sides),
    )


def _point(side: str, text: str) -> Point:
    point = read_point(side)
    if point is None:
        raise DateError(text, _EXPECTED)
    return point


def _bounds(text: str, start: Point | None, end: Point | None) -> tuple[int | None, int | None, int | None, int | None]:
    """The four days of an interval; each side narrowed by the other, as no start comes after its end."""
    if start is None or end is None:
        return (
            start.first if start else None,
            start.last if start else None,
            end.first if end else None,
            end.last if end else None,
        )
    if start.first > end.last:
        raise DateError(text, "an interval that does not end before it starts")
    return start.first, min(start.last, end.last), max(start.first, end.first), end.last


def interval(start: str | None, end: str | None) -> str:
    """The EDTF text of a stretch of time; None is an open side.

    Of a ``start`` or ``end`` that is itself an interval its own start or end is
    taken; a stretch that starts and ends with the same date is that date.

    Raises:
        DateError: if a side is no date, both are open, or the end comes before the start.
    """
    first = parse_date(start).text.partition("/")[0] if start is not None else ".."
    last = parse_date(end).text.rpartition("/")[2] if end is not None else ".."
    if first in ("", "..") and last in ("", ".."):
        raise DateError(f"{first}/{last}", "a date on one side at least")
    return parse_date(first if first == last else f"{first}/{last}").text


def certainly_before(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether ``a`` has ended before ``b`` starts, whatever their true days are."""
    return a.latest_end is not None and b.earliest_start is not None and a.latest_end < b.earliest_start


def may_overlap(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether the two may share a day."""
    return not certainly_before(a, b) and not certainly_before(b, a)


def same_or_within(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether every day that ``a`` may cover is one that ``b`` may cover."""
    starts_within = b.earliest_start is None or (a.earliest_start is not None and b.earliest_start <= a.earliest_start)
    ends_within = b.latest_end is None or (a.latest_end is not None and a.latest_end <= b.latest_end)
    return starts_within and ends_within


def compatible(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether both may be the same date, one said less precisely: they can start together and end together.

    "2 March 2018" and "March 2018" are compatible; an open or unknown side agrees with any.
    """
    return _meet(a.earliest_start, a.latest_start, b.earliest_start, b.latest_start) and _meet(
        a.earliest_end, a.latest_end, b.earliest_end, b.latest_end
    )


def _meet(a_first: int | None, a_last: int | None, b_first: int | None, b_last: int | None) -> bool:
    if a_first is None or a_last is None or b_first is None or b_last is None:
        return True
    return a_first <= b_last and b_first <= a_last


def describe(text: str) -> str:
    """EDTF text in words: "2 March 2018", "until May 2020", "about 2018", "the 1970s", "15 March 44 BC".

    Rarer forms (times of day, exponents) are given back as they are.

    Raises:
        DateError: if ``text`` is no EDTF date.
    """
    parse_date(text)
    start, slash, end = text.partition("/")
    return describe_interval(start, end) if slash else describe_point(text)
