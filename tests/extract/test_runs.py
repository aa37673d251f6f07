"""What may be a name: runs of capitals, ranks cut off, and descriptions of groups."""

from __future__ import annotations

from itertools import pairwise

import pytest

from stemma.extract.rules.runs import LONGEST_RUN, runs


def names(text: str) -> list[str]:
    """The texts of the runs."""
    return [run.text for run in runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He joined the Islamic State of Iraq and the Levant.", ["Islamic State of Iraq and the Levant"]),
        ("He met the Administration of North and East Syria.", ["Administration of North and East Syria"]),
        ("The Front for the Liberation of Palestine fought.", ["Front for the Liberation of Palestine"]),
        ("Front for the Liberation of Palestine men fought.", ["Front for the Liberation of Palestine"]),
        ("The Lord's Resistance Army raided Gulu.", ["Lord's Resistance Army", "Gulu"]),
        ("It was the Ejército de Liberación Nacional.", ["Ejército de Liberación Nacional"]),
        ("The Southern Front of the Free Syrian Army met.", ["Southern Front", "Free Syrian Army"]),
        ("The Army of Islam and the Rahman Legion fought.", ["Army of Islam", "Rahman Legion"]),
        ("The FARC and the ELN fought.", ["FARC", "ELN"]),
        ("The 51st Brigade left.", ["51st Brigade"]),
        ("The M-19 laid down its arms.", ["M-19"]),
        ("The Sultan Murad Division left.", ["Sultan Murad Division"]),
        ("It is al-Shabaab al-Mujahideen.", ["al-Shabaab al-Mujahideen"]),
        ("It is the Óglaigh na hÉireann.", ["Óglaigh na hÉireann"]),
        ("They fought in World War I. Then they left.", ["World War I"]),
    ],
)
def test_names_of_several_words(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The war went on.",
        "However, they left.",
        "Syrian and Kurdish men came.",
        "He read the Quran on Sunday.",
        "They were Shia Muslims.",
        "nothing in capitals",
        "... 12, 13 -- !",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


def test_a_possessive_ends_a_name_where_nothing_of_it_follows() -> None:
    assert names("He was Abu Bakr al-Baghdadi's driver.") == ["Abu Bakr al-Baghdadi"]
    assert names("the Tigers’ leader") == ["Tigers"]


def test_a_hyphenated_tail_is_no_part_of_a_name() -> None:
    assert names("He led Hurras al-Din-led fighters and al-Qaeda–linked men.") == ["Hurras al-Din", "al-Qaeda"]


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("They killed Captain Samir Khoury.", "Captain", "Samir Khoury"),
        ("It was led by Lt. Col. Fares al-Bayoush.", "Lt. Col.", "Fares al-Bayoush"),
        ("It was led by President Juan Manuel Santos.", "President", "Juan Manuel Santos"),
    ],
)
def test_a_rank_is_cut_and_kept_beside_the_name(text: str, title: str, name: str) -> None:
    (run,) = runs(text)
    assert (run.title, run.text) == (title, name)
    assert text[run.start : run.end] == name


def test_a_group_and_its_officer_are_two_names() -> None:
    first, second = runs("the Provisional IRA Quartermaster General Michael McKevitt")
    assert first.text == "Provisional IRA"
    assert (second.title, second.text) == ("Quartermaster General", "Michael McKevitt")


def test_a_country_and_its_president_are_two_names() -> None:
    assert names("He met President of Colombia Juan Santos there.") == ["Colombia", "Juan Santos"]


def test_a_rank_alone_is_no_name() -> None:
    assert names("The General and the Colonel met.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fought the Syrian army.", "Syrian army"),
        ("It fought pro-government forces.", "pro-government forces"),
        ("It fought Turkish-backed rebels.", "Turkish-backed rebels"),
        ("It fought government troops.", "government troops"),
    ],
)
def test_descriptions_of_groups_are_names_too(text: str, expected: str) -> None:
    (run,) = runs(text)
    assert run.text == expected
    assert run.described


def test_a_description_in_capitals_is_a_name_of_its_own() -> None:
    (run,) = runs("They joined the Syrian National Army.")
    assert (run.text, run.described) == ("Syrian National Army", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fought in northern Hama.", "northern Hama"),
        ("They fought in the Kobane canton.", "Kobane canton"),
        ("They fought in the Manbij offensive.", "Manbij offensive"),
        ("They fought in the 2006 Lebanon War.", "2006 Lebanon War"),
        ("They fought in the Battle of Tell Abyad.", "Battle of Tell Abyad"),
    ],
)
def test_small_words_that_belong_to_a_place_or_a_battle(text: str, expected: str) -> None:
    assert expected in names(text)


def test_a_capital_at_the_start_of_a_sentence_proves_nothing() -> None:
    assert [(r.text, r.initial) for r in runs("Hamas left. Fatah met Hamas.")] == [
        ("Hamas", True),
        ("Fatah", True),
        ("Hamas", False),
    ]


def test_openers_of_a_sentence_are_cut() -> None:
    assert names("However Fatah agreed. Although Hamas did not.") == ["Fatah", "Hamas"]


def test_dates_are_left_alone() -> None:
    text = "In May 2018 Hamas came."
    assert [r.text for r in runs(text, [(3, 11)])] == ["Hamas"]


def test_runs_are_bounded_sorted_and_apart() -> None:
    text = "Alpha " * 100 + "and the Syrian army of Beta"
    found = runs(text)
    assert all(len(r.text.split()) <= LONGEST_RUN + 1 for r in found)
    assert [r.start for r in found] == sorted(r.start for r in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[r.start : r.end] == r.text for r in found)
