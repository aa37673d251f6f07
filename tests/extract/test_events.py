"""Events: what kind of happening, where, who with whom, and what is told without having happened."""

from __future__ import annotations

import pytest
from prose import told

DAY = "On 5 May 2018"


@pytest.mark.parametrize(
    ("text", "type"),
    [
        (f"{DAY} the Dawn Division attacked the Iraqi army in Basra.", "clash"),
        (f"{DAY} the Dawn Division attacked the Iraqi army in Basra with rockets.", "strike"),
        (f"{DAY} the Dawn Division carried out a suicide attack on the Iraqi army in Basra.", "bombing"),
        (f"{DAY} the Dawn Division attacked villagers in Basra.", "attack_on_civilians"),
        (f"{DAY} the Dawn Division killed a journalist in Basra.", "attack_on_civilians"),
        (f"{DAY} the Dawn Division assassinated an Iraqi army commander in Basra.", "clash"),
        (f"{DAY} American warplanes bombed the Dawn Division in Sarmin.", "strike"),
    ],
)
def test_means_and_victims_make_the_type(text: str, type: str) -> None:
    assert [e.type for e in told(text).events()] == [type]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{DAY} the Dawn Division attacked the Iraqi army in Basra.", "Basra"),
        (f"{DAY} the Dawn Division attacked the Iraqi army in the town of Sarmin.", "Sarmin"),
        (f"{DAY} the Dawn Division, which is based in Mosul, attacked the Iraqi army in Basra.", "Basra"),
        (f"{DAY} the Dawn Division attacked the Iraqi army in northern Hama.", "northern Hama"),
        (f"{DAY} the Dawn Division attacked the Iraqi army.", None),
    ],
)
def test_where_it_happened(text: str, place: str | None) -> None:
    assert told(text).event("clash").place == place


def test_a_place_of_the_main_clause_is_not_that_of_a_clause_beside_it() -> None:
    said = told("The Dawn Division, which had joined Fatah in 2012, attacked Hamas in Basra in 2015.")
    assert said.event("group_change").place is None
    assert said.event("clash").place == "Basra"


@pytest.mark.parametrize(
    "text",
    [
        f"{DAY} the Dawn Division and Fatah attacked the Iraqi army in Basra.",
        f"{DAY} the Dawn Division carried out a joint attack with Fatah on the Iraqi army in Basra.",
        f"{DAY} the Dawn Division, alongside Fatah, attacked the Iraqi army in Basra.",
        f"{DAY} the Dawn Division coordinated with Fatah to attack the Iraqi army in Basra.",
        f"{DAY} the Iraqi army in Basra was attacked by the Dawn Division and Fatah.",
    ],
)
def test_those_who_do_it_together_are_all_actors(text: str) -> None:
    event = told(text).event("clash")
    assert set(event.actors) == {"Dawn Division", "Fatah"}
    assert event.targets == ("Iraqi army",)


def test_both_who_meet_take_part() -> None:
    event = told(f"{DAY} Samir Khoury met Fatah in Mosul.").event("meeting")
    assert {*event.actors, *event.others, *event.targets} == {"Samir Khoury", "Fatah"}


def test_both_sides_of_a_fight_take_part() -> None:
    event = told("In May 2018 fighting broke out between the Dawn Division and the Iraqi army in the town of Sarmin.")
    clash = event.event("clash")
    assert {*clash.actors, *clash.targets} == {"Dawn Division", "Iraqi army"}


def test_a_country_may_act_as_a_state() -> None:
    event = told(f"{DAY} Turkey attacked the Dawn Division in Sarmin.").event("clash")
    assert (event.actors, event.targets) == (("Turkey",), ("Dawn Division",))


def test_nobody_is_at_once_actor_and_another() -> None:
    for event in told("The Dawn Division was founded in 2012 and dissolved in 2015.").events("group_change"):
        parties = [*event.actors, *event.targets, *event.others]
        assert len(parties) == len(set(parties))


@pytest.mark.parametrize(
    "text",
    [
        f"{DAY} the Dawn Division wanted to attack the Iraqi army in Basra.",
        "The Dawn Division plans to attack the Iraqi army in Basra in 2030.",
        "The Dawn Division will attack the Iraqi army in Basra in 2030.",
        "In 2018 the Dawn Division often attacked the Iraqi army in Basra.",
        "The Dawn Division attacks the Iraqi army in Basra.",
        f"{DAY} the Dawn Division did not attack the Iraqi army in Basra.",
        "The Dawn Division attacked the Iraqi army.",
        "Since its attack on Basra the Dawn Division is known.",
    ],
)
def test_what_is_not_told_as_having_happened_somewhere_or_sometime_is_no_event(text: str) -> None:
    assert told(text).events() == []


def test_what_was_tried_changed_no_hands() -> None:
    assert told(f"{DAY} the Dawn Division failed to capture the town of Sarmin.").events("territory_change") == []


def test_what_was_managed_did_happen() -> None:
    event = told(f"{DAY} the Dawn Division managed to capture the town of Sarmin.").event("territory_change")
    assert event.place == "Sarmin"


def test_an_attack_that_only_dates_something_else_is_no_event() -> None:
    said = told("After the attack on Basra in 2018 the Dawn Division met Samir Khoury in Mosul.")
    assert [e.type for e in said.events()] == ["meeting"]


def test_the_words_of_an_event_are_its_clause() -> None:
    text = f"Hamas left. {DAY} the Dawn Division attacked the Iraqi army in Basra, and Fatah left."
    assert told(text).event("clash").words == f"{DAY} the Dawn Division attacked the Iraqi army in Basra"
