"""What each form of a date says: builders for the rules of ``grammar``.

A builder is given the tokens and a match over their symbols, and returns what
is said, or None where the words show that it is no expression of time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from stemma.extract.rules.dates import lexicon
from stemma.extract.rules.dates.said import Said
from stemma.extract.rules.dates.tokens import Tokens
from stemma.extract.rules.dates.years import counts_next, is_adjective, is_year

Match = re.Match[str]
Builder = Callable[[Tokens, Match], Said | None]

_BACKWARD = "yzeEg"


def calendar(tokens: Tokens, match: Match) -> Said:
    """Year, month, day, season and weekday as far as the pattern has groups for them."""
    groups = match.groupdict()

    def value(name: str) -> int:
        return tokens.items[match.start(name)].value if groups.get(name) else 0

    said = Said(
        "calendar",
        match.start(),
        match.end(),
        year=_year_text(tokens, match),
        month=value("month"),
        day=value("day"),
        season=value("season"),
        weekday=value("weekday") if groups.get("weekday") else None,
        approximate=tokens.symbols[match.start()] == "C",
    )
    if groups.get("of_year"):
        if tokens.word(match.start("of_unit")) != "year":
            return replace(said, last=match.start("of_year"))
        said = replace(said, of_year=_direction(groups.get("of_way") or ""))
    return said


def _year_text(tokens: Tokens, match: Match) -> str:
    groups = match.groupdict()
    name = "year" if groups.get("year") else "year_bc"
    if not groups.get(name):
        return ""
    value = tokens.items[match.start(name)].value
    if tokens.symbols[match.start(name)] == "j":
        value += 1900 if value > 30 else 2000
    if "B" in ((groups.get("era") or "") + (groups.get("era_bc") or "")):
        value = 1 - value
    return f"{'-' if value < 0 else ''}{abs(value):04d}"


def _direction(way: str) -> int:
    if not way:
        return 0
    return -1 if way in _BACKWARD else 1


def day_month(tokens: Tokens, match: Match) -> Said | None:
    """A day of a month. "July 25" is none in "In July 25 people died", nor is "first May"."""
    day = match.start("day")
    symbol = tokens.symbols[day]
    if symbol == "w" and (tokens.symbol(day + 1) != "f" or tokens.items[day].value > 31):
        return None
    if symbol == "d" and day == match.end() - 1 and counts_next(tokens, day):
        return None
    if not tokens.items[match.start("month")].capital:
        return None
    return dated(tokens, match)


def dated(tokens: Tokens, match: Match) -> Said:
    """A date that may stand before a noun like an adjective: "the 15 September Legion", "the March 2015 offensive"."""
    said = calendar(tokens, match)
    return replace(said, in_name=is_adjective(tokens, said.first, said.last))


def bare_day(tokens: Tokens, match: Match) -> Said | None:
    """ "On the 25th"; not "the 1st Brigade"."""
    if tokens.word(match.start() - 1) not in lexicon.DAY_PREPOSITIONS:
        return None
    after, listed = tokens.word(match.end()), tokens.symbols[match.end() : match.end() + 2]
    if (after.isalpha() and after not in lexicon.FUNCTION_WORDS) or listed in (",o", ",O", "No", "NO", "Nt"):
        return None
    return calendar(tokens, match)


def month(tokens: Tokens, match: Match) -> Said | None:
    """A month by itself: it needs a capital, and a neighbour that shows it is no verb and no name."""
    index = match.start("month")
    item, before = tokens.items[index], tokens.word(match.start() - 1)
    if not item.capital:
        return None
    listed = tokens.symbol(index - 1) in "N-,/" and tokens.symbol(index - 2) in "ms"
    heads_list = tokens.symbol(index + 1) in "N-,/" and tokens.symbol(index + 2) == "m"
    if len(item.word) < 4 and item.word != "may":
        return None
    licensed = before in lexicon.MONTH_PREPOSITIONS or match["part"] or match["of_year"] or listed or heads_list
    said = dated(tokens, match)
    if licensed or (said.in_name and before in lexicon.DETERMINERS):
        return said
    if item.word in lexicon.AMBIGUOUS_MONTHS or _in_capitals(tokens, match.start()):
        return None
    return said


def _in_capitals(tokens: Tokens, index: int) -> bool:
    """Whether the word is part of a name: a capital, after a word with a capital that begins no sentence."""
    before = tokens.items[index - 1] if index else None
    if before is None or not tokens.items[index].capital:
        return False
    return before.capital and tokens.symbols[index - 1] == "_" and before.word not in lexicon.FUNCTION_WORDS


def season(tokens: Tokens, match: Match) -> Said | None:
    """A season by itself; "fall" only after "the" or a preposition, and not "the fall of Kabul"; no "Arab Spring"."""
    index = match.start("season")
    if _in_capitals(tokens, index):
        return None
    word = tokens.items[index].word
    if word in ("fall", "spring") and not match["of_year"] and tokens.symbol(match.end()) == "f":
        return None
    if word == "fall" and not _falls(tokens, index):
        return None
    said = calendar(tokens, match)
    if is_adjective(tokens, match.start(), said.last):
        return replace(said, first=index, in_name=True)
    return said


def _falls(tokens: Tokens, index: int) -> bool:
    return tokens.symbol(index - 1) in "tpxyzT" or tokens.word(index - 1) in lexicon.FALL_PREPOSITIONS


def year(tokens: Tokens, match: Match) -> Said | None:
    """A year by itself, if it is one."""
    index = match.start("year")
    groups = match.groupdict()
    if index >= 0 and tokens.symbols[index] == "Y" and not groups.get("era"):
        if not match["part"] and not is_year(tokens, index):
            return None
        if match["part"] in ("e", "l", "te", "tl"):
            return None  # "the earlier 2016 raid"
    return dated(tokens, match)


def decade(tokens: Tokens, match: Match) -> Said | None:
    """ "The 1970s", "the '80s", "the 470s BC"; "in his 30s" is an age."""
    token = tokens.items[match.start("decade")]
    value = token.value
    if not match["era"]:
        if 100 <= value < 1000 or (value < 100 and "t" not in match[0] and token.word[0] != "'"):
            return None
        value += 1900 if value < 100 else 0
    return Said("calendar", match.start(), match.end(), year=_unspecified(value // 10, match["era"], 3))


def century(tokens: Tokens, match: Match) -> Said | None:
    """ "The 19th century", "the fifth century BC"."""
    number = tokens.items[match.start("number")].value
    if tokens.items[match.start("unit")].word != "century" or not 1 <= number <= 30:
        return None
    return Said("calendar", match.start(), match.end(), year=_unspecified(number - 1, match["era"], 2))


def _unspecified(digits: int, era: str | None, length: int) -> str:
    return f"{'-' if era == 'B' else ''}{digits:0{length}d}".ljust(4 + (era == "B"), "X")


def numeric(tokens: Tokens, match: Match) -> Said | None:
    """ "2018-03-02", "22.5.2018", "5/22/2018"; of "2/3/2018" only the year is certain."""
    parts = [int(part) for part in re.split("[-./]", tokens.items[match.end() - 1].word)]
    if parts[0] > 31:
        year, month, day = parts
    else:
        day, month, year = parts
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month and "/" in tokens.items[match.end() - 1].word:
            day = month = 0
    return Said("calendar", match.start(), match.end(), year=f"{year:04d}", month=month, day=day)


def holiday(tokens: Tokens, match: Match) -> Said | None:
    """ "Christmas Day 2003"."""
    month, day = divmod(tokens.items[match.start("holiday")].value, 100)
    return replace(dated(tokens, match), month=month, day=day)


def _unit(tokens: Tokens, match: Match) -> str:
    index = match.start("unit")
    return "day" if tokens.symbols[index] == "P" else lexicon.UNITS[tokens.items[index].word]


def same(tokens: Tokens, match: Match) -> Said | None:
    """ "That year", "the same day", "this month", "the end of the year"."""
    groups = match.groupdict()
    this = bool(groups.get("this")) and tokens.word(match.start("this")) == "this"
    return Said("same", match.start(), match.end(), unit=_unit(tokens, match), count=0, now="this" if this else "")


def adjacent(tokens: Tokens, match: Match) -> Said | None:
    """ "The next day", "the previous year", "last month", "the day after"."""
    way, unit = match["way"], _unit(tokens, match)
    stretch = (
        unit != "day"
        and tokens.word(match.start() - 1) in lexicon.STRETCH_PREPOSITIONS
        and tokens.word(match.start("way")) in lexicon.STRETCH_ADJECTIVES
    )
    if stretch or (way == "z" and (tokens.symbols[match.start()] == "t" or tokens.symbol(match.end()) == "f")):
        return Said("duration", match.start(), match.end(), unit=unit, count=1, length=_length(unit, 1))
    event = _event_follows(tokens, match)
    return Said(
        "shift",
        match.start(),
        match.end(),
        unit=unit,
        count=1,
        direction=_direction(way),
        relative=True,
        unanchored=event,
    )


def _event_follows(tokens: Tokens, match: Match) -> bool:
    """Whether it goes on with what is counted from: "after the attack", "prior to it"; not "a week earlier he came"."""
    after = match.end()
    if match["way"] == "e":
        return tokens.word(after) == "to"
    return match["way"] in "LE" and tokens.symbol(after) in "_tTaW" and tokens.word(after).isalnum()


def adjacent_calendar(tokens: Tokens, match: Match) -> Said | None:
    """ "The following May", "next spring", "that September"; not "that may be", nor "the final fall"."""
    index = match.end() - 1
    if (match.groupdict().get("month") or tokens.word(index) == "fall") and not tokens.items[index].capital:
        return None
    return replace(
        calendar(tokens, match), direction=_direction("" if match["way"] == "T" else match["way"]), relative=True
    )


def shift(tokens: Tokens, match: Match) -> Said | None:
    """ "Two days later", "a year earlier", "months later", "three years ago"."""
    count = _count(tokens, match)
    return Said(
        "shift",
        match.start(),
        match.end(),
        unit=_unit(tokens, match),
        count=count,
        direction=_direction(match["way"]),
        now="this" if match["way"] == "g" else "",
        approximate=count is None,
        unanchored=_event_follows(tokens, match),
    )


def duration(tokens: Tokens, match: Match) -> Said | None:
    """ "45 days", "a few weeks", "years", "year-long"; an age is vague ("12 years old", "a 12-year-old")."""
    if tokens.items[match.start("unit")].capital and match.start("unit") > match.start():
        return None  # a name: "the Seven Days Battles"
    count, unit = _count(tokens, match), _unit(tokens, match)
    last = match.end()
    hyphen = tokens.symbol(last) == "-" or "-" in match[0]
    after = last + (1 if tokens.symbol(last) == "-" else 0)
    if tokens.word(after) in lexicon.AGES or (tokens.symbol(last) == "f" and tokens.word(last + 1) == "age"):
        return Said("vague", match.start(), after + 1 + (tokens.symbol(last) == "f"))
    if tokens.word(after) in lexicon.LENGTH_WORDS:
        last = after + 1
    adjective = hyphen and (match["det"] or (last > match.end() and tokens.symbols[match.start()] == "a"))
    first = match.start() + (1 if adjective or tokens.word(match.start()) in ("following", "that") else 0)
    return Said("duration", first, last, unit=unit, count=count, length=_length(unit, count))


def _length(unit: str, count: int | None) -> str | None:
    """ISO 8601 text of so many units."""
    if count is None:
        return None
    letter, size = lexicon.ISO_UNITS[unit]
    return f"P{letter[:-1]}{count * size}{letter[-1]}"


def year_named(tokens: Tokens, match: Match) -> Said | None:
    """ "The year 1989", "the years 1955"."""
    unit = match.end("part") - 1
    if tokens.word(unit) not in ("year", "years"):
        return None
    return calendar(tokens, match)


def _count(tokens: Tokens, match: Match) -> int | None:
    """The number in the group "count": 1 for "a", None for a vague one or none at all."""
    if not match["count"]:
        return None
    total = 0
    for i in range(match.start("count"), match.end("count")):
        symbol, item = tokens.symbols[i], tokens.items[i]
        if symbol in "vQ":
            return 2 if item.word == "couple" else None
        if symbol == "a":
            total = total or 1
        elif symbol == "n":
            digits = item.word.replace(",", "")
            return int(digits) if digits.isdigit() else None
        elif symbol in "cdkY":
            total = total * item.value if item.word == "hundred" and total else total + item.value
    return total or None


def present(tokens: Tokens, match: Match) -> Said | None:
    """ "Today", "yesterday", "now"; not "Russia Today"."""
    if _in_capitals(tokens, match.start()):
        return None
    days = lexicon.PRESENT_DAYS.get(tokens.items[match.start()].word)
    if days is None:
        return Said("same", match.start(), match.end(), unit="day", count=0, now="today")
    return Said("shift", match.start(), match.end(), unit="day", count=days, direction=1, now="today")


def weekday(tokens: Tokens, match: Match) -> Said | None:
    """A weekday by itself; without a preposition it names something ("Friday prayers")."""
    said = calendar(tokens, match)
    on = tokens.word(match.start() - 1) in lexicon.DAY_PREPOSITIONS
    return said if on else Said("vague", match.start(), match.end())


def clock(tokens: Tokens, match: Match) -> Said | None:
    """A time of day, on the story's day."""
    return Said("same", match.start(), match.end(), unit="day", count=0, clock=True)


def vague_word(tokens: Tokens, match: Match) -> Said | None:
    """ "Former", "daily", "recently"."""
    return Said("vague", match.start(), match.end())


def vague(tokens: Tokens, match: Match) -> Said | None:
    """ "This period", "the same time"."""
    return Said("vague", match.start(), match.end())


def vague_time(tokens: Tokens, match: Match) -> Said | None:
    """ "At the time", "during the period"."""
    at = tokens.word(match.start() - 1) in ("at", "during", "by", "of")
    return Said("vague", match.start(), match.end()) if at and tokens.symbol(match.end()) not in "f" else None
