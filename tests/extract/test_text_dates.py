"""The forms in which English texts give dates."""

from __future__ import annotations

import pytest

from stemma.extract.rules.dates import DateMention, StoryTime


def read(text: str, published: str | None = None, section: str | None = None) -> list[tuple[str, str | None]]:
    """The words and the value of each mention."""
    story = StoryTime(published)
    if section is not None:
        story.enter_section(section)
    return [(text[m.start : m.end], m.value) for m in story.read(text)]


def only(text: str) -> DateMention:
    """The one mention of ``text``."""
    (mention,) = StoryTime().read(text)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 26 April 2018 they met.", "26 April 2018", "2018-04-26"),
        ("On April 26, 2018, they met.", "April 26, 2018", "2018-04-26"),
        ("It fell in July 13, 2014 fighting.", "July 13, 2014", "2014-07-13"),
        ("on the 4th of June 1989", "the 4th of June 1989", "1989-06-04"),
        ("on the fourth of July 1776", "the fourth of July 1776", "1776-07-04"),
        ("on Sunday, 21 February 2010", "Sunday, 21 February 2010", "2010-02-21"),
        ("on 1 Sept. 1999", "1 Sept", None),
        ("in 2012 January 5", "2012 January 5", "2012-01-05"),
        ("dated 2018-03-02", "2018-03-02", "2018-03-02"),
        ("of 22.5.2018", "22.5.2018", "2018-05-22"),
        ("of 5/22/2018", "5/22/2018", "2018-05-22"),
        ("of 22/5/2018", "22/5/2018", "2018-05-22"),
        ("of 4/4/2018", "4/4/2018", "2018-04-04"),
        ("of 2/3/2018", "2/3/2018", "2018"),
        ("in December 1969", "December 1969", "1969-12"),
        ("in February of 1940", "February of 1940", "1940-02"),
        ("in July, 1944", "July, 1944", "1944-07"),
        ("in July '44", "July '44", "1944-07"),
        ("in May '09", "May '09", "2009-05"),
        ("in 2016", "2016", "2016"),
        ("in the year 1989", "the year 1989", "1989"),
        ("the summer of 1936", "the summer of 1936", "1936-22"),
        ("in spring 1948", "spring 1948", "1948-21"),
        ("the autumn of 2007", "the autumn of 2007", "2007-23"),
        ("in the fall of 1989", "the fall of 1989", "1989-23"),
        ("the winter of 1939–40", "the winter of 1939–40", "1939-24"),
        ("during the 1970s", "the 1970s", "197X"),
        ("in the '80s", "the '80s", "198X"),
        ("in the eighties", "the eighties", "198X"),
        ("the 470s BC", "the 470s BC", "-047X"),
        ("in the early 1990s", "the early 1990s", "199X"),
        ("the late 1960s", "the late 1960s", "196X"),
        ("in the 19th century", "the 19th century", "18XX"),
        ("in the fifth century BC", "the fifth century BC", "-04XX"),
        ("in early December 2024", "early December 2024", "2024-12"),
        ("in mid-September 2014", "mid-September 2014", "2014-09"),
        ("at the end of 2015", "the end of 2015", "2015"),
        ("the beginning of March 1943", "the beginning of March 1943", "1943-03"),
        ("early in 2013", "early in 2013", "2013"),
        ("in the second half of 2008", "the second half of 2008", "2008"),
        ("in the first six months of 2016", "the first six months of 2016", "2016"),
        ("in the first week of May 2015", "the first week of May 2015", "2015-05"),
        ("the early morning hours of 30 April 1975", "the early morning hours of 30 April 1975", "1975-04-30"),
        ("the earlier 2016 raid", "2016", "2016"),
        ("a secret 1902 pact", "1902", "1902"),
        ("and so 1987 saw calm", "1987", "1987"),
        ("the 1982 summer offensives", "1982 summer", "1982-22"),
        ("active since at least 2015", "2015", "2015"),
        ("in May of that week", "May", None),
        ("the night of April 18, 1775", "the night of April 18, 1775", "1775-04-18"),
        ("around 2015", "around 2015", "2015~"),
        ("c. 2015", "c. 2015", "2015~"),
        ("circa March 1981", "circa March 1981", "1981-03~"),
        ("in 490 BC", "490 BC", "-0489"),
        ("in 44 B.C. he died", "44 B.C.", "-0043"),
        ("in April 480 BC", "April 480 BC", "-0479-04"),
        ("in AD 70", "AD 70", "0070"),
        ("in 632 CE", "632 CE", "0632"),
        ("on Christmas Day 2003", "Christmas Day 2003", "2003-12-25"),
        ("on New Year's Eve 1958", "New Year's Eve 1958", "1958-12-31"),
        ("on May Day, 1977", "May Day, 1977", "1977-05-01"),
    ],
)
def test_dates_with_their_year(text: str, words: str, value: str | None) -> None:
    assert read(text)[0] == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("from 15 January 2002 – 24 February 2015", "15 January 2002 – 24 February 2015", "2002-01-15/2015-02-24"),
        ("between May 2018 and June 2019", "May 2018 and June 2019", "2018-05/2019-06"),
        ("from 2 March 2018 until May 2020", "2 March 2018 until May 2020", "2018-03-02/2020-05"),
        ("from 2 March 2018 to 5 April", "2 March 2018 to 5 April", "2018-03-02/2018-04-05"),
        ("from 1936 to 1939", "1936 to 1939", "1936/1939"),
        ("in 2014-15", "2014-15", "2014/2015"),
        ("in 1936–39", "1936–39", "1936/1939"),
        ("in 2014/15", "2014/15", "2014/2015"),
        ("(1936–1939)", "1936–1939", "1936/1939"),
        ("(499–493 BC)", "499–493 BC", "-0498/-0492"),
        ("between 496 and 495 BC", "496 and 495 BC", "-0495/-0494"),
        ("the years 1978–80", "the years 1978–80", "1978/1980"),
        ("offensive (April–August 2019)", "April–August 2019", "2019-04/2019-08"),
        ("(December 2019–March 2020)", "December 2019–March 2020", "2019-12/2020-03"),
        ("from November to February 2016", "November to February 2016", "2015-11/2016-02"),
        ("on 15–17 March 2020", "15–17 March 2020", "2020-03-15/2020-03-17"),
        ("from 7 to 10 December 1977", "7 to 10 December 1977", "1977-12-07/1977-12-10"),
        ("on July 5-7, 1992", "July 5-7, 1992", "1992-07-05/1992-07-07"),
        ("Active: 2010–present", "2010–present", "2010/.."),
        ("from 2014 to the present", "2014 to the present", "2014/.."),
        ("Active: 1991,[1],–present", "1991,[1],–present", "1991/.."),
        ("from the late 1970s to 1985", "the late 1970s to 1985", "197X/1985"),
    ],
)
def test_ranges_are_one_mention_with_both_ends(text: str, words: str, value: str) -> None:
    mention = only(text)
    assert (text[mention.start : mention.end], mention.value, mention.relation) == (words, value, "between")
    assert mention.parts[0].start == mention.start
    assert mention.parts[1].end == mention.end


