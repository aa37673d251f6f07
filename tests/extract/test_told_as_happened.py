"""What is told as a happening, of which type and when, and what only sounds like one."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    "text",
    [
        "In June 1999 Samir Khoury was convicted of murder in Cairo.",
        "In June 1999 riot police of Egypt met Hamas in Cairo.",
        "In June 1999 Samir Khoury had a heart attack in Cairo.",
        "On 3 May 1999 Hamas said that Egypt could attack Gaza.",
    ],
)
def test_what_is_only_referred_to_is_no_attack(text: str) -> None:
    assert [e.type for e in told(text).events() if e.type in ("clash", "attack_on_civilians", "protest")] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In May 1993 Samir Khoury shot himself in Cairo.", "other"),
        ("In May 1993 government planes bombed Hamas in Gaza.", "strike"),
        ("In May 1993 Hamas burned people alive in Gaza.", "attack_on_civilians"),
        ("In May 1993 Hamas destroyed a column of the Egyptian army in Gaza.", "clash"),
        ("In May 1993 Hamas shot Samir Khoury in Gaza.", "attack_on_civilians"),
        ("In May 1993 the Egyptian army shot Samir Khoury in Gaza.", "clash"),
        ("In May 1993 Hamas released Samir Khoury for a ransom.", "other"),
        ("In May 1993 Egypt banned Hamas.", "statement"),
    ],
)
def test_the_type_goes_by_who_does_what_to_whom(text: str, kind: str) -> None:
    assert kind in [e.type for e in told(text).events()]


def test_an_acquittal_is_a_trial() -> None:
    assert told("In March 2005 Samir Khoury was found not guilty in Cairo.").event("arrest").date == "2005-03"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 3 May 2018 Hamas attacked Fatah in Gaza. Egypt bombed Fatah.", "2018-05-03"),
        ("On 3 May 2018 Hamas met Fatah. It spoke. It waited. Egypt bombed Fatah.", "2018-05-03"),
        ("Hamas is a group. On 3 May 2018 Hamas met Fatah. It spoke. It waited. Egypt bombed Fatah.", None),
        ("On 3 May 2018 Hamas met Fatah. Egypt bombed Fatah before Hamas left Cairo in 2019.", None),
    ],
)
def test_how_far_a_date_carries(text: str, date: str | None) -> None:
    (event,) = told(text).events("bombing")
    assert event.date == date


def test_what_one_did_to_another_belongs_to_a_story_that_gives_dates() -> None:
    assert told(
        "In May 2018 Hamas met Fatah. It waited. It waited long. It waited on. Hamas attacked the Iraqi army."
    ).events("clash")
    assert not told("Hamas attacked the Iraqi army.").events("clash")


@pytest.mark.parametrize(
    "text", ["Hamas has clashed with Fatah in Gaza.", "Fatah holds a camp in Gaza which Hamas attacked."]
)
def test_what_has_been_and_what_describes_is_background(text: str) -> None:
    assert told(text).events("clash") == []


def test_a_statement_beside_another_happening_is_kept() -> None:
    text = "In March 2000, after Hamas had seized Gaza, Samir Khoury declared war on Hamas."
    assert [e.actors for e in told(text).events("statement")] == [("Samir Khoury",)]
