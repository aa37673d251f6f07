"""The engine from end to end: the bundled example, odd documents, and what always holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import Told, extractor, prose, told
from sound import check

from stemma.documents.read import read_bytes, read_file
from stemma.extract import EXTRACTORS
from stemma.extract.base import Extractor
from stemma.extract.rules.engine import RulesExtractor
from stemma.model.names import fold, name_key

EXAMPLE = Path(__file__).parents[2] / "examples" / "ansar-al-tawhid.txt"
ME = "Ansar al-Tawhid"


@pytest.fixture(scope="module")
def example() -> Told:
    document = read_file(EXAMPLE)
    return Told(document, extractor().extract(document))


@pytest.mark.parametrize(
    "line",
    [
        f"{ME} | also_known_as | أنصار التوحيد",
        f"{ME} | founded | 2018-03-02",
        f"{ME} | founded | 2018-03",
        f"{ME} | dissolved | 2025-01-29",
        f"{ME} | founded_by | Abu Diyab al-Sarmini",
        f"{ME} | led_by | Abu Diyab al-Sarmini",
        f"{ME} | led_by | Khamza al-Shishani",
        f"{ME} | led_by | Abu Hakim al-Jazrawi",
        "Khamza al-Shishani | died | killed in action",
        f"{ME} | split_from | Jund al-Aqsa",
        f"{ME} | merged_into | Ministry of Defense",
        f"{ME} | drew_members_from | Jund al-Aqsa",
        f"{ME} | part_of | Alliance to Support Islam",
        f"{ME} | allied_with | Jaysh al-Izza",
        f"{ME} | allied_with | al-Qaeda",
        f"{ME} | opposed_to | Hezbollah",
        f"{ME} | strength | 300-1000",
        f"{ME} | strength | 1000",
        f"{ME} | based_in | Sarmin",
        f"{ME} | based_in | Nayrab",
        f"{ME} | active_in | Syria",
        f"{ME} | active_in | Latakia Governorate",
        f"{ME} | ideology | Salafi jihadism",
        f"{ME} | ideology | Islamist",
        f"{ME} | armed_with | mortars",
        "Alliance to Support Islam | stated_goal | establish Sharia law",
        f"{ME} | participated_in | Syrian Civil War",
        f"{ME} | linked_to | al-Qaeda",
        "Ghuraba Division | part_of | Ansar al-Tawhid",
        "Jund al-Aqsa | pledged_allegiance_to | Jabhat Fateh al-Sham",
        "Hayat Tahrir al-Sham | also_known_as | HTS",
        "Hurras al-Din | split_from | Hayat Tahrir al-Sham",
        "Hurras al-Din | led_by | Sami al-Oraydi",
        "Abu Diyab al-Sarmini | origin | Sarmin",
    ],
)
def test_the_example_says(example: Told, line: str) -> None:
    assert example.finds(line), line


def test_the_example_tells_when_ties_ended(example: Told) -> None:
    room = [c for c in example.claims("part_of", ME, "Rouse the Believers Operations Room") if c.date]
    assert [(c.date, c.former) for c in room] == [("../2020-05", True)]
    alliance = [c for c in example.claims("allied_with", ME, "Hurras al-Din") if c.date]
    assert [(c.date, c.former) for c in alliance] == [("../2020-05-03", True)]


def test_the_example_tells_who_says_what(example: Told) -> None:
    (denial,) = [c for c in example.claims("part_of", ME, "al-Qaeda") if c.negative]
    assert (denial.modality, denial.speaker) == ("claimed", ME)
    (death,) = [c for c in example.claims("died", "Khamza al-Shishani") if c.speaker]
    assert (death.speaker, death.modality) == ("Syrian army", "claimed")
    assert [c.casefold().removeprefix("a ") for c in death.chain] == ["pro-government source"]
    assert example.claim("linked_to", ME, "al-Qaeda").modality == "alleged"
    assert {c.modality for c in example.claims("strength", ME, "1000")} == {"reported"}


@pytest.mark.parametrize(
    ("date", "type", "actors", "targets"),
    [
        ("2018-04-26", "clash", {ME, "Jaysh al-Izza", "Hurras al-Din"}, {"Syrian military"}),
        ("2018-05", "arrest", {"Hayat Tahrir al-Sham"}, {ME}),
        ("2018-12-05", "clash", {"Hayat Tahrir al-Sham", ME}, {"Syrian government"}),
        ("2019-02-03", "clash", set(), {ME}),
        ("2019-03", "clash", {ME}, {"Syrian army"}),
        ("2019-04", "clash", {ME}, set()),
        ("2019-08-02", "strike", {ME, "Turkistan Islamic Party"}, set()),
        ("2019-08-17", "territory_change", {ME}, set()),
        ("2019-08-31", "strike", {"CJTF-OIR"}, {ME, "Hurras al-Din"}),
        ("2020-03-17", "statement", {ME}, set()),
        ("2020-05-03", "statement", {ME}, set()),
        ("2020-05-03", "group_change", {ME}, {"Hurras al-Din"}),
        ("2024-12-23", "property_destruction", {ME}, set()),
        ("2025-01-29", "group_change", {ME}, set()),
    ],
)
def test_the_example_tells_of(example: Told, date: str, type: str, actors: set[str], targets: set[str]) -> None:
    found = [e for e in example.events(type) if e.date == date]
    assert any(actors <= set(e.actors) and targets <= set(e.targets) for e in found), found


def test_the_example_counts_the_dead_with_who_says_so(example: Told) -> None:
    def counts(date: str) -> set[tuple[str | None, str, str | None]]:
        return {(c.killed, c.status, c.by) for e in example.events() if e.date == date for c in e.casualties}

    assert {("40", "claimed", ME), ("16", "confirmed", None)} <= counts("2019-03")
    assert {number for number, _, _ in counts("2019-08-31")} >= {"40", "30"}
    assert ("2", "reported", None) in counts("2019-02-03")


def test_the_example_tells_what_came_of_what(example: Told) -> None:
    burned = example.event("property_destruction")
    assert (burned.modality, burned.place) == ("alleged", "Suqaylabiyah")
    assert example.event("protest").follows == "property_destruction"


def test_lost_slots_of_the_example_are_no_opponents(example: Told) -> None:
    stated = [c for c in example.claims("opposed_to", ME) if c.words in ("Hezbollah", "CJTF-OIR")]
    assert len(stated) == 2
    assert all(e.name.strip(" ,") for e in example.extraction.entities)


STANDS_FOR = {"it", "its", "they", "their", "he", "his", "group"}


def test_every_claim_holds_the_words_that_say_it(example: Told) -> None:
    def named(entity: str | None, words: str) -> bool:
        names = [n.text for e in example.extraction.entities if e.id == entity for n in e.names]
        return any(name_key(name) in name_key(words) for name in names) or bool(STANDS_FOR & set(fold(words).split()))

    assert len(example.extraction.claims) > 50
    for claim in example.extraction.claims:
        words = claim.spans[0].quote(example.document.text)
        if claim.found_by.startswith(("infobox", "list")):
            literal = fold(claim.literal or "") in fold(words.replace(",", "")) if claim.literal else False
            assert claim.literal is not None or named(claim.object, words) or named(claim.subject, words), claim
            assert claim.literal is None or literal or claim.predicate in ("founded", "dissolved", "died"), claim
        elif claim.object is not None:
            assert named(claim.object, words), claim


def test_the_example_holds_together(example: Told) -> None:
    check(example.document, example.extraction)


def test_read_twice_it_is_the_same(example: Told) -> None:
    again = RulesExtractor(network=None).extract(read_file(EXAMPLE))
    assert again == example.extraction
    assert [c.id for c in again.claims] == [c.id for c in example.extraction.claims]


def test_many_documents_are_read_in_their_order() -> None:
    documents = [prose("The Dawn Division is part of Fatah."), prose("Nothing."), prose("Fatah split from Hamas.")]
    found = list(extractor().extract_all(documents))
    assert [e.document for e in found] == [d.id for d in documents]
    assert [len(e.claims) for e in found] == [1, 0, 1]


def test_the_engine_is_in_the_table_of_extractors() -> None:
    engine: Extractor = EXTRACTORS.load("rules")()
    assert engine.name == "rules"
    assert engine.version
    assert isinstance(engine, RulesExtractor)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "Fatah", ".", "…", "1", "(", "= Heading", "* Fatah", "أنصار التوحيد", "The", "It", "He was."],
)
def test_documents_of_next_to_nothing(text: str) -> None:
    document = prose(text)
    found = Told(document, extractor().extract(document))
    assert found.lines() == []
    check(document, found.extraction)


def test_a_document_that_is_an_infobox_only() -> None:
    text = "Dawn Division\n- Leader: Samir KhouryKIA, Omar Haddad\n- Allies: , Fatah\n- Active: 2012–2015\n"
    document = read_bytes(f"= Dawn Division =\n\n{text}".encode(), "dawn.txt")
    found = Told(document, extractor().extract(document))
    assert {"Dawn Division | led_by | Omar Haddad", "Samir Khoury | died | killed in action"} <= set(found.lines())
    assert {"Dawn Division | founded | 2012", "Dawn Division | dissolved | 2015"} <= set(found.lines())
    assert found.events() == []
    check(document, found.extraction)


@pytest.mark.parametrize(
    "text",
    [
        "El Ejército de Liberación Nacional atacó a las FARC en Arauca el 5 de mayo de 2018 y mató a 40 soldados.",
        "5 мая 2018 года отряд «Рассвет» напал на иракскую армию в Басре; погибло 40 солдат.",
        "في 5 أيار 2018 هاجمت فرقة الفجر الجيش العراقي في البصرة وقتلت 40 جنديا.",
        "2018年5月5日，黎明师在巴士拉袭击了伊拉克军队，打死四十名士兵。",
    ],
    ids=["Spanish", "Russian", "Arabic", "Chinese"],
)
def test_another_language_is_no_trouble(text: str) -> None:
    document = prose(text)
    check(document, extractor().extract(document))


def test_the_title_alone_is_what_the_document_is_about() -> None:
    said = told("It split from Fatah in 2015.", "Dawn Division (militant group)")
    assert said.lines()[0] == "Dawn Division | split_from | Fatah"
    assert said.extraction.subject == said.entity("Dawn Division").id


def test_without_a_title_pronouns_mean_nobody() -> None:
    assert told("It split from Fatah in 2015.", "").claims() == []


def test_dates_without_a_year_are_of_the_year_of_publication() -> None:
    document = prose("On 5 May the Dawn Division joined Fatah.", published="2018-05-09")
    found = Told(document, extractor().extract(document))
    assert found.claim("part_of").date == "2018-05-05/.."
