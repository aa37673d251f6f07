"""EDTF text, its bounds, and its words."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from stemma.errors import DateError
from stemma.model.dates import (
    EdtfDate,
    certainly_before,
    compatible,
    day_number,
    describe,
    interval,
    may_overlap,
    parse_date,
    same_or_within,
)


def days(year: int, month: int, day: int) -> int:
    return date(year, month, day).toordinal()


POINTS = [
    ("2018-03-02", (2018, 3, 2), (2018, 3, 2)),
    ("2018-03", (2018, 3, 1), (2018, 3, 31)),
    ("2024-02", (2024, 2, 1), (2024, 2, 29)),
    ("2018", (2018, 1, 1), (2018, 12, 31)),
    ("2015-21", (2015, 3, 1), (2015, 5, 31)),
    ("2015-22", (2015, 6, 1), (2015, 8, 31)),
    ("2015-23", (2015, 9, 1), (2015, 11, 30)),
    ("2015-24", (2015, 12, 1), (2016, 2, 29)),
    ("2015-25", (2015, 3, 1), (2015, 5, 31)),
    ("2015-29", (2015, 9, 1), (2015, 11, 30)),
    ("2015-30", (2015, 12, 1), (2016, 2, 29)),
    ("2015-32", (2015, 6, 1), (2015, 8, 31)),
    ("2015-34", (2015, 4, 1), (2015, 6, 30)),
    ("2015-39", (2015, 9, 1), (2015, 12, 31)),
    ("2015-41", (2015, 7, 1), (2015, 12, 31)),
    ("197X", (1970, 1, 1), (1979, 12, 31)),
    ("19XX", (1900, 1, 1), (1999, 12, 31)),
    ("1X99", (1099, 1, 1), (1999, 12, 31)),
    ("2018-XX", (2018, 1, 1), (2018, 12, 31)),
    ("2018-03-XX", (2018, 3, 1), (2018, 3, 31)),
    ("2018-XX-31", (2018, 1, 31), (2018, 12, 31)),
    ("2018-02-XX", (2018, 2, 1), (2018, 2, 28)),
    ("201X-02-29", (2012, 2, 29), (2016, 2, 29)),
    ("2018-03-02T10:00:00Z", (2018, 3, 2), (2018, 3, 2)),
    ("[1667,1668..1670]", (1667, 1, 1), (1670, 12, 31)),
    ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
]


@pytest.mark.parametrize(("text", "first", "last"), POINTS)
def test_a_date_starts_and_ends_within_its_range(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    low, high = days(*first), days(*last)
    assert parse_date(text) == EdtfDate(text, low, high, low, high)


def test_years_before_the_year_one() -> None:
    ides = parse_date("-0043-03-15")
    assert ides.earliest_start == ides.latest_end == day_number(-43, 3, 15)
    assert parse_date("0000").latest_end == 0, "1 BC ends the day before 1 January of the year 1"
    century = parse_date("-01XX")
    assert (century.earliest_start, century.latest_end) == (day_number(-199, 1, 1), day_number(-100, 12, 31))


def test_long_years() -> None:
    long_ago = parse_date("Y-170000002")
    assert long_ago.earliest_start == day_number(-170_000_002, 1, 1)
    assert parse_date("Y17E7").earliest_start == day_number(170_000_000, 1, 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018~", (2017, 1, 1), (2019, 12, 31)),
        ("2018%", (2017, 1, 1), (2019, 12, 31)),
        ("~2018", (2017, 1, 1), (2019, 12, 31)),
        ("2018-03~", (2018, 2, 1), (2018, 4, 30)),
        ("2018-01~", (2017, 12, 1), (2018, 2, 28)),
        ("2018-03-02~", (2018, 3, 1), (2018, 3, 3)),
        ("2015-21~", (2014, 12, 1), (2015, 8, 31)),
        ("197X~", (1960, 1, 1), (1989, 12, 31)),
        ("19XX~", (1800, 1, 1), (2099, 12, 31)),
    ],
)
def test_about_widens_by_one_unit_on_both_sides(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    parsed = parse_date(text)
    assert (parsed.earliest_start, parsed.latest_end) == (days(*first), days(*last))
    assert parsed.approximate


def test_uncertain_dates_keep_their_bounds() -> None:
    parsed = parse_date("2018?")
    assert parsed.uncertain
    assert not parsed.approximate
    assert parsed.earliest_start == days(2018, 1, 1)
    assert parse_date("2018%").uncertain
    assert parse_date("2018/2019?").uncertain


def test_an_interval_has_a_start_and_an_end() -> None:
    parsed = parse_date("2018-03/2020-05")
    assert parsed == EdtfDate(
        "2018-03/2020-05", days(2018, 3, 1), days(2018, 3, 31), days(2020, 5, 1), days(2020, 5, 31)
    )
    assert parsed.is_interval
    assert not parse_date("2018").is_interval


def test_the_sides_of_an_interval_narrow_each_other() -> None:
    parsed = parse_date("2018-05/2018")
    assert parsed.earliest_end == days(2018, 5, 1), "it cannot end before it starts"
    parsed = parse_date("2018/2018-05")
    assert parsed.latest_start == days(2018, 5, 31), "it cannot start after it ends"


@pytest.mark.parametrize(
    ("text", "open_start", "open_end", "unknown_start", "unknown_end"),
    [
        ("../2020-05", True, False, False, False),
        ("2018/..", False, True, False, False),
        ("/2020-05", False, False, True, False),
        ("2018/", False, False, False, True),
        ("../..", True, True, False, False),
        ("2018", False, False, False, False),
    ],
)
def test_open_and_unknown_sides(
    text: str, open_start: bool, open_end: bool, unknown_start: bool, unknown_end: bool
) -> None:
    parsed = parse_date(text)
    assert (parsed.open_start, parsed.open_end) == (open_start, open_end)
    assert (parsed.unknown_start, parsed.unknown_end) == (unknown_start, unknown_end)
    assert (parsed.earliest_start is None) == (parsed.latest_start is None) == (open_start or unknown_start)
    assert (parsed.earliest_end is None) == (parsed.latest_end is None) == (open_end or unknown_end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2018",
        "2018 ",
        "18",
        "2 March 2018",
        "2018-3-2",
        "2018-02-30",
        "2018-13",
        "2018-00",
        "2018-42",
        "2018-21-05",
        "2018-1X",
        "2018-XX-32",
        "1XXX-02-30",
        "-0000",
        "..",
        "2018/2017",
        "2018-05/2018-04",
        "2018/2019/2020",
        "2018-02-30/..",
        "[,]",
        "[2018-13]",
        "[2018..2016]",
        "[..1984]",
        "[1667..]",
        "2018-02-30T10:00:00",
        "2018-03-02T25",
        "Y17E9",
        "1950S2",
        "٢٠١٨",
        "[" + "2018," * 100 + "2019]",
    ],
)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert repr(text[:80]) in str(error.value)
    assert "expected" in str(error.value)


def test_the_library_is_imported_only_for_rare_forms() -> None:
    for name in [name for name in sys.modules if name == "edtf" or name.startswith("edtf.")]:
        del sys.modules[name]
    parse_date.cache_clear()
    parse_date("2018-03-02/201X~")
    assert "edtf" not in sys.modules
    parse_date("[2018,2019]")
    assert "edtf" in sys.modules


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, "2020-05", "../2020-05"),
        ("2018", None, "2018/.."),
        ("2018-03-02", "2020", "2018-03-02/2020"),
        ("2018", "2018", "2018"),
        ("2018/2019", None, "2018/.."),
        ("2018/2019", "2021/2022", "2018/2022"),
        (None, "2018/..", None),
        (None, None, None),
        ("2019", "2018", None),
        ("soon", None, None),
    ],
)
def test_intervals_are_put_together(start: str | None, end: str | None, text: str | None) -> None:
    if text is None:
        with pytest.raises(DateError):
            interval(start, end)
    else:
        assert interval(start, end) == text


@pytest.mark.parametrize(
    ("a", "b", "before", "overlap"),
    [
        ("2018", "2019", True, False),
        ("2018", "2018-12-31", False, True),
        ("2018-03-02", "2018-03-03", True, False),
        ("../2018", "2019/..", True, False),
        ("2018/..", "2030", False, True),
        ("../2018", "1900", False, True),
        ("2018~", "2019", False, True),
    ],
)
def test_order_in_time(a: str, b: str, before: bool, overlap: bool) -> None:
    first, second = parse_date(a), parse_date(b)
    assert certainly_before(first, second) is before
    assert not certainly_before(second, first)
    assert may_overlap(first, second) is may_overlap(second, first) is overlap


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2018-03-02", "2018-03", True),
        ("2018-03", "2018", True),
        ("2018~", "2017", True),
        ("2018-03-02", "2018-03-03", False),
        ("2018-03/2020", "2018", False),
        ("2018-03/2020", "2018/2020-05", True),
        ("2018/..", "2018-03/2020", True),
        ("../2020-05", "2018/2020", True),
        ("../2020-05", "2018/2021", False),
        ("197X", "1975-06", True),
    ],
)
def test_dates_are_compatible_if_they_may_be_one(a: str, b: str, expected: bool) -> None:
    assert compatible(parse_date(a), parse_date(b)) is compatible(parse_date(b), parse_date(a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2018-03-02", "2018-03", True),
        ("2018-03", "2018-03-02", False),
        ("2018", "2018", True),
        ("2018", "../2020", True),
        ("../2019", "../2020", True),
        ("../2019", "2018/2020", False),
        ("2019/..", "2018/..", True),
        ("2019/..", "2018/2020", False),
    ],
)
def test_one_date_within_another(a: str, b: str, expected: bool) -> None:
    assert same_or_within(parse_date(a), parse_date(b)) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-03-02", "2 March 2018"),
        ("2018-03", "March 2018"),
        ("2018-03-XX", "March 2018"),
        ("2018", "2018"),
        ("2018-XX", "2018"),
        ("2018-XX-31", "day 31 of a month of 2018"),
        ("../2020-05", "until May 2020"),
        ("2019-08-17/..", "from 17 August 2019"),
        ("2018-03/2020-05", "from March 2018 to May 2020"),
        ("2018/", "from 2018 to an unknown date"),
        ("/2018", "from an unknown date to 2018"),
        ("../..", "at an unknown time"),
        ("2015-21", "spring 2015"),
        ("2015-28", "winter 2015"),
        ("2015-33", "the first quarter of 2015"),
        ("2015-38", "the second third of 2015"),
        ("2015-41", "the second half of 2015"),
        ("197X", "the 1970s"),
        ("18XX", "the 19th century"),
        ("20XX", "the 21st century"),
        ("01XX", "the 2nd century"),
        ("02XX", "the 3rd century"),
        ("10XX", "the 11th century"),
        ("-04XX", "the 5th century BC"),
        ("006X", "a year from AD 60 to AD 69"),
        ("-004X", "a year from 50 BC to 41 BC"),
        ("XXXX", "an unknown year"),
        ("2018~", "about 2018"),
        ("2018?", "possibly 2018"),
        ("2018-03%", "possibly about March 2018"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("0079-08", "August AD 79"),
        ("Y-170000002", "170,000,003 BC"),
        ("Y25000", "25,000"),
        ("[1667..1670]", "between 1667 and 1670"),
        ("[1667,1670]", "[1667,1670]"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert describe(text) == words


def test_only_dates_are_put_into_words() -> None:
    with pytest.raises(DateError):
        describe("the day before yesterday")
