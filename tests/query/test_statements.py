"""The lines of a dossier."""

from __future__ import annotations

from told import Record, claim, denial, entity, material

from stemma.query.evidence import Numbering
from stemma.query.layout import layout
from stemma.query.statements import Statement, statements


def lines(section: str, *records: Record, of: str = "A") -> list[Statement]:
    """The statements of one section about of."""
    made = material(*records)
    (one,) = {made.one(e.id) for e in made.entities.values() if e.name == of}
    part = next(part for part in layout() if part.id == section)
    numbering = Numbering(made)
    return [s for line in part.lines for s in statements(line, one, made, numbering, part.endings)]


def told(statement: Statement) -> tuple[str, str, list[tuple[str, str]], str]:
    voices = [(v.words, v.when) for v in statement.voices]
    return statement.label, statement.text, voices, statement.ending_text


def test_claims_that_say_the_same_are_one_line_with_all_numbers() -> None:
    (line,) = lines("lineage", claim("A", "split_from", "B", quote="one"), claim("A", "split_from", "B", quote="two"))
    assert told(line) == ("Split from", "B", [("", "")], "")
    assert line.voices[0].evidence == (1, 2)
    assert len(line.voices[0].claims) == 2


def test_who_says_so_stands_beside_its_date() -> None:
    (line,) = lines(
        "opponents",
        claim("A", "opposed_to", "B", quote="Opponents: B"),
        claim("A", "opposed_to", "B", "2019-08-17", modality="claimed", by="A"),
    )
    assert told(line) == ("Opposed to", "B", [("", ""), ("claimed by A", "17 August 2019")], "")


def test_every_ending_of_an_alliance_is_told() -> None:
    found = lines(
        "alliances",
        claim("A", "part_of", "B", "../2020-05", former=True),
        claim("A", "part_of", "C"),
        claim("A", "part_of", "D", "2016"),
        claim("A", "part_of", "E", former=True),
        claim("A", "part_of", "F", "2017/.."),
        claim("A", "part_of", "F", "2019"),
    )
    assert {s.text: (s.voices[0].when, s.ending_text) for s in found} == {
        "B": ("until May 2020", "end stated"),
        "C": ("", "end unknown"),
        "D": ("", "last attested 2016, end unknown"),
        "E": ("", "no longer (stated, without a date)"),
        "F": ("from 2017", "last attested 2019, end unknown"),
    }


def test_an_end_inferred_from_the_other_side_names_it() -> None:
    (line,) = lines("alliances", claim("A", "allied_with", "B"), claim("B", "dissolved", "2019-06", "2019-06"))
    assert line.ending_text == "end inferred: B dissolved June 2019"
    (own,) = lines("alliances", claim("A", "allied_with", "B"), claim("A", "dissolved", "2019-06", "2019-06"))
    assert own.ending_text == "end inferred: dissolved June 2019"


def test_a_denial_is_a_line_of_its_own() -> None:
    found = lines(
        "alliances",
        denial("A", "part_of", "B", modality="claimed", by="A", quote="A denies it"),
        denial("A", "part_of", "B", quote="B has not acknowledged A"),
        claim("A", "part_of", "C"),
    )
    assert [told(s)[:3] for s in found] == [
        ("Part of", "C", [("", "")]),
        ("Denies being part of", "B", [("said by A", "")]),
        ("Not part of", "B", [("", "")]),
    ]
    assert [s.negative for s in found] == [False, True, True]


def test_dates_that_may_be_one_make_one_founding() -> None:
    (line,) = lines(
        "life", claim("A", "founded", "2018-03-02", "2018-03-02"), claim("A", "founded", "2018-03", "2018-03")
    )
    assert (line.text, line.notes) == ("2 March 2018", ("also given as March 2018",))
    found = lines("life", claim("A", "founded", "1969", "1969"), claim("A", "founded", "1970", "1970"))
    assert [s.text for s in found] == ["1969", "1970"]


def test_a_leaders_role_and_fate_are_told() -> None:
    (line,) = lines(
        "leaders",
        entity("Omar", kind="person"),
        claim("A", "led_by", "Omar", quote="the deputy leader, Omar"),
        claim("Omar", "died", "killed", "2019-03", modality="claimed", by="B"),
        claim("Omar", "died", "killed in action", quote="OmarKIA"),
        claim("Omar", "origin", "Sarmin"),
    )
    assert line.notes == ("deputy leader",)
    assert [told(d)[:3] for d in line.details] == [
        ("from", "Sarmin", [("", "")]),
        ("died", "killed in action", [("", "")]),
        ("died", "killed", [("claimed by B", "March 2019")]),
    ]


def test_numbers_say_what_they_count() -> None:
    found = lines(
        "strength",
        claim("A", "strength", "300-1000", quote="Size: 300-1,000"),
        claim("A", "strength", "1000", modality="reported", quote="reportedly consisting of 1,000 fighters"),
        claim("A", "strength", "several hundred", quote="several hundred men"),
    )
    assert [told(s)[1:3] for s in found] == [
        ("300–1,000", [("", "")]),
        ("1,000 fighters", [("reportedly", "")]),
        ("several hundred", [("", "")]),
    ]


def test_units_stand_on_the_other_side() -> None:
    (line,) = lines("members", claim("B", "part_of", "A", "2017-06-03/.."))
    assert told(line) == ("Includes", "B", [("", "from 3 June 2017")], "end unknown")


def test_former_names_are_lineage() -> None:
    records = [claim("A", "also_known_as", "Old A", former=True), claim("A", "also_known_as", "AA")]
    assert [s.text for s in lines("names", *records)] == ["AA"]
    assert [(s.label, s.text) for s in lines("lineage", *records)] == [("Formerly called", "Old A")]


def test_a_conflict_that_is_called_by_its_date_is_not_dated_again() -> None:
    found = lines(
        "conflicts",
        claim("A", "participated_in", "Daraa offensive (June 2017)", "2017-06"),
        claim("A", "participated_in", "Battle of Raqqa", "2017-06-06/.."),
    )
    assert [(s.text, s.voices[0].when) for s in found] == [
        ("Daraa offensive (June 2017)", ""),
        ("Battle of Raqqa", "from 6 June 2017"),
    ]
    assert [s.ending_text for s in found] == ["", ""]
