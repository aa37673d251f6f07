"""Numbers and words that are no dates."""

from __future__ import annotations

import pytest

from stemma.extract.rules.dates import StoryTime


@pytest.mark.parametrize(
    "text",
    [
        "a 12 year old child and a 70-year-old man",
        "a soldier, aged 22, 26 years of age at most",
        "in his 30s, with men in their twenties",
        "some 1,000 fighters, 300–1,000 in all",
        "2000 men and 1982 members were there",
        "it lost 1914 men",
        "2000 Turkish soldiers crossed the river",
        "an army of 1800 and a crowd of 2000",
        "between 1000 and 1500 were killed",
        "1500 to 2000 fighters",
        "strength numbered 2013",
        "for 1500 dollars, $2000, 1999%",
        "the 1st Brigade, the 51st Division and the 20th",
        "consisting of the 19th, 20th and 29th Mountain Infantry",
        "armed with AK-47, BGM-71, M16 and 122mm rockets",
        "a Boeing 737 and flight 1943 of Tuesday's crew",
        "Resolution 1559 and Operation 2000",
        "they may march on, said Theresa May, after the Long March",
        "Jun Malban and Augusto met April Jones",
        "the fall of Kabul made the army fall back",
        "the Arab Spring, the Prague Spring and Black July",
        "USA Today and Russia Today",
        "the Seven Days Battles",
        "a spring of water",
        "photo HXP_in_2016_(3).jpg",
        "document S/2000/55",
        "the 45th century, the first decade",
        "at 100 and 200 and 9999 and 123456789012",
        "in 99th place",
        "the first May of many",
        "in 2218",
        "what that may mean, the final fall of it",
        "for some days 1999 of them stood",
        "at least 2013 were killed",
        "by 2000 Turkish soldiers",
        "a total of 1990",
        "on 3 january and 4 march",
        "the 100s of cases, the 470s of one series",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    found = [(text[m.start : m.end], m.value) for m in StoryTime().read(text)]
    assert [f for f in found if f[1] is not None] == []


@pytest.mark.parametrize("text", ["a 12 year old child", "70-year-old man", "In July 25 people died"])
def test_counts_beside_words_of_time(text: str) -> None:
    assert [text[m.start : m.end] for m in StoryTime().read(text)] in ([], ["July"])


def test_footnote_marks_are_passed_over() -> None:
    text = "They left on 6 June[12] 2017[3] and 3 came."
    mentions = StoryTime().read(text)
    assert [(text[m.start : m.end], m.value) for m in mentions] == [("6 June[12] 2017", "2017-06-06")]


def test_an_item_of_a_list_begins_no_range() -> None:
    text = "- founded in 2016\n- 2017 brought a split"
    assert [m.value for m in StoryTime().read(text)] == ["2016", "2017"]


def test_a_blank_line_ends_a_date() -> None:
    text = "They met in May\n\n2018 was quiet.\nOn 26\nApril 2019 they parted."
    assert [text[m.start : m.end] for m in StoryTime().read(text)] == ["May", "2018", "26\nApril 2019"]
