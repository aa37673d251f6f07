"""Other names: in brackets, after "known as", and what only looks like one."""

from __future__ import annotations

import pytest
from prose import told

from stemma.extract.rules.aliases import Alias, aliases
from stemma.extract.rules.runs import runs


def found(text: str) -> list[tuple[str | None, str, str]]:
    """Owner, other name and its kind, in the order of the text."""
    places = [(run.start, run.end) for run in runs(text)]

    def owner(alias: Alias) -> str | None:
        return None if alias.owner is None else text[slice(*places[alias.owner])]

    return [(owner(a), a.text, a.kind) for a in aliases(text, places)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Revolutionary Forces (FARC) fought.", [("Revolutionary Forces", "FARC", "abbreviation")]),
        (
            "Hurras al-Din (HaD) and Jaysh al-Izza (JaI) fought.",
            [("Hurras al-Din", "HaD", "abbreviation"), ("Jaysh al-Izza", "JaI", "abbreviation")],
        ),
        ("Ansar al-Tawhid (أنصار التوحيد) was a group.", [("Ansar al-Tawhid", "أنصار التوحيد", "native")]),
        (
            "The Irish Republican Army (Irish: Óglaigh na hÉireann) fought.",
            [("Irish Republican Army", "Óglaigh na hÉireann", "native")],
        ),
        ("The PKK (Kurdistan Workers' Party) fought.", [("PKK", "Kurdistan Workers' Party", "alias")]),
        ("Hezbollah (Party of God) fought.", [("Hezbollah", "Party of God", "alias")]),
        (
            'Euskadi Ta Askatasuna ("Basque Homeland and Liberty") fought.',
            [("Euskadi Ta Askatasuna", "Basque Homeland and Liberty", "alias")],
        ),
        (
            "The Tigers (LTTE; Tamil: விடுதலைப் புலிகள்) fought.",
            [("Tigers", "LTTE", "abbreviation"), ("Tigers", "விடுதலைப் புலிகள்", "native")],
        ),
        ("The Islamic State (also known as Daesh) fought.", [("Islamic State", "Daesh", "alias")]),
    ],
)
def test_names_in_brackets(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_a_bracket_may_label_several_names_each_in_its_script() -> None:
    text = "The Badr Brigade (Arabic: لواء بدر, romanized: Liwa Badr) fought."
    assert [(owner, name) for owner, name, _ in found(text)] == [
        ("Badr Brigade", "لواء بدر"),
        ("Badr Brigade", "Liwa Badr"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Division (2016) left.",
        "Sarmin (a town in Idlib) fell.",
        "Khamza al-Shishani (killed in 2019) led it.",
        "The Dawn Division () left.",
        "The Dawn Division (!?) left.",
        "The Dawn Division (see below) left.",
        f"The Dawn Division ({'Very Long ' * 20}Name) left.",
        "Groups known as militias fought.",
        "It is known as far as Basra.",
    ],
)
def test_what_is_no_other_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Nusra Front, also known as Jabhat al-Nusra or the Support Front, fought.",
            [("Nusra Front", "Jabhat al-Nusra", "alias"), ("Nusra Front", "Support Front", "alias")],
        ),
        (
            "Hayat Tahrir al-Sham, formerly known as the Nusra Front, fought.",
            [("Hayat Tahrir al-Sham", "Nusra Front", "former")],
        ),
        ("The Dawn Brigade, also called the DB, fought.", [("Dawn Brigade", "DB", "abbreviation")]),
        ("Abu Adel, whose nom de guerre was Khattab, led it.", [("Abu Adel", "Khattab", "alias")]),
        ("Jund al-Aqsa changed its name to Liwa al-Aqsa.", [("Jund al-Aqsa", "Liwa al-Aqsa", "alias")]),
        ("The group was known as the Sons of Iraq.", [(None, "Sons of Iraq", "alias")]),
    ],
)
def test_names_that_are_introduced(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert found(text) == expected


def test_words_in_quotes_are_a_name_even_without_capitals_found_elsewhere() -> None:
    (alias,) = found("It was also called “the Awakening”.")
    assert alias[0] is None
    assert alias[1].removeprefix("the ") == "Awakening"


def test_an_owner_stands_in_the_same_sentence() -> None:
    assert found("Fatah left. It was known as the Sons of Iraq.") == [(None, "Sons of Iraq", "alias")]


def test_a_former_name_is_marked() -> None:
    text = "Hayat Tahrir al-Sham, formerly known as the Nusra Front, fought."
    (alias,) = aliases(text, [(r.start, r.end) for r in runs(text)])
    assert alias.former
    assert text[alias.start : alias.end] == "Hayat Tahrir al-Sham, formerly known as the Nusra Front"


def test_both_names_are_one_entity_and_the_claim_holds_the_words() -> None:
    said = told("The Dawn Division (DD) left Basra. In 2015 the DD attacked the Iraqi army.")
    claim = said.claim("also_known_as")
    assert (claim.subject, claim.object, claim.words) == ("Dawn Division", "DD", "Dawn Division (DD)")
    assert said.event("clash").actors == ("Dawn Division",)
    assert {n.kind for n in said.entity("DD").names} == {"main", "abbreviation"}


def test_a_former_name_makes_a_former_claim() -> None:
    claim = told("Hayat Tahrir al-Sham, formerly known as the Nusra Front, fought.").claim("also_known_as")
    assert claim.former


def test_the_other_name_of_the_topic_needs_no_name_beside_it() -> None:
    claim = told("The group was also known as the Sons of Iraq.").claim("also_known_as")
    assert (claim.subject, claim.object) == ("Example", "Sons of Iraq")
