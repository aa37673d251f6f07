"""What kind of thing a name names: what its words, its surroundings and the recogniser say."""

from __future__ import annotations

import pytest
from prose import told

from stemma.extract.rules.kinds import from_context, from_label, from_words
from stemma.model.entity import KINDS, Kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Army of Islam", "organization"),
        ("Sultan Murad Division", "organization"),
        ("Front for the Liberation of Palestine", "organization"),
        ("People’s Protection Units", "organization"),
        ("ETA", "organization"),
        ("Battle of Tabqa", "conflict"),
        ("Syrian Civil War", "conflict"),
        ("Northwestern Syria offensive (April–August 2019)", "conflict"),
        ("Siege of al-Fu'ah and Kafriya", "conflict"),
        ("Syria", "place"),
        ("Baghdad", "place"),
        ("Latakia Governorate", "place"),
        ("Mount Hermon", "place"),
        ("Abu Mohammad al-Julani", "person"),
    ],
)
def test_the_words_of_a_name_tell_its_kind(name: str, kind: Kind) -> None:
    assert from_words(name).most_common(1)[0][0] == kind


@pytest.mark.parametrize("name", ["Sarmin", "Lamine Diack", "x", "(", "2016", "of"])
def test_the_words_of_some_names_tell_nothing(name: str) -> None:
    assert not from_words(name)


@pytest.mark.parametrize(
    ("before", "name", "after", "kind"),
    [
        ("two members of ", "Sarmin", " fled", "organization"),
        ("rebel groups such as ", "Sarmin", " fled", "organization"),
        ("the ", "Sarmin", "-led coalition", "organization"),
        ("then ", "Sarmin", " claimed responsibility", "organization"),
        ("its leader ", "Sarmin", " fled", "person"),
        ("then ", "Sarmin", " was born there", "person"),
        ("then ", "Sarmin", ", the leader of the group", "person"),
        ("the town of ", "Sarmin", " fell", "place"),
        ("the group is based in ", "Sarmin", "", "place"),
        ("held by ", "Sarmin", " province", "place"),
        ("veterans of the ", "Sarmin", "", "conflict"),
    ],
)
def test_the_surroundings_tell_a_kind(before: str, name: str, after: str, kind: Kind) -> None:
    text = before + name + after
    assert from_context(text, len(before), len(before) + len(name)).most_common(1)[0][0] == kind


def test_the_surroundings_end_where_the_text_does() -> None:
    assert not from_context("Sarmin", 0, 6)


def test_surroundings_far_away_say_nothing() -> None:
    text = f"the town of {'very ' * 30}Sarmin"
    assert not from_context(text, len(text) - 6, len(text))


@pytest.mark.parametrize(
    ("label", "kind"), [("PERSON", "person"), ("ORG", "organization"), ("GPE", "place"), ("EVENT", "conflict")]
)
def test_the_recogniser_tells_a_kind(label: str, kind: Kind) -> None:
    assert set(from_label(label, "Sarmin")) == {kind}
    assert kind in KINDS


def test_the_recogniser_is_heard_less_on_names_with_an_arabic_article() -> None:
    assert from_label("PERSON", "Jund al-Aqsa")["person"] < from_label("PERSON", "Joseph Kony")["person"]


def test_labels_that_are_no_kind_are_not_heard() -> None:
    assert not from_label("CARDINAL", "Sarmin")


def test_a_document_agrees_on_one_kind_for_a_name() -> None:
    said = told(
        "The town of Nayrab fell in 2015. Fighters left Nayrab in 2016. In 2017 the Badr Brigade attacked Nayrab.",
    )
    assert [e.kind for e in said.extraction.entities if e.name == "Nayrab"] == ["place"]


def test_who_is_called_a_group_is_one() -> None:
    said = told("Hurras al-Din was another group that split off from Hayat Tahrir al-Sham.")
    assert said.entity("Hurras al-Din").kind == "organization"


def test_who_founds_a_group_is_no_place() -> None:
    said = told("In 1971 Huey Newton founded the Oakland Defence League.")
    assert said.entity("Huey Newton").kind == "person"
