"""Dates that only the story's own time makes plain."""

from __future__ import annotations

import pytest

from stemma.errors import DateError
from stemma.extract.rules.dates import StoryTime


def values(text: str, published: str | None = None, section: str | None = None) -> list[str | None]:
    story = StoryTime(published)
    if section is not None:
        story.enter_section(section)
    return [m.value for m in story.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 June 2017 it began. On 29 August it ended.", "2017-08-29"),
        ("On 6 June 2017 it began. In November it ended.", "2017-11"),
        ("On 6 November 2017 it began. In February it ended.", "2018-02"),
        ("On 6 June 2017 it began, after talks in May.", "2017-05"),
        ("In 2017 it began. In November it ended.", "2017-11"),
        ("On 6 June 2017 it began. On the 25th it ended.", "2017-06-25"),
        ("In June 2017 it began. In the summer it ended.", "2017-22"),
        ("In 1916 it began. On Christmas Day it paused.", "1916-12-25"),
        ("In June 2017 it began, in August of that year it ended.", "2017-08"),
        ("On 3 June 1861 it began. On July 25 of the same year it ended.", "1861-07-25"),
        ("In June 2017 it began; in the spring of the following year it ended.", "2018-21"),
        ("In June 2017 it began, in May of the previous year not.", "2016-05"),
        ("In June 2017 it began. It ended the following May.", "2018-05"),
        ("In June 2017 it began. It ended the following August.", "2017-08"),
        ("In June 2017 it began, planned the previous September.", "2016-09"),
        ("In June 2017 it began, planned the previous April.", "2017-04"),
        ("In 2017 it began. It ended the following May.", "2018-05"),
        ("In June 2017 it began; that September it ended.", "2017-09"),
        ("In June 2017 it began. It ended next spring.", "2018-21"),
        ("In June 2017 it began. It ran from October to March.", "2017-10/2018-03"),
        ("In June 2017 it began. September was quiet.", "2017-09"),
    ],
)
def test_bare_dates_take_their_year_from_the_story(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 30 April 2018 it began. The next day it ended.", "2018-05-01"),
        ("On 30 April 2018 it began. Two days later it ended.", "2018-05-02"),
        ("On 30 April 2018 it began. A week earlier he came.", "2018-04-23"),
        ("On 30 April 2018 it began. The day before, he came.", "2018-04-29"),
        ("On 30 April 2018 it began. The following month it ended.", "2018-05"),
        ("On 31 December 2018 it began. A month later it ended.", "2019-01"),
        ("On 30 April 2018 it began. Two months later it ended.", "2018-06"),
        ("On 30 April 2018 it began. A year later it ended.", "2019"),
        ("On 30 April 2018 it began. The previous year was calm.", "2017"),
        ("On 30 April 2018 it began. That year saw more.", "2018"),
        ("On 30 April 2018 it began. That month saw more.", "2018-04"),
        ("On 30 April 2018 it began. Later that year it ended.", "2018"),
        ("On 30 April 2018 it began. Later in the year it ended.", "2018"),
        ("On 30 April 2018 it began. By the end of the month it ended.", "2018-04"),
        ("On 30 April 2018 it began. The same day it ended.", "2018-04-30"),
        ("On 30 April 2018 it began. That same week it ended.", "2018-04"),
        ("On 30 April 2018 it began. That morning it rained.", "2018-04-30"),
        ("On 30 April 2018 it began. A few hours later it ended.", "2018-04-30~"),
        ("On 30 April 2018 it began. A few days later it ended.", "2018-04~"),
        ("On 30 April 2018 it began. Months later it ended.", "2018~"),
        ("On 30 April 2018 it began. Years later it ended.", "2018~"),
        ("On 30 April 2018 it began. Decades later it ended.", "201X~"),
        ("On 30 April 2018 it began. Two decades later it ended.", "2038~"),
        ("On 30 April 2018 it began. In the following decade it ended.", "202X"),
        ("On 30 April 2018 it began. In the previous century it slept.", "19XX"),
        ("On 30 April 2018 it began. Twelve hours later it ended.", "2018-04-30"),
        ("On 30 April 2018 it began. It ended at 5 pm.", "2018-04-30"),
        ("On 30 April 2018 it began. It ended at 5:30PM.", "2018-04-30"),
        ("On 30 April 2018 it began. Late in the year it ended.", "2018"),
        ("On 30 April 2018 it began. Over the next day it ended.", "2018-05-01"),
        ("In April 2018 it began. Two days later it ended.", "2018-04"),
        ("In 2018 it began. Two months later it ended.", "2018"),
        ("In 490 BC it began. The following decade was calm.", None),
        ("In 490 BC it began. The following century was calm.", None),
        ("On 6 June 2018 it began. On Friday it ended.", "2018-06-08"),
        ("On 30 April 2018 it began. Two days after the truce it ended.", None),
        ("On 30 April 2018 it began, years prior to the truce.", None),
        ("Two days later it ended.", None),
        ("In that year it ended.", None),
        ("In November it ended.", None),
        ("On Friday it ended.", None),
        ("On the 25th it ended.", None),
        ("It ended in May of that year.", None),
        ("On 31 June 2018 it ended.", None),
        ("In 2018 it began. 999999999 years later it ended.", None),
    ],
)
def test_relative_dates_count_from_the_story(text: str, expected: str | None) -> None:
    assert values(text)[-1] == expected


