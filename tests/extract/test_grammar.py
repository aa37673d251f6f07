"""Grammatical places: who does what to whom, however the sentence is turned."""

from __future__ import annotations

import pytest
from prose import parsed, word, words

from stemma.extract.rules.grammar import conjuncts, is_passive, subject
from stemma.extract.rules.places import PLACES, fill

CASES = [
    ("Fatah attacked Hamas.", "attacked", "subj", ["Fatah"]),
    ("Hamas was attacked by Fatah.", "attacked", "subj", ["Fatah"]),
    ("Founded by Fatah, Hamas grew.", "Founded", "subj", ["Fatah"]),
    ("Fatah, which attacked Hamas, left.", "attacked", "subj", ["Fatah"]),
    ("Fatah and Hamas attacked Israel and Egypt.", "attacked", "subj", ["Fatah", "Hamas"]),
    ("Fatah attacked Hamas and left Gaza.", "left", "subj", ["Fatah"]),
    ("Fatah wanted to attack Hamas.", "attack", "subj", ["Fatah"]),
    ("Fatah persuaded Hamas to attack Israel.", "attack", "subj", ["Hamas"]),
    ("After leaving Hamas, Fatah attacked Israel.", "leaving", "subj", ["Fatah"]),
    ("It rained.", "rained", "prep:from", []),
    ("Fatah attacked Hamas.", "attacked", "obj", ["Hamas"]),
    ("Hamas was attacked by Fatah.", "attacked", "obj", ["Hamas"]),
    ("Founded by Fatah, Hamas grew.", "Founded", "obj", ["Hamas"]),
    ("Fatah, which Hamas attacked, left.", "attacked", "obj", ["Fatah"]),
    ("Fatah and Hamas attacked Israel and Egypt.", "attacked", "obj", ["Israel", "Egypt"]),
    ("Fatah attacked and burned Sarmin.", "attacked", "obj", ["Sarmin"]),
    ("Hamas was attacked by Fatah.", "attacked", "gsubj", ["Hamas"]),
    ("Fatah is active in Gaza.", "active", "gsubj", ["Fatah"]),
    ("Fatah is a group.", "is", "attr", ["group"]),
    ("Fatah is a party.", "party", "holder", ["Fatah"]),
    ("Fatah, a party of students, left.", "party", "holder", ["Fatah"]),
    ("It described Fatah as a party.", "party", "holder", ["Fatah"]),
    ("Fatah was allied with Hamas and part of the Axis Coalition.", "part", "holder", ["Fatah"]),
    ("Hamas split from Fatah.", "split", "prep:from", ["Fatah"]),
    ("Hamas announced its split from Fatah.", "announced", "prep:from", ["Fatah"]),
    ("Fatah is active in Gaza.", "active", "prep:in|near", ["Gaza"]),
    ("Hamas's leader left.", "leader", "poss", ["Hamas"]),
    ("Hamas fighters left.", "fighters", "mod", ["Hamas"]),
    ("Its leader, Joseph Kony, left.", "leader", "appos", ["Joseph Kony"]),
    ("It met a group led by Joseph Kony.", "led", "head", ["group"]),
    ("Its goal is independence.", "goal", "said", ["independence"]),
    ("It has the goal of freeing Aceh.", "goal", "said", ["freeing"]),
    ("It joined the Fatah-led coalition.", "led", "prefix", ["Fatah"]),
    ("It joined the Fatah-led coalition.", "led", "whole", ["coalition"]),
    ("Fatah launched an attack.", "attack", "doer", ["Fatah"]),
    ("The attack by Fatah failed.", "attack", "doer", ["Fatah"]),
    ("Fatah's attack failed.", "attack", "doer", ["Fatah"]),
    ("An attack was carried out by Fatah.", "attack", "doer", ["Fatah"]),
    ("Fatah claimed responsibility for the bombing.", "bombing", "doer", ["Fatah"]),
    ("The detention of the fighters by Hamas failed.", "detention", "doer", ["Hamas"]),
    ("Fatah feared an attack.", "attack", "doer", []),
    ("Fatah launched an attack in Gaza, targeting Hamas.", "attack", "aimed", ["Hamas"]),
    ("Fatah claimed to have killed Hamas men.", "claimed", "comp", ["killed"]),
    ("Fatah left.", "left", "self", ["left"]),
    (
        "Fatah is a Christian, nationalist, and socialist group.",
        "group",
        "mod",
        ["Christian", "nationalist", "socialist"],
    ),
    ("The Fatah leader Joseph Kony left.", "leader", "mod", ["Fatah"]),
    ("Its leader Joseph Kony left.", "leader", "poss", ["Its"]),
    ("It joined Fatah, whose leader Joseph Kony left.", "leader", "poss", ["Fatah"]),
    ("Fatah's Jordan Front left.", "Jordan Front", "owner", ["Fatah"]),
    ("Its Jordan Front left.", "Jordan Front", "owner", []),
    ("Fatah was formed to free Gaza and unite it.", "formed", "purpose", ["free", "unite"]),
    ("Fatah fought in an attempt to free Gaza.", "fought", "purpose", ["free"]),
    ("Fatah was formed in Gaza.", "formed", "purpose", []),
    ("Fatah merged with Hamas to form the Jordan Front.", "merged", "formed", ["Jordan Front"]),
    ("Fatah merged with Hamas.", "merged", "formed", []),
    ("Joseph Kony left Fatah and founded the Jordan Front.", "founded", "left", ["Fatah"]),
    ("Joseph Kony broke away from Fatah to form the Jordan Front.", "form", "left", ["Fatah"]),
    ("Joseph Kony attacked Fatah and founded the Jordan Front.", "founded", "left", []),
    ("Members of Fatah, including Joseph Kony, left.", "Members", "listed", ["Joseph Kony"]),
    ("Fatah fought Hamas in the Jarama War.", "Jarama War", "taking_part", ["Fatah", "Hamas"]),
    ("It feared the Jarama War.", "Jarama War", "taking_part", []),
    ("Fatah was put on the list of Hamas.", "put", "prep:on>prep:of", ["Hamas"]),
    ("Hamas is a splinter group of Fatah.", "splinter", "prep:of", ["Fatah"]),
    ("Hamas is one of the largest groups.", "groups", "holder", ["Hamas"]),
    ("The Hamas Party was funded, trained and armed by Fatah.", "funded", "subj", ["Fatah"]),
    ("Hamas was helped by money from Fatah.", "helped", "prep:from", ["Fatah"]),
    ("On 5 May 2012, Joseph Kony, its leader, was killed.", "killed", "obj", ["Joseph Kony"]),
    ("Fatah, along with Hamas, joined the Jordan Front.", "joined", "subj", ["Fatah", "Hamas"]),
]


