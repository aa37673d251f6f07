"""The dossier of the example."""

from __future__ import annotations

from pathlib import Path

import pytest
from example import COALITION, TITLE, example
from told import claim, material, read, store

from stemma.query.dossier import Dossier, dossier, dossier_from
from stemma.query.find import Subject, find


@pytest.fixture
def shown(tmp_path: Path) -> Dossier:
    with store(tmp_path, example()) as kept:
        return dossier(kept, find(kept, TITLE))


def test_the_head_sums_up(shown: Dossier) -> None:
    assert (shown.name, shown.kind, shown.life) == (TITLE, "organization", "2 March 2018 – 29 January 2025")
    assert shown.summary == ("Salafi jihadism", "split from Jund al-Aqsa", "merged into the Ministry of Defense")
    assert shown.documents == (TITLE,)


def test_sections_stand_in_their_order(shown: Dossier) -> None:
    ids = [s.id for s in shown.sections]
    assert ids == ["names", "life", "lineage", "alliances", "opponents", "leaders", "strength", "arms", "ideology"]


def test_every_number_leads_to_its_quote(shown: Dossier) -> None:
    document, _ = example()
    numbers = [e.number for e in shown.evidence]
    assert numbers == list(range(1, len(numbers) + 1))
    for evidence in shown.evidence:
        assert evidence.quote == " … ".join(document.text[s.start : s.end] for s in evidence.spans)
        assert document.text.split("\n")[evidence.line - 1].count(evidence.quote.split("\n")[0]) >= 1
    used = {n for s in shown.sections for line in s.statements for v in line.voices for n in v.evidence}
    used |= {
        n for line in shown.sections for s in line.statements for d in s.details for v in d.voices for n in v.evidence
    }
    used |= {n for e in shown.entries for n in e.evidence}
    used |= {n for s in shown.sections for _, remark in s.remarks for n in remark}
    used |= {n for d in shown.disagreements for side in d.sides for n in side.evidence}
    assert used == set(numbers)


def test_evidence_says_where_it_stands(shown: Dossier) -> None:
    sections = {e.quote: e.section for e in shown.evidence}
    assert sections["300-1,000"] == "infobox, Size"
    assert sections["set the group up in March 2018"] == "Origins"
    assert sections["Ansar al-Tawhid (أنصار التوحيد)"] == ""


def test_lost_opponents_are_counted(shown: Dossier) -> None:
    opponents = next(s for s in shown.sections if s.id == "opponents")
    ((words, numbers),) = opponents.remarks
    assert words == "three more are listed only as pictures that were lost"
    assert [e.quote for e in shown.evidence if e.number in numbers] == ["- Opponents: , , , Hezbollah"]


def test_an_ended_membership(shown: Dossier) -> None:
    alliances = next(s for s in shown.sections if s.id == "alliances")
    coalition = next(s for s in alliances.statements if s.text == COALITION)
    assert (coalition.voices[0].when, coalition.ending_text) == ("until May 2020", "end stated")


def test_a_person_has_a_dossier_too() -> None:
    made = material(
        claim("A", "led_by", "Omar", "2017/2019"),
        claim("Omar", "origin", "Sarmin"),
        claim("Omar", "died", "killed", "2019-03"),
    )
    omar = next(e for e in made.entities.values() if e.name == "Omar")
    found = dossier_from(made, Subject((omar,)))
    assert found.life == "died March 2019"
    assert found.summary == ("from Sarmin",)
    leaders = next(s for s in found.sections if s.id == "leaders")
    assert [(s.label, s.text) for s in leaders.statements] == [("Leader of", "A")]


@pytest.mark.parametrize(
    ("records", "life"),
    [
        ([claim("The group", "founded", "2016", "2016")], "founded 2016"),
        ([claim("The group", "dissolved", "2018-07", "2018-07")], "dissolved July 2018"),
        ([claim("The group", "strength", "10")], ""),
    ],
)
def test_a_life_with_gaps(records: list[dict[str, object]], life: str) -> None:
    made = material(*records)
    assert dossier_from(made, Subject(tuple(made.entities.values()))).life == life


def test_several_documents_make_one_dossier(tmp_path: Path) -> None:
    first = read(claim("The group", "split_from", "B", quote="first words"), title="The group", file_name="one.txt")
    second = read(claim("The group", "split_from", "B", quote="second words"), title="The group", file_name="two.txt")
    with store(tmp_path, first, second) as kept:
        found = dossier(kept, find(kept, "The group"))
    (lineage,) = found.sections
    (line,) = lineage.statements
    assert len(line.voices[0].evidence) == 2
    assert {e.document for e in found.evidence} == {first[0].id, second[0].id}
