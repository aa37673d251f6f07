"""The quirks of infobox values seen in the wild, each in one line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from stemma.model.document import InfoboxItem

Items = Callable[[str], list[InfoboxItem]]


def texts(found: list[InfoboxItem]) -> list[str]:
    return [i.text for i in found]


def test_lost_flags_are_lost_slots(items: Items) -> None:
    found = items("Opponents: , , , Hezbollah, Liwa Fatemiyoun")
    assert [i.lost for i in found] == [True, True, True, False, False]
    assert texts(found) == ["", "", "", "Hezbollah", "Liwa Fatemiyoun"]


@pytest.mark.parametrize(
    ("value", "lost"),
    [
        ("Hezbollah", 0),
        (", Hezbollah", 0),
        ("Hezbollah,", 0),
        ("Hezbollah, ", 0),
        (", , Hezbollah", 2),
        ("Hezbollah, , Ahrar al-Sham", 1),
        ("Hezbollah, , , Ahrar al-Sham", 2),
        ("Hezbollah, , ", 1),
        (",,Hezbollah", 0),
        ("Hezbollah,,Ahrar al-Sham", 0),
        ("Hezbollah,[1],Ahrar al-Sham", 0),
        ("Hezbollah, [1], Ahrar al-Sham", 0),
        ("(), Hezbollah", 1),
        (", , ,", 3),
    ],
)
def test_which_empty_places_are_lost_slots(items: Items, value: str, lost: int) -> None:
    found = items(f"Opponents: {value}")
    assert sum(i.lost for i in found) == lost
    assert [i.text for i in found if not i.lost] == [n for n in ("Hezbollah", "Ahrar al-Sham") if n in value]


def test_lost_slots_have_a_place_of_their_own(items: Items) -> None:
    found = items("Opponents: , , Hezbollah, , Ahrar al-Sham")
    places = [(i.start, i.end) for i in found]
    assert places == sorted(places)
    assert all(start < end for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@pytest.mark.parametrize(
    ("written", "name", "mark"),
    [
        ("Abu Yusuf HalabiKIA", "Abu Yusuf Halabi", "killed"),
        ("Abu Yusuf Halabi†", "Abu Yusuf Halabi", "killed"),
        ("Abu Yusuf Halabi †", "Abu Yusuf Halabi", "killed"),
        ("Abu Yusuf Halabi (KIA)", "Abu Yusuf Halabi", "killed"),
        ("Abu Yusuf Halabi KIA", "Abu Yusuf Halabi", "killed"),
        ("Abu Yusuf Halabi(KIA)", "Abu Yusuf Halabi", "killed"),
        ("Abu Yusuf HalabiPOW", "Abu Yusuf Halabi", "captured"),
        ("Abu Yusuf Halabi (POW)", "Abu Yusuf Halabi", "captured"),
        ("Abu Yusuf Halabi #", "Abu Yusuf Halabi", "died of natural causes"),
        ("Abu Yusuf Halabi#", "Abu Yusuf Halabi", "died of natural causes"),
        ("Abu Yusuf HalabiWIA", "Abu Yusuf Halabi", "wounded"),
        ("Abu Yusuf HalabiMIA", "Abu Yusuf Halabi", "missing"),
        ("Abu Yusuf HalabiExecuted", "Abu Yusuf Halabi", "executed"),
        ("Abu Yusuf HalabiSurrendered", "Abu Yusuf Halabi", "surrendered"),
        ("Abu Yusuf Halabi (killed in action)", "Abu Yusuf Halabi", "killed"),
    ],
)
def test_fates_are_taken_off_the_name(items: Items, written: str, name: str, mark: str) -> None:
    (first, second) = items(f"Leader: {written}, Omar Najjar")
    assert (first.text, first.marks, second.marks) == (name, (mark,), ())


def test_a_fate_belongs_to_what_is_written() -> None:
    from stemma.documents.read import read_bytes

    text = "= Test =\n\nTest\n- Leader: Abu Yusuf HalabiKIA, Omar Najjar (2014–15)[3], Zayn\n"
    document = read_bytes(text.encode(), "Test.txt")
    spans = [document.text[i.start : i.end] for i in document.infobox[0].items]
    assert spans == ["Abu Yusuf HalabiKIA", "Omar Najjar (2014–15)", "Zayn"]


def test_a_fate_with_a_date_keeps_the_date(items: Items) -> None:
    (first,) = items("Leader: Abu Yusuf (killed in 2016)")
    assert (first.text, first.marks, first.qualifiers) == ("Abu Yusuf", ("killed",), ("killed in 2016",))


def test_a_fate_alone_belongs_to_the_name_before(items: Items) -> None:
    (first, second) = items("Leader: Abu Yusuf, (KIA), Omar Najjar, †")
    assert (first.text, first.marks) == ("Abu Yusuf", ("killed",))
    assert (second.text, second.marks) == ("Omar Najjar", ("killed",))


@pytest.mark.parametrize("name", ["WAKIA", "Brigade WAKIA", "SPOW", "TAMIA", "KIA"])
def test_names_that_end_like_a_fate_stay_whole(items: Items, name: str) -> None:
    assert texts(items(f"Leader: {name}, Omar Najjar")) == [name, "Omar Najjar"]


def test_initials_are_a_name_and_no_fate(items: Items) -> None:
    (first,) = items("Allies: Kachin Independence Army (KIA)")
    assert (first.text, first.aliases, first.marks) == ("Kachin Independence Army", ("KIA",), ())


def test_sub_heads_group_what_follows(items: Items) -> None:
    found = items("Opponents: State opponents:, Syria, Iran, Non-state opponents: Hezbollah, FORMER:, Jaysh al-Islam")
    assert [(i.text, i.group) for i in found] == [
        ("Syria", "State opponents"),
        ("Iran", "State opponents"),
        ("Hezbollah", "Non-state opponents"),
        ("Jaysh al-Islam", "FORMER"),
    ]


@pytest.mark.parametrize(
    "remark",
    [
        "formerly",
        "until July 2017",
        "2016",
        "from 2015",
        "2014–15",
        "2013–present",
        "alleged",
        "denied by both",
        "since 2019",
    ],
)
def test_remarks_in_brackets(items: Items, remark: str) -> None:
    (first, second) = items(f"Allies: al-Qaeda ({remark}), Ahrar al-Sham")
    assert (first.text, first.qualifiers, first.aliases) == ("al-Qaeda", (remark,), ())
    assert (second.text, second.qualifiers) == ("Ahrar al-Sham", ())


def test_a_remark_alone_belongs_to_the_name_before(items: Items) -> None:
    (first, second) = items("Allies: al-Qaeda, (formerly), Ahrar al-Sham")
    assert (first.text, first.qualifiers) == ("al-Qaeda", ("formerly",))
    assert second.text == "Ahrar al-Sham"


def test_another_name_in_brackets(items: Items) -> None:
    (first,) = items("Leader: Ahmad Awda (Abu Hani) (2013–2018)")
    assert (first.text, first.aliases, first.qualifiers) == ("Ahmad Awda", ("Abu Hani",), ("2013–2018",))


def test_a_role_in_brackets_is_a_remark(items: Items) -> None:
    found = items("Leader: Ahmad Awda (general commander), Omar Najjar (Emir), Zayn (Deputy leader)")
    assert [i.qualifiers for i in found] == [("general commander",), ("Emir",), ("Deputy leader",)]
    assert not any(i.aliases for i in found)


def test_brackets_are_part_of_a_battle(items: Items) -> None:
    found = items("Battles: Daraa offensive (June 2017), Battle of Aleppo (2012–2016), Syrian civil war")
    assert texts(found) == ["Daraa offensive (June 2017)", "Battle of Aleppo (2012–2016)", "Syrian civil war"]


def test_commas_in_brackets_do_not_part(items: Items) -> None:
    (first, second) = items("Allies: Free Syrian Army (some factions, until 2014), Ahrar al-Sham")
    assert (first.text, first.qualifiers) == ("Free Syrian Army", ("some factions, until 2014",))
    assert second.text == "Ahrar al-Sham"


def test_a_bracket_that_is_never_closed_protects_nothing(items: Items) -> None:
    assert texts(items("Allies: Levant (Front, Ahrar al-Sham")) == ["Levant (Front", "Ahrar al-Sham"]


def test_ranks_stay_with_the_name(items: Items) -> None:
    assert texts(items("Leader: Lt. Col. Yasser Abdul Rahim, Capt. Islam Alloush")) == [
        "Lt. Col. Yasser Abdul Rahim",
        "Capt. Islam Alloush",
    ]


@pytest.mark.parametrize(
    "value",
    [
        "1,000+",
        "≤150",
        "7,500+ fighters",
        "300-1,000",
        "300–1,000",
        "10,000–12,000 fighters",
        "12,345,678",
        "several hundred",
    ],
)
def test_numbers_stay_whole(items: Items, value: str) -> None:
    assert texts(items(f"Size: {value}[14]")) == [value]


def test_several_numbers(items: Items) -> None:
    found = items("Strength: 5,000 (2012), 12,000 (2014), ≤1,500 (2019)")
    assert [(i.text, i.qualifiers) for i in found] == [
        ("5,000", ("2012",)),
        ("12,000", ("2014",)),
        ("≤1,500", ("2019",)),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2 March 2018 – 29 January 2025", ["2 March 2018 – 29 January 2025"]),
        ("March 2, 2018 – January 29, 2025", ["March 2, 2018 – January 29, 2025"]),
        ("1992–1996, 2001–present", ["1992–1996", "2001–present"]),
        ("May 2012, December 2013 – 2016", ["May 2012", "December 2013 – 2016"]),
    ],
)
def test_dates_are_cut_between_dates(items: Items, value: str, expected: list[str]) -> None:
    assert texts(items(f"Active: {value}")) == expected


def test_picture_residue_is_no_part_of_the_name(items: Items) -> None:
    found = items(
        "Allies: 25px Ahrar al-Sham, Flag_of_Turkey.svg Turkey, 23px, Grey_Wolves_logo.png|20px Grey Wolves, x20px Iran"
    )
    assert texts(found) == ["Ahrar al-Sham", "Turkey", "Grey Wolves", "Iran"]


def test_empty_brackets_are_dropped(items: Items) -> None:
    found = items("Leader: Ahmad Awda (), Omar Najjar () [3], () Zayn")
    assert texts(found) == ["Ahmad Awda", "Omar Najjar", "Zayn"]
    assert not any(i.qualifiers or i.aliases or i.lost for i in found)


def test_cross_references_are_no_items(items: Items) -> None:
    assert texts(items("Allies: _See list of allies_, Ahrar al-Sham, See below, Jaysh al-Nasr (see below)")) == [
        "Ahrar al-Sham",
        "Jaysh al-Nasr",
    ]


def test_an_empty_value_has_no_items(items: Items) -> None:
    assert items("Allies: ") == []


@pytest.mark.parametrize("address", ["https://example.org/a,b?c=d", "http://example.org"])
def test_addresses_are_not_cut(items: Items, address: str) -> None:
    assert texts(items(f"Website: {address}")) == [address]


def test_phrases_are_not_cut(items: Items) -> None:
    assert texts(items("Status: Dissolved, its members joined the army")) == ["Dissolved, its members joined the army"]


def test_footnote_marks_are_not_in_the_text(items: Items) -> None:
    assert texts(items("Allies: Ahrar[12] al-Sham[3][4], Turkey[n 1]")) == ["Ahrar al-Sham", "Turkey"]


def test_nested_lines_of_a_field(items: Items) -> None:
    found = items("Allies:\n  - Free Syrian Army\n    - Southern Front\n    - Levant Front (2015)\n  - Turkey")
    assert [(i.text, i.depth) for i in found] == [
        ("Free Syrian Army", 0),
        ("Southern Front", 1),
        ("Levant Front", 1),
        ("Turkey", 0),
    ]


def test_pictures_and_settings_have_no_items(items: Items) -> None:
    assert items("Leader: Omar") != []
    from stemma.documents.read import read_bytes

    text = "= T =\n- Leader: Omar\n- Caption: The flag of the group\n- Logo: Flag of the group.svg\n"
    document = read_bytes(text.encode(), "T.txt")
    assert [(f.label, f.key, len(f.items)) for f in document.infobox] == [
        ("Leader", "leader", 1),
        ("Caption", "", 0),
        ("Logo", "", 0),
    ]
