"""What an expression of time says in itself, before it is anchored to the story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SaidKind = Literal["calendar", "shift", "same", "duration", "vague"]


@dataclass(frozen=True, slots=True)
class Said:
    """One expression, as the tokens from ``first`` up to ``last`` (exclusive).

    A "calendar" one gives some of ``year`` (EDTF text: "2018", "197X",
    "-0489"), ``month``, ``day``, ``season`` (EDTF code) and ``weekday`` (Monday is 0). A
    "shift" counts ``count`` units from the anchor, backwards if negative, None for a number
    not told ("months later"); its ``direction`` is 1 or -1. "same" names a unit that holds the anchor ("that year").
    ``of_year`` is the number of years from the anchor's that the date's year is ("of the same year": 0).
    ``now`` is "today" for what counts from when the text was written, "this" for what may do so.
    """

    kind: SaidKind
    first: int
    last: int
    year: str = ""
    month: int = 0
    day: int = 0
    season: int = 0
    weekday: int | None = None
    unit: str = ""
    count: int | None = None
    direction: int = 0
    of_year: int | None = None
    relative: bool = False
    now: Literal["", "this", "today"] = ""
    approximate: bool = False
    clock: bool = False
    open_end: bool = False
    in_name: bool = False
    length: str | None = None
    unanchored: bool = False
