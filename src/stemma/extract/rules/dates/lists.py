"""Dates told together: "6 and 9 August 1945", "May 4 and 5", "June and July 2018", "1936–39", "499–493 BC"."""

from __future__ import annotations

from dataclasses import replace

from stemma.extract.rules.dates import lexicon
from stemma.extract.rules.dates.anchor import year_text
from stemma.extract.rules.dates.ranges import ends_range
from stemma.extract.rules.dates.said import Said
from stemma.extract.rules.dates.tokens import Tokens
from stemma.extract.rules.dates.years import counts_next

_APPOSITION = "_,"
"""The symbols that may stand between a relative date and the day it is."""

_MOST = 12
"""The most days taken from one list."""

_LONGEST = 30
"""The most years between the two of "1936–39"."""


def complete(tokens: Tokens, found: list[Said]) -> list[Said]:
    """``found`` with the bare numbers that belong to a date beside them, each with the year and month it shares."""
    out: list[Said] = []
    for i, said in enumerate(found):
        floor = out[-1].last if out else 0
        if said.first < floor:
            continue  # the year that ended the list before
        ceiling = found[i + 1].first if i + 1 < len(found) else len(tokens.items)
        if said.kind != "calendar":
            said = _apposed(tokens, said, found[i + 1]) if i + 1 < len(found) else said
            out.append(_restated(tokens, out[-1], said) if out else said)
            continue
        right = _after(tokens, said, ceiling)
        if right and right[-1].year and not said.year:
            said = replace(said, year=right[-1].year)
            right = [replace(r, year=said.year) for r in right]
        out += [*_before(tokens, said, floor), said, *right]
        out += _open_end(tokens, out[-1], ceiling)
    return _share(tokens, out)


def _open_end(tokens: Tokens, said: Said, ceiling: int) -> list[Said]:
    """The "present" of "2010–present"."""
    index = said.last
    while tokens.word(index) == ",":
        index += 1
    if tokens.word(index) not in lexicon.RANGE_WORDS:
        return []
    last = index + (2 if tokens.symbol(index + 1) == "t" else 1)
    if tokens.word(last) not in lexicon.OPEN_ENDS or last >= ceiling:
        return []
    return [Said("same", index + 1, last + 1, unit="day", now="today", open_end=True)]


def _apposed(tokens: Tokens, said: Said, following: Said) -> Said:
    """ "5 pm on 7 December 2016" and "days later, on 27 November": the day is told right after."""
    between = tokens.symbols[said.last : following.first]
    days = said.kind in ("same", "shift") and said.unit == "day" and following.kind == "calendar" and following.day > 0
    if not days or len(between) > 3 or set(between) - set(_APPOSITION) or (not said.clock and len(between) > 2):
        return said
    return replace(following, first=said.first, last=said.last, relative=True)


def _restated(tokens: Tokens, before: Said, said: Said) -> Said:
    """ "On 8 April, the following day, …": the day was told right before."""
    commas = tokens.symbols[before.last : said.first] == "," and tokens.symbol(said.last) == ","
    if commas and before.kind == "calendar" and before.day and said.kind == "shift" and said.unit == "day":
        return replace(before, first=said.first, last=said.last, relative=True)
    return said


def _joins(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in lexicon.LIST_WORDS


def _before(tokens: Tokens, said: Said, floor: int) -> list[Said]:
    """Days before "9 August", years before "493 BC"."""
    out: list[Said] = []
    index = said.first
    days = said.day and said.month and tokens.symbols[index] in "dot"
    years = _is_early(said)
    only_commas = True
    while len(out) < _MOST and index - 2 >= floor and _joins(tokens, index - 1):
        number = index - 2
        symbol, value = tokens.symbols[number], tokens.items[number].value
        if days and symbol in "do" and value <= 31:
            first = number - 1 if number > floor and symbol == "o" and tokens.symbols[number - 1] == "t" else number
            out.append(replace(said, first=first, last=number + 1, day=value, weekday=None))
        elif years and symbol in "dknY" and value:
            year = year_text(1 - value if said.year.startswith("-") else value)
            out.append(replace(said, first=number, last=number + 1, year=year))
        else:
            break
        only_commas = only_commas and tokens.word(index - 1) == ","
        index = out[-1].first
    return [] if only_commas else out[::-1]


def _is_early(said: Said) -> bool:
    """Whether it is a year before 1000, told with its era, that the numbers listed with it share."""
    return said.year.startswith(("-", "0")) and "X" not in said.year and not said.month


def _after(tokens: Tokens, said: Said, ceiling: int) -> list[Said]:
    """Days after "May 4", the second year in "1936–39"."""
    ends_in_day = said.day and said.month and tokens.symbols[said.last - 1] in "do"
    if not ends_in_day:
        return _second_year(tokens, said, ceiling)
    out: list[Said] = []
    index = said.last
    only_commas = True
    while len(out) < _MOST and index + 1 < ceiling and _joins(tokens, index):
        number = index + 1
        symbol, value = tokens.symbols[number], tokens.items[number].value
        if symbol not in "do" or value > 31 or tokens.symbol(number + 1) == "m" or counts_next(tokens, number):
            break
        out.append(replace(said, first=number, last=number + 1, day=value, weekday=None))
        only_commas = only_commas and tokens.word(index) == ","
        index = number + 1
        year = index + (tokens.symbol(index) == ",")
        if tokens.symbol(year) == "Y":
            out[-1] = replace(out[-1], last=year + 1, year=year_text(tokens.items[year].value))
            return out
    return [] if only_commas else out


def _second_year(tokens: Tokens, said: Said, ceiling: int) -> list[Said]:
    """ "39" in "1936–39", "15" in "2014/15"."""
    number = said.last + 1
    if number >= ceiling or tokens.symbols[said.last] not in "-/" or tokens.symbols[number] not in "dk":
        return []
    if not said.year.isdigit() or said.day or len(tokens.word(number)) != 2:
        return []
    year = int(said.year) // 100 * 100 + tokens.items[number].value
    if not int(said.year) < year <= int(said.year) + _LONGEST:
        return []
    return [replace(said, first=number, last=number + 1, year=year_text(year), month=0, season=0)]


def _share(tokens: Tokens, found: list[Said]) -> list[Said]:
    """Give a date the year that the one it is listed with has: "3 June and 5 July 2016", "5 March 2014 and 7 April"."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if _bare(left) and right.year and right.kind == "calendar" and _listed(tokens, left, right):
            month = left.month or (0 if left.season else right.month)
            earlier = ends_range(tokens, left, right) and 0 < right.month < month
            year = year_text(int(right.year) - 1) if earlier else right.year
            shared[i] = replace(left, month=month, year=year)
    for i in range(1, len(shared)):
        left, right = shared[i - 1], shared[i]
        if _bare(right) and right.month and left.year and left.month <= right.month and _listed(tokens, left, right):
            shared[i] = replace(right, year=left.year)
    return shared


def _bare(said: Said) -> bool:
    """Whether a date of the calendar lacks its year."""
    return said.kind == "calendar" and not said.year and not said.relative and said.of_year is None


def _listed(tokens: Tokens, left: Said, right: Said) -> bool:
    """Whether nothing but "and", a comma or a range word stands between two dates, whose year is no decade."""
    between = [item.word for item in tokens.items[left.last : right.first]]
    certain = "X" not in left.year + right.year
    return certain and 1 <= len(between) <= 2 and all(word in lexicon.LIST_WORDS for word in between)
