"""Numbers and ranges of persons, as claims give them: "40", "300-1000", "7500+", "fewer than 10000"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemma.model.names import fold

_NUMBER = re.compile(r"[0-9](?:[0-9,]{0,17}[0-9])?")
_LONGEST = 200
_ABOVE = re.compile(r"\+|[≥>]|\b(?:more than|over|at least|no fewer than|upwards? of|min(?:imum)?)\b", re.IGNORECASE)
_BELOW = re.compile(r"[≤<]|\b(?:less than|fewer than|under|at most|up to|no more than|max(?:imum)?)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"~|\b(?:about|around|some|approximately|roughly|nearly|almost|circa|ca|estimated)\b", re.IGNORECASE
)
_RANGE = re.compile(r"(?<=[0-9])\s*(?:-|–|—|\bto\b)\s*(?=[0-9])", re.IGNORECASE)
_PLAIN = re.compile(r"(?<![0-9,.])[0-9]{4,15}(?![0-9,.])")
_NOBODY = frozenset(
    {"only", "dead", "deaths", "killed", "casualties", "fatalities", "lives", "people", "persons", "of"}
)
_SLACK = 0.25
"""How far "about N" reaches on either side, as a share of N."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of persons between ``low`` and ``high``, both included; None where nothing bounds it."""

    low: int | None
    high: int | None

    def agrees_with(self, other: Quantity) -> bool:
        """Whether one number can be in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Quantity) -> bool:
        """Whether every number of this one is smaller than every number of ``other``."""
        return self.high is not None and other.low is not None and self.high < other.low


def quantity(text: str) -> Quantity | None:
    """The numbers that ``text`` allows, or None where it has no digits ("several hundred")."""
    text = text[:_LONGEST]
    numbers = [int(found.group().replace(",", "")) for found in _NUMBER.finditer(text)]
    if not numbers:
        return None
    low, high = min(numbers), max(numbers)
    slack = _SLACK if _ABOUT.search(text) else 0
    least, most = low - round(low * slack), high + round(high * slack)
    below, above = bool(_BELOW.search(text)), bool(_ABOVE.search(text))
    if low != high or (below and above):
        return Quantity(least, most)
    return Quantity(None if below else least, None if above else most)


def written(text: str) -> str:
    """``text`` as readers expect it, with thousands set off and en dashes: "300-1000" becomes "300–1,000"."""
    grouped = _PLAIN.sub(lambda found: f"{int(found.group()):,}", text)
    return _RANGE.sub(lambda found: " to " if "to" in found.group() else "–", grouped)


def named(who: str) -> bool:
    """Whether ``who``, the name of those counted, names anybody: "Syrian soldiers" does, "only 16 deaths" does not."""
    return any(not word.isdecimal() and word not in _NOBODY for word in fold(who).split())
