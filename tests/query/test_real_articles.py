"""Dossiers of real articles, from what annotators found in them. Skipped where the articles are not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotations import extraction, read

from stemma.documents.read import read_file
from stemma.model.document import Document
from stemma.query.dossier import Dossier, dossier_from
from stemma.query.find import Subject
from stemma.query.material import from_extraction

BENCHMARK = Path(__file__).parents[2].parent / "shared" / "benchmark"
DEV = sorted(BENCHMARK.glob("dev/*.gold.jsonl"))
ARTICLES = BENCHMARK.parent / "data" / "articles"
TRAIN = sorted(BENCHMARK.glob("train/*.gold.jsonl"))
pytestmark = pytest.mark.skipif(not DEV, reason="the annotated articles are not beside this checkout")


def dossier_of(gold: Path, folder: Path) -> tuple[Document, Dossier]:
    """A document and the dossier of whom it is about, by its annotations."""
    stem = gold.name.removesuffix(".gold.jsonl")
    (path,) = [p for p in folder.glob(f"{stem}.*") if p.suffix in (".txt", ".wikitext") and ".infobox" not in p.name]
    document = read_file(path)
    made = extraction(document, read(gold))
    subject = next(e for e in made.entities if e.id == made.subject)
    return document, dossier_from(from_extraction(document, made), Subject((subject,)))


@pytest.fixture(scope="module")
def ansar() -> Dossier:
    return dossier_of(BENCHMARK / "dev" / "ansar-al-tawhid.gold.jsonl", BENCHMARK / "dev")[1]


@pytest.mark.parametrize("gold", [*DEV, *TRAIN], ids=lambda p: p.name.removesuffix(".gold.jsonl"))
def test_every_annotated_claim_about_the_subject_is_shown(gold: Path) -> None:
    document, shown = dossier_of(gold, BENCHMARK / "dev" if gold in DEV else ARTICLES)
    for evidence in shown.evidence:
        assert evidence.quote == " … ".join(dict.fromkeys(document.text[s.start : s.end] for s in evidence.spans)) or (
            all(part in document.text for part in evidence.quote.split(" … "))
        )
    told = {c for s in shown.sections for line in s.statements for v in line.voices for c in v.claims}
    made = extraction(document, read(gold))
    own = {c.id for c in made.claims if made.subject in (c.subject, c.object)}
    assert own - told == set()


def lines(shown: Dossier, section: str) -> dict[str, tuple[str, str, str]]:
    """The statements of a section: their label, when by the first voice, and how they ended, by their text."""
    found = next(s for s in shown.sections if s.id == section)
    return {s.text: (s.label, s.voices[0].when, s.ending_text) for s in found.statements}


def test_the_life_of_the_group(ansar: Dossier) -> None:
    life = lines(ansar, "life")
    assert ansar.life == "2 March 2018 – 29 January 2025"
    assert life["2 March 2018"][0] == "Founded"
    assert life["Abu Diyab Sarmini"] == ("Founded by", "March 2018", "")
    assert life["Ministry of Defense"] == ("Merged into", "29 January 2025", "")


def test_its_alliances_and_how_they_ended(ansar: Dossier) -> None:
    found = lines(ansar, "alliances")
    assert found["Rouse the Believers Operations Room"] == ("Part of", "until May 2020", "end stated")
    assert found["Hurras al-Din"] == ("Allied with", "until 3 May 2020", "end stated")
    assert found["Jaysh al-Izza"] == ("Allied with", "", "end inferred: dissolved 29 January 2025")
    denials = [
        (s.label, s.text, s.voices[0].words)
        for section in ansar.sections
        for s in section.statements
        if s.negative and s.text == "al-Qaeda"
    ]
    assert ("Denies being part of", "al-Qaeda", "said by Ansar al-Tawhid") in denials


def test_its_opponents_and_its_strength(ansar: Dossier) -> None:
    opponents = next(s for s in ansar.sections if s.id == "opponents")
    assert [words for words, _ in opponents.remarks] == ["three more are listed only as pictures that were lost"]
    strength = next(s for s in ansar.sections if s.id == "strength")
    assert [(s.text, s.voices[0].words) for s in strength.statements] == [
        ("300–1,000", ""),
        ("1,000 fighters", "reportedly"),
    ]


def test_its_timeline(ansar: Dossier) -> None:
    told = [(e.when, e.text, e.counts) for e in ansar.entries]
    for when, words, counts in (
        ("26 April 2018", "Jaysh al-Izza and Hurras al-Din", ""),
        ("May 2018", "Hayat Tahrir al-Sham raided Ansar al-Tawhid and made arrests in Sarmin", ""),
        ("5 December 2018", "Tell Touqan", ""),
        ("3 February 2019", "near Fuah", "2"),
        ("March 2019", "northern Hama", "killed: 40 claimed by Ansar al-Tawhid, 16 confirmed"),
        ("April 2019", "By its own account", ""),
        ("2 August 2019", "the Turkistan Islamic Party in Syria", ""),
        ("17 August 2019", "Sukayk", ""),
        ("31 August 2019", "CJTF-OIR struck Ansar al-Tawhid and Hurras al-Din with missiles in Idlib", "40"),
        ("31 August 2019", "CJTF-OIR struck", "30"),
        ("17 March 2020", "According to Sputnik news", ""),
        ("3 May 2020", "ended their alliance", ""),
        ("December 2024", "took part in fighting", ""),
        ("23 December 2024", "Allegedly, Ansar al-Tawhid burned property in Suqaylabiyah", ""),
        ("after 23 December 2024", "Protests were held across Syria", ""),
        ("after 23 December 2024", "Hayat Tahrir al-Sham detained members of Ansar al-Tawhid", ""),
    ):
        assert [t for t in told if t[0] == when and words in t[1] and counts in t[2]], (when, words)
    days = [e.when for e in ansar.entries if e.when]
    assert days.index("3 February 2019") < days.index("March 2019") < days.index("2 August 2019")


def test_its_ledger(ansar: Dossier) -> None:
    found = {(d.kind, *(f"{s.says} | {s.voice} | {s.source}" for s in d.sides)) for d in ansar.disagreements}
    room, killed = "part of Rouse the Believers Operations Room", "members of Ansar al-Tawhid and Hurras al-Din"
    ally = "allied with Hurras al-Din"
    assert found == {
        (
            "casualties",
            "40 killed (Syrian army) | claimed by Ansar al-Tawhid | prose",
            "16 killed (Syrian army) | confirmed | prose",
        ),
        ("casualties", f"40 killed ({killed}) |  | prose", "30 killed (dead including civilians) |  | prose"),
        ("ending", f"{room}, without an end |  | infobox", f"{room} until May 2020 |  | prose"),
        ("ending", f"{ally}, without an end |  | infobox and prose", f"{ally} until 3 May 2020 |  | prose"),
        ("fate", "killed in action |  | infobox", "killed, March 2019 | claimed by the Syrian army | prose"),
        ("role", "listed among the leaders under 'Leader' |  | infobox", "deputy leader |  | prose"),
    }
