"""Ranges of time: two dates with "to", "until" or a dash between them, or "between … and"."""

from __future__ import annotations

from stemma.errors import DateError
from stemma.extract.rules.dates import lexicon
from stemma.extract.rules.dates.mention import DateMention
from stemma.extract.rules.dates.said import Said
from stemma.extract.rules.dates.tokens import Tokens
from stemma.model.dates import interval


def ends_range(tokens: Tokens, left: Said, right: Said) -> bool:
    """Whether ``right`` ends a range that ``left`` begins."""
    if left.kind == "duration" or right.kind == "duration" or right.first - left.last > 4:
        return False
    between = [item.word for item in tokens.items[left.last : right.first] if item.word != ","]
    if between == ["and"]:
        return tokens.word(left.first - 1) == "between"
    return len(between) == 1 and between[0] in lexicon.RANGE_WORDS


def join(left: DateMention, right: DateMention, open_end: bool) -> DateMention | None:
    """The range from ``left`` to ``right``; None if one has no date, or ``right`` comes before ``left``."""
    if left.value is None or (right.value is None and not open_end):
        return None
    try:
        value = interval(left.value, None if open_end else right.value)
    except DateError:
        return None
    return DateMention(
        start=left.start,
        end=right.end,
        phrase_start=left.phrase_start,
        value=value,
        relation="between",
        kind=left.kind,
        approximate=left.approximate or right.approximate,
        in_name=right.in_name,
        parts=(left, right),
    )
