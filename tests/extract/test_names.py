"""Names of a document: whose they are, and where they stand."""

from __future__ import annotations

from functools import cache

import pytest
from prose import prose

from stemma.extract.rules.names import split_title
from stemma.extract.rules.parse import default_pipeline
from stemma.extract.rules.reading import Reading, read
from stemma.model.document import InfoboxField, InfoboxItem


@cache
def reading(text: str, title: str = "Example", infobox: tuple[InfoboxField, ...] = ()) -> Reading:
    """What is known of the names of ``text`` before it is parsed."""
    return read(default_pipeline(), prose(text, title, infobox))


def mentions(found: Reading, passage: int = 0) -> list[tuple[str, str]]:
    """The words of each mention of a passage, and who is meant."""
    text = found.texts[passage].text
    return [(text[m.start : m.end], m.referent.name) for m in found.named.mentions[passage]]


def field(text: str, key: str, *values: str) -> InfoboxField:
    """A field of an infobox whose ``values`` stand in ``text`` in this order."""
    items, at = [], 0
    for value in values:
        at = text.index(value, at)
        items.append(InfoboxItem(value, at, at + len(value)))
        at += len(value)
    return InfoboxField(key, key, items[0].start, items[-1].end, tuple(items))


def test_short_forms_and_abbreviations_mean_the_full_name() -> None:
    found = reading("The Dawn Division (DD) was led by Samir Khoury. Later Khoury left the DD.")
    assert mentions(found) == [
        ("Dawn Division", "Dawn Division"),
        ("DD", "Dawn Division"),
        ("Samir Khoury", "Samir Khoury"),
        ("Khoury", "Samir Khoury"),
        ("DD", "Dawn Division"),
    ]


def test_the_title_is_the_subject_without_its_remark() -> None:
    found = reading("It fought.", "Dawn Division (militant group)")
    assert found.named.subject is not None
    assert found.named.subject.name == "Dawn Division"
    assert reading("It fought.", "").named.subject is None


def test_the_lead_may_spell_the_subject_in_full() -> None:
    found = reading("The Provisional Dawn Division of Basra fought. The PDDB left.", "Dawn Division")
    assert found.named.subject is found.named.cast.get("Provisional Dawn Division of Basra")
    assert found.named.subject is not found.named.cast.get("PDDB")


def test_a_name_of_the_infobox_is_found_whole_and_with_its_kind() -> None:
    text = "Sharpshooters and Sons\nIt was led by Abu and Sons of Sarmin in 2015. Two of Sons of Sarmin fled."
    box = (field(text, "allies", "Sharpshooters and Sons"),)
    found = reading(text + " Sharpshooters and Sons stayed.", "Example", box)
    assert ("Sharpshooters and Sons", "Sharpshooters and Sons") in mentions(found)
    referent = found.named.cast.get("Sharpshooters and Sons")
    assert referent is not None
    assert referent.kind == "organization"


def test_a_longer_run_of_capitals_is_not_the_known_name_in_it() -> None:
    text = "Hurras al-Din\nThe Hurras al-Din Front left. Then Hurras al-Din left."
    found = reading(text, "Example", (field(text, "allies", "Hurras al-Din"),))
    assert mentions(found) == [("Hurras al-Din Front", "Hurras al-Din Front"), ("Hurras al-Din", "Hurras al-Din")]


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("opponents", "Sarmin", "organization"),
        ("leader", "Sarmin", "person"),
        ("area", "Sarmin", "place"),
        ("battles", "Sarmin", "conflict"),
    ],
)
def test_a_field_tells_the_kind_of_its_values(key: str, value: str, kind: str) -> None:
    found = reading(value, "Example", (field(value, key, value),))
    referent = found.named.cast.get(value)
    assert referent is not None
    assert referent.kind == kind


def test_lost_and_endless_values_are_nobody() -> None:
    long = "Very " * 30 + "Long Name"
    items = (InfoboxItem("", 0, 1, lost=True), InfoboxItem(long, 0, len(long)))
    box = InfoboxField("Allies", "allies", 0, len(long), items)
    assert [r.name for r in reading(long, "Example", (box,)).named.cast.referents()] == ["Example"]


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    found = reading("Fighting went on. Ceasefires failed. Then fighting went on and ceasefires failed.")
    assert mentions(found) == []


def test_a_word_that_begins_a_sentence_is_a_name_if_it_is_one_elsewhere() -> None:
    found = reading("Zarour left the town. The men of Zarour stayed.")
    assert [words for words, _ in mentions(found)] == ["Zarour", "Zarour"]


def test_items_of_a_list_are_names_although_in_lower_case_words() -> None:
    found = reading("* Swords of the righteous Brigade\nThe Swords of the righteous Brigade left.")
    assert mentions(found, 1) == [("Swords of the righteous Brigade", "Swords of the righteous Brigade")]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Lt. Col. Fares Bayoush", "Fares Bayoush", "Lt. Col."),
        ("Captain Samir", "Samir", "Captain"),
        ("General", "General", ""),
        ("Samir Khoury", "Samir Khoury", ""),
        ("", "", ""),
    ],
)
def test_titles_are_split_from_names(text: str, name: str, title: str) -> None:
    assert split_title(text) == (name, title)


def test_mentions_keep_rank_and_description() -> None:
    found = reading("In 2015 Captain Samir Khoury fought pro-government forces.")
    captain, forces = found.named.mentions[0]
    assert (captain.title, captain.referent.kind) == ("Captain", "person")
    assert (forces.described, forces.referent.kind) == (True, "organization")


def test_a_section_about_another_group_has_it_as_its_topic() -> None:
    text = "It fought in Basra.\n= Dawn Division\nIt fought in Mosul.\n== Aims\nIt wants peace.\n= History\nIt fought."
    found = reading(text)
    names = [t.name if t else None for t, p in zip(found.topics, found.texts, strict=True) if p.block.kind != "heading"]
    assert names == ["Example", "Dawn Division", "Dawn Division", "Example"]