@pytest.mark.parametrize(("text", "trigger", "place", "expected"), CASES)
def test_a_place_is_filled(text: str, trigger: str, place: str, expected: list[str]) -> None:
    reading = parsed(text)
    assert words(reading, fill(word(reading, trigger), place)) == expected


def test_every_place_is_tried_here() -> None:
    assert {place for _, _, place, _ in CASES if not place.startswith("prep:")} == PLACES


@pytest.mark.parametrize("place", sorted(PLACES))
def test_a_place_may_stand_empty(place: str) -> None:
    reading = parsed("Yes.")
    assert place == "self" or fill(reading.parsed.doc[0], place) == []


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Hamas was founded by Fatah.", "founded", True),
        ("Hamas founded it.", "founded", False),
        ("It met a group founded by Fatah.", "founded", True),
        ("Hamas has attacked Fatah.", "attacked", False),
        ("It is being attacked.", "attacked", True),
    ],
)
def test_the_passive(text: str, verb: str, passive: bool) -> None:
    assert is_passive(word(parsed(text), verb)) == passive


def test_conjuncts_are_joined_nouns_in_order() -> None:
    reading = parsed("It met Fatah, Hamas and Hezbollah.")
    assert words(reading, conjuncts(word(reading, "Fatah"))) == ["Fatah", "Hamas", "Hezbollah"]


def test_a_verb_without_a_subject() -> None:
    reading = parsed("Attack now!")
    assert subject(reading.parsed.doc[0]) == []