def test_ends_in_the_wrong_order_are_two_dates() -> None:
    assert read("from 2019 to 2018") == [("2019", "2019"), ("2018", "2018")]


def test_ends_without_a_date_are_two_mentions() -> None:
    assert read("from October to March") == [("October", None), ("March", None)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in June and July 2018", ["2018-06", "2018-07"]),
        ("on 6 and 9 August 1945", ["1945-08-06", "1945-08-09"]),
        ("on 3, 4 and 5 March 1990", ["1990-03-03", "1990-03-04", "1990-03-05"]),
        ("on the 3rd and the 5th of March 1990", ["1990-03-03", "1990-03-05"]),
        ("on May 4 and 5, 1865", ["1865-05-04", "1865-05-05"]),
        ("on 3 June and 5 July 2016", ["2016-06-03", "2016-07-05"]),
        ("on 3 May 2015 and 5 June", ["2015-05-03", "2015-06-05"]),
        ("in 1989, 1996, 1998 and 2006", ["1989", "1996", "1998", "2006"]),
        ("between 264 and 146 BC", ["-0263/-0145"]),
        ("in AD 66 and 70", ["0066"]),
        ("on June 6, 12 were killed", [None]),
        ("on May 4 and 5 men died", [None]),
        ("he killed 12, 6 June 1990 being the day", ["1990-06-06"]),
        ("in 1998-97 of all cases", ["1998"]),
        ("in 1936-99", ["1936"]),
        ("in the 1970s-80 style", ["197X"]),
    ],
)
def test_lists_share_year_and_month(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "relation", "phrase"),
    [
        ("on 2 March 2018", "at", "on 2 March 2018"),
        ("2 March 2018", "at", "2 March 2018"),
        ("since 2015", "since", "since 2015"),
        ("active since at least 2015", "since", "since at least 2015"),
        ("starting in May 2015", "since", "starting in May 2015"),
        ("from 17 August 2019 on", "since", "from 17 August 2019"),
        ("until May 2020", "until", "until May 2020"),
        ("up to 2014", "until", "up to 2014"),
        ("by 2016", "by", "by 2016"),
        ("before 2003", "before", "before 2003"),
        ("prior to June 2001", "before", "prior to June 2001"),
        ("after 2002", "after", "after 2002"),
        ("during 1942", "during", "during 1942"),
        ("throughout 1942", "during", "throughout 1942"),
        ("as of 2012", "at", "as of 2012"),
        ("as early as 1982", "at", "as early as 1982"),
    ],
)
def test_the_words_before_say_how_the_date_is_meant(text: str, relation: str, phrase: str) -> None:
    mention = only(text)
    assert mention.relation == relation
    assert text[mention.phrase_start : mention.end] == phrase


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("for 45 days", "45 days", "P45D"),
        ("a two-month truce", "two-month", "P2M"),
        ("after three years", "three years", "P3Y"),
        ("a year-long trial", "year-long", "P1Y"),
        ("for twenty five years", "twenty five years", "P25Y"),
        ("for two hundred days", "two hundred days", "P200D"),
        ("for more than two decades", "more than two decades", "P20Y"),
        ("a couple of weeks of talks", "a couple of weeks", "P2W"),
        ("in less than 24 hours", "less than 24 hours", "PT24H"),
        ("for 1,000 days", "1,000 days", "P1000D"),
        ("for 2.5 years", "2.5 years", None),
        ("for several years", "several years", None),
        ("over the next few months", "the next few months", None),
        ("in recent years", "recent years", None),
        ("over the next year", "the next year", "P1Y"),
        ("following several days of talks", "several days", None),
        ("said that four years of talks", "four years", "P4Y"),
    ],
)
def test_lengths_of_time_have_no_date(text: str, words: str, length: str | None) -> None:
    mention = only(text)
    assert (text[mention.start : mention.end], mention.length) == (words, length)
    assert (mention.kind, mention.value) == ("duration", None)


