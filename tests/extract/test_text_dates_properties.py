"""What holds for the dates of every text."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.extract.rules.dates import StoryTime, lexicon
from stemma.extract.rules.dates.mention import DateMention
from stemma.model.dates import parse_date

WORDS = sorted(
    {
        *lexicon.MONTHS,
        *lexicon.SEASONS,
        *lexicon.UNITS,
        *lexicon.CARDINALS,
        *lexicon.ORDINALS,
        *lexicon.WEEKDAYS,
        *" ".join(lexicon.WORDS.values()).split(),
        *" ".join(lexicon.RELATIONS).split(),
        *" ".join(lexicon.FIXED_DAYS).split(),
        *lexicon.RANGE_WORDS,
        *lexicon.OPEN_ENDS,
        *(
            "1936",
            "2015",
            "39",
            "7",
            "31",
            "4th",
            "19th",
            "1970s",
            "'80s",
            "'98",
            "2018-03-02",
            "1,000",
            "5 pm",
            "B.C.",
        ),
        *(",", ".", "(", "[3]", "\n\n", "men", "Brigade"),
    }
)
PUBLISHED = [
    None,
    "2019-05-03",
    "2019-05-03T10:00:00Z",
    "2019?",
    "2019-22",
    "197X",
    "../2019",
    "2019-05-XX",
    "[2018,2019]",
]
sentences = st.lists(st.sampled_from(WORDS).flatmap(lambda w: st.sampled_from([w, w.capitalize()])), max_size=14).map(
    " ".join
)


def check(text: str, mentions: list[DateMention], from_text: int = 0) -> None:
    end = from_text
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.phrase_start <= mention.start
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        if mention.value is not None:
            parse_date(mention.value)
            assert mention.kind != "duration"
        if not mention.parts:
            end = mention.end
        else:
            check(text, list(mention.parts), mention.start)
            end = mention.end


@settings(deadline=None)
@given(st.one_of(sentences, st.text(max_size=60)), st.sampled_from(PUBLISHED))
def test_mentions_are_in_order_and_dates_are_dates(text: str, published: str | None) -> None:
    story = StoryTime(published)
    story.enter_section(text[:40])
    check(text, story.read(text))
    check(text, story.read(text, vague=True))


@pytest.mark.parametrize(
    "unit",
    [
        "the end of the ",
        "1936–",
        "6 and 9, ",
        "[1]",
        "\n ",
        "1,000,",
        "May ",
        "Christmas ",
        "two and a half ",
        "had been 2000 ",
        "the first of ",
        "9",
        "A",
        "'",
        "On 26 April 2018 and two days later, from 1936 to 1939, ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        best = float("inf")
        for _ in range(3):
            begin = perf_counter()
            StoryTime().read(text)
            best = min(best, perf_counter() - begin)
        return best

    small, large = seconds(1_500), seconds(12_000)
    assert large < 8 * 3 * small + 0.05, f"{small:.4f} s for 1,500 characters, {large:.4f} s for 12,000"
