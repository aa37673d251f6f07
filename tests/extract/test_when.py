"""When: which date belongs to what is said, and what EDTF the two make."""

from __future__ import annotations

import pytest
from prose import parsed, told, word

from stemma.extract.rules.dates import DateMention
from stemma.extract.rules.dates.mention import Relation
from stemma.extract.rules.when import clause_date, edtf, story_date

A, B = "Dawn Division", "Fatah"


@pytest.mark.parametrize(
    ("text", "date", "former"),
    [
        ("Since May 2018 the Dawn Division has been part of Fatah.", "2018-05/..", False),
        ("The Dawn Division was part of Fatah until May 2020.", "../2020-05", True),
        ("The Dawn Division was part of Fatah from 2012 to 2015.", "2012/2015", False),
        ("In 2014 the Dawn Division was part of Fatah.", "2014", False),
        ("By 2016 the Dawn Division was part of Fatah.", "2016", False),
        ("On 3 June 2017 the Dawn Division joined Fatah.", "2017-06-03/..", False),
        ("In March 2015 the Dawn Division left Fatah.", "../2015-03", True),
        ("The Dawn Division is part of Fatah.", None, False),
        ("In 2012 Hamas was founded. The Dawn Division is part of Fatah.", None, False),
        ("On 3 June 2017 a congress met in Basra. The Dawn Division joined Fatah.", "2017-06-03/..", False),
        ("On 3 June 2017 a congress met in Basra. The Dawn Division left Fatah.", "../2017-06-03", True),
    ],
)
def test_when_a_membership_held(text: str, date: str | None, former: bool) -> None:
    claim = told(text).claim("part_of", A, B)
    assert (claim.date, claim.former) == (date, former)


@pytest.mark.parametrize(
    ("text", "founded"),
    [
        ("The Dawn Division was founded on 5 May 2012.", "2012-05-05"),
        ("The Dawn Division was founded in the 1970s.", "197X"),
        ("In 2015 the Dawn Division, which was founded in 2012, attacked Hamas.", "2012"),
        ("The Dawn Division was founded in 2012 and dissolved in 2015.", "2012"),
        ("Founded in 2012, the Dawn Division joined Fatah in 2015.", "2012"),
    ],
)
def test_a_date_stays_in_its_clause(text: str, founded: str) -> None:
    assert told(text).claim("founded").object == founded
    assert told(text).claim("founded").date == founded


def test_a_founding_without_a_date_is_no_claim_of_one() -> None:
    assert told("The Dawn Division was founded by Samir Khoury.").claims("founded") == []


def test_clauses_of_one_sentence_each_have_their_date() -> None:
    said = told("The Dawn Division was founded in 2012 and dissolved in 2015.")
    assert (said.claim("founded").object, said.claim("dissolved").object) == ("2012", "2015")


def test_a_date_goes_with_what_stands_next_to_it() -> None:
    said = told("The Dawn Division was allied with Hamas and part of Fatah until May 2020.")
    assert said.claim("allied_with").date is None
    assert said.claim("part_of").date == "../2020-05"


def test_what_is_told_in_its_turn_has_the_date_of_the_story() -> None:
    said = told("On 3 June 2017 the Dawn Division attacked Hamas in Basra. It then attacked Fatah in Mosul.")
    first, second = said.events("clash")
    assert first.date == "2017-06-03"
    assert second.date in ("2017-06-03", "2017-06-03/..")


def test_what_came_of_it_came_then_or_later() -> None:
    said = told("On 3 June 2017 the Dawn Division attacked Hamas in Basra. In response, Hamas attacked Mosul.")
    _, second = said.events("clash")
    assert (second.date, second.follows) == ("2017-06-03/..", "clash")


def mention(value: str | None, relation: Relation = "at") -> DateMention:
    """A date as found in a text."""
    return DateMention(0, 4, 0, value, relation, "absolute")


@pytest.mark.parametrize(
    ("value", "relation", "use", "expected"),
    [
        ("2015", "at", "at", "2015"),
        ("2015", "at", "start", "2015/.."),
        ("2015", "during", "start", "2015/.."),
        ("2015", "at", "end", "../2015"),
        ("2015", "since", "at", "2015/.."),
        ("2015", "after", "at", "2015/.."),
        ("2015", "until", "at", "../2015"),
        ("2015", "until", "start", "../2015"),
        ("2015/2016", "between", "at", "2015/2016"),
        ("2015/2016", "between", "end", "2015/2016"),
        ("2015", "at", "none", None),
        (None, "at", "at", None),
    ],
)
def test_a_date_and_what_the_wording_makes_of_it(value: str, relation: Relation, use: str, expected: str) -> None:
    assert edtf(mention(value, relation), use) == expected


def test_no_date_is_no_edtf() -> None:
    assert edtf(None) is None


def test_the_nearest_date_of_the_clause() -> None:
    reading = parsed("In 2015 the Dawn Division, which was founded in 2012, attacked Hamas.")
    attacked = clause_date(word(reading, "attacked"), reading.parsed)
    founded = clause_date(word(reading, "founded"), reading.parsed)
    assert attacked is not None
    assert founded is not None
    assert (attacked.value, founded.value) == ("2015", "2012")


def test_a_clause_without_a_date_has_none() -> None:
    reading = parsed("The Dawn Division left.")
    assert clause_date(word(reading, "left"), reading.parsed) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 5 May 2018 Hamas left.", "2018-05-05"),
        ("Since 2015 Hamas has left.", None),
        ("Hamas left.", None),
        ("It was so from 2012 to 2015.", None),
    ],
)
def test_the_date_that_a_sentence_brings_the_story_to(text: str, date: str | None) -> None:
    reading = parsed(text)
    (sentence,) = reading.parsed.sentences()
    assert story_date(sentence, reading.parsed) == date
