"""The data of infobox keys: the labels seen in the wild, and the file itself."""

from __future__ import annotations

import pytest

from stemma.documents.infobox_keys import UNKNOWN, key_of


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        (
            "leader",
            "Leader, Leaders, Leader(s), leaders, Leadership, Commander(s), commander1, Secretary-General, Emir",
        ),
        ("active", "Active, Dates of operation, Dates active, Years active, active"),
        ("founded", "Founded, Formation, Date formed, Established"),
        ("dissolved", "Dissolved, Disbanded, Date dissolved"),
        ("opponents", "Opponents, Opponent(s), opponent, Enemies, Enemy"),
        ("strength", "Size, Strength, Number, strength, Number of members"),
        ("allies", "Allies, Ally, allies"),
        ("supporters", "Supported by, State sponsors"),
        ("part_of", "Partof, Part of, partof, Allegiance, National affiliation"),
        ("split_from", "Split From, Split from, Splinter from, split"),
        ("split_to", "Split into, Splinter groups"),
        ("merged_into", "Merged into, Merged Into"),
        ("clans", "Clans, clans, Subgroups"),
        ("battles", "Battles, Battles and wars, Battles/wars, Engagements"),
        ("war", "War, Wars, Conflicts"),
        (
            "area",
            "Area, Active regions, Active region(s), Area of operations, Area(s) of operations, Areas of operation",
        ),
        ("headquarters", "Headquarters, HQ, headquarters"),
        ("ideology", "Ideology, Ideologies"),
        ("goals", "Motives, Goals, Objectives"),
        ("status", "Status"),
        ("native_name", "Native name, native_name"),
        ("also_known_as", "Also known as, Abbreviation, Nickname, Nickname(s)"),
        ("predecessor", "Previous, Predecessor, Preceded by, Originated as"),
        ("successor", "Next, Successor, Succeeded by"),
        ("founder", "Founder(s), Founded by, Founders"),
        ("spokesperson", "Spokesperson, Spokesman"),
        ("website", "Website, url, URL"),
        ("colours", "Colours, Colors"),
        ("religion", "Religion"),
        ("designated_by", "Designated as terror group by, Designated as a terrorist group by"),
        ("armed_wing", "Armed wing, Military wing"),
        ("political_wing", "Political wing, Political wing(s)"),
        ("international_affiliation", "International affiliation"),
        ("mother_party", "Mother party"),
        ("", "Image, caption, native_name_lang, leader1_title"),
    ],
)
def test_labels_and_their_key(key: str, labels: str) -> None:
    assert {label: key_of(label).name for label in labels.split(", ")} == dict.fromkeys(labels.split(", "), key)


def test_a_label_that_is_not_known_has_no_key() -> None:
    assert key_of("Cabinet of Lebanon") is UNKNOWN
    assert UNKNOWN.name == ""


def test_pictures_are_known_to_hold_nothing() -> None:
    assert key_of("image").values == "none"