def test_a_day_told_beside_a_relative_one_is_the_same_day() -> None:
    assert values("At 5 pm on 7 December 2016 it ended.") == ["2016-12-07"] * 2
    assert values("In May 2015 it began. Days later, on 27 November 2015, it ended.")[1:] == ["2015-11-27"] * 2
    assert values("On 8 April 2017, the following day, it ended.") == ["2017-04-08"] * 2


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Today it fights on.", "2019-05-03", "2019-05-03"),
        ("Today it fights on.", "2019-05-03T10:00:00Z", "2019-05-03"),
        ("Today it fights on.", "[2018,2019]", None),
        ("Yesterday it struck.", "2019-05-01", "2019-04-30"),
        ("It now fights on.", "2019-05", "2019-05"),
        ("It began this year.", "2019-05-03", "2019"),
        ("It began three years ago.", "2019-05-03", "2016"),
        ("It began in November.", "2019-05-03", "2018-11"),
        ("It began in April.", "2019-05-03", "2019-04"),
        ("It began on Monday.", "2019-05-03", "2019-04-29"),
        ("In 1975 it began. Another event of this year was its end.", "2019-05-03", "1975"),
        ("In 1975 it began. Today it is gone.", None, None),
        ("In March 2019 it began. It began this month.", "2019-05-03", "2019-05"),
        ("It began on Monday.", "2019", None),
    ],
)
def test_the_time_of_writing(text: str, published: str | None, expected: str | None) -> None:
    assert values(text, published)[-1] == expected


def test_a_story_published_on_no_date_is_refused() -> None:
    with pytest.raises(DateError):
        StoryTime("last week")


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("2016", "On 5 May they met.", "2016-05-05"),
        ("2016", "On 5 December they met. In January they parted.", "2016-01"),
        ("2014–2015", "On 5 December they met. In January they parted.", "2015-01"),
        ("1990s", "In May they met.", "1990-05"),
        ("Since 2012: the merger", "In May 2015 they met. In June they parted.", "2015-06"),
        ("2010–present", "In May 2015 they met. In June they parted.", "2015-06"),
        ("Until 2012", "In May they met.", "2012-05"),
        ("History", "In May they met.", None),
        ("Until 2012 and since 2014", "In May they met.", None),
        ("2006 war", "In May they met.", "2006-05"),
        ("The 2006 war", "In May they met.", "2006-05"),
        ("Effects of the 2006 war", "In May they met.", None),
        ("2011 ceasefire", "On 17 March 2017 it disarmed. On 8 April it was done.", "2017-04-08"),
        ("2016", "It fought, as the army had in 1978, in Wilde. On 26 July it struck.", "2016-07-26"),
        ("2014–2015", "The war of 1978 was over, as all knew. In May they met.", "2014-05"),
    ],
)
def test_the_years_of_a_heading(section: str, text: str, expected: str | None) -> None:
    assert values(text, section=section)[-1] == expected


def test_the_next_heading_ends_the_years_of_the_last() -> None:
    story = StoryTime()
    story.enter_section("2016")
    story.read("On 5 May they met.")
    story.enter_section("Leaders")
    assert [m.value for m in story.read("In December 2018 he left, in January he died.")] == ["2018-12", "2019-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 1 June 2000 it struck a bridge which had been bombed on 29 March 1939. On 19 July it struck.",
            "2000-07-19",
        ),
        ("On 1 June 2000 it struck again, the worst attack since 1993. On 19 July it struck.", "2000-07-19"),
        ("On 1 June 2000 it struck, as the 1996 bombing showed. On 19 July it struck.", "2000-07-19"),
        ("In June 2000 it struck, said a book of 2015. On 19 July it struck.", "2000-07-19"),
        ("In June 2000 it struck, as it did in 1999. On 19 July it struck.", "2000-07-19"),
        ("In June 2000 it struck. In 2004 it struck again. On 19 July it struck.", "2004-07-19"),
        ("In June 2000 it struck, and it struck again in May 1998. In July it struck.", "1998-07"),
        ("In June 2000 it struck, and had struck in May 1999. In July it struck.", "2000-07"),
        ("In June 2000 it struck. And it struck all of its many foes in May 1999. In July it struck.", "1999-07"),
        ("In June 2000 it struck. It was the worst year since 1993. The following month it struck.", "2000-07"),
    ],
)
def test_asides_do_not_move_the_story(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


def test_later_counts_from_where_something_began() -> None:
    assert values("It met in April 2016. From June 2016 on it fought; two months later it won.")[-1] == "2016-08"


def test_the_story_goes_on_from_text_to_text() -> None:
    story = StoryTime()
    story.read("On 6 June 2017 it began.")
    assert [m.value for m in story.read("Two days later it ended.")] == ["2017-06-08"]
