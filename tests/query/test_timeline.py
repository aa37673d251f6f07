"""What happened, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from example import example
from told import Record, claim, entity, event, material, read, store

from stemma.query.evidence import Numbering
from stemma.query.find import find
from stemma.query.material import Material, from_extraction, gather
from stemma.query.timeline import Entry, event_when, timeline


def entries(*records: Record, of: str = "A") -> tuple[Entry, ...]:
    made = material(*records)
    one = next(made.one(e.id) for e in made.entities.values() if e.name == of)
    return timeline(made, one, Numbering(made))


def shown(*records: Record, of: str = "A") -> list[tuple[str, str]]:
    return [(e.when, e.text) for e in entries(*records, of=of)]


def test_the_example() -> None:
    document, extraction = example()
    made = from_extraction(document, extraction)
    told = timeline(made, extraction.subject or "", Numbering(made))
    assert [(e.when, e.text) for e in told] == [
        ("2 March 2018", "Ansar al-Tawhid was founded by Abu Diyab Sarmini"),
        ("March 2019", "Ansar al-Tawhid attacked the Syrian army in northern Hama"),
        ("March 2019", "The Syrian army claimed, according to a pro-government outlet: Khamza al-Shishani was killed"),
        ("31 August 2019", "CJTF-OIR struck Ansar al-Tawhid and Hurras al-Din with missiles near Idlib"),
        ("May 2020", "Ansar al-Tawhid left the Rouse the Believers Operations Room"),
        ("3 May 2020", "Ansar al-Tawhid and Hurras al-Din ended their alliance"),
        ("23 December 2024", "Allegedly, Ansar al-Tawhid burned property in Suqaylabiyah"),
        ("", "Protests were held"),
        ("29 January 2025", "Ansar al-Tawhid was dissolved"),
        ("29 January 2025", "Ansar al-Tawhid merged into the Ministry of Defense"),
    ]
    march = told[1]
    assert march.counts == "killed: 40 claimed by Ansar al-Tawhid, 16 confirmed (Syrian army)"
    assert [(c.killed, c.status) for c in march.casualties] == [("40", "claimed"), ("16", "confirmed")]
    assert told[7].came_of == told[6].event
    assert told[6].quote == "men of the group allegedly burned a Christmas tree in Suqaylabiyah"


def test_vague_dates_stand_at_their_earliest_day() -> None:
    found = shown(
        event("clash", "2018-03-05", "A", "B", quote="the fifth"),
        event("clash", "2018", "A", "B", quote="the year"),
        event("clash", "2018-03", "A", "B", quote="the month"),
        event("clash", "2018-03-05/..", "A", "B", quote="later"),
        event("clash", "../2018-03-05", "A", "B", quote="earlier"),
        event("clash", None, "A", "B", quote="some day"),
    )
    assert [when for when, _ in found] == [
        "2018",
        "March 2018",
        "by 5 March 2018",
        "5 March 2018",
        "after 5 March 2018",
        "",
    ]


def test_a_change_of_group_is_told_by_the_claims_of_the_same_words() -> None:
    found = entries(
        claim(
            "A", "part_of", "Southern Front", "2014-02-14/..", quote="A joined the Southern Front on 14 February 2014"
        ),
        event(
            "group_change",
            "2014-02-14",
            "A",
            others="Southern Front",
            quote="A joined the Southern Front on 14 February 2014",
        ),
    )
    assert [(e.when, e.text) for e in found] == [("14 February 2014", "A joined the Southern Front")]
    assert found[0].event is not None
    assert len(found[0].claims) == 2


def test_a_change_of_group_without_claims_is_told_in_its_own_words() -> None:
    assert shown(event("group_change", "2016", "A", quote="a part of A went its own way")) == [
        ("2016", "“a part of A went its own way”")
    ]


def test_a_founding_is_told_once_with_its_founders_and_its_best_date() -> None:
    assert shown(
        claim("A", "founded", "2018-03-02", "2018-03-02"),
        claim("A", "founded_by", "Omar", "2018-03"),
        claim("A", "founded_by", "Zayd", "2018-03"),
    ) == [("2 March 2018", "A was founded by Omar and Zayd")]
    assert shown(claim("A", "founded_by", "Omar", "1969"), claim("A", "founded", "1971", "1971")) == [
        ("1969", "A was founded by Omar"),
        ("1971", "A was founded"),
    ]


def test_joining_and_leaving() -> None:
    assert shown(claim("A", "part_of", "B", "2014/2016")) == [("2014", "A joined B"), ("2016", "A left B")]
    assert shown(claim("A", "split_from", "B", "2014/2015")) == [("2014", "A split from B")]


def test_a_leaders_death_belongs_to_the_groups_story() -> None:
    records = [entity("Omar", kind="person"), claim("A", "led_by", "Omar"), claim("Omar", "died", "killed", "2017")]
    assert shown(*records) == [("2017", "Omar was killed")]
    told = event("clash", "2017", "B", "Omar", quote="B killed Omar in 2017")
    same = claim("Omar", "died", "killed", "2017", quote="B killed Omar in 2017")
    assert shown(*records[:2], same, told) == [("2017", "B killed Omar")]


def test_others_happenings_are_marked_as_told(tmp_path: Path) -> None:
    document = read(claim("The group", "strength", "10"), event("clash", "2016", "B", "C"), title="The group")
    with store(tmp_path, document) as kept:
        made: Material = gather(kept, find(kept, "The group").ids)
    (entry,) = timeline(made, made.one(made.about[document[0].id]), Numbering(made))
    assert not entry.involved


def test_others_happenings_in_other_documents_are_left_out() -> None:
    assert shown(event("clash", "2016", "B", "C"), claim("A", "strength", "10")) == []


@pytest.mark.parametrize(
    ("date", "words", "when"),
    [
        (None, "", ""),
        ("2019-03", "", "March 2019"),
        ("2019-08-31/..", "After the attack", "after 31 August 2019"),
        ("2017-06-06/..", "fought there since 6 June", "from 6 June 2017"),
        ("../2018-03", "", "by March 2018"),
        ("2016-06/2016-08", "", "June – August 2016"),
        ("2015-12/2016-01", "", "December 2015 – January 2016"),
    ],
)
def test_when_it_happened(date: str | None, words: str, when: str) -> None:
    made = material(event("clash", date, "A"))
    assert event_when(made.events[0], words) == when


def test_what_two_documents_tell_alike_is_told_once(tmp_path: Path) -> None:
    told = [
        read(event("clash", "2016", "The group", "B", quote=f"they fought, says {name}"), file_name=name)
        for name in ("one.txt", "two.txt")
    ]
    with store(tmp_path, *told) as kept:
        ids = find(kept, "The group").ids
        made = gather(kept, ids)
    (entry,) = timeline(made, made.one(ids[0]), Numbering(made))
    assert entry.text == "The group fought B"
    assert (len(entry.evidence), len(entry.claims)) == (2, 2)
