"""What is found: one mention of a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["at", "since", "until", "by", "before", "after", "between", "during"]
MentionKind = Literal["absolute", "partial", "relative", "duration"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time in a text; all offsets are code points of that text, ends exclusive.

    ``start`` and ``end`` bound the expression itself ("26 April 2018", "early
    December 2024", "that year", "two days later"); ``phrase_start`` is where
    the words begin that introduce it ("until" in "until May 2020").

    ``value`` is EDTF text, None where no date can be given: durations and sets
    ("45 days", "daily"), and what has no anchor. Early, mid and late fall to the unit they
    qualify. ``kind`` tells how it was said: "absolute" with its year,
    "partial" without ("29 August"), "relative" ("the next day"), "duration".

    ``relation`` is what the introducing words say: "since", "until" …, "at"
    where they say nothing. A range ("from A to B", "between A and B", "A–B") is
    one mention with the relation "between", the value A/B, and the mentions of its ends as ``parts``.

    ``approximate`` is true for "about 2015"; ``in_name`` for a date set before a noun
    like an adjective ("the 1973 massacre", "2024 Syrian offensives"), which
    says when that thing was, not when the sentence happened. ``length`` is the ISO 8601 length
    of a duration ("P45D"), None where there is none or it is vague.
    """

    start: int
    end: int
    phrase_start: int
    value: str | None
    relation: Relation
    kind: MentionKind
    approximate: bool = False
    in_name: bool = False
    length: str | None = None
    parts: tuple[DateMention, ...] = ()
