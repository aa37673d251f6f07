"""Counts of persons hurt: how many, of whom, and who says so."""

from __future__ import annotations

import pytest
from prose import told

from stemma.model.event import Casualties

ATTACK = "On 5 May 2018 the Dawn Division attacked the Iraqi army in Basra"


def counts(text: str) -> list[Casualties]:
    """The counts of all events of ``text``."""
    return [count for event in told(text).events() for count in event.casualties]


def killed(text: str) -> list[tuple[str | None, str, str | None]]:
    """The killed of each count, its status and who counts."""
    return [(c.killed, c.status, c.by) for c in counts(text) if c.killed is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ATTACK}, killing 40 soldiers.", "40"),
        (f"{ATTACK} and killed 40 soldiers.", "40"),
        (f"{ATTACK}. Forty soldiers were killed.", "40"),
        (f"{ATTACK}. The attack left 30 people dead.", "30"),
        ("On 5 May 2018 two Dawn Division commanders were killed near Basra.", "2"),
        ("On 5 May 2018 the Iraqi army killed dozens of Dawn Division fighters in Basra.", "dozens"),
        ("On 5 May 2018 the Iraqi army killed between 15 and 20 Dawn Division fighters in Basra.", "15-20"),
        ("On 5 May 2018 the Dawn Division killed Samir Khoury in Basra.", "1"),
    ],
)
def test_the_killed(text: str, expected: str) -> None:
    assert killed(text) == [(expected, "reported", None)]


def test_the_wounded_stand_beside_the_killed() -> None:
    found = counts(f"{ATTACK}, killing 40 soldiers and wounding 12 officers.")
    assert [(c.killed, c.wounded, c.who) for c in found] == [("40", None, "soldiers"), (None, "12", "officers")]


def test_who_is_counted_again_is_named_by_the_noun_before() -> None:
    found = counts(f"{ATTACK}, killing 40 soldiers and wounding 12.")
    assert [(c.killed or c.wounded, c.who) for c in found] == [("40", "soldiers"), ("12", "soldiers")]


def test_what_a_party_claims_and_what_is_confirmed_stand_side_by_side() -> None:
    text = f"{ATTACK}. It claimed that it had killed 40 soldiers, but only 16 deaths were confirmed."
    assert killed(text) == [("40", "claimed", "Dawn Division"), ("16", "confirmed", None)]


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        (f"{ATTACK}, reportedly killing 40 soldiers.", "reported", None),
        (f"{ATTACK}. The Iraqi army said that 40 soldiers were killed.", "claimed", "Iraqi army"),
        (f"{ATTACK}. Haaretz reported that 40 soldiers were killed.", "reported", None),
        (f"{ATTACK}; 40 soldiers were confirmed killed.", "confirmed", None),
    ],
)
def test_the_status_of_a_count(text: str, status: str, by: str | None) -> None:
    assert killed(text) == [("40", status, by)]


def test_the_counted_are_called_as_the_text_calls_them() -> None:
    (count,) = counts(f"{ATTACK}, killing 40 young soldiers.")
    assert count.who == "young soldiers"
    (count,) = counts("On 5 May 2018 the Iraqi army killed two Dawn Division commanders in Basra.")
    assert count.who == "Dawn Division"


@pytest.mark.parametrize(
    "text",
    [
        f"{ATTACK}.",
        f"{ATTACK}, killing soldiers.",
        f"{ATTACK} with 40 soldiers.",
        "On 5 May 2018 the Dawn Division, which has 500 fighters, met the Iraqi army in Basra.",
    ],
)
def test_nobody_is_counted_where_nobody_is_said_to_be_hurt(text: str) -> None:
    assert counts(text) == []


def test_one_count_told_twice_is_one() -> None:
    assert killed(f"{ATTACK}, killing 40 soldiers. The attack left 40 soldiers dead.") == [("40", "reported", None)]


def test_two_counts_of_one_attack_are_kept() -> None:
    text = f"{ATTACK}, reportedly killing 40 soldiers. The attack left 30 soldiers dead."
    assert [number for number, _, _ in killed(text)] == ["40", "30"]