def test_a_length_is_introduced_only_by_words_that_fit_it() -> None:
    text = "up to thirteen days"
    mention = only(text)
    assert (mention.relation, mention.phrase_start) == ("at", mention.start)
    assert only("after three days").relation == "after"


@pytest.mark.parametrize(
    ("text", "in_name"),
    [
        ("2024 Syrian opposition offensives", True),
        ("the 1973 Ezeiza massacre", True),
        ("its 1985 manifesto", True),
        ("the group's 1985 manifesto", True),
        ("a March operation against them", True),
        ("the summer offensive", True),
        ("they burned a Christmas tree", True),
        ("the 15 September Legion", True),
        ("the former president and 2002 Nobel laureate", True),
        ("In 2015 Saudi Arabia intervened", False),
        ("in 1999 and 2006 Spain refused", False),
        ("in 1985 the army left", False),
        ("in 1985, fighting", False),
        ("about 1985 fighting began", False),
    ],
)
def test_a_date_in_the_name_of_something_is_marked(text: str, in_name: bool) -> None:
    assert StoryTime().read(text)[-1].in_name is in_name


def test_kinds() -> None:
    text = "On 6 June 2017 they met; on 8 June again, two days later, in May of that year, for three days."
    assert [m.kind for m in StoryTime().read(text)] == ["absolute", "partial", "relative", "relative", "duration"]


def test_words_for_no_certain_time_are_given_on_demand() -> None:
    text = "The former leader, 52 years old, was at the time a 12-year-old; this period was followed by daily raids."
    assert StoryTime().read(text) == []
    vague = StoryTime().read(text, vague=True)
    assert [text[m.start : m.end] for m in vague] == [
        "former",
        "52 years old",
        "the time",
        "a 12-year-old",
        "this period",
        "daily",
    ]
    assert all(m.value is None for m in vague)
